"""One category of the codebook: its name, its key, how many tags are yes, and its chips.

A press on the head folds the chips away; folded, it says how many are yes and no.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.library.records import Category, State, Tag
from rhythmcap_gui import theme
from rhythmcap_gui.views.tags.chip_state import ChipStateOf
from rhythmcap_gui.views.tags.rest_button import RestButton
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.widgets.flow_layout import FlowLayout
from rhythmcap_gui.views.widgets.key_cap import CAP_PX, CapStyle, paint_cap

SQUARE_PX, GAP_PX = 8, 6
HEAD_PX = 22
ARROW_PX = 14  # the sign of folding at the right edge, with its gap
FOLDED_SIGN = ((-2.0, -3.5), (1.5, 0.0), (-2.0, 3.5))
OPEN_SIGN = ((-3.5, -1.5), (0.0, 2.0), (3.5, -1.5))
FOLD_KEYS = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
MOVE_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SectionHead(QWidget):
    """Colour square, name, key cap, and “2 of 7” at the right edge.

    fold_requested(fold); move_requested(-1 or 1): the keyboard goes on, up or down.
    """

    fold_requested = Signal(bool)
    move_requested = Signal(int)

    def __init__(self, category: Category, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.category = category
        self._count = ""
        self._armed: bool | None = None
        self._folded = False
        self.setFixedHeight(theme.scaled(HEAD_PX))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.rest = RestButton(category)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, ARROW_PX, 0)
        self._row.addWidget(
            self.rest, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        self._name_tip()

    def _name_tip(self) -> None:
        key = self.category.key.upper()
        lines = []
        if key:
            template = self.tr("Press {key}, then a tag's letter. Shift: no. Alt: unsure.")
            lines.append(template.format(key=key))
        if self.category.exhaustive:
            lines.append(self.tr("Leaving a song on which a tag was judged: the rest is no."))
        lines.append(self.tr("A click folds the category, or opens it again."))
        self.setToolTip("\n".join(lines))

    def show_count(self, yes: int, no: int, total: int) -> None:
        """Show how many of the category's tags are yes; folded: how many are yes and no."""
        if self._folded:
            count = self.tr("{yes} yes · {no} no").format(yes=yes, no=no)
        else:
            count = self.tr("{yes} of {total}").format(yes=yes, total=total)
        if self.category.exhaustive:
            count = self.tr("rest: no · {count}").format(count=count)
        if count == self._count:
            return
        self._count = count
        folded = self.tr("folded") if self._folded else ""
        parts = (self.category.name, self._count, folded)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self._row.setContentsMargins(0, 0, round(self._count_px()) + GAP_PX, 0)
        self.update()

    def show_folded(self, folded: bool) -> None:
        """Show whether the chips are folded away; show_count follows."""
        self._folded, self._count = folded, ""

    def show_armed(self, armed: bool | None) -> None:
        """True: the next letter means this category; False: another; None: no chord."""
        if armed != self._armed:
            self._armed = armed
            self.rest.show_armed(armed)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.fold_requested.emit(not self._folded)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = (*FOLD_KEYS, *MOVE_KEYS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            if event.key() in own:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in MOVE_KEYS:
            self.move_requested.emit(MOVE_KEYS[key])
        elif key in FOLD_KEYS:
            self.fold_requested.emit(FOLD_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.fold_requested.emit(not self._folded)
        elif key == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(120, theme.scaled(HEAD_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._armed is False:
            painter.setOpacity(0.5)
        hue = theme.category_colour(self.category.colour)
        square = QRectF(0, (self.height() - SQUARE_PX) / 2, SQUARE_PX, SQUARE_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hue)
        painter.drawRoundedRect(self._mirrored(square), 2, 2)
        self._paint_count(painter)
        count_px = self._count_px() + GAP_PX + self.rest.width()
        font = theme.font(12)
        metrics = QFontMetrics(font)
        left = SQUARE_PX + 6
        cap_px = theme.scaled(CAP_PX)
        name = self.category.name[:1].upper() + self.category.name[1:]
        room = max(0, self.width() - left - cap_px - round(count_px) - 16)
        name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        name_px = metrics.horizontalAdvance(name)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if self._armed else "dim"))
        box = self._mirrored(QRectF(left, 0, name_px + 2, self.height()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        if self.category.key:
            cap = QRectF(left + name_px + 8, (self.height() - cap_px) / 2, cap_px, cap_px)
            style = CapStyle.LIT if self._armed else CapStyle.PLAIN
            paint_cap(painter, self._mirrored(cap).topLeft(), self.category.key, style, hue)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _count_px(self) -> float:
        """Return the room that the count and the sign of folding take."""
        font = theme.font(theme.CAPTION_PX, figures=True)
        return ARROW_PX + QFontMetrics(font).horizontalAdvance(self._count) + 1

    def _paint_count(self, painter: QPainter) -> None:
        """Paint the count and the sign of folding at the far edge."""
        font = theme.font(theme.CAPTION_PX, figures=True)
        words_px = self._count_px() - ARROW_PX
        painter.setFont(font)
        painter.setPen(theme.colour("dim"))
        left = self.width() - ARROW_PX - words_px
        box = self._mirrored(QRectF(left, 0, words_px, self.height()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._count)
        sign = self._mirrored(QRectF(self.width() - 9, self.height() / 2 - 4, 8, 8))
        at = sign.center()
        ends = FOLDED_SIGN if self._folded else OPEN_SIGN
        way = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        painter.setPen(QPen(theme.colour("faint"), 1.4))
        painter.drawPolyline([QPointF(at.x() + way * x, at.y() + y) for x, y in ends])

    def _mirrored(self, box: QRectF) -> QRectF:
        """A box measured from the left, on the side where reading begins."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QRectF(self.width() - box.right(), box.y(), box.width(), box.height())
        return box


class TagSection(QWidget):
    """A head and its chips, flowing. fold_requested(category id, fold); rest_requested(its id)."""

    menu_requested = Signal(int, QPoint)
    fold_requested = Signal(int, bool)
    rest_requested = Signal(int)

    def __init__(
        self, category: Category, tags: Sequence[Tag], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.category = category
        self.head = SectionHead(category)
        self.chips = [TagChip(tag, tag.colour or category.colour) for tag in tags]
        self.folded = False
        self.head.fold_requested.connect(lambda fold: self.fold_requested.emit(category.id, fold))
        self.head.rest.clicked.connect(lambda: self.rest_requested.emit(category.id))
        self._words = QWidget()
        self._flow = FlowLayout(self._words)
        for chip in self.chips:
            self._flow.addWidget(chip)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.head)
        box.addWidget(self._words)

    def fold(self, folded: bool) -> None:
        """Fold the chips away, or show them."""
        self.folded = folded
        self._words.setHidden(folded)
        self.head.show_folded(folded)
        self._count()

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

    def set_judgeable(self, on: bool) -> None:
        """Take decisions, or not where no song is selected."""
        for button in (self.head.rest, *self.chips):
            button.setEnabled(on)

    def _count(self) -> None:
        states = [chip.shown.state for chip in self.chips]
        self.head.show_count(states.count(State.YES), states.count(State.NO), len(self.chips))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(self.category.id, event.globalPos())
