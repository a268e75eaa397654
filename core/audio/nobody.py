"""Names that stand where no artist, or no album, is known: "[unknown]", "Artiste inconnu(e)".

Pure text. Some are listed whole; the others are a word for unknown or various beside one for who
makes music, of whatever language.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
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
va|v a|v v a a|vv aa|vvaa|aa vv|aavv|a a v v|divers|various artists compilation
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

# Beside one of _PERFORMERS, before it or behind it, these make nobody; without blanks, as _compact.
_UNKNOWN = """
unknown unkown uknown unknow unknwon unkonwn unknonw unnown unknowm unidentified anonymous
various varius varous vairous variuos varios miscellaneous misc assorted anonym anonyme anonymer
unbekannt unbekannte unbekannter unbekannten unbekanntes unbek verschiedene verschiedener versch
diverse diverser diversen diverses div mehrere ungenannt ungenannter
inconnu inconnue inconnus inconnues divers variés multi multiples plusieurs différents
indéterminé
sconosciuto sconosciuta sconosciuti ignoto ignota ignoti vari varie varii diversi anonimo
anonimi
desconocido desconocida desconocidos desconocidas varias diversos diversas múltiples anónimo
desconhecido desconhecida desconhecidos desconhecidas vários várias múltiplos desconegut
diversos
onbekend onbekende verschillende verscheidene anoniem anonieme meerdere
okänd okända olika blandade flera ukendt ukendte forskellige blandede ukjent ukjente
forskjellige
óþekktur ýmsir tuntematon tuntemattomat eri useita tundmatu erinevad nezināms dažādi nežinomas
įvairūs nieznany nieznana nieznani różni neznámý neznámá neznámí různí rôzni ismeretlen
különböző
vegyes necunoscut necunoscuți diverși nepoznat nepoznati nepoznata razni različiti neznan
neznani
različni panjohur bilinmeyen çeşitli karışık
неизвестный неизвестная неизвестные неизвестен неизвестни разные различные анонимный
невідомий невідома невідомі різні невядомы розныя непознат непозната непознати разни различни
άγνωστος άγνωστοι διάφοροι ανώνυμος
不明 不明な 不明の 未知 未知的 未知の 不詳 不详 複数 複数の 様々な さまざまな 色々な 匿名 匿名の
佚名 多位 多名 多
各种 各種 众 眾 群 알수없는 미상 여러 다양한 익명의 ไม่รู้จัก ที่ไม่รู้จัก ไม่ทราบ ไม่ทราบชื่อ
ต่างๆ รวม หลากหลาย นิรนาม
khôngrõ khôngbiết khôngxácđịnh vôdanh ẩndanh khuyếtdanh chưabiết nhiều tidakdikenal takdikenal
tidakdiketahui beragam berbagai pelbagai غيرمعروف مجهول متنوعون متنوعين مختلفون ناشناس ناشناخته
مختلف
לאידוע לאמוכר שונים अज्ञात विभिन्न अनजान অজানা বিভিন্ন
"""
_PERFORMERS = """
artist artists artiste artistes artits aritst artsit performer performers composer composers
author
authors singer singers musician musicians band bands group groups interprets
interpret interpreten interpretin interpretinnen künstler künstlerin künstlerinnen sänger
sängerin
komponist komponistin komponisten musiker musikerin autor autorin autoren gruppe
interprète interprètes compositeur compositeurs compositrice auteur auteurs auteure chanteur
chanteuse chanteurs groupe musicien musicienne musiciens
artista artisti artistas interprete interpreti intérprete intérpretes esecutore esecutori autore
autori compositore compositori cantante cantanti musicista musicisti gruppo autores compositor
compositores cantantes cantor cantores músico músicos grupo banda
artiest artiesten uitvoerder uitvoerders uitvoerenden kunstenaar kunstenaars componist
componisten
zanger zangeres muzikant muzikanten groep artister konstnär konstnärer kunstnär kunstner
kunstnere
tonsättare kompositör utøver udøver musikere flytjandi flytjendur esittäjä esittäjiä esittäjät
artisti artisteja säveltäjä esitaja esitajad izpildītājs izpildītāji atlikėjas atlikėjai
wykonawca wykonawcy artysta artyści kompozytor kompozytorzy zespół umělec umělci umelec umelci
skladatel skladatelé skladateľ előadó előadók művész művészek szerző zeneszerző interpreți
artiști
compozitor izvođač izvođači umjetnik umetnik umjetnici umetnici izvajalec izvajalci skladatelj
kompozitor sanatçı sanatçılar besteci
исполнитель исполнители артист артисты автор авторы композитор композиторы певец группа музыкант
виконавець виконавці выканаўца выканаўцы изпълнител изпълнители артисти извођач извођачи
изведувач
изведувачи καλλιτέχνης καλλιτέχνες συνθέτης ερμηνευτής ερμηνευτές δημιουργός
アーティスト アーチスト 歌手 作曲者 作曲家 演奏者 作者 音楽家 出演者 艺术家 艺人 藝術家 藝人
演唱者 表演者 演出者 音乐家 音樂家 歌星 星
아티스트 음악가 가수 작곡가 작자 연주자 ศิลปิน ชื่อศิลปิน นักร้อง ผู้แต่ง นักแต่งเพลง
nghệsĩ casĩ nhạcsĩ tácgiả artis penyanyi seniman komposer pencipta
فنان فنانون فنانين مطرب ملحن مؤلف هنرمند هنرمندان خواننده آهنگساز אמן אמנים זמר מלחין מבצע
कलाकार गायक संगीतकार শিল্পী
"""
# The names of fields, and what people write by themselves.
_ALONE = """
artist|artists|artista|artiste|interpret|interprete|interprète|künstler|performer|исполнитель
wykonawca
artiest|uitvoerder|アーティスト|歌手|아티스트|艺术家|藝術家|艺人|藝人
unidentified|unidentified artist|unbek|nil|n n|s n|sine nomine|neuer interpret|track artist
unkown|uknown|unknwon|varius|varous|varii|diversen|diverses|diverser|multi artistes
multi interprètes
không rõ|vô danh|ẩn danh|khuyết danh|众星|眾星|群星
"""
_ENDINGS = re.compile(
    r"(?<=\w)(?:\(-?|[/*:_·.]-?)(?:e|es|s|a|as|o|os|r|n|in|innen|ice|rice|trice|euse)\)?s?(?!\w)",
    re.I,
)
_PARTS = re.compile(r"[()\[\]{}<>【】「」/|,;]+|\s+[-–—]\s+")
_COUNTED = re.compile(r"\d{1,3}$")
# "Unknown Artist (12/5/2003 10:23:11 AM)": as rippers tell their unknown discs apart.
_RIPPED = re.compile(
    r"[\s(\[–—-]*\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?(?:\s+\d{1,2}[:.]\d\d(?:[:.]\d\d)?)?"
    r"(?:\s*[ap]\.?m\.?)?[\s)\]]*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_nobody(name: str) -> bool:
    """Return whether a name stands where no artist is known, or for a sampler of many."""
    name = _RIPPED.sub("", unicodedata.normalize("NFKC", name)) or name
    if _is_blank(name) or _is_nobody(name) or _is_nobody(_ENDINGS.sub("", name)):
        return True
    parts = [part for part in _PARTS.split(name) if part.strip()]
    return len(parts) > 1 and all(_is_nobody(part) for part in parts)


@lru_cache(maxsize=256)
def is_no_album(name: str) -> bool:
    """Return whether a name stands where no album is known."""
    plain = _plain(_RIPPED.sub("", name) or name)
    uncounted = _COUNTED.sub("", plain).strip()
    is_counted = " " in uncounted and uncounted in _NO_ALBUM_NAMES  # "Unknown Album 3"
    return plain in _NO_ALBUM_NAMES or is_counted or _is_blank(name)


def _is_nobody(name: str) -> bool:
    plain = _plain(name)
    return plain in _NOBODY_NAMES or _is_unknown_performer(_COUNTED.sub("", _compact(plain)))


def _is_unknown_performer(compact: str) -> bool:
    halves = ((compact[:i], compact[i:]) for i in range(1, len(compact)))
    return any(
        (one in _UNKNOWN_WORDS and other in _PERFORMER_WORDS)
        or (one in _PERFORMER_WORDS and other in _UNKNOWN_WORDS)
        for one, other in halves
    )


def without_accents(text: str) -> str:
    """Return a text without case and accents."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFD", text)
    # Of other scripts the marks are letters of their own: Thai vowels, Japanese voicing.
    kept = (sign for sign in decomposed if not "\u0300" <= sign <= "\u036f")
    return unicodedata.normalize("NFC", "".join(kept))


def _plain(name: str) -> str:
    """Return a name's letters and digits in words: "[Unknown]" and "unknown" are equal."""
    text = without_accents(name)
    signs = (s if s.isalnum() or unicodedata.category(s) in ("Mn", "Mc") else " " for s in text)
    return " ".join("".join(signs).split())


def _is_blank(name: str) -> bool:
    """Return whether a name is made of signs that stand for nothing: "?", "---", "..."."""
    return not name.strip(" \t?-–—_.…·•・~～=*<>[](){}/\\|¿")


def _table(text: str) -> frozenset[str]:
    return frozenset(_plain(name) for line in text.split("\n") for name in line.split("|")) - {""}


def _compact(plain: str) -> str:
    return plain.replace(" ", "")


def _words(text: str) -> frozenset[str]:
    return frozenset(_compact(_plain(word)) for word in text.split())


_NOBODY_NAMES, _NO_ALBUM_NAMES = _table(_NOBODY) | _table(_ALONE), _table(_NO_ALBUM)
_UNKNOWN_WORDS, _PERFORMER_WORDS = _words(_UNKNOWN), _words(_PERFORMERS)
