"""The window's frame: bars, messages, settings, keys. Knows no song."""
