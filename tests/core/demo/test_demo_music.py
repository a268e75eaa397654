"""The composed scores: chords move smoothly, patterns fit their bars, tags are true."""

from __future__ import annotations

from collections import defaultdict

import pytest

from core.demo import DEMO_SEED, DEMO_SONGS, plan_songs
from core.demo.arrangement import arrange
from core.demo.harmony import PROGRESSIONS, read_chord, read_progression, voicing
from core.demo.patterns import BASSES, CELLS, COMPS, FILLS, GRIDS
from core.demo.percussion import PIECES
from core.demo.plan import SongPlan
from core.demo.players import read_bar
from core.demo.score import METRES, Score
from core.demo.styles import BY_NAME, STYLES
from core.demo.truth import RULES, true_tags
from core.paths import resource

MAIN_TAGS = (
    "kick", "drums", "unzunz", "tztz", "bass", "piano", "keys", "organ", "strings", "bells",
    "voices", "blip", "effects", "melody", "slow", "upbeat", "fast", "tight", "open", "deep",
    "empty", "energy", "gentle", "hypnotic",
)  # fmt: skip


@pytest.fixture(scope="module")
def songs() -> list[tuple[SongPlan, Score]]:
    return [(plan, arrange(plan)) for plan in plan_songs(DEMO_SEED, DEMO_SONGS)]


def test_a_chord_symbol_becomes_its_tones() -> None:
    assert read_chord("Ebmaj7").tones == (3, 7, 10, 2)
    assert read_chord("G7b9", key=2).tones == (9, 1, 7, 10)


def test_voices_move_by_small_steps_through_every_progression() -> None:
    for mode, symbols in [
        progression for family in PROGRESSIONS.values() for progression in family
    ]:
        before: tuple[int, ...] = ()
        for bar in read_progression(mode, symbols).bars:
            for chord in bar:
                now = voicing(chord, before, 51, 69)
                assert {pitch % 12 for pitch in now} == set(chord.tones)
                moved = [min(abs(pitch - old) for old in before) for pitch in now if before]
                assert sum(moved, 0) <= 3 * len(now), f"{symbols}: {before} -> {now}"
                before = now


def test_every_pattern_of_a_style_exists_and_fits_its_metre() -> None:
    for style in STYLES:
        steps = METRES[style.metre].steps
        for grid in filter(None, style.grids):
            assert GRIDS[grid].metre == style.metre
            assert set(GRIDS[grid].pieces) <= set(PIECES)
        for pattern, _ in style.bass:
            assert {len(bar) for bar in BASSES[pattern]} == {steps}
        for pattern, _ in style.comp + style.texture:
            assert {len(bar) for bar in COMPS[pattern]} == {steps}
        assert {len(bar) for bar in CELLS[style.cells]} == {steps}
        assert set(filter(None, style.fills)) <= set(FILLS)


def test_a_held_stroke_lasts_to_the_next_sign() -> None:
    first, second = read_bar("x--.x...", beats=4)
    assert (first.start, first.length) == (0.0, 1.5)
    assert (second.start, second.length) == (2.0, 0.5)


def test_notes_stay_inside_the_song_and_in_a_playable_range(
    songs: list[tuple[SongPlan, Score]],
) -> None:
    for plan, score in songs:
        end = score.n_bars * score.metre.beats
        for part in score.parts:
            assert part.notes, f"{plan.title}: {part.role} never plays"
            assert all(0 <= note.start <= end and note.length > 0 for note in part.notes)
            assert all(24 <= note.pitch <= 108 for note in part.notes)  # a piano reaches as high


