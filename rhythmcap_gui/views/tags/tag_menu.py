"""The context menus of a tag and a category, and a tag's tooltip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from core.library.records import DecisionSource, State, Tag
from rhythmcap_gui.number_format import clock_text, day_text
from rhythmcap_gui.plain_text import literal, tip_text
from rhythmcap_gui.session import HERE, SO_FAR, Session
from rhythmcap_gui.views.tags.chip_state import ChipState, counts_sentence
from rhythmcap_gui.views.tags.word_actions import (
    CATEGORY_ACTIONS,
    TAG_ACTIONS,
    WordAction,
    add_actions,
)
from rhythmcap_gui.views.widgets.decision_keys import level_of
from rhythmcap_gui.views.widgets.score_format import (
    colleague_words,
    metrics_of,
    score_text,
    skill_sentence,
    state_word,
)

MEANINGS = ("define", "merge", "split")  # changes of the codebook that change what a tag means
LONGEST = 48  # letters of a definition in the menu; the whole is in the tooltip


class TagMenu(QMenu):
    """The four states, a note on the decision, and the tag itself; or a category."""

    judged = Signal(object)
    note_requested = Signal()
    region_requested = Signal()
    example_requested = Signal(object)  # State
    queue_requested = Signal()
    saliency_requested = Signal()
    evidence_requested = Signal()
    edit_requested = Signal()
    new_requested = Signal()
    rest_requested = Signal()
    category_edit_requested = Signal()
    word_action_requested = Signal(object)  # WordAction
    note: QAction
    saliency: QAction
    evidence: QAction


def tag_menu(
    parent: QWidget, tag: Tag, state: State | None, loop: tuple[float, float] | None = None
) -> TagMenu:
    """Make a menu with the four states, the present one ticked, a note, definition, Edit tag…

    loop: with it, the tag can be given to just these seconds.
    """
    menu = _empty_menu(parent)
    group = QActionGroup(menu)
    how = {State.YES: "", State.NO: "Shift", State.UNSURE: "Alt", None: ""}
    for choice, modifier in how.items():
        text = state_word(choice).capitalize()
        if modifier:
            key = QCoreApplication.translate("QShortcut", modifier)
            text += "\t" + _tr("{key}+click").format(key=key)
        action = QAction(text, group)
        action.setCheckable(True)
        action.setChecked(choice == state)
        action.triggered.connect(lambda _on, chosen=choice: menu.judged.emit(chosen))
        menu.addAction(action)
    menu.addSeparator()
    if loop is not None:
        template = _tr("Yes, from {start} to {end}")
        start, end = (clock_text(second) for second in loop)
        menu.addAction(template.format(start=start, end=end), menu.region_requested.emit)
    examples = menu.addMenu(_tr("Mark as an example"))
    examples.addAction(_tr("It is one"), lambda: menu.example_requested.emit(State.YES))
    examples.addAction(_tr("It is not"), lambda: menu.example_requested.emit(State.NO))
    menu.note = menu.addAction(_tr("Note on this decision…"), menu.note_requested.emit)
    menu.addAction(_tr("Judge song by song"), menu.queue_requested.emit)
    menu.evidence = menu.addAction(_tr("Hear evidence"), menu.evidence_requested.emit)
    menu.saliency = menu.addAction(_tr("What speaks for it?"), menu.saliency_requested.emit)
    menu.addSeparator()
    meaning = menu.addAction(literal(_short(tag.definition)) or _tr("No definition yet"))
    meaning.setEnabled(False)
    menu.addAction(_tr("Edit tag…"), menu.edit_requested.emit)
    menu.addAction(_tr("Edit its category…"), menu.category_edit_requested.emit)
    _add_codebook_entries(menu, TAG_ACTIONS)
    return menu


def note_dialog(parent: QWidget, tag: Tag, note: str) -> QInputDialog:
    """Make a small window to write the note; it emits textValueSelected once it is kept."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(_tr("Note on “{tag}”").format(tag=tag.name))
    dialog.setLabelText(_tr("What you heard; it stays with this decision."))
    dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
    dialog.setTextValue(note)
    dialog.resize(380, 200)
    return dialog


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def category_menu(parent: QWidget, *, rest_keys: str, can_judge: bool) -> TagMenu:
    """Make a menu with The rest is no, New tag in this category…, Edit category…

    rest_keys: the keys that say that the rest is no.
    """
    menu = _empty_menu(parent)
    text = _tr("The rest of this category is no") + (f"\t{rest_keys}" if rest_keys else "")
    rest = menu.addAction(text, menu.rest_requested.emit)
    rest.setEnabled(can_judge)
    menu.addSeparator()
    menu.addAction(_tr("New tag in this category…"), menu.new_requested.emit)
    menu.addAction(_tr("Edit category…"), menu.category_edit_requested.emit)
    _add_codebook_entries(menu, CATEGORY_ACTIONS)
    return menu


