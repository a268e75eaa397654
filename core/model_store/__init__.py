"""The registry of a library's models, and orphaned model files. Loads no network."""
