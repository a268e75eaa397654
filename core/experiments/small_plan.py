"""A plan that is small enough to be run on one's own library while one goes on tagging.

A few systems that differ in kind, few label budgets, folds over artists: some minutes on two cores
for a hundred songs. What is judged decides how large it is, and whether it can say anything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.experiments.plan import N_FOLDS, Plan, Variant
from core.experiments.protocol import judged_rows
from core.experiments.recommendation_records import Prospect
from core.library.records import Labels
from core.messages import message
from core.metrics.intervals import MIN_ARTISTS, MIN_SONGS
from core.systems.catalogue import OWN
from core.training.config import Depth
from core.training.folds import artist_numbers
from core.training.labels import select_songs
from core.training.time_left import LISTENING_RATE

NAME = "suits"
MAX_SONGS = 300  # judged songs that are tried, so that it stays small
BUDGETS, MOST_BUDGETS, LARGEST_SHARE = (5, 10, 20, 50, 100), 2, 0.6  # beside all; of the songs
REPEATED_SONGS = (60, 150)  # up to which three and two repetitions are made
LEAST_SONGS = 12


@dataclass(frozen=True, slots=True)
class TriedSystem:
    """A system of the plan. name: the id of what it is called in plain words.

    about_timbre: it knows nothing but cepstra. depth: at which RhythmCap can learn in this way.
    cell_s, song_s, cell_song_s: seconds for every cell, once for a song, for a song in every cell.
    """

    variant: Variant
    name: str
    about_timbre: bool = False
    depth: str = ""
    cell_s: float = 0.1
    song_s: float = 0.0
    cell_song_s: float = 0.0


# Times as measured on one of two cores, for 46 tags.
TRIED = (
    TriedSystem(Variant(OWN), "recommendation.name_rhythmcap", cell_s=0.6, cell_song_s=0.01),
    TriedSystem(
        Variant("embedding-logistic"), "recommendation.name_logistic", cell_s=0.8, cell_song_s=0.025
    ),
    TriedSystem(Variant("embedding-neighbours"), "recommendation.name_neighbours"),
    TriedSystem(Variant("embedding-prototypes"), "recommendation.name_prototypes"),
    TriedSystem(
        Variant("cepstra-logistic"), "recommendation.name_timbre", about_timbre=True,
        cell_s=0.4, cell_song_s=0.006,
    ),
    TriedSystem(
        Variant("mfcc-neighbours"), "recommendation.name_timbre_neighbours", about_timbre=True,
        song_s=0.02,
    ),
    TriedSystem(
        Variant("cnn-lstm", (("depth", str(Depth.TEMPORAL)),)), "recommendation.name_cnn_lstm",
        depth=str(Depth.TEMPORAL), cell_s=0.6, cell_song_s=0.03,
    ),
    TriedSystem(
        Variant("random-cnn"), "recommendation.name_random", cell_s=0.1, song_s=0.05
    ),
)  # fmt: skip
TRIED_BY_LABEL: Mapping[str, TriedSystem] = {tried.variant.label: tried for tried in TRIED}


def small_plan(n_songs: int) -> Plan:
    """Return the plan for so many judged songs."""
    fitting = [budget for budget in BUDGETS if budget <= LARGEST_SHARE * n_songs]
    n_repetitions = 1 + sum(n_songs <= limit for limit in REPEATED_SONGS)
    return Plan(
        NAME,
        tuple(tried.variant for tried in TRIED),
        budgets=(*fitting[-MOST_BUDGETS:], None),
        n_folds=N_FOLDS,
        n_repetitions=n_repetitions,
        by_song=True,
    )


def tried_labels(labels: Labels) -> Labels:
    """Return the judged songs that are tried, and the tags with a yes and a no among them."""
    judged = sorted(judged_rows(labels).tolist(), key=labels.audio_hashes.__getitem__)
    songs = select_songs(labels, np.array(judged[:MAX_SONGS], dtype=np.int64))
    columns = _answered(songs.states, 1)
    has_categories = len(labels.category_ids) == len(labels.tag_names)
    return replace(
        songs,
        tag_ids=songs.tag_ids[columns],
        tag_names=tuple(songs.tag_names[column] for column in columns),
        states=songs.states[:, columns],
        category_ids=songs.category_ids[columns] if has_categories else songs.category_ids,
        digest="",
    )


def prospect(labels: Labels, new_music_s: float = 0.0, begun: str = "") -> Prospect:
    """Say what a small plan would do with these decisions, or why it can do nothing.

    new_music_s: seconds that are to be listened to first. begun: the digest of the decisions that
    a run that was stopped had.
    """
    tried, n_judged = tried_labels(labels), len(judged_rows(labels))
    n_songs = len(tried.audio_hashes)
    n_artists = len(np.unique(artist_numbers(tried))) if n_songs else 0
    obstacle, remedy = _obstacle(tried, n_artists)
    digest = decisions_digest(tried)
    return Prospect(
        n_songs=n_judged,
        n_used=n_songs,
        n_artists=n_artists,
        n_tags=len(tried.tag_names),
        n_systems=len(TRIED),
        expected_s=_expected_s(tried) + new_music_s / LISTENING_RATE,
        digest=digest,
        obstacle=obstacle,
        remedy=remedy,
        begun=begun == digest,
    )


def decisions_digest(labels: Labels) -> str:
    """Return the same for the same songs, artists, tags and decisions, in whatever order."""
    digest = hashlib.blake2b(digest_size=16)
    order = sorted(range(len(labels.audio_hashes)), key=labels.audio_hashes.__getitem__)
    for text in labels.tag_names:
        digest.update(text.encode("utf-8", "surrogatepass") + b"\0")
    for row in order:
        name = f"{labels.audio_hashes[row]}\0{labels.artists[row]}\0"
        digest.update(name.encode("utf-8", "surrogatepass") + labels.states[row].tobytes())
    return digest.hexdigest()


def _answered(states: NDArray[np.int8], least: int) -> NDArray[np.int64]:
    """Return the columns with so many yes and so many no."""
    yes, no = (states == 1).sum(axis=0), (states == 0).sum(axis=0)
    return np.flatnonzero((yes >= least) & (no >= least))


def _obstacle(labels: Labels, n_artists: int) -> tuple[str, str]:
    """Say why the songs allow no answer, and what to do; two empty texts where they do."""
    n_songs = len(labels.audio_hashes)
    if n_songs < LEAST_SONGS:
        text = message("recommendation.few_songs", n=n_songs, needed=LEAST_SONGS)
        return text, message("recommendation.judge_songs")
    if not len(labels.tag_names):
        return message("metrics.no_tag"), message("recommendation.say_no")
    if n_artists < MIN_ARTISTS:
        text = message("metrics.few_artists", n=n_artists, needed=MIN_ARTISTS)
        return text, message("recommendation.judge_artists")
    if not len(_answered(labels.states, MIN_SONGS)):
        text = message("recommendation.few_answers", needed=MIN_SONGS)
        return text, message("recommendation.answer_more")
    return "", ""


def _expected_s(labels: Labels) -> float:
    """Guess how many seconds it takes on two cores."""
    n_songs = len(labels.audio_hashes)
    plan = small_plan(n_songs)
    n_learned = [min(budget or n_songs, n_songs) for budget in plan.budgets]
    n_cells = plan.n_cells // len(plan.variants)
    mean_songs = sum(n_learned) / len(n_learned)
    total = 0.0
    for tried in TRIED:
        total += tried.song_s * n_songs
        total += n_cells * (tried.cell_s + tried.cell_song_s * mean_songs)
    return total
