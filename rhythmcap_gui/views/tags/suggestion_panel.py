"""What the model suggests for the open song: one word at a time, and the next ones small.

Blind mode covers it. Accepting and rejecting are requests; the card stores nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from core.library.records import Changes
from core.models.prediction_records import is_too_brief
from rhythmcap_gui import key_names
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.session import HERE, SO_FAR, SONG, Session, Suggestion
from rhythmcap_gui.views.widgets.elided_label import ElidedLabel
from rhythmcap_gui.views.widgets.key_cap import BACKSPACE, ENTER, KeyButton
from rhythmcap_gui.views.widgets.known_ground import (
    knows_text,
    knows_tip,
    unsure_text,
    unsure_tip,
)
from rhythmcap_gui.views.widgets.live_source import seconds_source, song_source
from rhythmcap_gui.views.widgets.score_format import (
    metrics_of,
    score_text,
    selection_text,
    skill_sentence,
    skill_words,
)

N_FOLLOWING = 4
HERE_INTERVAL_MS = 100
MODIFIER = Qt.KeyboardModifier.ShiftModifier


class SuggestionPanel(QFrame):
    """The card “The model suggests”; with several songs selected, how many they are.

    accepted(tag id), rejected(tag id), accepted_and_next(tag id) on Shift+click,
    why_requested(): hear what speaks for it,
    scope_changed("song", "so_far" or "here"), reveal_requested() in blind mode.
    """

    accepted = Signal(int)
    rejected = Signal(int)
    why_requested = Signal()
    accepted_and_next = Signal(int)
    scope_changed = Signal(str)
    reveal_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._first: Suggestion | None = None
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("The model suggests"))
        self._here = QTimer(self)
        self._here.setSingleShot(True)
        self._here.setInterval(HERE_INTERVAL_MS)
        self._here.timeout.connect(self._show)
        self._lay_out()
        self._connect_session()
        self._show()

    @property
    def first(self) -> Suggestion | None:
        """The suggestion on screen."""
        return self._first

    def _lay_out(self) -> None:
        single, bulk = QWidget(), QWidget()
        self._pages = QStackedLayout(self)  # as high as the higher one: nothing moves
        self._pages.addWidget(single)
        self._pages.addWidget(bulk)
        self._fill_bulk(QVBoxLayout(bulk))
        box = QVBoxLayout(single)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(6)
        box.addLayout(self._head())
        self._knows = ElidedLabel()
        self._knows.setProperty("caption", True)
        self._knows.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.addWidget(self._knows)
        words = QHBoxLayout()
        words.setSpacing(8)
        self._word = ElidedLabel()
        self._word.setProperty("heading", True)
        self._word.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._skill = ElidedLabel()
        self._skill.setProperty("caption", True)
        self._skill.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words.addWidget(self._word)
        words.addWidget(self._skill, stretch=1)
        box.addLayout(words)
        box.addLayout(self._buttons())
        box.addLayout(self._foot())

    def _fill_bulk(self, box: QVBoxLayout) -> None:
        """Fill the page for several songs: how many, and that all of them are meant."""
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(6)
        self._selection_label = ElidedLabel()
        self._selection_label.setProperty("heading", True)
        text = self.tr(
            "Chips, keys and note are about all of them; what you do not touch stays as it is. "
            "One undo takes a change back for all."
        )
        words = QLabel(text, wordWrap=True)
        words.setProperty("dim", True)
        box.addWidget(self._selection_label)
        box.addWidget(words)
        box.addStretch()

    def _head(self) -> QHBoxLayout:
        title = ElidedLabel(self.tr("Suggestion"))
        title.setProperty("caption", True)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(title, stretch=1)
        self._scopes = QButtonGroup(self)
        tips = self._scope_tips()
        texts = {SONG: self.tr("song"), SO_FAR: self.tr("so far"), HERE: self.tr("here")}
        for scope, text in texts.items():
            button = QPushButton(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("pill", True)
            button.setProperty("scope", scope)
            button.setAccessibleName(tips[scope])
            button.clicked.connect(lambda _on, chosen=scope: self.scope_changed.emit(chosen))
            self._scopes.addButton(button)
            row.addWidget(button)
        return row

    def _scope_tips(self) -> dict[str, str]:
        return {
            SONG: self.tr("Scores of the whole song"),
            SO_FAR: self.tr("Scores of the song from its beginning to the playhead"),
            HERE: self.tr("Scores of what sounds under the playhead"),
        }

    def _buttons(self) -> QHBoxLayout:
        self._accept = KeyButton(self.tr("Accept"), ENTER, "")
        accepting = self.tr("Yes, it is. Shift+click: and the next song")
        key_names.tip(self._accept, "tags.accept", accepting)
        key_names.cap(self._accept, ENTER, "Return")
        self._accept.clicked.connect(self._on_accept)
        self._reject = KeyButton(self.tr("Reject"), BACKSPACE, "")
        key_names.tip(self._reject, "tags.reject", self.tr("No, it is not"))
        key_names.cap(self._reject, BACKSPACE, "Backspace")
        self._reject.clicked.connect(self._on_reject)
        self._reveal = KeyButton(self.tr("Show the guesses"), "", "")
        key_names.tip(
            self._reveal, "view.reveal", self.tr("Uncover the model's guesses for this song")
        )
        self._reveal.clicked.connect(self.reveal_requested)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._accept, self._reject, self._reveal):
            row.addWidget(button)
        row.addStrut(self._accept.sizeHint().height())
        row.addStretch()
        return row

    def _foot(self) -> QHBoxLayout:
        """Make the row with the sound behind the suggestion, and the suggestions that follow."""
        self._why = KeyButton(self.tr("Hear why"), "", "")
        self._why.setProperty("quiet", True)
        key_names.tip(
            self._why, "tags.hear_why", self.tr("Loop the seconds that speak most for it")
        )
        key_names.cap(self._why, "", "H")
        self._why.clicked.connect(self.why_requested)
        self._next = ElidedLabel()
        self._next.setProperty("caption", True)
        self._next.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._why)
        row.addWidget(self._next, stretch=1)
        row.addStrut(self._why.sizeHint().height())
        return row

    def _connect_session(self) -> None:
        session = self._session
        for signal in (session.song_opened, session.predictions_ready, session.model_changed,
                       session.blind_changed, session.score_scope_changed,
                       session.library_changed, session.selection_changed):  # fmt: skip
            signal.connect(lambda _value: self._show())
        session.scores_changed.connect(self._show)
        session.along_changed.connect(self._show)
        session.changed.connect(self._on_changed)
        session.position_changed.connect(self._on_position)

    def _on_changed(self, changes: Changes) -> None:
        song = self._session.song
        if changes.codebook or (song is not None and song.id in changes.songs):
            self._show()

    def _on_position(self, _seconds: float) -> None:
        if self._session.score_scope != SONG and not self._here.isActive():
            self._here.start()

    def _show(self) -> None:
        self._pages.setCurrentIndex(int(self._session.bulk))
        self._selection_label.setText(selection_text(len(self._session.selection)))
        self._show_ground()
        suggestions = self._session.suggestions() if self._session.song else []
        self._first = suggestions[0] if suggestions else None
        self._show_scopes()
        hidden = self._session.song is not None and not self._session.guesses_visible
        self._reveal.setVisible(hidden and not self._session.closed)
        for button in (self._accept, self._reject, self._why):
            button.setVisible(not hidden)
            button.setEnabled(self._first is not None)
        library = self._session.library
        if library is not None and library.read_only:
            self._accept.setEnabled(False)
            self._reject.setEnabled(False)
        self._word.setVisible(self._first is not None)
        if self._first is None:
            self._skill.setText(self._empty_words())
            self._skill.setToolTip("")
        else:
            self._show_first(self._first)
        self._show_next(suggestions[1 : N_FOLLOWING + 1])

    def _show_scopes(self) -> None:
        """Mark the scope that is shown; each says whose its scores are."""
        tips = self._scope_tips()
        for button in self._scopes.buttons():
            scope = button.property("scope")
            button.setChecked(scope == self._session.score_scope)
            source = song_source if scope == SONG else seconds_source
            lines = filter(None, (tips[scope], source(self._session)))
            button.setToolTip(tip_text(list(lines)))

    def _show_ground(self) -> None:
        """Say what the model knows, and first whether this song is unlike all of that."""
        model, predictions = self._session.model, self._session.predictions
        if model is None:
            self._knows.setText(" ")
            self._knows.setToolTip("")
            return
        text, tip = knows_text(model), knows_tip(model)
        if predictions is not None and predictions.is_unsure_ground:
            text, tip = f"{unsure_text()} · {text}", f"{unsure_tip()}\n\n{tip}"
        self._knows.setText(text)
        self._knows.setToolTip(tip_text(tip.split("\n")))

    def _show_first(self, first: Suggestion) -> None:
        model = self._session.model
        metrics = metrics_of(model, first.word)
        frequency = self._session.observed_frequency(metrics, first.score)
        parts = [score_text(first.score), skill_words(metrics, frequency)]
        self._word.setText(first.word)
        self._skill.setText(" · ".join(part for part in parts if part))
        self._skill.setToolTip(skill_sentence(first.word, metrics))
        self._accept.setAccessibleName(self.tr("Accept {word}").format(word=first.word))
        self._reject.setAccessibleName(self.tr("Reject {word}").format(word=first.word))
        self._why.setAccessibleName(self.tr("Hear why {word}").format(word=first.word))
        predictions = self._session.predictions
        self._why.setEnabled(predictions is not None and predictions.taggram is not None)

    def _show_next(self, following: list[Suggestion]) -> None:
        words = " · ".join(
            f"{suggestion.word} {score_text(suggestion.score)}" for suggestion in following
        )
        self._next.setText(self.tr("then {words}").format(words=words) if words else " ")

    def _empty_words(self) -> str:
        session = self._session
        if session.song is None:
            return self.tr("Open a song first.")
        if not session.selection:
            return self.tr("Select a song in the list to tag it.")
        if session.model is None:
            return self.tr("No model in use.")
        if not session.guesses_visible:
            return self._covered_words()
        if session.unscored is not None:
            return session.unscored.text
        if is_too_brief(session.duration_s):
            return self.tr("Too short to go by: nothing is suggested.")
        scores = session.tag_scores(session.score_scope)
        missing = session.is_missing(session.song)
        if not scores and missing:
            return self.tr("The model needs the file.")
        if not scores:
            return self.tr("The model is listening…")
        if scores.keys() <= session.states().keys():
            return self.tr("All suggestions judged.")
        return self.tr("Nothing to suggest: no tag scores high enough.")

    def _covered_words(self) -> str:
        if self._session.closed:
            return self.tr("Closed listening: guesses are covered.")
        return self.tr("Blind: guesses are covered.")

    def _on_accept(self) -> None:
        if self._first is None:
            return
        shifted = bool(self._accept.modifiers & MODIFIER)
        signal = self.accepted_and_next if shifted else self.accepted
        signal.emit(self._first.tag_id)

    def _on_reject(self) -> None:
        if self._first is not None:
            self.rejected.emit(self._first.tag_id)
