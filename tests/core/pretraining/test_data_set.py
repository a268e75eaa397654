"""What there is to learn from: published splits, lists of others, libraries, clips that lack."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from core.errors import TrainingError
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.jobs import SILENT
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.store import Library
from core.pretraining import clip_store
from core.pretraining.clip_store import make_store, open_store, store_folder
from core.pretraining.data_set import DataSet, DataSetRequest, read_data_set
from tests.support import source_training
from tests.support.small_songs import library_with, new_song, tag_id, write_tone

HEADER = "clip_id\tfolk\tguitar\trare\tmp3_path\n"
TRACKS = [f"TR{letter * 5}F128F429D5{number}" for number, letter in enumerate("AABBCDEF")]


def mtat(
    folder: Path, missing: tuple[int, ...] = (), *, sound: bool = False, rare: int = 6
) -> Path:
    """Write a folder like MagnaTagATune's: two clips a side and more to learn from."""
    rows = []
    for number, side in enumerate("0123acdf"):
        name = f"{side}/clip-{number}.mp3"
        path = (folder / name).with_suffix(".flac")
        path.parent.mkdir(exist_ok=True)
        if number not in missing:
            write_tone(path, 200.0 + 20 * number, 0.5) if sound else path.touch()
        rows.append(f"{number}\t{number % 2}\t{1 - number % 2}\t{int(number == rare)}\t{name}\n")
    rows.append("9\t0\t0\t0\t4/nothing.mp3\n")
    (folder / "annotations_final.csv").write_text(HEADER + "".join(rows))
    return folder


def read(path: Path, **request: object) -> DataSet:
    return read_data_set(DataSetRequest(path, **request), SILENT)  # type: ignore[arg-type]


def reason(path: Path, **request: object) -> str:
    with pytest.raises(TrainingError) as raised:
        read(path, **request)
    return raised.value.id


def test_magnatagatune_has_its_published_split_and_the_words_that_can_be_learned(
    tmp_path: Path,
) -> None:
    found = read(mtat(tmp_path, missing=(1, 7)))
    assert Counter(found.sides) == {"train": 5, "valid": 1, "test": 2}
    assert found.words == ("folk", "guitar")  # nothing to learn from has the rare one
    assert found.missing == ("1/clip-1.mp3", "f/clip-7.mp3")
    assert "4/nothing.mp3" not in found.songs
    assert found.states[0].tolist() == [0, 1]
    assert "BY-NC-SA" in found.licence


def test_only_the_most_frequent_words_are_learned_where_that_is_wanted(tmp_path: Path) -> None:
    folder = mtat(tmp_path, rare=0)
    assert read(folder, n_words=99).words == ("folk", "guitar", "rare")
    assert read(folder, n_words=2).words == ("folk", "guitar")
    # A clip with none of the words is left out: of one word there would be none without it.
    assert reason(folder, n_words=1) == "training.nothing_to_learn"


def test_a_split_whose_validation_has_none_of_the_words_is_told(tmp_path: Path) -> None:
    table = mtat(tmp_path) / "annotations_final.csv"
    table.write_text(table.read_text().replace("5\t1\t0\t0\tc/", "5\t0\t0\t0\tc/"))
    assert reason(tmp_path) == "pretraining.no_validation"
    table.write_text(HEADER)
    assert reason(tmp_path) == "pretraining.empty"


def test_the_published_table_of_magnatagatune_is_read_with_its_quotes_and_empty_clips(
    tmp_path: Path,
) -> None:
    table = mtat(tmp_path) / "annotations_final.csv"
    lines = [line.split("\t") for line in table.read_text().splitlines()]
    broken = "6/norine_braun-now_and_zen-08-gently-117-146.mp3"
    (tmp_path / "6").mkdir()
    (tmp_path / broken).touch()
    lines.append(["35644", "1", "0", "0", broken])
    quoted = ("\t".join(f'"{cell}"' for cell in line) for line in lines)
    table.write_text("".join(f"{line}\n" for line in quoted))
    found = read(tmp_path)
    assert found.words == ("folk", "guitar")
    assert found.sides.count("train") == 6
    assert found.missing == ()  # it is there; that nothing is in it is told when it is heard


