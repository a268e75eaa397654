"""Models on their way to a colleague and back: as a folder of two files, or as one zip.

A zip holds the weights, the card and a text that says how to import it. Reading one never runs
anything: members are named, counted and measured before a byte of them is unpacked.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import IO

from core.atomic_files import atomic_write, copy_file, draft_folder, move_into_place
from core.errors import ModelError
from core.jobs import SILENT, JobContext
from core.messages import message
from core.models.card import (
    CARD_SUFFIX,
    WEIGHTS_SUFFIX,
    ModelCard,
    card_path,
    read_card,
    weights_path,
)

README = "README.txt"
MOST_MEMBERS = 32
LARGEST_BYTES = 4_000_000_000
LARGEST_RATIO = 50  # of unpacked to packed bytes; weights hardly shrink at all
MOST_JSON_BYTES = 64_000_000
BLOCK_BYTES = 1 << 20
ASK_AGAIN = "Ask for the zip again; RhythmCap makes it with “Export…” or `rhythmcap models export`."


def export_folder(model: Path, folder: Path) -> Path:
    """Copy a model's two files into a folder. Returns the new .safetensors file.

    Raises ModelError where the model is not whole or the folder cannot be written.
    """
    from core.models.checkpoint import file_stem, free_place

    card = read_card(model)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        place = free_place(folder, file_stem(card.name))
        copy_file(model, place)
        copy_file(card_path(model), card_path(place))
    except OSError as error:
        raise _not_written(folder, error) from error
    return place


def export_zip(model: Path, target: Path, job: JobContext = SILENT) -> Path:
    """Write one zip with all a colleague needs; nothing is left of it if that fails.

    Raises ModelError, Cancelled.
    """
    from core.models.checkpoint import file_stem

    card = read_card(model)
    stem = file_stem(card.name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with (
            atomic_write(target) as partial,
            zipfile.ZipFile(partial, "w", zipfile.ZIP_STORED) as packed,
        ):
            packed.writestr(README, readme(card, target.name), zipfile.ZIP_DEFLATED)
            packed.write(card_path(model), stem + CARD_SUFFIX, zipfile.ZIP_DEFLATED)
            with packed.open(stem + WEIGHTS_SUFFIX, "w", force_zip64=True) as goal:
                _copy(model, goal, job)
    except OSError as error:
        raise _not_written(target, error) from error
    return target


def import_zip(
    source: Path, models_folder: Path, job: JobContext = SILENT
) -> tuple[Path, ModelCard]:
    """A colleague's zip as a model of ours: the .safetensors file, and its card.

    The weights are checked against the card before the model counts as there. Raises ModelError
    for anything that is not exactly one model, Cancelled.
    """
    from core.models.checkpoint import file_stem, free_place, load_checkpoint

    try:
        with draft_folder(models_folder) as draft:
            unpacked = _unpack(source, draft, job)
            card = load_checkpoint(unpacked).card
            place = free_place(models_folder, f"{file_stem(card.name)}-{card.weights_digest[:8]}")
            move_into_place(unpacked, place)
            move_into_place(card_path(unpacked), card_path(place))
    except OSError as error:
        raise _not_written(models_folder, error) from error
    return place, card


def copy_in(model: Path, models_folder: Path) -> Path:
    """A model that lies elsewhere as two files, checked and copied to where models are kept.

    Returns the .safetensors file. Raises ModelError.
    """
    from core.models.checkpoint import load_checkpoint

    load_checkpoint(model)
    return export_folder(weights_path(model), models_folder)


def readme(card: ModelCard, zip_name: str) -> str:
    """What stands in the zip for whoever opens it by hand."""
    words = ", ".join(card.words)
    licence = card.licence or message("exchange.no_licence")
    return f"""{card.name}: a music tagging model for RhythmCap

To use it
  In the window: drop {zip_name} onto it, or Model > Import a model…
  In a terminal: rhythmcap models import {zip_name}

What it is
  Network: {card.architecture}
  Hears: {card.recipe.name}
  Says: {len(card.words)} words: {words}
  Made: {card.created_at[:10]}
  {card.description or "No description."}

Licence of the weights
  {licence}

