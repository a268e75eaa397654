"""A library of version 16 has what came later, and can be worked on; see test_kept_libraries."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from core.library.edits.edits import AddAnchor, RemoveSongs, SettleDisagreement
from core.library.records import State
from core.library.review_records import Verdict
from core.library.store import Library
from tests.support.released_files import ANNOTATOR, digest_of

VERSION = 16


def test_it_can_be_read_only(kept_path: Path, expected: dict[str, Any]) -> None:
    with Library.open(kept_path, read_only=True, annotator=ANNOTATOR) as library:
        assert digest_of(library, expected["columns"]) == expected["digest"]
        assert library.repeats.all() == library.repeats.due("9999") == []
        assert library.queues.all() == library.queues.random_songs() == []
        assert library.prequential.all() == library.listened_parts.all() == []
        assert library.anchors.all() == library.word_rules.all() == []
        assert library.disputes.all() == library.disputes.unclear() == []
        assert library.tag_uses.used_tags()
        assert library.annotations.labels().n_unclear == 0
        assert {version.annotator_id for version in library.codebook.history()} == {None}
        tag = library.annotations.counts_by_tag().popitem()[0]
        assert isinstance(library.annotations.decided_under_older(tag), tuple)


def test_what_was_unclear_before_is_learned_from_as_before(kept_path: Path) -> None:
    with closing(sqlite3.connect(kept_path)) as older, older:
        row = older.execute(
            "SELECT song_id, tag_id, annotator_id FROM annotations WHERE start_s IS NULL"
        ).fetchone()
        older.execute(
            "INSERT INTO disputes (song_id, tag_id, annotator_id, score, verdict, created_at)"
            " VALUES (?, ?, ?, 0.9, 'unclear', '2026-01-01T00:00:00.000Z')",
            row,
        )
    with Library.open(kept_path, annotator=ANNOTATOR) as library:
        assert library.disputes.unclear() == []
        assert library.annotations.labels().n_unclear == 0


def test_its_songs_can_be_removed_and_brought_back(
    kept_library: Library, expected: dict[str, Any]
) -> None:
    tag_id, model_id = kept_library.codebook.tags()[0].id, kept_library.models.list()[0].id
    kept_library.do(AddAnchor(1, tag_id, State.YES, 1.0, 2.0))
    kept_library.do(SettleDisagreement(1, tag_id, model_id, 0.9, Verdict.UNCLEAR))
    kept_library.do(RemoveSongs((1, 2)))
    assert kept_library.anchors.all() == kept_library.disputes.all() == []
    kept_library.undo()
    assert len(kept_library.anchors.all()) == len(kept_library.disputes.unclear()) == 1
    kept_library.undo()
    kept_library.undo()
    assert digest_of(kept_library, expected["columns"]) == expected["digest"]
