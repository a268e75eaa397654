"""Which encoding a text file of another program is in: by its first bytes, else guessed.

UTF-8 where most lines beyond ASCII are valid in it: one damaged line makes no other encoding.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from core.errors import ExchangeError
from core.exchange.file_errors import cannot_read

UTF_8 = "utf-8"
WESTERN = ("cp1252", "mac_roman", "cp850")
WESTERN_LETTERS = set("äöüßÄÖÜáéíóúÁÉÍÓÚàèìòùÀÈÌÒÙâêîôûÂÊÎÔÛëïËÏñÑçÇåÅæÆøØœŒãõÃÕ¿¡°–—‘’“”„«»…€\xa0")
BYTE_ORDER_MARKS = (  # UTF-32 first: its mark begins like that of UTF-16
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE_BYTES = 65536  # that a guess is made from
LINE_BYTES = 1 << 20  # longest piece that is read at once
N_NULS = 0.3  # share of zeros at odd or even bytes that makes Western letters in UTF-16


def encoding_of(path: Path) -> str:
    """Return the name of a file's encoding, as open() takes it.

    Raises ExchangeError for a file that cannot be read, or is no text.
    """
    try:
        with path.open("rb") as file:
            head = file.read(SAMPLE_BYTES)
            for mark, encoding in BYTE_ORDER_MARKS:
                if head.startswith(mark):
                    return encoding
            if b"\0" in head:
                return _wide_encoding(path, head)
            file.seek(0)
            n_valid, n_invalid, sample = _count_lines(file)
    except OSError as error:
        raise cannot_read(path, error) from error
    return UTF_8 if n_valid >= n_invalid else _guess(sample)


def _wide_encoding(path: Path, head: bytes) -> str:
    """Return the UTF-16 that a file without a mark is in. Raises ExchangeError for no text."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > N_NULS * len(head) / 2 and even == 0:
        return "utf-16-le"
    if even > N_NULS * len(head) / 2 and odd == 0:
        return "utf-16-be"
    n_byte = head.index(b"\0") + 1
    raise ExchangeError("exchange.not_text", name=path.name, n_byte=n_byte, path=path)


def _count_lines(file: BinaryIO) -> tuple[int, int, bytes]:
    """Count the lines beyond ASCII that are valid UTF-8 and those that are not; sample these."""
    n_valid = n_invalid = 0
    sample = bytearray()
    for line in _lines(file):
        if line.isascii():
            continue
        try:
            line.decode(UTF_8)
            n_valid += 1
        except UnicodeDecodeError:
            n_invalid += 1
            if len(sample) < SAMPLE_BYTES:
                sample += line
    return n_valid, n_invalid, bytes(sample[:SAMPLE_BYTES])


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(LINE_BYTES):
        yield line


def _guess(sample: bytes) -> str:
    """Guess the encoding of lines beyond ASCII: one of the West if its letters fit, else another.

    charset-normalizer tells alphabets apart well, but not the encodings of one in a few words.
    """
    for encoding in WESTERN:
        text = sample.decode(encoding, "replace")
        if all(letter.isascii() or letter in WESTERN_LETTERS for letter in text):
            return encoding
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return WESTERN[0] if best is None else best.encoding
