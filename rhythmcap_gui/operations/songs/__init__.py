"""Which library and song are open, and the saved searches. Changes no decision."""