def test_a_folder_without_its_clips_is_told(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "labels").mkdir()
    assert reason(mtat(tmp_path / "labels"), audio=tmp_path / "elsewhere") == "pretraining.no_clip"


def test_mtg_jamendo_has_its_published_split_and_its_small_clips(tmp_path: Path) -> None:
    splits, audio = tmp_path / "data/splits/split-0", tmp_path / "audio/14"
    splits.mkdir(parents=True)
    audio.mkdir(parents=True)
    rows: dict[str, list[str]] = {"train": [], "validation": [], "test": []}
    for number, side in enumerate(["train", "train", "validation", "test"]):
        (audio / f"{number}14.low.mp3").touch()
        word = "rock" if number % 2 else "jazz"
        rows[side].append(f"t{number}\ta1\tb1\t14/{number}14.mp3\t30.0\tgenre---{word}\n")
    header = "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS\n"
    lists = {
        tmp_path / "data/autotagging.tsv": [row for lines in rows.values() for row in lines]
    } | {splits / f"autotagging-{side}.tsv": lines for side, lines in rows.items()}
    for path, lines in lists.items():
        path.write_text(header + "".join(lines))
    found = read(tmp_path)
    assert found.sides == ("train", "train", "valid", "test")
    assert found.words == ("jazz", "rock")
    assert found.missing == ()
    assert found.states.tolist() == [[1, 0], [0, 1], [1, 0], [0, 1]]


def test_a_split_file_of_mtg_jamendo_stands_for_its_split(tmp_path: Path) -> None:
    splits = tmp_path / "data/splits/split-0"
    splits.mkdir(parents=True)
    (tmp_path / "audio/14").mkdir(parents=True)
    (tmp_path / "audio/14/214.low.mp3").touch()
    header = "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS\n"
    row = "track_{0:07}\tartist_000014\talbum_000031\t14/{0}.mp3\t124.6\t{1}\n"
    tags = ("genre---punkrock", "genre---metal\tinstrument---voice\tmood/theme---dark")
    for side, numbers in (("train", (214, 215)), ("validation", (216,)), ("test", (217,))):
        rows = [row.format(number, tags[number % 2]) for number in numbers]
        (splits / f"autotagging_top50tags-{side}.tsv").write_text(header + "".join(rows))
    found = read(splits / "autotagging_top50tags-train.tsv", audio=tmp_path / "audio")
    assert found.sides == ("train", "train", "valid", "test")
    assert found.words == ("punkrock", "metal", "voice", "dark")
    assert found.files[0] == tmp_path / "audio/14/214.low.mp3"
    assert found.missing == ("14/215.mp3", "14/216.mp3", "14/217.mp3")


@pytest.fixture
def msd(tmp_path: Path) -> Path:
    path = tmp_path / "tags.tsv"
    tags = [f"{track}\t{'rock' if number % 2 else 'jazz'}\t100\n" for number, track in
            enumerate(TRACKS)]  # fmt: skip
    path.write_text("".join(tags))
    for track in TRACKS:
        (tmp_path / f"{track}.mp3").touch()
    return path


def split(folder: Path, suffix: str = ".txt", **lists: list[str]) -> str:
    folder.mkdir(exist_ok=True)
    for name, songs in lists.items():
        if suffix == ".npy":
            np.save(folder / f"{name}.npy", np.array(songs))
        else:
            (folder / f"{name}{suffix}").write_text("\n".join(songs) + "\n")
    return str(folder)


@pytest.mark.parametrize("suffix", [".txt", ".npy"])
def test_a_list_of_the_msd_gets_its_sides_from_the_lists_of_its_code(
    msd: Path, tmp_path: Path, suffix: str
) -> None:
    lists = split(
        tmp_path / "split", suffix, train=TRACKS[:4], valid=TRACKS[4:6],
        test=[f"12\t{track}.mp3" for track in TRACKS[6:]],
    )  # fmt: skip
    found = read(msd, split=lists)
    assert Counter(found.sides) == {"train": 4, "valid": 2, "test": 2}
    assert set(found.states.ravel().tolist()) == {0, 1}  # not listed is no, as it was published


