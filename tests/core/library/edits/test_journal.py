"""Whatever is done: undo all gives the former library to the letter, redo all the later one."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.errors import LibraryError
from core.library.codebook.codebook_records import CategoryWords, MergeAnswer, TagWords
from core.library.edits import edits as all_edits
from core.library.edits.edits import (
    AcceptRule,
    AddAlias,
    AddAnchor,
    AddCategory,
    AddTag,
    AddWords,
    ChangeAnchor,
    DismissRule,
    Edit,
    ForgetWords,
    JoinSongs,
    Judge,
    JudgeAgain,
    JudgeMany,
    JudgeRegion,
    MergeCategories,
    MergeTags,
    MoveCategory,
    MoveTag,
    RemoveAnchor,
    RemoveRule,
    RemoveSongs,
    RemoveTag,
    RenameTag,
    RestIsNo,
    RestoreTag,
    RetireTag,
    SetCategory,
    SetDefinition,
    SetIntensity,
    SetIntensityMany,
    SetNote,
    SetTagLook,
    SetThreshold,
    SettleDisagreement,
    SettleDispute,
    SetWeakNo,
    SetWords,
    SplitTag,
    WriteNotes,
    WriteRule,
)
from core.library.edits.row_changes import RowChange, changes_from_json, changes_to_json
from core.library.fact_records import DecisionFacts, ListenedBefore, PriorScore
from core.library.queue_records import NewItem, NewQueue, QueueKind, Reason
from core.library.records import DecisionContext, DecisionSource, State
from core.library.review_records import Verdict
from core.library.store import Library
from core.library.word_rule_records import RuleKind, RuleWords
from tests.support.small_songs import content, library_with, miscounts, new_model

N_SONGS = 4
SONGS = st.integers(1, N_SONGS)
TAGS = st.integers(1, 8)  # few, so that edits meet
STATES = st.one_of(st.none(), st.sampled_from(State))
FACTS = st.builds(
    DecisionFacts,
    st.one_of(st.none(), st.builds(PriorScore, st.floats(0, 1), st.integers(0, 9))),
    st.one_of(st.none(), st.just(ListenedBefore(((0.0, 2.5), (4.0, 5.0)), 3.5))),
)
CONTEXTS = st.builds(
    DecisionContext,
    st.sampled_from(DecisionSource),
    st.booleans(),
    st.none(),
    st.one_of(st.none(), FACTS),
)
RULES = st.builds(RuleWords, st.sampled_from(RuleKind), TAGS, TAGS)
SPANS = st.sampled_from([(None, None), (1.0, 2.0), (2.5, 4.0), (3.0, 1.0)])
NAMES = st.sampled_from(["kick", "Kick!", "male", "sea side", "🥁", "'; --", "x" * 50])
KEYS = st.sampled_from([None, "", "q", "z"])
SONG_SUBSETS = st.lists(SONGS, max_size=N_SONGS, unique=True).map(tuple)
POSITIONS = st.one_of(st.none(), st.integers(0, 9))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
WORDS = st.one_of(
    st.tuples(st.sampled_from(["title", "artist", "album"]), TEXTS),
    st.tuples(st.just("year"), st.sampled_from([None, 1959, 1991])),
)


def words_of_a_file(category: str, name: str) -> tuple[CategoryWords, ...]:
    return (CategoryWords(category, "r", tags=(TagWords(name, "k", aliases=("kick",)),)),)


EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.builds(Judge, SONGS, TAGS, STATES, CONTEXTS),
    st.builds(JudgeMany, SONG_SUBSETS, TAGS, STATES, CONTEXTS),
    st.builds(JudgeRegion, SONGS, TAGS, st.just(1.5), st.sampled_from([2.0, 3.0])),
    st.builds(SetIntensity, SONGS, TAGS, st.floats(0, 1)),
    st.builds(SetIntensityMany, SONG_SUBSETS, TAGS, st.sampled_from([None, 0.25, 1.0])),
    st.builds(WriteNotes, SONG_SUBSETS, TEXTS, st.booleans()),
    st.builds(RestIsNo, SONG_SUBSETS, st.lists(TAGS, max_size=4, unique=True).map(tuple)),
    st.builds(SetWeakNo, TAGS, st.booleans()),
    st.builds(SetThreshold, st.integers(1, 2), TAGS, st.sampled_from([None, 0.25, 0.5])),
    st.builds(SetNote, SONGS, TEXTS),
    st.builds(RemoveSongs, SONG_SUBSETS),
    st.builds(AddCategory, NAMES, KEYS),
    st.builds(
        SetCategory,
        st.integers(1, 3),
        NAMES,
        KEYS,
        st.none(),
        POSITIONS,
        st.sampled_from([None, True, False]),
    ),
    st.builds(AddTag, NAMES, st.integers(1, 3), KEYS),
    st.builds(RenameTag, TAGS, NAMES),
    st.builds(SetDefinition, TAGS, TEXTS),
    st.builds(SetTagLook, TAGS, KEYS, st.sampled_from([None, "#123456"])),
    st.builds(MoveTag, TAGS, st.integers(1, 3), POSITIONS),
    st.builds(RetireTag, TAGS),
    st.builds(RestoreTag, TAGS),
    st.builds(AddAlias, TAGS, NAMES),
    st.builds(MergeTags, TAGS, TAGS, st.sampled_from(MergeAnswer)),
    st.builds(MergeCategories, st.integers(1, 3), st.integers(1, 3)),
    st.builds(MoveCategory, st.integers(1, 3), st.integers(0, 3)),
    st.builds(RemoveTag, TAGS),
    st.builds(AddWords, NAMES, st.builds(words_of_a_file, NAMES, NAMES)),
    st.builds(SplitTag, TAGS, NAMES, SONG_SUBSETS),
    st.builds(JoinSongs, SONGS, SONGS),
    st.builds(SetWords, SONG_SUBSETS, st.lists(WORDS, max_size=3).map(tuple)),
    st.builds(ForgetWords, SONG_SUBSETS),
    st.builds(JudgeAgain, SONGS, TAGS, st.sampled_from(State), CONTEXTS),
    st.builds(
        lambda song, tag, state, span: AddAnchor(song, tag, state, *span),
        SONGS,
        TAGS,
        st.sampled_from(State),
        SPANS,
    ),
    st.builds(
        lambda anchor, span, note: ChangeAnchor(anchor, None, *span, note),
        st.integers(1, 3),
        SPANS,
        st.one_of(st.none(), TEXTS),
    ),
    st.builds(RemoveAnchor, st.integers(1, 3)),
    st.builds(SettleDisagreement, SONGS, TAGS, st.just(1), st.just(0.9), st.sampled_from(Verdict)),
    st.builds(SettleDispute, st.integers(1, 3)),
    st.builds(AcceptRule, RULES),
    st.builds(DismissRule, RULES),
    st.builds(WriteRule, RULES),
    st.builds(RemoveRule, RULES),
)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pristine") / "library.db"
    with library_with(path, N_SONGS) as library:
        library.models.add(new_model("starter", "kick"))
        items = [NewItem(song_id, Reason.RANDOM) for song_id in range(1, N_SONGS + 1)]
        library.queues.start(NewQueue(QueueKind.SONGS, 1, 0.2), items)
        library.queues.start(NewQueue(QueueKind.WORD, 1, 0.2, tag_id=3), items)
    return path


class Editing(RuleBasedStateMachine):
    """A user who edits, undoes, redoes and restarts; we keep what the library held after each."""

    pristine: Path

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "library.db"
        shutil.copy(self.pristine, self.path)
        self.library = Library.open(self.path)
        self.past = [content(self.library)]
        self.future: list[object] = []

    @rule(group=st.lists(EDITS, min_size=1, max_size=3))
    def edit(self, group: list[Edit]) -> None:
        try:
            changes = self.library.do(*group)
        except LibraryError:
            assert content(self.library) == self.past[-1]
            return
        now = content(self.library)
        if changes:
            self.past.append(now)
            self.future = []
        assert now == self.past[-1]

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            assert (self.library.undo() is None) == (len(self.past) == 1)
            if len(self.past) > 1:
                self.future.append(self.past.pop())

    @rule(times=st.integers(1, 3))
    def redo(self, times: int) -> None:
        for _ in range(times):
            assert (self.library.redo() is None) == (not self.future)
            if self.future:
                self.past.append(self.future.pop())

    @rule(queue_id=st.integers(1, 2), position=st.integers(0, N_SONGS - 1), skipped=st.booleans())
    def ask(self, queue_id: int, position: int, skipped: bool) -> None:
        self.library.queues.go_to(queue_id, position)
        self.library.queues.skip(queue_id, position, skipped=skipped)
        songs = set(self.library.songs.all_ids().tolist())
        items = self.library.queues.items(queue_id)
        assert [item.song_id for item in items] == sorted(songs)

    @rule(name=st.sampled_from(["Ann", "Bo"]))
    def change_ears(self, name: str) -> None:
        self.library.annotators.add(name)
        assert {row.annotator_id for row in self.library.repeats.all()} <= {
            self.library.annotators.current.id
        }

    @rule()
    def restart(self) -> None:
        self.library.close()
        self.library = Library.open(self.path)

    @invariant()
    def holds_what_it_should(self) -> None:
        assert content(self.library) == self.past[-1]
        assert miscounts(self.library) == []
        named = {tag.name for tag in self.library.codebook.tags(include_retired=True)}
        assert named == {row[1] for row in self.past[-1]["tags"]}

    def teardown(self) -> None:
        while self.library.undo():
            self.future.append(self.past.pop())
        assert content(self.library) == self.past[0]
        while self.library.redo():
            self.past.append(self.future.pop())
        assert content(self.library) == self.past[-1]
        assert not self.future
        assert self.library.database.rows("PRAGMA foreign_key_check") == []
        self.library.close()
        shutil.rmtree(self.folder)


def test_undo_all_is_the_former_and_redo_all_the_later_library(pristine: Path) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    class FromHere(Editing):
        pass

    FromHere.pristine = pristine
    run_state_machine_as_test(
        FromHere,
        settings=settings(
            max_examples=30,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],  # shrinking a failure of files and restarts takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_every_edit_is_tested_here_or_elsewhere() -> None:
    played = {
        "Judge", "JudgeMany", "JudgeRegion", "SetIntensity", "SetNote", "RemoveSongs",
        "AddCategory", "SetCategory", "AddTag", "RenameTag", "SetDefinition", "SetTagLook",
        "MoveTag", "RetireTag", "RestoreTag", "AddAlias", "MergeTags", "SplitTag",
        "JoinSongs", "SetIntensityMany", "WriteNotes", "RestIsNo", "SetWeakNo",
        "SetThreshold", "SetWords", "ForgetWords", "MergeCategories", "MoveCategory",
        "RemoveTag", "AddWords", "JudgeAgain", "AddAnchor", "ChangeAnchor", "RemoveAnchor",
        "SettleDisagreement", "SettleDispute", "AcceptRule", "DismissRule", "WriteRule",
        "RemoveRule",
    }  # fmt: skip
    elsewhere = {
        "MoveFiles", "MoveRegion", "RemoveRegion", "SetDecisionNote", "RemoveCategory",
        "RemoveAlias", "TellApart", "ClearCodebook", "MergeDecisions",
        "Adjudicate", "AddExamples", "KeepAbxTest",
        "SaveSearch", "RenameSearch", "MoveSearch", "RemoveSearch",
    }  # fmt: skip
    assert set(all_edits.__all__) - {"Edit", "merge_slices"} == played | elsewhere


VALUES = st.one_of(
    st.none(), st.integers(-(2**53), 2**53), st.floats(allow_nan=False), st.text(max_size=9)
)
ROWS = st.dictionaries(st.sampled_from(["id", "name", "note"]), VALUES, max_size=3)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, derandomize=True)
@given(
    st.lists(
        st.builds(
            RowChange,
            st.sampled_from(["songs", "tags"]),
            st.integers(1, 99),
            st.one_of(st.none(), ROWS),
            st.one_of(st.none(), ROWS),
        ),
        max_size=6,
    )
)
def test_a_change_comes_out_of_the_journal_as_it_went_in(changes: list[RowChange]) -> None:
    assert changes_from_json(changes_to_json(changes)) == changes
