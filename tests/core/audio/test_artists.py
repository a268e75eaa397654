"""Artists as values, spellings of one name, and names that mean nobody."""

from __future__ import annotations

import pytest

from core.audio.artists import (
    artist_keys,
    is_no_album,
    is_nobody,
    join_artists,
    spelling_key,
    split_artists,
    split_id3_slashes,
)


@pytest.mark.parametrize(
    "name",
    """Unbekannter Interpret|Künstler unbekannt|Artista desconocido|VA|V.A.|V/A|v. a.|[unknown]
    <unknown>|(Unknown)|Unknown Artist|UNKNOWN  ARTIST|Various Artists|Verschiedene Interpreten
    Autori vari|AA.VV.|Artisti Vari|Artiste inconnu|Artistes divers|Varios artistas|Vários artistas
    Artista desconhecido|Onbekende artiest|Diverse artiesten|Okänd artist|Ukjent artist|Tuntematon
    Nieznany wykonawca|Różni wykonawcy|Neznámý interpret|Různí interpreti|Ismeretlen előadó
    Неизвестный исполнитель|Невідомий виконавець|Άγνωστος καλλιτέχνης|Bilinmeyen Sanatçı
    不明なアーティスト|ヴァリアス・アーティスト|未知艺术家|未知藝人|群星|알 수 없는 아티스트
    ศิลปินที่ไม่รู้จัก
    فنان غير معروف|אמן לא ידוע|Nghệ sĩ không xác định|Artis tidak dikenal|?|---|...|n/a""".replace(
        "\n    ", "|"
    ).split("|"),
)
def test_nobody_in_many_languages_and_spellings_is_no_artist(name: str) -> None:
    assert is_nobody(name)
    assert split_artists(name) == ()
    assert spelling_key(name) == ""


@pytest.mark.parametrize(
    "name", ["!!!", "Anonymous 4", "The Who", "A", "Various Cruelties", "Unknown Mortal Orchestra"]
)
def test_somebody_is_an_artist(name: str) -> None:
    assert split_artists(name) == (name,)
    assert spelling_key(name)


@pytest.mark.parametrize(
    "spellings",
    [
        ("The Beatles", "Beatles", "BEATLES, The", "the  beatles"),
        ("Simon & Garfunkel", "Simon and Garfunkel", "Simon und Garfunkel", "simon + garfunkel"),
        ("Björk", "Bjork", "BJÖRK", "Bjo\u0308rk"),
        ("AC/DC", "ACDC", "A.C./D.C.", "ac-dc"),
        ("Guns N' Roses", "Guns and Roses", "Guns N\u2019 Roses"),
        ("Miles Davis", "Davis, Miles", "MILES DAVIS"),
        ("Earth, Wind & Fire", "Earth Wind and Fire"),
        ("Mø", "MO"),
    ],
)
def test_spellings_of_one_artist_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({spelling_key(name) for name in spellings}) == 1


def test_different_artists_have_different_keys() -> None:
    names = ["The The", "The Who", "Who Are You", "!!!", "+/-", "Fire", "Earth", "Simon", "E"]
    assert len({spelling_key(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("text", "artists"),
    [
        ("First; Second", ("First", "Second")),
        ("First;Second", ("First", "Second")),
        ("First / Second", ("First", "Second")),
        ("First\0Second", ("First", "Second")),
        ("First; VA; First;", ("First",)),
        ("AC/DC", ("AC/DC",)),
        ("Earth, Wind & Fire", ("Earth, Wind & Fire",)),
        ("Simon &amp; Garfunkel", ("Simon & Garfunkel",)),
        ("  Ann\n Lee ", ("Ann Lee",)),
        ("", ()),
    ],
)
def test_one_text_names_several_artists(text: str, artists: tuple[str, ...]) -> None:
    assert split_artists(text) == artists
    assert split_artists(join_artists(artists)) == artists


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Miles Davis/John Coltrane", ["Miles Davis", "John Coltrane"]),
        ("Ann Lee/Bo Diaz/Cy Day", ["Ann Lee", "Bo Diaz", "Cy Day"]),
        ("宇多田 ヒカル/椎名 林檎", ["宇多田 ヒカル", "椎名 林檎"]),
        ("AC/DC", ["AC/DC"]),
        ("Prince/The Revolution", ["Prince/The Revolution"]),
        ("Some Band w/Some Guest", ["Some Band w/Some Guest"]),
        ("Trio 1/2 Live", ["Trio 1/2 Live"]),
        ("", [""]),
    ],
)
def test_a_bare_slash_of_old_id3_parts_names_of_two_words(text: str, values: list[str]) -> None:
    assert split_id3_slashes(text) == values


def test_guests_share_the_song() -> None:
    assert artist_keys("Ann feat. Ben & Cid; Dee") == ("ann", "ben&cid", "dee")
    assert artist_keys("Unknown Artist") == ()


def test_an_unknown_album_is_none() -> None:
    assert is_no_album("Unbekanntes Album")
    assert not is_no_album("Unknown Pleasures")
