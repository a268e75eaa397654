"""A search for sound files stays inside the folders it is given, and says what it passed over."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core.library.scan.sound_files import find_sound_files


def file(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    return path


@pytest.fixture
def music(tmp_path: Path) -> Path:
    """A chosen folder with two songs, and beside it a folder that was not chosen."""
    file(tmp_path / "music" / "a.mp3")
    file(tmp_path / "music" / "deep" / "b.flac")
    file(tmp_path / "elsewhere" / "c.ogg")
    return tmp_path / "music"


def names(paths: tuple[Path, ...], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_folder_gives_its_sound_files_once_and_sorted_without_the_hidden(tmp_path: Path) -> None:
    wanted = ["b.FLAC", "a.mp3", "deep/er/c.Ogg", ".hidden.mp3", ".trash/d.mp3", "notes.txt"]
    for name in wanted:
        file(tmp_path / name)
    (tmp_path / "deep" / "round").symlink_to(tmp_path)
    found = find_sound_files([tmp_path, tmp_path / "a.mp3", tmp_path / "notes.txt"])
    assert names(found.files, tmp_path) == ["a.mp3", "b.FLAC", "deep/er/c.Ogg", "notes.txt"]
    assert found.links == ()


@pytest.mark.parametrize("target", ["/", "../elsewhere", "../elsewhere/c.ogg", ".."])
def test_links_out_of_the_folder_are_counted_and_passed_over(music: Path, target: str) -> None:
    (music / "z:.ogg").symlink_to(target)
    found = find_sound_files([music])
    assert names(found.files, music) == ["a.mp3", "deep/b.flac"]
    assert names(found.links, music) == ["z:.ogg"]


def test_links_are_followed_where_that_is_asked(music: Path) -> None:
    (music / "more").symlink_to("../elsewhere")
    (music / "one.ogg").symlink_to("../elsewhere/c.ogg")
    found = find_sound_files([music], follow_links=True)
    assert names(found.files, music) == ["a.mp3", "deep/b.flac", "more/c.ogg"]
    assert found.links == ()


@pytest.mark.usefixtures("music")
def test_a_link_that_is_chosen_itself_is_followed(tmp_path: Path) -> None:
    (tmp_path / "chosen").symlink_to("elsewhere")
    (tmp_path / "song.ogg").symlink_to("elsewhere/c.ogg")
    assert find_sound_files([tmp_path / "chosen"]).files == (tmp_path / "chosen" / "c.ogg",)
    assert find_sound_files([tmp_path / "song.ogg"]).files == (tmp_path / "song.ogg",)


def test_links_inside_add_nothing_twice_and_loops_come_to_an_end(music: Path) -> None:
    (music / "again").symlink_to("deep")
    (music / "0.flac").symlink_to("deep/b.flac")
    (music / "deep" / "up").symlink_to("..")
    (music / "deep" / "self").symlink_to("self")
    (music / "deep" / "self.mp3").symlink_to("self.mp3")
    (music / "one").symlink_to("two")
    (music / "two").symlink_to("one")
    for follow_links in (False, True):
        found = find_sound_files([music], follow_links=follow_links)
        assert names(found.files, music) == ["a.mp3", "deep/b.flac"]
        assert found.links == ()


def test_what_lies_hidden_inside_is_found_through_its_links(music: Path) -> None:
    file(music / ".annex" / "4711")
    (music / "kept.wav").symlink_to(".annex/4711")
    assert names(find_sound_files([music]).files, music) == ["a.mp3", "deep/b.flac", "kept.wav"]


def test_a_link_from_one_chosen_folder_to_another_leads_nowhere_new(
    music: Path, tmp_path: Path
) -> None:
    (music / "other").symlink_to("../elsewhere")
    found = find_sound_files([music, tmp_path / "elsewhere"])
    assert names(found.files, tmp_path) == ["elsewhere/c.ogg", "music/a.mp3", "music/deep/b.flac"]
    assert found.links == ()


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities are Linux's")
def test_a_folder_that_may_not_be_looked_into_is_told(music: Path) -> None:
    from tests.support.permissions import bound_verb

    closed = music / "deep"
    (music / "a.mp3").unlink()
    closed.chmod(0)
    code, told = bound_verb("import", str(music))
    closed.chmod(0o700)
    assert code == 1
    assert f"{closed}: deep cannot be opened. Check that you may read it" in told
    assert "1 could not be read" in told
