"""Rows and cells of delimited text, shared by the formats that are tables."""
