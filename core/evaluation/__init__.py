"""How right a model is, and how sure we are of that."""
