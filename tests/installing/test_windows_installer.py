"""The script of the Windows installer names files that are there, and the languages we have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from make_icons import SIZES
from program_icons import ICNS_KINDS, ICO_SIZES, icns, ico, pictures_of
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImageReader

from core.audio.decode import AUDIO_SUFFIXES
from core.exchange.colleague.records import ANSWER_SUFFIX, REQUEST_SUFFIX
from rhythmcap_gui.languages import NAMES

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "windows" / "rhythmcap.iss"
BUILT = {"dist/rhythmcap/*", "build/rhythmcap.ico"}
FIELD = re.compile(r'(\w+): (?:"((?:[^"]|"")*)"|([^;"]+))(?:; |$)')
SECTIONS = {
    "Setup", "Languages", "CustomMessages", "Tasks", "InstallDelete", "Files", "Icons", "Registry",
    "Run",
}  # fmt: skip


@pytest.fixture(scope="module")
def sections() -> dict[str, list[str]]:
    """Return the lines of every section, without comments and directives."""
    found, lines = dict[str, list[str]](), list[str]()
    for line in SCRIPT.read_text(encoding="utf-8-sig").splitlines():
        if named := re.fullmatch(r"\[(\w+)\]", line):
            lines = found.setdefault(named[1], [])
        elif line and not line.startswith((";", "#")):
            lines.append(line)
    return found


def fields(line: str) -> dict[str, str]:
    """Read one entry: names and values, the quotation marks off."""
    assert FIELD.sub("", line) == "", line
    found = FIELD.findall(line)
    return {name: quoted.replace('""', '"') or bare for name, quoted, bare in found}


def test_it_begins_with_the_mark_of_utf_8() -> None:
    assert SCRIPT.read_bytes().startswith(b"\xef\xbb\xbf")


def test_every_line_is_read(sections: dict[str, list[str]]) -> None:
    assert set(sections) == SECTIONS
    for name in SECTIONS - {"Setup", "CustomMessages"}:
        assert all(fields(line) for line in sections[name])


def test_it_is_for_one_user_and_takes_its_version_from_outside(
    sections: dict[str, list[str]],
) -> None:
    setup = dict(line.split("=", 1) for line in sections["Setup"])
    assert setup["PrivilegesRequired"] == "lowest"
    assert setup["AppVersion"] == "{#Version}"
    assert re.fullmatch(r"\{\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", setup["AppId"])


def test_what_it_takes_in_is_there_or_is_built_before(sections: dict[str, list[str]]) -> None:
    text = "\n".join(sections["Setup"] + sections["Files"])
    named = {path.replace("\\", "/") for path in re.findall(r"\{#Root\}\\([^\"\n]+)", text)}
    assert named >= BUILT
    assert all((ROOT / path).exists() for path in named - BUILT - {"dist"})


def test_it_speaks_the_languages_of_the_program(sections: dict[str, list[str]]) -> None:
    languages = {fields(line)["Name"] for line in sections["Languages"]}
    assert languages == set(NAMES)
    messages = [line.partition("=")[0].split(".") for line in sections["CustomMessages"]]
    by_language = {one: sorted(n for lang, n in messages if lang == one) for one in languages}
    assert len({tuple(names) for names in by_language.values()}) == 1
    used = set(re.findall(r"\{cm:(\w+)", "\n".join(sections["Tasks"] + sections["Registry"])))
    assert used - {"CreateDesktopIcon"} == set(by_language["en"])


def test_it_is_offered_for_all_that_the_program_opens(sections: dict[str, list[str]]) -> None:
    entries = [fields(line) for line in sections["Registry"]]
    types = {entry["ValueName"] for entry in entries if entry["Subkey"].endswith("SupportedTypes")}
    assert types == AUDIO_SUFFIXES | {".db", ".zip"}
    keys = {entry["Subkey"] for entry in entries}
    assert {rf"Software\Classes\{suffix}" for suffix in (REQUEST_SUFFIX, ANSWER_SUFFIX)} <= keys


def test_every_key_goes_when_the_program_goes(sections: dict[str, list[str]]) -> None:
    entries = [fields(line) for line in sections["Registry"]]
    assert {entry["Root"] for entry in entries} == {"HKA"}
    gone = [entry["Subkey"] for entry in entries if entry.get("Flags") == "uninsdeletekey"]
    for entry in entries:
        assert any(f"{entry['Subkey']}\\".startswith(f"{key}\\") for key in gone)


@pytest.mark.parametrize(
    ("content", "sizes"),
    [
        (ico(pictures_of(set(ICO_SIZES))), set(ICO_SIZES)),
        (icns(pictures_of({size for _, size in ICNS_KINDS})), {size for _, size in ICNS_KINDS}),
    ],
)
def test_the_files_of_icons_are_read_by_others(content: bytes, sizes: set[int]) -> None:
    assert sizes <= set(SIZES)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer)
    found = set[int]()
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        image = reader.read()
        assert not image.isNull(), reader.errorString()
        found.add(image.width())
    assert found == sizes
