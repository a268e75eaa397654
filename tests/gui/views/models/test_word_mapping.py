"""What a model's words mean here: mapped by hand, or to none of the tags."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.library.records import NO_TAG
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.models.word_mapping import WordMappingDialog


def test_a_mapped_word_is_a_suggestion_and_can_be_searched(
    foreign_session: Session, qtbot: Any
) -> None:
    library = foreign_session.library
    dialog = WordMappingDialog(foreign_session, library.models.get("mtat"))
    qtbot.addWidget(dialog)
    assert set(dialog.choices) == {"female vocalists", "no vocals", "sitar", "kick"}
    dialog.take_offers()
    female = library.codebook.find("female")
    assert dialog.changes() == {"female vocalists": female.id}
    for word, tag in dialog.changes().items():
        library.models.map_word(word, tag)
    from core.library.records import Changes

    foreign_session.apply_changes(Changes(codebook=True))
    assert female.id in {suggestion.tag_id for suggestion in foreign_session.suggestions()}
    song = foreign_session.song.id
    library.predictions.put(
        foreign_session.model.id, {song: np.array([0.7, 0.2, 0.9, 0.4], np.float32)}
    )
    assert library.search.ids("predicted:female>0.6").tolist() == [song]


def test_a_word_that_is_one_of_my_tags_can_mean_none(foreign_session: Session, qtbot: Any) -> None:
    library = foreign_session.library
    kick = library.codebook.find("kick").id
    assert kick in foreign_session.model_tags
    dialog = WordMappingDialog(foreign_session, library.models.get("mtat"))
    qtbot.addWidget(dialog)
    choice = dialog.choices["kick"]
    assert choice.currentText() == "kick (the same word)"
    assert dialog.changes() == {}
    choice.setCurrentIndex(choice.findData(NO_TAG))
    assert dialog.changes() == {"kick": NO_TAG}
    library.models.map_word("kick", NO_TAG)
    assert kick not in library.models.tag_ids(foreign_session.model.id)
    again = WordMappingDialog(foreign_session, library.models.get("mtat"))
    qtbot.addWidget(again)
    assert again.choices["kick"].currentText() == "none of my tags"


def test_two_words_for_one_tag_are_remarked(foreign_session: Session, qtbot: Any) -> None:
    dialog = WordMappingDialog(foreign_session, foreign_session.library.models.get("mtat"))
    qtbot.addWidget(dialog)
    kick = foreign_session.library.codebook.find("kick")
    sitar = dialog.choices["sitar"]
    sitar.setCurrentIndex(sitar.findData(kick.id))
    assert "both stand for kick" in dialog.remark.text()
