"""What the machine refuses, as one line that says what and what to do."""

import errno

_RIGHT = "no right to do that: give yourself the right, or take away what belongs to somebody else"
_ROOM = "the disk is full: make room, and run it again"
_WHAT = {
    errno.EACCES: _RIGHT,
    errno.EPERM: _RIGHT,
    errno.EROFS: "nothing can be written there: copy the project to another place",
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: "a file may not grow that large: raise the limit (ulimit -f), and run it again",
    errno.EBUSY: "a disk is mounted there, or it is in use: unmount it, and run it again",
    errno.EXDEV: "it is on another disk: take it out of the project's folder, and run it again",
    errno.EADDRINUSE: "the port is in use: stop what uses it, or choose another, make serve PORT=8001",
}


def told(error: OSError) -> str:
    """Return an error of the operating system as one line."""
    what = _WHAT.get(error.errno or 0) or error.strerror or " ".join(str(error).split())
    return f"{error.filename}: {what}" if error.filename else what[:1].upper() + what[1:]
