"""A second pair of ears by post: request, answer and merging, with real sound files."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import soundfile

from core.errors import ExchangeError
from core.evaluation.agreement import library_agreement
from core.exchange.colleague.answer import (
    add_decisions_of,
    add_missing_words,
    create_library,
    library_of,
    make_answer,
    progress_of,
)
from core.exchange.colleague.records import ColleagueRequest, RequestOptions
from core.exchange.colleague.request import make_request, songs_to_request
from core.exchange.colleague.shared_file import (
    read_answer,
    read_request,
    write_answer,
    write_request,
)
from core.exchange.colleague.songs import find_songs, match_songs
from core.exchange.format_registry import format_of
from core.exchange.formats.colleague_answer import FORMAT, read
from core.exchange.import_plan import plan_import
from core.exchange.importing import import_in_slices
from core.exchange.label_records import LabelledSong
from core.features.cache import FeatureCache, open_cache
from core.jobs import SILENT
from core.library.edits.edits import Judge, JudgeRegion, SetDecisionNote, SetIntensity
from core.library.records import State
from core.library.scan.importer import store_scanned
from core.library.scan.scan_records import ScanOptions
from core.library.store import Library, run_to_end
from tests.support.scan_in_process import store_in_process
from tests.support.small_songs import tag_id, write_tone

ONE_WORKER = ScanOptions(n_workers=1)
N_SONGS = 4


@pytest.fixture
def cache(tmp_path: Path) -> FeatureCache:
    return open_cache(tmp_path / "cache")


@pytest.fixture
def mine(tmp_path: Path, cache: FeatureCache) -> Iterator[Library]:
    """Ann's library of four tones; she has judged kick on all and piano on one."""
    folder = tmp_path / "ann" / "my secret folder"
    folder.mkdir(parents=True)
    for number in range(1, N_SONGS + 1):
        write_tone(folder / f"Band - Tone {number}.wav", hz=200 * number, seconds=number + 0.5)
    with Library.open(tmp_path / "ann" / "ann.db", annotator="Ann") as library:
        store_in_process(library, [folder], cache)
        kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
        states = (State.YES, State.NO, State.YES, State.NO)
        ids = library.songs.all_ids().tolist()
        library.do(*(Judge(i, kick, s) for i, s in zip(ids, states, strict=True)))
        library.do(Judge(ids[0], piano, State.NO))
        yield library


def request_of(library: Library, **options: object) -> ColleagueRequest:
    tags = (tag_id(library, "kick"), tag_id(library, "piano"))
    return make_request(library, RequestOptions(tags, **options))  # type: ignore[arg-type]


def hers(tmp_path: Path) -> Path:
    """Bo's folder: two of the songs as FLAC under other names, one re-encoded, other sounds."""
    folder = tmp_path / "bo" / "music"
    folder.mkdir(parents=True, exist_ok=True)
    paths = sorted((tmp_path / "ann" / "my secret folder").iterdir())
    samples, rate = soundfile.read(paths[0], dtype="int16")
    soundfile.write(folder / "track one.flac", samples, rate)  # the same sound
    shutil.copy(paths[1], folder / "zzz.wav")
    samples, rate = soundfile.read(paths[2])
    soundfile.write(folder / "band - tone 3.ogg", samples, rate)  # lossy: another hash
    write_tone(folder / "Band - Tone 4.wav", hz=999, seconds=30.0)  # not its length
    write_tone(folder / "other.wav", hz=50, seconds=2.0)
    (folder / "broken.wav").write_bytes(b"RIFF....no sound")
    return folder


def test_a_request_holds_songs_by_hash_and_name_and_no_path(tmp_path: Path, mine: Library) -> None:
    request = request_of(mine)
    assert len(request.songs) == N_SONGS
    assert set(request.tags) == {"kick", "piano"}
    assert request.annotator == "Ann"
    assert len(request.decisions) == N_SONGS + 1
    path = tmp_path / "ask.rhythmcap-ask"
    write_request(request, path)
    text = path.read_text(encoding="utf-8")
    assert "secret" not in text
    assert str(tmp_path) not in text
    assert read_request(path) == request


def test_a_blind_request_holds_no_decision(mine: Library) -> None:
    assert request_of(mine, blind=True).decisions == ()


def test_the_same_seed_draws_the_same_songs_whatever_their_numbers(mine: Library) -> None:
    drawn = [request_of(mine, n_songs=2, seed=seed) for seed in (5, 5, 6, 7, 8)]
    assert drawn[0].songs == drawn[1].songs
    assert drawn[0].id == drawn[1].id
    assert any(request.songs != drawn[0].songs for request in drawn[2:])
    assert all(len(request.songs) == 2 for request in drawn)
    assert len(request_of(mine, n_songs=99).songs) == N_SONGS


def test_without_a_search_the_songs_are_those_judged_on_the_tags(mine: Library) -> None:
    piano, female = tag_id(mine, "piano"), tag_id(mine, "female")
    assert len(songs_to_request(mine, RequestOptions((piano,)))) == 1
    assert len(songs_to_request(mine, RequestOptions((female,)))) == N_SONGS
    assert len(songs_to_request(mine, RequestOptions((piano,), "kick"))) == 2


def test_a_request_without_tags_or_songs_is_an_error(mine: Library) -> None:
    with pytest.raises(ExchangeError, match="needs tags"):
        make_request(mine, RequestOptions(()))
    with pytest.raises(ExchangeError, match="these are 0"):
        request_of(mine, query="title:nowhere")


