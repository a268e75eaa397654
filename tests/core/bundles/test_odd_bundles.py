"""Bundles that are damaged, cut off, newer or none, and disks without room: words, no crash."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.atomic_files import PARTIAL_SUFFIX
from core.bundles import learn, read, write
from core.bundles.bundle_records import MadeWith
from core.bundles.learn import differences, train_bundle
from core.bundles.write import CARD, SONGS, TEXT, WEIGHTS, write_bundle
from core.errors import BundleError, RhythmCapError
from core.features.cache import CacheError, FeatureCache
from core.jobs import SILENT, Cancelled
from core.models.checkpoint import load_checkpoint
from core.temporary_folders import process_mark
from tests.support.synthetic_songs import LearningRound, make_round, synthetic_labels

NO_PROCESS = 4_999_999  # more than a system counts to


@pytest.fixture(scope="module")
def task(tmp_path_factory: pytest.TempPathFactory) -> LearningRound:
    home = tmp_path_factory.mktemp("home")
    return make_round(home, synthetic_labels(FeatureCache(home / "cache")), "classifier")


@pytest.fixture(scope="module")
def whole(task: LearningRound) -> Path:
    path = task.cache.folder.parent / "round.bundle"
    write_bundle(task.request, task.labels, load_checkpoint(task.parent_path), task.cache, path)
    return path


def repacked(
    whole: Path, target: Path, change: Callable[[str, bytes], bytes | None], **options: Any
) -> Path:
    """Pack a bundle anew, each part changed, or left out where it becomes None."""
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(target, "w", **options) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return target


def with_text(whole: Path, target: Path, **changes: Any) -> Path:
    def change(name: str, content: bytes) -> bytes:
        if name != TEXT:
            return content
        text = json.loads(content)
        for path, value in changes.items():
            room, _, field = path.rpartition("__")
            (text[room] if room else text)[field] = value
        return json.dumps(text).encode()

    return repacked(whole, target, change)


def refusal(path: Path, tmp_path: Path) -> RhythmCapError:
    """Learn from a bundle that cannot be learned from; nothing is written."""
    target = tmp_path / "model.zip"
    with pytest.raises(RhythmCapError) as caught:
        train_bundle(path, target)
    assert not target.exists()
    assert caught.value.path is not None
    assert caught.value.remedy
    return caught.value


def test_a_bundle_of_a_newer_version_says_of_which(whole: Path, tmp_path: Path) -> None:
    newer = with_text(
        whole, tmp_path / "newer.bundle", format_version=2,
        made_with={"program": "7.1", "torch": "3", "device": "cpu f32"}, request="otherwise",
    )  # fmt: skip
    error = refusal(newer, tmp_path)
    assert error.id == "bundles.newer"
    assert "RhythmCap 7.1" in error.message


@pytest.mark.parametrize("part", [SONGS, CARD, WEIGHTS])
def test_a_missing_part_is_named(whole: Path, tmp_path: Path, part: str) -> None:
    lacking = repacked(
        whole, tmp_path / "lacking.bundle", lambda name, old: None if name == part else old
    )
    assert part in refusal(lacking, tmp_path).message


def test_without_its_text_it_is_no_bundle(whole: Path, tmp_path: Path) -> None:
    lacking = repacked(
        whole, tmp_path / "lacking.bundle", lambda name, old: None if name == TEXT else old
    )
    assert refusal(lacking, tmp_path).id == "bundles.not_a_bundle"


def test_every_cut_is_noticed(whole: Path, tmp_path: Path) -> None:
    content = whole.read_bytes()
    for share in (0.001, 0.1, 0.5, 0.9, 0.999):
        cut = tmp_path / "cut.bundle"
        cut.write_bytes(content[: int(share * len(content))])
        assert refusal(cut, tmp_path).id in ("bundles.damaged", "bundles.not_a_bundle")


def test_a_changed_byte_is_noticed_wherever_it_is(whole: Path, tmp_path: Path) -> None:
    content = whole.read_bytes()
    for position in range(200, len(content) - 600, len(content) // 15):
        changed = tmp_path / "changed.bundle"
        changed.write_bytes(
            content[:position] + bytes([content[position] ^ 1]) + content[position + 1 :]
        )
        assert refusal(changed, tmp_path).id in ("bundles.damaged", "bundles.not_a_bundle")


ODD: dict[str, Any] = {
    "request": {}, "labels": [], "keys": None, "fresh": 3, "made_with": "me", "format_version": 0,
    "request__epochs": "many", "request__schedule": {}, "labels__artists": ["one"],
    "labels__audio_hashes": ["b", "a"], "labels__tag_ids": [[1]],
}  # fmt: skip


@pytest.mark.parametrize("field", ODD)
def test_a_text_that_makes_no_sense_is_damage(whole: Path, tmp_path: Path, field: str) -> None:
    odd = with_text(whole, tmp_path / "odd.bundle", **{field: ODD[field]})
    assert refusal(odd, tmp_path).id == "bundles.damaged"


def test_arrays_that_promise_more_than_there_is_are_damage(whole: Path, tmp_path: Path) -> None:
    def change(name: str, content: bytes) -> bytes:
        return content[: len(content) // 2] if name == SONGS else content

    assert refusal(repacked(whole, tmp_path / "o.bundle", change), tmp_path).id == "bundles.damaged"
    packed = repacked(
        whole, tmp_path / "p.bundle", lambda _name, old: old, compression=zipfile.ZIP_DEFLATED
    )
    assert refusal(packed, tmp_path).id == "bundles.damaged"


def test_a_stray_part_goes_nowhere(whole: Path, tmp_path: Path) -> None:
    stray = repacked(whole, tmp_path / "stray.bundle", lambda _name, old: old)
    with zipfile.ZipFile(stray, "a") as packed:
        packed.writestr("../outside.txt", "x")
        packed.writestr("/tmp/outside.txt", "x")
    before = sorted(tmp_path.parent.iterdir())
    train_bundle(stray, tmp_path / "model.zip")
    assert sorted(tmp_path.parent.iterdir()) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model.zip", "stray.bundle"]


def test_a_parent_that_is_another_is_told_of_the_bundle(whole: Path, tmp_path: Path) -> None:
    def change(name: str, content: bytes) -> bytes:
        return content[:-1] + bytes([content[-1] ^ 1]) if name == WEIGHTS else content

    error = refusal(repacked(whole, tmp_path / "other.bundle", change), tmp_path)
    assert error.path == tmp_path / "other.bundle"


def test_no_room_to_unpack_is_told_as_such(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(read, "_unpack", full)
    assert refusal(whole, tmp_path).id == "bundles.no_room_there"


def test_what_is_no_bundle_is_told(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("PS: none")
    assert refusal(text, tmp_path).id == "bundles.not_a_bundle"
    assert refusal(tmp_path / "none.bundle", tmp_path).id == "bundles.no_file"
    assert refusal(tmp_path, tmp_path).id == "bundles.no_file"


def test_other_versions_of_torch_are_told(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learn, "made_with", lambda device: MadeWith("1", "9.9", f"{device} f16"))
    result = train_bundle(whole, tmp_path / "model.zip")
    assert any("torch 9.9" in note for note in result.notes)
    assert any("cpu f16" in note for note in result.notes)
    same = MadeWith("0", "9.9", "cpu f16")
    assert differences(same, "cpu") == ()


def test_no_room_is_told_with_sizes_before_anything_is_written(
    task: LearningRound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10, 9, 1000))
    target, parent = tmp_path / "round.bundle", load_checkpoint(task.parent_path)
    with pytest.raises(BundleError, match=r"MB, and 0.0 MB are free") as caught:
        write_bundle(task.request, task.labels, parent, task.cache, target)
    assert caught.value.path == target
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), Cancelled()])
def test_nothing_is_left_of_a_bundle_that_was_not_finished(
    task: LearningRound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_arguments: object) -> None:
        raise error

    monkeypatch.setattr(write, "write_arrays", fail)
    target, parent = tmp_path / "round.bundle", load_checkpoint(task.parent_path)
    target.write_text("the former one")
    with pytest.raises((BundleError, Cancelled)):
        write_bundle(task.request, task.labels, parent, task.cache, target)
    assert target.read_text() == "the former one"
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_killed_writer_left_goes_with_the_next(task: LearningRound, tmp_path: Path) -> None:
    target = tmp_path / "round.bundle"
    left, living = (
        tmp_path / f"round.bundle.{process_mark(pid)}{PARTIAL_SUFFIX}"
        for pid in (NO_PROCESS, os.getppid())
    )
    left.write_text("half")
    living.write_text("half")
    parent = load_checkpoint(task.parent_path)
    write_bundle(task.request, task.labels, parent, task.cache, target)
    assert sorted(tmp_path.iterdir()) == [target, living]


def test_a_cache_that_keeps_nothing_is_told(
    task: LearningRound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = FeatureCache(tmp_path / "cache")
    labels = synthetic_labels(cache)

    def full(*_arguments: object) -> None:
        raise CacheError("features.cache_unwritable")

    monkeypatch.setattr(cache, "put_array", full)
    parent = load_checkpoint(task.parent_path)
    with pytest.raises(BundleError) as caught:
        write_bundle(task.request, labels, parent, cache, tmp_path / "round.bundle", SILENT)
    assert caught.value.id == "bundles.not_kept"
