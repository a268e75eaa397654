"""Models as files for others: archives, and networks and heads as ONNX."""
