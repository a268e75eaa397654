"""The description in the package: README.md, with pictures and links that are found from anywhere.

What the README shows or names lies beside it, by relative paths that an index of packages cannot
follow. Where pyproject.toml says under which address the project's files are read (`files-from`),
they are made absolute; else pictures are left out, and of links the words remain.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

# A line that is one picture of the project, with the empty line behind it.
_PICTURE = re.compile(r"^!\[([^\]]*)\]\((?!\w+:)([^)\s]+)\)\n\n?", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!\w+:|#)([^)\s]+)\)")


class LongDescription(MetadataHookInterface):  # type: ignore[misc]
    """Give the package its long description."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put the README among the package's metadata."""
        readme = Path(self.root, "README.md").read_text(encoding="utf-8")
        text = with_addresses(readme, str(self.config.get("files-from", "")))
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def with_addresses(readme: str, address: str) -> str:
    """Return a README whose pictures and files have an address; none if there is no address."""
    base = address.rstrip("/")
    text = _PICTURE.sub(rf"![\1]({base}/\2)\n\n" if base else "", readme)
    return _LINK.sub(rf"[\1]({base}/\2)" if base else r"\1", text)
