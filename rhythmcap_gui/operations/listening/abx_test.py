"""An ABX test of two words by ear: sounds prepared ahead, answers counted, told at the end only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from rhythmcap_gui.abx_state import A, AbxState, B, X
from rhythmcap_gui.core_text import error_texts, translated
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening.clip_player import ClipPlayer

if TYPE_CHECKING:
    from core.audio.memory_sound import MemorySound
    from core.audio.sound_clips import SoundClip
    from core.evaluation.word_pair_records import PairSong
    from core.library.abx_records import AnsweredTrial, PlayedClip
    from core.library.records import Tag

NAMES = (A, B, X)


class AbxTest(QObject):
    """changed(AbxState). tags: the two words; songs: of either one, at least two each."""

    changed = Signal(object)

    def __init__(
        self,
        context: AppContext,
        tags: tuple[Tag, Tag],
        songs: tuple[Sequence[PairSong], Sequence[PairSong]],
        seed: int,
        parent: QObject | None = None,
    ) -> None:
        from core.metrics.abx import N_TRIALS, abx_trials

        super().__init__(parent)
        self._context, self._songs, self._tags, self._seed = context, songs, tags, seed
        self._library = context.library
        self._player = ClipPlayer(context)
        artists = [[song.artist for song in kind] for kind in songs]
        self._trials = abx_trials(artists[0], artists[1], N_TRIALS, seed)
        self._sounds: dict[int, tuple[MemorySound, ...]] = {}  # trial -> A, B, X
        self._answers: list[bool] = []  # whether A was answered
        self._job_id = 0
        self._wanted = ""
        self.state = AbxState(tags[0].name, tags[1].name, N_TRIALS)

    def begin(self) -> None:
        """Read the first sounds, and the next ones behind them."""
        self._prepare(0)
        self.changed.emit(self.state)

    def play(self, name: str) -> None:
        """Hear A, B or X, from its beginning."""
        sounds = self._sounds.get(self.state.trial)
        self._wanted = name
        if sounds is not None:
            self._player.play(sounds[NAMES.index(name)])
            self._show(sounds=name, x_played=self.state.x_played or name == X)

    def pause(self) -> None:
        """Fall silent."""
        self._wanted = ""
        self._player.stop()
        self._show(sounds="")

    def answer(self, *, is_a: bool) -> None:
        """Say that X is like A, or like B; nothing is told before the last answer."""
        trial = self.state.trial
        if not self.state.can_answer or trial not in self._sounds:
            return
        if self._player.problem:  # an answer to what could not be heard says nothing
            self._show(problem=translated(self._player.problem), ready=False)
            return
        self._answers.append(is_a)
        self._sounds.pop(trial)
        self._player.stop()
        self._wanted = ""
        self._show(trial=trial + 1, sounds="", x_played=False, ready=trial + 1 in self._sounds)
        if trial + 1 == len(self._trials):
            self._tell()
        elif trial + 1 in self._sounds:
            self._prepare(trial + 2)

    def close(self) -> None:
        """Give up what is not answered: a test that was ended early says nothing."""
        self._context.runner.cancel(self._job_id)
        self._player.stop()
        self._player.close()

    # -- inside -------------------------------------------------------------------------------

    def _tell(self) -> None:
        from core.library.abx_records import AnsweredTrial
        from core.metrics.abx import AbxResult

        answered = tuple(
            AnsweredTrial(*map(_played, self._chosen(index)), trial.x_is_a, answer)
            for index, (trial, answer) in enumerate(zip(self._trials, self._answers, strict=True))
        )
        result = AbxResult(len(answered), sum(trial.is_right for trial in answered))
        kept = self._keep(answered)
        texts = (translated(result.sentence()), translated(result.range_sentence()))
        self._show(result=texts[0], range=texts[1], kept=kept)

    def _keep(self, trials: tuple[AnsweredTrial, ...]) -> bool:
        """Keep the test in the library that it was begun in, where that can be written."""
        from core.library.edits.edits import KeepAbxTest

        if self._context.session.library is not self._library or self._library.read_only:
            return False
        first, second = (tag.id for tag in self._tags)
        edit = KeepAbxTest(first, second, self._seed, trials)
        return bool(edit_runner.apply(self._context, edit).tags)

    def _prepare(self, trial: int) -> None:
        if trial >= len(self._trials) or trial in self._sounds:
            return
        clips = self._clips(trial)
        if len(clips) < len(NAMES):
            text = QCoreApplication.translate("abx_test", "A song of this test was removed.")
            self._show(problem=text, ready=False)
            return

        def work(job: Running) -> tuple[MemorySound, ...]:
            from core.audio.sound_clips import read_clips

            return read_clips(clips, job)

        def done(sounds: tuple[MemorySound, ...]) -> None:
            self._sounds[trial] = sounds
            if trial == self.state.trial:
                self._show(ready=True)
                if self._wanted:
                    self.play(self._wanted)
            if trial <= self.state.trial:
                self._prepare(self.state.trial + 1)

        listeners = Listeners(done=done, failed=self._failed)
        title = QCoreApplication.translate("abx_test", "Read songs to compare")
        self._job_id = self._context.runner.start(Lane.EXAMPLE, title, work, listeners)

    def _clips(self, index: int) -> tuple[SoundClip, ...]:
        from core.audio.sound_clips import SoundClip

        chosen = [(one, self._library.songs.get(one.song_id)) for one in self._chosen(index)]
        return tuple(
            SoundClip(song.path, one.start_s, one.end_s) for one, song in chosen if song is not None
        )

    def _chosen(self, index: int) -> tuple[PairSong, PairSong, PairSong]:
        """Return what is A, B and X in a trial."""
        trial, (first, second) = self._trials[index], self._songs
        return first[trial.a], second[trial.b], (first if trial.x_is_a else second)[trial.x]

    def _failed(self, error: Exception) -> None:
        self._player.stop()
        self._show(problem=" ".join(part for part in error_texts(error) if part), ready=False)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)


def _played(song: PairSong) -> PlayedClip:
    from core.library.abx_records import PlayedClip

    return PlayedClip(song.audio_hash, song.start_s, song.end_s)
