"""Swedish word lists as data: first names, roles, parties, and words that are no names. Validated when loaded, then kept.

    first_names.yaml   which words are first names, by gender, and which often come second
    not_names.yaml     capitalised words that are no part of a person's name
    roles.yaml         roles in canonical Swedish, and what makes a word a title
    parties.yaml       party letters and names
    attendance.yaml    the words over and in lists of who was there
    titles.yaml        the words of titles of agenda items that are not of their matter
    actions.yaml       the heads of lists of actions: who is to do what, and when
    head.yaml          the labels of the fields in the heads of minutes
    presenters.yaml    how minutes say who presented a matter
    deeds.yaml         what is said of deeds where something is decided

A file that does not fit its form raises LexiconError that names the file, the place and what was expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic.alias_generators import to_camel

from graph.errors import LexiconError
from graph.faults import validation_fault
from graph.names import fold, word_forms
from graph.record import Status


class LexiconPart(BaseModel):
    """Base of all word list forms: frozen, unknown keys refused, keys in camelCase."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, validate_by_name=True)


Part = TypeVar("Part", bound=LexiconPart)


def parse_part(form: type[Part], text: str, source: str) -> Part:
    """Validate the YAML of one word list. Raises LexiconError with the file, the place and what was expected."""
    try:
        raw: Any = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", rad {mark.line + 1}" if mark else ""
        raise LexiconError(f"{source}{place}: inte giltig YAML.") from error
    try:
        return form.model_validate(raw)
    except ValidationError as error:
        raise LexiconError(f"{source}: {validation_fault(error)[0]}.") from error


def _load(form: type[Part], name: str) -> Part:
    return parse_part(form, (files("ingest") / "lexicon" / name).read_text(encoding="utf-8"), f"lexicon/{name}")


def _words(value: object) -> frozenset[str]:
    if isinstance(value, frozenset):
        return value
    if not isinstance(value, str):
        raise ValueError("expected words parted by white space")
    words = value.split()
    seen: set[str] = set()
    for word in words:
        if not word[0].isupper():
            raise ValueError(f"{word!r} does not begin with a capital")
        if word in seen:
            raise ValueError(f"{word!r} stands twice")
        seen.add(word)
    return frozenset(fold(word) for word in words)


class FirstNames(LexiconPart):
    """First names, folded (`graph.names.fold`)."""

    female: frozenset[str]
    male: frozenset[str]
    second: frozenset[str]

    _split = field_validator("female", "male", "second", mode="before")(_words)


class NotNames(LexiconPart):
    """Capitalised words that are no names: those of up to four letters as they stand ("Läns" is none, but "Lans" is a name), longer
    ones folded; endings as they stand."""

    words: frozenset[str]
    short: frozenset[str] = frozenset()
    endings: tuple[str, ...]

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, dict) or not isinstance(value.get("words"), str):
            return value
        words = value["words"]
        return {
            **value,
            "words": frozenset(fold(word) for word in words.split() if len(word) > _SHORT) & _words(words),
            "short": frozenset(word.casefold() for word in words.split() if len(word) <= _SHORT),
        }


_SHORT = 4


class ServingWords(LexiconPart):
    """What the words for a substitute who serves, or who does not, are put together from."""

    denying: tuple[str, ...]
    serves: tuple[str, ...]
    substitutes: tuple[str, ...]

    def expand(self, forms: Iterable[str]) -> tuple[str, ...]:
        """The forms, those that hold "<denying>", "<serves>" or "<substitutes>" once with each of the words in their place."""
        made = list(forms)
        for name, words in self:
            made = [form.replace(f"<{name}>", word) for form in made for word in (words if f"<{name}>" in form else ("",))]
        if unknown := next((form for form in made if "<" in form), None):
            raise ValueError(f"{unknown!r} holds no list of `serving`")
        return tuple(dict.fromkeys(made))


