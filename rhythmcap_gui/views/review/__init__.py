"""The strip of one question at a time, over the song. It answers nothing itself."""
