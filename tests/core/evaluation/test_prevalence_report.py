"""How common a tag is in a library: draws, what was judged before, groups, models, CSV."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.evaluation.prevalence_records import GroupBy, csv_rows
from core.evaluation.prevalence_report import library_prevalence, tags_drawn_at_random
from core.library.edits.edits import Judge
from core.library.queue_records import NewItem, NewQueue, QueueKind, Reason
from core.library.records import State
from core.library.store import Library
from tests.support.small_songs import new_model, new_song, tag_id

N_SONGS = 300


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Songs of three decades; the model's score of kick is high where the title says so."""
    opened = Library.open(tmp_path / "library.db")
    random = np.random.default_rng(1)
    with opened.database.transaction():
        for number in range(1, N_SONGS + 1):
            song = new_song(number, year=1970 + 10 * (number % 3), artist=f"Artist {number % 60}")
            opened.songs.add(song)
    model = opened.models.add(new_model("trial", "kick", tag_ids=(tag_id(opened, "kick"),)))
    scores = {
        number: np.array([np.clip(0.6 * has_kick(number) + 0.4 * random.random(), 0, 1)])
        for number in range(1, N_SONGS + 1)
    }
    opened.predictions.put(model.id, scores)
    with opened:
        yield opened


def has_kick(number: int) -> bool:
    """All songs of the 1970s whose number is even, and no other."""
    return number % 3 == 0 and number % 2 == 0


