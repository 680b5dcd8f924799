"""The names in a list: those that begin with a known first name, and others that their surroundings close on both sides.

No list of first names holds them all. A pair of capitalised words between a title and a comma, between two other names, or before
party letters is a person in a list; the same words in running text need not be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.names import fold
from ingest.attendance.model import Body, Codes, Context
from ingest.attendance.surnames import SURNAME_BEFORE_COMMA
from ingest.attendance.words import canonical_role, has_title, is_organisation_like
from ingest.lexicon import roles
from ingest.people import split_names
from ingest.people.cutting import NameSpan
from ingest.people.words import ALSO_SURNAMES, has_surname, is_first_name, is_not_name

_LETTERS = r"(?:S|M|SD|C|V|KD|L|MP|FP)"
_LETTERS_LEAD = re.compile(rf"\s*{_LETTERS}[ \t]+(?=[A-ZÅÄÖ][a-zåäö])")
_ORG_AFTER = re.compile(
    r"\s+(?:nämnden|styrelsen|rådet|utskottet|kontoret|förvaltningen|avdelningen|kommun|kommunen|gruppen|föreningen|förbundet|skolan)\b"
)
_COMPANY = re.compile(r" (?:AB|HB|KB|Ltd|GmbH)\b")
_STREET = re.compile(r"s?\s+(?:väg|gata|gränd|plats|torg|v|g|pl)\.?\s+\d")
""" "Anna Eks väg 4" is an address."""
_OF_NO_PERSON = re.compile("|".join(pattern.pattern for pattern in (_ORG_AFTER, _COMPANY, _STREET)))
"""What stands behind words that look like a name and are none."""
_SMALL_WORD = re.compile(r"[ ](?P<word>[a-zåäö]{4,}(?:-[a-zåäö]+)*)\b")
_CODE_BEFORE = re.compile(r"[A-ZÅÄÖ][ ][^\W\d_]+(?::.|\.:)")
""" "N Kfn:": the mark of the person before, and the body over the next."""
_IN_ENTRY = re.compile(r",[ ][^,;\n]{2,60},[ ]")
_ENTRY_NEXT = re.compile(r",[ ](?!(?:ärende|punkt|pkt|kl)\b)[a-zåäö]|[ ]?\(")
_CLOSING = frozenset({"", "\n", "\t", ",", ";", ":", "/", ")"})
_WORD_BEFORE = re.compile(r"(?<![\wåäö-])(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*)\.?[ ]$")
_WORD_BEHIND = re.compile(r"[ ](?P<word>[^\W\d_]+(?:-[^\W\d_]+)*-?)(?![\w])")
_PARTY_BEHIND = re.compile(rf"[ ]?,?[ ]?\({_LETTERS}\)|,[ ]{_LETTERS}(?=,|;|\n|[ ][A-ZÅÄÖ])", re.IGNORECASE)
_MARK_BEHIND = re.compile(r"[ ](?:[A-ZÅÄÖ]{1,3}|[x×✓]|s|m|c|v|l|kd|mp|fp|sd)(?=[ ]|\n|\t|$)")
_TITLE_NEXT = re.compile(r",[ ](?=[a-zåäö]{3})")
_JOINED_BEFORE = (" och ", "samt ", " för ", "ätter ")


def list_names(context: Context, start: int, end: int, codes: Codes | None = None) -> list[NameSpan]:
    """The names in a list: known ones, and others that stand by themselves between separators."""
    text = context.text
    letters = ""
    if codes and codes.meaning:
        letters = "".join(code.upper() for code in codes.meaning if len(code) == 1 and code.isalpha())
    if codes and codes.matrix and "X" not in letters:
        letters += "X"
    known = context.names.get((start, end, letters))
    if known is not None:
        return known
    inverted = _surnames_first(text, start, end, often=context.surnames_before_commas)
    if inverted:
        context.names[start, end, letters] = inverted
        return inverted
    bodies = context.bodies(start, end)
    spans = [
        body.span
        for body in bodies
        if (body.municipality or not is_first_name(text[body.span[0] : body.span[1]]))
        and not (
            body.name in ALSO_SURNAMES
            and ((context.county and body.name not in context.county) or _closes_surname(context, body, bodies))
        )
        and not (body.municipality and _is_last_surname(context, body))
    ]
    bare = context.parties_behind_names or _LETTERS_LEAD.match(text, start, end)
    single = frozenset(letters + ("SMCVL" if bare else ""))
    found = split_names(
        text,
        start,
        end,
        bodies=spans,
        breaks=context.struck_edges,
        ignore=single,
        letters_behind_commas=context.parties_in_commas,
    )
    if inverted := context.find_surnames_first(start, end):
        others = [name for name in found if all(name.end <= a.start or a.end <= name.start for a in inverted)]
        found = sorted([*inverted, *others], key=lambda name: name.start)
    found = _without_affiliations(text, found, start, end)
    found = [_with_farm_name(text, name, start, end, bodies) for name in found]
    found = [_without_body_alone(context, name) for name in found]
    found = [name for name in _with_initials(text, found, start, end) if not _has_left_seat(text, name, start)]
    names: list[NameSpan] = []
    in_row = len(found) > _IN_ROW and _run_together(text, found) >= _IN_ROW
    for name, following in pairwise([*(_without_organisation(text, name) for name in found), None]):
        assert name is not None
        behind = names[-1].end if names else None
        adjacent = behind is not None and not text[behind : name.start].strip(" ") and _is_next(text, name, following)
        if (in_row and adjacent) or _is_listed(context, name, start, end, bodies, behind, following):
            names.append(name)
    context.names[start, end, letters] = names
    return names


def _closes_surname(context: Context, body: Body, bodies: Sequence[Body]) -> bool:
    """Whether a municipality whose name is a surname too stands right behind another capitalised word, as the last of a name with a comma
    or party letters behind, in a list where no other municipality stands so ("Anna Ek Berg, rektor"), or behind first names alone
    ("Mats Ola Berg") where few others do."""
    text = context.text
    behind_names = sum(
        other.municipality
        and other.name != body.name
        and bool(_SURNAME_BEFORE.search(text, max(0, other.span[0] - 30), other.span[0]))
        for other in bodies
    )
    firsts = _FIRST_NAMES_BEFORE.search(text, max(0, body.span[0] - 40), body.span[0])
    if firsts and behind_names < _TOWNS_BEHIND and all(is_first_name(word) for word in firsts.group().split()):
        return True
    if not _SURNAME_BEFORE.search(text, max(0, body.span[0] - 30), body.span[0]) or not _CLOSES_NAME.match(text, body.span[1]):
        return False
    return not behind_names


def _is_last_surname(context: Context, body: Body) -> bool:
    """Whether a municipality's name is the second surname of a person whose party stands right behind it ("Anna Alm Mora (S)"), in a document
    where no other stands so: a list that gives the towns of its people has several."""
    text = context.text
    if text[body.span[1] : body.span[1] + 2] != " (" or text[body.span[0] - 1 : body.span[0]] != " ":
        return False
    return context.towns_before_parties == (text[body.span[0] : body.span[1]],)


_TOWNS_BEHIND = 3
"""So many other towns behind names tell that a list has one behind each."""


def _has_left_seat(text: str, name: NameSpan, start: int) -> bool:
    """ "Vakant (efter Anna Ek, avsägelse)": who has left the seat."""
    return (
        text[name.start - 2 : name.start] in _BEFORE_LEFT
        and _LEFT_SEAT.search(text, max(start, name.start - _LEFT_REACH), name.start) is not None
    )


_LEFT_SEAT = re.compile(
    r"\b(?:vakant|vakans|vacant)[ ]?(?:plats[ ]?)?[(,][ ]?(?:efter|tidigare|f\.?d\.?|avgången)[ ]$", re.IGNORECASE
)
_BEFORE_LEFT = frozenset(f"{last} " for last in "rReEdDnN.")
"""A last letter of the words before the name, and the space."""
_LEFT_REACH = 30
"""Characters; the words before the name are no longer."""


def _run_together(text: str, names: Sequence[NameSpan]) -> int:
    """How many known names have another right behind them."""
    return sum(a.known and b.known and not text[a.end : b.start].strip(" ") for a, b in pairwise(names))


_FIRST_NAMES_BEFORE = re.compile(r"(?:(?<=[\n\t,;])|(?<=[\n\t,;] )|^)[A-ZÅÄÖ][^\W\d_]+ [A-ZÅÄÖ][^\W\d_]+ $")
_CLOSES_NAME = re.compile(rf", | \(|\)| (?=[a-zåäö]{{4}})| {_LETTERS}(?=[ ][xX×1–-](?:[ \n]|$)|[ ]*\n)")
_SURNAME_BEFORE = re.compile(r"[A-ZÅÄÖ][^\W\d_]+[ ]$")


def _is_body_with_limit(text: str, name: NameSpan, end: int) -> bool:
    """Whether words behind a person and a comma are whom he or she stands for: the shape of an organisation, or behind them the matters
    that the person was there for ("Anna Ek, Förenade Bryggbyar, 62"); not where they close with a surname's shape."""
    words = text[name.start : name.end]
    return is_organisation_like(words) or (not has_surname(words) and _LIMIT_BEHIND.match(text, name.end, end) is not None)


