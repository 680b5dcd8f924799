"""What the program says in Swedish, in English: errors, and the reasons that a record gives. The sentences stand in `reference/`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

import yaml

_SENTENCES: Final = re.compile(r"(?<=[.!?…]) (?=[A-ZÅÄÖ])")
_ERRORS: Final = "errors_in_english.yaml"
_REASONS: Final = "reasons_in_english.yaml"
_JOINED: Final = "; "


def in_english(text: str) -> str:
    """An error sentence by sentence in English; a sentence that the file does not have stays as it is."""
    exact, patterns = _catalogue(_ERRORS)
    whole = _translate(text, exact, patterns)
    if whole is not None:
        return whole
    return " ".join(_translate(one, exact, patterns) or one for one in _SENTENCES.split(text))


def reason_in_english(text: str) -> str | None:
    """The reasons of a record (why a passage is in `unread`, why a municipality counts as present), several parted by "; ", in
    English; None when one of them is not known. Names in them stay as they are."""
    exact, patterns = _catalogue(_REASONS)
    reasons = [_translate(one, exact, patterns) for one in text.split(_JOINED)]
    if None not in reasons:
        return _JOINED.join(one for one in reasons if one is not None)
    return _translate(text, exact, patterns)


def _translate(text: str, exact: dict[str, str], patterns: Sequence[tuple[re.Pattern[str], str]]) -> str | None:
    if text in exact:
        return exact[text]
    for pattern, english in patterns:
        found = pattern.fullmatch(text)
        if found:
            return english.format(*(exact.get(value, value) for value in found.groups()))
    return None


@cache
def _catalogue(file: str) -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Sentences without values, and patterns of those with values: the ones with most words of their own first."""
    content = yaml.safe_load((files("graph") / "reference" / file).read_text(encoding="utf-8"))
    exact = {swedish: english for swedish, english in content.items() if "{}" not in swedish}
    others = sorted((swedish for swedish in content if "{}" in swedish), key=lambda one: -len(one.replace("{}", "")))
    return exact, tuple(
        (re.compile("(.+?)".join(re.escape(part) for part in swedish.split("{}")), re.DOTALL), content[swedish])
        for swedish in others
    )
