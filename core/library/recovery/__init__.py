"""Backups, repair and salvage of library files. Knows no edits."""
