"""Categories and tags as they stand, the rules they keep, the default ones. Changes nothing."""
