"""Learning from the labels of a library."""
