"""Learning, predicting, and models coming and going. Makes no decisions."""
