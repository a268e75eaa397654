"""The strip that shows what speaks for a word keeps room for all it shows."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rhythmcap_gui.saliency_state import MaskedState, SaliencyState, Sound
from rhythmcap_gui.views.listening.saliency_bar import SaliencyBar


def test_buttons_that_wrap_do_not_lie_on_the_sentence(qtbot: Any) -> None:
    column, bar = QWidget(), SaliencyBar()
    qtbot.addWidget(column)
    layout = QVBoxLayout(column)
    layout.addWidget(bar)
    layout.addStretch(1)
    bar.show_state(SaliencyState(tag_id=1, tag="low"))
    bar.sentence.setText("What is said of the map. " * 8)
    bar.sentence.show()
    column.resize(420, 160)
    column.show()
    qtbot.waitExposed(column)
    bar.show_masked(MaskedState(sound=Sound.MASKED))
    bar.sentence.setText("What is said of the map. " * 8)
    bar.sentence.show()
    qtbot.waitUntil(lambda: bar.save.geometry().bottom() < bar.sentence.geometry().top())
    needed = bar.layout().totalHeightForWidth(bar.width())
    assert bar.height() >= needed
