"""Arithmetic on masked arrays: metrics, thresholds, calibration. Knows no model, no library."""
