"""The verb agreement: how far annotators agree on tags, in words and in numbers."""

from __future__ import annotations

import argparse
from typing import Any

from core.cli.context import open_library
from core.cli.terminal import Terminal, columns, counted, metric_text
from core.errors import UsageError
from core.evaluation.agreement import library_agreement
from core.evaluation.agreement_records import (
    AnnotatorDisagreement,
    LibraryAgreement,
    TagAgreement,
)
from core.evaluation.own_agreement import own_agreement
from core.library.store import Library
from core.metrics.metric_records import Estimate

HEADS = ("tag", "songs", "agreed", "unsure", "raw (95 %)", "kappa (95 %)", "alpha (95 %)",
         "AC1 (95 %)", "")  # fmt: skip
RARE_SIGN = "rare: read AC1"


def agreement(options: argparse.Namespace, terminal: Terminal) -> int:
    """Compare the annotators of a library; 1 where fewer than two have decided on the same.

    With --own: the annotator's second judgments with the first; 1 where there are none.
    """
    if options.own:
        if options.between or options.songs:
            raise UsageError("cli.own_alone", option="--between" if options.between else "--songs")
        return _own(options, terminal)
    with (
        open_library(options, terminal, allow_read_only=True) as library,
        terminal.job("Comparing") as job,
    ):
        found = library_agreement(
            library, options.between or (), tag_ids(library, options.tags), seed=options.seed,
            job=job,
        )  # fmt: skip
        answer = _answer(library, found)
        lines = agreement_lines(found)
        lines += ["", *_song_lines(library, found)] if options.songs and lines else []
    terminal.data(answer, lines)
    _say(terminal, found)
    return 0 if found.tags else 1


def _own(options: argparse.Namespace, terminal: Terminal) -> int:
    with open_library(options, terminal, allow_read_only=True) as library:
        found = own_agreement(library, tag_ids(library, options.tags), options.seed)
    rows = [[*HEADS[:-1], ""], *(_row(one.agreement) for one in found)]
    table = columns(rows, frozenset(range(1, len(HEADS) - 1)))
    words = [f"{one.agreement.tag}: {one.sentence()}" for one in found]
    terminal.data({"tags": [one.to_json() for one in found]}, [*words, "", *table] if found else [])
    if not found:
        terminal.say("No song was judged again: a queue brings songs back after some days.")
    return 0 if found else 1


def tag_ids(library: Library, names: list[str] | None) -> list[int] | None:
    """Find tags by their names or aliases; None for no list. Raises UsageError."""
    if not names:
        return None
    found = [library.codebook.find(name) for name in names]
    for name, tag in zip(names, found, strict=True):
        if tag is None:
            raise UsageError("cli.no_tag_of_name", name=name)
    return [tag.id for tag in found if tag is not None]


def _answer(library: Library, found: LibraryAgreement) -> dict[str, Any]:
    return {
        "annotators": [{"name": name, "decisions": n} for name, n in found.annotators],
        "n_songs": found.n_songs,
        "n_agreed": found.n_agreed,
        "tags": [tag.to_json() for tag in found.tags],
        "n_disagreements": found.n_disagreements,
        "disagreements": [_disagreement(library, one) for one in found.disagreements],
    }


def _disagreement(library: Library, one: AnnotatorDisagreement) -> dict[str, Any]:
    song = library.songs.get(one.song_id)
    return {
        "song": one.song_id,
        "audio_hash": song.audio_hash if song else "",
        "title": song.title if song else "",
        "artist": song.artist if song else "",
        "tag": library.codebook.tag(one.tag_id).name,
        "decisions": {name: state.value for name, state in one.states},
        "agreed": one.agreed.value if one.agreed else None,
    }


def agreement_lines(found: LibraryAgreement) -> list[str]:
    """Write every tag in words, then as a table; nothing without any tag."""
    if not found.tags:
        return []
    table = columns(
        [list(HEADS), *(_row(tag) for tag in found.tags)], frozenset(range(1, len(HEADS) - 1))
    )
    return [*(f"{tag.tag}: {tag.sentence()}" for tag in found.tags), "", *table]


def _row(tag: TagAgreement) -> list[str]:
    figures = tag.figures
    estimates = (figures.raw, figures.kappa, figures.alpha, figures.ac1)
    return [
        tag.tag, str(figures.n_songs), str(figures.n_agreed), str(tag.n_unsure),
        *(figure_text(number) for number in estimates), RARE_SIGN if tag.is_rare else "",
    ]  # fmt: skip


def figure_text(number: Estimate) -> str:
    """Write as ".870 (.801–.921)", "-.12" without a range, a dash for no number."""
    if number.value is None:
        return "–"
    if number.interval is None:
        return _signed(number.value)
    low, high = number.interval
    return f"{_signed(number.value)} ({_signed(low)}–{_signed(high)})"


def _signed(value: float) -> str:
    return f"-{metric_text(-value)}" if value < 0 else metric_text(value)


def _song_lines(library: Library, found: LibraryAgreement) -> list[str]:
    rows = [["tag", "song", "", "decisions", "agreed on"]]
    for one in found.disagreements:
        song = library.songs.get(one.song_id)
        decisions = ", ".join(f"{name or '?'} {state.value}" for name, state in one.states)
        words = (song.display_artist, song.display_title) if song else ()
        title = " – ".join(word for word in words if word)
        agreed = one.agreed.value if one.agreed else ""
        tag = library.codebook.tag(one.tag_id).name
        rows.append([tag, str(one.song_id), title, decisions, agreed])
    return columns(rows, frozenset((1,)))


def _say(terminal: Terminal, found: LibraryAgreement) -> None:
    who = ", ".join(
        f"{name or '?, without a name'} ({counted(n, 'decision')})" for name, n in found.annotators
    )
    terminal.say(f"Annotators: {who or 'none'}.")
    if not found.tags:
        terminal.say("No tag of any song was decided on by two of them.")
        return
    reasons: dict[str, list[str]] = {}
    for tag in found.tags:
        for number in (tag.figures.kappa, tag.figures.alpha, tag.figures.ac1):
            if number.reason and tag.tag not in reasons.setdefault(number.reason, []):
                reasons[number.reason].append(tag.tag)
    for reason, names in reasons.items():
        terminal.say(f"no range: {', '.join(names)}: {reason}")
    n = found.n_disagreements
    listed = len(found.disagreements)
    more = f"; the first {listed} are listed" if listed < n else ""
    terminal.say(f"{counted(n, 'disagreement')} on whole songs{more}.")