_LIMIT_BEHIND = re.compile(r",[ ](?:§{1,2}[ ]?)?\d{1,3}(?![\d.])")


def _without_affiliations(text: str, found: list[NameSpan], start: int, end: int) -> list[NameSpan]:
    """The names without those that are whom a person stands for, in a list that gives a person and an affiliation in each line or
    between semicolons ("Anna Ek, Ideell Allians"): such words begin with no known first name. Where such a name runs over the line's
    end, its second line is a person of its own."""
    suspects = {
        name
        for before, name in pairwise(found)
        if before.known and not name.known and _ONLY_COMMA.fullmatch(text, before.end, name.start)
    }
    bodies = {name for name in suspects if _is_body_with_limit(text, name, end)}
    found, suspects = [name for name in found if name not in bodies], suspects - bodies
    if not suspects or not _gives_affiliations(text, found, start, end, bulleted=all(_in_item(text, name) for name in suspects)):
        return found
    out: list[NameSpan] = []
    for name in found:
        if name not in suspects:
            out.append(name)
        elif (line_end := text.find("\n", name.start, name.end)) >= 0:
            begin = line_end + len(text[line_end : name.end]) - len(text[line_end : name.end].lstrip())
            out.append(NameSpan(begin, name.end, False) if " " in text[begin : name.end] else name)
        elif not _ENTRY_END.match(text, name.end, end):
            out.append(name)
    return out