def draw(library: Library, numbers: list[int], reason: Reason = Reason.RANDOM) -> None:
    kick = tag_id(library, "kick")
    items = [
        NewItem(number, reason, 0.5, index * 10 // len(numbers))
        for index, number in enumerate(numbers)
    ]
    library.queues.start(NewQueue(QueueKind.WORD, 0, 0.2, kick), items)


def judge(library: Library, numbers: list[int]) -> None:
    for number in numbers:
        state = State.YES if has_kick(number) else State.NO
        library.do(Judge(number, tag_id(library, "kick"), state))


def drawn(n: int, seed: int = 2) -> list[int]:
    random = np.random.default_rng(seed)
    numbers = random.permutation(np.arange(1, N_SONGS + 1))[:n]
    return [int(number) for number in numbers]


def test_estimates_cover_the_truth_and_the_prediction_is_beside_them(library: Library) -> None:
    draw(library, drawn(80))
    judge(library, drawn(80))
    (found,) = library_prevalence(library, [tag_id(library, "kick")])
    truth = sum(map(has_kick, range(1, N_SONGS + 1))) / N_SONGS
    assert (found.model, found.whole.n_songs, found.whole.n_random) == ("trial", N_SONGS, 80)
    for estimate in (found.whole.powered, found.whole.adjusted):
        assert estimate.low <= truth <= estimate.high
        assert estimate.high - estimate.low < 0.25
    assert [group.group for group in found.groups] == ["1970s", "1980s", "1990s"]
    assert found.groups[0].powered.value == pytest.approx(0.5, abs=0.1)
    assert found.groups[1].powered.value == pytest.approx(0.0, abs=0.02)
    assert sum(group.n_random for group in found.groups) == 80


def test_decisions_by_choice_are_no_sample_but_are_known(library: Library) -> None:
    """All songs with it were sought out and judged first: the rest is drawn from what was left."""
    judge(library, [number for number in range(1, N_SONGS + 1) if has_kick(number)])
    assert tags_drawn_at_random(library) == []
    left = [number for number in drawn(N_SONGS) if not has_kick(number)][:60]
    draw(library, left)
    judge(library, left)
    (found,) = library_prevalence(library, tags_drawn_at_random(library))
    truth = sum(map(has_kick, range(1, N_SONGS + 1))) / N_SONGS
    assert found.n_known == truth * N_SONGS
    assert found.whole.n_random == 60
    assert found.whole.powered.value == pytest.approx(truth, abs=0.01)
    assert found.whole.powered.low == pytest.approx(truth, abs=0.01)


def test_without_a_draw_there_is_a_reason_and_no_number(library: Library) -> None:
    judge(library, drawn(40))
    (found,) = library_prevalence(library, [tag_id(library, "kick")])
    assert found.whole.powered.value is None
    assert "at random" in found.whole.powered.reason
    assert found.whole.predicted is not None
    assert library_prevalence(library, []) == ()


def test_unsure_and_undone_decisions_do_not_count(library: Library) -> None:
    songs = drawn(30)
    draw(library, songs)
    judge(library, songs)
    library.do(Judge(songs[0], tag_id(library, "kick"), State.UNSURE))
    library.do(Judge(songs[1], tag_id(library, "kick"), None))
    (found,) = library_prevalence(library, [tag_id(library, "kick")])
    assert (found.whole.n_random, found.n_unsure) == (28, 1)


def test_without_a_model_the_drawn_songs_alone_count(library: Library) -> None:
    draw(library, drawn(50))
    judge(library, drawn(50))
    library.database.write("UPDATE models SET active = 0")
    (found,) = library_prevalence(library, [tag_id(library, "kick")])
    n_yes = sum(map(has_kick, drawn(50)))
    assert found.whole.powered.value == pytest.approx(n_yes / 50)
    assert (found.model, found.whole.predicted, found.whole.adjusted.value) == ("", None, None)


@pytest.mark.parametrize(("by", "n_groups"), [(GroupBy.ARTIST, 60), (GroupBy.YEAR, 3)])
def test_other_groups(library: Library, by: GroupBy, n_groups: int) -> None:
    draw(library, drawn(100))
    judge(library, drawn(100))
    (found,) = library_prevalence(library, [tag_id(library, "kick")], by)
    assert len(found.groups) == n_groups
    assert sum(group.n_songs for group in found.groups) == N_SONGS


def test_what_is_no_year_is_a_group_without_one_and_the_clock_has_no_say(
    library: Library,
) -> None:
    years = {1: None, 2: 0, 3: -5, 4: 99_999, 5: 2097, 6: 1399, 7: 1400}
    for song_id, year in years.items():
        library.database.write("UPDATE songs SET year = ? WHERE id = ?", (year, song_id))
    draw(library, drawn(80))
    judge(library, drawn(80))
    kick = [tag_id(library, "kick")]
    (by_decade,), (by_year,) = (
        library_prevalence(library, kick, by) for by in (GroupBy.DECADE, GroupBy.YEAR)
    )
    found = {group.group: group.n_songs for group in by_decade.groups}
    assert [group.order for group in by_decade.groups] == [1400, 1970, 1980, 1990, 2090, None]
    assert found[""] == 5
    assert sum(found.values()) == N_SONGS
    assert [by_year.groups[0].group, by_year.groups[-2].group] == ["1400", "2097"]
    assert by_decade.whole.powered == by_year.whole.powered


def test_songs_of_every_tenth_of_the_scores_give_share_and_auc(library: Library) -> None:
    model = library.models.active()
    scores = library.search.scores_by_tag(model)
    order = scores.ids[np.argsort(scores.scores[:, 0])].tolist()
    chosen = [order[index] for index in range(0, N_SONGS, 4)]
    draw(library, chosen, Reason.STRATUM)
    judge(library, chosen)
    (found,) = library_prevalence(library, [tag_id(library, "kick")])
    share, auc = found.by_strata
    assert found.n_strata == len(chosen)
    assert share.low < 1 / 6 < share.high
    assert auc.value > 0.9


def test_rows_of_a_table_say_what_not_to_cite(library: Library) -> None:
    draw(library, drawn(80))
    judge(library, drawn(80))
    found = library_prevalence(library, [tag_id(library, "kick")])
    heads, whole, *groups = csv_rows([replace(found[0], by=GroupBy.DECADE)])
    assert "predicted_share_do_not_cite" in heads
    assert (whole[2], len(groups)) == ("all songs", 3)
    assert len(whole) == len(heads)


def test_where_every_song_is_judged_the_share_is_counted(library: Library) -> None:
    """Most were chosen, not drawn: what the drawn ones alone would say is beside the point."""
    chosen = [number for number in range(1, N_SONGS + 1) if number not in drawn(30)]
    draw(library, drawn(30))
    judge(library, drawn(30))
    judge(library, chosen[:-20])
    (nearly,) = library_prevalence(library, [tag_id(library, "kick")])
    n_yes = sum(has_kick(number) for number in (*drawn(30), *chosen[:-20]))
    assert n_yes / N_SONGS <= nearly.whole.powered.low
    assert nearly.whole.powered.high <= (n_yes + 20) / N_SONGS
    judge(library, chosen[-20:])
    (found,) = library_prevalence(library, [tag_id(library, "kick")])
    truth = sum(map(has_kick, range(1, N_SONGS + 1))) / N_SONGS
    for estimate in (found.whole.powered, found.whole.adjusted):
        assert (estimate.low, estimate.value, estimate.high) == pytest.approx((truth,) * 3)
        assert "counted" in estimate.reason
    assert found.whole.is_counted


def test_whoever_says_only_yes_is_told_instead_of_given_a_share(library: Library) -> None:
    """Whole songs drawn at random, tagged with what is heard in them and nothing else."""
    kick, piano = (tag_id(library, name) for name in ("kick", "piano"))
    items = [NewItem(number, Reason.RANDOM) for number in drawn(60)]
    queue = library.queues.start(NewQueue(QueueKind.SONGS, 0, 1.0), items)
    for item in library.queues.items(queue.id):
        library.queues.go_to(queue.id, item.position)
        library.do(Judge(item.song_id, piano, State.YES))
        if has_kick(item.song_id):
            library.do(Judge(item.song_id, kick, State.YES))
    n_yes = sum(map(has_kick, drawn(60)))
    (found,) = library_prevalence(library, [kick])
    assert (found.n_left_out, found.whole.n_random, found.whole.n_yes) == (60 - n_yes, n_yes, n_yes)
    assert found.whole.powered.value is None
    assert "other tags" in found.whole.powered.reason
    judge(library, drawn(60))
    (found,) = library_prevalence(library, [kick])
    assert found.n_left_out == 0
    assert found.whole.powered.low <= 1 / 6 <= found.whole.powered.high


def test_drawn_songs_not_shown_yet_are_not_left_out(library: Library) -> None:
    kick, piano = (tag_id(library, name) for name in ("kick", "piano"))
    items = [NewItem(number, Reason.RANDOM) for number in drawn(60)]
    queue = library.queues.start(NewQueue(QueueKind.SONGS, 0, 1.0), items)
    library.queues.go_to(queue.id, library.queues.items(queue.id)[0].position)
    judge(library, drawn(60)[:25])
    library.do(*(Judge(number, piano, State.YES) for number in drawn(60)[25:]))
    (found,) = library_prevalence(library, [kick])
    assert (found.n_left_out, found.whole.n_random) == (0, 25)
    assert found.whole.powered.interval is not None
