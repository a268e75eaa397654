"""The codebook's column: chips, suggestions, notes, tag dialogs. Draws no sound."""
