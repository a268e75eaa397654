"""A second pair of ears by post: what is sent, what comes back, and merging it."""
