"""Experiments: plans of systems, label budgets and divisions of songs, run and summed up."""
