"""The networks, their files and their predictions."""
