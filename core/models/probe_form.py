"""Any model as one with a linear probe: the same scores, and a song's embedding beside them.

Also what the embedding is called in the feature cache, so that a song is heard once by a network
and never again, whatever is learned on top of it.
"""

from __future__ import annotations

import contextlib
import weakref
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.features.cache import CacheError, FeatureCache
from core.features.recipe import FeatureRecipe
from core.models.card import ModelCard
from core.models.catalogue import build_network
from core.models.checkpoint import TaggingModel, network_from_state, to_inference, weights_digest
from core.models.device import has_bfloat16, kind_of
from core.models.model_records import PROBE_SUFFIX
from core.models.prediction_records import AlongSong
from core.models.probe_tagger import ProbeTagger

Embedding = NDArray[np.float32]

_DIGESTS: weakref.WeakKeyDictionary[nn.Module, str] = weakref.WeakKeyDictionary()
"""Of networks in use, whose weights do not change: hashing a large one takes a tenth of a second"""


def probe_network(model: TaggingModel) -> ProbeTagger:
    """Return the network of a model in probe form."""
    assert isinstance(model.network, ProbeTagger)
    return model.network


def probe_form(model: TaggingModel) -> TaggingModel:
    """Return the model with a linear probe that passes the network's own logits on.

    The scores are those of the model. One that has a probe already is returned itself.
    """
    if isinstance(model.network, ProbeTagger):
        return model
    card = probe_card(model)
    state = _probe_state(model.network.state_dict())
    n_words = len(card.words)
    with torch.device("meta"):
        n_inputs = build_network(card.architecture, card.sizes).output.in_features
    weight = torch.zeros(n_words, n_inputs, device=model.device)
    weight[:, n_inputs - n_words :] = torch.eye(n_words, device=model.device)
    state["classifier.weight"] = weight
    state["classifier.bias"] = torch.zeros(n_words, device=model.device)
    network = network_from_state(card, state, Path(card.name))
    return to_inference(card, network, model.device)


def probe_card(model: TaggingModel) -> ModelCard:
    """Return the card of a model's probe form."""
    recipe = model.card.recipe
    sizes = {
        "network": model.card.sizes,
        "n_mels": n_cepstral_mels(recipe),
        "n_tags": len(model.words),
    }
    return replace(model.card, architecture=model.card.architecture + PROBE_SUFFIX, sizes=sizes)


def side_recipes(card: ModelCard) -> tuple[FeatureRecipe, ...]:
    """Return the recipes of the networks beside a model's own, in order."""
    return tuple(FeatureRecipe.from_json(side["recipe"]) for side in card.sizes.get("sides", ()))


def n_cepstral_mels(recipe: FeatureRecipe) -> int:
    """Return the mel bins that cepstra can be made of; 0 for waveforms and cepstra themselves."""
    return 0 if recipe.is_waveform or recipe.n_cepstra else recipe.n_mels


NETWORK_PARTS = {  # where the sections of a network stand in its probe form
    "reduction.": "reduction.base.",
    "temporal.": "temporal.network_temporal.",
    "classifier.": "temporal.network_classifier.",
}