The weights are plain numbers ({WEIGHTS_SUFFIX}), the card is plain text ({CARD_SUFFIX}); neither
holds anything that could be run. What the model learned from (songs by the digest of their sound,
and the decisions on them) stands in the card.
"""


def _unpack(source: Path, folder: Path, job: JobContext) -> Path:
    try:
        with zipfile.ZipFile(source) as packed:
            members = _members(packed, source)
            for name, member in members.items():
                _write(packed, member, folder / name, source, job)
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, RuntimeError) as error:
        raise _refused(source, message("exchange.no_zip"), str(error)) from error
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not source.exists():
            raise ModelError("models.file_missing", name=source.name, path=source) from error
        raise
    return next(folder / name for name in members if name.endswith(WEIGHTS_SUFFIX))


def _members(packed: zipfile.ZipFile, source: Path) -> dict[str, zipfile.ZipInfo]:
    """The weights and the card; raises ModelError for anything else that lies with them."""
    entries = [each for each in packed.infolist() if not _left_by_a_mac(each.filename)]
    if len(entries) > MOST_MEMBERS:
        raise _refused(source, message("exchange.n_files", n=len(entries)))
    names = [each.filename for each in entries]
    if len(set(names)) != len(names):
        raise _refused(source, message("exchange.file_twice"))
    for each in entries:
        _check_member(each, source)
    models = {each.filename: each for each in entries if each.filename != README}
    weights = [name for name in models if name.endswith(WEIGHTS_SUFFIX)]
    cards = [name for name in models if name.endswith(CARD_SUFFIX)]
    for found, suffix in ((weights, WEIGHTS_SUFFIX), (cards, CARD_SUFFIX)):
        if len(found) != 1:
            raise _refused(source, message("exchange.not_one_file", suffix=suffix, n=len(found)))
    strange = [name for name in models if name not in (*weights, *cards)]
    if strange:
        raise _refused(source, message("exchange.stray_file", file=strange[0]))
    if Path(weights[0]).stem != Path(cards[0]).stem:
        raise _refused(source, message("exchange.other_card", card=cards[0], weights=weights[0]))
    return models


def _check_member(member: zipfile.ZipInfo, source: Path) -> None:
    name = member.filename
    plain = PurePosixPath(name).name == name and "\\" not in name and ":" not in name
    if not plain or name.startswith(".") or not name.isprintable() or member.is_dir():
        raise _refused(source, message("exchange.not_plain_name", name=name))
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise _refused(source, message("exchange.not_ordinary", name=name))
    if member.flag_bits & 1:
        raise _refused(source, message("exchange.locked"))
    largest = MOST_JSON_BYTES if name.endswith(CARD_SUFFIX) else LARGEST_BYTES
    ratio = member.file_size / max(member.compress_size, 1)
    bomb = name.endswith(WEIGHTS_SUFFIX) and ratio > LARGEST_RATIO
    if member.file_size > largest or bomb:
        raise _refused(source, message("exchange.too_large", name=name, file_size=member.file_size))


def _write(
    packed: zipfile.ZipFile, member: zipfile.ZipInfo, goal: Path, source: Path, job: JobContext
) -> None:
    """Unpack one member, never more than it said; the checksum is the zip's own."""
    written = 0
    with packed.open(member) as stream, goal.open("xb") as file:
        while block := stream.read(BLOCK_BYTES):
            job.check()
            written += len(block)
            if written > member.file_size:
                raise _refused(
                    source, message("exchange.larger_than_promised", name=member.filename)
                )
            file.write(block)
            job.report(written, member.file_size, member.filename)
    if written != member.file_size:
        raise _refused(source, message("exchange.member_cut_off", name=member.filename))


def _copy(model: Path, goal: IO[bytes], job: JobContext) -> None:
    total, done = model.stat().st_size, 0
    with model.open("rb") as file:
        while block := file.read(BLOCK_BYTES):
            job.check()
            goal.write(block)
            done += len(block)
            job.report(done, total, model.name)


def _left_by_a_mac(name: str) -> bool:
    return name.startswith("__MACOSX/") or name == ".DS_Store"


def _refused(source: Path, why: str, detail: str = "") -> ModelError:
    return ModelError("exchange.not_a_model", name=source.name, why=why, detail=detail, path=source)


def _not_written(place: Path, error: OSError) -> ModelError:
    return ModelError("exchange.not_written", name=place.name, detail=str(error), path=place)
