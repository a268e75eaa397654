"""Sound files on the disk: importing new ones, finding moved ones, duplicates. Edits no tags."""
