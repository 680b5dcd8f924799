"""A matter that is sent on without a word of a body that could be told: no movement, but not to be lost either."""

from __future__ import annotations

import re

from ingest.movements.guards import is_earlier, is_idle, is_opinion

_QUICK = ("vidare", "hänskjut", "hänvisas", "överlämnas", "remitteras")
_SENT = re.compile(
    r"\b(?:frågan|ärendet|saken|förslaget|punkten|synpunkterna)\s+(?:\w+\s+){0,2}?"
    r"(?:hänskjuts|hänvisas|överlämnas|(?:åter)?remitteras|(?:skickas|sänds|lyfts|går|förs|tas|lämnas)\s+vidare)\b"
)


def is_sent_unnamed(sentence: str) -> bool:
    """Whether a sentence in lower case says that a matter is sent on: "Frågan skickas vidare"."""
    if not any(stem in sentence for stem in _QUICK):
        return False
    sent = _SENT.search(sentence)
    return sent is not None and not (
        is_idle(sentence, 0, sent.start(), len(sentence))
        or is_opinion(sentence, sent.start())
        or is_earlier(sentence, sent.start())
    )
