"""Training bundles: one file with all that a round of learning needs, for another machine.

It holds numbers and words of the codebook, no sound, and no names of songs, artists or files. What
learns from it is core.training, unchanged; what comes back is an ordinary model as a zip.
"""
