"""Opening a library: one writer, whole files only, nothing foreign touched, nothing lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import LibraryError
from core.library.db import schema
from core.library.edits.edits import Judge, JudgeRegion, SaveSearch
from core.library.records import NO_TAG, NewModel, State
from core.library.recovery.backup import list_backups
from core.library.store import Library, LibraryBusy
from tests.support.permissions import bound_by_permissions
from tests.support.small_songs import library_with, new_song, tag_id


def add_songs(library: Library, count: int) -> None:
    for number in range(10, count):
        library.songs.add(new_song(number))


def refusal(path: Path, **how: bool) -> LibraryError:
    with pytest.raises(LibraryError) as caught:
        Library.open(path, **how)
    assert caught.value.path is not None
    assert caught.value.remedy
    return caught.value


def test_a_new_library_has_every_table_of_the_design_and_all_are_strict(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        tables = library.database.rows("SELECT name, strict FROM pragma_table_list")
        ours = {name: strict for name, strict in tables if not name.startswith(("sqlite_", "_"))}
        expected = (
            "songs categories tags tag_aliases codebook_versions annotators annotations journal"
            " models predictions saved_searches anchors disputes"
        )
        assert set(expected.split()) <= set(ours)
        words = {name for name in ours if name.startswith("song_words")}
        assert all(strict for name, strict in ours.items() if name not in words)


def test_a_commit_is_on_disk_before_it_is_acknowledged(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        assert library.database.value("PRAGMA journal_mode") == "wal"
        assert library.database.value("PRAGMA synchronous") == 2
        assert library.database.value("PRAGMA foreign_keys") == 1


def test_stored_decisions_are_read_after_reopening(tmp_path: Path) -> None:
    with library_with(tmp_path / "library.db", 2) as library:
        kick = tag_id(library, "kick")
        library.do(Judge(2, kick, State.UNSURE))
    with Library.open(tmp_path / "library.db") as library:
        assert library.songs.count() == 2
        assert library.annotations.of_song(2)[kick].state is State.UNSURE


def test_a_second_writer_is_refused_and_can_read(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with library_with(path, 1) as first:
        with pytest.raises(LibraryBusy, match="another RhythmCap"):
            Library.open(path)
        with Library.open(path, read_only=True) as second:
            assert second.songs.count() == 1
            first.songs.add(new_song(2))
            assert second.songs.count() == 2
            with pytest.raises(LibraryError, match="reading only"):
                second.songs.add(new_song(3))


def test_a_reader_sees_the_writers_new_words(tmp_path: Path) -> None:
    from core.library.edits.edits import AddTag

    path = tmp_path / "library.db"
    with library_with(path, 1) as first, Library.open(path, read_only=True) as second:
        assert second.codebook.find("seaside") is None
        first.do(AddTag("seaside", first.codebook.categories()[0].id))
        assert second.codebook.find("seaside") == first.codebook.find("seaside")


def test_another_process_is_kept_out_until_the_first_one_dies(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    code = (
        "import sys; from pathlib import Path; from core.library.store import Library;"
        f"library = Library.open(Path({str(path)!r})); print('open', flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    with pytest.raises(LibraryBusy):
        Library.open(path)
    child.kill()
    child.communicate()
    Library.open(path).close()


def test_a_closed_library_can_be_opened_again_at_once(tmp_path: Path) -> None:
    for _ in range(3):
        Library.open(tmp_path / "library.db").close()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"not a database, only a text " * 50, "not a RhythmCap library"),
        (b"SQLite format 3\0" + b"\0" * 20, "damaged"),
    ],
    ids=["empty", "text", "cut"],
)
def test_a_file_that_is_no_library_is_refused_untouched(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(content)
    for read_only in (False, True):
        assert message in refusal(path, read_only=read_only).message
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE photos (id INTEGER)")
    other.close()
    before = path.read_bytes()
    assert "another program" in refusal(path).message
    assert path.read_bytes() == before


def test_a_damaged_page_is_an_error_with_a_remedy_and_not_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    library_with(path, 50).close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="damaged"), Library.open(path) as library:
        library.songs.rows(range(1, 51))


def test_a_folder_and_a_missing_path_are_refused_by_name(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path).message
    assert "not there" in refusal(tmp_path / "unplugged" / "library.db").message
    assert "no library" in refusal(tmp_path / "none.db", read_only=True).message


def test_the_usual_library_makes_its_own_folder(home: Path) -> None:
    from core.paths import folders

    with Library.open(folders().library_file) as library:
        assert library.path.is_relative_to(home)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="rights are Linux's here")
def test_a_library_in_an_unwritable_folder_can_only_be_read(tmp_path: Path) -> None:
    path = tmp_path / "shelf" / "library.db"
    path.parent.mkdir()
    library_with(path, 1).close()

    def work() -> str:
        message = refusal(path).message
        with Library.open(path, read_only=True) as library:
            return f"{message} {library.songs.count()}"

    path.parent.chmod(0o500)
    told = bound_by_permissions(work)
    path.parent.chmod(0o700)
    assert told == "The library library.db cannot be written. 1"


def test_a_newer_library_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    library_with(path, 1).close()
    with sqlite3.connect(path) as newer:
        newer.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    newer.close()
    before = path.read_bytes()
    for read_only in (False, True):
        assert "newer RhythmCap" in refusal(path, read_only=read_only).message
    assert path.read_bytes() == before


def test_the_version_in_the_header_is_the_number_of_migrations(tmp_path: Path) -> None:
    with library_with(tmp_path / "library.db", 0) as library:
        assert library.database.value("PRAGMA user_version") == schema.VERSION
        n_applied = library.database.value("SELECT count(*) FROM _sqlite_migrations")
        assert n_applied == schema.VERSION == len(schema.MIGRATIONS)


def test_an_older_library_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    library_with(path, 3).close()
    with sqlite3.connect(path) as older:
        older.execute("PRAGMA user_version = 0")  # as if one migration were still to come
    older.close()
    assert "older RhythmCap" in refusal(path, read_only=True).message
    with Library.open(path) as library:
        assert library.songs.count() == 3
    (copy,) = list_backups(path)
    assert copy.reason == f"before-version-{schema.VERSION}"
    with sqlite3.connect(copy.path) as kept:
        assert kept.execute("SELECT count(*) FROM songs").fetchone() == (3,)
    kept.close()


def test_a_half_made_library_of_a_killed_process_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    (tmp_path / "library.db.part").write_bytes(b"half")
    (tmp_path / "library.db-wal").write_bytes(b"the log of a library deleted by hand")
    with Library.open(path) as library:
        assert library.songs.count() == 0
    assert (tmp_path / "library.db-wal.orphan").exists()


def test_a_full_disk_is_an_error_that_loses_nothing(tmp_path: Path) -> None:
    with library_with(tmp_path / "library.db", 3) as library:
        kick = tag_id(library, "kick")
        library.do(Judge(1, kick, State.YES))
        pages = library.database.value("PRAGMA page_count")
        library.database.value(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryError, match="no room"):
            add_songs(library, 2000)
        library.database.value("PRAGMA max_page_count = 1000000000")
        assert library.annotations.of_song(1)[kick].state is State.YES
        library.do(Judge(2, kick, State.NO))
        assert library.database.value("PRAGMA integrity_check") == "ok"


def test_a_library_from_before_columns_and_regions_keeps_its_words_and_searches(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.db"
    with library_with(path, 2) as library:
        kick = tag_id(library, "kick")
        library.models.add(NewModel("mtat", "musicnn", "m.safetensors", ("thump", "piano")))
        library.do(JudgeRegion(2, kick, 1.0, 2.0))
        for name in ("b", "a"):
            library.do(SaveSearch(name, "kick"))
    older = sqlite3.connect(path)
    for statement in (
        "DROP INDEX annotations_region",
        "ALTER TABLE saved_searches DROP COLUMN position",
        "DROP TABLE word_mappings",
        "CREATE TABLE word_mappings (id INTEGER PRIMARY KEY AUTOINCREMENT, word TEXT NOT NULL,"
        " word_key TEXT NOT NULL UNIQUE, tag_id INTEGER NOT NULL REFERENCES tags(id)) STRICT",
        "CREATE INDEX word_mappings_tag ON word_mappings(tag_id)",
        f"INSERT INTO word_mappings (word, word_key, tag_id) VALUES ('Thump', 'thump', {kick})",
        f"UPDATE models SET tag_ids = '[null, {kick}]'",  # looked up by name when it was added
        "DELETE FROM _sqlite_migrations WHERE name IN"
        " ('found_regions', 'words_of_no_tag', 'searches_in_order')",
        "PRAGMA user_version = 3",
    ):
        older.execute(statement)
    older.commit()
    older.close()
    with Library.open(path) as library:
        model = library.models.list()[0]
        piano = tag_id(library, "piano")
        assert library.models.tag_ids(model.id) == (kick, piano)
        assert library.search.ids("region:kick").tolist() == [2]
        assert [search.name for search in library.search.saved()] == ["b", "a"]
        library.models.map_word("piano", NO_TAG)
        assert library.models.tag_ids(model.id) == (kick, None)
