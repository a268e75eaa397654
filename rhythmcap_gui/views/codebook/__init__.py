"""The codebook as a whole: its window, and what is asked before words are changed."""
