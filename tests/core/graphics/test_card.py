"""Cards are found by the driver's program, or by the kernel; each gets wheels that suit it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from core.graphics.card import find_card, suitable_cuda
from core.graphics.graphics_records import Card, CardKind

NOWHERE = Path("/nowhere")
ONLY_HERE = pytest.mark.skipif(sys.platform == "win32", reason="a script stands for the program")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole path."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def nvidia_smi(folder: Path, script: str) -> None:
    file = folder / "nvidia-smi"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


@ONLY_HERE
def test_the_best_of_several_cards_is_found(programs: Path) -> None:
    nvidia_smi(
        programs,
        "echo 'NVIDIA T400, 560.35.03, 2048, 7.5'\n"
        "echo 'NVIDIA GeForce RTX 3060, 560.35.03, 12288, 8.6'",
    )
    card = find_card(NOWHERE)
    name = "NVIDIA GeForce RTX 3060"
    assert card == Card(CardKind.NVIDIA, name, "560.35.03", 8.6, 12288)
    assert suitable_cuda(card) == "cu126"


@ONLY_HERE
def test_a_card_that_tells_no_numbers_is_one_all_the_same(programs: Path) -> None:
    nvidia_smi(programs, "echo 'NVIDIA Something, 581.1, [N/A], [N/A]'")
    card = find_card(NOWHERE)
    assert card == Card(CardKind.NVIDIA, "NVIDIA Something", "581.1", 0.0, 0)
    assert suitable_cuda(card) == "cu130"


@ONLY_HERE
def test_a_driver_that_does_not_answer_is_told_from_no_card(programs: Path) -> None:
    nvidia_smi(programs, "echo 'NVIDIA-SMI has failed because it could not communicate'; exit 9")
    card = find_card(NOWHERE)
    assert card.kind is CardKind.NVIDIA
    assert not card.answers
    assert suitable_cuda(card) == ""


@pytest.mark.skipif(os.path.exists("/proc/driver/nvidia"), reason="this machine has a card")
def test_the_kernel_tells_of_a_card(programs: Path, tmp_path: Path) -> None:
    assert list(programs.iterdir()) == []
    folder = tmp_path / "nvidia" / "gpus" / "0000:01:00.0"
    folder.mkdir(parents=True)
    (folder / "information").write_text("Model: \t\t NVIDIA RTX A2000\nIRQ: 90\n")
    (tmp_path / "nvidia" / "version").write_text(
        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12\n"
    )
    card = find_card(tmp_path / "nvidia")
    assert (card.name, card.driver) == ("NVIDIA RTX A2000", "535.183.01")
    assert suitable_cuda(card) == "cu126"


@pytest.mark.skipif(os.path.exists("/proc/driver/nvidia"), reason="this machine has a card")
@pytest.mark.skipif(sys.platform != "linux", reason="others have other cards")
def test_a_machine_without_a_card_says_so(programs: Path) -> None:
    assert list(programs.iterdir()) == []
    assert find_card(NOWHERE) == Card(CardKind.NONE)


@pytest.mark.parametrize(
    ("driver", "capability", "cuda"),
    [
        ("580.95.05", 9.0, "cu130"),
        ("580.95.05", 6.1, "cu126"),  # Pascal: no more in CUDA 13
        ("570.86", 12.0, "cu128"),  # Blackwell: from CUDA 12.8 on
        ("560.35", 12.0, ""),
        ("527.41", 8.9, "cu126"),
        ("470.42", 7.5, "cu118"),
        ("470.42", 3.5, ""),
        ("390.157", 6.1, ""),
        ("", 0.0, ""),
    ],
)
def test_wheels_suit_driver_and_card(driver: str, capability: float, cuda: str) -> None:
    card = Card(CardKind.NVIDIA, "card", driver, capability)
    assert suitable_cuda(card) == cuda


def test_other_cards_get_no_wheels() -> None:
    assert suitable_cuda(Card(CardKind.APPLE, "Apple")) == ""
    assert suitable_cuda(Card(CardKind.NONE)) == ""
