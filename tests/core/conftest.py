"""What the tests of core share: a sound card that is not there."""

from __future__ import annotations

from tests.support.null_sink import null_sink

__all__ = ["null_sink"]
