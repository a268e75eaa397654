"""What can be read on the labels of a widget."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


def label_texts(widget: QWidget) -> str:
    """The texts of the labels that are not hidden, a line each."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())
