"""Artists as values, spellings of one name, and names that mean nobody."""

from __future__ import annotations

import pytest

from core.audio.artists import (
    artist_keys,
    join_artists,
    spelling_key,
    split_artists,
    split_id3_slashes,
)
from core.audio.nobody import is_no_album, is_nobody


@pytest.mark.parametrize(
    "name",
    """Unbekannter Interpret|Künstler unbekannt|Artista desconocido|VA|V.A.|V/A|v. a.
    [unknown]|Unknown Artist (12/5/2003 10:23:11 AM)|Unbekannter Künstler – 12.05.2003 10:23|s. n.
    <unknown>|(Unknown)|Unknown Artist|UNKNOWN  ARTIST|Various Artists|Verschiedene Interpreten
    Autori vari|AA.VV.|Artisti Vari|Artiste inconnu|Artistes divers|Varios artistas
    Vários artistas
    Artista desconhecido|Onbekende artiest|Diverse artiesten|Okänd artist|Ukjent artist|Tuntematon
    Nieznany wykonawca|Różni wykonawcy|Neznámý interpret|Různí interpreti|Ismeretlen előadó
    Неизвестный исполнитель|Невідомий виконавець|Άγνωστος καλλιτέχνης|Bilinmeyen Sanatçı
    不明なアーティスト|ヴァリアス・アーティスト|未知艺术家|未知藝人|群星|알 수 없는 아티스트
    ศิลปินที่ไม่รู้จัก
    Interprète inconnu(e)|Artiste Inconnu(e)|Compositeur·rice inconnu·e|Multi-interprètes|Varii
    Multi-artistes|Compositeur inconnu|Diversen|Diverses|Unbekannter Komponist
    Künstler/in unbekannt
    Unbekannte(r) Interpret(in)|Various Künstler|Varius Artists|Unkown Artist|Uknown|Artist
    Interpret
    Künstler|Artista desconocido/a|Không rõ|Vô danh|Ẩn danh|Непознат изпълнител|ศิลปินรวม|众星
    多歌手
    群星 (Various Artists)|作者不詳|多位演出者|複数アーティスト|作曲者不明|여러 가수
    Neznámý skladatel
    Onbekende componist|Unknown Artist 2|V.A. - Various Artists|UnknownArtist|…|？？？
    فنان غير معروف|אמן לא ידוע|Nghệ sĩ không xác định|Artis tidak dikenal|?|---|...|n/a""".replace(
        "\n    ", "|"
    ).split("|"),
)
def test_nobody_in_many_languages_and_spellings_is_no_artist(name: str) -> None:
    assert is_nobody(name)
    assert split_artists(name) == ()
    assert spelling_key(name) == ""


@pytest.mark.parametrize(
    "name",
    ["!!!", "Anonymous 4", "The Who", "A", "Various Cruelties", "Unknown Mortal Orchestra",
     "The Various", "Nobody", "Diverse", "V.A.S.T.", "Various Production", "The Unknown", "Multi",
     "Unknown Hinson", "Artist Vs Poet", "The Artist", "The Band", "*NSYNC", "?uestlove", "M",
     "Les Inconnus", "星野源", "Grupo Niche", "Group Home", "Interpol", "Divers Ensemble Paris"],
)  # fmt: skip
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
        ("P!nk", "Pink"),
        ("Ke$ha", "Kesha"),
        ("$uicideboy$", "Suicideboys"),
        ("A$AP Rocky", "ASAP Rocky"),
        ("Die Ärzte", "Die Aerzte", "Ärzte", "ARZTE"),
        ("Los Lobos", "Lobos", "Lobos, Los"),
        ("Händel", "Haendel", "Handel"),
        ("Đorđe", "Djordje", "Dorde"),
    ],
)
def test_spellings_of_one_artist_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({spelling_key(name) for name in spellings}) == 1


def test_different_artists_have_different_keys() -> None:
    names = ["The The", "The Who", "Who Are You", "!!!", "+/-", "Fire", "Earth", "Simon", "E",
             "Les Paul", "Paul", "La Roux", "Roux", "Die Form", "Form", "Les Baxter", "Baxter",
             "Joe Smith", "Jo Smith", "Michael Day", "Michal Day", "Sue", "Su", "Poe", "Po",
             "Queen", "Quen"]  # fmt: skip
    assert len({spelling_key(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("text", "artists"),
    [
        ("First; Second", ("First", "Second")),
        ("First;Second", ("First", "Second")),
        ("First / Second", ("First", "Second")),
        ("First\0Second", ("First", "Second")),
        ("First; VA; First;", ("First",)),
        ("椎名林檎；東京事変", ("椎名林檎", "東京事変")),
        ("神様、僕は気づいてしまった", ("神様、僕は気づいてしまった",)),
        ("First ／ Second | Third", ("First", "Second", "Third")),
        ("First||Second", ("First", "Second")),
        ("First|Second", ("First|Second",)),
        ("Beyonc&eacute;; Ann &amp;amp; Ben", ("Beyoncé", "Ann & Ben")),
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
        ("周杰伦/费玉清", ["周杰伦", "费玉清"]),
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
    assert is_no_album("Unknown Album (12/5/2003 10:23:11 AM)")
    assert is_no_album("Unknown Album 3")
    assert not is_no_album("Unknown Pleasures")
    assert not is_no_album("Live 12.05.2003")
