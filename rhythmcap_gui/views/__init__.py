"""What is seen. Views know the session and core records, nothing else."""
