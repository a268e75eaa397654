"""What collections of DJ programs say of a track: words in its comment, genres, lists it is in."""

from __future__ import annotations

from core.exchange.label_records import LabelFile, LabelledDecision, LabelledWord
from core.exchange.notations.comment_words import words_of_comment

LISTS, GENRE = "Lists", "genre"  # categories of playlists of others, and of genres
GENRES_APART = ";"


def decide_yes(labels: LabelFile, song: int, word: LabelledWord) -> None:
    """Let a word be true of a whole song of a file."""
    labels.decide(LabelledDecision(song, labels.add_word(word)))


def decide_track(labels: LabelFile, song: int, comment: str, genres: str) -> None:
    """Let the words of a track's comment, and its genres, be true of a song."""
    for word in words_of_comment(comment):
        decide_yes(labels, song, LabelledWord(word))
    for genre in genres.split(GENRES_APART):
        if genre.strip():
            decide_yes(labels, song, LabelledWord(genre.strip(), GENRE))