_ONLY_COMMA = re.compile(r"(?:[ ]\([A-ZÅÄÖ]{2,3}\))?,[ ]")
"""Nothing but a comma, or initials before it."""
_ENTRY_END = re.compile(r"[ ]*(?:\([a-zåäö][^()\n]{3,60}\)[ ]*)?(?:[;\n]|$)")
_ENTRY = re.compile(r"[^;\n]+")
_AFFILIATIONS = 3
"""Lines that give one person and one affiliation, for it to be the way of the list; of items with bullets or entries between semicolons two will do."""


def _in_item(text: str, name: NameSpan) -> bool:
    """Whether a name stands in a line that begins with a bullet."""
    return _BULLET.match(text, text.rfind("\n", 0, name.start) + 1) is not None


_BULLET = re.compile(r"[ \t]*[•▪*–-][ \t]+")


def _gives_affiliations(text: str, found: Sequence[NameSpan], start: int, end: int, *, bulleted: bool) -> bool:
    """Whether the entries of a list are a known name and, behind a comma, something else; and no two known names stand with
    nothing but a comma between them."""
    known = [name for name in found if name.known]
    if any(_ONLY_COMMA.fullmatch(text, a.end, b.start) for a, b in pairwise(known)):
        return False
    starts = {name.start for name in known}
    pairs = 0
    for entry in _ENTRY.finditer(text, start, end):
        words = entry.group()
        begin = entry.start() + len(words) - len(words.lstrip(" \t•*–-"))
        inside = sum(entry.start() <= at < entry.end() for at in starts) if words.count(",") == 1 else 0
        pairs += inside == 1 and begin in starts
    return pairs >= _AFFILIATIONS or (pairs > 1 and (bulleted or ";" in text[start:end]))


