"""Songs that sound alike: what they are compared by, nearest songs, the map."""
