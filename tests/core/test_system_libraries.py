"""Libraries of the system that are missing are named by their packages."""

from __future__ import annotations

import json
import sys

import pytest

from core.cli import doctor as doctor_verb
from core.cli import main
from core.system_libraries import missing_packages


def test_a_library_that_cannot_be_loaded_is_named_by_its_package() -> None:
    assert missing_packages({"libc.so.6": "libc6", "libnone.so.9": "libnone9"}) == ["libnone9"]


@pytest.mark.skipif(sys.platform != "linux", reason="packages are of Linux")
def test_doctor_says_which_packages_the_window_lacks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor_verb, "XCB_LIBRARIES", {"libnone.so.9": "libnone9"})
    main(["doctor", "--json"])
    findings = json.loads(capsys.readouterr().out)["findings"]
    (window,) = [finding for finding in findings if finding["what"] == "window"]
    assert window["state"] == "note"  # the verbs work without
    assert window["remedy"] == "apt-get install libnone9"


@pytest.mark.skipif(sys.platform != "linux", reason="packages are of Linux")
def test_doctor_ends_with_what_does_not_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor_verb, "XCB_LIBRARIES", {"libnone.so.9": "libnone9"})
    monkeypatch.setattr(doctor_verb, "SOUND_LIBRARIES", {"libmute.so.9": "libmute9"})
    main(["doctor"])
    printed = capsys.readouterr().err
    assert "the window does not start until you have run `apt-get install " in printed
    assert "libnone9`" in printed
    assert "libmute9`" in printed
    assert "All is well" not in printed