class Roles(LexiconPart):
    """`canonical` maps the record's word for a role to the forms that the sources use, those of `serving` put together."""

    serving: ServingWords
    canonical: dict[str, tuple[str, ...]]
    heads: tuple[str, ...]
    words: tuple[str, ...]
    before: tuple[str, ...]

    @model_validator(mode="after")
    def _put_together(self) -> Roles:
        self.canonical.update({role: self.serving.expand(forms) for role, forms in self.canonical.items()})
        return self


class PartyEntry(LexiconPart):
    letters: tuple[str, ...]
    name: str
    also: tuple[str, ...] = ()


class Parties(LexiconPart):
    parties: tuple[PartyEntry, ...]
    independent: tuple[str, ...]

    @field_validator("parties")
    @classmethod
    def _letters_once(cls, value: tuple[PartyEntry, ...]) -> tuple[PartyEntry, ...]:
        seen: set[str] = set()
        for entry in value:
            for letters in entry.letters:
                if letters in seen:
                    raise ValueError(f"the letters {letters!r} stand for two parties")
                seen.add(letters)
        return value


class LabelEntry(LexiconPart):
    """Words over a list: what they say of the status of those listed (None: what the list around it says), and their role."""

    forms: tuple[str, ...]
    status: Status | None = None
    role: str | None = None
    strong: bool = False
    """Whether these words alone open a list, wherever they stand ("Närvarande:"), or only within one ("Ersättare")."""
    kind: str = "people"
    side: str | None = None

    @field_validator("forms")
    @classmethod
    def _put_together(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        return roles().serving.expand(value)


class PhraseWords(LexiconPart):
    """The words that labels are put together from, each list by what the word does in one."""

    present: tuple[str, ...]
    present_when_denied: tuple[str, ...]
    absent: tuple[str, ...]
    absent_aside: tuple[str, ...]
    unable: tuple[str, ...]
    denying: tuple[str, ...]
    voting: tuple[str, ...]
    linking: tuple[str, ...]
    platforms: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]
    """The words for a group by the role that its people have; "" for none."""
    bodies: tuple[str, ...]
    invited: tuple[str, ...]
    summoned: tuple[str, ...]
    besides: tuple[str, ...]
    those: tuple[str, ...]


class AttendanceWords(LexiconPart):
    labels: tuple[LabelEntry, ...]
    phrases: PhraseWords
    absent_after_name: tuple[str, ...]
    present_after_name: tuple[str, ...]
    elsewhere: tuple[str, ...]
    verbs: tuple[str, ...]
    speaks: tuple[str, ...]
    written: tuple[str, ...] = Field(min_length=1)
    """Papers, in whose words somebody tells something without being there."""
    heard_elsewhere: tuple[str, ...] = Field(min_length=1)
    """How the names of those bodies end at whose own meetings somebody may have told it instead."""
    organisation_endings: tuple[str, ...]
    organisation_words: tuple[str, ...]


def _forms(value: object) -> object:
    """Lines of words, or phrases, in all their forms (`graph.names.word_forms`)."""
    if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
        return value
    return word_forms(word for line in value for word in line.split())


def _phrases(value: object) -> object:
    return word_forms(value) if isinstance(value, list) and all(isinstance(phrase, str) for phrase in value) else value


def _patterns(value: object) -> object:
    if not isinstance(value, list):
        return value
    try:
        return tuple(re.compile(pattern) for pattern in value)
    except (re.error, TypeError) as error:
        raise ValueError(f"not a pattern: {error}") from error


class TitleWords(LexiconPart):
    """Folded words by what they do to the matter that a title names; `standing` may be phrases, `frames` are of whole titles."""

    acts: frozenset[str]
    acts_of: frozenset[str]
    papers: frozenset[str]
    papers_of: frozenset[str]
    standing: frozenset[str]
    kinds: frozenset[str]
    about: frozenset[str]
    own: frozenset[str]
    labels: frozenset[str]
    tails: frozenset[str]
    frames: tuple[re.Pattern[str], ...]

    _expand = field_validator(
        "acts", "acts_of", "papers", "papers_of", "kinds", "about", "own", "labels", "tails", mode="before"
    )(_forms)
    _expand_phrases = field_validator("standing", mode="before")(_phrases)
    _compile = field_validator("frames", mode="before")(_patterns)


