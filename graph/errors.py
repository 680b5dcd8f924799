"""What can go wrong, one small hierarchy for the whole project.

    ArendegangError
    ├── InputError          a file, folder or parameter that the user gave
    │   ├── ReadError       a document that could not be read: file, reason, remedy
    │   └── UnknownNameError / AmbiguousNameError (queries.lookup)
    ├── StoreError          the store
    │   ├── StoreUnavailableError   server down, wrong password, damaged or missing file
    │   ├── StoreBusyError          another process holds the store for writing
    │   ├── WriteRefusedError       a write (or another forbidden thing) in a read-only query
    │   └── QueryError              the engine refused the Cypher: its words
    └── LexiconError        a lexicon file: file, place, what was expected

Each carries `message` (what and where) and `remedy` (what to do about it); `str()` gives both in one line.
"""

from __future__ import annotations


class ArendegangError(Exception):
    """Base of all errors that are shown to a person as one line, never as a traceback."""

    def __init__(self, message: str, remedy: str | None = None) -> None:
        self.message = message
        self.remedy = remedy
        super().__init__(f"{message} {remedy}" if remedy else message)


class InputError(ArendegangError):
    pass


class ReadError(InputError):
    """A document that could not be read. `file` is the name as given, `reason` one short clause."""

    def __init__(self, file: str, reason: str, remedy: str | None = None) -> None:
        self.file = file
        self.reason = reason
        super().__init__(f"{file}: {reason}.", remedy)


class StoreError(ArendegangError):
    pass


class StoreUnavailableError(StoreError):
    pass


class StoreBusyError(StoreError):
    pass


class WriteRefusedError(StoreError):
    pass


class QueryError(StoreError):
    pass


class LexiconError(ArendegangError):
    pass
