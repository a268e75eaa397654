"""Learn on another machine: what is packed for it, how large that will be, and the packing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from core.bundles.bundle_records import BUNDLE_SUFFIX, BundleSize
from rhythmcap_gui.local_paths import path_of
from rhythmcap_gui.number_format import bytes_text, counted
from rhythmcap_gui.views.widgets.facts_dialog import FactsDialog

SIZE = QSize(620, 320)


class ElsewhereDialog(FactsDialog):
    """write_requested(Path): where the bundle goes was chosen."""

    write_requested = Signal(object)

    def __init__(self, suggested: Path, parent: QWidget | None = None) -> None:
        """Ask; show_size() follows. suggested: where the file would go."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Learn on another machine"))
        self._target = suggested
        self._size: BundleSize | None = None
        self.heading.setText(self.tr("A training bundle takes this round of learning there."))
        self.text.setText(self._explanation())
        self.write = QPushButton(self.tr("Write…"))
        self.write.setProperty("primary", True)
        self.write.setDefault(True)
        self.write.setToolTip(self.tr("Choose a name, and write the bundle"))
        self.write.clicked.connect(self.accept)
        self.close_button = QPushButton(self.tr("Cancel"), autoDefault=False)
        self.close_button.setToolTip(self.tr("Write nothing (Esc)"))
        self.close_button.clicked.connect(self.reject)
        self._lay_out((self.close_button, self.write))
        self.resize(SIZE)
        self._refresh()

    def show_size(self, size: BundleSize, free_bytes: int) -> None:
        """Show what will be written. free_bytes: where it would go."""
        self._size = size
        self.work.end()
        about = self.tr("about {size}; {free} are free").format(
            size=bytes_text(size.n_bytes), free=bytes_text(free_bytes)
        )
        rows = [
            (self.tr("Learned from"), counted(self.tr("{n:# song|# songs}"), n=size.n_songs)),
            (self.tr("Learned there"), self._depths()[size.depth]),
            (self.tr("Size"), about),
        ]
        if size.n_new:
            text = self.tr("{n:# song|# songs}; takes about {size} on this computer")
            found = counted(text, n=size.n_new, size=bytes_text(size.kept_bytes))
            rows.append((self.tr("Heard first"), found))
        self._show_facts(rows)
        self._refresh()
        self.write.setFocus()

    def accept(self) -> None:
        """Ask for the file, and request it; the dialog closes when it is written."""
        if self._size is None or self.work.running:
            return
        name, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Learn on another machine"), str(self._target),
            self.tr("Training bundle (*{})").format(BUNDLE_SUFFIX),
        )  # fmt: skip
        if name:
            chosen = path_of(name)
            self._target = chosen if chosen.suffix else path_of(f"{name}{BUNDLE_SUFFIX}")
            self.begin(self.tr("Packing {}").format(self._target.name))
            self.write_requested.emit(self._target)

    def _depths(self) -> dict[str, str]:
        return {
            "classifier": self.tr("the tags alone"),
            "temporal": self.tr("the tags and the sense of time"),
            "everything": self.tr("all of the network"),
        }

    def _explanation(self) -> str:
        return self.tr(
            "It is one file with the model to start from, your decisions and what is heard of the "
            "songs; no sound, and no names of songs or artists. There, “rhythmcap train-bundle "
            "FILE” learns from it and writes a zip; Model ▸ Import a model… takes that in here."
        )

    def _stopped_text(self) -> str:
        return self.tr("Stopped; nothing was written.")

    def _refresh(self, *_change: object) -> None:
        self.write.setEnabled(self._size is not None and not self.work.running)
        self._make_room()
