"""Models are compared on the same songs and the same tags, with the field's measures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import TrainingError
from core.evaluation.compare import ComparedModel, compare, compare_scores
from core.evaluation.report import ScoredSongs
from core.features.cache import FeatureCache
from core.library.records import Labels
from tests.support.synthetic_songs import TAGS, make_round, parent_file, synthetic_labels


def scored(labels: Labels, words: tuple[str, ...], seed: int) -> ScoredSongs:
    noise = np.random.default_rng(seed)
    scores = noise.random((len(labels.paths), len(words))).astype(np.float32)
    not_learned = np.zeros(len(scores), np.bool_)
    return ScoredSongs(f"m{seed}", words, labels, scores, True, (), not_learned)


def test_only_tags_that_every_model_knows_are_compared_and_the_others_named(
    tmp_path: Path,
) -> None:
    labels = synthetic_labels(FeatureCache(tmp_path))
    models = [ComparedModel("first", tmp_path), ComparedModel("second", tmp_path)]
    found = compare_scores(
        models, [scored(labels, TAGS, 1), scored(labels, ("high", "tuba", "low"), 2)]
    )
    assert {tag.name for tag in found.tags} == {"low", "high"}
    assert found.left_out == (("rising", "second has no word for it"),)
    assert found.n_songs == len(labels.paths)
    for tag in found.tags:
        truth = labels.states[:, TAGS.index(tag.name)]
        assert tag.support == int((truth == 1).sum())
        assert len(tag.models) == 2
    supports = [tag.support for tag in found.tags]
    for index in (0, 1):
        aucs = [tag.models[index].roc_auc for tag in found.tags]
        assert found.wauc[index] == pytest.approx(np.average(aucs, weights=supports))
        assert found.means[index].roc_auc == pytest.approx(np.mean(aucs))


def test_words_count_as_the_tags_they_are_mapped_to(tmp_path: Path) -> None:
    labels = synthetic_labels(FeatureCache(tmp_path))
    mapped = ComparedModel("foreign", tmp_path, (int(labels.tag_ids[2]), None))
    plain = ComparedModel("own", tmp_path)
    found = compare_scores(
        [plain, mapped], [scored(labels, TAGS, 1), scored(labels, ("climbing", "low brass"), 2)]
    )
    assert [tag.name for tag in found.tags] == ["rising"]


def test_songs_that_one_model_skipped_count_for_none(tmp_path: Path) -> None:
    labels = synthetic_labels(FeatureCache(tmp_path))
    whole, part = scored(labels, TAGS, 1), scored(labels, TAGS, 2)
    models = [ComparedModel("whole", tmp_path), ComparedModel("part", tmp_path)]
    found = compare_scores(models, [whole, part.select(labels.song_ids[:30])])
    assert found.n_songs == 30
    assert all(tag.n <= 30 for tag in found.tags)
    with pytest.raises(TrainingError, match="no song that every model"):
        compare_scores(models, [whole, part.select(np.array([], np.int64))])


def test_a_model_is_as_good_as_itself(tmp_path: Path) -> None:
    cache = FeatureCache(tmp_path / "cache")
    labels = synthetic_labels(cache)
    path = parent_file(tmp_path / "models", ("low", "high"))
    found = compare([ComparedModel("a", path), ComparedModel("b", path)], labels, cache)
    assert found.held_out_only
    assert found.n_songs == len(labels.paths), "it has learned from none of them"
    assert found.wauc[0] == found.wauc[1]
    assert found.evaluations[0].summary.wauc == pytest.approx(found.wauc[0])
    stored = found.to_json()
    assert [entry["model"] for entry in stored["models"]] == ["a", "b"]
    assert set(stored["per_tag"]["low"]["models"]["a"]) == {
        "roc_auc", "pr_auc", "ap", "mcc", "f1", "intervals", "reason",
    }  # fmt: skip


def test_a_tag_of_too_few_songs_has_a_reason_instead_of_numbers(tmp_path: Path) -> None:
    labels = synthetic_labels(FeatureCache(tmp_path))
    states = labels.states.copy()
    states[np.flatnonzero(states[:, 0] == 1)[3:], 0] = 0
    models = [ComparedModel("one", tmp_path), ComparedModel("other", tmp_path)]
    rare = replace(labels, states=states)
    found = compare_scores(models, [scored(rare, TAGS, 1), scored(rare, TAGS, 2)])
    cards = {tag.name: tag.models[0] for tag in found.tags}
    assert getattr(cards["low"].reason, "id", "") == "metrics.few_positive"
    assert cards["low"].roc_auc is not None
    assert cards["low"].shown("roc_auc") is None
    assert cards["high"].shown("roc_auc") == cards["high"].roc_auc is not None


def test_a_word_not_taught_counts_as_the_tag_it_is_mapped_to(tmp_path: Path) -> None:
    """The tag was renamed since: only its id says which word means it."""
    cache = FeatureCache(tmp_path / "cache")
    labels = synthetic_labels(cache)
    only_high = np.where(np.array(TAGS) == "high", labels.states, -1).astype(np.int8)
    outcome = make_round(tmp_path, replace(labels, states=only_high), "classifier").run()
    names = tuple("deep" if name == "low" else name for name in labels.tag_names)
    child = ComparedModel("child", outcome.model_path, outcome.tag_ids)
    found = compare([child], replace(labels, tag_names=names), cache)
    assert {tag.name: tag.n for tag in found.tags}["deep"] == len(labels.paths)


def test_a_learned_model_is_compared_by_its_scores_of_songs_it_had_not_learned_from(
    tmp_path: Path,
) -> None:
    """Decisions by chance: whoever has learned them knows no other song's."""
    cache = FeatureCache(tmp_path / "cache")
    labels = synthetic_labels(cache)
    chance = np.random.default_rng(5).integers(0, 2, labels.states.shape).astype(np.int8)
    labels = replace(labels, states=chance)
    learned = make_round(tmp_path, labels, "classifier").run().model_path
    models = [ComparedModel("learned", learned)]
    honest, flattered = (
        compare(models, labels, cache, all_songs=all_songs).wauc[0] for all_songs in (False, True)
    )
    assert honest is not None
    assert flattered is not None
    assert abs(honest - 0.5) < 0.2
    assert flattered > 0.9
