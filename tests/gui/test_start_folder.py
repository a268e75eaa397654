"""The window does not hold on to the folder that it was started in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.paths import HOME_VARIABLE, folders
from rhythmcap_gui.start_folder import leave_start_folder


def test_the_start_folder_is_left_and_its_paths_keep_their_meaning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path.parent))
    monkeypatch.setenv("USERPROFILE", str(tmp_path.parent))
    monkeypatch.setenv(HOME_VARIABLE, "mine")
    before = folders()
    assert leave_start_folder() / "song.wav" == tmp_path / "song.wav"
    assert Path.cwd() == tmp_path.parent
    assert folders() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that a process is in")
def test_a_start_folder_that_is_gone_is_left_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    monkeypatch.setenv("HOME", str(tmp_path / "nowhere"))
    gone.rmdir()
    assert leave_start_folder() == Path()
    assert Path.cwd() == Path(os.sep)
