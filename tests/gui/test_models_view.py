"""The shelf in the window: models, their cards, comparing them, and what their words mean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QTreeWidgetItem, QWidget

from core.errors import ModelError
from core.evaluation.comparison_records import ComparedTag, Comparison, Scorecard
from core.library.codebook.codebook_records import TagName
from core.library.records import NO_TAG, NewModel, Tag
from core.models.catalogue import ARCHITECTURES
from core.models.model_records import ArchitectureGuess
from core.models.prediction_records import Predictions, PrefixScores, Taggram
from core.models.public_registry import known_tag_lists, public_models
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import ModelPredictions, Progress, WeightsRequest
from rhythmcap_gui.views.models.compare_dialog import CompareDialog
from rhythmcap_gui.views.models.import_model_dialog import ImportModelDialog
from rhythmcap_gui.views.models.model_card import ModelCardDialog
from rhythmcap_gui.views.models.model_list import ModelsView
from rhythmcap_gui.views.models.pretrained_dialog import PretrainedDialog
from rhythmcap_gui.views.models.word_mapping import WordMapping
from rhythmcap_gui.views.models.word_offers import SURE, offers
from rhythmcap_gui.views.tags.unmapped_words import UnmappedWords, unmapped_words

FOREIGN = ("female vocalists", "no vocals", "kick", "sitar")


def heard(words: tuple[str, ...], scores: list[float], n: int = 6) -> Predictions:
    """What a model might say of a song of 60 s."""
    row = np.array(scores, dtype=np.float32)
    gram = np.tile(row, (n, 1)) * np.linspace(0.2, 1, n, dtype=np.float32)[:, None]
    starts = np.linspace(0, 50, n, dtype=np.float32)
    prefixes = PrefixScores(np.array([60.0], np.float32), row[None])
    return Predictions("m", "0" * 32, words, row, Taggram(starts, 10.0, gram), prefixes)


@pytest.fixture
def foreign(session: Session) -> Iterator[Session]:
    """The session with a model in use that speaks its own language."""
    models = session.library.models
    row = models.add(NewModel("mtat", "musicnn", "mtat.safetensors", FOREIGN))
    models.set_active(row.id)
    session.set_model(models.get(row.id))
    session.set_predictions(heard(FOREIGN, [0.7, 0.2, 0.9, 0.4]))
    yield session
    session.open_library(None)


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def items(view: ModelsView) -> list[QTreeWidgetItem]:
    top = [view.tree.topLevelItem(index) for index in range(view.tree.topLevelItemCount())]
    return top + [item.child(index) for item in top for index in range(item.childCount())]


@pytest.fixture
def view(foreign: Session, qtbot: Any) -> ModelsView:
    models = foreign.library.models
    parent = models.get("mtat")
    models.add(
        NewModel(
            "my ear", "musicnn+lstm", "my-ear.safetensors", ("kick",), parent_id=parent.id,
            metrics={"wauc": 0.78, "n_held_out": 41, "n_train": 160,
                     "per_tag": {"kick": {"support": 9, "auc": 0.8, "ap": 0.7, "f1": None}}},
            provenance={"licence": "CC0", "recipe": "mel96-16k", "description": "Learned."},
        )
    )  # fmt: skip
    made = ModelsView(foreign)
    qtbot.addWidget(made)
    return made


def test_versions_stand_under_their_parents_with_size_data_and_wauc(view: ModelsView) -> None:
    parent, child = items(view)
    assert child.parent() is parent
    texts = [child.text(column) for column in range(7)]
    assert texts[:6] == ["my ear", "MusiCNN + LSTM", "160 of my songs", "1", "file gone",
                         ".78 on 41 songs"]  # fmt: skip
    assert parent.text(5) == "–"


def test_the_model_in_use_cannot_be_removed_and_one_is_compared_with_it(
    view: ModelsView, qtbot: Any
) -> None:
    parent, child = items(view)
    assert not view.remove.isEnabled()
    assert not view.compare.isEnabled()
    view.tree.clearSelection()
    child.setSelected(True)
    assert view.remove.isEnabled()
    with qtbot.waitSignal(view.compare_requested) as asked:
        view.compare.click()
    assert asked.args == [view.chosen() if len(view.chosen()) > 1 else (1, 2)]
    parent.setSelected(True)
    assert view.chosen() == (1, 2)
    assert not view.card.isEnabled()
    assert view.compare.isEnabled()


def test_removing_asks_first(view: ModelsView, qtbot: Any) -> None:
    view.tree.clearSelection()
    view.tree.setCurrentItem(items(view)[1])
    removed: list[int] = []
    view.remove_requested.connect(removed.append)
    view.remove.click()
    box = next(each for each in view.findChildren(QWidget) if each.inherits("QMessageBox"))
    assert not removed
    with qtbot.waitSignal(view.remove_requested):
        next(each for each in box.buttons() if each.text() == "Remove").click()
    assert removed == [2]


def test_a_card_is_words_not_json(view: ModelsView, foreign: Session, qtbot: Any) -> None:  # noqa: ARG001
    row = foreign.library.models.get("my ear")
    card = ModelCardDialog(row, ARCHITECTURES[row.architecture], "mtat", "/models/x (3 MB)")
    qtbot.addWidget(card)
    text = said(card)
    for words in ("MusiCNN + LSTM", "Hears 3.0 s at once", ".78 on 41 songs", "mtat", "CC0",
                  "/models/x (3 MB)"):  # fmt: skip
        assert words in text
    assert "{" not in text


def test_words_that_are_no_tags_of_mine_are_shown_beside_them(foreign: Session, qtbot: Any) -> None:
    shown = UnmappedWords(foreign)
    qtbot.addWidget(shown)
    assert [word for word, _score in unmapped_words(foreign)] == ["female vocalists", "sitar",
                                                             "no vocals"]  # fmt: skip
    assert not shown.isHidden()
    foreign.set_blind(True)
    shown.refresh()
    assert shown.isHidden()


def test_a_mapped_word_is_a_suggestion_and_can_be_searched(foreign: Session, qtbot: Any) -> None:
    library = foreign.library
    dialog = WordMapping(foreign, library.models.get("mtat"))
    qtbot.addWidget(dialog)
    assert set(dialog.choices) == {"female vocalists", "no vocals", "sitar", "kick"}
    dialog.take_offers()
    female = library.codebook.find("female")
    assert dialog.changes() == {"female vocalists": female.id}
    for word, tag in dialog.changes().items():
        library.models.map_word(word, tag)
    from core.library.records import Changes

    foreign.note_changes(Changes(codebook=True))
    assert female.id in {each.tag_id for each in foreign.suggestions()}
    song = foreign.song.id
    library.predictions.put(foreign.model.id, {song: np.array([0.7, 0.2, 0.9, 0.4], np.float32)})
    assert library.search.ids("predicted:female>0.6").tolist() == [song]


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("instrument---piano", "piano"),
        ("female vocalists", "female"),
        ("DRUM", "drums"),
        ("Deep-House", "deep house"),
        ("Pianos", "piano"),
        ("no vocals", None),
        ("male voice", None),
        ("qqqq", None),
    ],
)
def test_a_tag_spelled_alike_is_offered_and_never_its_opposite(word: str, tag: str | None) -> None:
    texts = ("piano", "female", "drums", "deep house", "female voice")
    names = [TagName(Tag(n, text, 1, "", "", n, "", "", "", None), text)
             for n, text in enumerate(texts)]  # fmt: skip
    found = offers(word, names)
    assert (found[0].tag.name if found else None) == tag


def test_a_tag_that_says_more_than_the_word_is_not_taken_unseen() -> None:
    name = TagName(Tag(1, "deep house", 1, "", "", 1, "", "", "", None), "deep house")
    assert offers("house", [name])[0].likeness < SURE
    assert offers("very deep house", [name])[0].likeness >= SURE


def test_a_word_that_is_one_of_my_tags_can_mean_none(foreign: Session, qtbot: Any) -> None:
    library = foreign.library
    kick = library.codebook.find("kick").id
    assert kick in foreign.model_tags
    dialog = WordMapping(foreign, library.models.get("mtat"))
    qtbot.addWidget(dialog)
    choice = dialog.choices["kick"]
    assert choice.currentText() == "kick (the same word)"
    assert dialog.changes() == {}
    choice.setCurrentIndex(choice.findData(NO_TAG))
    assert dialog.changes() == {"kick": NO_TAG}
    library.models.map_word("kick", NO_TAG)
    assert kick not in library.models.tag_ids(foreign.model.id)
    again = WordMapping(foreign, library.models.get("mtat"))
    qtbot.addWidget(again)
    assert again.choices["kick"].currentText() == "none of my tags"


def test_two_words_for_one_tag_are_remarked(foreign: Session, qtbot: Any) -> None:
    dialog = WordMapping(foreign, foreign.library.models.get("mtat"))
    qtbot.addWidget(dialog)
    kick = foreign.library.codebook.find("kick")
    sitar = dialog.choices["sitar"]
    sitar.setCurrentIndex(sitar.findData(kick.id))
    assert "both stand for kick" in dialog.remark.text()


def test_the_registry_can_be_read_filtered_and_fetched_from(qtbot: Any, session: Session) -> None:  # noqa: ARG001
    dialog = PretrainedDialog(public_models(), ARCHITECTURES, ["mtat-musicnn"])
    qtbot.addWidget(dialog)
    assert dialog.list.topLevelItemCount() == len(public_models())
    dialog.filter.setText("jamendo musicnn")
    shown = [item for index in range(dialog.list.topLevelItemCount())
             if not (item := dialog.list.topLevelItem(index)).isHidden()]  # fmt: skip
    assert [item.text(0) for item in shown] == ["jamendo-musicnn"]
    dialog.list.setCurrentItem(shown[0])
    for words in ("MIT", "needs few examples", "50 words", "Won, Ferraro"):
        assert words in dialog.detail.text()
    with qtbot.waitSignal(dialog.fetch_requested) as asked:
        dialog.get.click()
    assert asked.args == ["jamendo-musicnn"]
    dialog.begin()
    assert not dialog.get.isEnabled()
    dialog.work.show_progress(Progress(1, 2, "jamendo-musicnn.pth", 12.0))
    dialog.failed(ModelError("download.broke_off", name="musicnn"))
    assert "The download of musicnn broke off or never began. Check the network" in said(dialog)
    assert dialog.get.isEnabled()


def test_a_foreign_file_is_guessed_and_asked_about(qtbot: Any, session: Session) -> None:  # noqa: ARG001
    dialog = ImportModelDialog(ARCHITECTURES, known_tag_lists())
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()
    looked: list[Path] = []
    dialog.detect_requested.connect(looked.append)
    dialog.set_file(Path("/x/mtat_musicnn.pth"), own=False)
    assert looked == [Path("/x/mtat_musicnn.pth")]
    assert not dialog.ok.isEnabled()
    dialog.show_guess(ArchitectureGuess(("musicnn",), 50, "mtat"))
    words = known_tag_lists()["mtat"]
    wanted = WeightsRequest(Path("/x/mtat_musicnn.pth"), "mtat-musicnn", "musicnn", words)
    assert dialog.request() == wanted
    dialog.words.setPlainText("kick\npiano")
    assert not dialog.ok.isEnabled()
    assert "2 words; the file has 50 outputs" in said(dialog)


def test_a_zip_needs_no_answers(qtbot: Any, session: Session) -> None:  # noqa: ARG001
    dialog = ImportModelDialog(ARCHITECTURES, known_tag_lists())
    qtbot.addWidget(dialog)
    dialog.set_file(Path("/x/model.zip"), own=True)
    with qtbot.waitSignal(dialog.import_requested) as asked:
        dialog.ok.click()
    assert asked.args == [Path("/x/model.zip")]


def compared() -> Comparison:
    better, worse = Scorecard(0.9, 0.8, 0.8, 0.5, 0.7), Scorecard(0.6, 0.5, 0.5, -0.2, None)
    tags = (
        ComparedTag("kick", 9, 20, (better, worse)),
        ComparedTag("slow", 4, 12, (worse, better)),
    )
    return Comparison(
        ("mtat", "my ear"), 20, True, (0.81, 0.69), (better, worse), tags,
        (("dark", "mtat has no word for it"), ("deep", "mtat has no word for it")), (), (),
    )  # fmt: skip


def test_a_comparison_is_a_table_a_plot_and_what_was_left_out(foreign: Session, qtbot: Any) -> None:
    dialog = CompareDialog(foreign, ["mtat", "my ear"])
    qtbot.addWidget(dialog)
    dialog.begin("Listening")
    dialog.show_comparison(compared())
    lines = dialog.table.as_text().split("\n")
    assert lines[0].split("\t")[:4] == ["tag", "songs", "ROC-AUC mtat", "ROC-AUC my ear"]
    assert lines[2].split("\t") == ["kick", "9", ".90", ".60", ".80", ".50", ".80", ".50", ".50",
                                    "−.20", ".70", "–"]  # fmt: skip
    text = said(dialog)
    assert "WAUC .81" in text
    assert "dark, deep (mtat has no word for it)" in text
    blank = dialog.plot.grab().toImage()
    for index in range(1, dialog.measure.count()):
        dialog.measure.setCurrentIndex(index)
        assert dialog.plot.grab().toImage() != blank


def test_taggrams_of_several_models_share_time_and_rows(foreign: Session, qtbot: Any) -> None:
    tags = {name: foreign.library.codebook.find(name).id for name in ("kick", "female", "piano")}
    ids = tuple(tags.values())
    one = ModelPredictions("one", heard(("kick", "female", "piano"), [0.2, 0.9, 0.1]), ids)
    other = ModelPredictions(
        "other", heard(("x", "a", "b", "c"), [1, 0.3, 0.2, 0.1]), (None, *ids[::-1])
    )
    dialog = CompareDialog(foreign, ["one", "other"])
    qtbot.addWidget(dialog)
    dialog.resize(1000, 600)
    dialog.show_predictions([one, other], "Harbour", 60.0)
    stack = dialog.stack
    names = [[row.word for row in taggram.rows] for taggram in stack.taggrams]
    assert names[0] == names[1] == ["female", "piano", "kick"]
    assert {taggram.axis for taggram in stack.taggrams} == {stack.axis}
    with qtbot.waitSignal(dialog.seek_requested):
        stack.taggrams[0].seek_requested.emit(3.0)
    stack.kind.setCurrentIndex(1)
    assert [row.word for row in stack.taggrams[1].rows] == ["x", "a", "b", "c"]
    foreign.open_song(None)
    assert stack.taggrams == []
