"""A second environment whose torch can use the machine's graphics card.

The program comes with torch for the processor. Where there is an NVIDIA card, a Python of its own
with CUDA is installed in the data folder, tried on a small batch, and then learns in a process of
its own. Nothing here shows anything, and nothing is used that was not tried.
"""
