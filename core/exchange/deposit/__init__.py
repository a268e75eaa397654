"""A citable deposit: decisions, codebook, splits and measures as an archive takes them, no audio.

prepare.py makes the folder; every other file here writes some of its files.
"""
