"""How the map is made and coloured."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from core.similarity.similarity_records import MapMethod
from rhythmcap_gui.session import Session
from rhythmcap_gui.similar_data import ColourBy, ColourKind, MapColours
from rhythmcap_gui.views.similar.compare_choice import CompareChoice
from rhythmcap_gui.views.widgets.glossary_link import GlossaryLink
from rhythmcap_gui.views.widgets.tag_picker import TagPicker


class MapChoices(QWidget):
    """by.chosen(CompareBy); method_chosen(MapMethod); colour_chosen(ColourBy); again: a button."""

    method_chosen = Signal(object)
    colour_chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._by = session, ColourBy()
        self.by = CompareChoice(session)
        self.method = self._box(self.tr("How songs are laid out"))
        self.method.addItem(self.tr("Largest differences (PCA)"), MapMethod.PCA)
        self.method.addItem(self.tr("Neighbourhoods (t-SNE)"), MapMethod.TSNE)
        self.method.activated.connect(
            lambda _row: self.method_chosen.emit(MapMethod(self.method.currentData()))
        )
        self.kind = self._box(self.tr("What songs are coloured by"))
        for kind, text in (
            (ColourKind.TAG, self.tr("Your decisions on a tag")),
            (ColourKind.PREDICTED, self.tr("What the model hears")),
            (ColourKind.DISAGREEMENT, self.tr("Where the model disagrees")),
            (ColourKind.NONE, self.tr("Nothing")),
        ):
            self.kind.addItem(text, kind)
        self.kind.activated.connect(lambda _row: self._choose_kind())
        self.tag = QPushButton()
        self.tag.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.tag.setToolTip(self.tr("Choose the tag"))
        self.tag.clicked.connect(self._pick)
        self.again = QPushButton(self.tr("Draw again"))
        self.again.setToolTip(self.tr("Lay all songs out again, with those that have come"))
        self._picker = TagPicker(session, self.tr("Colour the map by which tag?"), self)
        self._picker.begins_on_first = True
        self._picker.hint.setText(self.tr("Enter: the songs with this tag stand out"))
        self._picker.picked.connect(lambda tag_id, _keys: self._choose(tag_id))
        self._lay_out()
        session.blind_changed.connect(lambda _blind: self.show_colours(self._by, self._name))
        self._name = ""
        self.show_colours(ColourBy(), "")

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return box

    def _lay_out(self) -> None:
        self.by.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.by, self.method, self.kind, self.tag, self.again):
            column.addWidget(widget)
        column.addWidget(GlossaryLink("song_map"), 0, Qt.AlignmentFlag.AlignLeft)

    # -- what is shown ------------------------------------------------------------------------

    def show_method(self, method: MapMethod) -> None:
        """Show how the map is made."""
        self.method.setCurrentIndex(self.method.findData(method))

    def show_colours(self, by: ColourBy, tag: str) -> None:
        """Show what the map is coloured by. tag: the tag's name."""
        self._by, self._name = by, tag
        self.kind.setCurrentIndex(self.kind.findData(by.kind))
        needs_tag = by.kind in (ColourKind.TAG, ColourKind.PREDICTED)
        self.tag.setText((tag or self.tr("Choose a tag…")).replace("&", "&&"))
        self.tag.setVisible(needs_tag)

    def remark_on(self, colours: MapColours) -> str:
        """Say why the songs are not told apart, or why by this tag; "" where somebody chose it."""
        kind = colours.by.kind
        if colours.is_hidden:
            return self.tr("Blind mode hides what the model makes of the songs.")
        if kind in (ColourKind.TAG, ColourKind.PREDICTED) and not colours.tag:
            return self.tr("Choose a tag: its songs stand out.")
        if kind is ColourKind.PREDICTED and colours.scores is None:
            return self.tr("The model in use does not know this tag.")
        if colours.by.is_proposed:
            text = self.tr("Coloured by “{}”, which parts your songs most evenly; choose any tag.")
            return text.format(colours.tag)
        return ""

    # -- choosing -----------------------------------------------------------------------------

    def _choose_kind(self) -> None:
        kind = ColourKind(self.kind.currentData())
        self.colour_chosen.emit(replace(self._by, kind=kind))
        if kind in (ColourKind.TAG, ColourKind.PREDICTED) and not self._name:
            self._pick()

    def _pick(self) -> None:
        self._picker.is_offered = lambda _tag: True
        if self._by.kind is ColourKind.PREDICTED:
            self._picker.is_offered = lambda tag: tag.id in self._session.model_tags
        self._picker.open_below(self.tag)

    def _choose(self, tag_id: int) -> None:
        self.colour_chosen.emit(ColourBy(self._by.kind, tag_id))
