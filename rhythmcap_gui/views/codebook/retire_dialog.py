"""Before a tag, or all of a category, is retired: what that means, and the songs judged on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from core.library.records import State, Tag
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.codebook.ok_buttons import ok_buttons
from rhythmcap_gui.views.codebook.song_preview import SongPreview

WIDTH_PX = 440


class RetireDialog(QDialog):
    """Emits decided() on OK. name: the tag's, or that of the category whose tags these are."""

    decided = Signal()

    def __init__(
        self, session: Session, name: str, tags: Sequence[Tag], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Retire “{tag}”").format(tag=name))
        self.setMinimumWidth(WIDTH_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        library = session.library
        song_ids = sorted({i for tag in tags for i in library.tag_uses.songs_judged_on(tag.id)})
        meaning = QLabel(wordWrap=True)
        meaning.setText(self.tr(
            "A retired tag is neither shown nor learned. Its decisions are kept, and come back"
            " with it when you restore it."
        ))  # fmt: skip
        touched = QLabel(wordWrap=True)
        touched.setText(self._counts(session, tags, len(song_ids)))
        songs = SongPreview(session)
        songs.show_songs(song_ids)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        for widget in (meaning, touched):
            box.addWidget(widget)
        box.addWidget(songs, 1)
        box.addWidget(ok_buttons(self, self.tr("Retire")))

    def accept(self) -> None:
        """Close, and retire it."""
        super().accept()
        self.decided.emit()

    def _counts(self, session: Session, tags: Sequence[Tag], n_songs: int) -> str:
        if len(tags) > 1:
            names = ", ".join(tag.name for tag in tags)
            text = self.tr("{n:# song was|# songs were} judged on its {m:# tag|# tags}: {names}.")
            return counted(text, n=n_songs, m=len(tags), names=names)
        counts = session.library.annotations.counts_by_tag().get(tags[0].id, {})
        text = self.tr("{n:# song was|# songs were} judged: {yes} yes, {no} no, {unsure} unsure.")
        n_in_parts = n_songs - sum(counts.values())
        if n_in_parts > 0:
            text = self.tr(
                "{n:# song was|# songs were} judged: {yes} yes, {no} no, {unsure} unsure,"
                " {parts} only on a part."
            )
        return counted(
            text, n=n_songs, yes=counts.get(State.YES, 0), no=counts.get(State.NO, 0),
            unsure=counts.get(State.UNSURE, 0), parts=n_in_parts,
        )  # fmt: skip