def _surnames_first(text: str, start: int, end: int, *, often: bool) -> list[NameSpan]:
    """The names of a list that gives the surname first, before a comma ("Ek, Anna Alm Lind, Bo"): where it begins
    with one, and nearly all that stands around its commas is so; else none. `often` tells that the document has such a list, so that
    others may be short."""
    fewest = 1 if often else _INVERTED
    if text.count(", ", start, end) < fewest:
        return []
    found = [
        match
        for match in SURNAME_BEFORE_COMMA.finditer(text, start, end)
        if is_first_name(match["first"])
        and (often or not is_first_name(match["last"].split()[0]))
        and not is_not_name(match["last"].split()[0])
    ]
    leads = found and _CAPITAL.search(text, start, found[0].start()) is None
    if not leads or len(found) < fewest or len(found) < 0.9 * len(_COMMA_NAME.findall(text[start:end])):
        return []
    return [NameSpan(match.start("last"), match.end("first"), True) for match in found]


_CAPITAL = re.compile(r"[A-ZÅÄÖ]")
_COMMA_NAME = re.compile(r"[A-ZÅÄÖ][^\W\d_]+, [A-ZÅÄÖ][^\W\d_]+")
_INVERTED = 4


def _with_farm_name(text: str, name: NameSpan, start: int, end: int, bodies: Sequence[Body]) -> NameSpan:
    """ "Knubb Anna Ek (S)": a word before the first name that begins its entry, where party letters close the name: in Dalarna the
    name of the farm stands there."""
    if not name.known or text[name.start - 1 : name.start] != " " or not _LETTERS_BEHIND.match(text, name.end, end):
        return name
    before = _FARM.search(text, max(start, name.start - 30), name.start)
    if before is None:
        return name
    if any(b.span[0] < name.start and before.start("farm") < b.span[1] for b in bodies):
        return name
    word = before["farm"]
    if is_not_name(word) or has_title(word) or is_first_name(word):
        return name
    return NameSpan(before.start("farm"), name.end, True)


def _with_initials(text: str, found: list[NameSpan], start: int, end: int) -> list[NameSpan]:
    """ "B. Anna Ek (S)": an initial with its point that begins the entry belongs to the name; where several names of a list have one
    it may number them."""
    led = [name for name in found if name.known and text[name.start - 2 : name.start] == ". "]
    if len(led) != 1:
        return found
    at = [match.start("initial") for name in led if (match := _INITIAL.search(text, max(start, name.start - 6), name.start))]
    if len(at) != 1 or not _ANY_LETTERS.match(text, led[0].end, end):
        return found
    return [NameSpan(at[0], name.end, True) if name is led[0] else name for name in found]


_ANY_LETTERS = re.compile(r"[ ]?\([A-Za-zÅÄÖåäö]{1,4}\)")
_INITIAL = re.compile(r"(?:^|[\n\t,;])[ ]*(?P<initial>[A-ZÅÄÖ]\.)[ ]$")
_LETTERS_BEHIND = re.compile(r"[ ]?\([A-ZÅÄÖ]{1,4}\)")
_FARM = re.compile(r"(?:^|\n|\))[ \t]*(?P<farm>[A-ZÅÄÖ][a-zåäö]{2,})[ ]$")
_IN_ROW = 3
"""Pairs of known names with nothing between them: a list that runs its names together."""


def _is_next(text: str, name: NameSpan, following: NameSpan | None) -> bool:
    """Whether another known name follows with nothing between."""
    return following is not None and following.known and not text[name.end : following.start].strip(" ")


