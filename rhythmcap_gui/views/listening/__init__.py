"""One song seen and heard on a common time axis. Judges nothing."""
