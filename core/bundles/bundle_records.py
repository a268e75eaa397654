"""What is told of training bundles. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

BUNDLE_SUFFIX = ".bundle"
MODEL_ENDING = "-model.zip"


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What a bundle was written by, or is learned from by.

    program, torch: versions. device: "cpu" or "cuda", with its arithmetic.
    """

    program: str
    torch: str
    device: str


@dataclass(frozen=True, slots=True)
class BundleSize:
    """What a bundle will take, before it is written: an estimate, by the songs' lengths.

    n_songs: with a decision. n_new: of these, that are heard first. kept_bytes: what hearing
    them adds to the cache.
    """

    n_songs: int
    n_new: int
    depth: str
    n_bytes: int
    kept_bytes: int


@dataclass(frozen=True, slots=True)
class BundleReport:
    """A bundle that was written.

    n_reference: songs without a decision that only scale the inputs. new_sides: of groups that the
    library's stored split did not have. skipped: (path, reason) of songs that could not be read.
    """

    path: Path
    n_bytes: int
    n_songs: int
    n_reference: int
    depth: str
    new_sides: Mapping[str, str]
    skipped: tuple[tuple[Path, str], ...] = ()


def model_zip_beside(bundle: Path) -> Path:
    """Return where the model that is learned from a bundle goes, if nowhere else."""
    return bundle.with_name(f"{bundle.name.removesuffix(BUNDLE_SUFFIX)}{MODEL_ENDING}")
