"""Dates of other programs: the column shows whether the day comes first; nothing is guessed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exchange.formats.long_table import CSV
from core.exchange.label_records import LabelFile
from core.exchange.tables.dates import EXCEL_BEGIN, DayOrder, Unread, order_of, read_date
from core.jobs import SILENT

DAYS = st.datetimes(datetime(1951, 1, 1), datetime(2090, 1, 1)).map(
    lambda time: time.replace(microsecond=0, tzinfo=UTC)
)


def read(path: Path, *dates: str) -> LabelFile:
    """Read a table with a decision of each date."""
    rows = "".join(f'{n}.wav,kick,"{date}"\n' for n, date in enumerate(dates))
    path.write_text(f"path,tag,created_at\n{rows}", encoding="utf-8")
    assert CSV.read is not None
    return CSV.read(path, SILENT)


def days(file: LabelFile) -> list[str]:
    return [decision.created_at[:10] for decision in file.decisions]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("13.05.2021", "2021-05-13T00:00:00.000Z"),
        ("5.6.2021 9:07", "2021-06-05T09:07:00.000Z"),
        ("05/13/2021 2:30 PM", "2021-05-13T14:30:00.000Z"),
        ("13/05/2021, 12:30:15 am", "2021-05-13T00:30:15.000Z"),
        ("05/05/2021", "2021-05-05T00:00:00.000Z"),
        ("2021/05/13", "2021-05-13T00:00:00.000Z"),
        ("2021-05-13T14:30:00Z", "2021-05-13T14:30:00.000Z"),
        ("2021-05-13T14:30:00.25+02:00", "2021-05-13T12:30:00.250Z"),
        ("2021-05-13 14:30:00 +0200", "2021-05-13T12:30:00.000Z"),
        ("2021-05-13 14:30:00 UTC", "2021-05-13T14:30:00.000Z"),
        ("20210513", "2021-05-13T00:00:00.000Z"),
        ("44329", "2021-05-13T00:00:00.000Z"),
        ("44329,25", "2021-05-13T06:00:00.000Z"),
        ("1620864000", "2021-05-13T00:00:00.000Z"),
        ("1620864000500", "2021-05-13T00:00:00.500Z"),
        ("3 Mar 2021", "2021-03-03T00:00:00.000Z"),
        ("03-May-2021 14:30", "2021-05-03T14:30:00.000Z"),
        ("March 3rd, 2021, 2:30 pm", "2021-03-03T14:30:00.000Z"),
        ("3. März 2021 9:07", "2021-03-03T09:07:00.000Z"),
        ("3 dez. 2021", "2021-12-03T00:00:00.000Z"),
        ("1º maggio 2021", "2021-05-01T00:00:00.000Z"),
        ("3 de septiembre de 2021", "2021-09-03T00:00:00.000Z"),
    ],
)
def test_a_date_that_is_clear_by_itself_is_read(text: str, time: str) -> None:
    assert read_date(text, DayOrder.UNKNOWN).time == time


@pytest.mark.parametrize(
    "text",
    [
        "yesterday", "2021", "13.5.21", "31/02/2021", "14/13/2021", "13/05/2021 25:00",
        "13/05/2021 13:00 PM", "9" * 300, "1_0", "-44329", "1e5", "3 Mar 21", "31 Feb 2021",
        "3 Moon 2021", "Mar 2021", "3 Mar 2021 25:00",
    ],
)  # fmt: skip
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert read_date(text, DayOrder.DAY).why is Unread.NO_DATE


def test_the_whole_column_shows_which_comes_first(tmp_path: Path) -> None:
    file = read(tmp_path / "a.csv", "05/06/2021", *["01/01/2021"] * 600, "13/06/2021")
    assert (days(file)[0], days(file)[-1]) == ("2021-06-05", "2021-06-13")
    assert "Dates under “created_at” were read with the day first." in file.remarks
    file = read(tmp_path / "a.csv", "05/06/2021", "06/13/2021")
    assert days(file) == ["2021-05-06", "2021-06-13"]
    assert "Dates under “created_at” were read with the month first." in file.remarks


@pytest.mark.parametrize("others", [("05/05/2021",), ("13/05/2021", "05/13/2021")])
def test_a_date_that_may_be_two_is_not_guessed_and_told(
    others: tuple[str, ...], tmp_path: Path
) -> None:
    file = read(tmp_path / "a.csv", *others, "05/06/2021", "04/06/2021")
    assert [day for day in days(file) if day] == [
        {"05/05/2021": "2021-05-05"}.get(other, "2021-05-13") for other in others
    ]
    told = [remark for remark in file.remarks if "05/06/2021" in remark]
    assert len(told) == 1
    assert told[0].startswith("2 dates under “created_at” are left out: day and month cannot")
    assert told[0].endswith(f"in line {len(others) + 2}.")
    assert len(file.decisions) == len(others) + 2, "the decisions come in all the same"


def test_numbers_and_what_is_not_read_are_told(tmp_path: Path) -> None:
    file = read(tmp_path / "a.csv", "44329", "", "NA", "soon", "later")
    assert days(file) == ["2021-05-13", "", "", "", ""]
    assert any("as spreadsheets count them" in remark for remark in file.remarks)
    assert (
        "2 dates under “created_at” are left out: it is no date with a year of four digits, such as"
        " 2021-05-13. The first is “soon” in line 5."
    ) in file.remarks


@given(DAYS)
def test_any_time_is_read_in_every_form(time: datetime) -> None:
    wanted = time.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    east = time + timedelta(hours=5, minutes=30)
    number = (time - EXCEL_BEGIN) / timedelta(days=1)
    for text in (
        time.strftime("%d.%m.%Y %H:%M:%S"), time.strftime("%Y/%m/%d %H:%M:%S"), time.isoformat(),
        f"{east.replace(tzinfo=None).isoformat()}+05:30", f"{number:.9f}",
    ):  # fmt: skip
        assert read_date(text, DayOrder.DAY).time == wanted, text
    for order, form in ((DayOrder.DAY, "%d/%m/%Y %H:%M:%S"), (DayOrder.MONTH, "%m-%d-%Y %H:%M:%S")):
        text = time.strftime(form)
        assert order_of(text) in (order, DayOrder.UNKNOWN)
        assert read_date(text, order).time == wanted


@given(st.text(max_size=30), st.sampled_from(DayOrder))
def test_no_text_makes_reading_fail(text: str, order: DayOrder) -> None:
    date = read_date(text, order)
    assert bool(date.time) == (date.why is None)
