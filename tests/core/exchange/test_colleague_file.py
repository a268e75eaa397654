"""Requests and answers from strangers: whatever is in them, one message, and nothing is done."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import ExchangeError
from core.exchange.colleague import shared_file
from core.exchange.colleague.shared_file import read_answer, read_request, write_request
from core.exchange.formats.colleague_answer import read
from core.jobs import SILENT

HASH = "0123456789abcdef" * 2
Row = dict[str, Any]


def request_row() -> Row:
    """A request as it should be."""
    return {
        "format": "rhythmcap-request",
        "version": 1,
        "id": "1",
        "annotator": "Ann",
        "blind": False,
        "seed": 3,
        "codebook": {
            "format": "rhythmcap-codebook",
            "version": 1,
            "categories": [
                {"name": "rhythm", "tags": [{"name": "kick", "definition": "a drum"}]},
                {"name": "voice", "tags": [{"name": "female"}, {"name": "male"}]},
            ],
        },
        "songs": [{"audio_hash": HASH, "title": "Blue", "duration_s": 12.5, "file": "a.wav"}],
        "decisions": [{"song": 0, "tag": 2, "state": "yes", "intensity": 0.5}],
    }


def write(folder: Path, row: object) -> Path:
    path = folder / "bad.rhythmcap-ask"
    path.write_text(json.dumps(row), encoding="utf-8")
    return path


def test_a_request_is_read_as_it_was_written(tmp_path: Path) -> None:
    request = read_request(write(tmp_path, request_row()))
    assert request.tags == ("kick", "female", "male")
    assert request.category_of("male") == "voice"
    assert (request.songs[0].duration_s, request.decisions[0].word) == (12.5, 2)
    again = tmp_path / "again.rhythmcap-ask"
    write_request(request, again)
    assert read_request(again) == request
    again.write_bytes(b"\xef\xbb\xbf" + again.read_bytes().replace(b"\n", b"\r\n"))
    assert read_request(again) == request


def changed(change: Callable[[Row], object]) -> Callable[[], Row]:
    def made() -> Row:
        row = request_row()
        change(row)
        return row

    return made


BAD: dict[str, tuple[Callable[[], object], str]] = {
    "a list": (lambda: [1, 2], "no request and no answer"),
    "another format": (changed(lambda r: r.update(format="x")), "no request and no answer"),
    "an answer": (changed(lambda r: r.update(format="rhythmcap-answer")), "an answer, not"),
    "newer": (changed(lambda r: r.update(version=2)), "newer"),
    "no version": (changed(lambda r: r.pop("version")), "newer"),
    "no songs": (changed(lambda r: r.update(songs=[])), "0 songs"),
    "songs are text": (changed(lambda r: r.update(songs="all")), "damaged"),
    "a song is a number": (changed(lambda r: r.update(songs=[7])), "damaged"),
    "no codebook": (changed(lambda r: r.pop("codebook")), "damaged"),
    "no tags": (changed(lambda r: r["codebook"].update(categories=[])), "0 tags"),
    "a tag twice": (
        changed(lambda r: r["codebook"]["categories"][0].update(tags=[{"name": "Male"}])),
        "a tag stands in it twice",
    ),
    "a nameless tag": (
        changed(lambda r: r["codebook"]["categories"][0].update(tags=[{"name": " "}])),
        "a name in it",
    ),
    "a key of letters": (
        changed(lambda r: r["codebook"]["categories"][0].update(key="abc")), "a name in it",
    ),
    "a colour that is none": (
        changed(lambda r: r["codebook"]["categories"][0].update(colour="<img>")), "damaged",
    ),
    "an endless meaning": (
        changed(
            lambda r: r["codebook"]["categories"][0]["tags"][0].update(definition="x" * 99_999)
        ),
        "damaged",
    ),
    "a path as hash": (
        changed(lambda r: r["songs"][0].update(audio_hash="../../etc/passwd")), "audio hash",
    ),
    "a song twice": (changed(lambda r: r["songs"].append(r["songs"][0])), "a song stands"),
    "endless": (changed(lambda r: r["songs"][0].update(duration_s=1e400)), "damaged"),
    "negative": (changed(lambda r: r["songs"][0].update(duration_s=-1)), "damaged"),
    "a huge title": (changed(lambda r: r["songs"][0].update(title="x" * 5000)), "damaged"),
    "song out of range": (changed(lambda r: r["decisions"][0].update(song=1)), "damaged"),
    "tag out of range": (changed(lambda r: r["decisions"][0].update(tag=3)), "damaged"),
    "tag below 0": (changed(lambda r: r["decisions"][0].update(tag=-1)), "damaged"),
    "unknown state": (changed(lambda r: r["decisions"][0].update(state="maybe")), "damaged"),
    "a true number": (changed(lambda r: r["decisions"][0].update(song=True)), "damaged"),
    "too intense": (changed(lambda r: r["decisions"][0].update(intensity=2)), "damaged"),
    "half a region": (changed(lambda r: r["decisions"][0].update(start_s=1)), "damaged"),
    "backwards": (changed(lambda r: r["decisions"][0].update(start_s=2, end_s=1)), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_request_is_one_error_that_names_file_cause_and_remedy(
    tmp_path: Path, name: str
) -> None:
    make, cause = BAD[name]
    path = write(tmp_path, make())
    with pytest.raises(ExchangeError, match=cause) as told:
        read_request(path)
    assert "bad.rhythmcap-ask" in told.value.message
    assert told.value.remedy.startswith(("Ask for the file", "Drop it on the window"))
    assert told.value.path == path


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "line 1 is damaged"),
        (b"\xff\xfe\x00{", "something in it is damaged"),
        (b'{"format": "rhythmcap-request",\n "version": ', "line 2 is damaged"),
        (b"[" * 100_000, "something in it is damaged"),
        (b'{"format": "rhythmcap-request", "version": NaN}', "something in it is damaged"),
        (b'{"format": ' + b"9" * 5000 + b"}", "something in it is damaged"),
    ],
    ids=["empty", "other encoding", "cut off", "deep", "no number", "a long number"],
)
def test_bytes_that_are_no_file_of_ours_are_told(tmp_path: Path, data: bytes, cause: str) -> None:
    path = tmp_path / "odd.rhythmcap-ask"
    path.write_bytes(data)
    with pytest.raises(ExchangeError, match=cause):
        read_request(path)


def test_no_more_is_read_than_a_file_may_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, request_row())
    monkeypatch.setattr(shared_file, "MAX_BYTES", path.stat().st_size - 1)
    with pytest.raises(ExchangeError, match="larger than"):
        read_request(path)


def test_a_file_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.rhythmcap-ask", tmp_path):
        with pytest.raises(ExchangeError, match="cannot be read"):
            read_request(path)


def test_names_of_files_are_bare_and_signs_of_control_are_gone(tmp_path: Path) -> None:
    row = request_row()
    row["songs"][0].update(file="C:\\Users\\Ann\\..\\a.wav", title="Bl\u202eue\x1b[2J\n\ud800")
    row["songs"].append({"audio_hash": HASH[::-1], "file": "/etc/.."})
    row["note"] = "hello\x00 Bo"
    request = read_request(write(tmp_path, row))
    assert [song.path for song in request.songs] == ["a.wav", ""]
    assert request.songs[0].title.isprintable()
    assert "\ud800" not in request.songs[0].title
    assert request.note == "hello Bo"


def test_an_answer_without_a_name_is_none(tmp_path: Path) -> None:
    row = request_row() | {"format": "rhythmcap-answer", "annotator": " "}
    with pytest.raises(ExchangeError, match="a name in it"):
        read_answer(write(tmp_path, row))
    file = read(write(tmp_path, row | {"annotator": "Bo"}), SILENT)
    assert [word.category for word in file.words] == ["rhythm", "voice", "voice"]
    assert [decision.annotator for decision in file.decisions] == ["Bo"]
    with pytest.raises(ExchangeError, match="a request, not"):
        read_answer(write(tmp_path, request_row()))


LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5),
    st.sampled_from([HASH, "kick", "yes", "rhythmcap-codebook", "#ffffff"]),
)  # fmt: skip
ANY_JSON = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = st.sampled_from(sorted(request_row()))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(KEYS, ANY_JSON)
def test_any_value_anywhere_is_read_or_told(tmp_path: Path, key: str, value: object) -> None:
    path = write(tmp_path, request_row() | {key: value})
    try:
        request = read_request(path)
    except ExchangeError:  # whatever else it raises is a failure
        return
    again = tmp_path / "again.rhythmcap-ask"
    write_request(request, again)
    assert read_request(again).songs == request.songs
