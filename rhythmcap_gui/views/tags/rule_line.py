"""One quiet line under the chips: a rule that the decisions break, or words that rules imply."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.grammar.grammar_records import RuleHints
from core.library.word_rule_records import RuleKind, RuleWords
from rhythmcap_gui import key_names
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.tags.quiet_line import QuietLine
from rhythmcap_gui.views.widgets.key_cap import KeyButton

MOST_OFFERED = 3
ACTION = "rules.accept"


class RuleLine(QuietLine):
    """Hidden while rules have nothing to say. accepted(tag id): yes."""

    accepted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.name_cross(self.tr("Not in this song"))
        self.buttons: list[KeyButton] = []

    def show_hints(self, hints: RuleHints) -> None:
        """Show a broken rule before what is implied; nothing hides the line."""
        library = self._session.library
        if library is None or not (hints.broken or hints.implied):
            self.hide()
            return
        names = {tag.id: tag.name for tag in library.codebook.tags()}
        lines = [self._broken_text(words, names) for words in hints.broken[:1]]
        if hints.implied:
            because = names.get(hints.implied[0].because_of, "")
            lines.append(self.tr("By your rules “{tag}” implies:").replace("{tag}", because))
        self._offer([(one.tag_id, names.get(one.tag_id, "")) for one in hints.implied])
        self.say("\n".join(lines))

    def _broken_text(self, words: RuleWords, names: dict[int, str]) -> str:
        texts = {
            RuleKind.IMPLIES: self.tr("Your rule says that “{tag}” implies “{other}”."),
            RuleKind.EXCLUDES: self.tr("Your rule says that “{tag}” excludes “{other}”."),
            RuleKind.TOGETHER: self.tr("Your rule says that “{tag}” goes with “{other}”."),
        }
        text = texts[words.kind].replace("{tag}", names.get(words.tag_id, ""))
        return text.replace("{other}", names.get(words.other_tag_id, ""))

    def _offer(self, tags: list[tuple[int, str]]) -> None:
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        for number, (tag_id, name) in enumerate(tags[:MOST_OFFERED]):
            button = KeyButton(self.tr("Yes, {tag}").replace("{tag}", name), "", "")
            button.setProperty("quiet", True)
            tip = self.tr("It is decided as if you had clicked the chip")
            if number == 0:
                key_names.tip(button, ACTION, tip_text([tip]))
                key_names.cap(button, "", "Ctrl+Return")
            else:
                button.setToolTip(tip_text([tip]))
            button.clicked.connect(lambda _on=False, tag=tag_id: self.accepted.emit(tag))
            self._flow.addWidget(button)
            self.buttons.append(button)
        self._offers.setVisible(bool(tags))
