"""People in running lines: names one after another with what belongs to each, on one line or many, wrapped or not.

Names are found first; what stands between two of them is then given to the one or the other. Which way a body or a
title leans ("Avesta Anna Ek, Bo Ek" or "Anna Ek Avesta, Bo Ek Mora"; "ekonom Anna Ek" or "Anna Ek, ekonom") is told by
the list as a whole: by what stands first in it and how its lines begin and end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.record import Status
from ingest.attendance.drafts import OFFICES, with_body, with_limit, with_role, with_said, with_text
from ingest.attendance.gaps import read_gap
from ingest.attendance.leaning import Leaning, are_roles_below, do_bodies_lead, find_ahead, with_dashes
from ingest.attendance.listing import list_names
from ingest.attendance.model import Body, Category, Codes, Context, Draft
from ingest.attendance.parties import find_places, settle_letters, with_cells_before, with_columns_of_letters, with_local_party
from ingest.attendance.pieces import Piece, PieceKind
from ingest.attendance.verbs import before_sentence
from ingest.attendance.words import canonical_role, said_status
from ingest.people.cutting import NameSpan

_TWO_SIDES = re.compile(r"Kommun(?:er|erna)?\s+\S")
_SEPARATED = re.compile(r"[^\S\n]*(?:,|\boch\b|\bsamt\b|/|&)[^\S\n]*\n?[^\S\n]*")


@dataclass(frozen=True, slots=True)
class Flow:
    """People found, where the list ended (a sentence began), and spans that could not be read."""

    drafts: tuple[Draft, ...]
    end: int
    bodies: tuple[Body, ...] = ()
    """Known bodies named where no person was found."""
    said: tuple[tuple[Body, Status], ...] = ()
    """What the list says of a body itself ("Mora: förhinder")."""


def read_flow(
    context: Context, start: int, end: int, category: Category, codes: Codes, *, body: Body | None = None, officer: bool = False
) -> Flow:
    """The people in `text[start:end]`. `body` is whom they represent unless the text says otherwise; `officer` tells that an
    office stands before the first of them."""
    text = context.text
    names = list_names(context, start, end, codes)
    names, stop = before_sentence(text, names, end)
    bodies = [b for b in context.bodies(start, stop) if not any(n.start < b.span[1] and b.span[0] < n.end for n in names)]
    gaps = _gaps(names, start, stop)
    if not names:
        return Flow((), stop, tuple(bodies))
    pieces = [
        read_gap(context, a, b, [x for x in bodies if a <= x.span[0] and x.span[1] <= b], codes, before_name=index < len(names))
        for index, (a, b) in enumerate(gaps)
    ]
    if codes.matrix:
        pieces = with_dashes(text, names, pieces, known=codes.both)
    as_party = context.lists_parties or any(p.kind is PieceKind.PARTY and p.inside for gap in pieces for p in gap)
    if context.parties_in_commas or any(p.kind is PieceKind.PARTY and not p.inside for gap in pieces for p in gap):
        places = find_places(context, names, pieces)
        pieces = [[with_local_party(text, piece, names, index, gap, places) for piece in gap] for index, gap in enumerate(pieces)]
    words_too = as_party and context.words_are_parties
    pieces = [
        [settle_letters(context, piece, as_party, words_too, names, index) if piece.inside else piece for piece in gap]
        for index, gap in enumerate(pieces)
    ]
    pieces = with_cells_before(text, names, with_columns_of_letters(text, names, pieces))
    leaning = Leaning(
        body_first=do_bodies_lead(text, names, pieces),
        role_first=officer or any(p.kind is PieceKind.ROLE and p.before_name and not p.inside for p in pieces[0][-1:]),
        party_first=any(p.kind is PieceKind.PARTY and p.before_name and not p.inside for p in pieces[0][-1:]),
        party_over=any(p.kind is PieceKind.PARTY and p.alone and len(text[p.start : p.end]) > 4 for p in pieces[0]),
        roles_below=are_roles_below(pieces),
        ahead=find_ahead(text, names, pieces, officer=officer),
    )
    said: list[tuple[Body, Status]] = []
    drafts = _assign(context, names, pieces, category, leaning, body, said)
    return Flow(tuple(drafts), stop, tuple(bodies), tuple(said))


def _gaps(names: Sequence[NameSpan], start: int, end: int) -> list[tuple[int, int]]:
    edges = [start, *(edge for name in names for edge in (name.start, name.end)), end]
    return [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]


def _assign(
    context: Context,
    names: Sequence[NameSpan],
    pieces: Sequence[Sequence[Piece]],
    category: Category,
    leaning: Leaning,
    body: Body | None,
    of_bodies: list[tuple[Body, Status]],
) -> list[Draft]:
    text = context.text
    drafts: list[Draft] = []
    current = body  # the body that stands over the names to come
    said: Status | None = None  # what words before a colon say of them
    next_role: str | None = None
    roles_lead = leaning.role_first  # from "samt sekreterare Anna Ek" on as well
    next_party: str | None = None
    party_over: str | None = None
    reversed_for: dict[int, int] = {}  # who was replaced by whom
    held: Body | None = None  # "Mora (Anna Ek, Bo Alm)": until the parenthesis closes
    next_said: Status | None = None
    said_inside = False  # "(frånvarande: Anna Ek, Bo Alm)": until the parenthesis closes
    skip_next = False
    two_sides = False  # "Kommun   Region X" over the list: the region's people have no body behind them, the others have
    unshared: list[int] = []  # drafts on this line that still wait for a body behind them
    for index, gap in enumerate(pieces):
        previous = len(drafts) - 1 if drafts else None
        replaced: str | None = None
        target = previous
        follows_replaced = skip_next
        if (
            said_inside
            and index
            and ")" in text[names[index - 1].end : names[index].start if index < len(names) else names[index - 1].end + 1]
        ):
            said, said_inside = None, False
        if held is not None and index and ")" in text[names[index - 1].end : names[index].start if index < len(names) else None]:
            held = None
        over: Body | None = None  # the body that begins this line, with nobody behind it yet
        begun = False  # whether the line of the next name begins with a body that no list knows
        offices = {p.value for p in gap if p.kind is PieceKind.ROLE and p.value in OFFICES and not p.inside}
        for piece in gap:
            if piece.after_break:
                over = piece.body if piece.kind is PieceKind.BODY and piece.colon else None
            elif over is not None and piece.kind in (PieceKind.SAID, PieceKind.MARK) and not piece.colon and piece.status:
                if piece.before_name and index < len(names):
                    next_said = piece.status  # "Mora: anmält förhinder Anna Ek"
                else:
                    of_bodies.append((over, piece.status))
                continue
            if (
                len(offices) > 1
                and piece.kind is PieceKind.ROLE
                and piece.value in offices
                and "tjänstgörande ersättare" not in offices
            ):
                continue  # a column of offices that ran together: whose they are cannot be told
            match piece.kind:
                case PieceKind.BODY:
                    assert piece.body is not None
                    if follows_replaced and not piece.after_break and ")" not in text[names[index - 1].end : piece.start]:
                        if piece.inside and piece.body.known and target is not None and drafts[target].body is None:
                            drafts[target] = drafts[target]._replace(body=piece.body)  # "Anna Ek för Bo Alm (Mora)"
                        continue
                    if index < len(names) and _HOLDER.fullmatch(text, piece.end, names[index].start):
                        held = piece.body  # "Mora (Anna Ek), Orsa"
                        continue
                    if (piece.colon and piece.before_break) or _stands_over(text, piece, names, index):
                        current, unshared = piece.body, []
                        continue
                    if two_sides and target is not None and piece.body.municipality:
                        for i in {target, *unshared}:
                            drafts[i] = drafts[i]._replace(body=piece.body)
                        unshared = []
                        continue
                    if target is None and piece.alone and _TWO_SIDES.match(text, piece.start):
                        current, two_sides = piece.body, True
                        continue
                    if (
                        leaning.body_first
                        and not piece.inside
                        and (piece.after_break or piece.before_name or piece.colon or target is None)
                    ):
                        current = piece.body
                        unshared = []
                    elif (
                        target is not None
                        and piece.after_break
                        and not piece.body.known
                        and (not piece.alone or context.names_before_bodies)
                    ):
                        continue  # a page's margin, or a group's heading, not what a line that begins anew says of the person before
                    elif target is not None:
                        shared = [i for i in unshared if i != target]
                        if current is not None and not current.known and drafts[target].body is current and piece.after_comma:
                            drafts[target] = drafts[target]._replace(body=None)  # "För föreningarna:" / "Anna Ek, Bryggklubben"
                        drafts[target] = with_body(drafts[target], piece.body)
                        for i in shared:
                            drafts[i] = with_body(drafts[i], piece.body)
                        unshared = []
                    elif (piece.before_name or piece.alone) and (piece.body.known or piece.value[:1].isupper()):
                        current = piece.body
                case PieceKind.ROLE if (
                    piece.inside and piece.value == "ersättare" and index and _right_before(text, piece, names, index)
                ):
                    # "Anna Ek (ers. Bo Alm), Mora": which of the two came only a list of those who decided tells.
                    replaced = "next" if category.deciding else "perhaps"
                case PieceKind.ROLE if index == len(names) and piece.after_break and text[piece.end : piece.end + 1] == "\t":
                    continue  # the margin of a row whose other words stand under a label of their own: "ordf<tab>Ordförande: …"
                case PieceKind.ROLE:
                    wrapped = roles_lead and piece is gap[-1] and piece.before_break and piece.after_comma
                    goes_on = (piece.before_name or wrapped) and index < len(names)
                    added = goes_on and not piece.inside and index > 0 and _is_added(text, names[index - 1].end, piece)
                    added = added or piece.start in leaning.ahead
                    roles_lead = roles_lead or added
                    if added or (
                        goes_on
                        and not piece.inside
                        and (
                            target is None
                            or piece.after_break
                            or begun
                            or (roles_lead and not _right_behind(text, names[index - 1], piece))
                        )
                    ):
                        next_role = piece.value
                    elif (
                        roles_lead
                        and not piece.inside
                        and not piece.after_comma
                        and index
                        and text[names[index - 1].end : piece.start].rstrip().endswith(")")
                    ):
                        continue  # the office of a vacant seat: "1:e vice ordförande - (S)"
                    elif target is not None and (
                        leaning.roles_below or not (piece.alone and not piece.after_comma and _is_heading(piece))
                    ):
                        drafts[target] = with_role(drafts[target], piece.value)
                case PieceKind.PARTY if leaning.party_over and piece.alone:
                    party_over = None if piece.value == "-" else piece.value
                case PieceKind.PARTY if piece.start in leaning.ahead:
                    next_party = piece.value
                case PieceKind.PARTY if leaning.party_first and piece.before_name and not piece.inside and index < len(names):
                    next_party = piece.value
                case PieceKind.PARTY if target is not None and (not follows_replaced or piece.alone):
                    drafts[target] = drafts[target]._replace(
                        party=drafts[target].party or (None if piece.value == "-" else piece.value)
                    )
                case PieceKind.SAID if piece.value.casefold() == "ej" and piece.before_name and not piece.inside:
                    continue  # "(M) ej Bo Alm": what was not decided with the person is lost
                case PieceKind.MARK if piece.after_break and piece.before_name and not piece.before_break and index < len(names):
                    next_said = piece.status  # a cross in its line before the name
                case PieceKind.SAID | PieceKind.MARK if _leads_name(text, piece, names, index):
                    next_said = piece.status
                case PieceKind.SAID if piece.colon or _stands_over(text, piece, names, index):
                    said, said_inside = piece.status, piece.inside
                case PieceKind.SAID if follows_replaced and _IN_PLACE.match(text, piece.start - 1):
                    continue  # "i Bo Alms frånvaro"
                case PieceKind.SAID | PieceKind.MARK if (
                    follows_replaced
                    and (not piece.after_break or text[piece.start].islower())
                    and said_status(piece.value) is Status.ABSENT
                ):
                    continue  # "för Bo Alm (S), som anmält förhinder": of the one who is replaced, who is away anyhow
                case PieceKind.SAID | PieceKind.MARK if target is not None:
                    for i in _told_together(text, drafts, piece):
                        drafts[i] = with_said(drafts[i], piece.status)
                case PieceKind.LIMIT if (
                    target is not None
                    and piece.value[:1].isdigit()
                    and (piece.after_break or "\n\n" in text[drafts[target].end : piece.start])  # of a page's head: "3 maj (11)"
                ):
                    continue
                case PieceKind.LIMIT if target is not None:
                    if category.status is Status.UNKNOWN and _CAME.match(text, piece.start, piece.end):
                        drafts[target] = with_said(drafts[target], Status.PRESENT)
                    drafts[target] = with_limit(drafts[target], piece.value)
                case PieceKind.STANDS_FOR if target is not None and index < len(names) and index > 0:
                    replaced = "next"
                case PieceKind.REPLACED_BY if target is not None and index < len(names):
                    replaced = "reversed"
                case PieceKind.VACANT if (
                    target is not None
                    and not piece.after_break
                    and category.status is Status.PRESENT
                    and "kalla" in text[piece.start : piece.end]
                ):
                    drafts[target] = with_said(drafts[target], Status.UNKNOWN)  # "ersättare ej inkallad": one who came needs none
                case PieceKind.TEXT if (
                    piece.colon and index < len(names) and piece.value[:1].isupper() and len(piece.value.split()) <= 4
                ):
                    # "Hjärt-Lung: Anna Ek, Bo Ek": words over the names of their line.
                    current, unshared = Body(piece.value, False, False, (piece.start, piece.end)), []
                case PieceKind.TEXT if (
                    leaning.body_first and current is not None and index and _begins_line(text, piece, names, index)
                ):
                    # "Skogsmakten Anna Ek" below "Mora Bo Alm": a body that no list knows.
                    current, unshared, begun = Body(piece.value, False, False, (piece.start, piece.end)), [], True
                case PieceKind.TEXT:
                    if target is not None and not piece.after_break and not follows_replaced:
                        drafts[target] = with_text(drafts[target], piece, leaning)
                case _:
                    pass
        if index >= len(names):
            break
        name = names[index]
        skip_next = False
        if previous is not None and (instead := _in_place_of(text, names[index - 1].end, name)) is not None:
            name, replaced = instead, "next"
        elif replaced is None and previous is not None and _SPEAKS_FOR.search(text, names[index - 1].end, name.start):
            replaced = "perhaps"  # that the other is away is not said
        if replaced in ("next", "perhaps") and previous is not None:
            drafts[previous] = drafts[previous]._replace(replaces=context.person_name((name.start, name.end)),
                replaced=(name.start, name.end) if replaced == "next" else None,
                role=drafts[previous].role if drafts[previous].role not in (None, "ersättare", "ledamot") else "tjänstgörande ersättare",
            )  # fmt: skip
            skip_next = True
            continue
        draft = Draft(name.start, name.end, category, name.known, body=current, said=said)
        if next_role:
            draft = with_role(draft, next_role)
            next_role = None
        if party_over:
            draft = draft._replace(party=party_over)
        if next_party:
            draft = draft._replace(party=next_party)
            next_party = None
        if held is not None:
            draft = draft._replace(body=held)
        if next_said is not None:
            draft = draft._replace(said=next_said)
            next_said = None
        if previous is not None and drafts[previous].said is Status.ABSENT and _is_named_instead(text, gap, name):
            draft = draft._replace(
                said=Status.PRESENT,
                role="tjänstgörande ersättare",
                replaces=context.person_name(drafts[previous].span),
            )
        if replaced == "reversed" and previous is not None:
            draft = draft._replace(replaces=context.person_name(drafts[previous].span), role="tjänstgörande ersättare")
            if category.status is Status.ABSENT or (category.status is Status.UNKNOWN and not context.is_summons):
                draft = draft._replace(said=Status.PRESENT)  # "Frånvarande: Anna Ek, ersätts av Bo Alm"
            if not drafts[previous].limits:
                drafts[previous] = drafts[previous]._replace(said=Status.ABSENT)
                reversed_for[len(drafts)] = previous
        drafts.append(draft)
        waiting = previous is not None and (drafts[previous].body is None or (two_sides and drafts[previous].body is current))
        if previous is not None and not (waiting and _joined(text, drafts[previous].end, name.start)):
            unshared = []
        if draft.body is None or two_sides:
            unshared = [*unshared, len(drafts) - 1][-3:]
    for index, replaced_one in reversed_for.items():
        if drafts[index].limits and category.status is Status.PRESENT:
            drafts[replaced_one] = drafts[replaced_one]._replace(said=None)  # "ersatt av Bo Alm §§ 5–6": there for the rest
    return drafts


_CAME = re.compile(r"(?:deltog|närvarade|anslöt|kom|gick|lämnade|anlände)\b(?![ ]+(?:ej|inte|icke)\b)", re.IGNORECASE)
""" "deltog till kl 14", "lämnade mötet kl 11": said of one who was summoned, they tell that the person came."""


def _is_named_instead(text: str, gap: Sequence[Piece], name: NameSpan) -> bool:
    """Whether a name stands in parentheses right behind the mark that another is away: "Bo Alm S F (Anna Ek)"."""
    if text[name.start - 1 : name.start] != "(" or text[name.end : name.end + 1] != ")" or not gap:
        return False
    mark = gap[-1]
    return (
        mark.kind in (PieceKind.MARK, PieceKind.SAID)
        and mark.status is Status.ABSENT
        and not text[mark.end : name.start - 1].strip(" ")
    )


def _told_together(text: str, drafts: Sequence[Draft], piece: Piece) -> Iterable[int]:
    """The drafts of whom words behind the last name tell: of the last, and of those joined to it by "och" where a verb says it ("Anna Ek
    och Bo Alm hade förhinder"), within parentheses of all ("(Anna Ek, Bo Alm och Cilla Dahl anmälde förhinder)")."""
    last = len(drafts) - 1
    yield last
    if piece.status is not Status.ABSENT or not _VERB_FIRST.match(text, drafts[last].end):
        return
    joined = _AND
    for i in range(last, 0, -1):
        if not joined.fullmatch(text, drafts[i - 1].end, drafts[i].start):
            return
        yield i - 1
        if text.rfind("(", 0, drafts[i - 1].start) < text.rfind(")", 0, drafts[i - 1].start) + 1:
            return
        joined = _SEPARATED


_AND = re.compile(r"[ ]+(?:och|samt|&)[ ]+")
_VERB_FIRST = re.compile(
    r"\s*(?:\([^()\n]{1,20}\)\s*)?(?:har|hade|fick|anmälde|lämnade|meddelade|kunde|var|deltog|uteblev)\b", re.IGNORECASE
)


def _in_place_of(text: str, after: int, name: NameSpan) -> NameSpan | None:
    """The name without its genitive in "(i Bo Alms ställe)", "i Bo Alms frånvaro": of the member for whom the one before stands in."""
    if not _IN_PLACE.match(text, name.end) or not _IN.search(text, after, name.start):
        return None
    return name._replace(end=name.end - 1) if text[name.end - 1] == "s" else name


_IN = re.compile(r"(?:^|[\s(])i[ \n]$")
_IN_PLACE = re.compile(r"[ \n](?:ställe|frånvaro)\b")
_SPEAKS_FOR = re.compile(r"[\s(](?:representerar|företräder)[ ]$")


def _joined(text: str, start: int, end: int) -> bool:
    """Whether two names are parted by a comma or "och" alone."""
    return _SEPARATED.fullmatch(text, start, end) is not None


_ADDED = re.compile(r"(?:^|[\s)])(?:samt|och)\s+$", re.IGNORECASE)
_ADDING = re.compile(r"(?:samt|och)\s", re.IGNORECASE)


def _is_added(text: str, after: int, piece: Piece) -> bool:
    """ "… (S) samt sekreterare Anna Ek": an office behind "samt" or "och" is that of whoever follows."""
    if text[piece.start : piece.end].endswith((" var", " är")):
        return True  # "Processledare var Anna Ek"
    if _ENDED.fullmatch(text, after, piece.start) and text[piece.start].isupper():
        return True
    return _ADDING.match(text, piece.start) is not None or _ADDED.search(text, after, piece.start) is not None


_ENDED = re.compile(r"[ ]?(?:\([^()\n]{1,8}\))?\.[ ]")
""" "…, Anna Ek (S). Kommundirektör Bo Alm, …": the full stop ends one column of text that ran together."""


def _right_behind(text: str, name: NameSpan, piece: Piece) -> bool:
    return not text[name.end : piece.start].strip()


def _right_before(text: str, piece: Piece, names: Sequence[NameSpan], index: int) -> bool:
    return index < len(names) and not text[piece.end : names[index].start].strip(" .")


def _stands_over(text: str, piece: Piece, names: Sequence[NameSpan], index: int) -> bool:
    """Whether a colon and then the next name follow: "…, från Mora: Anna Ek", "…, frånvarande: Bo Alm"."""
    if index >= len(names):
        return False
    return _COLON_ONLY.fullmatch(text, piece.end, names[index].start) is not None


def _leads_name(text: str, piece: Piece, names: Sequence[NameSpan], index: int) -> bool:
    """Whether words at the beginning of a line or behind a semicolon, or behind an office there, stand before a comma and the next name:
    "Förhinder, Anna Ek"."""
    if index >= len(names) or text[piece.end : names[index].start].strip(" *_") not in (",", "–", "-"):
        return False
    line = max(text.rfind(mark, 0, piece.start) for mark in "\n;") + 1
    if index and names[index - 1].end > line:
        return False
    before = text[line : piece.start].strip(" \t*_-•")
    return not before or canonical_role(before) is not None


def _begins_line(text: str, piece: Piece, names: Sequence[NameSpan], index: int) -> bool:
    """Whether a few words with a capital begin the line of the next name."""
    if not piece.after_break or index >= len(names) or not piece.value[:1].isupper() or len(piece.value.split()) > 4:
        return False
    return "\n" not in text[piece.end : names[index].start] and "\n" in text[names[index - 1].end : piece.start]


_HOLDER = re.compile(r"[ ]\([ ]?")
_COLON_ONLY = re.compile(r"[*_]*[ ]?:[ \n*_]*")


def _is_heading(piece: Piece) -> bool:
    return piece.value[:1].isupper() and piece.alone
