"""Colours of the theme can be told apart."""

from __future__ import annotations

from rhythmcap_gui import theme


def contrast(first: str, second: str) -> float:
    lights = sorted(theme._luminance(theme.QColor(colour)) for colour in (first, second))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def test_text_and_dim_text_can_be_read_on_every_ground() -> None:
    for name, tokens in theme.TOKENS.items():
        for ink in ("text", "dim"):
            for ground in ("ground", "panel", "raised"):
                assert contrast(tokens[ink], tokens[ground]) >= 4.5, (name, ink, ground)
