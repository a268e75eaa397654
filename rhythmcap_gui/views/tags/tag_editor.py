"""The words of the codebook for the open song: a block per category, a chip per tag, the note.

It shows the session's states and scores and emits what was clicked. It judges nothing itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.library.records import Changes, Tag
from rhythmcap_gui import key_names
from rhythmcap_gui.session import SONG, Session
from rhythmcap_gui.views.tags.chip_state import chip_states_of, note_of
from rhythmcap_gui.views.tags.dispute_line import DisputeLine
from rhythmcap_gui.views.tags.note_field import NoteField
from rhythmcap_gui.views.tags.recent_tags import RecentTags
from rhythmcap_gui.views.tags.rule_line import RuleLine
from rhythmcap_gui.views.tags.tag_chip import TagChip
from rhythmcap_gui.views.tags.tag_menu import category_menu, explain_tag, note_dialog, tag_menu
from rhythmcap_gui.views.tags.tag_sections import TagSections
from rhythmcap_gui.views.widgets.key_cap import KeyButton

HERE_INTERVAL_MS = 100


class TagEditor(QWidget):
    """All tags of the open song, as chips.

    judged(tag id, State or None); note_edited(song ids, text, added);
    new_tag_requested(name, "" if none); new_tag_in_requested(category id);
    tag_edit_requested(tag id); category_edit_requested(category id); rest_requested(category id);
    find_requested(); intensity_requested(tag id, 0..1 or None); decision_note_edited(tag id, text);
    example_requested(tag id, State): the loop, or the song, as an example of the tag;
    region_requested(tag id): yes for the looped part; queue_requested(tag id): song by song;
    saliency_requested(tag id): what speaks for it in the open song;
    evidence_requested(tag id): the same, to be heard;
    tag_action_requested(WordAction, tag id) and
    category_action_requested(WordAction, category id): about the word itself, not about a song.
    """

    judged = Signal(int, object)
    intensity_requested = Signal(int, object)
    decision_note_edited = Signal(int, str)
    region_requested = Signal(int)
    example_requested = Signal(int, object)
    queue_requested = Signal(int)
    saliency_requested = Signal(int)
    evidence_requested = Signal(int)
    note_edited = Signal(tuple, str, bool)
    new_tag_requested = Signal(str)
    new_tag_in_requested = Signal(int)
    tag_edit_requested = Signal(int)
    category_edit_requested = Signal(int)
    rest_requested = Signal(int)
    find_requested = Signal()
    tag_action_requested = Signal(object, int)
    category_action_requested = Signal(object, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.sections = TagSections(self._connect_chip)
        self._shown_for = (False, False)  # several songs, any song
        self._here = QTimer(self)
        self._here.setSingleShot(True)
        self._here.setInterval(HERE_INTERVAL_MS)
        self._here.timeout.connect(lambda: self._show_states())
        self.dispute_line = DisputeLine(session)
        self.rule_line = RuleLine(session)
        self._recent = RecentTags(session, self._connect_chip)
        self._lay_out()
        self._connect_session()
        self._rebuild()

    def chip(self, tag_id: int) -> TagChip | None:
        """Return the chip of a tag, if it is shown."""
        return self.sections.chips.get(tag_id)

    def recent_tags(self) -> list[int]:
        """Return the ids of the tags that were used last, as they are shown."""
        return self._recent.tag_ids()

    def restore_recent(self, tag_ids: Sequence[int]) -> None:
        """Show these tags as the ones used last."""
        self._recent.restore(tag_ids)
        self._show_song()

    def focus_chips(self) -> None:
        """Give the keyboard to the chips: arrows move, Enter, ! and ? decide."""
        self.sections.focus_first()

    def _lay_out(self) -> None:
        self.sections.setAccessibleName(self.tr("Tags"))
        self.sections.menu_requested.connect(self._show_category_menu)
        self.sections.rest_requested.connect(self.rest_requested)
        self._note = NoteField()
        self._note.note_edited.connect(self.note_edited)
        find = KeyButton(self.tr("Find a tag"), "Ctrl K", "")
        key_names.tip(find, "tags.find", self.tr("Find a tag by typing its name"))
        key_names.cap(find, "", "Ctrl+K")
        find.clicked.connect(self.find_requested)
        tip = self.tr("Make a new tag with category and key")
        self._new = new = KeyButton(self.tr("New tag…"), "", tip)
        new.clicked.connect(lambda: self.new_tag_requested.emit(""))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(find)
        buttons.addWidget(new)
        buttons.addStretch()
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 4, 12, 12)
        foot.setSpacing(8)
        foot.addLayout(buttons)
        foot.addWidget(self._note)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self._recent)
        box.addWidget(self.sections, stretch=1)
        box.addWidget(self.dispute_line)
        box.addWidget(self.rule_line)
        box.addLayout(foot)

    def _connect_session(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        session.library_changed.connect(lambda _library: self._rebuild())
        session.song_opened.connect(self._on_song)
        for signal in (session.predictions_ready, session.model_changed, session.blind_changed,
                       session.score_scope_changed):  # fmt: skip
            signal.connect(lambda _value: self._show_states())
        for refreshed in (session.scores_changed, session.along_changed):
            refreshed.connect(lambda: self._show_states())
        session.selection_changed.connect(self._on_selection)
        session.position_changed.connect(self._on_position)
        session.category_armed.connect(self._on_armed)

    def _rebuild(self) -> None:
        """Make the sections and chips anew, after the codebook changed."""
        codebook = self._session.library.codebook if self._session.library else None
        categories, tags = (codebook.categories(), codebook.tags()) if codebook else ([], [])
        self.sections.show_codebook(categories, tags)
        self._show_song()

    def _connect_chip(self, chip: TagChip) -> None:
        chip.explain = self._explain
        chip.judged.connect(self.judged)
        chip.intensity_requested.connect(self.intensity_requested)
        chip.menu_requested.connect(self._show_tag_menu)

    def _on_changed(self, changes: Changes) -> None:
        if changes.codebook:
            self._rebuild()
        elif self._is_about(changes):
            self._note.show_note(*note_of(self._session))
            self._show_states(changes.tags)

    def _is_about(self, changes: Changes) -> bool:
        session = self._session
        if session.bulk:
            return not changes.songs.isdisjoint(session.selection)
        return session.song is not None and session.song.id in changes.songs

    def _on_song(self, _song: object) -> None:
        self.sections.forget_opened()
        self._show_song()

    def _on_selection(self, song_ids: tuple[int, ...]) -> None:
        if self._session.bulk or self._shown_for != (False, bool(song_ids)):
            self._show_song()

    def _on_position(self, _seconds: float) -> None:
        if self._session.score_scope != SONG and not self._here.isActive():
            self._here.start()

    def _on_armed(self, category_id: int | None) -> None:
        self.sections.show_armed(category_id)
        self._recent.show_armed(category_id)

    def _show_song(self) -> None:
        session = self._session
        self._shown_for = (session.bulk, bool(session.selection))
        self._note.show_note(*note_of(session))
        is_read_only = session.library is not None and session.library.read_only
        self._note.setReadOnly(is_read_only)
        self._new.setEnabled(not is_read_only)
        for section in self.sections.sections:
            section.set_judgeable(bool(session.selection))
        for chip in self._recent.chips:
            chip.setEnabled(bool(session.selection))
        self._show_states()

    def _show_states(self, of: Collection[int] | None = None) -> None:
        """Show the states of now, for all chips or those of some tags."""
        chip_state_of = chip_states_of(self._session)
        self.sections.show_states(chip_state_of, of)
        self._recent.show_states(chip_state_of)

    def _explain(self, chip: TagChip) -> str:
        return explain_tag(self._session, chip.tag, chip.shown)

    def _show_tag_menu(self, tag_id: int, at: QPoint) -> None:
        chip = self.sections.chips[tag_id]
        menu = tag_menu(self, chip.tag, chip.shown.state, self._session.loop)
        menu.region_requested.connect(lambda: self.region_requested.emit(tag_id))
        menu.example_requested.connect(lambda state: self.example_requested.emit(tag_id, state))
        menu.note.setEnabled(not self._session.bulk and chip.shown.state is not None)
        menu.queue_requested.connect(lambda: self.queue_requested.emit(tag_id))
        menu.saliency_requested.connect(lambda: self.saliency_requested.emit(tag_id))
        menu.saliency.setEnabled(self._can_explain(tag_id))
        menu.evidence_requested.connect(lambda: self.evidence_requested.emit(tag_id))
        menu.evidence.setEnabled(self._can_explain(tag_id))
        menu.judged.connect(lambda state: self.judged.emit(tag_id, state))
        menu.note_requested.connect(lambda: self._open_note_dialog(chip.tag))
        menu.word_action_requested.connect(
            lambda action: self.tag_action_requested.emit(action, tag_id)
        )
        menu.edit_requested.connect(lambda: self.tag_edit_requested.emit(tag_id))
        category_id = chip.tag.category_id
        menu.category_edit_requested.connect(lambda: self.category_edit_requested.emit(category_id))
        menu.popup(at)

    def _can_explain(self, tag_id: int) -> bool:
        session = self._session
        is_known = session.song is not None and tag_id in session.model_tags
        return is_known and session.guess_visible(tag_id)

    def _open_note_dialog(self, tag: Tag) -> None:
        decision = self._session.states().get(tag.id)
        dialog = note_dialog(self, tag, decision.note if decision else "")
        dialog.textValueSelected.connect(lambda text: self.decision_note_edited.emit(tag.id, text))
        dialog.open()

    def _show_category_menu(self, category_id: int, at: QPoint) -> None:
        found = self.sections.sections
        keys = next(s.head.rest.keys() for s in found if s.category.id == category_id)
        menu = category_menu(self, rest_keys=keys, can_judge=bool(self._session.selection))
        menu.rest_requested.connect(lambda: self.rest_requested.emit(category_id))
        menu.category_edit_requested.connect(lambda: self.category_edit_requested.emit(category_id))
        menu.new_requested.connect(lambda: self.new_tag_in_requested.emit(category_id))
        menu.word_action_requested.connect(
            lambda action: self.category_action_requested.emit(action, category_id)
        )
        menu.popup(at)
