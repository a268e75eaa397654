"""Tags as chips in the table: two lines, the rest counted, unsure told apart by its sign."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from rhythmcap_gui import theme
from rhythmcap_gui.views.songs.chip_painter import ChipPainter, SongTag


@pytest.fixture
def painter(qapp: QApplication) -> ChipPainter:
    theme.apply_theme(qapp, "dark")
    return ChipPainter()


def tags(n: int) -> list[SongTag]:
    return [SongTag(f"word{number}", "#33B88A") for number in range(n)]


def test_few_stand_in_one_line_and_more_in_two(painter: ChipPainter) -> None:
    lines, n_more = painter.lines(tags(2), 200)
    assert ([len(line) for line in lines], n_more) == ([2], 0)
    lines, n_more = painter.lines(tags(5), 170)
    assert (len(lines), n_more) == (2, 0)


def test_what_does_not_fit_is_counted_and_nothing_leaves_the_cell(painter: ChipPainter) -> None:
    for room in (104, 131, 200, 300):
        lines, n_more = painter.lines(tags(30), room)
        assert sum(map(len, lines)) + n_more == 30
        assert n_more > 0
        for line in lines:
            assert sum(width for _tag, width in line) + 3 * (len(line) - 1) <= room


def test_a_name_wider_than_the_cell_is_cut(painter: ChipPainter) -> None:
    lines, n_more = painter.lines([SongTag("w" * 80, "#33B88A"), *tags(1)], 104)
    assert [width for _tag, width in lines[0]] == [104]
    assert n_more == 0


def test_unsure_says_so() -> None:
    assert SongTag("bass", "#33B88A", unsure=True).text == "bass?"
