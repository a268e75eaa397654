"""Categories and tags as they stand, their rules, the default ones. Holds no edits."""