def _without_organisation(text: str, name: NameSpan) -> NameSpan:
    """ "Anna Ek Finska föreningen": the last capitalised word belongs to the organisation."""
    words = text[name.start : name.end].split()
    if len(words) < 3:
        return name
    behind = _SMALL_WORD.match(text, name.end)
    if not (_ORG_AFTER.match(text, name.end) or (behind and is_organisation_like(behind["word"]))):
        return name
    return NameSpan(name.start, text.rindex(words[-1], name.start, name.end) - 1, name.known)


def _without_body_alone(context: Context, name: NameSpan) -> NameSpan:
    """ "Bo Alm Bryggmakten" alone in its line: the third word is whom the person stands for, in a document whose lines give names of two
    words and known bodies behind them; not one that has the shape of a surname."""
    text = context.text
    if not name.known or text.count(" ", name.start, name.end) != _TWO_SPACES:
        return name
    match = _THREE_WORDS.fullmatch(text, name.start, name.end)
    if match is None or text[name.start - 1 : name.start] not in ("", "\n") or not _LINE_CLOSES.match(text, name.end):
        return name
    if is_first_name(match["middle"]) or is_first_name(match["last"]) or has_surname(match["last"]):
        return name
    return NameSpan(name.start, match.end("middle"), True) if context.names_before_bodies else name


_THREE_WORDS = re.compile(
    r"[A-ZÅÄÖ][^\W\d_]+(?:-[A-ZÅÄÖ][^\W\d_]+)? (?P<middle>[A-ZÅÄÖ][^\W\d_]{2,}) (?P<last>[A-ZÅÄÖ][a-zåäö]{4,})"
)
_TWO_SPACES = 2
_LINE_CLOSES = re.compile(r"[ ]*(?:\n|$|\()")


def _is_listed(
    context: Context, name: NameSpan, start: int, end: int, bodies: Sequence[Body], behind: int | None, following: NameSpan | None
) -> bool:
    """Whether a name, as split off, is a person of the list. `behind` is where the person before ends, `following` the name that
    comes next, listed or not."""
    text = context.text
    if _OF_NO_PERSON.match(text, name.end) or (
        text[name.start + 1] == " " and _CODE_BEFORE.fullmatch(text, name.start, name.end + 2)
    ):
        return False
    if any(body.span[0] <= name.start and name.end <= body.span[1] for body in bodies):
        return False
    if name.known:
        return True
    overlapping = [b for b in bodies if b.span[0] < name.end and name.start < b.span[1] and b.span[1] - b.span[0] > 3]
    count = len(text[name.start : name.end].split())
    if 2 <= count <= 4 and _PARTY_BEHIND.match(text, name.end, end) and all(b.span[0] > name.start for b in overlapping):
        return True
    if any(not body.municipality or body.name in context.county for body in overlapping):
        return False
    # A body right before or behind the name closes it too, in lines whose columns ran together.
    if any(b.span[1] <= name.start and not text[b.span[1] : name.start].strip(" ") for b in bodies):
        return count <= 4
    if any(name.end <= b.span[0] and not text[name.end : b.span[0]].strip(" ") for b in bodies):
        return count <= 4
    if behind is not None and (_is_company(text, behind, name, end) or _is_affiliation(text, behind, name, following)):
        return False
    if behind is not None and not text[behind : name.start].strip(" ") and has_surname(text[name.start : name.end]):
        return True  # right behind another name, as in a run of names
    if behind is not None and count == 2 and not text[behind : name.start].strip(" ") and _TITLE_NEXT.match(text, name.end, end):
        return True
    first = text[name.start : name.end].split()[0]
    if not first.isupper() and is_organisation_like(first):
        return False  # "ordförande Kvinnojouren Ljuset"
    small = _SMALL_WORD.match(text, name.end, end)
    if not 2 <= count <= 4 or (small and is_organisation_like(small["word"]) and not has_title(small["word"])):
        return False
    if (word := _organisation_behind(text, name.end, end)) and (
        _may_be_its_name(text, behind, name.start) or _GENITIVES.fullmatch(text, name.start, name.end)
    ):
        return False  # "…, Övre Norrbygdens Kreditförening"
    return _closed_before(context, start, name.start) and (word or _closed_behind(text, name, end, following))


