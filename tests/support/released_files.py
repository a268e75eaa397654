"""What version 0.1 wrote, in tests/data/v0_1, and a library told in plain values to compare.

Made by packaging/keep_released_files.py. Records are compared by field order, not by names.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import astuple
from pathlib import Path, PurePath
from typing import Any

from core.library.scan.duplicates import distinct_pairs
from core.library.store import Library
from core.models.card import ModelCard
from core.paths import folders

PLACE = Path(__file__).resolve().parents[1] / "data" / "v0_1"
ANNOTATOR, OTHER_ANNOTATOR = "Ada Byron", "Béla"
TABLES = (
    "songs", "categories", "tags", "tag_aliases", "codebook_versions", "annotators", "annotations",
    "word_mappings", "anchors", "disputes", "joined_files", "told_apart", "saved_searches",
    "models",
)  # fmt: skip


def expected() -> dict[str, Any]:
    """What was in the files when they were written."""
    found: dict[str, Any] = json.loads((PLACE / "expected.json").read_text(encoding="utf-8"))
    return found


def copied(name: str, target: Path) -> Path:
    """A copy of one of yesterday's files, which the test may write to."""
    target.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(PLACE / name, target))


def own_library() -> Path:
    """A copy of yesterday's library where the program keeps the user's own."""
    return copied("library.db", folders().library_file)


def told(value: Any) -> Any:
    """Plain values, as JSON holds them."""
    return json.loads(json.dumps(value, default=_plain, ensure_ascii=False))


def _plain(value: Any) -> Any:
    return value.as_posix() if isinstance(value, PurePath) else astuple(value)


def portrait(library: Library) -> dict[str, Any]:
    """All that the library's own readers tell of it, annotator by annotator."""
    codebook, models = library.codebook, library.models
    songs = [library.songs.get(int(each)) for each in library.songs.all_ids()]
    tags = codebook.tags(include_retired=True)
    shelf = models.list()
    found = {
        "songs": songs,
        "failures": library.songs.failures(),
        "categories": codebook.categories(),
        "tags": tags,
        "aliases": [[tag.id, *codebook.aliases(tag.id)] for tag in tags],
        "wording": [codebook.version(), *codebook.history()],
        "annotators": library.annotators.list(),
        "searches": library.search.saved(),
        "models": shelf,
        "words": [models.tag_ids(each.id) for each in shelf],
        "mappings": sorted(models.word_mappings().items()),
        "apart": sorted(distinct_pairs(library)),
        "predictions": [_predictions(library, each.id) for each in shelf],
        "history": library.journal.history(),
        "decisions": {name: _decisions(library, name) for name in (OTHER_ANNOTATOR, ANNOTATOR)},
    }
    return dict(told(found))


def _decisions(library: Library, annotator: str) -> list[Any]:
    library.annotators.use(annotator)
    found: list[Any] = []
    for song_id in library.songs.all_ids().tolist():
        found += library.annotations.of_song(song_id).values()
        found += library.annotations.regions_of_song(song_id)
    return sorted(found, key=lambda each: int(each.id))


def _predictions(library: Library, model_id: int) -> list[Any]:
    ids, scores = library.predictions.matrix(model_id)
    return [ids.tolist(), scores.tolist()]


def columns_of(library: Library) -> dict[str, list[str]]:
    """The columns of each table that is compared; a later version may have more."""
    rows = library.database.rows
    return {
        table: [row[0] for row in rows(f"SELECT name FROM pragma_table_info('{table}')")]
        for table in TABLES
    }


def digest_of(library: Library, columns: dict[str, list[str]]) -> str:
    """Equal for equal rows of all tables, timestamps too."""
    digest = hashlib.blake2b(digest_size=16)
    for table, names in columns.items():
        rows = library.database.rows(f"SELECT {', '.join(names)} FROM {table} ORDER BY id")
        digest.update(json.dumps([table, rows], ensure_ascii=False).encode())
    return digest.hexdigest()


def steps_back(library: Library, columns: dict[str, list[str]]) -> list[list[str]]:
    """Undo everything: [label, digest afterwards] of each step."""
    steps = []
    while (done := library.undo()) is not None:
        steps.append([done[0], digest_of(library, columns)])
    return steps


def steps_on(library: Library, columns: dict[str, list[str]]) -> list[list[str]]:
    """Redo everything: [label, digest afterwards] of each step."""
    steps = []
    while (done := library.redo()) is not None:
        steps.append([done[0], digest_of(library, columns)])
    return steps


def told_card(card: ModelCard) -> list[Any]:
    """A model's card: all of its fields, in order."""
    return list(told(astuple(card)))
