"""Libraries on network drives and in folders copied to the web are noticed; others are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.library.recovery import risky_folders
from core.library.recovery.risky_folders import folder_risk

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/music /mnt/music nfs4 rw 0 0
//nas/share /mnt/my\\040share cifs rw 0 0
/dev/sdb1 /mnt/music/stick exfat rw 0 0
me@host:/ /home/me/far fuse.sshfs rw 0 0
"""


@pytest.fixture
def _mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mounts").write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(risky_folders, "MOUNTS", tmp_path / "mounts")


@pytest.mark.usefixtures("_mounted")
@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/mnt/music/library.db", "network drive"),
        ("/mnt/my share/deep/library.db", "network drive"),
        ("/home/me/far/library.db", "network drive"),
        ("/home/me/Dropbox/work/library.db", "copied to the web"),
        ("/home/me/OneDrive - University/library.db", "copied to the web"),
        ("/home/me/Google Drive/library.db", "copied to the web"),
        ("/Users/me/Library/Mobile Documents/com~apple~CloudDocs/library.db", "copied to the web"),
        ("/mnt/music/stick/library.db", ""),
        ("/home/me/.local/share/RhythmCap/library.db", ""),
        ("/home/me/dropboxes/library.db", ""),
        ("/home/me/megaphone/library.db", ""),
    ],
)
def test_a_risky_folder_is_reported(path: str, message: str) -> None:
    found = folder_risk(Path(path))
    assert message in found if message else found == ""
