"""Widgets that are made anew stay where they were in the order of Tab: Qt puts new ones last."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_behind(anchor: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab come to these widgets, in their order, where it would come to the anchor.

    Qt orders only what takes the keyboard; here that may come later.
    """
    row = (anchor, *widgets)
    policies = [widget.focusPolicy() for widget in row]
    for widget in row:
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(row):
        QWidget.setTabOrder(before, after)
    for widget, policy in zip(row, policies, strict=True):
        widget.setFocusPolicy(policy)
