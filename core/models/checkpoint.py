"""Model files: weights as safetensors, everything else as a JSON card of the same name.

Plain data only: no pickle is ever opened. Weights that do not fit the card, or are no numbers,
are refused before anything is allocated for them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from core.atomic_files import draft_folder, replace_file
from core.errors import ModelError
from core.messages import message
from core.models.card import CARD_SUFFIX, WEIGHTS_SUFFIX, ModelCard, read_card, weights_path
from core.models.catalogue import build_network
from core.models.device import freeze_collected_objects, has_bfloat16, keep_freed_memory
from core.models.folded_blocks import in_bfloat16
from core.models.weights_limits import MAX_FILE_BYTES, MAX_TENSORS

if TYPE_CHECKING:
    from torch import Tensor, nn

    from core.models.network import TaggingNetwork


@dataclass(frozen=True, slots=True)
class TaggingModel:
    """A network ready to predict, with its card.

    inference_reduction, inference_sides: faster copies of its reduction and of those beside it.
    """

    card: ModelCard
    network: TaggingNetwork
    inference_reduction: nn.Module
    device: str
    inference_sides: tuple[nn.Module, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The tags its scores stand for, in order."""
        return self.card.words


def to_inference(card: ModelCard, network: TaggingNetwork, device: str = "cpu") -> TaggingModel:
    """Put a network into evaluate mode on its device and make the fast form of its reduction."""
    import torch

    keep_freed_memory()
    network = network.eval().to(device)
    with torch.no_grad():
        reduction, *sides = (form.to(device) for form in network.evaluation_forms())
    if has_bfloat16(device):
        reduction, *sides = (in_bfloat16(form) for form in (reduction, *sides))
    return TaggingModel(card, network, reduction, device, tuple(sides))


def save_checkpoint(
    folder: Path, card: ModelCard, network: TaggingNetwork, *, half: bool = False
) -> Path:
    """Write both files; the card last, so that a model is there whole or not at all.

    half: weights as float16. Returns the .safetensors file, whose name no other model has.
    """
    import torch

    dtype = torch.float16 if half else torch.float32
    state = {
        key: (value.to(dtype) if value.is_floating_point() else value).detach().cpu().contiguous()
        for key, value in network.state_dict().items()
    }
    try:
        with draft_folder(folder) as draft:
            save_file(state, draft / "weights", metadata={"format": "pt"})
            digest = _digest(draft / "weights")
            text = replace(card, weights_digest=digest).to_json()
            (draft / "card").write_text(text, encoding="utf-8")
            path = free_path(folder, f"{file_stem(card.name)}-{digest[:8]}")
            replace_file(draft / "weights", path, synced=True)
            replace_file(draft / "card", path.with_suffix(CARD_SUFFIX), synced=True)
    except (OSError, SafetensorError) as error:
        raise ModelError(
            "models.not_written", name=card.name, detail=str(error), path=folder
        ) from error
    return path


def load_checkpoint(path: Path, device: str = "cpu") -> TaggingModel:
    """Load the model of a file (either of its two).

    Raises ModelError where a file is missing, damaged, newer, or does not fit its card.
    """
    card = read_card(path)
    freeze_collected_objects()
    path = weights_path(path)
    state = _read_weights(path, card)
    network = network_from_state(card, state, path)
    return to_inference(card, network, device)


def to_device(model: TaggingModel, device: str) -> TaggingModel:
    """Copy a model to another device; the model itself where it is there already.

    Equal, bit for bit, to the model that load_checkpoint puts there.
    """
    if device == model.device:
        return model
    state = {key: value.to(device) for key, value in model.network.state_dict().items()}
    network = network_from_state(model.card, state, Path(model.card.name))
    return to_inference(model.card, network, device)


