"""What speaks for a word over the picture of the open song, and the sound of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening.masked_playback import MaskedPlayback
from rhythmcap_gui.operations.listening.song_saliency import SongSaliency
from rhythmcap_gui.saliency_state import MaskedState, SaliencyState
from rhythmcap_gui.views.listening.listening import Listening


class SaliencyController(QObject):
    """Joins the map, its sound, the bar that steers both, and the picture they lie over."""

    def __init__(self, context: AppContext, window: QWidget, listening: Listening) -> None:
        super().__init__(window)
        self._context, self._window, self._listening = context, window, listening
        self.saliency = SongSaliency(context, self)
        self.masked = MaskedPlayback(context, self)
        self.saliency.view_span = self._view_span
        self.saliency.changed.connect(self._show)
        self.masked.changed.connect(self._show_masked)
        bar = listening.saliency_bar
        bar.method_chosen.connect(self.saliency.set_method)
        bar.scope_chosen.connect(self.saliency.set_scope)
        bar.strength_changed.connect(lambda _percent: listening.show_saliency())
        bar.cancel_requested.connect(self.cancel)
        bar.check_requested.connect(self.saliency.check)
        bar.closed.connect(self.close)
        bar.listen_requested.connect(self.masked.toggle)
        bar.stop_requested.connect(self.masked.stop)
        bar.share_chosen.connect(self.masked.set_share)
        bar.export_requested.connect(self.export)
        bar.show_masked(self.masked.state)

    def show(self, tag_id: int) -> None:
        """Show what speaks for a tag in the open song."""
        self.saliency.show(tag_id)

    def toggle(self) -> None:
        """Show what speaks for the word at hand, or remove the map."""
        self.saliency.toggle()

    def listen(self) -> None:
        """Play only what mattered, or the original in its stead."""
        self.masked.toggle()

    def close(self) -> bool:
        """Remove the map, and play the song as it is; whether there was one."""
        self.masked.stop()
        return self.saliency.close()

    def cancel(self) -> None:
        """Stop what is computed; where there is no map yet, none is wanted."""
        had_map = self.saliency.state.map is not None
        self.saliency.cancel()
        self.masked.cancel()
        if not had_map:
            self.close()

    def export(self) -> None:
        """Choose a file, and write only what mattered into it."""
        song, state = self._context.session.song, self.saliency.state
        if song is None or state.map is None:
            return
        proposed = Path.home() / f"{song.path.stem} - {state.tag}.wav"
        name, _kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Save only what mattered"), str(proposed),
            self.tr("Sound") + " (*.wav)",
        )  # fmt: skip
        if name:
            path = Path(name)
            self.masked.export(path if path.suffix else path.with_suffix(".wav"))

    def _view_span(self) -> tuple[float, float]:
        axis = self._listening.axis
        return round(axis.start_s, 3), round(axis.end_s, 3)

    def _show(self, state: SaliencyState) -> None:
        self.masked.follow(state)
        self._listening.saliency_bar.show_state(state)
        self._listening.show_saliency()

    def _show_masked(self, state: MaskedState) -> None:
        self._listening.saliency_bar.show_masked(state)
