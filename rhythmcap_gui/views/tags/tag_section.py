"""One category of the codebook: its name, its key, how many tags are yes, and its chips."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.library.records import Category, State, Tag
from rhythmcap_gui import theme
from rhythmcap_gui.views.tags.chip_state import ChipStateOf
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.key_cap import CAP_PX, CapStyle, paint_cap

SQUARE_PX = 8
HEAD_PX = 22


class SectionHead(QWidget):
    """Colour square, name, key cap, and “2 of 7” at the right edge."""

    def __init__(self, category: Category, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.category = category
        self._count = ""
        self._armed: bool | None = None
        self.setFixedHeight(HEAD_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name_tip()

    def _name_tip(self) -> None:
        key = self.category.key.upper()
        lines = []
        if key:
            template = self.tr("Press {key}, then a tag's letter. Shift: no. Alt: unsure.")
            lines.append(template.format(key=key))
        if self.category.exhaustive:
            lines.append(self.tr("Leaving a song on which a word was judged: the rest is no."))
        self.setToolTip("\n".join(lines))

    def show_count(self, yes: int, total: int) -> None:
        """Show how many of the category's tags are yes."""
        count = self.tr("{yes} of {total}").format(yes=yes, total=total)
        if self.category.exhaustive:
            count = self.tr("rest: no · {count}").format(count=count)
        if count == self._count:
            return
        self._count = count
        self.setAccessibleName(f"{self.category.name}, {self._count}")
        self.update()

    def show_armed(self, armed: bool | None) -> None:
        """True: the next letter means this category; False: another; None: no chord."""
        if armed != self._armed:
            self._armed = armed
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, HEAD_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._armed is False:
            painter.setOpacity(0.5)
        hue = theme.category_colour(self.category.colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hue)
        top = (self.height() - SQUARE_PX) / 2
        painter.drawRoundedRect(QRectF(0, top, SQUARE_PX, SQUARE_PX), 2, 2)
        font = theme.font(12)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if self._armed else "dim"))
        left = SQUARE_PX + 6
        name = self.category.name[:1].upper() + self.category.name[1:]
        name = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, self.width() - 110)
        painter.drawText(QRectF(left, 0, self.width(), self.height()), _LEFT, name)
        if self.category.key:
            at = QPointF(left + QFontMetrics(font).horizontalAdvance(name) + 8,
                         (self.height() - CAP_PX) / 2)  # fmt: skip
            style = CapStyle.LIT if self._armed else CapStyle.PLAIN
            paint_cap(painter, at, self.category.key, style, hue)
        painter.setFont(theme.font(theme.CAPTION_PX, figures=True))
        painter.setPen(theme.colour("dim"))
        painter.drawText(QRectF(0, 0, self.width() - 1, self.height()), _RIGHT, self._count)


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class TagSection(QWidget):
    """A head and its chips, flowing."""

    menu_requested = Signal(int, QPoint)

    def __init__(
        self, category: Category, tags: Sequence[Tag], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.category = category
        self.head = SectionHead(category)
        self.chips = [TagChip(tag, tag.colour or category.colour) for tag in tags]
        flow = QWidget()
        self._flow = FlowLayout(flow)
        for chip in self.chips:
            self._flow.addWidget(chip)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.head)
        box.addWidget(flow)

    def show_armed(self, armed_id: int | None) -> None:
        """The first key of a chord was pressed, for this category or another; None: it is over."""
        armed = None if armed_id is None else armed_id == self.category.id
        self.head.show_armed(armed)
        for chip in self.chips:
            chip.show_armed(armed)

    def show_states(self, chip_state_of: ChipStateOf, of: Collection[int] | None = None) -> None:
        """Show the states of now, for all chips or those of some tags, and count."""
        shown = [chip for chip in self.chips if of is None or chip.tag.id in of]
        for chip in shown:
            chip.show_state(chip_state_of(chip.tag))
        if shown or of is None:
            self._count()

    def _count(self) -> None:
        yes = sum(chip.shown.state is State.YES for chip in self.chips)
        self.head.show_count(yes, len(self.chips))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(self.category.id, event.globalPos())
