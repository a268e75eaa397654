"""What `make starter-model` is made of; nothing here is part of the program.

programs, styles -> composing (a piece: notes and drums) -> truth (its words, second by second)
-> rendering (a sound bank, a room, a codec -> log-mel) -> training -> measuring.
"""
