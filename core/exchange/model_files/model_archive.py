"""Models as a folder of two files or as one zip, to give away and to import.

A zip holds the weights, the card and a text that says how to import it. Reading one never runs
anything: the names, number and sizes of its members are checked before a byte is unpacked.
"""

from __future__ import annotations

import lzma
import stat
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import IO

from core.atomic_files import atomic_write, atomic_writes, copy_file, draft_folder, replace_file
from core.audio.decode import AUDIO_SUFFIXES
from core.errors import AudioError, ModelError
from core.exchange.file_errors import model_not_written
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
from core.models.weights_limits import MAX_FILE_BYTES, MAX_RATIO, check_file

README = "README.txt"
MAX_MEMBERS = 32
MAX_JSON_BYTES = 64_000_000
BLOCK_BYTES = 1 << 20


def export_folder(
    model: Path, folder: Path, job: JobContext = SILENT, *, card: ModelCard | None = None
) -> Path:
    """Copy a model's two files into a folder. Returns the new .safetensors file.

    card: with the names it has now, if not those of its file. Raises ModelError where the model
    is not whole or the folder cannot be written, Cancelled.
    """
    from core.models.checkpoint import file_stem, free_path

    card = card or read_card(model)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        weights = free_path(folder, file_stem(card.name))
        with atomic_writes(weights, card_path(weights)) as (weights_draft, card_draft):
            with weights_draft.open("wb") as stream:
                _copy(model, stream, job)
            card_draft.write_text(card.to_json(), encoding="utf-8")
    except OSError as error:
        raise model_not_written(folder, error) from error
    return weights


def export_zip(
    model: Path, target: Path, job: JobContext = SILENT, *, card: ModelCard | None = None
) -> Path:
    """Write one zip with all a colleague needs; nothing is left of it on failure.

    card: with the names it has now, if not those of its file.
    Raises ModelError, Cancelled.
    """
    from core.models.checkpoint import file_stem

    card = card or read_card(model)
    stem = file_stem(card.name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with (
            atomic_write(target, shared=True) as partial,
            zipfile.ZipFile(partial, "w", zipfile.ZIP_STORED) as packed,
        ):
            packed.writestr(README, readme(card, target.name), zipfile.ZIP_DEFLATED)
            packed.writestr(stem + CARD_SUFFIX, card.to_json(), zipfile.ZIP_DEFLATED)
            with packed.open(stem + WEIGHTS_SUFFIX, "w", force_zip64=True) as stream:
                _copy(model, stream, job)
    except OSError as error:
        raise model_not_written(target, error) from error
    return target


def import_zip(
    source: Path, models_folder: Path, job: JobContext = SILENT
) -> tuple[Path, ModelCard]:
    """Import a colleague's zip; return its .safetensors file among our models, and its card.

    The weights are checked against the card before the model appears. Raises ModelError
    for anything that is not exactly one model, Cancelled.
    """
    from core.models.checkpoint import file_stem, free_path, load_checkpoint

    check_file(source)
    try:
        with draft_folder(models_folder) as draft:
            unpacked = _unpack(source, draft, job)
            try:
                card = load_checkpoint(unpacked).card
            except ModelError as error:
                error.path = source.absolute()  # what was unpacked is gone when it is read
                raise
            weights = free_path(models_folder, f"{file_stem(card.name)}-{card.weights_digest[:8]}")
            replace_file(unpacked, weights, synced=True)
            replace_file(card_path(unpacked), card_path(weights), synced=True)
    except OSError as error:
        raise model_not_written(models_folder, error) from error
    return weights, card


def copy_in(model: Path, models_folder: Path) -> Path:
    """Copy a model of two files elsewhere into the models folder, checked before it appears.

    One that lies there already stays where it is. Returns the .safetensors file. Raises ModelError.
    """
    from core.models.checkpoint import check_size, file_stem, free_path, load_checkpoint

    weights, card = weights_path(model.absolute()), card_path(model.absolute())
    read_card(card)  # which is small, and says most of what can be wrong
    check_size(weights)
    if weights.parent == models_folder:
        load_checkpoint(weights)
        return weights
    try:
        with draft_folder(models_folder) as draft:
            for file in (weights, card):
                if not file.exists():
                    raise ModelError("models.weights_missing", name=file.name, path=file)
                _copy_whole(file, draft / file.name)
            known = load_checkpoint(draft / weights.name).card  # what was copied is what is checked
            target = free_path(models_folder, f"{file_stem(known.name)}-{known.weights_digest[:8]}")
            replace_file(draft / weights.name, target, synced=True)
            replace_file(draft / card.name, card_path(target), synced=True)
    except OSError as error:
        raise model_not_written(models_folder, error) from error
    return target


def _copy_whole(source: Path, target: Path) -> None:
    try:
        with source.open("rb") as file:
            file.read(1)
    except OSError as error:
        raise ModelError(
            "weights.unreadable", name=source.name, detail=str(error), path=source
        ) from error
    copy_file(source, target)


def readme(card: ModelCard, zip_name: str) -> str:
    """Write the text in the zip for people who open it by hand."""
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
    except (
        *(zipfile.BadZipFile, NotImplementedError, zlib.error, lzma.LZMAError, struct.error),
        *(EOFError, RuntimeError, ValueError, OverflowError, LookupError),
    ) as error:  # what a damaged directory leads to
        raise _import_error(source, message("exchange.no_zip"), str(error)) from error
    return next(folder / name for name in members if name.endswith(WEIGHTS_SUFFIX))


def _members(packed: zipfile.ZipFile, source: Path) -> dict[str, zipfile.ZipInfo]:
    """Return the weights and the card by name. Raises ModelError for any other member.

    Raises AudioError for an archive of songs, which people take for one that can be added.
    """
    entries = [entry for entry in packed.infolist() if not _is_macos_metadata(entry.filename)]
    suffixes = {PurePosixPath(entry.filename).suffix.lower() for entry in entries}
    if WEIGHTS_SUFFIX not in suffixes and suffixes & AUDIO_SUFFIXES:
        raise AudioError("audio.archive", name=source.name, path=source)
    if len(entries) > MAX_MEMBERS:
        raise _import_error(source, message("exchange.n_files", n=len(entries)))
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names):
        raise _import_error(source, message("exchange.file_twice"))
    for entry in entries:
        _check_member(entry, source)
    members = {entry.filename: entry for entry in entries if entry.filename != README}
    weights = [name for name in members if name.endswith(WEIGHTS_SUFFIX)]
    cards = [name for name in members if name.endswith(CARD_SUFFIX)]
    for names, suffix in ((weights, WEIGHTS_SUFFIX), (cards, CARD_SUFFIX)):
        if len(names) != 1:
            raise _import_error(
                source, message("exchange.not_one_file", suffix=suffix, n=len(names))
            )
    unknown = [name for name in members if name not in (*weights, *cards)]
    if unknown:
        raise _import_error(source, message("exchange.stray_file", file=unknown[0]))
    if Path(weights[0]).stem != Path(cards[0]).stem:
        raise _import_error(
            source, message("exchange.other_card", card=cards[0], weights=weights[0])
        )
    return members


