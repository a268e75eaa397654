"""Files on the disk: importing, missing songs, duplicates, backups, export. Judges nothing."""
