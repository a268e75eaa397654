"""The codebook as an instrument: examples marked and heard, and settled, decisions heard again."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from rhythmcap_gui.controllers.dialogs import (
    LatestJob,
    listeners_of,
    show_beside,
    show_dialog,
)
from rhythmcap_gui.local_paths import path_of
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import booklets
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.listening.abx_test import AbxTest
from rhythmcap_gui.operations.listening.example_playback import ExamplePlayback
from rhythmcap_gui.operations.review import redefined
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import examples, word_pairs
from rhythmcap_gui.views.tags.tag_finder import ExamplePicker

LEAST_SONGS = 2  # of either word, for a listening test


class CodebookTools(QObject):
    """What the codebook's window asks for besides its words. anchor: tags are typed below it."""

    def __init__(self, context: AppContext, window: QWidget, anchor: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._anchor = anchor
        self.playback = ExamplePlayback(context, self)

    def close(self) -> None:
        """End with the program."""
        self.playback.close()

    def choose_example(self) -> None:
        """Type of which tag the loop, or the open song, is an example."""
        picker = ExamplePicker(self._context.session, self._window)
        picker.marked.connect(lambda tag_id, state: examples.mark(self._context, tag_id, state))
        picker.open_below(self._anchor, right=True)

    def connect_codebook(self, dialog: QWidget) -> None:
        """Serve the codebook's window while it is open."""
        context, page = self._context, dialog.page
        page.example_marked.connect(lambda tag_id, state: examples.mark(context, tag_id, state))
        page.again_requested.connect(self._hear_again)
        page.unclear_requested.connect(self._hear_unclear)
        page.settled.connect(lambda tag_id: examples.settle(context, tag_id))
        page.examples.example_held.connect(self.playback.hold)
        page.examples.song_held.connect(self.playback.hold_song)
        page.examples.chosen.connect(self.playback.prepare)
        page.examples.released.connect(self.playback.release)
        page.examples.removed.connect(lambda anchor: examples.remove(context, anchor.id))
        page.examples.opened.connect(self._open)
        dialog.pairs_requested.connect(lambda: self.show_pairs(dialog))
        dialog.booklet_requested.connect(lambda: self.save_booklet(dialog))
        dialog.finished.connect(lambda _result: self.playback.release())

    def save_booklet(self, parent: QWidget) -> None:
        """Choose a name, and write the codebook as a page to read or print."""
        start = Path.home() / f"{self._context.library.path.stem}-{self.tr('codebook')}.html"
        name, _filter = QFileDialog.getSaveFileName(
            parent, self.tr("Save the booklet"), str(start), self.tr("Web pages (*.html)")
        )
        if name:
            path = path_of(name)
            booklets.save(self._context, path if path.suffix else path.with_suffix(".html"))

    def _open(self, anchor: object) -> None:
        """Open an example's song, with its part as the loop."""
        navigation.open_from_elsewhere(self._context, anchor.song_id)
        if anchor.start_s is not None:
            playback.set_loop(self._context, (anchor.start_s, anchor.end_s))
            playback.seek(self._context, anchor.start_s)

    def _hear_again(self, tag_id: int) -> None:
        """Ask again about what was decided before a word's meaning was changed."""
        self._ask(tag_id, self._context.library.annotations.decided_under_older(tag_id))

    def _hear_unclear(self, tag_id: int) -> None:
        self._ask(tag_id, examples.unclear_songs(self._context, tag_id))

    def _ask(self, tag_id: int, song_ids: Sequence[int]) -> None:
        self._window.review.begin(redefined.queue(self._context, tag_id, song_ids))
        self._window.activateWindow()

    # -- words that are taken for one another -------------------------------------------------

    def show_pairs(self, parent: QWidget) -> None:
        """Show which words are confused; any two can be tested by ear."""
        from rhythmcap_gui.views.codebook.pairs_dialog import PairsDialog

        dialog = PairsDialog(self._context.session, parent)
        dialog.test_requested.connect(lambda *pair: self._test(pair, dialog))
        job = LatestJob(self._context, dialog)
        show_beside(dialog, self._context.session)
        dialog.begin(self.tr("Finding confused words"))
        job.id = word_pairs.find(self._context, listeners_of(dialog, dialog.show_pairs))

    def _test(self, pair: tuple[int, int], parent: QWidget) -> None:
        """Begin the listening test, where both words have songs of their own."""
        from rhythmcap_gui.views.codebook.abx_dialog import AbxDialog

        context = self._context
        tags = [context.library.codebook.tag(tag_id) for tag_id in pair]
        names = [tag.name for tag in tags]
        songs = word_pairs.songs_of(context, *pair)
        for name, other, found in zip(names, reversed(names), songs, strict=True):
            if len(found) < LEAST_SONGS:
                text = self.tr(
                    "It takes two songs that are “{one}” and not “{other}”, whose files are there."
                )
                parent.say(text.replace("{one}", name).replace("{other}", other))
                return
        test = AbxTest(context, (tags[0], tags[1]), songs, secrets.randbits(32), parent)
        dialog = AbxDialog(parent)
        test.changed.connect(dialog.show_state)
        dialog.played.connect(test.play)
        dialog.paused.connect(test.pause)
        dialog.answered.connect(lambda is_a: test.answer(is_a=is_a))
        dialog.finished.connect(lambda _code: test.close())
        dialog.finished.connect(test.deleteLater)
        test.begin()
        show_dialog(dialog)
