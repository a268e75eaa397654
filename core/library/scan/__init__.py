"""Sound files on the disk: reading new ones, finding lost ones, duplicates. Decides no tags."""
