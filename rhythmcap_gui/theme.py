"""Colours, fonts, icons and the style sheet: every token of the window, declared once.

Views take every colour from here and repaint when `notifier().theme_changed` is emitted.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from core.paths import resource
from rhythmcap_gui.app_style import AppStyle

TOKENS: dict[str, dict[str, str]] = {
    "dark": {
        "ground": "#13151a", "panel": "#1a1d23", "raised": "#21252d", "control": "#2a2f39",
        "hover": "#343a46", "line": "#2c323d", "text": "#e6e9ef", "dim": "#98a1b0",
        "faint": "#667085", "accent": "#6db3f2", "primary": "#2f6fb3", "primary_hover": "#3a7fc8",
        "on_primary": "#ffffff", "selected": "#243748", "good": "#4fc38a", "bad": "#f08a6b",
        "playhead": "#ffffff",
    },
    "light": {
        "ground": "#f4f5f7", "panel": "#ffffff", "raised": "#eef0f3", "control": "#e3e6eb",
        "hover": "#d5dae1", "line": "#d9dde3", "text": "#1b1f27", "dim": "#566072",
        "faint": "#838c9b", "accent": "#1f6fb8", "primary": "#1f6fb8", "primary_hover": "#1a609f",
        "on_primary": "#ffffff", "selected": "#d8e8f7", "good": "#1f8a56", "bad": "#c04a28",
        "playhead": "#ffffff",
    },
}  # fmt: skip

CATEGORY_COLOURS = (
    "#E69F00", "#56B4E9", "#33B88A", "#E6D34A", "#7EA6FF", "#E5734A", "#CC79A7", "#9aa3b2",
)  # fmt: skip

SPACE = 4  # px; all distances are multiples of it
BODY_PX, CAPTION_PX, HEADING_PX, TITLE_PX = 13, 11, 13, 17
SQUARE_PX = 10


class ThemeNotifier(QObject):
    """Emits that the colours have changed; views repaint."""

    theme_changed = Signal()


class _Current:
    name = "dark"
    scale = 1.0
    requested = "system"
    notifier: ThemeNotifier | None = None


def notifier() -> ThemeNotifier:
    """Return the one object whose `theme_changed` every painting view is connected to."""
    if _Current.notifier is None:
        _Current.notifier = ThemeNotifier()
    return _Current.notifier


def tokens() -> dict[str, str]:
    """Return the colours in force, token -> "#rrggbb"."""
    return TOKENS[_Current.name]


def requested() -> str:
    """Return what was chosen last: "system", "dark" or "light"."""
    return _Current.requested


def is_dark() -> bool:
    """Whether the dark colours are in force."""
    return _Current.name == "dark"


def colour(name: str, alpha: float = 1.0) -> QColor:
    """Return the colour of a token; alpha 0 to 1."""
    result = QColor(tokens()[name])
    result.setAlphaF(alpha)
    return result


def category_colour(code: str) -> QColor:
    """Return a category's own colour, darkened on light ground until it can be read."""
    result = QColor(code or CATEGORY_COLOURS[-1])
    if not result.isValid():
        result = QColor(CATEGORY_COLOURS[-1])
    while not is_dark() and _luminance(result) > 0.22:
        result = result.darker(108)
    return result


def mixed(ground: QColor, ink: QColor, share: float) -> QColor:
    """Blend `share` (0 to 1) of ink over ground, opaque."""
    pairs = zip(ground.getRgbF()[:3], ink.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*[under + (over - under) * share for under, over in pairs])


def _luminance(value: QColor) -> float:
    """WCAG relative luminance, 0 (black) to 1 (white)."""
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
              for c in value.getRgbF()[:3]]  # fmt: skip
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def scaled(pixels: float) -> int:
    """Return a size of the design in pixels, as large as the system's text asks for."""
    return round(pixels * _Current.scale)


def text_scale() -> float:
    """Return how much larger than usual the system's text is, 1 to 2.

    The sizes of the design are for 96 dots per inch (72 on a Mac) and a font of up to 11 points
    (13); who has set larger letters for the desktop gets them here, too.
    """
    usual_dpi, usual_points = (72, 13) if sys.platform == "darwin" else (96, 11)
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    dots = QApplication.primaryScreen().logicalDotsPerInch() / usual_dpi
    size = dots * max(1.0, system.pointSizeF() / usual_points)
    return min(max(1.0, size), 2.0)


