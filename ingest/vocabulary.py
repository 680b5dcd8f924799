"""The words of minutes, from the data files in `lexicon/`: section headings, and the nouns for bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml


class Section(StrEnum):
    """What a stretch of an item's text is."""

    DECISION = "decision"
    PROPOSAL = "proposal"
    EARLIER = "earlier"
    BACKGROUND = "background"
    PROCEDURE = "procedure"
    DISTRIBUTION = "distribution"


@dataclass(frozen=True, slots=True)
class SectionHeading:
    section: Section
    body: str
    """The body that the heading names ("Kommunstyrelsens"), or empty."""
    to: str = ""
    """The body to which it is addressed ("… förslag till kommunfullmäktige"), or empty."""
    decided_in: bool = False
    """It tells where it was decided and no more ("Beslut i kommunstyrelsen"): in the minutes of that body it is their decision."""


OF_FIELD = r"för(?:\s+[\w-]+,?){1,6}?s"
"""What stands behind the noun in the genitive of a board that is named for its fields: "Nämnden för arbete och välfärds"."""
_BODY_WORD = (
    r"(?P<body>(?:[\wåäö-]+\s+){0,3}?(?:[\w-]*(?:styrelse|nämnd|utskott|fullmäktige|råd|nätverk|grupp|direktion|beredning|kommitté"
    r"|kommitte|presidi|förbund|delegation|församling|stämma|ordförande|förvaltning|kontor|region|kommun|möte|organ|ledning|bolag|ledamö"
    r"|ledamot|majoritet|oppositionen|partiet|tjänsteman|tjänste)[\w]*|(?-i:[A-ZÅÄÖ]{2,6}:?s?))(?:\s+\([^)]{1,20}\))?(?:\s+"
    + OF_FIELD
    + r")?)"
)
""" "Kommunstyrelsens", "Nämnden för arbete och välfärds"."""


def _load(name: str) -> Any:
    text = (files("ingest") / "lexicon" / name).read_text(encoding="utf-8")
    return yaml.safe_load(text)


@dataclass(frozen=True, slots=True)
class _OpenHeading:
    """A heading with a body in it: its longest words beside the body and those after it, in lower case, and the whole as a pattern."""

    words: str
    end: str
    pattern: re.Pattern[str]
    section: Section


@cache
def _headings() -> tuple[dict[str, Section], tuple[_OpenHeading, ...]]:
    """Whole headings by their words, and those with a body in them."""
    exact: dict[str, Section] = {}
    open_ended: list[tuple[int, _OpenHeading]] = []
    for key, forms in _load("sections.yaml").items():
        for form in forms:
            if "*" not in form:
                exact.setdefault(form.lower(), Section(key))
                continue
            parts = form.split("*")
            expression = re.escape(parts[0]).replace(r"\ ", r"\s+")
            for i, part in enumerate(parts[1:]):
                body = _BODY_WORD if i == 0 else _BODY_WORD.replace("?P<body>", "?P<to>")
                expression += body + re.escape(part).replace(r"\ ", r"\s+")
            pattern = re.compile(rf"{expression}\s*:?", re.IGNORECASE)
            open_ended.append((-len(form), _OpenHeading(max(parts, key=len).lower(), parts[-1].lower(), pattern, Section(key))))
    # "Utskottets förslag till beslut" is a proposal, though "Utskottets … beslut" would be a decision: the longer form first.
    open_ended.sort(key=lambda entry: entry[0])
    return exact, tuple(heading for _, heading in open_ended)


def exact_headings() -> frozenset[str]:
    """The headings that name no body, in lower case, without those that a colon must end."""
    return frozenset(form for form in _headings()[0] if not form.endswith(":"))


_PROPOSED_TO = re.compile(
    r"(?:s\s+)?förslag\s+till\s+(?:beslut\s+i\s+)?(?P<to>(?:kommun|region|landstings|förbunds)?(?:fullmäktige|styrelsen))",
    re.IGNORECASE,
)
""" "Förslag till kommunfullmäktige": whose it is, the minutes tell; "s förslag till kommunfullmäktige" in a copy that lost the forum's name."""
_DECIDES = re.compile(r"\bbesl(?:utar|utade|utas|utades|öt)\b|^beslut\s+enligt\b", re.IGNORECASE)


_NO_HEADING = ("enligt ", "ja-röst", "nej-röst", "ja röst", "nej röst", "röst ")
"""How lines begin that end as headings do: "Ja-röst för kommunstyrelsens förslag"."""


@lru_cache(maxsize=4096)
def section_heading(line: str) -> SectionHeading | None:
    """The section that a line opens, when the whole line (a final colon aside) is one of the known headings."""
    bare = line.strip().strip("*_ ")
    if len(bare) > 90 or not bare or bare[0].isdigit() or bare.lower().startswith(_NO_HEADING):
        return None
    exact, open_ended = _headings()
    words = " ".join(bare.rstrip(": ").lower().split())
    found = exact.get(words) or (exact.get(f"{words}:") if bare.endswith(":") else None)
    if found is not None:
        return SectionHeading(found, "")
    if to := _PROPOSED_TO.fullmatch(words):
        return SectionHeading(Section.PROPOSAL, "", to["to"])
    for heading in open_ended:
        if heading.words in words and words.endswith(heading.end) and (match := heading.pattern.fullmatch(bare)):
            named = match.groupdict()
            if _DECIDES.search(named.get("body") or ""):
                return None  # "Nämnden beslutar enligt utskottets förslag" is a sentence
            decided_in = heading.section is Section.EARLIER and words.startswith("beslut i ")
            addressed = (named.get("to") or "").strip()
            if heading.end == " beslut":
                addressed = addressed.removesuffix("s")
            return SectionHeading(heading.section, (named.get("body") or "").strip(), addressed, decided_in)
    return None


BODY_NOUN = re.compile(
    r"\b[\w-]*(?:styrelse|nämnd|utskott|fullmäktige|(?<!om)råd|nätverk|grupp|direktion|beredning|kommitté"
    r"|presidie|presidium|förbundet|delegation|forum)(?:n|en|et|t|s|ns|ens|ets|ts|r|er|erna|ernas)?\b",
    re.IGNORECASE,
)
