"""The library that keep_released_files.py keeps: a little of all that a library can hold.

Made by the program's own edits, so that all of it can be taken back.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np

from core.audio.hashing import AudioHasher
from core.demo import short_song
from core.demo.score import RATE_HZ
from core.exchange.model_files.model_archive import export_zip
from core.features.cache import FeatureCache
from core.features.spectrogram import LogMel, log_mel
from core.library.edits.edits import (
    AcceptRule,
    AddAlias,
    AddAnchor,
    AddCategory,
    AddTag,
    JoinSongs,
    Judge,
    JudgeAgain,
    JudgeMany,
    JudgeRegion,
    MergeTags,
    MoveRegion,
    MoveSearch,
    MoveTag,
    RenameTag,
    RetireTag,
    SaveSearch,
    SetCategory,
    SetDecisionNote,
    SetDefinition,
    SetIntensity,
    SetIntensityMany,
    SetNote,
    SetTagLook,
    SettleDisagreement,
    SettleDispute,
    SplitTag,
    TellApart,
    WriteNotes,
    WriteRule,
)
from core.library.fact_records import DecisionFacts, ListenedBefore, PriorScore
from core.library.queue_records import NewItem, NewQueue, QueueKind, Reason
from core.library.records import DecisionContext, DecisionSource, ModelRow, NewSong, State
from core.library.review_records import Verdict
from core.library.store import Library
from core.library.word_rule_records import RuleKind, RuleWords
from core.model_store.registry import ensure_starter, model_path, register
from core.models.checkpoint import load_checkpoint
from core.models.predict import predict_song
from core.paths import folders
from core.training.config import FinetuneRequest
from core.training.finetune import finetune
from tests.support import golden_rounds as golden
from tests.support import released_files
from tests.support.synthetic_songs import BRISK, RECIPE

YES, NO, UNSURE = State.YES, State.NO, State.UNSURE
STYLES = (
    "house", "waltz", "techno", "disco", "electro", "bossa", "swing", "folk", "tribal", "breaks",
    "drift", "house",
)  # fmt: skip
ARTISTS = ("The Tones", "Núria Vidal", "Jonas Beck", "Zoë & Co.", "Øre", "Kite")


def add_songs(library: Library, cache: FeatureCache) -> None:
    """Add twelve composed songs, cached but without files; one is missing, one file failed."""
    for number, style in enumerate(STYLES, start=1):
        sound = short_song(number, style, 6.0)
        hasher = AudioHasher(RATE_HZ, 2)
        hasher.update(sound)
        audio_hash = hasher.hexdigest()
        cache.put(LogMel(log_mel(sound.mean(axis=1), RATE_HZ, RECIPE), RECIPE, audio_hash))
        library.songs.add(
            NewSong(
                audio_hash=audio_hash, path=Path(f"/music/{style} {number}.flac"),
                size_bytes=1000 + number, mtime_s=1.7e9 + number / 4,
                title=f"{style.capitalize()} Nº {number}", artist=ARTISTS[number % len(ARTISTS)],
                album="" if number % 3 else "Yesterday", duration_s=60.0 + number,
                year=None if number == 4 else 1970 + number, rate_hz=RATE_HZ, channels=2,
            )
        )  # fmt: skip
    library.songs.mark_missing(7)
    failure = (Path("/music/broken.mp3"), "Its beginning is damaged.", "Convert it to FLAC.")
    library.songs.record_failures([failure])


def tag(library: Library, name: str) -> int:
    """The id of a tag."""
    found = library.codebook.find(name)
    assert found is not None, name
    return found.id


def change_codebook(library: Library) -> None:
    """A category and tags of one's own; other names, places, meanings; one retired."""
    library.do(AddCategory("Ear", key="e", colour="#123456"))
    category = library.codebook.find_category("Ear")
    assert category is not None
    library.do(
        AddTag("dusty", category.id, "d", "#654321", "As from an old record.", "Crackle.", "Hiss.")
    )
    dusty = tag(library, "dusty")
    library.do(AddAlias(dusty, "staubig"))
    library.do(SetDefinition(dusty, definition="As if from an old record.", not_when="Tape hiss."))
    library.do(SetTagLook(dusty, key="u", colour="#abcdef"))
    library.do(SetCategory(category.id, name="By ear", colour="#224466"))
    library.do(RenameTag(tag(library, "silly"), "foolish"))
    library.do(MoveTag(tag(library, "warm"), category.id, 0))
    library.do(RetireTag(tag(library, "gay")))


def decide(library: Library) -> None:
    """Decisions of every state, with strengths, notes and parts, by two annotators."""
    library.annotators.use(released_files.OTHER_ANNOTATOR)
    library.do(Judge(1, tag(library, "dark"), NO))
    library.do(JudgeRegion(2, tag(library, "piano"), 1.5, 4.25, UNSURE))
    library.annotators.use(released_files.ANNOTATOR, "ada@example.org")
    states = np.random.default_rng(3).integers(0, 2, (12, 4))
    for column, name in enumerate(("dark", "house", "energy", "dusty")):
        for state, code in ((YES, 1), (NO, 0)):
            ids = np.flatnonzero(states[:, column] == code) + 1
            library.do(JudgeMany(tuple(ids.tolist()), tag(library, name), state))
    soft, mellow = tag(library, "soft"), tag(library, "mellow")
    library.do(Judge(3, soft, UNSURE), Judge(3, mellow, YES), label="Soft or mellow")
    library.do(Judge(5, soft, YES), SetIntensity(5, soft, 0.25), label="Soft, a little")
    library.do(Judge(6, soft, NO))
    library.do(Judge(6, soft, None))
    library.do(MergeTags(mellow, soft))
    library.do(SplitTag(tag(library, "energy"), "drive", (1, 2, 3), "It pulls."))
    library.do(JudgeRegion(4, tag(library, "piano"), 10.0, 20.5))
    part = library.annotations.regions_of_song(4)[0]
    library.do(MoveRegion(part.id, 10.25, 21.0))
    library.do(SetDecisionNote(part.id, "left hand only"))
    library.do(SetIntensityMany((1, 2, 3, 5), tag(library, "dark"), 0.75))
    library.do(SetNote(8, "Heard at Béla's; ask him. 🎵"))
    library.do(WriteNotes((8, 9), "twice", added=True))
    library.do(JoinSongs(1, 12))
    library.do(TellApart(2, 11))


