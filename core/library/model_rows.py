"""The models as the library knows them: rows, the active one, what their words mean here.

Model files are the business of core.models; a row only names its file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.errors import LibraryError
from core.library.codebook.codebook import Codebook
from core.library.db.database import Database
from core.library.records import NO_TAG, ModelRow, NewModel
from core.library.text import clean_name, name_key, utc_now
from core.messages import from_stored, to_stored

_COLUMNS = (
    "id, name, architecture, parent_id, file, words, labels_snapshot, metrics, provenance, active,"
    " created_at"
)
# What metrics say of each tag: a hundred kilobytes a model, which no list of models needs.
_LISTED_COLUMNS = _COLUMNS.replace(
    "metrics", "json_remove(metrics, '$.per_tag', '$.per_tag_before', '$.change', '$.out_of_fold')"
)

FOLDER = "models"  # beside the library


class Models:
    """Reading and changing the rows of models. Every method may raise LibraryError."""

    def __init__(self, database: Database, codebook: Codebook) -> None:
        self._database = database
        self._codebook = codebook
        self.folder = models_folder(database.path)

    def add(self, new: NewModel) -> ModelRow:
        """Add a model; the first one becomes the active one.

        Raises LibraryError if the name is taken.
        """
        name = self._unused_name(new.name)
        columns = (
            "name, architecture, parent_id, file, words, tag_ids, labels_snapshot, metrics,"
            " provenance, active, created_at"
        )
        with self._database.transaction():
            cursor = self._database.write(
                f"INSERT INTO models ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    name, new.architecture, new.parent_id, new.file, _json(new.words),
                    _json(new.tag_ids), _json(new.labels_snapshot), _json(new.metrics),
                    _json(_stored_provenance(new.provenance)), self.active() is None, utc_now(),
                ),
            )  # fmt: skip
        return self._require(int(cursor.lastrowid or 0))

    def list(self) -> list[ModelRow]:
        """Return all models, in the order they were added; removed ones left out.

        Their metrics are those of the model as a whole; get() has those of each tag, too.
        """
        sql = f"SELECT {_LISTED_COLUMNS} FROM models WHERE removed_at IS NULL ORDER BY id"
        return [self._model(row) for row in self._database.rows(sql)]

    def get(self, model: int | str) -> ModelRow | None:
        """Find a model by id, also a removed one that decisions still name; or by name."""
        condition = "id = ?" if isinstance(model, int) else "name = ? AND removed_at IS NULL"
        row = self._database.row(f"SELECT {_COLUMNS} FROM models WHERE {condition}", (model,))
        return self._model(row) if row else None

    def active(self) -> ModelRow | None:
        """Return the model that predicts."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM models WHERE active = 1")
        return self._model(row) if row else None

    def set_active(self, model_id: int) -> None:
        """Let this one predict from now on. Raises LibraryError if it was removed."""
        self._require(model_id)
        with self._database.transaction():
            self._database.write("UPDATE models SET active = 0 WHERE active = 1")
            self._database.write("UPDATE models SET active = 1 WHERE id = ?", (model_id,))

    def rename(self, model_id: int, name: str) -> None:
        """Give a model another name. Raises LibraryError if it is taken."""
        model = self._require(model_id)
        if clean_name(name, "model") != model.name:
            sql = "UPDATE models SET name = ? WHERE id = ?"
            self._database.write(sql, (self._unused_name(name), model_id))

    def set_metrics(self, model_id: int, metrics: dict[str, Any]) -> None:
        """Store what an evaluation found."""
        self._require(model_id)
        sql = "UPDATE models SET metrics = ? WHERE id = ?"
        self._database.write(sql, (_json(metrics), model_id))

    def remove(self, model_id: int) -> None:
        """Remove a model with its predictions; decisions go on naming it.

        Raises LibraryError for the active one. Its file is not touched.
        """
        if self._require(model_id).active:
            raise LibraryError("registry.model_in_use")
        with self._database.transaction():
            self._database.write("DELETE FROM predictions WHERE model_id = ?", (model_id,))
            sql = "UPDATE models SET removed_at = ? WHERE id = ?"
            self._database.write(sql, (utc_now(), model_id))

    def tag_ids(self, model_id: int) -> tuple[int | None, ...]:
        """Return the tag id that every word of the model stands for here, None for none.

        The tag it was trained as; else what the user says the word means; else the tag (or
        alias) of that name. Several words may stand for one tag: the highest score counts. For
        a tag that it was trained on, no other word does.
        """
        trained, mapped = self.trained_tag_ids(model_id), self.word_mappings()
        meanings: list[int | None] = []
        for word, tag_id in zip(self._words(model_id), trained, strict=True):
            meant = tag_id or mapped.get(name_key(word), self.tag_id_named(word)) or None
            meanings.append(None if meant in trained and not tag_id else meant)
        return tuple(meanings)

    def trained_tag_ids(self, model_id: int) -> tuple[int | None, ...]:
        """Return the tag id every word was trained as on this library's decisions, or None."""
        text = self._database.value("SELECT tag_ids FROM models WHERE id = ?", (model_id,))
        stored = json.loads(text or "[]")
        stored += [None] * (len(self._words(model_id)) - len(stored))
        return tuple(
            tag_id if tag_id and self._codebook.has_tag(tag_id) else None for tag_id in stored
        )

    def tag_id_named(self, word: str) -> int | None:
        """Find the tag named like a word, or with that alias."""
        tag = self._codebook.find(word)
        return tag.id if tag else None

    def word_mappings(self) -> dict[str, int]:
        """Map foreign words (casefolded) to the tag the user says they mean, or NO_TAG."""
        sql = f"SELECT word_key, ifnull(tag_id, {NO_TAG}) FROM word_mappings"
        return dict(self._database.rows(sql))

    def mapped_tag_ids(self, words: Sequence[str]) -> dict[str, int]:
        """Map words to the tag id (or NO_TAG) the user says they mean; others are left out."""
        mappings = self.word_mappings()
        keys = {word: name_key(word) for word in words}
        return {word: mappings[key] for word, key in keys.items() if key in mappings}

    def map_word(self, word: str, tag_id: int | None) -> None:
        """Let a model's word mean this tag (or NO_TAG); None: the tag that is named like it."""
        with self._database.transaction():
            key = name_key(word)
            self._database.write("DELETE FROM word_mappings WHERE word_key = ?", (key,))
            if tag_id is not None:
                sql = "INSERT INTO word_mappings (word, word_key, tag_id) VALUES (?, ?, ?)"
                self._database.write(sql, (word, key, tag_id or None))

    def _words(self, model_id: int) -> tuple[str, ...]:
        text = self._database.value("SELECT words FROM models WHERE id = ?", (model_id,))
        return tuple(json.loads(text or "[]"))

    def _unused_name(self, name: str) -> str:
        name = clean_name(name, "model")
        if self.get(name) is not None:
            raise LibraryError("registry.model_exists", name=name)
        return name

    def _require(self, model_id: int) -> ModelRow:
        sql = f"SELECT {_COLUMNS} FROM models WHERE id = ? AND removed_at IS NULL"
        row = self._database.row(sql, (model_id,))
        if row is None:
            raise LibraryError("registry.no_model")
        return self._model(row)

    def _model(self, row: tuple[Any, ...]) -> ModelRow:
        values = list(row)
        values[5:9] = (json.loads(text) for text in row[5:9])
        values[8] = _provenance(values[8])
        values[5], values[9] = tuple(values[5]), bool(row[9])
        return replace(ModelRow(*values), folder=self.folder)


def models_folder(library: Path) -> Path:
    """Where a library keeps its models: beside itself, so that they move with it."""
    return library.absolute().parent / FOLDER


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _stored_provenance(provenance: dict[str, Any]) -> dict[str, Any]:
    """Add what the translatable texts were made of."""
    settings = to_stored(provenance.get("settings") or {})
    return to_stored({**provenance, "settings": settings} if settings else provenance)


def _provenance(stored: dict[str, Any]) -> dict[str, Any]:
    provenance = from_stored(stored)
    if provenance.get("settings"):
        provenance["settings"] = from_stored(provenance["settings"])
    return provenance
