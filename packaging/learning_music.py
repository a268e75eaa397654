"""Part (b) of the bench of learning: songs rendered with sound banks, from file to score.

Real libraries hold the songs; the product imports, learns and predicts as it does for anybody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import soundfile
from learning_baselines import BASELINES, CHANCE, LabelledSongs
from learning_features import SongNumbers, song_numbers
from learning_songs import WORDS, Song, compose
from learning_tables import OURS, Result, estimate_numbers, score_numbers
from numpy.typing import NDArray
from scipy.signal import fftconvolve
from sound_banks import BANKS, RATE_HZ, Sound, Synthesizer

from core.errors import TrainingError
from core.features.cache import FeatureCache
from core.features.prefetch import KnownSong
from core.library.edits.edits import AddTag, JudgeMany
from core.library.records import Labels, State
from core.library.scan.importer import import_songs
from core.library.store import Library
from core.metrics.measure import measure
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.predict import predict_songs
from core.systems.system import Scores, States
from core.training.config import FinetuneRequest
from core.training.finetune import finetune
from core.training.finetune_records import FinetuneResult
from core.training.labels import select_songs

PART, DEPTH_PART = "(b) end to end", "(e) how deep"
DEPTHS = ("classifier", "temporal", "everything")
WEAK_NO = "RhythmCap, not judged as weak no"
EPOCHS = 30  # as the program's own setting
ROOM_S = 1.2  # until an echo is 60 dB down
RECIPES = ("thesis", "mel96-16k")  # what the parents read: decoded once for both


Decisions = tuple[Collection[str], Collection[str]]  # words that are true of a song, and not


@dataclass(frozen=True, slots=True)
class Music:
    """A library of songs that are all judged, and what the files are.

    labels: every decision. known: the files in the order of the labels' songs. words: the tags to
    be learned, columns: theirs in the labels. truth: (n_songs, n_words).
    """

    labels: Labels
    known: tuple[KnownSong, ...]
    words: tuple[str, ...]
    columns: NDArray[np.int64]

    @property
    def truth(self) -> States:
        """Return the decisions on the words: (n_songs, n_words)."""
        return self.labels.states[:, self.columns]

    @property
    def groups(self) -> NDArray[np.int64]:
        """Number the songs by artist: (n_songs,)."""
        return np.unique(self.labels.artists, return_inverse=True)[1].astype(np.int64)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return the files."""
        return tuple(song.path for song in self.known)

    def rows(self, rows: NDArray[np.int64]) -> Music:
        """Return some songs, in the order of the rows."""
        known = tuple(self.known[row] for row in rows)
        return replace(self, labels=select_songs(self.labels, rows), known=known)

    def of_words(self, words: Sequence[str]) -> Music:
        """Return the same songs with some of the words."""
        names = self.labels.tag_names
        columns = np.array([names.index(word) for word in words], dtype=np.int64)
        return replace(self, words=tuple(words), columns=columns)


# -- making it --------------------------------------------------------------------------------