class ActionWords(LexiconPart):
    """Folded heads of the columns of a list of actions, which also stand before a colon; `open` names nobody, `done` says that it is done.

    `does` are the verbs of those who have taken a task on, infinitive and present; `leads` titles of lists of tasks.
    """

    what: frozenset[str]
    who: frozenset[str]
    when: frozenset[str]
    open: frozenset[str]
    done: frozenset[str]
    does: dict[str, str]
    leads: frozenset[str]

    _fold = field_validator("what", "who", "when", "open", "done", "leads", mode="before")(_phrases)


class Combined(LexiconPart):
    words: tuple[str, ...]
    links: tuple[str, ...]


class HeadWords(LexiconPart):
    """Labels in lower case by what they hold; `combined` are those put together of several words."""

    meeting_day: tuple[str, ...]
    meeting_time: tuple[str, ...]
    day: tuple[str, ...]
    time: tuple[str, ...]
    place: tuple[str, ...]
    written_day: tuple[str, ...]
    diary: tuple[str, ...]
    forum: tuple[str, ...]
    other: tuple[str, ...]
    combined: Combined
    colon_only: frozenset[str]
    short_bodies: frozenset[str]
    """As written, capitals and all."""
    places: tuple[str, ...]
    platforms: frozenset[str]


class PresenterWords(LexiconPart):
    """Words in lower case that say who presented."""

    tells: tuple[str, ...]
    about: tuple[str, ...]
    remarks: tuple[str, ...]
    opens: tuple[str, ...]
    asks: tuple[str, ...]
    raises: tuple[str, ...]
    gives: tuple[str, ...]
    gets: tuple[str, ...]
    accounts: tuple[str, ...]
    comes: tuple[str, ...]
    visits: tuple[str, ...]
    receives: tuple[str, ...]
    telling: tuple[str, ...]
    told: tuple[str, ...]
    given: tuple[str, ...]
    fields: tuple[str, ...]
    guests: tuple[str, ...]


def _small_words(value: object) -> object:
    """Words in lower case parted by white space, or a list of words and phrases; none of them twice."""
    words = value.split() if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        return value
    for i, word in enumerate(words):
        if word != word.lower():
            raise ValueError(f"{word!r} is not in lower case")
        if word in words[:i]:
            raise ValueError(f"{word!r} stands twice")
    return words


class DeedWords(LexiconPart):
    """What is said of deeds where something is decided: `happens`, `speaks` and `talk` hold phrases too, all others single words."""

    done: frozenset[str]
    befalls: frozenset[str]
    no_act: frozenset[str]
    states: frozenset[str]
    stands: frozenset[str]
    says: frozenset[str]
    happens: tuple[str, ...]
    speaks: tuple[str, ...]
    talk: tuple[str, ...]

    _split = field_validator("done", "befalls", "no_act", "states", "stands", "says", "happens", "speaks", "talk", mode="before")(
        _small_words
    )


@cache
def first_names() -> FirstNames:
    return _load(FirstNames, "first_names.yaml")


@cache
def not_names() -> NotNames:
    return _load(NotNames, "not_names.yaml")


@cache
def roles() -> Roles:
    return _load(Roles, "roles.yaml")


@cache
def parties() -> Parties:
    return _load(Parties, "parties.yaml")


@cache
def attendance_words() -> AttendanceWords:
    return _load(AttendanceWords, "attendance.yaml")


@cache
def title_words() -> TitleWords:
    return _load(TitleWords, "titles.yaml")


@cache
def action_words() -> ActionWords:
    return _load(ActionWords, "actions.yaml")


@cache
def head_words() -> HeadWords:
    return _load(HeadWords, "head.yaml")


@cache
def presenter_words() -> PresenterWords:
    return _load(PresenterWords, "presenters.yaml")


@cache
def deed_words() -> DeedWords:
    return _load(DeedWords, "deeds.yaml")
