"""How programs write words down: label texts, comments, rows of data sets."""
