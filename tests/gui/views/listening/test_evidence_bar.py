"""The strip of four sounds stands in one row, in every language, and says what each of them is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from rhythmcap_gui import languages
from rhythmcap_gui.evidence_state import Evidence, EvidenceClip, EvidenceState
from rhythmcap_gui.views.listening.evidence_bar import EvidenceBar

CLIPS = (
    EvidenceClip(Evidence.FOR, 1, "", (130.0, 133.5), 0.9, 0.2),
    EvidenceClip(Evidence.AGAINST, 1, "", (61.0, 70.0), 0.3),
    EvidenceClip(Evidence.WITH, 2, "Harbour", None, 0.5),
    EvidenceClip(Evidence.WITHOUT, 3, "Meadow", None, 0.4),
)
STATE = EvidenceState(7, "female vocalists", CLIPS)


@pytest.fixture(params=["en", "de", "it", "es"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    languages.set_language(qapp, request.param)
    yield request.param
    languages.set_language(qapp, "en")


@pytest.mark.parametrize("width_px", [420, 560, 900])
def test_four_buttons_stand_in_one_row(language: str, width_px: int, qtbot: Any) -> None:
    bar = EvidenceBar()
    qtbot.addWidget(bar)
    bar.resize(width_px, 80)
    bar.show_state(STATE)
    qtbot.waitExposed(bar)
    bar.resize(width_px, bar.heightForWidth(width_px))
    QApplication.processEvents()
    tops = {button.y() for button in bar.buttons.values()}
    assert tops == {0}, (language, {one.text(): one.width() for one in bar.buttons.values()})


def test_a_tooltip_says_which_seconds_and_what_the_score_is_without_them(qtbot: Any) -> None:
    bar = EvidenceBar()
    qtbot.addWidget(bar)
    bar.show_state(STATE)
    tip = bar.buttons[Evidence.FOR].toolTip().replace("\n", " ")
    assert "2:10 to 2:13; the score around them is .90, without them .20" in tip
    assert "1:01 to 1:10, score .30" in bar.buttons[Evidence.AGAINST].toolTip()
    assert "nearest judged song with it" in bar.buttons[Evidence.WITH].accessibleName()
    bar.show_state(EvidenceState(7, "female vocalists", CLIPS, looking=True))
    assert "exact seconds" in bar.remark.text()