def _check_member(member: zipfile.ZipInfo, source: Path) -> None:
    name = member.filename
    is_plain = PurePosixPath(name).name == name and "\\" not in name and ":" not in name
    if not is_plain or name.startswith(".") or not name.isprintable() or member.is_dir():
        raise _import_error(source, message("exchange.not_plain_name", name=name))
    file_type = stat.S_IFMT(member.external_attr >> 16)
    if file_type not in (0, stat.S_IFREG):
        raise _import_error(source, message("exchange.not_ordinary", name=name))
    if member.flag_bits & 1:
        raise _import_error(source, message("exchange.locked"))
    max_bytes = MAX_JSON_BYTES if name.endswith(CARD_SUFFIX) else MAX_FILE_BYTES
    ratio = member.file_size / max(member.compress_size, 1)
    is_bomb = name.endswith(WEIGHTS_SUFFIX) and ratio > MAX_RATIO
    if member.file_size > max_bytes or is_bomb:
        raise _import_error(
            source, message("exchange.too_large", name=name, file_size=member.file_size)
        )


def _write(
    packed: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, source: Path, job: JobContext
) -> None:
    """Unpack one member, never more than its stated size; the checksum is the zip's own."""
    n_written = 0
    with packed.open(member) as stream, target.open("xb") as file:
        while block := stream.read(BLOCK_BYTES):
            job.check()
            n_written += len(block)
            if n_written > member.file_size:
                raise _import_error(
                    source, message("exchange.larger_than_promised", name=member.filename)
                )
            file.write(block)
            job.report(n_written, member.file_size, member.filename)
    if n_written != member.file_size:
        raise _import_error(source, message("exchange.member_cut_off", name=member.filename))


def _copy(model: Path, stream: IO[bytes], job: JobContext) -> None:
    n_bytes, n_done = model.stat().st_size, 0
    with model.open("rb") as file:
        while block := file.read(BLOCK_BYTES):
            job.check()
            stream.write(block)
            n_done += len(block)
            job.report(n_done, n_bytes, model.name)


def _is_macos_metadata(name: str) -> bool:
    return name.startswith("__MACOSX/") or name == ".DS_Store"


def _import_error(source: Path, why: str, detail: str = "") -> ModelError:
    return ModelError("exchange.not_a_model", name=source.name, why=why, detail=detail, path=source)
