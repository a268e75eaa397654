"""The songs, the codebook and every decision, in one SQLite file."""
