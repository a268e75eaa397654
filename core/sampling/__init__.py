"""Which songs to ask about next, and when enough were asked. Arrays in, a list out: no library."""
