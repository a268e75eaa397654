"""Use my graphics card: the dialog says what there is, installs what it can, and removes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.errors import GraphicsError
from core.graphics import environment
from core.graphics import install as core_install
from core.graphics.graphics_records import Card, CardKind, GraphicsState, Stage
from core.messages import message
from rhythmcap_gui.app import Program

CARD = Card(CardKind.NVIDIA, "NVIDIA GeForce RTX 3060", "560.35.03", 8.6, 12288)


@pytest.fixture
def with_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "find_card", lambda: CARD)


def opened(program: Program, qtbot: QtBot) -> Any:
    program.window.action_set["help.graphics"].trigger()
    dialog = program.window.graphics_controller.dialog
    qtbot.waitUntil(lambda: dialog.state is not None)
    return dialog


def test_without_a_card_it_says_what_helps(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "find_card", lambda: Card(CardKind.NONE))
    dialog = opened(program, qtbot)
    assert dialog.heading.text() == "No NVIDIA graphics card was found."
    assert "Learn on another machine" in dialog.text.text()
    assert dialog.install.isHidden()
    assert dialog.remove.isHidden()


@pytest.mark.usefixtures("with_card")
def test_what_will_be_installed_is_said_first(program: Program, qtbot: QtBot) -> None:
    dialog = opened(program, qtbot)
    assert dialog.state.cuda == "cu126"
    assert CARD.name in dialog.heading.text()
    rows = dict(dialog._rows(dialog.state))
    assert rows["To download"] == "about 3.00 GB"
    assert rows["Installed by"] in ("pip", "uv")
    assert str(environment.environment_folder()) in rows["Folder"]
    assert not dialog.install.isHidden()
    assert dialog.install.isEnabled()


@pytest.mark.usefixtures("with_card")
def test_a_failure_is_shown_and_what_is_there_can_go_on_or_be_removed(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_network(cuda: str) -> core_install.Source:
        assert cuda == "cu126"
        return core_install.Source(("--no-index", "rhythmcap-is-nowhere"), (), "cpu", 1000)

    monkeypatch.setattr(core_install, "public_source", without_network)
    dialog = opened(program, qtbot)
    dialog.install.click()
    assert dialog.work.running
    qtbot.waitUntil(lambda: dialog.work.failed, timeout=60_000)
    assert "uv" in dialog.work.message.text()
    dialog.close()

    dialog = opened(program, qtbot)
    assert dialog.state.stage is Stage.PART
    assert dialog.install.text() == "Go on installing"
    dialog.remove.click()
    qtbot.waitUntil(lambda: dialog.state.stage is Stage.ABSENT)
    assert not environment.environment_folder().exists()


@pytest.mark.usefixtures("with_card")
def test_the_status_line_says_where_the_network_learns(program: Program, qtbot: QtBot) -> None:
    folder = environment.environment_folder()
    python = environment.python_of(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    environment.mark_tried(folder, {"card": CARD.name, "torch": "2.9.1+cu126", "cuda": "12.6"})
    dialog = opened(program, qtbot)
    assert dialog.heading.text() == f"The network itself learns on {CARD.name}."
    learns = message("graphics.learns", card=CARD.name)
    assert environment.work_sentence().startswith(learns)
    assert learns not in environment.work_sentence("cpu")
    dialog.remove.click()
    qtbot.waitUntil(lambda: dialog.state.stage is Stage.ABSENT)
    assert learns not in environment.work_sentence()


def test_every_state_has_words_of_its_own(program: Program, qtbot: QtBot) -> None:
    dialog = opened(program, qtbot)
    folder = Path("/data/graphics")
    ready = environment.Environment(folder, folder, CARD.name, "2.9.1+cu126", "12.6", 6_000_000_000)
    suits = GraphicsState(CARD, "cu126", Stage.ABSENT, None, folder, "uv", 10**11)
    silent = replace(suits, card=Card(CardKind.NVIDIA, answers=False), cuda="")
    states = [
        suits, silent,
        replace(suits, stage=Stage.PART), replace(suits, stage=Stage.READY, environment=ready),
        replace(suits, card=Card(CardKind.APPLE, "Apple"), cuda=""),
        replace(suits, card=Card(CardKind.NONE), cuda=""), replace(suits, is_used=True),
        replace(suits, card=replace(CARD, driver="390.157"), cuda=""),
    ]  # fmt: skip
    headings = set()
    for state in states:
        dialog.show_state(state)
        headings.add(dialog.heading.text())
        assert dialog.text.text()
    assert len(headings) == len(states)
    dialog.show_state(replace(suits, installer=""))
    assert not dialog.install.isEnabled()
    dialog.failed(GraphicsError("graphics.no_python"))
    assert dialog.work.message.text().startswith(message("graphics.no_python"))
