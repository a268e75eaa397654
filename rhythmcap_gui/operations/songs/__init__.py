"""Which library and song are open, and the searches kept. Reads no sound."""
