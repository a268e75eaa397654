"""Plain arithmetic on masked arrays: metrics, thresholds, calibration. No model, no library."""
