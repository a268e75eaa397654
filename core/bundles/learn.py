"""Learning from a bundle: core.training on what lies in it, and the model as one zip."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.bundles.bundle_records import MadeWith
from core.bundles.bundle_text import made_with
from core.bundles.read import read_bundle
from core.exchange.model_files.model_archive import export_zip
from core.jobs import SILENT, JobContext, SubJob
from core.messages import message
from core.model_store.registry import FROM_BUNDLE
from core.models.card import read_card
from core.models.device import choose_device
from core.temporary_folders import temporary_folder
from core.training.finetune import finetune
from core.training.finetune_records import FinetuneResult
from core.training.loop import OnEpoch

READ_SHARE, LEARN_SHARE = 0.05, 0.9


def train_bundle(
    path: Path,
    target: Path,
    device: str = "auto",
    on_epoch: OnEpoch = lambda _report: None,
    job: JobContext = SILENT,
) -> FinetuneResult:
    """Learn from a bundle, and write the model as a zip; the result's path is that of the zip.

    device: "auto", "cuda" or "cpu". With the same torch on the same kind of device it is the model
    that learning on the spot gives, weight by weight; else a note says so. Raises BundleError,
    TrainingError, ModelError where the zip cannot be written, Cancelled; nothing is left then.
    """
    with temporary_folder("bundle") as folder:
        bundle = read_bundle(path, folder, choose_device(device), SubJob(job, 0.0, READ_SHARE))
        request = replace(bundle.request, models_folder=folder / "models")
        learn_job = SubJob(job, READ_SHARE, LEARN_SHARE)
        result = finetune(request, bundle.labels, bundle.parent, bundle.cache, on_epoch, learn_job)
        origin = {"tag_ids": list(result.tag_ids)}
        card = read_card(result.model_path)
        card = replace(card, settings={**card.settings, FROM_BUNDLE: origin})
        write_job = SubJob(job, READ_SHARE + LEARN_SHARE, 1.0 - READ_SHARE - LEARN_SHARE)
        export_zip(result.model_path, target, write_job, card=card)
    notes = (*result.notes, *differences(bundle.made_with, result.device))
    return replace(result, card=card, model_path=target, notes=notes)


def differences(theirs: MadeWith, device: str) -> tuple[str, ...]:
    """Say why the weights may differ in their last digits from those learned on the spot."""
    ours = made_with(device)
    return tuple(
        message(id, theirs=their_own, ours=our_own)
        for id, their_own, our_own in (
            ("bundles.other_torch", theirs.torch, ours.torch),
            ("bundles.other_device", theirs.device, ours.device),
        )
        if their_own != our_own
    )