def render(bank: str, songs: Sequence[Song], folder: Path) -> list[Path]:
    """Play songs with a bank into FLAC files; those that are there already are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{song.artist} - {song.title}.flac" for song in songs]
    todo = [(path, song) for path, song in zip(paths, songs, strict=True) if not path.is_file()]
    synthesizer = Synthesizer(BANKS[bank]) if todo else None
    for path, song in todo:
        assert synthesizer is not None
        sound = in_room(synthesizer.render(song.parts, song.duration_s).mean(axis=0), song.reverb)
        partial = path.with_suffix(".partial")
        with soundfile.SoundFile(partial, "w", RATE_HZ, 1, subtype="PCM_16", format="FLAC") as file:
            file.title, file.artist = song.title, song.artist
            file.write(sound / max(1.0, float(np.abs(sound).max())))
        partial.replace(path)
    return paths


def in_room(sound: Sound, reverb: float) -> Sound:
    """Add the echo of a room, noise that fades (Moorer 1979): (n,), the same length."""
    time_s = np.arange(round(2 * ROOM_S * RATE_HZ)) / RATE_HZ
    noise = np.random.default_rng(0).normal(size=len(time_s)) * 10.0 ** (-3.0 * time_s / ROOM_S)
    echo = fftconvolve(sound, noise / np.linalg.norm(noise))[: len(sound)]
    mixed: Sound = (sound + reverb * echo).astype(np.float32)
    return mixed


def rendered_music(bank: str, seed: int, n_songs: int, folder: Path, cache: FeatureCache) -> Music:
    """Compose and render the songs of a seed, and make a library of them."""
    name = f"{bank}-{seed}-{n_songs}"
    songs = compose(seed, n_songs)
    paths = render(bank, songs, folder / f"{bank}-{seed}")
    decisions = {
        path: (song.yes, frozenset(WORDS) - song.yes)
        for path, song in zip(paths, songs, strict=True)
    }
    library_file = folder / f"{name}.db"
    for file in folder.glob(f"{library_file.name}*"):
        file.unlink()
    with Library.open(library_file) as library:
        import_songs(library, paths, cache, RECIPES)
        judge(library, decisions)
        return music_of(library, WORDS)


def judge(
    library: Library, decisions: Mapping[Path, tuple[Collection[str], Collection[str]]]
) -> None:
    """Store decisions on songs of a library: by path."""
    details = library.codebook.find_category("details")
    assert details is not None
    ids: dict[tuple[str, State], list[int]] = {}
    for path, words in decisions.items():
        song = library.songs.by_path(path)
        assert song is not None
        for state, chosen in zip((State.YES, State.NO), words, strict=True):
            for word in chosen:
                ids.setdefault((word, state), []).append(song.id)
    for word in {word for word, _ in ids}:
        if library.codebook.find(word) is None:
            library.do(AddTag(word, details.id))
    for (word, state), song_ids in ids.items():
        tag = library.codebook.find(word)
        assert tag is not None
        library.do(JudgeMany(tuple(song_ids), tag.id, state))


def music_of(library: Library, words: Sequence[str]) -> Music:
    """Read what the bench needs of a library."""
    labels = library.annotations.labels()
    located = {location.song_id: location for location in library.songs.locations()}
    known = tuple(
        KnownSong(location.path, location.audio_hash, location.file.stats)
        for location in (located[int(song_id)] for song_id in labels.song_ids)
    )
    return Music(labels, known, (), np.zeros(0, dtype=np.int64)).of_words(words)


# -- learning from it -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Parent:
    """A model to learn from. name: as the tables call it."""

    name: str
    model: TaggingModel


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is compared: learn on songs of a library, test on others.

    alike_share: of the library's artists, drawn anew each time and left out of it, so that our own
    estimates are set beside songs of the same kind; with 0 the test songs are of the same kind.
    n_draws: of which our own estimates are made; n_compared: of which with the baselines, too.
    no_share: of the no that are judged at all; who marks what is there judges few.
    """

    library: Music
    test: Music
    alike_share: float
    folder: Path
    cache: FeatureCache
    depth: str
    n_draws: int
    n_compared: int
    no_share: float = 1.0

    def numbers(self, parent: Parent, music: Music) -> SongNumbers:
        """Return what baselines get of songs."""
        return song_numbers(parent.model, music.paths, self.cache, self.folder / "numbers")

    def draw(self, number: int) -> tuple[NDArray[np.int64], Music]:
        """Return rows of the library, whose beginnings are to be labelled, and songs alike."""
        rng, groups = np.random.default_rng([number, 17]), self.library.groups
        artists = rng.permutation(np.unique(groups))
        left_out = np.isin(groups, artists[: round(self.alike_share * len(artists))])
        pool = rng.permutation(np.flatnonzero(~left_out))
        alike = np.flatnonzero(left_out)
        return pool, self.library.rows(alike) if len(alike) else self.test

    def decisions(self, number: int, rows: NDArray[np.int64]) -> NDArray[np.int8]:
        """Return the decisions on songs of the library as they would be made, on all its tags."""
        states = self.library.labels.states
        rng = np.random.default_rng([number, 18])
        is_made = (states == 1) | (rng.random(states.shape) < self.no_share)
        return np.where(is_made, states, np.int8(-1))[rows]


def music_results(
    comparison: Comparison, parent: Parent, budgets: Sequence[int], part: str
) -> Iterator[Result]:
    """Compare the product with the baselines from one parent, draw by draw, budget by budget."""
    library, test = comparison.library, comparison.test
    for scores in predict_songs(parent.model, library.known, comparison.cache):
        assert isinstance(scores, np.ndarray)  # a song once heard serves for scaling, as in use
    numbers = comparison.numbers(parent, library)
    test_numbers = comparison.numbers(parent, test)
    for draw in range(comparison.n_draws):
        pool, alike = comparison.draw(draw)
        for n in (n for n in budgets if n <= len(pool)):
            learner = Learner(comparison, parent, pool, alike)
            states = comparison.decisions(draw, pool[:n])
            yield Result(part, parent.name, OURS, n, draw, **learner.results(states))
            if draw >= comparison.n_compared:
                continue
            if comparison.no_share < 1.0:
                found = learner.results(states, weak_no=True)
                yield Result(part, parent.name, WEAK_NO, n, draw, **found)
            rows, judged = pool[:n], states[:, library.columns]
            songs = LabelledSongs(numbers.rows(rows), judged, library.groups[rows])
            for baseline in BASELINES:
                scores = baseline.scores(songs, test_numbers, comparison.folder / "baselines")
                found = score_numbers(test.truth, scores)
                yield Result(part, parent.name, baseline.name, n, draw, **found)


