"""The promise of the product, on the demo library with the starter model: it learns my words."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.demo.demo_library import build_demo
from core.features.cache import FeatureCache
from core.library.records import Labels
from core.library.store import Library
from core.metrics.tag_metrics import wauc_of_tags
from core.model_store.registry import ensure_starter, model_path
from core.models.card import read_card
from core.models.checkpoint import load_checkpoint
from core.paths import folders
from core.training.config import FinetuneRequest
from core.training.finetune import finetune

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Labels, Path, Path]:
    """The demo library's labels, its starter model, and a folder for caches and models."""
    folder = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RHYTHMCAP_HOME", str(folder / "home"))
        with Library.open(build_demo(folders().demo)) as library:
            starter = ensure_starter(library)
            assert starter is not None
            return library.annotations.labels(), model_path(starter), folder


@pytest.mark.parametrize("depth", ["automatic", "classifier", "temporal", "everything"])
def test_learning_lifts_what_the_starter_does_not_know(
    demo: tuple[Labels, Path, Path], depth: str
) -> None:
    labels, starter, folder = demo
    request = FinetuneRequest(
        name=depth, parent_name="starter", depth=depth,
        epochs=30 if depth != "everything" else 5, seed=1, models_folder=folder / "models",
    )  # fmt: skip
    cache = FeatureCache(folder / "cache")
    outcome = finetune(request, labels, load_checkpoint(starter), cache)
    known = set(read_card(starter).words)
    new = [tag for word, tag in outcome.after.items() if word not in known]
    assert len(new) >= 4
    assert (wauc_of_tags(new) or 0) > 0.7
    assert outcome.wauc_before is not None
    assert outcome.wauc_after is not None
    assert outcome.wauc_after > max(0.75, outcome.wauc_before)
    assert outcome.seconds < 300
