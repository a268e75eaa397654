"""ID3 frames of all versions are read and rendered; the odd ones stay as they are."""

from __future__ import annotations

import io
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.exchange.file_tags.id3_codec import (
    NO_TAG,
    Id3Codec,
    Id3Tag,
    parse_tag,
    synchsafe,
    tag_length,
)
from core.exchange.file_tags.tag_codec import UnreadableTags, values_of, with_field
from tests.support.tagged_files import id3_tag

FIELDS = ("GENRE", "MOOD", "GROUPING", "COMMENT", "EAR")
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe"), min_size=1
)


def by_mutagen(tag: bytes) -> Any:
    from mutagen.id3 import ID3

    return ID3(io.BytesIO(tag), translate=False)  # type: ignore[no-untyped-call]


def with_values(tag: Id3Tag, field: str, *values: str) -> bytes:
    new = tag.codec.render(field, values, tag.frames)
    return tag.rendered(with_field(tag.codec, tag.frames, field, new))


def tag_of(version: int, flags: int, body: bytes) -> bytes:
    return b"ID3" + bytes([version, 0, flags]) + synchsafe(len(body)) + body


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 4), st.sampled_from(FIELDS), st.lists(TEXTS, min_size=1, max_size=3))
def test_what_is_rendered_is_read_again(version: int, field: str, values: list[str]) -> None:
    codec = Id3Codec(version)
    entries = codec.render(field, values, ())
    found = values_of(codec, entries, field)
    several = version == 4 and field != "COMMENT"
    assert found == (tuple(values) if several else ("; ".join(values),))
    tag = tag_of(version, 0, b"".join(entries))
    assert parse_tag(tag).frames == tuple(entries)


@pytest.mark.parametrize("version", [3, 4])
def test_frames_of_others_are_read_as_they_are(version: int) -> None:
    data = id3_tag(version)
    tag = parse_tag(data)
    assert tag_length(data) == tag.n_bytes == len(data)
    assert {bytes(frame[:4]) for frame in tag.frames} >= {b"GEOB", b"PRIV", b"APIC", b"POPM"}
    assert values_of(tag.codec, tag.frames, "COMMENT") == ("schön",)
    assert tag.rendered(tag.frames) == data


def test_unsynchronised_tags_of_version_3_stay_so() -> None:
    sound = b"\xff\xe0\xff\x00\xff"
    private = b"PRIV" + (len(sound) + 2).to_bytes(4, "big") + b"\0\0a\0" + sound
    body = private.replace(b"\xff\xe0\xff\x00\xff", b"\xff\x00\xe0\xff\x00\x00\xff")
    body = body + b"\0"  # behind the last FF
    tag = parse_tag(tag_of(3, 0x80, body + bytes(50)))
    assert tag.frames == (private,)
    new = with_values(tag, "GENRE", "schön")
    assert new[5] & 0x80
    assert parse_tag(new).frames[0] == private
    mutagen = by_mutagen(new)
    assert mutagen["TCON"].text == ["schön"]
    assert mutagen.getall("PRIV")[0].data == sound


def test_sizes_of_version_4_written_as_those_of_version_3_are_understood() -> None:
    """Early iTunes wrote them so."""
    private = b"PRIV" + (300).to_bytes(4, "big") + b"\0\0a\0" + bytes(298)
    text = b"TIT2" + (3).to_bytes(4, "big") + b"\0\0\x03hi"
    tag = parse_tag(tag_of(4, 0, private + text + bytes(30)))
    assert tag.frames == (private, text)
    assert not tag.synchsafe
    long = "word" * 60
    assert parse_tag(with_values(tag, "GENRE", long)).frames[:2] == (private, text)


def test_a_tag_with_a_footer_and_one_with_an_extended_header_are_read() -> None:
    text = b"TIT2" + synchsafe(3) + b"\0\0\x03hi"
    with_footer = tag_of(4, 0x10, text) + b"3DI" + bytes([4, 0, 0x10]) + synchsafe(len(text))
    tag = parse_tag(with_footer)
    assert (tag.frames, tag.n_bytes) == ((text,), len(with_footer))
    assert len(tag.rendered(tag.frames)) == len(with_footer)
    assert by_mutagen(tag.rendered(tag.frames))["TIT2"].text == ["hi"]
    for version, header in ((4, synchsafe(6) + b"\1\0"), (3, (6).to_bytes(4, "big") + bytes(6))):
        frame = text if version == 4 else b"TIT2" + (3).to_bytes(4, "big") + b"\0\0\0hi"
        extended = parse_tag(tag_of(version, 0x40, header + frame + bytes(20)))
        assert extended.frames == (frame,)
        assert by_mutagen(with_values(extended, "MOOD", "calm"))


def test_compressed_and_encrypted_frames_stay_as_they_are() -> None:
    content = b"\x03EAR\0old"
    packed = zlib.compress(content)
    frame = b"TXXX" + synchsafe(len(packed) + 4) + b"\0\x09" + synchsafe(len(content)) + packed
    secret = b"TCON" + synchsafe(5) + b"\0\x04\x01abcd"
    tag = parse_tag(tag_of(4, 0, frame + secret + bytes(100)))
    assert values_of(tag.codec, tag.frames, "EAR") == ("old",)
    assert values_of(tag.codec, tag.frames, "GENRE") == ()
    new = parse_tag(with_values(tag, "EAR", "new"))
    assert new.frames[1] == secret
    assert values_of(new.codec, new.frames, "EAR") == ("new",)


def test_several_comments_stay_but_the_one_that_is_written() -> None:
    tag = parse_tag(id3_tag(4))
    more = [*tag.frames, *Id3Codec().render("COMMENT", ["/* a */"], ())]
    codec = tag.codec
    new = with_field(codec, more, "COMMENT", codec.render("COMMENT", ["/* b */"], more))
    mutagen = by_mutagen(tag.rendered(new))
    assert mutagen["COMM::deu"].text == ["schön"]
    assert mutagen["COMM:iTunNORM:eng"].text == [" 0001 0002"]
    assert mutagen["COMM::eng"].text == ["/* b */"]


def test_itunes_grouping_is_written_where_it_is() -> None:
    codec = Id3Codec(3)
    grouping = b"GRP1" + (3).to_bytes(4, "big") + b"\0\0\0ab"
    work = b"TIT1" + (5).to_bytes(4, "big") + b"\0\0\0opus"
    entries = [work, grouping]
    new = with_field(codec, entries, "GROUPING", codec.render("GROUPING", ["x"], entries))
    assert new[0] == work
    assert new[1].startswith(b"GRP1")


def test_damaged_tags_are_told() -> None:
    text = b"TIT2" + synchsafe(3) + b"\0\0\x03hi"
    for tag in (
        tag_of(4, 0, text + b"garbage that is no frame"),
        tag_of(3, 0, b"TIT2" + (999).to_bytes(4, "big") + b"\0\0\0hi"),
        tag_of(7, 0, text),
        tag_of(3, 0, text[:7]),
    ):
        with pytest.raises(UnreadableTags):
            parse_tag(tag)
    with pytest.raises(UnreadableTags, match="too_large"):
        NO_TAG.rendered([bytes(1 << 28)])
