"""Texts of users inside Markdown: shown as they are, never as markup that does something."""

from __future__ import annotations


def one_line(text: str) -> str:
    """Return a text on one line that Markdown shows as it is."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
