"""Tags inside audio files: read as suggestions, written only on command, with a way back.

A codec knows the entries of one kind of tag (ID3 frames, Vorbis comments, MP4 atoms) as raw bytes;
a layout knows where they stand in a file and puts others there. Entries that are not changed are
never rendered anew: they stay what they are, byte for byte. Nothing here knows the library but
planning.py and taking_back.py.
"""
