"""What an edit is called before and after it is done: “Rename kick”, “Renamed kick”."""

from __future__ import annotations

from core.messages import Message, catalogue, message

BEFORE, AFTER = "edit.", "done."  # rooms of messages; names of most edits fit both


def done_label(label: str) -> str:
    """Return what has happened, for the label of an edit that is done."""
    if not isinstance(label, Message) or not label.id.startswith(BEFORE):
        return label
    name = label.id.removeprefix(BEFORE)
    return message(f"done.{name}", **label.params) if AFTER + name in catalogue() else label