def _add_codebook_entries(menu: TagMenu, actions: tuple[WordAction, ...]) -> None:
    """Add a menu of what is done with the word itself, not with a song."""
    entries = menu.addMenu(_tr("Codebook"))
    add_actions(entries, (*actions, WordAction.SHOW), menu.word_action_requested.emit)


def _empty_menu(parent: QWidget) -> TagMenu:
    menu = TagMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _tr(text: str) -> str:
    return QCoreApplication.translate("tag_menu", text)


def explain_tag(session: Session, tag: Tag, shown: ChipState) -> str:
    """Return a chip's tooltip: state, source, definition, the model's score, how to judge."""
    summary = (counts_sentence(session, tag.id) if session.bulk
            else _state_and_source(session, tag, shown.state))  # fmt: skip
    lines = [f"{tag.name} · {summary}", *_strength_and_note(session, tag)]
    for label, text in (("", tag.definition), (_tr("Use when: "), tag.use_when),
                        (_tr("Not when: "), tag.not_when)):  # fmt: skip
        if text:
            lines.append(label + text)
    if shown.score is not None:
        where = {HERE: _tr("here"), SO_FAR: _tr("the song so far")}
        summary = _tr("The model's score for {where}: {score}, not a probability.")
        scope = where.get(session.score_scope, _tr("the song"))
        lines.append(summary.format(where=scope, score=score_text(shown.score)))
        metrics = metrics_of(session.model, tag.name)
        lines.append(skill_sentence(tag.name, metrics))
    lines += colleague_words(shown.colleagues)
    if shown.disputed:
        lines.append(_tr("The model disagrees: see Model ▸ Where the model disagrees."))
    lines.append(_tr("Click: yes · Shift+click: no · Alt+click: unsure · again: not judged"))
    if not session.bulk:
        lines.append(_tr("Reached by Tab: 1 to 9 say how strongly, 0 takes that back"))
    return tip_text(lines)


def _strength_and_note(session: Session, tag: Tag) -> list[str]:
    decision = None if session.bulk else session.states().get(tag.id)
    if decision is None or not session.selection:
        return []
    lines = []
    if decision.intensity is not None:
        text = _tr("Intensity {level} of 9 ({value})")
        value = score_text(decision.intensity)
        lines.append(text.format(level=level_of(decision.intensity), value=value))
    if decision.note:
        lines.append(_tr("Note: ") + decision.note)
    return lines


def _state_and_source(session: Session, tag: Tag, state: State | None) -> str:
    decision = session.states().get(tag.id)
    if decision is None or state is None:
        return state_word(None)
    sources = {
        DecisionSource.EAR: _tr("by ear"),
        DecisionSource.ACCEPTED: _tr("accepted from the model"),
        DecisionSource.REJECTED: _tr("the model's suggestion was rejected"),
        DecisionSource.IMPORT: _tr("imported"),
        DecisionSource.REST: _tr("because the rest is no"),
        DecisionSource.RULE: _tr("implied by a rule"),
    }
    text = f"{state_word(state)}, {sources[DecisionSource(decision.source)]}"
    return text + _version_words(session, tag, decision.codebook_version)


def _version_words(session: Session, tag: Tag, version: int) -> str:
    """Say under which meaning of the tag a decision was made, where it has had several."""
    library = session.library
    changes = [] if library is None else library.codebook.history(tag.id)
    meanings = [change for change in reversed(changes) if change.change in MEANINGS]
    if not meanings:
        return ""
    if meanings[-1].id > version:
        since = day_text(meanings[-1].created_at)
        return _tr(", before its meaning changed on {day}").replace("{day}", since)
    return _tr(", under its meaning of {day}").replace("{day}", day_text(meanings[-1].created_at))
