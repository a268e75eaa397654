"""The views of songs that sound alike: the list of nearest songs, and the map."""
