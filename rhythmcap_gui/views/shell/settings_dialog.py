"""Preferences: sound, appearance, annotator, learning, keys. Emits the choice; saves nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.settings import Settings
from rhythmcap_gui.languages import NAMES
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import KeyRow
from rhythmcap_gui.views.shell.key_table import KeyTable
from rhythmcap_gui.views.shell.watched_folders import WatchedFolders
from rhythmcap_gui.views.widgets.fold_button import FoldButton
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink


class SettingsDialog(QDialog):
    """Opens on the settings in force; OK emits the new ones once.

    experts_toggled: the settings for experts were folded or unfolded; it is remembered at once.
    """

    settings_requested = Signal(object)  # Settings
    experts_toggled = Signal(bool)

    def __init__(
        self,
        session: Session,
        devices: Sequence[str],
        keys: Sequence[KeyRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._before = session.settings
        categories = session.known_words().categories
        self._keys = KeyTable(keys, {c.key.upper(): c.name for c in categories if c.key})
        self._folders = WatchedFolders(session)
        tabs = QTabWidget(documentMode=True)
        tabs.addTab(self._sound(devices), self.tr("Sound"))
        tabs.addTab(self._appearance(), self.tr("Appearance"))
        tabs.addTab(self._annotator(), self.tr("Annotator"))
        tabs.addTab(self._learning(), self.tr("Learning"))
        tabs.addTab(self._folders, self.tr("Folders"))
        tabs.addTab(self._keys, self.tr("Keys"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(tabs)
        column.addWidget(buttons)
        self.tabs = tabs
        self.resize(640, 480)

    def chosen(self) -> Settings:
        """Return the settings as the dialog's fields stand."""
        return replace(
            self._before,
            output_device=self._device.currentData(),
            autoplay=self._autoplay.isChecked(),
            theme=self._theme.currentData(),
            language=self._language.currentData(),
            colour_map=self._colour_map.currentData(),
            annotator=self._name.text().strip(),
            annotator_email=self._email.text().strip(),
            record_listening=self._listening.isChecked(),
            depth=self._depth.currentData(),
            learning_epochs=self._epochs.value(),
            learning_rates=self._rates.currentData(),
            learning_lstm=self._lstm.isChecked(),
            experts=self.experts.isChecked(),
            device=self._compute.currentData(),
            cache_limit_gb=self._cache.value(),
            random_share=self._random_share.value() / 100.0,
            again_days=self._again_days.value(),
            keys=self._keys.own_keys(),
            watch_folders=self._folders.chosen(),
        )

    def accept(self) -> None:
        """Emit what was chosen, and close."""
        self.settings_requested.emit(self.chosen())
        super().accept()

    def _sound(self, devices: Sequence[str]) -> QWidget:
        names = [(self.tr("The system's own"), ""), *((device, device) for device in devices)]
        if self._before.output_device and self._before.output_device not in devices:
            absent = self.tr("{} (not there now)").format(self._before.output_device)
            names.append((absent, self._before.output_device))
        self._device = _combo(names, self._before.output_device)
        self._autoplay = QCheckBox(self.tr("Play a song as soon as it is opened"))
        self._autoplay.setChecked(self._before.autoplay)
        return _form([(self.tr("Output"), self._device), ("", self._autoplay)])

    def _appearance(self) -> QWidget:
        themes = [
            (self.tr("As the system"), "system"),
            (self.tr("Dark"), "dark"),
            (self.tr("Light"), "light"),
        ]
        self._theme = _combo(themes, self._before.theme)
        languages = [
            (self.tr("As the system"), ""),
            *((name, code) for code, name in NAMES.items()),
        ]
        self._language = _combo(languages, self._before.language)
        maps = [(name.capitalize(), name) for name in ("magma", "viridis", "cividis")]
        self._colour_map = _combo(maps, self._before.colour_map)
        hint = QLabel(self.tr("A new language takes effect at the next start."))
        hint.setProperty("dim", True)
        rows = [
            (self.tr("Colours"), self._theme),
            (self.tr("Spectrogram"), self._colour_map),
            (self.tr("Language"), self._language),
            ("", hint),
        ]
        return _form(rows)

    def _annotator(self) -> QWidget:
        self._name = QLineEdit(self._before.annotator)
        self._email = QLineEdit(self._before.annotator_email)
        hint = QLabel(
            self.tr("Stored with every decision, so that several annotators can be told apart."),
            wordWrap=True,
        )
        self._listening = QCheckBox(
            self.tr("Record which seconds of a song sounded before each decision")
        )
        self._listening.setChecked(self._before.record_listening)
        recorded = QLabel(
            self.tr(
                "Off unless you switch it on. It is kept in the library, beside the decision, and "
                "goes with it by undo; it is never sent, and saved as a table only where you do so "
                "(Tags ▸ Where my time went)."
            ),
            wordWrap=True,
        )
        for label in (hint, recorded):
            label.setProperty("dim", True)
        return _form([
            (self.tr("Name"), self._name), (self.tr("E-mail"), self._email), ("", hint),
            ("", self._listening), ("", recorded),
        ])  # fmt: skip

    def _learning(self) -> QWidget:
        self._cache = QDoubleSpinBox(
            minimum=1.0, maximum=1000.0, decimals=0, suffix=" GB", value=self._before.cache_limit_gb
        )
        hint = QLabel(
            self.tr("Your tags are learned in the way that proved best; nothing has to be set."),
            wordWrap=True,
        )
        hint.setProperty("dim", True)
        hint.setContentsMargins(16, 16, 16, 0)
        self.experts = FoldButton(self.tr("Experts"))
        self.experts.setToolTip(self.tr("How deep and how long is learned, and on what processor"))
        folded = self._expert_fields()
        folded.setVisible(self._before.experts)
        self.experts.setChecked(self._before.experts)
        self.experts.toggled.connect(folded.setVisible)
        self.experts.unfolded.connect(self.experts_toggled)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hint)
        cache = (self.tr("Keep spectrograms up to"), self._cache)
        column.addWidget(_form([*self._queue_fields(), cache]))
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 16, 0)
        row.addWidget(self.experts)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(folded)
        column.addStretch(1)
        return made

    def _queue_fields(self) -> list[tuple[str, QWidget]]:
        self._random_share = QSpinBox(
            minimum=0, maximum=100, suffix=" %", value=round(100 * self._before.random_share)
        )
        self._random_share.setToolTip(
            self.tr("Of the songs asked about: only these tell how common a tag is")
        )
        self._again_days = QSpinBox(
            minimum=0, maximum=36_500, suffix=" " + self.tr("days"), value=self._before.again_days
        )
        self._again_days.setSpecialValueText(self.tr("never"))
        self._again_days.setToolTip(
            self.tr("Songs judged so long ago come again unannounced, to tell how steady you judge")
        )
        return [
            (self.tr("Drawn at random"), self._random_share),
            (self.tr("Ask again after"), self._again_days),
        ]

    def _expert_fields(self) -> QWidget:
        depths = [
            (self.tr("Automatic: the tags alone, which proved best"), "automatic"),
            (self.tr("Tags only: quickest"), "classifier"),
            (self.tr("Tags and the sense of time (LSTM)"), "temporal"),
            (self.tr("All of the network: for many songs, takes long"), "everything"),
        ]
        self._depth = _combo(depths, self._before.depth)
        self._lstm = QCheckBox(self.tr("Add a sense of time (LSTM) to models without one"))
        self._lstm.setChecked(self._before.learning_lstm)
        self._epochs = QSpinBox(minimum=1, maximum=500, value=self._before.learning_epochs)
        rates = [
            (self.tr("As in the thesis"), "thesis"),
            (self.tr("As the public taggers"), "public"),
        ]
        self._rates = _combo(rates, self._before.learning_rates)
        devices = [
            (self.tr("Automatic: the graphics card where there is one"), "auto"),
            (self.tr("Processor (CPU)"), "cpu"),
            (self.tr("Graphics card (CUDA)"), "cuda"),
        ]
        self._compute = _combo(devices, self._before.device)
        return _form([
            (self.tr("Depth"), self._depth),
            ("", self._lstm),
            (self.tr("Epochs at most"), self._epochs),
            (self.tr("Learning rates"), self._rates),
            (self.tr("Compute on"), self._compute),
        ], {self._depth: "depth", self._lstm: "lstm", self._epochs: "epoch",
            self._rates: "learning_rate", self._compute: "device"})  # fmt: skip


def _combo(choices: Sequence[tuple[str, str]], current: str) -> QComboBox:
    made = QComboBox()
    for text, value in choices:
        made.addItem(text, value)
    made.setCurrentIndex(max(0, made.findData(current)))
    return made


def _form(
    rows: Sequence[tuple[str, QWidget]], entries: Mapping[QWidget, str] | None = None
) -> QWidget:
    """Make a form. entries: of the glossary, asked about behind a field."""
    made = QWidget()
    form = QFormLayout(made)
    form.setContentsMargins(16, 16, 16, 16)
    form.setVerticalSpacing(12)
    form.setHorizontalSpacing(16)
    for text, widget in rows:
        if text:
            widget.setAccessibleName(text)
        if entries and widget in entries:
            row = QHBoxLayout()
            row.addWidget(widget, 1)
            row.addWidget(GlossaryLink(entries[widget]))
            form.addRow(text, row)
        else:
            form.addRow(text, widget)
    return made
