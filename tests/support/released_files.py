"""What older versions wrote, in tests/data, and a library as plain values to compare.

Made by packaging/keep_released_files.py. Records are compared by field order, not by names.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import shutil
from dataclasses import astuple, dataclass
from pathlib import Path, PurePath
from typing import Any

from core.library.codebook.codebook_records import CodebookVersion
from core.library.scan.duplicates import distinct_pairs
from core.library.store import Library
from core.models.card import ModelCard
from core.paths import folders

DATA_DIR = Path(__file__).resolve().parents[1] / "data" / "v0_1"
N_MODEL_FIELDS = 11  # the next one is a folder of the computer
N_VERSION_FIELDS = 6  # the next one says who, which older ones do not know
ANNOTATOR, OTHER_ANNOTATOR = "Ada Byron", "Béla"
TABLES = (
    "songs", "categories", "tags", "tag_aliases", "codebook_versions", "annotators", "annotations",
    "word_mappings", "anchors", "disputes", "joined_files", "told_apart", "saved_searches",
    "models", "repeats", "prequential", "listened_parts", "word_rules", "queues",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeptLibrary:
    """A library as a version of the schema wrote it, in tests/data/schema_NN; packed or not."""

    version: int

    @property
    def folder(self) -> Path:
        return DATA_DIR.parent / f"schema_{self.version}"

    @property
    def n_bytes(self) -> int:
        return sum(file.stat().st_size for file in self.folder.iterdir())

    def read(self, name: str) -> bytes:
        packed = self.folder / f"{name}.xz"
        if packed.exists():
            return lzma.decompress(packed.read_bytes())
        return (self.folder / name).read_bytes()

    def expected(self) -> dict[str, Any]:
        """Read what was in it when it was written."""
        expected: dict[str, Any] = json.loads(self.read("expected.json"))
        return expected

    def copy(self, folder: Path) -> Path:
        """Write the library to where a test may change it."""
        (folder / "library.db").write_bytes(self.read("library.db"))
        return folder / "library.db"


def read_expected() -> dict[str, Any]:
    """Read what was in the files when they were written."""
    expected: dict[str, Any] = json.loads((DATA_DIR / "expected.json").read_text(encoding="utf-8"))
    return expected


def copy_file(name: str, target: Path) -> Path:
    """Copy one of the released files to where the test may write to it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(DATA_DIR / name, target))


def copy_library() -> Path:
    """Copy the released library to where the program keeps the user's own."""
    return copy_file("library.db", folders().library_file)


def as_json(value: Any) -> Any:
    """Return a value as JSON holds it."""
    return json.loads(json.dumps(value, default=_plain, ensure_ascii=False))


def _plain(value: Any) -> Any:
    return value.as_posix() if isinstance(value, PurePath) else astuple(value)


def library_values(library: Library) -> dict[str, Any]:
    """Return all that the library's own readers return, annotator by annotator."""
    codebook, models = library.codebook, library.models
    songs = [library.songs.get(int(song_id)) for song_id in library.songs.all_ids()]
    tags = codebook.tags(include_retired=True)
    model_rows = [models.get(row.id) for row in models.list()]
    found = {
        "songs": songs,
        "failures": library.songs.failures(),
        "categories": codebook.categories(),
        "tags": tags,
        "aliases": [[tag.id, *codebook.aliases(tag.id)] for tag in tags],
        "wording": [codebook.version(), *(_first_fields(v) for v in codebook.history())],
        "annotators": library.annotators.list(),
        "searches": library.search.saved(),
        "models": [list(astuple(row)[:N_MODEL_FIELDS]) for row in model_rows],
        "words": [models.tag_ids(row.id) for row in model_rows],
        "mappings": sorted(models.word_mappings().items()),
        "apart": sorted(distinct_pairs(library)),
        "predictions": [_predictions(library, row.id) for row in model_rows],
        "history": library.journal.history(),
        "decisions": {name: _decisions(library, name) for name in (OTHER_ANNOTATOR, ANNOTATOR)},
    }
    return dict(as_json(found))


def _first_fields(version: CodebookVersion) -> list[Any]:
    return list(astuple(version)[:N_VERSION_FIELDS])


def _decisions(library: Library, annotator: str) -> list[Any]:
    library.annotators.use(annotator)
    found: list[Any] = []
    for song_id in library.songs.all_ids().tolist():
        found += library.annotations.of_song(song_id).values()
        found += library.annotations.regions_of_song(song_id)
    return sorted(found, key=lambda decision: int(decision.id))


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


def undo_all(library: Library, columns: dict[str, list[str]]) -> list[list[str]]:
    """Undo everything; return [label, digest afterwards] of each step."""
    steps = []
    while (done := library.undo()) is not None:
        steps.append([done[0], digest_of(library, columns)])
    return steps


def redo_all(library: Library, columns: dict[str, list[str]]) -> list[list[str]]:
    """Redo everything; return [label, digest afterwards] of each step."""
    steps = []
    while (done := library.redo()) is not None:
        steps.append([done[0], digest_of(library, columns)])
    return steps


def card_values(card: ModelCard) -> list[Any]:
    """Return all fields of a model's card, in order."""
    return list(as_json(astuple(card)))
