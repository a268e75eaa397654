"""Artists as values: several of one song, spellings of one name, and names that mean nobody.

Pure text, no files. One text holds all artists of a song, joined by "; " (join_artists): what the
library stores, shows, sorts and searches. No single name holds a semicolon, so split_artists gives
the values back without loss.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from html import unescape

SEPARATOR = "; "
LONGEST_NAME = 500
# Between artists that a file has as one value. A slash parts only between spaces: AC/DC is one.
_BETWEEN = re.compile(r"\s*;+\s*|\s*\x00\s*|\s+/+\s+|\s*\\\\\s*")
_WORD = re.compile(r"[^\W\d_][^\s/]*")  # begins with a letter
_WITH = re.compile(r"\bw$", re.IGNORECASE)  # "Band w/Guest"
_ENTITY = re.compile(r"&(?:amp|quot|apos|lt|gt|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)

# Who is named by taggers, players and rippers where they know nobody, and for whole samplers.
_NOBODY = """
anon|anonym|anonyme|anonymer|anonimo|anonymous|anonymus|anoniem|anonim|аноним|anonymni
artist name|artist unknown|new artist|no artist
none|null|n a|no name|no artist name|not available|undefined|untitled artist
unknown|unknown artist|unknown artists|unknown performer|unknown interpret|unknown author
unknown composer|unknown band|unknown singer|unk|unkn|unknow artist|artist not known
various|various artist|various artists|various performers|various interprets|various composers
various artistes|various musicians|various singers|various authors|varios artists
many artists|multiple artists|several artists|mixed artists|assorted artists
va|v a|v v a a|vv aa|vvaa|aa vv|aavv|a a v v|diverse|divers|various artists compilation
compilation|compilations|sampler|soundtrack|original soundtrack|ost|various artists va
unbekannt|unbekannter|unbekannte|unbekannter interpret|unbekannter kunstler|unbekannte kunstler
unbekannte interpreten|unbekannte kunstlerin|kunstler unbekannt|interpret unbekannt
unbekannter artist|kein kunstler|kein interpret|ohne interpret|ohne kunstler
verschiedene|verschiedene interpreten|verschiedene kunstler|diverse interpreten|diverse kunstler
div interpreten|div kunstler|versch interpreten|versch kunstler|mehrere interpreten
verschiedene interpretinnen und interpreten|verschiedene kunstlerinnen und kunstler
mehrere kunstler|gemischte interpreten
inconnu|inconnue|artiste inconnu|artiste inconnue|artistes inconnus|interprete inconnu
auteur inconnu|groupe inconnu|artistes divers|divers artistes|artistes varies|plusieurs artistes
interpretes divers|divers interpretes|compilation d artistes|aucun artiste|differents artistes
sconosciuto|sconosciuta|artista sconosciuto|artisti sconosciuti|interprete sconosciuto
autore sconosciuto|autori sconosciuti|artista ignoto|autore ignoto|ignoto|vari|artisti vari
vari artisti|autori vari|vari autori|vari interpreti|interpreti vari|diversi artisti|artisti diversi
nessun artista|esecutore sconosciuto
desconocido|desconocida|artista desconocido|artista desconocida|artistas desconocidos
interprete desconocido|autor desconocido|varios|varios artistas|artistas varios|varios interpretes
interpretes varios|varios autores|autores varios|artistas diversos|diversos artistas|sin artista
interprete no conocido|ningun artista|grupo desconocido
desconhecido|desconhecida|artista desconhecido|artistas desconhecidos|interprete desconhecido
autor desconhecido|varios artistas brasileiros|intérpretes varios|sem artista
artista desconegut|desconegut|artistes diversos|diversos artistes|artistes varis|diversos
artista descoñecido|descoñecido|artista ezezaguna|ezezaguna|hainbat artista
onbekend|onbekende artiest|onbekende artiesten|artiest onbekend|onbekende uitvoerder
diverse artiesten|verschillende artiesten|verscheidene artiesten|diverse uitvoerenden
okand|okand artist|okanda artister|okand kunstnar|blandade artister|diverse artister|olika artister
flera artister|ukendt|ukendt kunstner|ukendte kunstnere|diverse kunstnere|forskellige kunstnere
blandede kunstnere|ukjent|ukjent artist|ukjente artister|ukjent kunstner|forskjellige artister
blandede artister|othekktur|othekktur flytjandi|oþekktur|oþekktur flytjandi|ymsir
ymsir flytjendur|tuntematon|tuntematon artisti|tuntematon esittaja|eri esittajia|eri artisteja
useita esittajia|useita artisteja|tundmatu|tundmatu esitaja|tundmatu artist|erinevad esitajad
nezinams|nezinams izpilditajs|dazadi izpilditaji|nezinomas|nezinomas atlikejas|ivairus atlikejai
nieznany|nieznany artysta|nieznany wykonawca|wykonawca nieznany|artysta nieznany|rozni
rozni artysci|rozni wykonawcy|rozne wykonania|wykonawcy rozni|skladanka
neznamy|neznamy interpret|neznamy umelec|neznamy umelec|ruzni|ruzni interpreti|ruzni umelci
rozni interpreti|rozni umelci|ismeretlen|ismeretlen eloado|ismeretlen muvesz|kulonbozo eloadok
vegyes eloadok|valogatas|necunoscut|artist necunoscut|interpret necunoscut|artisti diversi
diversi|diversi interpreti|interpreti diversi|nepoznat|nepoznati|nepoznati izvodac
nepoznat izvodac|nepoznati umjetnik|nepoznati umetnik|razni|razni izvodaci|razni umjetnici
razni umetnici|neznan|neznan izvajalec|neznani izvajalec|razlicni izvajalci|razni izvajalci
i panjohur|artist i panjohur|artist i panjohur|artiste te ndryshem
bilinmeyen|bilinmeyen sanatci|bilinmiyor|bilinmeyen sanatcı|cesitli|cesitli sanatcilar
cesitli sanatcılar|karisik|karisik sanatcilar|karısık sanatcılar|namalum ifaci|muxtelif ifacilar
неизвестен|неизвестно|неизвестный|неизвестный исполнитель|неизвестный артист|неизвестные исполнители
неизвестныи|неизвестныи исполнитель|неизвестныи артист|неизвестныи автор|разные|разные исполнители
разные артисты|различные исполнители|сборник|сборная|исполнитель неизвестен|без исполнителя
невідомий|невідомии|невідомий виконавець|невідомии виконавець|невідомии артист|невідомо|різні
різні виконавці|різні артисти|невядомы|невядомы выканаўца|невядомы выканауца|розныя выканаўцы
розныя выканауцы|неизвестен изпълнител|неизвестен артист|разни изпълнители|различни изпълнители
непознат|непознат извођач|непознати извођач|непознат изведувач|разни извођачи|разни изведувачи
αγνωστος|αγνωστος καλλιτεχνης|καλλιτεχνης αγνωστος|διαφοροι|διαφοροι καλλιτεχνες|διαφορα
不明|不明なアーティスト|アーティスト不明|不明アーティスト|不明なアーテイスト|不明のアーティスト|不明なア-ティスト
ヴァリアス|ヴァリアス アーティスト|ヴァリアス アーティスツ|オムニバス
バリアス アーティスト|v a オムニバス
様々なアーティスト|さまざまなアーティスト|複数のアーティスト|色々なアーティスト|アーティスト情報なし
未知|未知艺术家|未知艺人|未知歌手|未知演唱者|未知表演者|佚名|群星|众艺人|各种艺人|各种艺术家|合辑|多位艺术家|多位艺人
未知藝術家|未知藝人|未知演出者|演出者不明|眾藝人|眾星|各種藝人|合輯|合集|不詳|不详|未知的艺术家|未知的藝術家|华语群星|群星合辑
알 수 없음|알 수 없는 아티스트|알수없음|알수없는 아티스트
알 수 없는 음악가|알 수 없는 가수|미상|작자 미상
여러 아티스트|여러 음악가|다양한 아티스트|여러가수|여러 가수|아티스트 미상
ไม่รู้จัก|ศิลปินที่ไม่รู้จัก|ไม่ทราบชื่อศิลปิน|ศิลปินไม่ทราบชื่อ|ศิลปินไม่รู้จัก|ไม่ทราบศิลปิน|ไม่ทราบ|ศิลปินต่างๆ|รวมศิลปิน|หลากหลายศิลปิน
khong biet|khong xac dinh|nghe si khong xac dinh|nghe si khong ro|nhieu nghe si|nghe si vo danh
khong ro nghe si|chua biet|nhieu ca si|artis tidak dikenal|artis tak dikenal|tidak dikenal
tidak diketahui|artis tidak diketahui|beragam artis|berbagai artis|pelbagai artis
hindi kilalang artist|hindi kilala|iba t ibang artist
فنان غير معروف|فنان مجهول|غير معروف|مجهول|فنانون متنوعون|فنانين متنوعين|منوعات|فنانون مختلفون
ناشناس|هنرمند ناشناس|هنرمند ناشناخته|ناشناخته|هنرمندان مختلف|نامعلوم|نامعلوم فنکار
אמן לא ידוע|לא ידוע|אמן לא מוכר|אמנים שונים|שונים
अज्ञात|अज्ञात कलाकार|विभिन्न कलाकार|अनजान कलाकार|অজানা|অজানা শিল্পী|বিভিন্ন শিল্পী
தெரியாத கலைஞர்|పేరు తెలియని కళాకారుడు|msanii asiyejulikana|onbekende kunstenaar|verskeie kunstenaars
უცნობი|უცნობი შემსრულებელი|անհայտ|անհայտ կատարող|белгисиз|белгісіз орындаушы
"""
_NO_ALBUM = """
unknown|unknown album|no album|untitled album|unbekannt|unbekanntes album|kein album|inconnu
album inconnu|sconosciuto|album sconosciuto|desconocido|album desconocido|desconhecido
album desconhecido|onbekend|onbekend album|okant album|ukendt album|ukjent album|tuntematon albumi
nieznany album|nezname album|ismeretlen album|album necunoscut|bilinmeyen album|неизвестныи альбом
невідомии альбом|αγνωστο αλμπουμ|不明なアルバム|アルバム不明|未知专辑|未知專輯
알 수 없는 앨범|none|null|n a
"""

# Between the halves of a name: "Simon & Garfunkel", "Simon und Garfunkel", "Guns N' Roses".
_AND = frozenset({"and", "und", "et", "y", "e", "och", "og", "en", "ja", "i", "n", "&", "+"})
_ARTICLE = "the"
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
# The apostrophes and dots that come and go inside a name, and the dashes that are all one.
_INSIDE = re.compile(r"['’‘`´ʼ.·]")
_GUEST = re.compile(
    r"\s*[(\[]?\s*\b(?:feat|ft|featuring)\b\.?\s+(?P<guest>[^()\[\]]+)[)\]]?\s*", re.IGNORECASE
)


def join_artists(artists: Iterable[str]) -> str:
    """Write all artists of a song as the one text that is stored, shown and searched."""
    return SEPARATOR.join(artists)


def split_artists(text: str) -> tuple[str, ...]:
    """Return the artists that a text names: those of join_artists, or as people write several.

    Each is one clean line, none is empty, nobody is left out, and none is named twice.
    """
    if _ENTITY.search(text):
        text = unescape(text)
    names = (clean_line(part).strip(";") for part in _BETWEEN.split(text))
    return tuple(dict.fromkeys(name for name in names if name and not is_nobody(name)))


def split_id3_slashes(text: str) -> list[str]:
    """Return the values of one text of ID3v2.2 or 2.3, whose only sign between values is a slash.

    Names hold slashes, too: it parts only where each side is of two words or more, as in
    "Miles Davis/John Coltrane"; AC/DC and "Meat Beat/Loop" stay one.
    """
    parts = [part.strip() for part in text.split("/")]
    are_names = all(len(_WORD.findall(part)) > 1 and not _WITH.search(part) for part in parts)
    return parts if are_names else [text]


def clean_line(text: str) -> str:
    """Return a text as one line: composed letters, single spaces, no control signs."""
    kept = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)
    return " ".join(unicodedata.normalize("NFC", kept).split())[:LONGEST_NAME].strip()


@lru_cache(maxsize=4096)
def is_nobody(name: str) -> bool:
    """Return whether a name stands where no artist is known, or for a sampler of many."""
    folded = _plain(name)
    return folded in _NOBODY_NAMES or _is_blank(name)


@lru_cache(maxsize=256)
def is_no_album(name: str) -> bool:
    """Return whether a name stands where no album is known."""
    return _plain(name) in _NO_ALBUM_NAMES or _is_blank(name)


@lru_cache(maxsize=65_536)
def spelling_key(name: str) -> str:
    """Return what all spellings of one artist's name have in common; "" for nobody.

    Case, accents, spaces, punctuation, "The" and the word between two halves do not matter, nor
    does "Davis, Miles" for "Miles Davis". A guest ("feat. …") is not part of the name.
    """
    if is_nobody(name):
        return ""
    words = _words(_turned(without_guests(name)))
    if len(words) > 1 and words[0] == _ARTICLE:
        words = words[1:]
    last = len(words) - 1
    halves = ["&" if word in _AND and 0 < i < last else word for i, word in enumerate(words)]
    key = "".join(halves)
    return key if any(sign != "&" for sign in key) else " ".join(name.casefold().split())


def without_guests(name: str) -> str:
    """Return a name without "feat. …"."""
    return clean_line(_GUEST.sub(" ", name)) or name


def artist_keys(text: str) -> tuple[str, ...]:
    """Return the keys of all artists of a song (see split_artists), and of their guests."""
    keys: dict[str, None] = {}
    for artist in split_artists(text):
        keys[spelling_key(artist)] = None
        for found in _GUEST.finditer(artist):
            keys[spelling_key(found["guest"])] = None
    keys.pop("", None)
    return tuple(keys)


def _turned(name: str) -> str:
    """Write "Davis, Miles" as "Miles Davis"; a list ("Earth, Wind & Fire") stays."""
    last, comma, first = name.partition(",")
    is_list = "," in first or any(word in _AND for word in _words(name))
    return f"{first} {last}" if comma and first.strip() and not is_list else name


def _words(name: str) -> list[str]:
    text = _INSIDE.sub("", _folded(name))
    text = "".join(sign if sign.isalnum() or sign in "&+" else " " for sign in text)
    return text.replace("&", " & ").replace("+", " + ").split()


def _folded(text: str) -> str:
    """Return a text without case and accents."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFD", text)
    # Of other scripts the marks are letters of their own: Thai vowels, Japanese voicing.
    kept = (sign for sign in decomposed if not "\u0300" <= sign <= "\u036f")
    return unicodedata.normalize("NFC", "".join(kept))


def _plain(name: str) -> str:
    """Return a name's letters and digits in words: "[Unknown]" and "unknown" are equal."""
    text = _folded(name)
    signs = (s if s.isalnum() or unicodedata.category(s) in ("Mn", "Mc") else " " for s in text)
    return " ".join("".join(signs).split())


def _is_blank(name: str) -> bool:
    """Return whether a name is made of signs that stand for nothing: "?", "---", "..."."""
    return not name.strip(" \t?-–—_.*<>[](){}/\\|")


def _table(text: str) -> frozenset[str]:
    return frozenset(_plain(name) for line in text.split("\n") for name in line.split("|")) - {""}


_NOBODY_NAMES, _NO_ALBUM_NAMES = _table(_NOBODY), _table(_NO_ALBUM)
