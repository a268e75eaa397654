"""Sound in and out: files to samples, samples to the ear."""
