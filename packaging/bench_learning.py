"""`make bench-learning`: learning from a user's tags beside a page of scikit-learn, on equal songs.

(a) the linear probe on features that are given, (b) from file to score on songs rendered with two
sound banks, (c) on the demo library, (d) as (b) where most no are not judged, (e) how deep to
train, which takes hours without a GPU and runs only where it is asked for. Prints tables in
Markdown; nothing is read from the web unless a parent is to be fetched.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from learning_demo import demo_results
from learning_heads import head_results
from learning_music import (
    PART,
    Comparison,
    Parent,
    depth_results,
    music_results,
    rendered_music,
)
from learning_tables import Result, tables
from sound_banks import SoundBankError

from core.features.cache import FeatureCache
from core.models.checkpoint import TaggingModel, load_checkpoint, to_device
from core.models.device import choose_device
from core.models.public_registry import known_tag_lists
from core.models.public_weights import draft_card, fetch_model, import_weights
from core.models.weights_source import WeightsSource
from core.paths import HOME_VARIABLE, resource

BUDGETS, QUICK_BUDGETS = (10, 20, 50, 100, 300), (10, 50)
DEPTH_BUDGETS = (100, 300, 842)  # the last: as many songs as the thesis had
N_DRAWS, N_ESTIMATES = 3, 12
LEARN_BANK, TEST_BANK = "fluid", "musescore"
LEARN_SEED, TEST_SEED = 1, 2
N_LEARN, N_TEST, N_QUICK = 600, 200, 90  # a third of what is learned on is left out each time
ALIKE_SHARE = 1 / 3
ONLY_YES, NO_SHARE = "(d) every yes, few no", 0.15
FEATURES_VARIABLE, MUSICNN_VARIABLE = "RHYTHMCAP_BENCH_FEATURES", "RHYTHMCAP_BENCH_MUSICNN"


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--parts", default="abcd", metavar="abcde", help="which parts to run")
    parser.add_argument("--quick", action="store_true", help="few songs, one draw")
    parser.add_argument("--cache", type=Path, default=Path("build/bench-learning"), metavar="DIR")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every result")
    parser.add_argument(
        "--features", type=Path, nargs="*", metavar="NPZ", default=_paths(FEATURES_VARIABLE),
        help=f"features for part (a); or folders in {FEATURES_VARIABLE}",
    )  # fmt: skip
    parser.add_argument(
        "--musicnn", type=Path, metavar="PTH", default=next(iter(_paths(MUSICNN_VARIABLE)), None),
        help=f"weights of MusiCNN for MagnaTagATune, a parent; or {MUSICNN_VARIABLE}",
    )  # fmt: skip
    parser.add_argument("--fetch", nargs="*", default=[], metavar="NAME", help="public parents")
    parser.add_argument(
        "--starter", type=Path, nargs="?", default=resource("starter.safetensors"), metavar="FILE",
        help="another starter; without a file, none",
    )  # fmt: skip
    parser.add_argument("--depth", default="automatic")
    parser.add_argument("--draws", type=int, default=N_DRAWS)
    return parser.parse_args(arguments)


def _paths(variable: str) -> list[Path]:
    names = os.environ.get(variable, "").split(os.pathsep)
    return [path for name in names if name for path in _files(Path(name))]


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.npz")) if path.is_dir() else [path]


def parents(options: argparse.Namespace) -> Iterator[Parent]:
    """Load the models to learn from: the starter, MusiCNN where its file is given, public ones."""
    if options.starter is not None:
        yield Parent("from the starter", load_checkpoint(options.starter))
    folder = options.cache / "parents"
    if options.musicnn is not None:
        yield Parent("from MusiCNN", imported(options.musicnn, folder))
    for name in options.fetch:
        path, _ = fetch_model(name, folder, options.cache / "downloads")
        yield Parent(f"from {name}", load_checkpoint(path))


def imported(weights: Path, folder: Path) -> TaggingModel:
    """Import public weights as a user would."""
    source = WeightsSource(weights, "musicnn", known_tag_lists()["mtat"])
    path, _ = import_weights(source, draft_card(source, weights.stem), folder)
    return load_checkpoint(path)


def results_of(options: argparse.Namespace) -> Iterator[Result]:
    """Run the parts that were chosen."""
    budgets = QUICK_BUDGETS if options.quick else BUDGETS
    n_draws = 1 if options.quick else options.draws
    cache = FeatureCache(options.cache / "features")
    if "a" in options.parts:
        n_heads = 1 if options.quick else max(n_draws, N_ESTIMATES)  # three differ by luck
        for path in options.features:
            for file in _files(path):
                yield from head_results(file, budgets, n_heads, options.cache / "baselines")
    for part in (part for part in "bd" if part in options.parts):
        comparison, title = rendered_comparison(options, cache), PART
        if part == "d":
            comparison, title = replace(comparison, n_draws=n_draws, no_share=NO_SHARE), ONLY_YES
        for parent in parents(options):
            yield from music_results(comparison, parent, budgets, title)
    if "e" in options.parts:
        yield from depths(options, cache)
    if "c" in options.parts:
        for parent in parents(options):
            yield from demo_results(options, parent, cache, budgets)


def depths(options: argparse.Namespace, cache: FeatureCache) -> Iterator[Result]:
    """Compare depths on as many songs as the thesis had; on a GPU where there is one."""
    folder, device = options.cache / "music", choose_device()
    library = rendered_music(LEARN_BANK, LEARN_SEED, DEPTH_BUDGETS[-1], folder, cache)
    test = rendered_music(TEST_BANK, TEST_SEED, N_TEST, folder, cache)
    comparison = Comparison(library, test, 0.0, options.cache, cache, "", options.draws, 0)
    for parent in parents(options):
        model = to_device(parent.model, device)
        yield from depth_results(comparison, replace(parent, model=model), DEPTH_BUDGETS)


def rendered_comparison(options: argparse.Namespace, cache: FeatureCache) -> Comparison:
    """Learn on the songs of one bank, test on those of the other."""
    folder = options.cache / "music"
    n_learn, n_test = (N_QUICK, N_QUICK // 3) if options.quick else (N_LEARN, N_TEST)
    library = rendered_music(LEARN_BANK, LEARN_SEED, n_learn, folder, cache)
    test = rendered_music(TEST_BANK, TEST_SEED, n_test, folder, cache)
    n_draws = 1 if options.quick else options.draws
    n_estimates = 1 if options.quick else max(n_draws, N_ESTIMATES)
    return Comparison(
        library, test, ALIKE_SHARE, options.cache, cache, options.depth, n_estimates, n_draws
    )


def main(arguments: Sequence[str]) -> int:
    """Print the tables; 1 where a sound bank is missing."""
    options = options_of(arguments)
    options.cache = options.cache.absolute()
    options.cache.mkdir(parents=True, exist_ok=True)
    os.environ[HOME_VARIABLE] = str(options.cache / "home")  # nothing of the user's own is touched
    start_s, results = time.perf_counter(), list[Result]()
    try:
        for result in results_of(options):
            results.append(result)
            sys.stderr.write(f"{result.part}, {result.data}, {result.system}, {result.n_songs}: "
                             f"{result.wauc or 0.0:.3f}\n")  # fmt: skip
    except SoundBankError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(tables(results))
    if options.json is not None:
        options.json.write_text(json.dumps([asdict(r) for r in results], indent=1), "utf-8")
    sys.stderr.write(f"{time.perf_counter() - start_s:.0f} s\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
