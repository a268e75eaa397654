"""The program's own preferences. Knows no library."""
