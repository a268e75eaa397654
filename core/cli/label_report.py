"""What an import of labels finds, as lines to read and as JSON: songs, words, conflicts, faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from core.cli.terminal import Terminal, counted
from core.durations import length_text
from core.exchange.import_records import ImportConflict, ImportPlan, MatchedBy, SongMatch, WordUse
from core.exchange.label_records import LabelFile, LabelledSong
from core.library.store import Library
from core.library.text import name_key
from core.printable import path_text

MAX_LINES = 50  # of a kind; --json has all


def say_what_was_read(title: str, file: LabelFile, terminal: Terminal) -> None:
    """Say how much a file holds, and what was read as what."""
    terminal.say(f"{title}: {counted(len(file.songs), 'song')},"
                 f" {counted(len(file.words), 'word')},"
                 f" {counted(len(file.decisions), 'decision')}.")  # fmt: skip
    for remark in file.remarks:
        terminal.say(remark)


def lines_of(plan: ImportPlan, library: Library) -> Iterator[str]:
    """Yield lines: how songs were found and which not, words, conflicts, faults."""
    ways = Counter(match.by for match in plan.matches)
    by = ", ".join(f"{ways[way]} by {way.value}" for way in MatchedBy if _finds(way, ways))
    yield f"songs found: {by or 'none'}"
    for lines in (
        list(_songs(plan, library)), list(_words(plan, library)),
        [_conflict_line(conflict, library) for conflict in plan.conflicts], list(_faults(plan)),
    ):  # fmt: skip
        yield from lines[:MAX_LINES]
        if len(lines) > MAX_LINES:
            yield f"… {len(lines) - MAX_LINES} more like this: see --json"


def _finds(way: MatchedBy, counted: Counter[MatchedBy]) -> bool:
    return counted[way] > 0 and way not in (MatchedBy.SEVERAL, MatchedBy.NONE)


def _songs(plan: ImportPlan, library: Library) -> Iterator[str]:
    """Yield the songs that were not found, and those that only look alike."""
    for song, match in zip(plan.file.songs, plan.matches, strict=True):
        where = f" (line {song.line})" if song.line else ""
        if match.by is MatchedBy.LIKENESS:
            yield f"alike: {song.name}{where}: {_path(library, match.song_id)}"
        elif match.by is MatchedBy.SEVERAL:
            yield f"not found: {song.name}{where}: several songs fit"
        elif match.by is MatchedBy.NONE:
            yield f"not found: {song.name}{where}{_other_length(song, match)}"


def _other_length(song: LabelledSong, match: SongMatch) -> str:
    """Say of a song that was not found that it is only its length that differs."""
    if match.other_length_s is None or song.duration_s is None:
        return ""
    here, there = length_text(match.other_length_s), length_text(song.duration_s)
    return f": a song of that name has another length: {here} in the library, {there} in the file"


def _words(plan: ImportPlan, library: Library) -> Iterator[str]:
    """Yield the words that do not simply name a tag."""
    made: set[str] = set()
    for number, word in enumerate(plan.file.words):
        choice = plan.choice_of(number)
        alike = [
            *(library.codebook.tag(tag_id).name for tag_id in plan.words[number].look_alikes),
            *(f"the new {name}" for name in _alike_words(plan, number)),
        ]
        like = f" (looks like {', '.join(alike)})" if alike else ""
        if choice.use is WordUse.NEW and name_key(choice.name) in made:
            yield f"same new tag: {word.name} = {choice.name}"
        elif choice.use is WordUse.NEW:
            made.add(name_key(choice.name))
            yield f"new tag: {choice.category}: {choice.name}{like}"
        elif choice.use is WordUse.ALIAS:
            yield f"other name: {word.name} = {library.codebook.tag(choice.tag_id).name}"
        elif choice.use is WordUse.TAG and library.codebook.tag(choice.tag_id).retired_at:
            yield f"retired: {word.name}: its decisions come in, and show once it is restored"
        elif choice.use is WordUse.IGNORE:
            yield f"left out: {word.name}"


def _alike_words(plan: ImportPlan, number: int) -> list[str]:
    """Return the new words of the file that one looks like, and that do not become one with it."""
    return [plan.file.words[other].name for other in plan.alike_words(number)]


def _conflict_line(conflict: ImportConflict, library: Library) -> str:
    part = "" if conflict.start_s is None else f" from {conflict.start_s:g} s"
    return (
        f"conflict: {_path(library, conflict.song_id)}: {_tag(library, conflict.tag_id)}{part}:"
        f" {conflict.state_here} here, {conflict.state_there} there"
        + (f" (line {conflict.line})" if conflict.line else "")
    )


def _faults(plan: ImportPlan) -> Iterator[str]:
    for fault in plan.faults:
        where = " ".join(
            text for text in (fault.file, f"line {fault.line}" if fault.line else "") if text
        )
        text = f": {fault.text}" if fault.text else ""
        yield f"{where or 'word'}: {fault.reason}{text}"
    if plan.n_more_faults:
        yield f"… {plan.n_more_faults} more rows were not read"


def plan_json(plan: ImportPlan, library: Library) -> dict[str, Any]:
    """Return all of a plan as JSON."""
    choices = plan.choices
    return {
        "format": plan.file.format,
        "remarks": list(plan.file.remarks),
        "missing": choices.missing.value,
        "conflicts_settled": choices.on_conflict.value,
        "counts": {name.removeprefix("n_"): n for name, n in asdict(plan.counts).items()},
        "matched": {way.value: n for way, n in Counter(m.by for m in plan.matches).items()},
        "songs": [_song_json(plan, library, number) for number in range(len(plan.file.songs))],
        "words": [_word_json(plan, library, number) for number in range(len(plan.file.words))],
        "conflicts": [
            {
                "song": _path(library, conflict.song_id),
                "tag": _tag(library, conflict.tag_id),
                "annotator": conflict.annotator,
                "here": conflict.state_here.value,
                "there": conflict.state_there.value,
                "start_s": conflict.start_s,
                "line": conflict.line,
            }
            for conflict in plan.conflicts
        ],
        "faults": [asdict(fault) for fault in plan.faults],
        "more_faults": plan.n_more_faults,
    }


def _song_json(plan: ImportPlan, library: Library, number: int) -> dict[str, Any]:
    song, match = plan.file.songs[number], plan.matches[number]
    return {
        "name": song.name,
        "line": song.line,
        "by": match.by.value,
        "id": match.song_id or None,
        "path": _path(library, match.song_id),
        "closeness": match.closeness,
        "other_length_s": match.other_length_s,
        "taken": plan.song_id(number) > 0,
    }


def _word_json(plan: ImportPlan, library: Library, number: int) -> dict[str, Any]:
    word, choice = plan.file.words[number], plan.choice_of(number)
    is_known = choice.use in (WordUse.TAG, WordUse.ALIAS)
    return {
        "word": word.name,
        "category": choice.category or word.category,
        "becomes": choice.use.value,
        "tag": _tag(library, choice.tag_id) if is_known else choice.name,
        "alike": [_tag(library, tag_id) for tag_id in plan.words[number].look_alikes],
        "alike_words": _alike_words(plan, number),
    }


def _path(library: Library, song_id: int) -> str:
    song = library.songs.get(song_id) if song_id else None
    return path_text(song.path) if song else ""


def _tag(library: Library, tag_id: int) -> str:
    return library.codebook.tag(tag_id).name if tag_id > 0 else ""
