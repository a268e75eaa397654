"""Fine-tuning on the labels of a library: data, probe, loop, results. Compares no models."""
