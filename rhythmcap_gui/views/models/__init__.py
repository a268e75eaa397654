"""Learning, models and their comparison. Computes no figure."""
