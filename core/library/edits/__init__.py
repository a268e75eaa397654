"""Everything that changes a library, as small records that can be undone. Reads no files."""
