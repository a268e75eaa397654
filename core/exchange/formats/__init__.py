"""Formats of labels, one file each, with its LabelFormat; nothing here writes to a library."""