def _probe_state(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Name the weights of a network as its probe form does."""
    renamed = {}
    for name, value in state.items():
        section = name[: name.index(".") + 1]
        renamed[NETWORK_PARTS[section] + name.removeprefix(section)] = copied(value)
    return renamed


def copied(value: Tensor) -> Tensor:
    """Copy a weight; bytes, which are a file that is never trained, are shared."""
    return value if value.dtype is torch.uint8 else value.detach().clone()


def network_state(model: TaggingModel) -> dict[str, Tensor]:
    """Return the weights of the network below a model in probe form, under its own names."""
    state = {}
    for name, value in model.network.state_dict().items():
        for section, prefix in NETWORK_PARTS.items():
            if name.startswith(prefix):
                state[section + name.removeprefix(prefix)] = copied(value)
    return state


def with_layer(
    model: TaggingModel, card: ModelCard, weight: NDArray[np.floating], bias: NDArray[np.floating]
) -> ProbeTagger:
    """Copy the network of a model in probe form, with another layer: one row for each of its words.

    card: of the copy. weight: (n_words, n_inputs). bias: (n_words,).
    """
    state = {name: copied(value) for name, value in model.network.state_dict().items()}
    state["classifier.weight"] = torch.from_numpy(weight).float().to(model.device)
    state["classifier.bias"] = torch.from_numpy(bias).float().to(model.device)
    network = network_from_state(card, state, Path(card.name)).eval().to(model.device)
    assert isinstance(network, ProbeTagger)
    return network


# -- embeddings in the cache ------------------------------------------------------------------

EMBEDDING = "embedding2"  # a change of what a network is given of a song takes a new number


def embedding_key(model: TaggingModel) -> str:
    """Return what the cache calls embeddings by a model in probe form.

    The same for all models that were learned on top of the same network; another for each
    machine arithmetic.
    """
    network = probe_network(model)
    digest = _DIGESTS.get(network)
    if digest is None:
        digest = weights_digest([network.reduction, network.temporal, network.sides])
        _DIGESTS[network] = digest
    arithmetic = "bf16" if has_bfloat16(model.device) else "f32"
    recipes = "-".join(recipe.key for recipe in (model.card.recipe, *side_recipes(model.card)))
    return f"{EMBEDDING}-{digest}-{recipes}-{kind_of(model.device)}-{arithmetic}"


def without_machine(key: str) -> str:
    """Return a key of the cache without the device and the arithmetic that its numbers come of."""
    return key.rsplit("-", 2)[0]


def cached_embedding(cache: FeatureCache, audio_hash: str, model: TaggingModel) -> Embedding | None:
    """Return a song's embedding, (n_inputs of the probe,), or None where it is not kept."""
    stored = cache.get_array(audio_hash, embedding_key(model))
    if stored is None or stored.shape != (probe_network(model).classifier.in_features,):
        return None
    return np.asarray(stored, dtype=np.float32)


def keep_embedding(
    cache: FeatureCache, audio_hash: str, model: TaggingModel, embedding: Embedding
) -> None:
    """Store a song's embedding; where the cache cannot be written it is computed again."""
    with contextlib.suppress(CacheError):
        cache.put_array(audio_hash, embedding_key(model), embedding)


WINDOWS, BEGINNINGS = "windows", "beginnings"


def cached_along(cache: FeatureCache, audio_hash: str, model: TaggingModel) -> AlongSong | None:
    """Return what a model in probe form is given along a song, None where it is not kept."""
    key, n_inputs = embedding_key(model), probe_network(model).classifier.in_features
    found = []
    for part in (WINDOWS, BEGINNINGS):
        stored = cache.get_array(audio_hash, f"{part}-{key}")
        if stored is None or stored.ndim != 2 or stored.shape[1] != n_inputs or not len(stored):
            return None
        found.append(np.asarray(stored, dtype=np.float32))
    return AlongSong(*found)


def keep_along(cache: FeatureCache, audio_hash: str, model: TaggingModel, along: AlongSong) -> None:
    """Store what it is given along a song; where the cache cannot be written, it is made again."""
    key = embedding_key(model)
    with contextlib.suppress(CacheError):
        cache.put_array(audio_hash, f"{WINDOWS}-{key}", along.windows)
        cache.put_array(audio_hash, f"{BEGINNINGS}-{key}", along.beginnings)


def probe_scores(model: TaggingModel, embeddings: Embedding) -> NDArray[np.float32]:
    """Score embeddings by a model in probe form: (n, n_inputs) -> (n, n_words)."""
    with torch.inference_mode():
        inputs = torch.tensor(embeddings, device=model.device)  # a copy: a cached one is read-only
        scores: NDArray[np.float32] = torch.sigmoid(model.network.classifier(inputs)).cpu().numpy()
    return scores
