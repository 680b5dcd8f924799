"""What a read-only statement may not contain, whatever the engine's own access mode lets through.

Both engines refuse writes by themselves. Neither refuses a statement that reads the server's files (`LOAD CSV`), calls a
procedure or runs an administration command, so those are refused here, on the statement's tokens: words inside strings,
comments and quoted names do not count, and case, white space and comments between words do not hide anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from graph.errors import QueryError, WriteRefusedError

PROCEDURES: Final = frozenset(
    {
        "db.labels",
        "db.relationshiptypes",
        "db.propertykeys",
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
    }
)
"""The procedures that a read-only statement may call, in lower case. They only read the graph."""

FUNCTION_NAMESPACES: Final = frozenset({"date", "datetime", "localdatetime", "time", "localtime", "duration", "point"})
"""Functions with a dotted name are allowed from these namespaces (`duration.inDays`), and from no plug-in."""

READING: Final = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
WRITING: Final = frozenset({"CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "INSERT"})
"""Passed on, so that the engine itself refuses them."""
ADMINISTRATION: Final = frozenset("ALTER DENY DROP DRYRUN ENABLE GRANT LOAD RENAME REVOKE SHOW START STOP TERMINATE USE".split())

_REMEDY: Final = "Only questions to the graph can be asked here: MATCH … RETURN …"

_TOKEN: Final = re.compile(
    r"""
      (?P<space>   \s+ | //[^\n]* | /\*.*?\*/ )
    | (?P<string>  '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
    | (?P<quoted>  `(?:[^`]|``)*` )
    | (?P<word>    [^\W\d]\w* )
    | (?P<number>  \d\w* )
    | (?P<open>    /\* | ['"`] )        # opened and never closed
    | (?P<sign>    . )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: Literal["word", "quoted", "string", "number", "sign"]
    text: str

    @property
    def keyword(self) -> str:
        """Upper case for a bare word, otherwise empty: a quoted name is never a keyword."""
        return self.text.upper() if self.kind == "word" else ""

    @property
    def name(self) -> str | None:
        """The name as the engine sees it, in lower case; None for anything but a name."""
        if self.kind == "quoted":
            return self.text[1:-1].replace("``", "`").lower()
        return self.text.lower() if self.kind == "word" else None


def write_refused() -> WriteRefusedError:
    """What a store raises when its engine refused a write."""
    return WriteRefusedError("A read-only query may not write.", _REMEDY)


_END: Final = _Token("sign", "")


def guard(cypher: str) -> str:
    """The statement to run, line ends made uniform, if a read-only statement may be so; writes are left to the engine to refuse.

    Raises WriteRefusedError for `LOAD CSV`, procedures and plug-in functions outside the short lists, administration commands
    and several statements in one; QueryError for text that cannot be a query.
    """
    text = cypher.replace("\r\n", "\n").replace("\r", "\n")
    if re.search(r"\\u", text, re.IGNORECASE):
        # Neo4j decodes \uXXXX before it looks for words and quotes, so an escape could spell or end anything.
        raise WriteRefusedError("A \\u escape in a read-only query is refused.", "Write the character itself.")
    tokens = _tokens(text)
    _check_start(tokens)
    for place, token in enumerate(tokens):
        following = tokens[place + 1] if place + 1 < len(tokens) else _END
        previous = tokens[place - 1] if place else _END
        if token.keyword == "LOAD" and following.keyword == "CSV":
            raise WriteRefusedError("LOAD CSV is refused in a read-only query.", _REMEDY)
        if token.text == ";" and token.kind == "sign" and following is not _END:
            raise WriteRefusedError("Several statements in one are refused.", "Ask them one at a time.")
        if token.name is None or previous.text == ".":
            continue
        name, after = _dotted_name(tokens, place)
        if token.keyword == "CALL" and "." not in name and previous.text not in ("$", ":"):
            called, _ = _dotted_name(tokens, place + 1)
            if called and called not in PROCEDURES:
                raise WriteRefusedError(f"The procedure {called} is refused in a read-only query.", _REMEDY)
        elif "." in name and after.text == "(" and name.split(".")[0] not in FUNCTION_NAMESPACES and name not in PROCEDURES:
            raise WriteRefusedError(f"The function {name} is refused in a read-only query.", _REMEDY)
    return text


def expands_properties(cypher: str) -> bool:
    """Whether the statement asks for all properties of something as a map: `properties(n)` or `n {.*}`."""
    tokens = _tokens(cypher)
    return any((a.name == "properties" and b.text == "(") or (a.text == "." and b.text == "*") for a, b in pairwise(tokens))


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "open":
            raise QueryError(f"Something opened with {match.group()} is never closed.", "Close the quotation or comment.")
        if kind != "space":
            tokens.append(_Token(kind, match.group()))  # type: ignore[arg-type]
    return tokens


def _check_start(tokens: list[_Token]) -> None:
    """The first word, after EXPLAIN or PROFILE, must be one that begins a query."""
    place = 0
    while place < len(tokens) and tokens[place].keyword in {"EXPLAIN", "PROFILE"}:
        place += 1
    if place == len(tokens):
        raise QueryError("The query is empty.", _REMEDY)
    first = tokens[place]
    if first.keyword in ADMINISTRATION:
        raise WriteRefusedError(f"{first.keyword} is refused in a read-only query.", _REMEDY)
    if first.keyword not in READING | WRITING:
        raise QueryError(f"A query does not begin with “{first.text}”.", _REMEDY)


def _dotted_name(tokens: list[_Token], place: int) -> tuple[str, _Token]:
    """The name `a.b.c` that begins at `place`, in lower case, and the token after it; empty if no name begins there."""
    parts: list[str] = []
    while place < len(tokens):
        name = tokens[place].name
        if name is None:
            break
        parts.append(name)
        place += 1
        if place + 1 >= len(tokens) or tokens[place].text != "." or tokens[place + 1].name is None:
            break
        place += 1
    return ".".join(parts), tokens[place] if place < len(tokens) else _END
