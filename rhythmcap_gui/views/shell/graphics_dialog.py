"""Use my graphics card: which one there is, what would be installed, and what was."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.graphics.graphics_records import (
    DOWNLOAD_BYTES,
    INSTALLED_BYTES,
    CardKind,
    GraphicsState,
    Stage,
)
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import bytes_text
from rhythmcap_gui.plain_text import literal
from rhythmcap_gui.views.widgets.facts_dialog import FactsDialog

SIZE = QSize(620, 360)
DRIVERS = "nvidia.com/drivers"


class GraphicsDialog(FactsDialog):
    """install_requested(wheels), remove_requested(): one of its buttons was pressed."""

    install_requested = Signal(str)
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Use my graphics card"))
        self.state: GraphicsState | None = None
        self.install = QPushButton(self.tr("Install"))
        self.install.setProperty("primary", True)
        self.install.clicked.connect(self._install)
        self.remove = QPushButton(self.tr("Remove"), autoDefault=False)
        self.remove.setToolTip(self.tr("Delete what was installed; learning goes on without it"))
        self.remove.clicked.connect(self.remove_requested)
        self.close_button = QPushButton(self.tr("Close"), autoDefault=False)
        self.close_button.setToolTip(self.tr("Close; an installation stops and can go on later"))
        self.close_button.clicked.connect(self.reject)
        self.work.cancel.setToolTip(self.tr("Stop; installing can go on from here later"))
        self._lay_out((self.close_button, self.install), others=(self.remove,))
        self.resize(SIZE)
        self._refresh()

    def show_state(self, state: GraphicsState) -> None:
        """Show what was found, or what is so after an installation."""
        self.state = state
        self.work.end()
        heading, text = self._words(state)
        self.heading.setText(literal(heading))
        self.text.setText(literal(text))
        self._show_facts(self._rows(state))
        self._refresh()

    def _install(self) -> None:
        if self.state is not None:
            self.install_requested.emit(self.state.cuda)

    def _words(self, state: GraphicsState) -> tuple[str, str]:
        card = state.card
        if state.environment is not None:
            return (
                self.tr("The network itself learns on {card}.").format(card=state.environment.card),
                self.tr(
                    "Where more than tags is learned, the sense of time or all of the network, it "
                    "runs there in a process of its own; if that fails, the processor goes on. "
                    "Tags alone are learned on the processor within seconds."
                ),
            )
        if card.kind is CardKind.APPLE:
            return (
                self.tr("The graphics card of this Mac is used already."),
                self.tr("Nothing has to be installed."),
            )
        if state.is_used:
            return (
                self.tr("RhythmCap uses {card} already.").format(card=card.name),
                self.tr("Nothing has to be installed."),
            )
        if card.kind is CardKind.NONE:
            return self.tr("No NVIDIA graphics card was found."), self._help_without_card()
        return self._words_of_nvidia(state)

    def _words_of_nvidia(self, state: GraphicsState) -> tuple[str, str]:
        """Say what there is to say of a card by NVIDIA that is not used."""
        card = state.card
        if not card.answers:
            return (
                self.tr("There is an NVIDIA card, but its driver does not answer."),
                self.tr(
                    "Install or update NVIDIA's driver ({address}, or your system's package), "
                    "restart the computer, and open this again."
                ).format(address=DRIVERS),
            )
        if not state.cuda:
            return (
                self.tr("{card} cannot be used with driver {driver}.").format(
                    card=card.name, driver=card.driver or "?"
                ),
                self.tr(
                    "Update NVIDIA's driver ({address}), restart the computer, and open this "
                    "again. Cards from before 2014 stay too old."
                ).format(address=DRIVERS),
            )
        return self._words_before(state)

    def _words_before(self, state: GraphicsState) -> tuple[str, str]:
        """Say what would be done with a card that suits."""
        if state.stage is Stage.PART:
            return (
                self.tr("What is installed for {card} is not complete.").format(
                    card=state.card.name
                ),
                self.tr(
                    "It is not used. Installing goes on where it stopped; removing gives back "
                    "its room."
                ),
            )
        return (
            self.tr("{card} can learn for you.").format(card=state.card.name),
            self.tr(
                "A second Python with PyTorch for CUDA is installed in the data folder and tried: "
                "a short song must get the processor's scores. From then on the network itself "
                "learns there. RhythmCap stays as it is, and all can be removed here again."
            ),
        )

    def _help_without_card(self) -> str:
        return self.tr(
            "RhythmCap learns on the processor. A card helps where the whole network is trained: "
            "one by NVIDIA with its driver installed, or a Mac with Apple's own chip. A round of "
            "learning can also be taken to another machine: Model ▸ Learn on another machine…"
        )

    def _rows(self, state: GraphicsState) -> list[tuple[str, str]]:
        card, rows = state.card, []
        if card.name and card.kind is CardKind.NVIDIA:
            driver = self.tr("driver {version}").format(version=card.driver or "?")
            rows.append((self.tr("Graphics card"), f"{card.name} · {driver}"))
        if state.environment is not None:
            torch = f"PyTorch {state.environment.torch} · CUDA {state.environment.cuda}"
            rows.append((self.tr("Installed"), f"{torch} · {bytes_text(state.n_bytes)}"))
        elif state.can_install:
            about = self.tr("about {size}")
            rows.append((self.tr("To download"), about.format(size=bytes_text(DOWNLOAD_BYTES))))
            room = self.tr("about {size} while installing; {free} are free").format(
                size=bytes_text(DOWNLOAD_BYTES + INSTALLED_BYTES),
                free=bytes_text(state.free_bytes),
            )
            rows.append((self.tr("Room"), room))
            nothing = self.tr("nothing found: install uv (docs.astral.sh/uv) or Python 3.11")
            rows.append((self.tr("Installed by"), state.installer or nothing))
        if rows and (state.can_install or state.stage is not Stage.ABSENT):
            rows.append((self.tr("Folder"), shown_path(state.folder)))
        return rows

    def _stopped_text(self) -> str:
        return self.tr("Stopped; what has arrived is kept, and installing goes on from there.")

    def _refresh(self, *_change: object) -> None:
        state, running = self.state, self.work.running
        can_install = state is not None and state.can_install
        self.install.setVisible(can_install)
        self.install.setEnabled(not running and state is not None and bool(state.installer))
        is_part = state is not None and state.stage is Stage.PART
        self.install.setText(self.tr("Go on installing") if is_part else self.tr("Install"))
        self.remove.setVisible(state is not None and state.stage is not Stage.ABSENT)
        self.remove.setEnabled(not running)
        self._make_room()
