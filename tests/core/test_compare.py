"""Models are compared on the same songs and the same tags, with the field's measures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sklearn import metrics as sk

from core.errors import TrainingError
from core.evaluation.compare import ComparedModel, compare, compare_scores
from core.evaluation.report import ScoredSongs
from core.features.cache import FeatureCache
from core.library.records import Labels
from core.metrics.classification import matthews_corrcoef
from core.metrics.ranking import pr_auc_score
from tests.support.sung_labels import TAGS, parent_file, sung_labels


@pytest.mark.parametrize("seed", range(6))
def test_the_new_measures_are_those_of_scikit_learn(seed: int) -> None:
    noise = np.random.default_rng(seed)
    truth = noise.integers(0, 2, 60)
    scores = np.round(np.clip(truth * 0.3 + noise.random(60) * 0.7, 0, 1), 2)
    assert matthews_corrcoef(truth, scores >= 0.5) == pytest.approx(
        sk.matthews_corrcoef(truth, scores >= 0.5)
    )
    precision, recall, _ = sk.precision_recall_curve(truth, scores)
    assert pr_auc_score(truth, scores) == pytest.approx(sk.auc(recall, precision))


def test_nothing_to_measure_is_no_number() -> None:
    ones, scores = np.ones(4, np.int8), np.linspace(0, 1, 4)
    assert matthews_corrcoef(ones, scores >= 0.5) is None
    assert pr_auc_score(np.zeros(4, np.int8), scores) is None
    assert matthews_corrcoef(np.array([1, 0, 1, 0]), np.zeros(4, np.bool_)) == 0.0


def scored(labels: Labels, words: tuple[str, ...], seed: int) -> ScoredSongs:
    noise = np.random.default_rng(seed)
    scores = noise.random((len(labels.paths), len(words))).astype(np.float32)
    return ScoredSongs(f"m{seed}", words, labels, scores, True, ())


def test_only_tags_that_every_model_knows_are_compared_and_the_others_named(
    tmp_path: Path,
) -> None:
    labels = sung_labels(FeatureCache(tmp_path))
    contenders = [ComparedModel("first", tmp_path), ComparedModel("second", tmp_path)]
    found = compare_scores(
        contenders, [scored(labels, TAGS, 1), scored(labels, ("high", "tuba", "low"), 2)]
    )
    assert {tag.name for tag in found.tags} == {"low", "high"}
    assert found.left_out == (("rising", "second has no word for it"),)
    assert found.n_songs == len(labels.paths)
    for tag in found.tags:
        truth = labels.states[:, TAGS.index(tag.name)]
        assert tag.support == int((truth == 1).sum())
        assert len(tag.models) == 2
    supports = [tag.support for tag in found.tags]
    for place in (0, 1):
        aucs = [tag.models[place].roc_auc for tag in found.tags]
        assert found.wauc[place] == pytest.approx(np.average(aucs, weights=supports))
        assert found.means[place].roc_auc == pytest.approx(np.mean(aucs))


def test_words_count_as_the_tags_they_were_said_to_mean(tmp_path: Path) -> None:
    labels = sung_labels(FeatureCache(tmp_path))
    mapped = ComparedModel("foreign", tmp_path, (int(labels.tag_ids[2]), None))
    plain = ComparedModel("own", tmp_path)
    found = compare_scores(
        [plain, mapped], [scored(labels, TAGS, 1), scored(labels, ("climbing", "low brass"), 2)]
    )
    assert [tag.name for tag in found.tags] == ["rising"]


def test_songs_that_one_model_could_not_hear_count_for_none(tmp_path: Path) -> None:
    labels = sung_labels(FeatureCache(tmp_path))
    whole, part = scored(labels, TAGS, 1), scored(labels, TAGS, 2)
    contenders = [ComparedModel("whole", tmp_path), ComparedModel("part", tmp_path)]
    found = compare_scores(contenders, [whole, part.select(labels.song_ids[:30])])
    assert found.n_songs == 30
    assert all(tag.n <= 30 for tag in found.tags)
    with pytest.raises(TrainingError, match="no song that every model"):
        compare_scores(contenders, [whole, part.select(np.array([], np.int64))])


def test_a_model_is_as_good_as_itself_on_the_held_out_songs(tmp_path: Path) -> None:
    cache = FeatureCache(tmp_path / "cache")
    labels = sung_labels(cache)
    path = parent_file(tmp_path / "models", ("low", "high"))
    found = compare([ComparedModel("a", path), ComparedModel("b", path)], labels, cache)
    assert found.held_out_only
    assert 0 < found.n_songs < len(labels.paths)
    assert found.wauc[0] == found.wauc[1]
    assert found.evaluations[0].summary.wauc == pytest.approx(found.wauc[0])
    told = found.to_json()
    assert [each["model"] for each in told["models"]] == ["a", "b"]
    assert set(told["per_tag"]["low"]["models"]["a"]) == {"roc_auc", "pr_auc", "ap", "mcc", "f1"}
