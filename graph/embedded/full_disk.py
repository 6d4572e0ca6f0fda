"""A full disk under the embedded engine: how it is known, and what is said of it."""

import errno
import re
import shutil
from contextlib import suppress

from graph.embedded.engine_folder import EngineFolder
from graph.errors import FullDiskError
from graph.language.words import N_

SAID = re.compile(rb"No space left on device|not enough space on the disk|Disk quota exceeded")
NUMBERS = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
LEAST = 1024 * 1024  # bytes; with less the engine cannot keep a page, nor its log the reason
READ = 1_000_000  # bytes of the log that are looked through


def written(folder: EngineFolder) -> int:
    """How long the engine's log is now, in bytes."""
    with suppress(OSError):
        return folder.log.stat().st_size
    return 0


def is_full(folder: EngineFolder, since: int = 0) -> bool:
    """Whether the disk is full, or the engine has said so since its log was as long as `since`."""
    with suppress(OSError):
        if shutil.disk_usage(folder.path if folder.path.exists() else folder.path.parent).free < LEAST:
            return True
        with folder.log.open("rb") as log:
            length = log.seek(0, 2)
            log.seek(max(since if since <= length else 0, length - READ))  # a shorter one has begun anew
            return bool(SAID.search(log.read()))
    return False


def full_disk(folder: EngineFolder) -> FullDiskError:
    """What to say of it."""
    return FullDiskError(
        N_(
            "The disk is full: the embedded engine cannot write in its folder {folder}. Nothing was half written: what "
            "was under way is taken back. Make room on that disk, or move the folder to a larger one and name it in "
            "SAMBAND_HOME, and try again."
        ),
        folder=folder.path,
    )
