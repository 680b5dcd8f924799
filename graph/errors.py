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

Each carries `message` (what and where) and `remedy` (what to do about it) in Swedish; `str()` gives both in one line and
`in_english` the same in English: `message_en` and `remedy_en` where an error brings them, else what `graph.english` has for it.
"""

from __future__ import annotations

from graph.english import in_english


class ArendegangError(Exception):
    """Base of all errors that are shown to a person as one line, never as a traceback."""

    def __init__(
        self, message: str, remedy: str | None = None, *, message_en: str | None = None, remedy_en: str | None = None
    ) -> None:
        self.message = message
        self.remedy = remedy
        self.message_en = message_en
        self.remedy_en = remedy_en
        super().__init__(_line(message, remedy))

    @property
    def in_english(self) -> str:
        """Message and remedy in one line."""
        if self.message_en is not None:
            return _line(self.message_en, self.remedy_en)
        return _line(in_english(self.message), in_english(self.remedy) if self.remedy else None)


class InputError(ArendegangError):
    pass


class ReadError(InputError):
    """A document that could not be read. `file` is the name as given, `reason` one short clause."""

    def __init__(self, file: str, reason: str, remedy: str | None = None) -> None:
        self.file = file
        self.reason = reason
        super().__init__(f"{file}: {reason}.", remedy)

    @property
    def in_english(self) -> str:
        return _line(f"{self.file}: {in_english(self.reason)}.", in_english(self.remedy) if self.remedy else None)


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


def _line(message: str, remedy: str | None) -> str:
    return f"{message} {remedy}" if remedy else message
