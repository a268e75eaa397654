"""Where a Matroska or WebM file says that it ends. Nothing else of it is read."""

from __future__ import annotations

MATROSKA, _SEGMENT = bytes.fromhex("1a45dfa3"), bytes.fromhex("18538067")


def segment_end(head: bytes) -> int:
    """Return where the first segment ends, by its head; 0 where that tells no length."""
    at = head.find(_SEGMENT) + len(_SEGMENT)
    if at < len(_SEGMENT) or at >= len(head) or not head[at]:
        return 0
    n_bytes = 9 - head[at].bit_length()
    if at + n_bytes > len(head):
        return 0
    mask = (1 << 7 * n_bytes) - 1
    length = int.from_bytes(head[at : at + n_bytes], "big") & mask
    return 0 if length in (0, mask) else at + n_bytes + length
