"""Shows core and asks core; holds no science."""
