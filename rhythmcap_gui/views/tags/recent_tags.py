"""The last few tags that were used, as one line of chips at hand above the categories.

The line is there from the beginning, so that nothing moves when it fills. A tag keeps its place
while it is there, so that the hand finds it again; a new one comes first, and the one not used
for longest goes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.library.records import Changes
from rhythmcap_gui import theme
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.tags.chip_state import ChipStateOf
from rhythmcap_gui.views.tags.tag_chip import HEIGHT_PX, TagChip
from rhythmcap_gui.views.widgets.flow_layout import CHIP_GAP_PX

MOST = 6
AT_ONCE = 2  # an edit of more tags than these is no use of a tag: a copy, a merge


class RecentTags(QWidget):
    """A caption and up to six chips, as many as fit beside it.

    connect_chip: called with each new chip. The row follows the library's changes by itself.
    """

    def __init__(
        self,
        session: Session,
        connect_chip: Callable[[TagChip], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._connect_chip = connect_chip
        self._tag_ids: list[int] = []  # tag ids as shown
        self._by_use: list[int] = []  # the same, longest ago first
        self.chips: list[TagChip] = []
        caption = QLabel(self.tr("Recent"))
        caption.setProperty("caption", True)
        caption.setToolTip(self.tr("The tags you used last, at hand"))
        self._none = QLabel(self.tr("tags appear here as you use them"))
        self._none.setProperty("caption", True)
        self._row = ChipRow()
        self.setFixedHeight(theme.scaled(HEIGHT_PX))
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 0, 8, 0)
        box.setSpacing(8)
        box.addWidget(caption)
        box.addWidget(self._none)
        box.addWidget(self._row, 1)
        self.setAccessibleName(self.tr("Recently used tags"))
        session.changed.connect(self._on_changed)
        session.library_changed.connect(self._on_library)
        self.rebuild()

    def rebuild(self) -> None:
        """Show the tags used last; keep their chips, drop those of removed tags."""
        codebook = self._session.library.codebook if self._session.library else None
        tags = {tag.id: tag for tag in codebook.tags()} if codebook else {}
        hues = (
            {category.id: category.colour for category in codebook.categories()} if codebook else {}
        )
        self._tag_ids = [tag_id for tag_id in self._tag_ids if tag_id in tags]
        self._by_use = [tag_id for tag_id in self._by_use if tag_id in tags]
        shown = {(chip.tag, chip.hue): chip for chip in self.chips}
        self.chips = []
        for tag in (tags[tag_id] for tag_id in self._tag_ids):
            hue = tag.colour or hues.get(tag.category_id, "")
            chip = shown.pop((tag, hue), None)
            if chip is None:
                chip = TagChip(tag, hue)
                self._connect_chip(chip)
            self.chips.append(chip)
        for chip in shown.values():
            chip.hide()
            chip.deleteLater()
        self._row.show_chips(self.chips)
        if self._none.isVisibleTo(self) == bool(self.chips):
            self._none.setVisible(not self.chips)

    def tag_ids(self) -> list[int]:
        """Return the ids of the tags that are shown, from left to right."""
        return list(self._tag_ids)

    def restore(self, tag_ids: Sequence[int]) -> None:
        """Show these tags, as they stood when the library was left; those that are gone are not."""
        self._tag_ids = list(dict.fromkeys(tag_ids))[:MOST]
        self._by_use = self._tag_ids[::-1]
        self.rebuild()

    def show_states(self, chip_state_of: ChipStateOf) -> None:
        """Show the states of now."""
        for chip in self.chips:
            chip.show_state(chip_state_of(chip.tag))

    def show_armed(self, category_id: int | None) -> None:
        """Mark the category of a chord's first key; None: the chord is over."""
        for chip in self.chips:
            chip.show_armed(None if category_id is None else chip.tag.category_id == category_id)

    def record_use(self, tag_id: int) -> bool:
        """Record the use of a tag; return whether it is new in the row."""
        if tag_id in self._tag_ids:
            self._by_use.remove(tag_id)
            self._by_use.append(tag_id)
            return False
        if len(self._tag_ids) == MOST:
            self._tag_ids.remove(self._by_use.pop(0))
        self._tag_ids.insert(0, tag_id)
        self._by_use.append(tag_id)
        return True

    def _on_changed(self, changes: Changes) -> None:
        used = [] if changes.codebook or not changes.songs else sorted(changes.tags)
        is_new = [self.record_use(tag_id) for tag_id in used] if len(used) <= AT_ONCE else []
        if any(is_new) or changes.codebook:
            self.rebuild()

    def _on_library(self, _library: object) -> None:
        self._tag_ids, self._by_use = [], []
        self.rebuild()


class ChipRow(QWidget):
    """Chips side by side, as many as fit, without a layout: a new chip moves nothing around it."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[TagChip] = []

    def show_chips(self, chips: list[TagChip]) -> None:
        """Show these chips in this order."""
        self._chips = list(chips)
        for chip in chips:
            chip.setParent(self)
        self._lay_out_chips()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_chips()

    def _lay_out_chips(self) -> None:
        left = 0
        for chip in self._chips:
            wide = min(chip.sizeHint().width(), self.width() or CHIP_GAP_PX)
            chip.setGeometry(left, 0, wide, theme.scaled(HEIGHT_PX))
            chip.setVisible(left + wide <= self.width())
            left += wide + CHIP_GAP_PX
