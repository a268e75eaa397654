"""What formats share to find, read and write files; knows no format."""
