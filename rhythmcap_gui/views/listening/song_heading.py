"""The line above the pictures: title, artist, and how much of the song is tagged."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.library.records import State
from core.models.prediction_records import looped_remark
from rhythmcap_gui import theme
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import length_text
from rhythmcap_gui.plain_text import tip_text

if TYPE_CHECKING:
    from rhythmcap_gui.session import Session

GAP_PX = 12
HEIGHT_PX = 28
PENCIL = " ✎"  # behind the user's own words


class SongHeading(QWidget):
    """Title, artist · year · length; on the right the counts of decisions.

    The user's own words are marked with a pencil; a double click asks to edit them.
    """

    words_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.title = self.facts = self.counts = self.short_counts = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier().theme_changed.connect(self.update)
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(400, theme.scaled(HEIGHT_PX))

    def refresh(self) -> None:
        """Read the open song and its decisions anew."""
        song = self.session.song
        self.title = (song.display_title or self.tr("Untitled")) if song else ""
        self.facts = self.counts = self.short_counts = ""
        if song is not None:
            own, artist, year = song.own_words, song.display_artist, str(song.year or "")
            self.title += PENCIL if "title" in own else ""
            artist += PENCIL if "artist" in own and artist else ""
            year += PENCIL if "year" in own and year else ""
            parts = (artist, year, length_text(song.duration_s))
            self.facts = " · ".join(part for part in (*parts, *self._remarks(short=True)) if part)
            self.counts, self.short_counts = self._count_words()
        self.setAccessibleName(", ".join(filter(None, (self.title, self.facts, self.counts))))
        self.setToolTip(self._tip())
        self.update()

    def _remarks(self, *, short: bool) -> list[str]:
        """Return what is odd about the sound, and whether the model hears the song repeated."""
        picture, predictions = self.session.picture, self.session.predictions
        mix = picture.mix if picture else None
        remarks = [(mix.short_remark if short else mix.remark) if mix else None]
        if predictions is not None and predictions.taggram is not None:
            window_s = predictions.taggram.window_s
            remarks.append(looped_remark(window_s, self.session.duration_s, short=short))
        texts = [translated(remark) for remark in remarks if remark is not None]
        return [*self._file_remarks(short=short), *texts]

    def _file_remarks(self, *, short: bool) -> list[str]:
        """Return what was wrong with its file when it was read."""
        song, library = self.session.song, self.session.library
        remarks = library.remarks.of_song(song.id) if song and library else ()
        if short:
            return [self.tr("⚠ damaged, or not read whole")] if remarks else []
        return [translated(remark) for remark in remarks]

    def _tip(self) -> str:
        song = self.session.song
        if song is None:
            return ""
        facts = (self.title, song.display_artist, song.display_album, str(song.year or ""))
        lines = [" · ".join(filter(None, facts)), shown_path(song.path)]
        lines += self._remarks(short=False)
        if song.own_words:
            lines.append(self.tr("✎ Your own data; the file says otherwise."))
        return tip_text([*lines, self.tr("Double click: title, artists, album and year")])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.session.song is not None and event.button() == Qt.MouseButton.LeftButton:
            self.words_requested.emit()

    def _count_words(self) -> tuple[str, str]:
        """Return the decisions in full, and without the open ones, for a narrow window."""
        library = self.session.library
        if library is None:
            return "", ""
        tags = {tag.id for tag in library.codebook.tags()}
        states = {
            tag: annotation.state
            for tag, annotation in self.session.states().items()
            if tag in tags
        }
        counts_by_state = Counter(states.values())
        words = [
            (counts_by_state[State.YES], self.tr("yes")),
            (counts_by_state[State.NO], self.tr("no")),
            (counts_by_state[State.UNSURE], self.tr("unsure")),
            (len(tags) - len(states), self.tr("not judged")),
        ]
        texts = [f"{count} {word}" if count else "" for count, word in words]
        return " · ".join(filter(None, texts)), " · ".join(filter(None, texts[:3]))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # its parts are laid out so
        large, body = theme.font(theme.TITLE_PX, bold=True), theme.font(theme.BODY_PX)
        metrics = QFontMetrics(body)
        needed_px = QFontMetrics(large).horizontalAdvance(self.title) + GAP_PX
        needed_px += metrics.horizontalAdvance(self.facts) + GAP_PX
        room = self.width()
        fits = needed_px + metrics.horizontalAdvance(self.counts) <= room
        counts = self.counts if fits else self.short_counts
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(body)
        if counts:
            counts_px = metrics.horizontalAdvance(counts) + GAP_PX
            painter.setPen(theme.colour("dim"))
            box = QRect(room - counts_px, 0, counts_px, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                             counts)  # fmt: skip
            room -= counts_px
        facts_px = min(metrics.horizontalAdvance(self.facts), room // 2)
        painter.setFont(large)
        title_room = room - facts_px - (GAP_PX if facts_px else 0)
        title = painter.fontMetrics().elidedText(
            self.title, Qt.TextElideMode.ElideRight, title_room
        )
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(0, 0, title_room, self.height()), flags, title)
        left = painter.fontMetrics().horizontalAdvance(title) + GAP_PX
        painter.setFont(body)
        painter.setPen(theme.colour("dim"))
        facts = metrics.elidedText(self.facts, Qt.TextElideMode.ElideRight, room - left)
        painter.drawText(QRect(left, 1, room - left, self.height()), flags, facts)
