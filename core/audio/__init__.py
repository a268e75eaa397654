"""Sound in and out: decoding, identity, metadata, playback; no features, no library."""
