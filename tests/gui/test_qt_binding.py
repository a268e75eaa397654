"""The Qt binding itself: a version that eats references to None would abort the program."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtGui import QColor, QPainter, QPixmap


def test_painter_calls_do_not_lower_the_reference_count_of_none(qtbot: Any) -> None:  # noqa: ARG001
    picture = QPixmap(8, 8)
    painter = QPainter(picture)
    before = sys.getrefcount(None)
    for _ in range(200):
        painter.setPen(QColor("red"))
        painter.drawLine(0, 0, 7, 7)
    after = sys.getrefcount(None)
    painter.end()
    assert after > before - 100
