"""The description in the package: README.md, with pictures that are found from anywhere.

The README's pictures lie beside it, so they are named by relative paths, which an index of packages
cannot follow. Where pyproject.toml says under which address the project's files are read
(`pictures-from`), their addresses are made absolute; else the pictures are left out.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

# A line that is one picture of the project, with the empty line behind it.
_PICTURE = re.compile(r"^!\[([^\]]*)\]\((?!\w+:)([^)\s]+)\)\n\n?", re.MULTILINE)


class LongDescription(MetadataHookInterface):  # type: ignore[misc]
    """Give the package its long description."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put the README among the package's metadata."""
        readme = Path(self.root, "README.md").read_text(encoding="utf-8")
        text = with_pictures(readme, str(self.config.get("pictures-from", "")))
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def with_pictures(readme: str, address: str) -> str:
    """Return a README whose pictures lie under an address; without them if there is none."""
    base = address.rstrip("/")
    return _PICTURE.sub(rf"![\1]({base}/\2)\n\n" if base else "", readme)
