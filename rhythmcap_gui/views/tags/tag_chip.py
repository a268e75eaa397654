"""One tag of the open song as a chip: its state, its key, and the model's bar beneath.

The chip paints itself and emits what was clicked; it stores and reads nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from core.library.records import State, Tag
from rhythmcap_gui import theme
from rhythmcap_gui.plain_text import literal
from rhythmcap_gui.views.tags.chip_state import ChipState
from rhythmcap_gui.views.widgets.decision_keys import (
    LEVELS,
    intensity_of,
    level_of,
    level_pressed,
    state_by_modifiers,
)
from rhythmcap_gui.views.widgets.key_cap import CAP_PX, CapStyle, paint_cap
from rhythmcap_gui.views.widgets.score_format import (
    chip_details,
    chip_words,
    colleague_words,
)
from rhythmcap_gui.views.widgets.state_mark import bold, paint_mark

HEIGHT_PX, SHORTEST_PX = 26, 72
FONT_PX = 12
PAD_PX = 6
MARK_PX = 13
CAP_GAP_PX = 5
RADIUS_PX = 6
BAR_PX = 3
DIMMED = 0.42
DOT_PX, DOT_GAP_PX = 2.6, 4.5
COLLEAGUE_PX = 5.0
PICTURES_KEPT = 2  # a chord lights a chip and dims it again

ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -2, Qt.Key.Key_Down: 2}
DECISION_KEYS = {
    Qt.Key.Key_Return: State.YES,
    Qt.Key.Key_Enter: State.YES,
    Qt.Key.Key_Exclam: State.NO,
    Qt.Key.Key_Question: State.UNSURE,
    Qt.Key.Key_Delete: None,
}


class TagChip(QAbstractButton):
    """A painted chip. Click: yes. Shift: no. Alt: unsure. The same again: not judged.

    Digits, while it has the keyboard, say how strongly: intensity_requested(tag id, 0..1 or None).
    """

    judged = Signal(int, object)
    intensity_requested = Signal(int, object)
    menu_requested = Signal(int, QPoint)
    move_requested = Signal(int, int)
    left = Signal()

    def __init__(self, tag: Tag, hue: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = tag
        self.hue = hue
        self.shown = ChipState()
        self.armed: bool | None = None
        self.explain: Callable[[TagChip], str] = lambda chip: chip.tag.definition
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._pictures: dict[tuple[object, ...], QPixmap] = {}  # look -> picture, oldest first
        self.setText(literal(tag.name))
        self.setFont(theme.font(FONT_PX))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(chip_words(tag.name, None, None))
        self.clicked.connect(lambda: self._decide(state_by_modifiers(self._modifiers)))

    def show_state(self, shown: ChipState) -> None:
        """Show a state; repaint only if something visible changed."""
        if shown == self.shown:
            return
        self.shown = shown
        self.update()
        words = chip_words(self.tag.name, shown.state, shown.score)
        more = chip_details(
            shown.share, level_of(shown.intensity), noted=shown.noted, rest=shown.rest
        )
        if shown.disputed:
            more.append(self.tr("the model disagrees"))
        more += colleague_words(shown.colleagues)
        self.setAccessibleName(", ".join([words, *more]))

    def show_armed(self, armed: bool | None) -> None:
        """True: the next key letter means this category; False: another; None: no chord."""
        if armed != self.armed:
            self.armed = armed
            self.update()

    def sizeHint(self) -> QSize:
        text = QFontMetrics(bold(self.font())).horizontalAdvance(self.tag.name)
        cap = CAP_GAP_PX + theme.scaled(CAP_PX) if self.tag.key else 0
        return QSize(PAD_PX + MARK_PX + text + cap + PAD_PX, theme.scaled(HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        """A long word is shortened rather than the column made wider."""
        return self.sizeHint().boundedTo(QSize(SHORTEST_PX, theme.scaled(HEIGHT_PX)))

    def _decide(self, state: State | None) -> None:
        again = state == self.shown.state and not self.shown.rest
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self.judged.emit(self.tag.id, None if again else state)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._modifiers = event.modifiers()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(self.tag.id, event.globalPos())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            named = event.key() in (*ARROWS, *DECISION_KEYS, Qt.Key.Key_Escape)
            if named or level_pressed(event) is not None:
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.explain(self), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            self.move_requested.emit(self.tag.id, ARROWS[key])
        elif key in DECISION_KEYS:
            self._decide(DECISION_KEYS[key])
        elif key == Qt.Key.Key_Space:
            self._decide(State.YES)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif (level := level_pressed(event)) is not None:
            self.intensity_requested.emit(self.tag.id, intensity_of(level))
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled() or self.armed is False:
            painter.setOpacity(DIMMED)
        painter.drawPixmap(0, 0, self._picture())
        if self.hasFocus():
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)

    def _picture(self) -> QPixmap:
        """Return the chip without dimming and focus, painted once: a chord dims all chips.

        Each chip keeps its last ones only. Scores differ from song to song: in a cache that all
        chips share, the pictures of every song opened and every decision made stay until it is
        full, and there they took fifty megabytes of a long session.
        """
        lit, hovered = self.armed is True, self.underMouse() and self.isEnabled()
        ratio = self.devicePixelRatioF()
        look = (self.shown, lit, hovered, theme.is_dark(), self.width(), self.height(), ratio)
        if (kept := self._pictures.get(look)) is not None:
            return kept
        if len(self._pictures) == PICTURES_KEPT:
            del self._pictures[next(iter(self._pictures))]
        self._pictures[look] = picture = self._painted(ratio)
        return picture

    def _painted(self, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        self._paint_body(painter, frame)
        self._paint_bar(painter, frame)
        self._paint_words(painter)
        self._paint_extras(painter)
        painter.end()
        return picture

    def _paint_body(self, painter: QPainter, frame: QRectF) -> None:
        state, hue = self.shown.state, theme.category_colour(self.hue)
        fill = theme.colour("control" if self.underMouse() and self.isEnabled() else "raised")
        pen = QPen(theme.colour("line"), 1)
        if state is State.YES:
            fill = theme.mixed(theme.colour("panel"), hue, 0.42 if self.underMouse() else 0.34)
            pen = QPen(hue, 1)
        elif state is State.NO:
            fill = theme.colour("panel")
        elif state is State.UNSURE:
            pen = QPen(theme.colour("dim"), 1.2, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2.5])
        if self.shown.disputed:
            pen = QPen(theme.colour("bad"), 1.6, pen.style())
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, RADIUS_PX, RADIUS_PX)
        if self.shown.share:
            ink = theme.mixed(theme.colour("panel"), hue, 0.34)
            self._fill_left(painter, frame, self.shown.share, ink)

    def _fill_left(self, painter: QPainter, frame: QRectF, share: float, ink: QColor) -> None:
        """Colour the left part of the chip: over several songs, the share that is yes."""
        path = QPainterPath()
        path.addRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(0, 0, max(4.0, frame.width() * share), self.height()), ink)
        painter.restore()

    def _paint_extras(self, painter: QPainter) -> None:
        """Paint dots along the top for the intensity, a small corner for a note or a dispute."""
        level = level_of(self.shown.intensity)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = theme.colour("text")
        faint = theme.mixed(theme.colour("panel"), theme.colour("dim"), 0.55)
        for dot in range(LEVELS if level else 0):
            painter.setBrush(ink if dot < level else faint)
            painter.drawEllipse(QRectF(RADIUS_PX + dot * DOT_GAP_PX, 2.0, DOT_PX, DOT_PX))
        if self.shown.disputed:
            painter.setBrush(theme.colour("bad"))
            painter.drawPolygon([QPointF(1, 1), QPointF(10, 1), QPointF(1, 10)])
        self._paint_colleagues(painter)
        if self.shown.noted:
            right = self.width() - 1
            painter.setBrush(theme.colour("text"))
            painter.drawPolygon([QPointF(right - 6, 1), QPointF(right, 1), QPointF(right, 7)])

    def _paint_colleagues(self, painter: QPainter) -> None:
        """Paint a dot in the lower corner: full where another annotator says the contrary."""
        if not self.shown.colleagues:
            return
        ink = theme.colour("bad" if self.shown.contradicted else "dim")
        painter.setPen(QPen(ink, 1.2))
        painter.setBrush(ink if self.shown.contradicted else Qt.BrushStyle.NoBrush)
        corner = QPointF(self.width() - 2.0 - COLLEAGUE_PX, self.height() - 3.0 - COLLEAGUE_PX)
        painter.drawEllipse(QRectF(corner.x(), corner.y(), COLLEAGUE_PX, COLLEAGUE_PX))
        painter.setPen(Qt.PenStyle.NoPen)

    def _paint_bar(self, painter: QPainter, frame: QRectF) -> None:
        score = self.shown.score
        if score is None:
            return
        hue = theme.category_colour(self.hue)
        path = QPainterPath()
        path.addRoundedRect(frame, RADIUS_PX, RADIUS_PX)
        painter.save()
        painter.setClipPath(path)
        width = max(2.0, frame.width() * min(max(score, 0.0), 1.0))
        quiet = self.shown.state is State.NO
        bar = QRectF(frame.left(), frame.bottom() - BAR_PX, width, BAR_PX + 1)
        painter.fillRect(bar, theme.mixed(theme.colour("panel"), hue, 0.5) if quiet else hue)
        painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        state, ink = self.shown.state, theme.colour("text")
        font = QFont(self.font())
        if state is State.YES:
            font = bold(font)
        elif state is State.NO:
            font.setStrikeOut(True)
            ink = theme.colour("faint" if self.shown.rest else "dim")
        right = self.width() - PAD_PX
        if self.tag.key:
            right -= theme.scaled(CAP_PX) + CAP_GAP_PX
            at = QPointF(right + CAP_GAP_PX, (self.height() - theme.scaled(CAP_PX)) / 2 - 0.5)
            style = CapStyle.LIT if self.armed else CapStyle.PLAIN
            paint_cap(painter, at, self.tag.key, style, theme.category_colour(self.hue))
        marked = state is not None or self.shown.share is not None
        left = PAD_PX + MARK_PX if marked else PAD_PX + 1
        painter.setFont(font)
        painter.setPen(ink)
        box = QRectF(left, 0, right - left, self.height() - 1)
        flags = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignLeft if marked else Qt.AlignmentFlag.AlignHCenter
        )
        elided = painter.fontMetrics().elidedText(
            self.tag.name, Qt.TextElideMode.ElideRight, int(box.width()) + 1
        )
        painter.drawText(box, flags, elided)
        at = QPointF(PAD_PX + 4.5, self.height() / 2 - 0.5)
        if state is not None:
            paint_mark(painter, at, state, ink)
        elif marked:
            painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(at.x() - 3, at.y()), QPointF(at.x() + 3, at.y()))
