"""All categories with their chips, in one column or two; which are folded, and where the keys are.

It knows no session: the editor tells it the codebook and what was pressed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.library.records import Category, Tag
from rhythmcap_gui import theme
from rhythmcap_gui.views.tags.chip_state import ChipStateOf
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.tags.tag_section import SectionHead, TagSection
from rhythmcap_gui.views.widgets.tab_order import put_behind

SECTION_GAP_PX, COLUMN_GAP_PX = 10, 20
COLUMN_PX = 250  # from twice this width on there are two columns
HEAD_CHIPS = 4  # a head and the gap above it are about as high as so many chips take

FocusItem = TagChip | SectionHead


class TagSections(QScrollArea):
    """Folded categories stay folded; one whose key is pressed is open until the next song.

    connect_chip: called with each new chip. menu_requested(category id, global position);
    rest_requested(category id): what is not judged of it is no.
    """

    menu_requested = Signal(int, QPoint)
    rest_requested = Signal(int)

    def __init__(self, connect_chip: Callable[[TagChip], None]) -> None:
        super().__init__(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._connect_chip = connect_chip
        self._folded: set[int] = set()
        self._opened: set[int] = set()  # folded ones that are open for this song
        self._in_two = False
        self._columns: list[QVBoxLayout] = []
        self.sections: list[TagSection] = []
        self.chips: dict[int, TagChip] = {}
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_codebook(self, categories: Sequence[Category], tags: Sequence[Tag]) -> None:
        """Make sections and chips anew."""
        self.sections, self.chips = [], {}
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 0, 8, 8)
        row.setSpacing(COLUMN_GAP_PX)
        self._columns = [QVBoxLayout(), QVBoxLayout()]
        for category in categories:
            self._add_section(category, [tag for tag in tags if tag.category_id == category.id])
        for column in self._columns:
            column.setSpacing(SECTION_GAP_PX)
            row.addLayout(column, 1)
        self._arrange()
        if not self.chips:
            self._columns[0].insertWidget(len(self.sections), self._empty_words())
        self.setWidget(page)
        stops = [item for section in self.sections for item in (section.head, *section.chips)]
        put_behind(self, stops)
        self._ensure_tab_stop()

    # -- folding ------------------------------------------------------------------------------

    def folded(self) -> list[int]:
        """Return the ids of the categories that the user folded."""
        return sorted(self._folded)

    def restore_folded(self, category_ids: Collection[int]) -> None:
        """Fold these categories, and no others."""
        self._folded, self._opened = set(category_ids), set()
        self._show_folded()

    def fold(self, category_id: int, folded: bool) -> None:
        """Fold a category, or open it."""
        self._opened.discard(category_id)
        (self._folded.add if folded else self._folded.discard)(category_id)
        self._show_folded()

    def open_for_song(self, category_id: int) -> None:
        """Open a category until the next song, as its key was pressed or its tag is to be seen."""
        if category_id in self._folded and category_id not in self._opened:
            self._opened.add(category_id)
            self._show_folded()

    def forget_opened(self) -> None:
        """Fold what was open for the song before."""
        if self._opened:
            self._opened.clear()
            self._show_folded()

    def _show_folded(self) -> None:
        for section in self.sections:
            folded = section.category.id in self._folded - self._opened
            if folded is not section.folded:
                had_focus = any(chip.hasFocus() for chip in section.chips)
                section.fold(folded)
                if folded and had_focus:
                    self._focus(section.head)
        self._ensure_tab_stop()

    # -- what the editor tells ----------------------------------------------------------------

    def show_armed(self, category_id: int | None) -> None:
        """The first key of a chord was pressed; None: the chord is over."""
        if category_id is not None:
            self.open_for_song(category_id)
        for section in self.sections:
            section.show_armed(category_id)
            if section.category.id == category_id:
                # A section that was just opened is as high as its chips only when laid out.
                QTimer.singleShot(0, section, lambda section=section: self._reveal(section))

    def show_states(self, chip_state_of: ChipStateOf, of: Collection[int] | None) -> None:
        """Show the states of now, for all chips or those of some tags."""
        for section in self.sections:
            section.show_states(chip_state_of, of)

    def focus_first(self) -> None:
        """Give the keyboard to the chip that had it last, at first to the first one."""
        if (item := self.tab_stop()) is not None:
            item.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, tag_id: int) -> None:
        """Bring a tag's chip into view, and open its category while this song is open."""
        chip = self.chips.get(tag_id)
        if chip is not None:
            self.open_for_song(chip.tag.category_id)
            # A section that was just opened is as high as its chips only when laid out.
            QTimer.singleShot(0, chip, lambda: self.ensureWidgetVisible(chip, 0, 40))

    def tab_stop(self) -> FocusItem | None:
        """Return what Tab reaches: the chip or head that had the keyboard last."""
        by_tab = Qt.FocusPolicy.TabFocus
        return next((item for item in self._items() if item.focusPolicy() == by_tab), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        in_two = self.viewport().width() >= theme.scaled(2 * COLUMN_PX) + COLUMN_GAP_PX
        if in_two is not self._in_two:
            self._in_two = in_two
            self._arrange()

    def reveal_tag(self, tag_id: int) -> None:
        """Bring a tag's chip into view, also one that was just made."""
        if (chip := self.chips.get(tag_id)) is not None:
            self.open_for_song(chip.tag.category_id)
            QTimer.singleShot(0, chip, lambda: self.ensureWidgetVisible(chip, 0, SECTION_GAP_PX))

    def _reveal(self, section: TagSection) -> None:
        self.ensureWidgetVisible(section, 0, SECTION_GAP_PX)

    def _empty_words(self) -> QLabel:
        text = self.tr(
            "No tags yet. Make the first one with “New tag…”: it gets a category and a key."
        )
        label = QLabel(text, wordWrap=True)
        label.setProperty("dim", True)
        return label

    def _add_section(self, category: Category, tags: Sequence[Tag]) -> None:
        section = TagSection(category, tags)
        section.menu_requested.connect(self.menu_requested)
        section.fold_requested.connect(self.fold)
        section.rest_requested.connect(self.rest_requested)
        section.fold(category.id in self._folded - self._opened)
        section.head.move_requested.connect(
            lambda way: self._move_lines(section.head, down=way > 0)
        )
        for chip in section.chips:
            self.chips[chip.tag.id] = chip
            self._connect_chip(chip)
            chip.move_requested.connect(self._move)
            chip.left.connect(chip.clearFocus)
        self.sections.append(section)

    def _arrange(self) -> None:
        """Put the sections into one column or two of about the same height, folded or not."""
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        weights = [len(section.chips) + HEAD_CHIPS for section in self.sections]
        for index, section in enumerate(self.sections):
            before = sum(weights[:index]) + weights[index] / 2
            second = self._in_two and before > sum(weights) / 2
            self._columns[second].addWidget(section)
        for column in self._columns:
            column.addStretch()
        if len(self._columns) == 2:
            gap = COLUMN_GAP_PX if self._in_two else 0
            page = self._columns[0].parent()
            if isinstance(page, QHBoxLayout):
                page.setSpacing(gap)
                page.setStretch(1, int(self._in_two))

    # -- the keyboard -------------------------------------------------------------------------

    def _items(self) -> list[FocusItem]:
        """What can have the keyboard, in the order of reading."""
        items: list[FocusItem] = []
        for section in self.sections:
            items.append(section.head)
            items.extend([] if section.folded else section.chips)
        return items

    def _ensure_tab_stop(self) -> None:
        """Keep one item in the tab order: the one that had the keyboard, if it can be seen."""
        items = self._items()
        hidden = [chip for section in self.sections if section.folded for chip in section.chips]
        for chip in hidden:
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if any(item.focusPolicy() == Qt.FocusPolicy.TabFocus for item in items):
            return
        chips = [item for item in items if isinstance(item, TagChip)]
        for item in (chips or items)[:1]:
            item.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _focus(self, target: FocusItem) -> None:
        for item in self._items():
            if item.focusPolicy() == Qt.FocusPolicy.TabFocus:
                item.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(target, 0, 40)

    def _move(self, tag_id: int, direction: int) -> None:
        """Go on from a chip: to the next or the one before, or by a line."""
        current = self.chips[tag_id]
        if abs(direction) > 1:
            self._move_lines(current, down=direction > 0)
            return
        chips = [item for item in self._items() if isinstance(item, TagChip)]
        self._focus(chips[(chips.index(current) + direction) % len(chips)])

    def _move_lines(self, current: FocusItem, *, down: bool) -> None:
        """Go to the nearest item on the line below or above in the same column, if there is one."""
        page = self.widget()
        corners = {item: item.mapTo(page, QPoint(0, 0)) for item in self._items()}
        top, middle = corners[current].y(), corners[current].x() + current.width() / 2
        column = self._column_of(current)
        beyond = [item for item, at in corners.items()
                  if (at.y() > top if down else at.y() < top)
                  and self._column_of(item) is column]  # fmt: skip
        if beyond:
            lines = [corners[item].y() for item in beyond]
            line = min(lines) if down else max(lines)
            near = [item for item in beyond if corners[item].y() == line]
            self._focus(min(near, key=lambda item: _distance(corners[item].x(), item, middle)))

    def _column_of(self, item: FocusItem) -> QVBoxLayout:
        section = next(section for section in self.sections if section.isAncestorOf(item))
        return next(column for column in self._columns if column.indexOf(section) >= 0)


def _distance(left: int, item: QWidget, middle: float) -> float:
    return abs(left + item.width() / 2 - middle)
