"""A library is called what its user knows it by."""

from __future__ import annotations

from pathlib import Path

from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.library_name import library_name


def test_the_demo_and_ones_own_have_names_others_their_files() -> None:
    assert library_name(folders().library_file) == "My library"
    assert library_name(folders().demo / "library.db") == "Demo library"
    assert library_name(Path("/corpus/sea songs.db")) == "sea songs"
    assert library_name(Path("/corpus/library.db")) == "corpus/library"


def test_the_title_bar_names_the_library(program: Program) -> None:
    assert program.window.windowTitle() == "small – RhythmCap"
