"""Sound, pictures and regions of the open song. Changes no codebook."""