def test_the_colleague_finds_her_copies_by_sound_or_by_name_and_length(
    tmp_path: Path, mine: Library, cache: FeatureCache
) -> None:
    request, folder = request_of(mine), hers(tmp_path)
    found = find_songs(request.songs, [folder], cache, options=ONE_WORKER)
    names = {analysis.path.name for analysis in found.analyses}
    assert names == {"track one.flac", "zzz.wav", "band - tone 3.ogg"}
    assert found.n_files == 6
    assert found.n_read < 6, "a file of another length is not read"


def test_a_request_goes_out_comes_back_and_is_merged_in_one_undo(
    tmp_path: Path, mine: Library, cache: FeatureCache
) -> None:
    ask = tmp_path / "bo" / "ask.rhythmcap-ask"
    ask.parent.mkdir()
    write_request(request_of(mine), ask)
    request = read_request(ask)
    create_library(library_of(ask), request, "Bo")
    folder = hers(tmp_path)
    with Library.open(library_of(ask), annotator="Bo") as theirs:
        assert sorted(tag.name for tag in theirs.codebook.tags()) == ["kick", "piano"]
        assert progress_of(theirs, request).n_found == 0
        found = find_songs(request.songs, [folder], cache, options=ONE_WORKER)
        store_scanned(theirs, found.analyses)
        assert add_decisions_of(theirs, request, ask.name) == 4  # of Ann, on what was found
        progress = progress_of(theirs, request)
        assert (progress.n_found, progress.n_decided, progress.n_cells) == (3, 0, 6)
        assert [song.path for song in progress.missing] == ["Band - Tone 4.wav"]
        with pytest.raises(ExchangeError, match="Nothing was decided"):
            make_answer(theirs, request)
        decide_as_bo(theirs, request)
        answer = make_answer(theirs, request)
    out = tmp_path / "bo.rhythmcap-answer"
    write_answer(answer, out)
    assert read_answer(out) == answer
    assert len(answer.decisions) == 5
    before = mine.annotations.on_songs(mine.songs.all_ids().tolist())
    plan = plan_import(mine, read(out, SILENT), out)
    assert (plan.counts.n_new, plan.counts.n_conflicts, plan.counts.n_lost) == (5, 0, 0)
    run_to_end(import_in_slices(mine, plan))
    assert mine.annotations.on_songs(mine.songs.all_ids().tolist()) == before
    agreement = library_agreement(mine)
    assert [name for name, _ in agreement.annotators] == ["Ann", "Bo"]
    kick = next(tag for tag in agreement.tags if tag.tag == "kick")
    assert kick.sentence() == "Of 3 songs that both judged, they agree on 2."
    mine.undo()
    assert [name for name, _ in library_agreement(mine).annotators] == ["Ann"]


def decide_as_bo(theirs: Library, request: ColleagueRequest) -> None:
    """Yes on kick of all three songs, one with all that a decision can have, and a region."""
    kick, piano = tag_id(theirs, "kick"), tag_id(theirs, "piano")
    ids = [match.song_id for match in match_songs(theirs, request.songs) if match.song_id]
    theirs.do(*(Judge(song_id, kick, State.YES) for song_id in ids))
    theirs.do(SetIntensity(ids[0], kick, 0.5), Judge(ids[0], piano, State.UNSURE))
    theirs.do(JudgeRegion(ids[1], piano, 0.5, 1.0))
    decision = theirs.annotations.of_song_and_tag(ids[0], piano)
    assert decision is not None
    theirs.do(SetDecisionNote(decision.id, "a honky-tonk?"))


def test_an_answer_needs_a_name_and_not_the_askers(tmp_path: Path, mine: Library) -> None:
    request = request_of(mine)
    path = tmp_path / "own.db"
    with pytest.raises(ExchangeError, match="ann is the name"):
        create_library(path, request, "ann")
    create_library(path, request)
    with Library.open(path) as nameless, pytest.raises(ExchangeError, match="needs the name"):
        make_answer(nameless, request)


def test_a_request_can_be_answered_in_ones_own_library(tmp_path: Path, mine: Library) -> None:
    request = request_of(mine)
    with Library.open(tmp_path / "own.db", annotator="Bo") as own:
        n_tags = len(own.codebook.tags())
        add_missing_words(own, request, "ask")
        assert len(own.codebook.tags()) == n_tags, "its words are there already"


def test_of_two_requested_songs_the_surer_match_has_the_song(mine: Library) -> None:
    song = mine.songs.rows(mine.songs.all_ids())[0].song
    length = song.duration_s
    same = LabelledSong(audio_hash=song.audio_hash, duration_s=length)
    alike = LabelledSong(path=song.path.name, audio_hash="f" * 32, duration_s=length + 1.5)
    assert [match.song_id for match in match_songs(mine, [alike, same])] == [0, song.id]
    assert match_songs(mine, [alike])[0].song_id == song.id
    far = LabelledSong(path=song.path.name, audio_hash="f" * 32, duration_s=length + 2.5)
    assert match_songs(mine, [far])[0].song_id == 0
    unknown = LabelledSong(path=song.path.name, audio_hash="f" * 32)
    assert match_songs(mine, [unknown])[0].song_id == 0, "a name alone is not enough"


def test_an_answer_is_a_format_that_can_be_imported(tmp_path: Path, mine: Library) -> None:
    request = request_of(mine)
    path = tmp_path / "ask.rhythmcap-ask"
    write_request(request, path)
    with pytest.raises(ExchangeError, match="is a request, not an answer"):
        format_of(path)
    content = json.loads(path.read_text(encoding="utf-8"))
    content["format"] = "rhythmcap-answer"
    content["guess_visible"] = 2
    answer = tmp_path / "bo.rhythmcap-answer"
    answer.write_text(json.dumps(content), encoding="utf-8")
    assert format_of(answer) is FORMAT
    remarks = read(answer, SILENT).remarks
    assert remarks == [
        "The decisions are those of Ann.",
        "2 decisions were made with a model's guess in view.",
    ]
