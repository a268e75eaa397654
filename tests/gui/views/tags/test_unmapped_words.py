"""A model's words that are no tags of mine stand beside them."""

from __future__ import annotations

from typing import Any

from rhythmcap_gui.session import Session
from rhythmcap_gui.views.tags.unmapped_words import UnmappedWords, unmapped_words


def test_words_that_are_no_tags_of_mine_are_shown_beside_them(
    foreign_session: Session, qtbot: Any
) -> None:
    shown = UnmappedWords(foreign_session)
    qtbot.addWidget(shown)
    words = [word for word, _score in unmapped_words(foreign_session)]
    assert words == ["female vocalists", "sitar", "no vocals"]
    assert not shown.isHidden()
    foreign_session.set_blind(True)
    shown.refresh()
    assert shown.isHidden()
