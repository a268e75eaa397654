"""The page of an empty library has three doors; what is composed meanwhile can be heard."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from core.models.public_registry import recommended_model
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ImportState, OfferState, PreviewState, Progress
from rhythmcap_gui.views.shell.first_run import FirstRunPage


@pytest.fixture
def page(session: Session, qtbot: Any) -> FirstRunPage:
    made = FirstRunPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def visible_text(widget: Any) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_the_empty_page_has_three_doors_and_then_progress(page: FirstRunPage, qtbot: Any) -> None:
    for door, signal in ((page._demo, page.demo_requested), (page._folder, page.folder_requested),
                         (page._library, page.library_requested)):  # fmt: skip
        with qtbot.waitSignal(signal):
            door.click()
    page.show_state(ImportState(True, "Composing the demo library", Progress(1, 4, "House")))
    assert not page._demo.isVisible()
    assert "Composing the demo library" in visible_text(page)
    assert "Or drop" not in visible_text(page)


def test_the_first_door_brings_a_model_unless_that_is_unticked_or_there(
    page: FirstRunPage,
) -> None:
    requested: list[bool] = []
    page.folder_requested.connect(requested.append)
    page._folder.click()
    page.show_offer(OfferState(recommended_model(), "MusiCNN (2019)"))
    assert "29 MB" in page._with_model.text()
    page._folder.click()
    page._with_model.click()
    page._folder.click()
    assert requested == [False, True, False]


def test_what_is_composed_can_be_played(page: FirstRunPage, qtbot: Any) -> None:
    page.show_state(ImportState(True, "Composing the demo library"))
    assert not page._preview.isVisible()
    page.show_preview(PreviewState("Long Table", "Lotte", playing=False, n_songs=1))
    assert page._play.isVisible()
    assert page._play.text() == "Listen"
    assert not page._skip.isEnabled()
    with qtbot.waitSignal(page.play_requested):
        page._play.click()
    page.show_preview(PreviewState("Long Table", "Lotte", playing=True, n_songs=2))
    assert page._play.text() == "Pause"
    with qtbot.waitSignal(page.skip_requested):
        page._skip.click()
