"""Labels put together from words: "Frånvarande ledamöter och ersättare", "Har anmält förhinder", "Vid dagens möte deltog", "Ej på plats".

The lexicon's `labels` hold fixed forms. What clerks write over lists varies more than any list of forms: here a row of words is a
label if each is one of the lexicon's `phrases` and together they say who was there (or that nobody of these was), or name a group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.names import fold
from graph.record import Status
from ingest.lexicon import attendance_words

LONGEST_PHRASE = 12
"""Words; a longer row is a sentence."""
_ENDS_OPEN = frozenset(
    {"och", "samt", "eller", "som", "att", "de", "dem", "pa", "i", "vid", "under", "till", "for", "via", "per"}
)
"""Words that no label ends in."""
_BEHIND = {"plats": "pa"}
"""Words that say something only behind another: "på plats", but not "Plats: via Teams"."""
_SOURCES = frozenset({"fran", "av"})
"""Words that a label of the absent may end in ("Återbud från"); behind others they tell where people come from."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the first `count` words of a row say as a label. `aside` tells that its only word of absence is one that also stands
    beside a name ("Sjuk", "Ledig")."""

    count: int
    status: Status | None
    role: str | None
    bodies: bool = False
    invited: bool = False
    aside: bool = False
    linking: bool = False
    """Whether it begins with a small word ("Har anmält förhinder"), as sentences also do."""


@dataclass(frozen=True, slots=True)
class _Words:
    present: frozenset[str]
    present_when_denied: frozenset[str]
    absent: frozenset[str]
    absent_aside: frozenset[str]
    unable: frozenset[str]
    denying: frozenset[str]
    voting: frozenset[str]
    linking: frozenset[str]
    groups: dict[str, str | None]
    bodies: frozenset[str]
    invited: frozenset[str]
    summoned: frozenset[str]
    besides: frozenset[str]
    those: frozenset[str]


@cache
def _words() -> _Words:
    phrases = attendance_words().phrases

    def folded(words: Sequence[str]) -> frozenset[str]:
        return frozenset(fold(word) for word in words)

    return _Words(
        folded(phrases.present), folded(phrases.present_when_denied), folded(phrases.absent), folded(phrases.absent_aside),
        folded(phrases.unable), folded(phrases.denying), folded(phrases.voting), folded(phrases.linking) | platforms(),
        {fold(word): role or None for role, group in phrases.groups.items() for word in group},
        folded(phrases.bodies), folded(phrases.invited), folded(phrases.summoned), folded(phrases.besides), folded(phrases.those),
    )  # fmt: skip


@cache
def platforms() -> frozenset[str]:
    """Words with a capital that a label may hold ("Deltagare på Teams"), folded."""
    return frozenset(fold(word) for word in attendance_words().phrases.platforms)


@cache
def phrase_words() -> frozenset[str]:
    """All words, folded, that a phrase may begin with."""
    w = _words()
    return (
        w.present | w.present_when_denied | w.absent | w.absent_aside | w.unable | w.denying | w.voting | (w.linking - platforms()) | w.bodies
        | w.invited | w.summoned | w.besides | frozenset(w.groups)
    )  # fmt: skip


@cache
def known_words() -> frozenset[str]:
    """All words, folded, that a phrase may hold."""
    return phrase_words() | platforms() | _words().those


@cache
def absent_words() -> frozenset[str]:
    """Single words, folded, that say of somebody that they were not there."""
    return _words().absent | _words().absent_aside


def phrase_status(words: Sequence[str]) -> Status | None:
    """What the folded `words`, all of them, say of the person beside or before them; None when they say nothing of it."""
    if not known_words().issuperset(words):
        return None
    phrase = read_phrase(words)
    if phrase is None or phrase.count < len(words) or phrase.role is not None or phrase.bodies or phrase.invited:
        return None
    return phrase.status


def denies(word: str) -> bool:
    """Whether a folded word is a denial."""
    return word in _words().denying


def is_denied_in_short(words: Sequence[str]) -> bool:
    """Whether two folded words deny presence, of which the second is cut short ("ej när.", "inte deltag.", "ej nvr") or was misread
    ("inte rned")."""
    if len(words) != len(("ej", "när")) or not denies(words[0]):
        return False
    word = words[1]
    if "rn" in word and word.replace("rn", "m") in _words().present_when_denied:
        return True
    return word in _SHORT or (len(word) >= _SHORTEST and any(whole.startswith(word) for whole in _words().present))


_SHORT = frozenset({"nvr", "nv"})
_SHORTEST = 3


@dataclass
class _Reading:
    """What the words so far say."""

    said: list[Status]
    denied: bool = False
    unable: bool = False
    denied_before: bool = False
    voting: bool | None = None
    roles: list[str | None] | None = None
    bodies: bool = False
    invited: bool = False
    summoned: bool = False
    aside: bool = True
    pending: bool = False
    """A denial that has met no word yet that it denies."""
    besides: bool = False
    """Whether the words name those whom the label leaves out ("Utöver ledamöterna …"), up to the word that tells who came."""


def read_phrase(words: Sequence[str]) -> Phrase | None:
    """The longest label that the folded `words` begin with; None when they begin with none. A label says of those listed that they
    were there or were not ("Närvarande ledamöter", "Ej på plats"), or else names a group with other words ("Ordinarie medlemmar")."""
    if not words or words[0] not in _taken():
        return None
    best: Phrase | None = None
    reading = _Reading([])
    groups = _words().groups
    for count, word in enumerate(words[:LONGEST_PHRASE], 1):
        before = words[count - 2] if count > 1 else ""
        if word in _BEHIND and before != _BEHIND[word]:
            break
        if count > 1 and word in _words().besides:
            break  # "Samtliga närvarande förutom …": those who did not come follow
        if word in groups and before in groups and not reading.besides:
            break  # two groups side by side are two labels
        if not _take(reading, word):
            break
        if word in _ENDS_OPEN:
            continue
        found = _judge(reading, count, words)
        if found is not None and (word not in _SOURCES or found.status is Status.ABSENT):
            best = found
    return best


@cache
def _taken() -> frozenset[str]:
    """All words, folded, that `_take` takes: a row that begins with another is no phrase."""
    w = _words()
    return (
        w.denying | w.voting | w.absent | w.absent_aside | w.present | w.present_when_denied | w.unable | w.bodies | w.invited
        | w.summoned | w.linking | w.besides | frozenset(w.groups)
    )  # fmt: skip


def _take(reading: _Reading, word: str) -> bool:
    w = _words()
    if reading.besides and (word in w.those or word in w.groups) and word not in w.present:
        return True
    if word in w.denying:
        # "Deltog ej", "Infann sig inte": the denial may stand behind what it denies.
        reading.pending = True
    elif word in w.voting:
        reading.voting = not reading.pending
        reading.pending = False
    elif word in w.absent or word in w.absent_aside:
        reading.said.append(Status.ABSENT)
        reading.aside = reading.aside and word in w.absent_aside
        reading.pending = False
    elif word in w.present or (word in w.present_when_denied and reading.pending):
        reading.said.append(Status.ABSENT if reading.pending else Status.PRESENT)
        reading.aside = False
        reading.pending = False
        reading.besides = False
    elif word in w.unable:
        reading.unable = True
    elif word in w.groups:
        reading.roles = [*(reading.roles or []), w.groups[word]]
    elif word in w.bodies:
        reading.bodies = True
    elif word in w.invited:
        reading.invited = True
    elif word in w.summoned:
        reading.summoned = True
    elif word in w.besides:
        reading.besides = True
    elif word not in w.linking and word not in w.present_when_denied:
        return False
    return True


def _judge(reading: _Reading, count: int, words: Sequence[str]) -> Phrase | None:
    said = list(reading.said)
    if reading.pending:
        if said and said[-1] is Status.PRESENT:
            said[-1] = Status.ABSENT
        elif reading.unable and not said:
            said = [Status.ABSENT]
        else:
            return None
    statuses = set(said)
    if len(statuses) > 1:
        return None
    status = statuses.pop() if statuses else None
    if reading.besides and status is None:
        return None
    if status is None and reading.voting is not None:
        status = Status.PRESENT
    if status is None and (reading.roles is None or count < 2):
        return None
    if reading.summoned and status is not Status.ABSENT:
        return None  # "Kallade ledamöter" says that they were asked to come, which a label of its own does
    return Phrase(
        count, status, _role(reading), reading.bodies and reading.roles is None, reading.invited,
        aside=status is Status.ABSENT and reading.aside and bool(reading.said), linking=words[0] in _words().linking,
    )  # fmt: skip


def _role(reading: _Reading) -> str | None:
    roles = set(reading.roles or [])
    role = roles.pop() if len(roles) == 1 else None
    if reading.voting is not None and role == "ersättare":
        return "tjänstgörande ersättare" if reading.voting else "ersättare"
    if reading.voting is False and not reading.roles:
        return "ersättare"
    return role
