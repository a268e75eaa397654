"""The verb that says what each word has, and still needs to be learned."""

from __future__ import annotations

import argparse

from core.cli.context import open_library
from core.cli.terminal import Terminal, columns
from core.training.readiness import readiness as count_readiness
from core.training.readiness_records import WordReadiness, need_sentence, summary


def readiness(options: argparse.Namespace, terminal: Terminal) -> int:
    """List the judged words, those that cannot be learned yet first. 1 if there is such a word."""
    with open_library(options, terminal, allow_read_only=True) as library:
        found = count_readiness(library.annotations.labels())
        names = {category.id: category.name for category in library.codebook.categories()}
    rows = [
        [word.name, str(word.n_yes), str(word.n_no), str(word.n_unsure), need_sentence(word)]
        for word in found.words
    ]
    answer = [_word_json(word, names[word.category_id]) for word in found.words]
    terminal.data(answer, columns(rows, frozenset({1, 2, 3})))
    for sentence in summary(found):
        terminal.say(sentence)
    return 1 if found.not_ready else 0


def _word_json(word: WordReadiness, category: str) -> dict[str, object]:
    return {
        "tag": word.name,
        "category": category,
        "yes": word.n_yes,
        "no": word.n_no,
        "unsure": word.n_unsure,
        "artists": word.n_artists,
        "weak_no": word.weak_no,
        "can_be_learned": word.can_be_learned,
        "needs": [str(need) for need in word.needs],
    }
