"""Which words go together in decisions: rules, warnings, captions. It decides nothing."""