def font(pixels: int = BODY_PX, *, bold: bool = False, figures: bool = False) -> QFont:
    """Return the system's font in a size. figures: tabular, so that columns of numbers align."""
    result = QFont(QApplication.font())
    result.setPixelSize(scaled(pixels))
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if figures:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


def icon(name: str, token: str = "text") -> QIcon:
    """Return resources/icons/NAME.svg in a token's colour; dimmed where disabled."""
    return _drawn_icon(name, tokens()[token], tokens()["faint"])


def square_icon(hue: QColor) -> QIcon:
    """Draw a small square of a colour, as stands before a category."""
    picture = QPixmap(SQUARE_PX * 2, SQUARE_PX * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(hue)
    painter.drawRoundedRect(QRectF(0, 0, SQUARE_PX, SQUARE_PX), 2, 2)
    painter.end()
    return QIcon(picture)


class _SvgIcon(QIconEngine):
    """Draws an icon at the size that is asked for, once it is: a window shows few of its icons."""

    def __init__(self, name: str, ink: str, disabled: str) -> None:
        super().__init__()
        self._name, self._inks = name, (ink, disabled)

    def clone(self) -> QIconEngine:
        """Copy it, as QIcon asks for."""
        return _SvgIcon(self._name, *self._inks)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw it into a rectangle."""
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        renderer = _svg(self._name, self._inks[mode == QIcon.Mode.Disabled])
        renderer.render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw it on nothing."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture


@lru_cache(maxsize=256)
def _drawn_icon(name: str, ink: str, disabled: str) -> QIcon:
    return QIcon(_SvgIcon(name, ink, disabled))


@lru_cache(maxsize=256)
def _svg(name: str, ink: str) -> QSvgRenderer:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", ink).encode()))


def apply_theme(app: QApplication, name: str = "system") -> None:
    """Apply a theme to the whole program. name: "system", "dark" or "light"."""
    choose_theme(app, name)
    app.setStyleSheet(style_sheet())
    notifier().theme_changed.emit()


def choose_theme(app: QApplication, name: str) -> None:
    """Set what views are built with: colours and letters; the style sheet comes when they stand.

    A style sheet that is there before is applied anew to all that a view holds each time the view
    is put into another: a fifth of the time to the first paint.
    """
    first = _Current.notifier is None
    _Current.requested = name
    hints = app.styleHints()
    dark = hints.colorScheme() != Qt.ColorScheme.Light
    _Current.name = name if name in TOKENS else ("dark" if dark else "light")
    if first:
        hints.colorSchemeChanged.connect(lambda _scheme: _follow_system(app))
    _Current.scale = text_scale()
    app.setStyle(AppStyle())
    app.setFont(font())
    app.setPalette(_palette())


def _follow_system(app: QApplication) -> None:
    if _Current.requested == "system":
        apply_theme(app, "system")


def style_sheet() -> str:
    """Return resources/style.qss with each @token replaced by its colour."""
    source = resource("style.qss").read_text(encoding="utf-8")
    icons = resource("icons").as_posix()
    source = source.replace("@icons", icons).replace("@scheme", _Current.name)
    source = re.sub(r"(?<=font-size: )\d+", lambda match: str(scaled(int(match.group()))), source)
    return re.sub(r"@([a-z_]+)", lambda match: tokens()[match.group(1)], source)


def _palette() -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "panel", QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "ground", QPalette.ColorRole.AlternateBase: "raised",
        QPalette.ColorRole.Text: "text", QPalette.ColorRole.PlaceholderText: "faint",
        QPalette.ColorRole.Button: "control", QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "bad", QPalette.ColorRole.Highlight: "primary",
        QPalette.ColorRole.HighlightedText: "on_primary", QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent", QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "text", QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Accent: "accent",
    }  # fmt: skip
    result = QPalette()
    for role, token in roles.items():
        result.setColor(role, colour(token))
        if role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText,
                    QPalette.ColorRole.WindowText):  # fmt: skip
            result.setColor(QPalette.ColorGroup.Disabled, role, colour("faint"))
    return result
