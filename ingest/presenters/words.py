"""The words by which minutes say who presented: from `lexicon/presenters.yaml`, as patterns."""

from __future__ import annotations

import re
from functools import cache

from graph.names import lowered_between
from ingest.alternatives import Choice, by_first_letter
from ingest.lexicon import presenter_words
from ingest.sentences import words_between


def _patterns(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _any(words: tuple[str, ...]) -> str:
    return "|".join(_patterns(words))


_NO_PART = r"(?<![\wåäö-])"
"""What stands before a verb that is no part of another word."""


def _verb(words: tuple[str, ...], after: str) -> str:
    return by_first_letter([Choice(_patterns(words), _NO_PART, after)])


@cache
def account() -> str:
    """A pattern for what is given or held: "en kort lägesrapport"; a question about it is none."""
    return rf"(?:(?!(?:att|om|på|fråg\w+|synpunkt\w*)\b)[\wåäö-]+\s+){{0,3}}?[\wåäö-]*(?:{_any(presenter_words().accounts)})(?:en|et|n|er)?\b"


_TO_TELL = r"(?:och|för\s+att|med\s+att)"
_OF_ONESELF = (
    r"\s+(?:sig|tillbaka|i\s?gång)\b|(?:(?<=beskriver)|(?<=beskrev))\s+(?:att|hur)\b"
    r"|\s+(?:\w+\s+){0,2}(?:jäv|yrkande|reservation|röst|avvikande|intresse|förståelse|engagemang|uppskattning|hänsyn|slutsats\w*|parallell\w*|lärdom\w*|lott)\b"
)
"""What stands behind a verb of showing or telling that presents nothing: "visade intresse", "drar slutsatsen", "beskrev att"."""


def _apart(words: tuple[str, ...]) -> tuple[str, ...]:
    """Verbs, also with an adverb between their words: "gick kort igenom"."""
    return tuple(word.replace(r"\s+", r"\s+(?:[a-zåäö]+\s+){0,2}?") for word in _patterns(words))


@cache
def tells() -> re.Pattern[str]:
    """A finite verb, with the words it needs, that says that its subject presents; for text in lower case, as `remarks`."""
    words = presenter_words()
    return re.compile(
        by_first_letter(
            (
                Choice(_apart(words.tells), _NO_PART, rf"(?![\wåäö])(?!{_OF_ONESELF})"),
                Choice(_patterns(words.about), _NO_PART, r"(?=\s+(?:[\wåäö-]+\s+){0,3}?(?:om|kring|från|av)\s)"),
                Choice(_patterns(words.gives), _NO_PART, rf"\s+{account()}"),
                Choice(_patterns(words.comes), _NO_PART, rf"\b[^.]{{0,90}}?\b{_TO_TELL}\s+(?:{_any(words.telling)})\w*"),
            )
        )
    )


@cache
def telling_words() -> frozenset[str]:
    """The first words of the forms of `tells`: one of them stands in every sentence that has one."""
    words = presenter_words()
    return frozenset(form.split()[0] for form in (*words.tells, *words.about, *words.gives, *words.comes))


@cache
def remarks() -> re.Pattern[str]:
    """A finite verb that says that its subject presents when the sentence gives their title."""
    return re.compile(_verb(presenter_words().remarks, r"(?![\wåäö])"))


@cache
def account_behind() -> re.Pattern[str]:
    """What is given or held, somewhere behind the one who gives it."""
    return re.compile(account(), re.IGNORECASE)


@cache
def gives() -> re.Pattern[str]:
    """A finite verb of giving or holding, whose subject and object stand behind it: "Därefter lämnar Anna Ek en redovisning"."""
    return re.compile(_verb(presenter_words().gives, r"\s+(?=[A-ZÅÄÖa-zåäö])"))


@cache
def comes() -> re.Pattern[str]:
    """A finite verb of coming, whose subject stands behind it: "Därefter medverkade Anna Ek och berättade"."""
    return re.compile(_verb(presenter_words().comes, r"\s+(?=[A-ZÅÄÖa-zåäö])"))


@cache
def giving_words() -> frozenset[str]:
    """The first words of the forms of `gives`, `comes` and `receives`: one of them stands in every sentence that has one of these."""
    words = presenter_words()
    return frozenset(form.split()[0] for form in (*words.gives, *words.comes, *words.receives))


@cache
def to_tell() -> re.Pattern[str]:
    """What somebody who comes does there."""
    return re.compile(rf"\b(?:{_TO_TELL}|som)\s+(?:{_any(presenter_words().telling)})\b")


@cache
def who_tells() -> re.Pattern[str]:
    """What a guest does, whom others receive: "… av Anna Ek som berättade"."""
    return re.compile(rf"\b(?:som|för\s+att)\s+(?:{_any(presenter_words().telling)})\b")


@cache
def visits() -> re.Pattern[str]:
    """A finite verb of coming to the meeting, or of taking part from afar."""
    return re.compile(_verb(presenter_words().visits, r"(?![\wåäö])(?!\s+(?:inte|ej)\b)"))


@cache
def receives() -> re.Pattern[str]:
    """A finite verb of those to whom somebody comes, who stands behind it: "Vi fick besök av Anna Ek som berättade"."""
    return re.compile(_verb(presenter_words().receives, r"\s+(?=[A-ZÅÄÖa-zåäö])"))


_OF_SOMEBODY = re.compile(r"motion|interpellation|medborgarförslag|avsägelse|\bval\b|\bnya?\s", re.IGNORECASE)


def match_account(line: str) -> re.Match[str] | None:
    """A line of nothing but what is told and who tells it: "Lägesrapport (Anna)", "Information: Anna Ek, jurist"."""
    match = _account_by().match(line)
    return None if match is None or _OF_SOMEBODY.search("".join(line.partition("\n")[:2])) else match


@cache
def _account_by() -> re.Pattern[str]:
    noun = rf"[\wåäö-]*(?:{_any(presenter_words().accounts)})(?:en|et|n|er)?"
    return re.compile(
        rf"^\W*(?:[\wåäö-]+\s+){{0,2}}?{noun}\b(?:[^.:()]{{0,80}}?\((?P<aside>[^()]{{2,80}})\)|\s*:\s*(?P<value>[^.:]{{3,110}}?))[\s.*_]*$",
        re.IGNORECASE,
    )


@cache
def told_by() -> re.Pattern[str]:
    """A passive that says that who stands behind "av" presents; for text in lower case."""
    words = presenter_words()
    noun = rf"[\wåäö-]*(?:{_any(words.accounts)})(?:en|et|n)?"
    return re.compile(
        rf"(?<![\wåäö-])(?:(?:{_any(words.told)})|{noun}\s+(?:\w+\s+)?(?:{_any(words.given)}))\b[^.]{{0,140}}?\bav\s+(?=\S)"
        rf"|(?<![\wåäö-])(?:{_any(words.gets)})\s+{account()}[^.]{{0,140}}?\b(?:av|från)\s+(?=\S)"
        rf"|^\W*(?:(?:muntlig|kort)\s+)?{noun}\s+(?:av|från)\s+(?=\S)"
    )


@cache
def told_hint() -> re.Pattern[str]:
    """A quick look whether a word stands in a text with which `told_by` can be found elsewhere than at its beginning."""
    words = presenter_words()
    return re.compile(by_first_letter([Choice(_patterns((*words.told, *words.given, *words.gets)))]))


def may_present(text: str, start: int, end: int) -> bool:
    """A quick look whether any such word stands in `text[start:end]`."""
    words = words_between(text, start, end)
    if not _any_words().isdisjoint(words):
        return True
    return ("av" in words or "från" in words) and _account_of().search(lowered_between(text, start, end)) is not None


@cache
def _any_words() -> frozenset[str]:
    words = presenter_words()
    telling = (*words.tells, *words.about, *words.remarks, *words.gives, *words.comes, *words.visits, *words.receives)
    return frozenset(form.split()[0] for form in (*telling, *words.told, *words.given, *words.gets))


@cache
def _account_of() -> re.Pattern[str]:
    return re.compile(by_first_letter([Choice(_patterns(presenter_words().accounts), "", r"\w{0,3}\s+(?:av|från)\b")]))


_MISREAD = r"föredrag[^\W\d_]{2,7}(?:\s+[^\W\d_]jänste[^\W\d_]+)?"
"""With a slip of text recognition in its ending: "Föredragaro", "Föredragande fjänsteperson"."""


@cache
def field() -> re.Pattern[str]:
    """The label of a field that names presenters, or those invited (group `guest`), several times over at most."""
    words = presenter_words()
    return re.compile(
        rf"^\W*(?:(?:(?:{_any(words.fields)}|{_MISREAD})|(?P<guest>{_any(words.guests)}))\s*(?::|\s[–-]\s|\t)\s*)+", re.IGNORECASE
    )


@cache
def field_alone() -> re.Pattern[str]:
    """A line of nothing but the label of such a field."""
    words = presenter_words()
    return re.compile(rf"^\W*(?:{_any(words.fields)}|(?P<guest>{_any(words.guests)}))\s*:?\W*$", re.IGNORECASE)
