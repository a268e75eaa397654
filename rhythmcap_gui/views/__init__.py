"""What is seen. Views know the session and core records; only models imports a sibling."""
