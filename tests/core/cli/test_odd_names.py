"""Files with any name are imported, tagged, found and exported; the terminal gets only text."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from pathlib import Path

import pytest

from core.cli import main
from core.printable import path_from_text
from tests.support.small_songs import write_tone
from tests.support.verb_process import run_verb

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names there are Unicode")
NAMES = (
    b"caf\xe9 nocturne.wav",
    b"plain.wav",
    "\u202egnp.wav".encode(),
    b"new\nline\tand tab.wav",
    b"\x1b[2J\x07.wav",
    b"\xed\xa0\x80.wav",
    b"\xff" * 251 + b".wav",
    b"-q.wav",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Tones under such names, in a folder with such a name."""
    folder = tmp_path / os.fsdecode(b"\xfcber\n")
    folder.mkdir()
    for number, name in enumerate(NAMES):
        tone = write_tone(tmp_path / "tone.wav", hz=200 + 40 * number, seconds=0.5)
        tone.rename(folder / os.fsdecode(name))
    return folder


def answer(*argv: str, **options: object) -> object:
    """A verb's JSON, from a process of its own; what it writes is checked."""
    done = run_verb(*argv, "--json", **options)
    assert done.returncode == 0, done.stderr
    written = done.stdout + done.stderr
    assert not {"\x1b", "\x07", "\t", "\u202e"} & set(written.decode("utf-8"))
    return json.loads(done.stdout)


def test_every_name_goes_through_import_tag_search_and_export(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = {str(folder / os.fsdecode(name)) for name in NAMES}
    imported = answer("import", str(folder))
    assert isinstance(imported, dict)
    assert set(imported["added"]) == paths
    for number, path in enumerate(sorted(paths)):
        assert main(["tag", path, "+kick" if number else "?dark", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["path"] == path
    found = answer("songs", "café")
    assert isinstance(found, list)
    assert [song["path"] for song in found] == [str(folder / os.fsdecode(NAMES[0]))]
    table = run_verb("export", "-").stdout.decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert {str(path_from_text(row["path"])) for row in rows} == paths
    first = next(row["path"] for row in rows if row["path"].endswith("nocturne.wav"))
    again = answer("tag", first, "=kick", "=dark", "+slow")
    assert isinstance(again, dict)
    assert again["path"] == str(folder / os.fsdecode(NAMES[0])), "a CSV's path names the song"


def test_every_verb_survives_them(folder: Path, tmp_path: Path) -> None:
    (folder / os.fsdecode(b"no\xe9sound\x1b.wav")).write_bytes(b"no sound")
    listed = b"\0".join(
        os.fsencode(folder) + b"/" + name for name in os.listdir(os.fsencode(folder))
    )
    imported = answer("import", "-", input=listed)
    assert isinstance(imported, dict)
    assert (len(imported["added"]), len(imported["failed"])) == (len(NAMES), 1)
    moved = tmp_path / "moved"
    folder.rename(moved)
    for verb in (["songs"], ["rescan", str(moved)], ["duplicates"], ["export", "-"], ["undo"]):
        done = run_verb(*verb)
        assert done.returncode == 0, done.stderr
        written = (done.stdout + done.stderr).decode("utf-8").replace("\r\n", "\n")
        assert not {"\x1b", "\x07", "\t"} & set(written) or verb[0] == "export"


def test_the_output_is_utf_8_in_every_locale(folder: Path) -> None:
    environment = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert len(answer("import", str(folder), env=environment)["added"]) == len(NAMES)  # type: ignore[index]
    assert "café" in run_verb("songs", env=environment).stdout.decode("utf-8")


def test_json_escapes_what_the_list_escapes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(folder / os.fsdecode(NAMES[4])), "--json"]) == 0
    assert r"\u001b[2J\u0007.wav" in capsys.readouterr().out
