"""Files that would fill the memory, or are odd in other ways, are refused before they are read."""

from __future__ import annotations

import json
import os
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest
import torch

from core.errors import ModelError
from core.features.recipe import RECIPES
from core.models.card import CARD_SUFFIX, MAX_DEPTH, ModelCard, read_card
from core.models.detect_architecture import detect_architecture
from core.models.keras_weights import MAX_DEPTH as MAX_GROUPS_DEEP
from core.models.keras_weights import MAX_OBJECTS, keras_state
from core.models.public_weights import import_weights
from core.models.weights_limits import MAX_FILE_BYTES, MAX_TENSORS
from core.models.weights_source import WeightsSource
from tests.support.tensorflow_bundles import write_bundle

KERAS = ("running_std", "gamma", "beta", "running_mean")


def gzip_of_gigabytes(path: Path) -> None:
    with h5py.File(path, "w") as file:
        file.create_dataset("conv1_W", (10**9,), "f4", chunks=(10**6,), compression="gzip")


def terabytes(path: Path) -> None:
    with h5py.File(path, "w") as file:
        file.create_dataset("conv1_W", (9 * 10**12,), "f4", chunks=(1000,))


def elsewhere(path: Path) -> None:
    with h5py.File(path, "w") as file:
        file.create_dataset("conv1_W", (16,), "f4", external=[("/etc/hostname", 0, 64)])


def many_arrays(path: Path) -> None:
    with h5py.File(path, "w") as file:
        for number in range(MAX_OBJECTS + 1):
            file.create_group(f"g{number}")


def deep_groups(path: Path) -> None:
    with h5py.File(path, "w") as file:
        file["/".join("g" * (MAX_GROUPS_DEEP + 2))] = [1.0]


def words(path: Path) -> None:
    with h5py.File(path, "w") as file:
        file["conv1_W"] = "guitar"


def scalars(path: Path) -> None:
    with h5py.File(path, "w") as file:
        for name in (*(f"bn_0_freq_{part}" for part in KERAS), "conv1_W", "output_W", "output_b"):
            file[name] = np.float32(1)


def deflated(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/data.pkl", b"\x80\x02}.")
        archive.writestr("a/data/0", bytes(32 << 20))


def many_members(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(MAX_TENSORS + 1):
            archive.writestr(f"a/data/{number}", b"")


def many_tensors(path: Path) -> None:
    tensor = {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]}
    head = json.dumps({f"t{number}": tensor for number in range(MAX_TENSORS + 1)}).encode()
    path.write_bytes(struct.pack("<Q", len(head)) + head)


def sparse_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)


def cut_off(path: Path) -> None:
    torch.save({"a": torch.zeros(3)}, path)
    path.write_bytes(path.read_bytes()[:700])


def saved(value: Callable[[], Any]) -> Callable[[Path], None]:
    return lambda path: torch.save(value(), path)


FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "gzip.h5": (gzip_of_gigabytes, "4.0 GB"),
    "terabytes.h5": (terabytes, "36000.0 GB"),
    "elsewhere.h5": (elsewhere, "in other files"),
    "many.h5": (many_arrays, "more than 2,000 tensors"),
    "deep.h5": (deep_groups, "groups in groups"),
    "words.h5": (words, "“conv1_W” is no plain tensor"),
    "scalars.h5": (scalars, "layers of another shape"),
    "text.h5": (lambda path: path.write_text("<html>"), "not a Keras HDF5"),
    "deflated.pth": (deflated, "refused: it would take"),
    "many.pth": (many_members, "more than 20,000 tensors"),
    "many.safetensors": (many_tensors, "more than 20,000 tensors"),
    "sparse.safetensors": (sparse_file, "4.0 GB"),
    "sparse.h5": (sparse_file, "4.0 GB"),
    "pipe.pth": (os.mkfifo, "no file"),
    "pipe.safetensors": (os.mkfifo, "no file"),
    "pipe.h5": (os.mkfifo, "no file"),
    "empty.pth": (lambda path: path.write_bytes(b""), "is empty"),
    "text.pth": (lambda path: path.write_text("<html>"), "no PyTorch weights"),
    "cut.pth": (cut_off, "is cut off"),
    "tensor.pth": (saved(lambda: torch.tensor(1.0)), "no state dict"),
    "numbers.pth": (saved(lambda: {1: torch.zeros(1)}), "no state dict"),
    "deep.pth": (saved(lambda: {"a": {"b": {"c": torch.zeros(1)}}}), "no state dict"),
    "scalar.pth": (saved(lambda: {"dense2.bias": torch.tensor(1.0)}), "does not fit"),
    "expanded.pth": (saved(lambda: {"dense2.bias": torch.zeros(1).expand(10**12)}), "empty"),
    "meta.pth": (saved(lambda: {"a": torch.zeros(3, device="meta")}), "empty"),
    "sparse.pth": (saved(lambda: {"a": torch.zeros(3).to_sparse()}), "sparse"),
    "complex.pth": (saved(lambda: {"a": torch.zeros(3) * 1j}), "complex"),
    "escape.pth": (saved(lambda: {"a\x1b[2J": torch.zeros(3)}), "cannot be shown"),
    "long.pth": (saved(lambda: {"a" * 1000: torch.zeros(3)}), "cannot be shown"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_or_odd_file_is_refused_with_the_right_cause(name: str, tmp_path: Path) -> None:
    make, cause = FILES[name]
    path = tmp_path / name
    make(path)
    architecture = "choi_msd_cnn" if path.suffix == ".h5" else "musicnn"
    card = ModelCard("mine", "", {}, RECIPES["thesis"], ("a",))
    with pytest.raises(ModelError, match=cause):
        import_weights(WeightsSource(path, architecture, ("a", "b")), card, tmp_path / "models")
    with pytest.raises(ModelError):
        detect_architecture(path)
    assert not (tmp_path / "models").exists()


def test_a_scalar_in_a_bundle_fits_nothing(tmp_path: Path) -> None:
    index = write_bundle(tmp_path, {"dense/kernel": np.float32(1), "1CNN/kernel": np.ones((2, 2))})
    with pytest.raises(ModelError):
        detect_architecture(index)


def test_a_state_dict_inside_another_dictionary_is_found(tmp_path: Path) -> None:
    torch.save({"epoch": 3, "net": {"dense2.bias": torch.zeros(7)}}, tmp_path / "net.pth")
    assert detect_architecture(tmp_path / "net.pth").n_outputs == 7


@pytest.mark.parametrize(
    "metrics",
    ['{"a": ' * (MAX_DEPTH + 1) + "1" + "}" * (MAX_DEPTH + 1), "[" * 100_000, '{"a": NaN}'],
)
def test_a_card_that_is_deep_or_holds_no_numbers_is_refused(metrics: str, tmp_path: Path) -> None:
    text = ModelCard("mine", "fcn", {}, RECIPES["thesis"], ("a",)).to_json()
    path = tmp_path / f"mine{CARD_SUFFIX}"
    path.write_text(text.replace('"metrics": {}', f'"metrics": {metrics}'), encoding="utf-8")
    with pytest.raises(ModelError, match="damaged"):
        read_card(path)


def test_a_card_of_a_gigabyte_or_a_pipe_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(10**9)
    os.mkfifo(tmp_path / "pipe.json")
    for name, cause in (("large", "too large"), ("pipe", "not a RhythmCap")):
        with pytest.raises(ModelError, match=cause):
            read_card(tmp_path / f"{name}.json")


def test_sixty_thousand_arrays_are_refused_without_being_opened(tmp_path: Path) -> None:
    path = tmp_path / "many.h5"
    with h5py.File(path, "w") as file:
        array = file.create_dataset("a", (1,), "f4")
        for number in range(60_000):
            file.id.links.create_soft(f"s{number}".encode(), b"/a")
        for number in range(MAX_OBJECTS + 1):
            file.create_dataset(f"d{number}", data=array)
    began_s = time.process_time()
    with pytest.raises(ModelError, match="more than"):
        keras_state(path)
    assert time.process_time() - began_s < 3.0, "it took 38 s"