def weights_digest(modules: list[nn.Module]) -> str:
    """Hash all numbers in some modules: the same weights, the same digest."""
    digest = hashlib.blake2b(digest_size=12)
    for module in modules:
        for key, value in module.state_dict().items():
            digest.update(f"{key}{tuple(value.shape)}".encode())
            digest.update(value.detach().cpu().contiguous().numpy().data)
    return digest.hexdigest()


def _read_weights(path: Path, card: ModelCard) -> dict[str, Tensor]:
    import torch

    check_size(path)
    try:
        if card.weights_digest and _digest(path) != card.weights_digest:
            raise _damaged(path, message("models.other_weights"))
        with safe_open(path, framework="pt") as file:
            keys = list(file.keys())
            if len(keys) > MAX_TENSORS:
                raise _damaged(path, message("weights.n_tensors", limit=MAX_TENSORS))
            state = {key: file.get_tensor(key) for key in keys}
    except FileNotFoundError as error:
        raise ModelError("models.weights_missing", name=path.name, path=path) from error
    except (SafetensorError, OSError, ValueError, RuntimeError) as error:
        raise _damaged(path, message("models.no_safetensors"), str(error)) from error
    for key, value in state.items():
        if value.is_floating_point():
            state[key] = value.to(torch.float32)
            if not bool(torch.isfinite(value).all()):
                raise _damaged(path, message("models.not_numbers", key=key))
    return state


def check_size(path: Path) -> None:
    """Raise ModelError where a model's weights are no file, or more than any model has."""
    if path.exists() and not path.is_file():  # a pipe would be waited for
        raise _damaged(path, message("models.no_safetensors"))
    n_bytes = path.stat().st_size if path.exists() else 0
    if n_bytes > MAX_FILE_BYTES:
        raise _damaged(path, message("weights.unpacked_bytes", gigabytes=n_bytes / 1e9))


def network_from_state(card: ModelCard, state: dict[str, Tensor], path: Path) -> TaggingNetwork:
    """Build the card's network with these weights; sizes are checked on the meta device first.

    Raises ModelError, naming the file `place`, where they do not fit.
    """
    import torch

    with torch.device("meta"):
        outline = build_network(card.architecture, card.sizes)
    expected = {key: tuple(value.shape) for key, value in outline.state_dict().items()}
    problem = shape_mismatch(expected, {key: tuple(value.shape) for key, value in state.items()})
    if not problem and outline.output.out_features != len(card.words):
        problem = message(
            "models.n_outputs", n_outputs=outline.output.out_features, n_tags=len(card.words)
        )
    if problem:
        raise _damaged(path, problem)
    outline.load_state_dict(state, assign=True)
    if not any(tensor.is_meta for tensor in (*outline.parameters(), *outline.buffers())):
        return outline
    network = build_network(card.architecture, card.sizes)  # it makes something the file lacks
    network.load_state_dict(state)
    return network


def shape_mismatch(expected: dict[str, tuple[int, ...]], found: dict[str, tuple[int, ...]]) -> str:
    """Describe what does not fit; empty where all does."""
    missing, extra = sorted(expected.keys() - found.keys()), sorted(found.keys() - expected.keys())
    if missing and extra:
        return message("models.missing_and_extra", missing=missing[0], extra=extra[0])
    if missing:
        return message("models.part_missing", name=missing[0])
    if extra:
        return message("models.part_extra", extra=extra[0])
    for key, shape in expected.items():
        if found[key] != shape:
            return message("models.shape", key=key, found=found[key], shape=shape)
    return ""


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def free_path(folder: Path, stem: str) -> Path:
    """Return a .safetensors file that is not there yet: every model owns its files alone."""
    path, number = folder / f"{stem}{WEIGHTS_SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}{WEIGHTS_SUFFIX}", number + 1
    return path


def file_stem(name: str) -> str:
    """Return a model's name as a file may be called on any system."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "model"


def _damaged(path: Path, problem: str, detail: str = "") -> ModelError:
    return ModelError("models.unusable", name=path.name, why=problem, detail=detail, path=path)