def depth_results(
    comparison: Comparison, parent: Parent, budgets: Sequence[int]
) -> Iterator[Result]:
    """Compare the depths that learning can go to from one parent; no baselines.

    The largest budget, all songs of the library, is learned from once.
    """
    for n in budgets:
        for draw in range(comparison.n_draws if n < budgets[-1] else 1):
            pool, alike = comparison.draw(draw)
            states = comparison.decisions(draw, pool[:n])
            for depth in DEPTHS:
                learner = Learner(replace(comparison, depth=depth), parent, pool, alike)
                yield Result(DEPTH_PART, parent.name, depth, n, draw, **learner.results(states))


@dataclass(frozen=True, slots=True)
class Learner:
    """The product, learning from the first songs of a draw."""

    comparison: Comparison
    parent: Parent
    pool: NDArray[np.int64]
    alike: Music

    def results(
        self, judged: NDArray[np.int8], *, weak_no: bool = False
    ) -> dict[str, float | None]:
        """Learn, load the model and score the test songs with it: what Result takes.

        judged: decisions on the first songs of the pool. weak_no: what was not judged counts as a
        weak no.
        """
        comparison, test = self.comparison, self.comparison.test
        library = comparison.library.rows(self.pool)
        states = np.full_like(library.labels.states, -1)
        states[: len(judged)] = judged
        weak = frozenset(map(int, library.labels.tag_ids[library.columns])) if weak_no else ()
        labels = replace(library.labels, states=states, weak_no=frozenset(weak))
        request = FinetuneRequest(
            name=f"{self.parent.name}, {len(judged)} songs", parent_name=self.parent.name,
            depth=comparison.depth, epochs=EPOCHS, seed=0,
            models_folder=comparison.folder / "models",
        )  # fmt: skip
        try:
            result = finetune(request, labels, self.parent.model, comparison.cache)
        except TrainingError:
            return score_numbers(test.truth, np.full(test.truth.shape, CHANCE))
        model = load_checkpoint(result.model_path)
        for file in result.model_path.parent.glob(f"{result.model_path.stem}*"):
            file.unlink()
        taught = np.array(
            [i for i, word in enumerate(test.words) if word in result.after], dtype=np.int64
        )
        scores = model_scores(model, test, taught, comparison.cache)
        found = score_numbers(test.truth, scores, _thresholds(result, test.words))
        others = model_scores(model, self.alike, taught, comparison.cache)
        return found | own_estimate(result, self.alike, others) | {"seconds": result.seconds}


def model_scores(
    model: TaggingModel, music: Music, taught: NDArray[np.int64], cache: FeatureCache
) -> Scores:
    """Score songs by a model: (n_songs, n_words); CHANCE for words that were not taught."""
    outputs = [model.words.index(music.words[word]) for word in taught]
    scores = np.full((len(music.known), len(music.words)), CHANCE)
    for row, predicted in enumerate(predict_songs(model, music.known, cache)):
        if isinstance(predicted, Exception):
            raise predicted
        scores[row, taught] = predicted[outputs]
    return scores


def own_estimate(result: FinetuneResult, alike: Music, scores: Scores) -> dict[str, float | None]:
    """Return what the product takes its WAUC to be, and what it is on other songs, same words."""
    measured = [
        index
        for index, word in enumerate(alike.words)
        if word in result.after and result.after[word].auc is not None
    ]
    if result.wauc_after is None or not measured:
        return {}
    names = [alike.words[index] for index in measured]
    truth = measure(names, alike.truth[:, measured], scores[:, measured], alike.groups)
    return estimate_numbers(result.means["wauc"], truth.means["wauc"])


def _thresholds(result: FinetuneResult, words: Sequence[str]) -> Scores:
    """Return the score from which on each word counts as yes, as the product would have it."""
    known = (result.after.get(word) for word in words)
    return np.array([CHANCE if tag is None else tag.decision_threshold for tag in known])
