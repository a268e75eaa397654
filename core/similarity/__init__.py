"""Which songs sound alike to a model: nearest songs, search by example, a map. Trains nothing."""
