"""Decisions and codebook edits, on one song or on many. Reads no sound."""
