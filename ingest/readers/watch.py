"""Ends a program when the process that started it is gone, however that one died: run as a program of its own, by path.

Its input is a line with the process id of the program's leader, and then nothing. As long as the starter lives the input
stays open; when it ends, by a signal that nothing can catch as well, the system closes it, and the program is ended with
all its children. A death signal from the system (Linux has one) would reach the program alone, and not the children that
LibreOffice's start script leaves the work to. Nothing of the project is imported here: the watch starts within
milliseconds.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import TextIO


def end_with_children(leader: int) -> None:
    """End a program that was started in a session of its own, and what it has started; nothing where all have ended."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(leader)], capture_output=True, check=False)
        else:
            os.killpg(leader, signal.SIGKILL)


def watch(lines: TextIO) -> None:
    """Wait until `lines` end, and then end the program that the first of them names. Without a line there is none to end."""
    leader = lines.readline().strip()
    lines.read()
    if leader:
        end_with_children(int(leader))


if __name__ == "__main__":
    watch(sys.stdin)
