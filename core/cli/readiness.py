"""The verb that says what each word has, and still needs to be learned."""

from __future__ import annotations

import argparse
from functools import partial

from core.cli.agreement import figure_text
from core.cli.context import feature_cache, find_model, load_model, open_library
from core.cli.terminal import Terminal, columns
from core.training.readiness import readiness as count_readiness
from core.training.readiness_records import WordReadiness, need_sentence, summary


def readiness(options: argparse.Namespace, terminal: Terminal) -> int:
    """List the judged words, those that cannot be learned yet first. 1 if there is such a word."""
    if options.forecast:
        return _forecast(options, terminal)
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


def _forecast(options: argparse.Namespace, terminal: Terminal) -> int:
    """Say of every tag whether it is good enough, or how many more songs it needs; 1 of none."""
    from core.evaluation.kept_forecast import make_forecast

    with open_library(options, terminal, allow_read_only=True) as library:
        row, cache = find_model(library, None), feature_cache()
        with terminal.job("Learning from parts") as job:
            load = partial(load_model, row, terminal)
            found = make_forecast(library, row, load, cache, job).tags
    rows = [
        [one.tag, str(one.n_yes), figure_text(one.now), figure_text(one.doubled), one.sentence()]
        for one in found
    ]
    heads = ["tag", "yes", "AUC (95 %)", "with twice as many", ""]
    lines = columns([heads, *rows], frozenset({1, 2, 3})) if rows else []
    terminal.data({"tags": [one.to_json() for one in found]}, lines)
    if not found:
        terminal.say("No tag has both a yes and a no yet: there is nothing to forecast.")
        return 1
    terminal.say("A forecast: it takes the songs to come to be like those that are there.")
    return 0


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