_GENITIVES = re.compile(r"[^\W\d_]+s(?: [^\W\d_]+s)+")
""" "Norrbygdens Bryggares Distriktsförbund"."""


def _is_company(text: str, behind: int, name: NameSpan, end: int) -> bool:
    """ "Anna Ek, vd, Nordic Pine, 39": behind a title within the entry of the person before stands the company."""
    if _HEAD_OF.fullmatch(text, behind, name.start):
        return not name.known
    if not _IN_ENTRY.fullmatch(text, behind, name.start) or _ENTRY_NEXT.match(text, name.end, end):
        return False
    return has_title(text[behind : name.start].strip(" ,"))


_HEAD_OF = re.compile(r",[ ](?:tf[ .]+)?(?:vd|VD)[ ]")
""" "Anna Ek, vd Norra Kajen": no person is called by that title who has one before it."""


def _is_affiliation(text: str, behind: int, name: NameSpan, following: NameSpan | None) -> bool:
    """ "Anna Ek, Norrbygds Handelskammare Bo Alm": between a comma behind a name and the next name."""
    return text[behind : name.start].strip() == "," and _is_next(text, name, following)


def _closed_before(context: Context, start: int, at: int) -> bool:
    """Whether what stands before cannot be part of the name: a sign, a number, a title ("kostchef Tova Ek"), an organisation."""
    text = context.text
    before = text[max(start, at - 3) : at].rstrip(" *_•-–")
    if before[-1:] in _CLOSING or before[-1:].isdigit() or text[max(start, at - 5) : at].endswith(_JOINED_BEFORE):
        return True
    match = _WORD_BEFORE.search(text, max(start, at - 40), at)
    if match is None:
        return False
    word = match["word"]
    return (
        has_title(word)
        or canonical_role(word) is not None
        or is_organisation_like(word)
        or (word.isupper() and len(word) > 1)
        or word in _ANSWERS
        or (len(word) == 1 and (context.has_bare_letters or context.parties_in_commas))
    )


_ANSWERS = frozenset({"Ja", "Nej", "Avstår", "X", "x"})


def _organisation_behind(text: str, at: int, end: int) -> bool:
    """Whether a capitalised word of an organisation follows: "Anna Ek Sjukvårds- och omsorgskontoret"."""
    match = _WORD_BEHIND.match(text, at, end)
    return (
        match is not None and match["word"][0].isupper() and (match["word"].endswith("-") or is_organisation_like(match["word"]))
    )


def _may_be_its_name(text: str, behind: int | None, at: int) -> bool:
    """Whether words before an organisation's word may be its own: they stand where the person before has a body."""
    return behind is not None and text[behind:at].strip(" ") in ("", ",")


def _closed_behind(text: str, name: NameSpan, end: int, following: NameSpan | None) -> bool:
    """Whether what comes next ends the name: a sign, a mark, a title, an organisation, another person's known name."""
    at = name.end
    after = text[at : min(end, at + 3)].lstrip(" *_")
    if (
        after[:1] in ("", "\n", "\t", ",", ";", "(", "/", ".", "–", "-")
        or after[:1].isdigit()
        or after.startswith(("oc", "sa", "§"))
    ):
        return True
    if _is_next(text, name, following):
        return True
    if _MARK_BEHIND.match(text, at, end):
        return True
    match = _WORD_BEHIND.match(text, at, end)
    if match is None:
        return False
    word = match["word"]
    return has_title(word) or fold(word) in _BEFORE_TITLES or (word.isupper() and len(word) > 1)


_BEFORE_TITLES = frozenset(fold(word) for word in roles().before if len(word) > 3)
""" "bitr" of "bitr förvaltningschef"."""