def train_model(library: Library, cache: FeatureCache) -> ModelRow:
    """Learn from these decisions, use the new model, and accept or reject what it predicts."""
    starter = ensure_starter(library)
    assert starter is not None
    with golden.one_thread():
        parent, labels = load_checkpoint(model_path(starter)), library.annotations.labels()
        request = FinetuneRequest(
            name="Ada's ear · 1", parent_name=starter.name, depth="temporal", epochs=4, seed=2,
            models_folder=folders().models, parent_tags=library.models.tag_ids(starter.id),
            schedule=BRISK,
        )  # fmt: skip
        outcome = finetune(request, labels, parent, cache)
    learned = register(library, outcome.card, outcome.model_path, outcome.tag_ids)
    library.models.set_active(learned.id)
    for row in (starter, learned):
        model, scores = load_checkpoint(model_path(row)), {}
        for song_id in library.songs.all_ids().tolist()[:10]:
            song = library.songs.get(song_id)
            sound = cache.get(song.audio_hash, RECIPE) if song else None
            assert sound is not None
            scores[song_id] = predict_song(model, sound, taggram=False).scores
        library.predictions.put(row.id, scores)
    library.models.map_word("disco", tag(library, "upbeat"))
    library.models.map_word("tztz", 0)
    library.do(
        Judge(
            9,
            tag(library, "techno"),
            YES,
            DecisionContext(DecisionSource.ACCEPTED, True, learned.id),
        )
    )
    library.do(
        Judge(
            9, tag(library, "piano"), NO, DecisionContext(DecisionSource.REJECTED, True, learned.id)
        )
    )
    return learned


def look_again(library: Library, model: ModelRow) -> None:
    """A queue, what was predicted and heard, second judgments, disputes, examples and rules."""
    dark, house, piano = (tag(library, name) for name in ("dark", "house", "piano"))
    items = [NewItem(song, Reason.UNSURE, song / 12) for song in range(1, 9)]
    items += [NewItem(10, Reason.RANDOM), NewItem(11, Reason.AGAIN)]
    queue = library.queues.start(NewQueue(QueueKind.WORD, 7, 0.2, piano, model.id), items)
    library.queues.go_to(queue.id, 3)
    facts = DecisionFacts(PriorScore(0.25, 12), ListenedBefore(((0.0, 1.5), (3.0, 4.0)), 2.5))
    seen = DecisionContext(DecisionSource.EAR, True, model.id, facts)
    library.do(Judge(10, piano, YES, seen))
    library.do(Judge(11, piano, NO, DecisionContext(facts=facts)))
    library.do(JudgeAgain(1, dark, YES), JudgeAgain(2, dark, NO), label="Heard again")
    library.do(SettleDisagreement(3, dark, model.id, 0.9, Verdict.UNCLEAR))
    library.do(SettleDisagreement(4, house, model.id, 0.125, Verdict.WRONG))
    library.do(SettleDispute(library.disputes.unclear()[0].id))
    library.do(SettleDisagreement(5, house, model.id, 0.875, Verdict.UNCLEAR))
    library.do(AddAnchor(2, piano, YES, 1.5, 4.25, "the left hand"), AddAnchor(6, piano, NO))
    library.do(WriteRule(RuleWords(RuleKind.EXCLUDES, dark, house)))
    library.do(AcceptRule(RuleWords(RuleKind.IMPLIES, house, tag(library, "techno"))))
    library.do(SetDefinition(house, definition="Four on the floor."))


def make_library(folder: Path) -> dict[str, Any]:
    """library.db and model.zip; what is in them."""
    cache = FeatureCache(folders().features)
    path = folders().library_file
    with Library.open(path, annotator=released_files.ANNOTATOR) as library:
        add_songs(library, cache)
        change_codebook(library)
        decide(library)
        learned = train_model(library, cache)
        look_again(library, learned)
        library.do(SaveSearch("Dark house", "tag:dark tag:house"))
        library.do(SaveSearch("To hear again", 'year:>1972 ?"soft"'))
        library.do(MoveSearch("To hear again", -1))
        library.do(Judge(2, tag(library, "piano"), YES))
        library.do(JudgeMany((2, 4, 6, 8), tag(library, "fast"), YES), label="Fast ones")
        library.undo()
        library.undo()
        export_zip(model_path(learned), folder / "model.zip")
    shutil.copyfile(path, folder / "library.db")
    assert not path.with_name("library.db-wal").exists()
    with Library.open(path, annotator=released_files.ANNOTATOR) as library:
        columns = released_files.columns_of(library)
        found = {
            "columns": columns,
            "portrait": released_files.library_values(library),
            "digest": released_files.digest_of(library, columns),
            "on_first": released_files.redo_all(library, columns),
            "back": released_files.undo_all(library, columns),
            "on": released_files.redo_all(library, columns),
        }
    assert len(found["on_first"]) == 2
    assert found["on"][-1] == found["on_first"][-1]
    return found
