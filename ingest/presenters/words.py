"""The words by which minutes say who presented: from `lexicon/presenters.yaml`, as patterns."""

from __future__ import annotations

import re
from functools import cache

from graph.names import lowered_between
from ingest.alternatives import Choice, by_first_letter, iter_at_words
from ingest.lexicon import presenter_words
from ingest.phrases import Phrases
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
    return rf"(?:(?!(?:att|om|på|fråg\w+|synpunkt\w*)\b|och\s+[\wåäö]+(?:ar|er|ade|de|te)\b)[\wåäö-]+\s+){{0,3}}?[\wåäö-]*(?:{_any(presenter_words().accounts)})(?:en|et|n|er)?\b"


_TO_TELL = r"(?:och|för\s+att|med\s+att)"
_IN_WRITING = r"\s+i\s+(?:(?:sin|sitt|en|ett)\s+)?(?:skrivelse|motion|interpellation|yttrande|brev|mejl|underlag|överklagande)\w*"
_OF_ONESELF = (
    rf"{_IN_WRITING}|"
    r"\s+(?:sig|tillbaka|i\s?gång)\b|(?:(?<=beskriver)|(?<=beskrev))\s+(?:att|hur)\b"
    r"|(?:(?<=kompletterar med)|(?<=kompletterade med))\s+(?:att|(?:\w+\s+)?(?:fråg|synpunkt|förslag)\w*)\b"
    r"|\s+(?:\w+\s+){0,2}(?:jäv|yrkande|reservation|röst|avvikande|intresse|förståelse|engagemang|uppskattning|hänsyn|slutsats\w*|parallell\w*|lärdom\w*|lott)\b"
)
"""What stands behind a verb of showing or telling that presents nothing: "visade intresse", "drar slutsatsen", "beskrev att", "beskrev i sin skrivelse"."""


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
def telling_forms() -> Phrases:
    """The forms that a match of `tells` begins with."""
    words = presenter_words()
    return Phrases(words.tells, words.about, words.gives, words.comes)


@cache
def remarks() -> re.Pattern[str]:
    """A finite verb that says that its subject presents when the sentence gives their title."""
    return re.compile(_verb(presenter_words().remarks, r"(?![\wåäö])"))


@cache
def remarking_forms() -> Phrases:
    """The forms that a match of `remarks` begins with."""
    return Phrases(presenter_words().remarks)


@cache
def opens() -> re.Pattern[str]:
    """A finite verb that says that its subject presents in the sentence that an item begins with."""
    return re.compile(
        _verb(presenter_words().opens, rf"(?![\wåäö])(?!{_NOT_HERE})(?!(?:(?<=sammanfattar)|(?<=sammanfattade))\s+att\b)")
    )


_NOT_HERE = rf"{_IN_WRITING}|\s+(?:sig\b|(?:\w+\s+)?(?:mötet|sammanträdet|träffen|dagen)\b)"
"""What stands behind such a verb that says nothing of the matter ("inleder mötet")."""


@cache
def opening_forms() -> Phrases:
    """The forms that a match of `opens` begins with."""
    return Phrases(presenter_words().opens)


@cache
def asks() -> re.Pattern[str]:
    """A finite verb of asking or thinking, in the sentence before one that answers; nobody asks anything who wishes others welcome."""
    return re.compile(_verb(presenter_words().asks, r"(?![\wåäö])(?![^.]{0,60}\bvälkom)"))


@cache
def raises() -> re.Pattern[str]:
    """A finite verb of bringing up something of one's own, in the sentence before one that adds to it."""
    return re.compile(_verb(presenter_words().raises, r"(?![\wåäö])"))


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
def giving_forms() -> Phrases:
    """The forms that a match of `gives` begins with."""
    return Phrases(presenter_words().gives)


@cache
def coming_forms() -> Phrases:
    """The forms that a match of `comes` begins with."""
    return Phrases(presenter_words().comes)


@cache
def receiving_forms() -> Phrases:
    """The forms that a match of `receives` begins with."""
    return Phrases(presenter_words().receives)


@cache
def visiting_forms() -> Phrases:
    """The forms that a match of `visits` begins with."""
    return Phrases(presenter_words().visits)


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
def told_forms() -> Phrases:
    """Forms of which one stands in what `told_by` finds elsewhere than at the beginning of a sentence."""
    words = presenter_words()
    return Phrases(words.told, words.given, words.gets)


def may_present(text: str, start: int, end: int) -> bool:
    """A quick look whether `text[start:end]` can have anything that these words say."""
    words = words_between(text, start, end)
    if _all_forms().may_stand_in(words):
        return True
    return ("av" in words or "från" in words) and _has_account_of(lowered_between(text, start, end))


@cache
def _all_forms() -> Phrases:
    words = presenter_words()
    telling = (words.tells, words.about, words.remarks, words.opens, words.gives, words.comes, words.visits, words.receives)
    return Phrases(*telling, words.told, words.given, words.gets)


_OF = re.compile(r"(?:av|från)\b")
_LONGEST_ENDING = 3


def _has_account_of(lower: str) -> bool:
    """Whether "av" or "från" stands behind a word for what is given or held, in whatever form: "lägesrapporten från"."""
    accounts = presenter_words().accounts
    for preposition in iter_at_words(_OF, ("av", "från"), lower, 0, len(lower)):
        before = lower[: preposition.start()]
        noun = before.rstrip()
        if len(noun) < len(before) and any(noun.endswith(accounts, 0, len(noun) - k) for k in range(_LONGEST_ENDING + 1)):
            return True
    return False


_MISREAD = r"föredrag[^\W\d_]{2,7}(?:\s+[^\W\d_]jänste[^\W\d_]+)?"
"""With a slip of text recognition in its ending: "Föredragaro", "Föredragande fjänsteperson"."""


_BARE_LABELS = ("föredrag", "dragning", "dagens", "kvällens", "mötets", "inbjud", "gäst", "föreläsare")
"""How labels begin that name presenters without a colon (`marked.py`) or are misread."""


@cache
def label_opening() -> re.Pattern[str]:
    """How a line begins that can begin with any label of such a field: quicker than to try each of their patterns."""
    words = presenter_words()
    firsts = dict.fromkeys(form.split()[0] for form in (*words.fields, *words.guests))
    return re.compile(rf"\W*{by_first_letter([Choice((*map(re.escape, firsts), *_BARE_LABELS))])}", re.IGNORECASE)


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
