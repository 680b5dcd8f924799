"""What a read-only statement may not contain, whatever the engine's own access mode lets through.

Both engines refuse writes by themselves. Neither refuses a statement that reads the server's files (`LOAD CSV`), calls a
procedure or runs an administration command, so those are refused here, on the statement's tokens: words inside strings and
comments do not count, and case, white space, quoting and comments between words do not hide anything.
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

READING: Final = frozenset({"match", "optional", "with", "unwind", "return", "call"})
WRITING: Final = frozenset({"create", "merge", "set", "delete", "detach", "nodetach", "remove", "foreach", "insert", "drop"})
"""Passed on, so that the engine itself refuses them."""
COMMANDS: Final = frozenset({"show", "terminate"})
"""Administration that Neo4j also takes in the middle of a query (Cypher 25); any other can only begin one."""

_REMEDY: Final = "Här går det bara att ställa frågor till grafen: MATCH … RETURN …"
_REMEDY_EN: Final = "Only questions to the graph can be asked here: MATCH … RETURN …"

_TOKEN: Final = re.compile(
    r"""
      (?P<space>   \s+ | //[^\n]* | /\*.*?\*/ )
    | (?P<string>  '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
    | (?P<quoted>  `(?:[^`]|``)*` )
    | (?P<word>    [^\W\d]\w* )
    | (?P<number>  \d+ )
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
    def name(self) -> str:
        """A word or quoted name in lower case, otherwise empty. KGLite takes even a quoted `LOAD` for the keyword."""
        if self.kind == "quoted":
            return self.text[1:-1].replace("``", "`").lower()
        return self.text.lower() if self.kind == "word" else ""


def write_refused() -> WriteRefusedError:
    """What a store raises when its engine refused a write."""
    return _refused("En läsande fråga får inte skriva.", "A read-only query may not write.")


def read_only(address: str) -> WriteRefusedError:
    """What a store raises when it was opened for reading and is asked to write."""
    return WriteRefusedError(
        f"{address} är öppnat för läsning.",
        "Öppna det för skrivning.",
        message_en=f"{address} was opened for reading.",
        remedy_en="Open it for writing.",
    )


def too_slow() -> QueryError:
    """What a store raises when its engine stopped a query that outlasted its time."""
    return QueryError(
        "Frågan tog för lång tid och avbröts.",
        "Begränsa den, eller lägg till LIMIT.",
        message_en="The query took too long and was stopped.",
        remedy_en="Narrow it down, or add a LIMIT.",
    )


def not_understood(words: str) -> QueryError:
    """What a store raises when its engine refused the Cypher. `words` are the engine's own, on one line."""
    return QueryError(f"Lagret tar inte emot frågan: {words}", message_en=f"The store refuses the query: {words}")


def _refused(message: str, message_en: str) -> WriteRefusedError:
    return WriteRefusedError(message, _REMEDY, message_en=message_en, remedy_en=_REMEDY_EN)


def _no_query(message: str, message_en: str) -> QueryError:
    return QueryError(message, _REMEDY, message_en=message_en, remedy_en=_REMEDY_EN)


_END: Final = _Token("sign", "")


def guard(cypher: str) -> str:
    """The statement to run, line ends made uniform, if a read-only statement may be so; writes are left to the engine to refuse.

    Raises WriteRefusedError for `LOAD CSV`, procedures and plug-in functions outside the short lists, administration commands
    and several statements in one; QueryError for text that cannot be a query.
    """
    text = cypher.replace("\r\n", "\n").replace("\r", "\n")  # the engines do not agree on where a comment ends otherwise
    if re.search(r"\\u", text, re.IGNORECASE):
        # Neo4j decodes \uXXXX before it looks for words and quotes, so an escape could spell or end anything.
        raise WriteRefusedError(
            "\\u får inte stå i en läsande fråga.",
            "Skriv tecknet självt.",
            message_en="A \\u escape is refused in a read-only query.",
            remedy_en="Write the character itself.",
        )
    tokens = _tokens(text)
    for place, token in enumerate(tokens):
        previous = tokens[place - 1].text if place else ""
        following = tokens[place + 1] if place + 1 < len(tokens) else _END
        if token.text == ";" and following is not _END:
            raise WriteRefusedError(
                "Flera satser i en tas inte emot.",
                "Ställ dem en i taget.",
                message_en="Several statements in one are refused.",
                remedy_en="Ask them one at a time.",
            )
        if not token.name or _is_property(tokens, place):
            continue
        name, after = _dotted_name(tokens, place)
        if previous not in ("$", ":"):  # else a parameter, a label or a value in a map
            if (token.name == "load" and following.name == "csv") or (token.name in COMMANDS and following.name):
                word = token.text.upper()
                raise _refused(f"{word} får inte stå i en läsande fråga.", f"{word} is refused in a read-only query.")
            if token.name == "call" and following.name:
                procedure, _ = _dotted_name(tokens, place + 1)
                if procedure not in PROCEDURES:
                    raise _refused(
                        f"Proceduren {procedure} får inte anropas i en läsande fråga.",
                        f"The procedure {procedure} is refused in a read-only query.",
                    )
        if "." in name and after.text == "(" and name.split(".")[0] not in FUNCTION_NAMESPACES and name not in PROCEDURES:
            raise _refused(
                f"Funktionen {name} får inte anropas i en läsande fråga.",
                f"The function {name} is refused in a read-only query.",
            )
    _check_start(tokens)
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
            raise QueryError(
                f"Något som öppnas med {match.group()} stängs aldrig.",
                "Avsluta citatet eller kommentaren.",
                message_en=f"Something opened with {match.group()} is never closed.",
                remedy_en="Close the quotation or comment.",
            )
        if kind != "space":
            tokens.append(_Token(kind, match.group()))  # type: ignore[arg-type]
    return tokens


def _check_start(tokens: list[_Token]) -> None:
    """The first word, after EXPLAIN or PROFILE, must be one that begins a query."""
    starts = [token for token in tokens[:2] if token.name not in ("explain", "profile")]
    if not starts:
        raise _no_query("Frågan är tom.", "The query is empty.")
    first = starts[0]
    if first.kind != "word" or first.name not in READING | WRITING:
        raise _no_query(f"En fråga börjar inte med ”{first.text}”.", f"A query does not begin with “{first.text}”.")


def _is_property(tokens: list[_Token], place: int) -> bool:
    """Whether the token follows the dot of `n.name`; not that of `1.` or of `*1..`, after which a clause may begin."""
    return place >= 2 and tokens[place - 1].text == "." and tokens[place - 2].kind != "number" and tokens[place - 2].text != "."


def _dotted_name(tokens: list[_Token], place: int) -> tuple[str, _Token]:
    """The name `a.b.c` that begins at `place`, in lower case, and the token after it; empty if no name begins there."""
    parts: list[str] = []
    while place < len(tokens):
        if not tokens[place].name:
            break
        parts.append(tokens[place].name)
        place += 1
        if place + 1 >= len(tokens) or tokens[place].text != "." or not tokens[place + 1].name:
            break
        place += 1
    return ".".join(parts), tokens[place] if place < len(tokens) else _END
