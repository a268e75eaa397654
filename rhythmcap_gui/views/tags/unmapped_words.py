"""The words of the model that stand for no tag, with its scores for the open song.

Folded away at first; blind mode covers it. A click opens the mapping of the words.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rhythmcap_gui import theme
from rhythmcap_gui.session import SONG, Session
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.score_format import score_text

MOST_WORDS = 6
ROW_PX, BAR_PX, FIGURE_PX = 20, 64, 30
INTERVAL_MS = 100


class UnmappedWords(QFrame):
    """Hidden while every word of the model stands for a tag. mapping_requested(): open the map."""

    mapping_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("The model's own words"))
        self.fold = QPushButton()
        self.fold.setCheckable(True)
        self.fold.setProperty("dimtext", True)
        self.fold.setProperty("flat", True)
        self.fold.setToolTip(self.tr("Words of the model that are no tags of yours"))
        self.fold.toggled.connect(self.refresh)
        self.map = QPushButton(self.tr("Match…"))
        self.map.setProperty("link", True)
        self.map.setToolTip(self.tr("Say which of your tags these words stand for"))
        self.map.clicked.connect(self.mapping_requested)
        self.top = ElidedLabel()
        self.top.setProperty("caption", True)
        self.rows = WordBars()
        self.rows.clicked.connect(self.mapping_requested)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.fold, 1)
        head.addWidget(self.map)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 4, 8, 4)
        box.setSpacing(2)
        box.addLayout(head)
        box.addWidget(self.top)
        box.addWidget(self.rows)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(INTERVAL_MS)
        self._soon.timeout.connect(self.refresh)
        self._connect_session()
        self.refresh()

    def refresh(self, *_change: object) -> None:
        """Show the scores of now."""
        session = self._session
        scored_words = unmapped_words(session)
        usable = bool(scored_words) and not session.bulk and session.guesses_visible
        self.setVisible(usable)
        if not usable:
            return
        opened = self.fold.isChecked()
        text = self.tr("In its own words ({})").format(len(scored_words))
        self.fold.setText(text)
        self.fold.setIcon(theme.icon("up" if opened else "down", "dim"))
        best = scored_words[:MOST_WORDS]
        self.rows.setVisible(opened)
        self.top.setVisible(not opened)
        self.top.setText(" · ".join(f"{word} {score_text(score)}" for word, score in best))
        self.rows.show_words(best)

    def _connect_session(self) -> None:
        session = self._session
        for signal in (session.song_opened, session.predictions_ready, session.model_changed,
                       session.blind_changed, session.score_scope_changed, session.changed,
                       session.library_changed, session.selection_changed):  # fmt: skip
            signal.connect(self._refresh_soon)
        session.position_changed.connect(self._on_position)
        theme.notifier().theme_changed.connect(self.refresh)

    def _refresh_soon(self, *_value: object) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _on_position(self, _seconds: float) -> None:
        if self._session.score_scope != SONG and self.isVisible():
            self._refresh_soon()


class WordBars(QWidget):
    """A word, a thin bar, its score; one a line."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: list[tuple[str, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(2 * theme.scaled(ROW_PX))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(120, theme.scaled(ROW_PX) * len(self._words) + 4)

    def show_words(self, words: list[tuple[str, float]]) -> None:
        """Show words with their scores, best first."""
        if len(words) != len(self._words):
            self.updateGeometry()
        self._words = words
        self.setAccessibleName(", ".join(f"{word} {score_text(score)}" for word, score in words))
        self.setMaximumHeight(self.sizeHint().height())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font(theme.CAPTION_PX, figures=True))
        metrics = painter.fontMetrics()
        wide = self.width() - 8
        row_px = theme.scaled(ROW_PX)
        words_px = wide - BAR_PX - theme.scaled(FIGURE_PX) - 8
        for row, (word, score) in enumerate(self._words):
            y = row * row_px
            painter.setPen(theme.colour("text"))
            text = metrics.elidedText(word, Qt.TextElideMode.ElideRight, words_px)
            painter.drawText(QRect(4, y, words_px, row_px), Qt.AlignmentFlag.AlignVCenter, text)
            bar = QRect(4 + words_px, y + row_px // 2 - 2, BAR_PX, 4)
            painter.fillRect(bar, theme.colour("control"))
            bar.setWidth(round(BAR_PX * min(max(score, 0.0), 1.0)))
            painter.fillRect(bar, theme.colour("accent"))
            painter.setPen(theme.colour("dim"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRect(0, y, self.width() - 4, row_px), flags, score_text(score))
        painter.end()


def unmapped_words(session: Session) -> list[tuple[str, float]]:
    """Return the model's words that stand for no tag, with their scores for the open song."""
    if session.song is None or session.model is None:
        return []
    scores = session.word_scores(session.score_scope)
    if scores is None:
        return []
    known = (*session.model_tags, *[None] * len(session.model.words))
    scored_words = [
        (word, float(score))
        for word, score, tag in zip(session.model.words, scores, known, strict=False)
        if tag is None
    ]
    return sorted(scored_words, key=lambda pair: -pair[1])
