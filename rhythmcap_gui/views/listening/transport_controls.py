"""The transport's own small controls: play button, position, speed, switch, sound problem."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.number_format import clock_text, decimal_text, length_text

DISC_PX = 34
RING_PX = 3
SPEEDS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5)
SWITCH_PX = (28, 15)  # width, height
SWITCH_GAP_PX = 8
SIGN_PX, LEAST_WORDS_PX, LEAST_SHORTENED_PX = 16, 72, 24


class PlayButton(QAbstractButton):
    """A round button that is either "play" or "pause"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playing = False
        self.setFixedSize(DISC_PX + 2 * RING_PX, DISC_PX + 2 * RING_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_playing(False)

    def set_playing(self, playing: bool) -> None:
        """Show what a click would do."""
        self._playing = playing
        self.setAccessibleName(self.tr("Pause") if playing else self.tr("Play"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(RING_PX, RING_PX, -RING_PX, -RING_PX)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawEllipse(disc.adjusted(-2, -2, 2, 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground())
        painter.drawEllipse(disc)
        ink = theme.colour("ground" if self.isEnabled() else "faint")
        painter.setBrush(ink)
        middle = disc.center()
        if self._playing:
            for offset in (-6.0, 2.0):
                bar = QRectF(middle.x() + offset, middle.y() - 6.5, 4, 13)
                painter.drawRoundedRect(bar, 1, 1)
        else:
            corners = ((-4.5, -7), (-4.5, 7), (7.5, 0))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))

    def _ground(self) -> QColor:
        if not self.isEnabled():
            return theme.colour("control")
        if self.isDown() or self.underMouse():
            return theme.mixed(theme.colour("text"), theme.colour("accent"), 0.35)
        return theme.colour("text")


class SoundProblem(QLabel):
    """What is wrong with the sound: a sign, and as much of the text as fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(SIGN_PX)  # a policy of Ignored asks for no hint

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        sign = theme.icon("warning", "bad").pixmap(
            QSize(SIGN_PX, SIGN_PX), self.devicePixelRatioF()
        )
        painter.drawPixmap(0, (self.height() - SIGN_PX) // 2, sign)
        box = self.rect().adjusted(SIGN_PX + SWITCH_GAP_PX, 0, 0, 0)
        if box.width() < theme.scaled(LEAST_WORDS_PX):
            return
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(theme.colour("bad"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class PositionLabel(QWidget):
    """Position and duration: "0:32.3 / 2:13". Repaints when a figure changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now, self._length = clock_text(0, tenths=True), clock_text(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Position"))

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        digits = "".join("0" if letter.isdigit() else letter for letter in f"{self._length}.0")
        text = f"{digits} / {self._length}"
        return QSize(metrics.horizontalAdvance(text) + 8, metrics.height() + 4)

    def text(self) -> str:
        """Return the text shown."""
        return f"{self._now} / {self._length}"

    def set_duration(self, duration_s: float) -> None:
        """Show another song's duration."""
        self._length = length_text(duration_s)
        self.updateGeometry()
        self.update()

    def set_position(self, second: float) -> None:
        """Show a position in seconds."""
        now = clock_text(second, tenths=True)
        if now != self._now:
            self._now = now
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as time runs
        painter.setFont(theme.font(theme.BODY_PX, figures=True))
        metrics = painter.fontMetrics()
        painter.setPen(theme.colour("text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), flags, self._now)
        left = metrics.horizontalAdvance(self._now)
        painter.setPen(theme.colour("dim"))
        length_box = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(length_box, flags, f" / {self._length}")


class Switch(QAbstractButton):
    """Text with a small sliding switch behind it; on or off."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + SWITCH_GAP_PX + SWITCH_PX[0] + 6
        return QSize(width, metrics.height() + 8)

    def bare_px(self) -> int:
        """Return the width of the switch without its text."""
        return SWITCH_PX[0] + 6

    def minimumSizeHint(self) -> QSize:
        """The text may be shortened; the switch never."""
        least = SWITCH_PX[0] + SWITCH_GAP_PX + theme.scaled(LEAST_WORDS_PX)
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.BODY_PX))
        strong = self.isEnabled() and (self.underMouse() or self.isChecked())
        painter.setPen(theme.colour("text" if strong else "dim" if self.isEnabled() else "faint"))
        width, height = SWITCH_PX
        box = self.rect().adjusted(0, 0, -width - SWITCH_GAP_PX, 0)
        track = QRectF(self.width() - width - 3, (self.height() - height) / 2, width, height)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - 1)
            track.moveLeft(3)
        if box.width() > LEAST_SHORTENED_PX:  # alone, the switch is explained by its tooltip
            text = painter.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, box.width()
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), height / 2 + 2, height / 2 + 2)
        on = self.isChecked()
        painter.setPen(QPen(theme.colour("primary" if on else "faint"), 1))
        painter.setBrush(theme.colour("primary" if on else "control"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("on_primary" if on else "dim"))
        x = track.right() - height / 2 if on else track.left() + height / 2
        painter.drawEllipse(QPointF(x, track.center().y()), height / 2 - 3, height / 2 - 3)


class SpeedButton(QToolButton):
    """Shows the speed; any but the song's own is marked."""

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Slower or faster, in the same pitch"))
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        for speed in SPEEDS:
            action = menu.addAction(speed_text(speed))
            action.setCheckable(True)
            action.setData(speed)
            self._group.addAction(action)
        self._group.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.setMenu(menu)
        self.show_speed(1.0)

    def show_speed(self, speed: float) -> None:
        """Show the speed the player plays at."""
        self.setText(speed_text(speed))
        self.setAccessibleName(self.tr("Speed, {}").format(speed_text(speed)))
        self.setProperty("changed", abs(speed - 1) > 1e-6)
        self.style().unpolish(self)
        self.style().polish(self)
        for action in self._group.actions():
            action.setChecked(abs(action.data() - speed) < 1e-6)


def speed_text(speed: float) -> str:
    """Return a speed as "0.75 ×", "1.0 ×"."""
    whole = decimal_text(speed, 2)
    return f"{whole[:-1] if whole.endswith('0') else whole} ×"