def test_songs_that_say_when_to_stop_are_drawn_where_a_split_has_none(
    msd: Path, tmp_path: Path
) -> None:
    found = read(msd, split=split(tmp_path / "split", train=TRACKS[:6], test=TRACKS[6:]))
    assert Counter(found.sides) == {"train": 5, "valid": 1, "test": 2}
    assert any("drawn" in remark for remark in found.remarks)


def test_wrong_splits_are_told(msd: Path, tmp_path: Path) -> None:
    assert reason(msd) == "pretraining.no_side"
    assert reason(msd, split=str(tmp_path / "none")) == "pretraining.no_lists"
    other = split(tmp_path / "other", train=["0/clip.mp3"], valid=["1/clip.mp3"])
    assert reason(msd, split=other) == "pretraining.other_split"
    twice = split(tmp_path / "twice", train=TRACKS[:4], valid=TRACKS[3:5])
    assert reason(msd, split=twice) == "pretraining.two_sides"
    folder = tmp_path / "pickled"
    folder.mkdir()
    np.save(folder / "train.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    assert reason(msd, split=str(folder)) == "pretraining.no_list"


def test_a_library_is_divided_by_its_artists(tmp_path: Path) -> None:
    with library_with(tmp_path / "music.db", 24) as library:
        tag = tag_id(library, "piano")
        for song in range(1, 25):
            library.do(Judge(song, tag, State.YES if song % 2 else State.NO))
    assert reason(tmp_path / "music.db") == "pretraining.no_clip"  # its songs have no files
    assert reason(tmp_path / "music.db", split="another") == "pretraining.no_split"


def test_a_library_of_one_word_is_learned_from_its_yes_and_its_no(tmp_path: Path) -> None:
    with Library.open(tmp_path / "music.db") as library:
        for number in range(1, 25):
            song = new_song(number, tmp_path)
            song.path.touch()
            library.songs.add(song)
        tag = tag_id(library, "piano")
        for song in range(1, 21):  # the others are not judged
            library.do(Judge(song, tag, State.YES if song % 2 else State.NO))
    found = read(tmp_path / "music.db")
    assert Counter(found.states.ravel().tolist()) == {0: 10, 1: 10}


# -- spectrograms -------------------------------------------------------------------------------


def test_spectrograms_are_made_once_and_mapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mtat").mkdir()
    data_set = read(mtat(tmp_path / "mtat", missing=(1,), sound=True))
    (tmp_path / "mtat/2/clip-2.flac").write_bytes(b"no sound")
    recipe, cache = RECIPES["thesis"], FeatureCache(tmp_path / "cache")
    folder = store_folder(tmp_path / "store", data_set, recipe)
    store = make_store(folder, data_set, recipe, cache, SILENT)
    assert [song for song, _ in store.failed] == ["2/clip-2.mp3"]
    assert store.sides == ["train"] * 3 + ["valid"] + ["test"] * 2
    for row, clip in enumerate(store.clips):
        stored = cache.view(clip.audio_hash, recipe)
        assert stored is not None
        np.testing.assert_array_equal(store[row], stored)
    np.testing.assert_array_equal(store.frames(4, 3, 2), store[4][:, 3:5].T)
    with monkeypatch.context() as once:
        once.setattr(clip_store, "scan", None)  # no clip is read again
        assert len(make_store(folder, data_set, recipe, cache, SILENT)) == 6
    write_tone(tmp_path / "mtat/0/clip-0.flac", 900.0, 0.5)  # another sound of the same name
    other = store_folder(tmp_path / "store", data_set, recipe)
    assert make_store(other, data_set, recipe, cache, SILENT).sounds != store.sounds


def test_a_store_that_is_cut_off_or_of_another_version_is_none(tmp_path: Path) -> None:
    source_training.make_store(tmp_path)
    assert open_store(tmp_path, source_training.RECIPE) is not None
    frames, index = tmp_path / "train.f16", tmp_path / "train.json"
    whole = frames.read_bytes()
    frames.write_bytes(whole[:-2])
    assert open_store(tmp_path, source_training.RECIPE) is None
    frames.write_bytes(whole)
    index.write_text(json.dumps({**json.loads(index.read_text()), "version": 2}))
    assert open_store(tmp_path, source_training.RECIPE) is None
