"""Years as people write them."""

from __future__ import annotations

import pytest

from core.audio.dates import year_of


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("19970512", 1997),
        ("1959-03-12", 1959),
        ("c1965", 1965),
        ("1965_03", 1965),
        ("2002年", 2002),
        ("97", None),
        ("0000", None),
        ("[1959]", 1959),
        ("1965/66", 1965),
        ("© 1965 EMI", 1965),
        ("ca. 1965", 1965),
        ("12.03.1959", 1959),
        ("199705", 1997),
        ("12051997", 1997),
        ("1997-00-00", 1997),
        ("20020512T101010Z", 2002),
        ("MCMLXXX", 1980),
        ("℗ MCMXCIX", 1999),
        ("昭和55年", 1980),
        ("平成元年", 1989),
        ("พ.ศ. 2545", 2002),
        ("٢٠٠٢", 2002),
        ("２００２", 2002),
        ("20020230", 2002),
        ("30022002", 2002),
        ("19121999", 1999),
        ("12311999", 1999),
        ("19970000", 1997),
        ("201205", 2012),
        ("150112", None),
        ("990512", None),
        ("00001965", None),
        ("20021399", None),
        ("1965 BC", None),
        ("1965 B.C.E.", None),
        ("1800 v. Chr.", None),
        ("1650 av. J.-C.", None),
        ("1500 BC, recorded 1965", 1965),
        ("1965 Vogue", 1965),
        ("1960s", None),
        ("1960-е годы", None),
        ("1960年代", None),
        ("1960-luku", None),
        ("años 1960", None),
        ("1960 и 1961", 1960),
        ("anno 1685", 1685),
        ("1960's", None),
        ("196?", None),
        ("44100", None),
        ("1066", None),
        ("Mix", None),
        ("", None),
    ],
)
def test_a_year_is_found_where_one_is_named(text: str, year: int | None) -> None:
    assert year_of(text) == year
