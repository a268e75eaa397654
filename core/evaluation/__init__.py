"""How well models agree with labels: reports and comparisons. Trains nothing."""
