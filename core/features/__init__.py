"""What the model and the eye are given of a sound."""
