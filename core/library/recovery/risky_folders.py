"""Folders in which a library is at risk: another computer, or a program that copies files to the
web, may change it behind SQLite's back. A cheap check: what is mounted there, its name.
"""

from __future__ import annotations

from pathlib import Path

from core.messages import message

NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ncpfs", "davfs", "fuse.sshfs",
     "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.curlftpfs",
     "fuse.glusterfs", "ceph", "fuse.ceph", "fuse.s3fs", "fuse.google-drive-ocamlfuse"}
)  # fmt: skip
# What the folders of such programs are called, in small letters; a word more may follow.
SYNCED = (
    "dropbox", "onedrive", "google drive", "googledrive", "my drive", "icloud drive", "icloud~",
    "com~apple~clouddocs", "mobile documents", "nextcloud", "owncloud", "pcloud", "megasync",
    "box sync", "syncthing", "seafile",
)  # fmt: skip
MOUNTS = Path("/proc/self/mounts")


def risk_remedy() -> str:
    """Say what to do about a risky folder."""
    return message("library.risk_remedy")


def folder_risk(library: Path) -> str:
    """Return what is risky about a library's folder, a sentence; "" if no risk is known."""
    path = library.absolute()
    if _file_system(path) in NETWORK or str(path).startswith("\\\\"):
        return message("library.on_network", name=library.name)
    for folder in path.parents:
        name = folder.name.casefold()
        if any(name == s or name.startswith((f"{s} ", f"{s}-")) for s in SYNCED):
            return message("library.in_cloud", name=library.name)
    return ""


def _file_system(path: Path) -> str:
    """Return the type of the file system of a path, as Linux lists it; "" elsewhere."""
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    found, longest = "", -1
    for line in lines:
        fields = line.split()
        if len(fields) < 3:
            continue
        folder = fields[1].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        if path.is_relative_to(folder) and len(folder) >= longest:
            found, longest = fields[2], len(folder)
    return found
