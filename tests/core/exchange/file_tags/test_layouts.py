"""Fields of all kinds of files are changed, and nothing else; the way back is exact to the byte."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from core.exchange.file_tags.drafts import sound_of
from core.exchange.file_tags.ogg_layout import (
    OggLayout,
    RenumberedPages,
    page_bytes,
    read_ogg,
    read_page,
)
from core.exchange.file_tags.tag_codec import (
    UnreadableTags,
    values_of,
    with_field,
    without_fields,
)
from core.exchange.file_tags.tag_layouts import TagLayout, read_independently, read_layout
from core.exchange.file_tags.tag_pieces import pieces_back, way_back, write_pieces
from core.jobs import SILENT
from tests.support.encoded_sounds import needs_ffmpeg
from tests.support.tagged_files import KINDS, make_song, others_by_mutagen

pytestmark = needs_ffmpeg

SMALL = {
    "GENRE": ("techno", "häuse"),
    "MOOD": ("dark",),
    "GROUPING": ("a", "b"),
    "COMMENT": ("schön /* x / y */",),
    "EAR": ("kick", "βass"),
}
CHANGES: dict[str, Mapping[str, Sequence[str]]] = {
    "several fields": SMALL,
    "shorter": {"GENRE": ("x",)},
    "less": {"GENRE": (), "EAR": ()},
    "more than there is room for": {"NEW": tuple(f"word{n}" * 30 for n in range(100))},
    "very much": {"NEW": tuple(f"word{n}" * 900 for n in range(100))},
}
NAMES_BY_MUTAGEN = {
    "tcon", "tmoo", "txxx:mood", "tit1", "comm::deu", "txxx:ear", "txxx:new", "genre", "mood",
    "grouping", "comment", "ear", "new", "©gen", "©grp", "©cmt", "----:com.apple.itunes:mood",
    "----:com.apple.itunes:ear", "----:com.apple.itunes:new",
}  # fmt: skip


@pytest.fixture(scope="module", params=KINDS)
def song(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_song(tmp_path_factory.mktemp("songs"), request.param)


def layout_of(path: Path) -> TagLayout:
    with path.open("rb") as file:
        return read_layout(file, path.stat().st_size, path.suffix)


def changed(path: Path, values: Mapping[str, Sequence[str]], target: Path) -> list[object] | None:
    """Write a changed copy; return the way back."""
    layout = layout_of(path)
    entries = list(layout.entries)
    for field, texts in values.items():
        new = layout.codec.render(field, texts, entries)
        entries = with_field(layout.codec, entries, field, new)
    pieces = layout.pieces(entries)
    with path.open("rb") as source, target.open("wb") as file:
        write_pieces(pieces, source, file)
        return way_back(pieces, source, path.stat().st_size)


def restored(target: Path, back: list[object] | None) -> bytes:
    """Return what a changed copy was made of, by its way back."""
    assert back is not None
    former = io.BytesIO()
    with target.open("rb") as file:
        write_pieces(pieces_back(back), file, former)
    return former.getvalue()


def joined(kind: str, values: Sequence[str]) -> tuple[str, ...]:
    return ("; ".join(values),) if kind == "ID3v2.3" and values else tuple(values)


@pytest.mark.parametrize("what", CHANGES)
def test_fields_change_and_nothing_else(song: Path, what: str, tmp_path: Path) -> None:
    values, target = CHANGES[what], tmp_path / f"new{song.suffix}"
    before = layout_of(song)
    back = changed(song, values, target)
    after = layout_of(target)
    assert after.codec.name == before.codec.name
    texts = read_independently(target, after)
    for field, wanted in values.items():
        found = values_of(after.codec, after.entries, field)
        assert found == joined(after.codec.name, wanted)
        assert set(found) <= texts
    kept = without_fields(before.codec, before.entries, values)
    assert without_fields(after.codec, after.entries, values) == kept
    assert len(kept) > 4
    assert others_by_mutagen(target, *NAMES_BY_MUTAGEN) == others_by_mutagen(
        song, *NAMES_BY_MUTAGEN
    )
    assert sound_of(target, SILENT) == sound_of(song, SILENT) != ""
    assert restored(target, back) == song.read_bytes()


def test_a_file_without_tags_gets_them_and_is_as_it_was_afterwards(
    song: Path, tmp_path: Path
) -> None:
    import mutagen

    bare, target = tmp_path / f"bare{song.suffix}", tmp_path / f"new{song.suffix}"
    bare.write_bytes(song.read_bytes())
    file = mutagen.File(bare)  # type: ignore[attr-defined]
    file.delete()
    back = changed(bare, {"GENRE": ("techno",), "MOOD": ("dark",)}, target)
    tagged = layout_of(target)
    assert values_of(tagged.codec, tagged.entries, "GENRE") == ("techno",)
    assert {"techno", "dark"} <= read_independently(target, tagged)
    assert sound_of(target, SILENT) == sound_of(bare, SILENT)
    assert restored(target, back) == bare.read_bytes()


def test_a_field_that_fits_moves_no_sound(song: Path, tmp_path: Path) -> None:
    if song.suffix in (".ogg", ".opus"):
        pytest.skip("Ogg has no padding")
    target = tmp_path / f"new{song.suffix}"
    changed(song, {"GENRE": ("pop",)}, target)
    assert target.stat().st_size == song.stat().st_size


def pages_of(path: Path) -> Iterator[int]:
    with path.open("rb") as file:
        at = 0
        while (page := read_page(file, at)) is not None:
            assert page_bytes(page.head, page.number, page.content) == page.head + page.content
            at += page.length
            yield page.number
        assert at == path.stat().st_size


@pytest.mark.parametrize("kind", ["ogg", "opus"])
def test_pages_behind_very_long_comments_get_new_numbers(kind: str, tmp_path: Path) -> None:
    song, target = make_song(tmp_path, kind, seconds=4.0), tmp_path / "new.ogg"
    values = {"NEW": ("word" * 150_000,)}
    changed(song, values, target)
    with song.open("rb") as file:
        layout = read_ogg(file, song.stat().st_size)
        assert isinstance(layout.pieces([b"NEW=" + b"word" * 150_000])[-1], RenumberedPages)
    numbers = list(pages_of(target))
    assert numbers == list(range(len(numbers)))
    assert sound_of(target, SILENT) == sound_of(song, SILENT)


def test_what_another_program_left_behind_the_headers_stays(tmp_path: Path) -> None:
    song, target = make_song(tmp_path, "ogg", seconds=4.0), tmp_path / "new.ogg"
    layout, data = layout_of(song), song.read_bytes()
    assert isinstance(layout, OggLayout)
    last = layout.pages[-1]
    head = last.head[:26] + bytes([last.head[26] + 1]) + last.lacing + b"\x05"
    page = page_bytes(head, last.number, last.content + b"stray")
    song.write_bytes(data[: last.start] + page + data[last.start + last.length :])
    for name, values in CHANGES.items():
        back = changed(song, values, target)
        after = layout_of(target)
        assert isinstance(after, OggLayout)
        assert after.packets[2:] == (b"stray",), name
        assert sound_of(target, SILENT) == sound_of(song, SILENT), name
        assert restored(target, back) == song.read_bytes(), name


def test_kinds_of_files_that_are_not_written_are_told(tmp_path: Path) -> None:
    for name, data in (
        ("a.wma", b"0&\xb2u\x8ef\xcf\x11" + bytes(100)),
        ("a.txt", b"hello" * 10),
        ("a.wav", b"RF64\xff\xff\xff\xffWAVE" + bytes(100)),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(UnreadableTags, match="tags_unwritable"):
            layout_of(path)


def test_damaged_files_are_told_and_not_written(song: Path, tmp_path: Path) -> None:
    """Cut off at any place among the tags: told, or read as what can be read."""
    data = song.read_bytes()
    path = tmp_path / f"cut{song.suffix}"
    for length in range(13, min(len(data), 12_000), 371):
        path.write_bytes(data[:length])
        with contextlib.suppress(UnreadableTags):
            assert layout_of(path).codec.name
