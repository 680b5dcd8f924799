"""Functions for worker processes in tests: one that works and one for each way to fail."""

from __future__ import annotations

import ctypes
import os
import signal
import tempfile
import threading

from graph.errors import ReadError


def length(data: bytes, file: str) -> int:
    return len(data)


def process_id(data: bytes, file: str) -> int:
    return os.getpid()


def behave(data: bytes, file: str) -> str:
    """Do what the data says."""
    match data:
        case b"crash":
            ctypes.string_at(0)
        case b"exit":
            os._exit(3)
        case b"hang":
            threading.Event().wait()
        case b"hoard":
            return "x" * (8 * 2**30)
        case b"litter":
            return tempfile.mkdtemp()
        case b"litter and die":
            tempfile.mkdtemp()
            os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        case b"refuse":
            raise ReadError(file, "vill inte", "Försök igen.")
        case b"stumble":
            raise KeyError("oväntat")
        case b"dig":
            return behave(data, file)
        case b"unpicklable":
            return threading.Lock()  # type: ignore[return-value]
    return data.decode()
