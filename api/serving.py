"""Serving the pages and the interface from the command line: a port, the address told, and an end in good order."""

from __future__ import annotations

import errno
import os
import socket
import sys
from contextlib import closing, suppress

from rich.text import Text

from api import terminal
from api.opening import reading
from api.settings import Settings
from graph.errors import InputError
from graph.faults import system_fault

_PORTS_TRIED = 100


def serve(settings: Settings) -> None:
    """Serve until Ctrl-C; the address is printed. Raises StoreError when the store cannot be read, InputError when no port is free."""
    import uvicorn

    from api.app import create_app

    with reading(settings.store):
        pass  # a store that cannot be read is told here, not first in the browser
    with closing(_listen(settings.host, settings.port)) as listening:
        address = _address(settings.host, listening.getsockname()[1])
        terminal.make_console(sys.stdout).print(Text(f"Ärendegång visas på {address}  (Ctrl-C avslutar)"))
        sys.stdout.flush()
        server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning", access_log=False))
        with suppress(KeyboardInterrupt):  # uvicorn has closed its connections and passes the signal on
            server.run(sockets=[listening])
    terminal.say("Avslutat.")


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket on the port, or on the next free one after it (which is said on stderr).

    Raises InputError when the host is not this machine's, or a hundred ports in a row are taken.
    """
    for candidate in [0] if port == 0 else range(port, min(port + _PORTS_TRIED, 65536)):
        try:
            listening = _bind(host, candidate)
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES) or getattr(error, "winerror", None) in (10013, 10048):
                continue
            raise InputError(
                f"Det går inte att lyssna på {host}: {system_fault(error)[0]}.", "Ange en annan adress med --host."
            ) from error
        if candidate != port:
            terminal.say(f"Porten {port} är upptagen; tar {candidate} i stället.")
        return listening
    raise InputError(f"Ingen ledig port från {port} och framåt.", "Ange en annan med --port.")


def _bind(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    listening = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # on Windows the same option would let two programs share the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError:
        listening.close()
        raise
    return listening


def _address(host: str, port: int) -> str:
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    return f"http://[{shown}]:{port}/" if ":" in shown else f"http://{shown}:{port}/"
