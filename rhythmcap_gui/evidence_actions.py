"""Actions of evidence to hear, captions and the word grammar: a part of the one table, actions."""

from __future__ import annotations

from rhythmcap_gui.action_record import Action, Menu, can_explain, can_tag, has_library, has_song
from rhythmcap_gui.evidence_state import Evidence

EVIDENCE_ACTIONS = (
    Action("evidence.show", "Hear what speaks for the tag and against it", ("Ctrl+Alt+E",),
           Menu.TAGS, can_explain, lambda window: window.similarity.evidence.toggle_shown()),
    Action("evidence.for", "Hear the seconds that speak most for it", ("Alt+1",), Menu.TAGS,
           can_explain, lambda window: window.similarity.evidence.hear(Evidence.FOR)),
    Action("evidence.against", "Hear the seconds that speak most against it", ("Alt+2",),
           Menu.TAGS, can_explain,
           lambda window: window.similarity.evidence.hear(Evidence.AGAINST)),
    Action("evidence.with", "Hear the nearest judged song with the tag", ("Alt+3",), Menu.TAGS,
           can_explain, lambda window: window.similarity.evidence.hear(Evidence.WITH)),
    Action("evidence.without", "Hear the nearest judged song without it", ("Alt+4",), Menu.TAGS,
           can_explain, lambda window: window.similarity.evidence.hear(Evidence.WITHOUT)),
)  # fmt: skip

GRAMMAR_ACTIONS = (
    Action("song.copy_caption", "Copy the caption", ("Ctrl+Alt+C",), Menu.TAGS, has_song,
           lambda window: window.song_caption.copy()),
    Action("rules.accept", "Yes to the first tag that a rule implies", ("Ctrl+Return",), Menu.TAGS,
           can_tag, lambda window: window.rule_watch.accept_first()),
    Action("rules.show", "Word grammar", (), Menu.TAGS, has_library,
           lambda window: window.grammar_controller.show()),
)  # fmt: skip
