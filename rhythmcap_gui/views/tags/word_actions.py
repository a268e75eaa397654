"""What can be done with a word of the codebook, as entries of a menu: the same in every menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the codebook: a category, or a tag."""

    id: int
    is_category: bool


class WordAction(StrEnum):
    """What can be asked for. SPLIT and ALIASES are for tags only."""

    MERGE = "merge"
    SPLIT = "split"
    ALIASES = "aliases"
    RETIRE = "retire"
    RESTORE = "restore"
    REMOVE = "remove"
    SHOW = "show"


TAG_ACTIONS = (WordAction.MERGE, WordAction.SPLIT, WordAction.ALIASES, WordAction.RETIRE)
CATEGORY_ACTIONS = (WordAction.MERGE, WordAction.RETIRE)


def action_text(action: WordAction) -> str:
    """Return the entry of an action."""
    texts = {
        WordAction.MERGE: _tr("Merge into…"),
        WordAction.SPLIT: _tr("Split…"),
        WordAction.ALIASES: _tr("Other names…"),
        WordAction.RETIRE: _tr("Retire…"),
        WordAction.RESTORE: _tr("Restore"),
        WordAction.REMOVE: _tr("Delete"),
        WordAction.SHOW: _tr("Show in the codebook"),
    }
    return texts[action]


def add_actions(
    menu: QMenu, actions: tuple[WordAction, ...], request: Callable[[WordAction], object]
) -> dict[WordAction, QAction]:
    """Add entries to a menu; request is called with the action of the one that was chosen."""
    return {
        action: menu.addAction(action_text(action), lambda chosen=action: request(chosen))
        for action in actions
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("word_actions", text)
