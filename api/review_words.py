"""Pairs and judgements in words, for the pages and for the terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.texts import TEXTS, Language, Texts

if TYPE_CHECKING:
    from graph.judgements import Entry
    from ingest.review import Point, Question


def shown_apart(question: Question) -> tuple[str, str]:
    """The two spellings, each with its body where the spellings are alike."""
    left, right = question.left, question.right
    if left.spelling != right.spelling:
        return left.spelling, right.spelling
    with_body = tuple(f"{side.spelling} ({side.body})" if side.body else side.spelling for side in (left, right))
    return with_body[0], with_body[1]


_PLACE: Final = re.compile(r"\{(\w+)\}")


def point_words(point: Point, texts: Texts) -> str:
    """What speaks for or against, in the reader's language. Where a value is missing, the sentence without its values."""
    key = f"reason.{point.reason}"
    if not texts.has(key):
        return point.reason
    template = TEXTS[key][0 if texts.language is Language.SWEDISH else 1]
    if all(point.values.get(name) for name in _PLACE.findall(template)):
        return texts(f"reason.{point.reason}", **point.values)
    return _PLACE.sub("", template).partition(":")[0].rstrip(" .,") + "."


def said_words(entry: Entry, target: int | None, texts: Texts) -> str:
    """What an entry of the history says: "Eva Ek" and "Eva Eck" are the same. `target` is the number of what an undoing undoes."""
    return texts(
        f"review.said.{entry.judged}",
        left=texts.quoted(entry.left.spelling) if entry.left else "",
        right=texts.quoted(entry.right.spelling) if entry.right else "",
        number=target or "",
    )
