"""The SQLite file itself: connection, opening, lock, schema. Knows no noun of the library."""
