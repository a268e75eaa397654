"""A model's report: one page for a screen or paper, and tables beside it. It computes little."""