def test_melodies_follow_the_harmony(songs: list[tuple[SongPlan, Score]]) -> None:
    """On strong beats a melody sings a tone of the chord."""
    for plan, score in songs:
        beats = score.metre.beats
        for section in score.sections:
            progression = plan.bridge if section.name == "B" else plan.verse
            first = section.first_bar * beats
            melody = [n for p in score.parts if p.role == "lead" for n in p.notes]
            for note in melody:
                inside = first <= note.start < first + section.n_bars * beats
                if inside and note.start == int(note.start):
                    bar, beat = divmod(note.start - first, beats)
                    assert note.pitch % 12 in progression.chord_at(int(bar), beat / beats).tones


def test_swing_delays_only_the_off_beats() -> None:
    plan = next(p for p in plan_songs(DEMO_SEED, DEMO_SONGS) if p.style == "swing")
    score = arrange(plan)
    assert score.seconds(2.0) == pytest.approx(2.0 * 60 / plan.tempo_bpm)
    assert score.seconds(2.5) == pytest.approx((2.0 + plan.swing) * 60 / plan.tempo_bpm)


def test_songs_are_between_35_and_60_seconds_long(songs: list[tuple[SongPlan, Score]]) -> None:
    assert all(35.0 <= plan.duration_s <= 60.0 for plan, _ in songs)


def test_every_artist_covers_several_styles_and_no_style_is_one_artists() -> None:
    plans = plan_songs(DEMO_SEED, DEMO_SONGS)
    styles, artists = defaultdict(set), defaultdict(set)
    for plan in plans:
        styles[plan.artist.name].add(plan.style)
        artists[plan.style].add(plan.artist.name)
    assert len(styles) >= 10
    assert min(len(played) for played in styles.values()) >= 4
    assert all(len(artists[s.name]) >= 2 for s in STYLES if s.weight >= 3)
    assert {BY_NAME[style].metre for style in artists} == set(METRES)


def test_a_quarter_is_left_untagged_one_song_per_artist() -> None:
    untagged = [plan for plan in plan_songs(DEMO_SEED, DEMO_SONGS) if not plan.tagged]
    assert len(untagged) == 24
    assert len({plan.artist.name for plan in untagged}) == 24


def test_main_tags_have_enough_yes_and_no_by_several_artists(
    songs: list[tuple[SongPlan, Score]],
) -> None:
    yes, no, artists = defaultdict(int), defaultdict(int), defaultdict(set)
    for plan, score in songs:
        if plan.tagged:
            true, false = true_tags(plan, score)
            for word in true:
                yes[word] += 1
                artists[word].add(plan.artist.name)
            for word in false:
                no[word] += 1
    assert {word: yes[word] for word in MAIN_TAGS if yes[word] < 7} == {}
    assert {word: no[word] for word in MAIN_TAGS if no[word] < 6 and word != "bass"} == {}
    assert sum(yes[word] >= 8 for word in MAIN_TAGS) >= 20
    assert {word for word in MAIN_TAGS if len(artists[word]) < 3} == set()
    assert {word for word in RULES if yes[word] < 2} == set()


def test_tags_are_true_of_what_is_played(songs: list[tuple[SongPlan, Score]]) -> None:
    for plan, score in songs:
        yes, no = true_tags(plan, score)
        pieces = {hit.piece for hit in score.hits}
        instruments = {part.instrument for part in score.parts}
        assert not set(yes) & set(no)
        assert ("kick" not in yes) or "kick" in pieces
        assert ("drums" not in no) or not pieces
        assert ("piano" in no) == ("piano" not in instruments)
        assert ("slow" not in yes) or plan.tempo_bpm < 90
        assert ("waltz" in yes) == (plan.style == "waltz")


def test_tags_are_words_of_the_default_codebook_or_the_demos_own() -> None:
    import json

    from core.demo.demo_library import OWN_TAGS

    book = json.loads(resource("codebook.json").read_text(encoding="utf-8"))
    known = {tag["name"] for category in book["categories"] for tag in category["tags"]}
    assert set(RULES) <= known | set(OWN_TAGS)
    assert {category for category, _ in OWN_TAGS.values()} <= {
        category["name"] for category in book["categories"]
    }
