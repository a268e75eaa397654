"""What is seen. Views know the session and core records; of rooms only models knows a sibling."""
