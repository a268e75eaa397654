"""The library's column: search, facets, table. Plays nothing."""
