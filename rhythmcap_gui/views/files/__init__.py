"""Dialogs and panels about files: import, missing songs, duplicates, backups. Touches no file."""
