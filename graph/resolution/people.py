"""People: from names as written to Officials. Blocking, names compared, and what bodies, roles, lists and dates say.

A unit is one spelling with one body. Units become one person when exactly one candidate stands clear and nothing known of
either speaks against it; the rest is left apart, and told as doubtful.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from graph.identifiers import official_id
from graph.names import fold, slug, squash
from graph.resolution.bodies import Bodies
from graph.resolution.clusters import Blocks, Groups
from graph.resolution.judging import Judgements
from graph.resolution.known import Refs
from graph.resolution.ledger import Ledger, Sighting, SightingKind, Where
from graph.resolution.model import CERTAIN, DOUBTFUL, DecidedBy, DoubtfulPair, Entity, Link, Reason, UnitSeen, unit_key
from graph.resolution.people_units import Constraints, Unit
from graph.resolution.person_names import NameMatch, PersonName, compare_names, is_common, parse_name
from graph.resolution.roles import PLAIN_ROLES, walk_of_life
from graph.resolution.spellings import Spellings
from graph.schema import Label

MERGE: Final = 0.85
MARGIN: Final = 0.05
"""How far the best candidate must stand before the next."""

_OFTEN: Final = 5
"""Two spellings that are each seen in so many documents, about as often, are hardly slips of one another."""
_MANY: Final = 0.25
"""A name is common when chance alone, mixing first names and surnames, would give so many more people of that name."""


@dataclass
class People:
    links: dict[str, Refs] = field(default_factory=lambda: defaultdict(dict))
    entities: dict[str, Entity] = field(default_factory=dict)
    doubtful: list[DoubtfulPair] = field(default_factory=list)
    merged: list[DoubtfulPair] = field(default_factory=list)
    units: dict[tuple[Label, str], UnitSeen] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two units compared: the score, what speaks for it and what against."""

    a: int
    b: int
    score: float
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...]
    stage: int
    """Same spelling first, then slips, then shortened names, then moves: what is surer is settled before what leans on it."""


def resolve_people(ledgers: Sequence[Ledger], bodies: Bodies, judgements: Judgements) -> People:
    """Officials of all ledgers. See the module's head for the rules."""
    return _Resolver(ledgers, bodies, judgements).run()


class _Resolver:
    def __init__(self, ledgers: Sequence[Ledger], bodies: Bodies, judgements: Judgements) -> None:
        self._bodies = bodies
        self._seen: list[tuple[str, str, tuple[str, str, str]]] = []
        self._units = self._collect(ledgers)
        self._number = {unit.key: i for i, unit in enumerate(self._units)}
        self._attested = self._attestation()
        self._names = len({unit.name.sorted_tokens for unit in self._units})
        self._rulings = judgements.rulings(Label.OFFICIAL, {unit_key(unit.key): unit.documents for unit in self._units})

    # --- collecting --------------------------------------------------------------------------------------------------

    def _collect(self, ledgers: Sequence[Ledger]) -> list[Unit]:
        units: dict[tuple[str, str, str], Unit] = {}
        targets: dict[str, list[tuple[Sighting, str]]] = defaultdict(list)
        for ledger, s, text in self._bodies.people:
            targets[ledger.document].append((s, text))
        for ledger in ledgers:
            links = self._bodies.links[ledger.document]
            places = self._bodies.places[ledger.document]
            mine = [
                (
                    s,
                    parse_name(s.text),
                    self._body_of(links, s, places[s.meeting].organisation if s.meeting is not None else None),
                )
                for s in ledger.sightings
                if s.kind is SightingKind.PERSON
            ]
            mine += [(s, parse_name(text), "") for s, text in targets.get(ledger.document, ())]
            told: dict[tuple[str, ...], set[str]] = defaultdict(set)
            for _, name, body in mine:
                if body:
                    told[name.sorted_tokens].add(body)
            for s, name, body in mine:
                if not name.is_full:
                    continue
                if not body and len(told[name.sorted_tokens]) == 1:
                    (body,) = told[name.sorted_tokens]  # named without a body where the same document tells it
                region = places[s.meeting].region if s.meeting is not None and not body else None
                key = (" ".join(name.tokens), body, region or "")
                unit = units.get(key)
                if unit is None:
                    unit = units[key] = Unit(key, name)
                self._see(unit, ledger, s, name.text)
                self._seen.append((ledger.document, s.ref, key))
        return [units[key] for key in sorted(units)]

    def _body_of(self, links: Mapping[str, tuple[Link, ...]], s: Sighting, owner: str | None) -> str:
        suffix = "r" if s.where is Where.ATTENDANCE else "o"
        found = links.get(f"{s.ref}.{suffix}", ())
        if len(found) == 1:
            return found[0].entity
        # Members of a board of a municipality are listed without a body: they sit there for it.
        return owner or "" if s.where is Where.ATTENDANCE and not s.body else ""

    def _see(self, unit: Unit, ledger: Ledger, s: Sighting, text: str) -> None:
        meeting = ledger.meetings[s.meeting] if s.meeting is not None else None
        date = meeting.date if meeting else ledger.date
        unit.spellings.add(text, ledger.document, date)
        unit.documents.add(ledger.document)
        unit.weight += 1
        if s.meeting is not None:
            for link in self._bodies.links[ledger.document].get(f"m{s.meeting}.f", ()):
                unit.forums.add(link.entity)
            if s.where is Where.ATTENDANCE:
                unit.lists.add((ledger.document, s.meeting))
        if date is not None:
            unit.days.add(date)
        if s.role and s.kind is SightingKind.PERSON:
            unit.roles.add(fold(s.role))
            unit.titles.add(squash(s.role))

    def _attestation(self) -> dict[str, Counter[str]]:
        """Word of a name -> how often it stands beside each other word at its place: a slip stands beside one only."""
        attested: dict[str, Counter[str]] = defaultdict(Counter)
        for unit in self._units:
            first, *rest = unit.name.tokens
            for token in rest:
                attested[token][first] += len(unit.documents)
            attested[first]["".join(rest)] += len(unit.documents)
        return attested

    # --- comparing ---------------------------------------------------------------------------------------------------

    def _pairs(self) -> list[_Pair]:
        found: dict[tuple[int, int], _Pair] = {}
        same: dict[tuple[str, ...], list[int]] = defaultdict(list)
        blocks = Blocks(near=lambda i: self._units[i].name.joined)
        for i, unit in enumerate(self._units):
            name = unit.name
            same[name.sorted_tokens].append(i)
            contexts = {unit.body, *unit.forums} - {""} or {""}
            initials = "".join(token[0] for token in name.tokens)
            for context in contexts:
                for token in set(name.tokens):
                    blocks.add((context, token), i)
                blocks.add((context, initials), i)
                blocks.add((context, name.tokens[0][0], name.tokens[1][:3]), i)
        for members in same.values():
            for pair in self._namesakes(members):
                found[(pair.a, pair.b)] = pair
        for a, b in blocks.pairs():
            if (a, b) not in found:
                compared = self._compare(a, b)
                if compared is not None:
                    found[(a, b)] = compared
        return sorted(found.values(), key=self._turn)

    def _turn(self, pair: _Pair) -> tuple[int, int, float, int, int]:
        """In what order pairs are settled: slips around the best attested spelling first, so that they gather there and not
        around one another; all else by score."""
        attested = max(len(self._units[pair.a].documents), len(self._units[pair.b].documents)) if pair.stage == 1 else 0
        return pair.stage, -attested, -pair.score, pair.a, pair.b

    def _namesakes(self, members: Sequence[int]) -> Iterable[_Pair]:
        if len(members) > 200:  # a name that hundreds of bodies have: only neighbours in time can have moved
            ordered = sorted(members, key=lambda i: (min(self._units[i].days, default=dt.date.max), i))
            pairs = [(a, b) for k, a in enumerate(ordered) for b in ordered[k + 1 : k + 6]]
        else:
            pairs = [(a, b) for k, a in enumerate(members) for b in members[k + 1 :]]
        for a, b in pairs:
            pair = self._compare(min(a, b), max(a, b))
            if pair is not None:
                yield pair

    def _compare(self, a: int, b: int) -> _Pair | None:
        left, right = self._units[a], self._units[b]
        match = compare_names(left.name, right.name)
        if match is None:
            return None
        same_spelling = Reason.SAME_NAME in match.reasons or (Reason.TOKEN_ORDER in match.reasons and not match.slips)
        score, reasons, against = match.score, list(match.reasons), list(match.against)
        score += self._weigh_bodies(left, right, same_spelling, reasons, against)
        score += self._weigh_roles(left, right, reasons, against)
        if not same_spelling:
            score += self._weigh_slips(match, left, right, against)
        if score < DOUBTFUL:
            return None
        moved = bool(left.body and right.body) and Reason.SAME_BODY not in reasons
        stage = 3 if moved else 2 if Reason.SHORTENED in match.reasons else 0 if same_spelling else 1
        return _Pair(a, b, round(min(score, 1.0), 3), tuple(reasons), tuple(against), stage)

    def _weigh_bodies(self, left: Unit, right: Unit, same_spelling: bool, reasons: list[Reason], against: list[Reason]) -> float:
        share_document = bool(left.documents & right.documents)
        share_forum = bool(left.forums & right.forums)
        if left.body and left.body == right.body:
            reasons.append(Reason.SAME_BODY)
            return 0.03
        if left.body and right.body:
            return self._weigh_move(left, right, same_spelling, share_forum, reasons, against)
        if self._regions_differ(left, right):
            against.append(Reason.OTHER_REGION)
            return -0.2
        if share_document:
            reasons.append(Reason.SAME_DOCUMENT)
            return 0.02
        if share_forum:
            reasons.append(Reason.SAME_FORUM)
            return 0.0
        if same_spelling:
            return -0.1 if self._is_common(left.name) else -0.02
        against.append(Reason.NO_BODY)
        return -0.2

    def _weigh_move(
        self, left: Unit, right: Unit, same_spelling: bool, share_forum: bool, reasons: list[Reason], against: list[Reason]
    ) -> float:
        """Two bodies: a person may have moved, or speak now for a unit and now for the whole."""
        if self._is_part(left.body, right.body):
            reasons.append(Reason.SAME_BODY)
            return 0.0
        if not same_spelling:
            against.append(Reason.OTHER_BODY)
            return -0.06 if share_forum and not self._both_municipalities(left, right) else -0.2
        weight = -0.03
        elsewhere = self._regions_differ(left, right)
        if elsewhere:
            against.append(Reason.OTHER_REGION)
            weight -= 0.12
        overlapping = bool(left.days and right.days) and max(min(left.days), min(right.days)) <= min(
            max(left.days), max(right.days)
        )
        if not overlapping:
            reasons.append(Reason.MOVED)
        elif elsewhere or self._both_municipalities(left, right):
            against.append(Reason.OVERLAPPING)
            weight -= 0.06
        elif self._is_common(left.name):  # to and fro between two bodies: rather two of the name
            against.append(Reason.OVERLAPPING)
            weight -= 0.1
        if self._is_common(left.name):
            against.append(Reason.COMMON_NAME)
            weight -= 0.06
        return weight

    def _is_common(self, name: PersonName) -> bool:
        """Many people bear the name: by the lists, or by how many bear each of its words in these documents."""
        if is_common(name):
            return True
        first, last = name.tokens[0], name.tokens[-1]
        others = (len(self._attested[first]) - 1) * (len(self._attested[last]) - 1)  # but for the name itself
        expected = others / max(1, self._names)
        return expected >= _MANY

    def _regions_differ(self, left: Unit, right: Unit) -> bool:
        regions = {self._bodies.region_of(unit.body) if unit.body else unit.key[2] or None for unit in (left, right)}
        return len(regions - {None}) > 1

    def _is_part(self, a: str, b: str) -> bool:
        """Whether one body is written as a part of the other: "Socialförvaltningen, Norrby kommun" and Norrby."""
        for part, whole in ((a, b), (b, a)):
            entity = self._bodies.entities.get(part)
            if entity is not None and any(whole in unit.split("|") for unit in entity.units):
                return True
        return False

    @staticmethod
    def _both_municipalities(left: Unit, right: Unit) -> bool:
        return left.body.startswith("municipality:") and right.body.startswith("municipality:")

    def _weigh_roles(self, left: Unit, right: Unit, reasons: list[Reason], against: list[Reason]) -> float:
        if left.roles & right.roles - PLAIN_ROLES:
            reasons.append(Reason.SAME_ROLE)
            return 0.02
        ours, theirs = {walk_of_life(role) for role in left.roles}, {walk_of_life(role) for role in right.roles}
        if ours and theirs and not ours & theirs and "" not in ours | theirs:
            against.append(Reason.ROLE_CONFLICT)
            return -0.06
        return 0.0

    def _weigh_slips(self, match: NameMatch, left: Unit, right: Unit, against: list[Reason]) -> float:
        """A word that others bear too is a name of its own, not a slip of another."""
        often = sorted((len(left.documents), len(right.documents)))
        if Reason.SHORTENED not in match.reasons and often[0] >= _OFTEN and 4 * often[0] >= often[1]:
            against.append(Reason.BOTH_OFTEN)
            return -0.15
        if Reason.BOTH_REAL_NAMES in match.against:
            return 0.0
        for x, y in match.slips:
            partner = {*left.name.tokens, *right.name.tokens, "".join(left.name.tokens[1:]), "".join(right.name.tokens[1:])}
            ours = sum(n for other, n in self._attested[x].items() if other not in partner)
            theirs = sum(n for other, n in self._attested[y].items() if other not in partner)
            if min(ours, theirs) >= 2 and min(ours, theirs) * 12 >= max(ours, theirs):
                against.append(Reason.BOTH_REAL_NAMES)
                return -0.15
        return 0.0

    # --- grouping ----------------------------------------------------------------------------------------------------

    def run(self) -> People:
        units, groups = self._units, Groups(len(self._units))
        state = Constraints(units, self._rulings)
        why: dict[int, _Pair] = {}
        doubtful: dict[tuple[int, int], _Pair] = {}
        for a, b in self._rulings.same:
            state.join(groups, a, b)
            pair = _Pair(a, b, 1.0, (Reason.JUDGED,), (), 0)
            why[self._minor(pair)] = pair
        pairs = self._pairs()
        good = {(pair.a, pair.b) for pair in pairs if pair.score >= MERGE}
        for stage in range(4):
            mine = [pair for pair in pairs if pair.stage == stage]
            if stage >= 2:
                mine = [self._of_groups(pair, groups) for pair in mine if self._is_telling(pair, groups)]
            crowded = self._rivals(mine, groups, state, good)
            for pair in mine:
                if groups.find(pair.a) == groups.find(pair.b):
                    continue
                conflict = state.conflict(groups, pair.a, pair.b)
                if conflict is Reason.JUDGED:
                    continue
                clear = pair.score >= MERGE and (pair.a, pair.b) not in crowded
                if conflict is None and clear and (stage != 1 or self._heads_fit(pair, groups)):
                    why.setdefault(self._minor(pair), pair)
                    state.join(groups, pair.a, pair.b)
                elif conflict is None:
                    extra = (Reason.SEVERAL_CANDIDATES,) if (pair.a, pair.b) in crowded else ()
                    doubtful.setdefault(
                        (pair.a, pair.b), _Pair(pair.a, pair.b, pair.score, pair.reasons, (*pair.against, *extra), stage)
                    )
        for a, b in self._rulings.different:  # who stands alone because somebody said so
            pair = _Pair(a, b, 1.0, (Reason.JUDGED,), (), 0)
            why.setdefault(self._minor(pair), pair)
        return self._outcome(groups, why, doubtful, state)

    def _heads_fit(self, pair: _Pair, groups: Groups) -> bool:
        """Whether the best attested spellings of the two groups fit as well: two families do not become one by their slips."""
        a, b = (max(groups.members(unit), key=lambda m: (len(self._units[m].documents), -m)) for unit in (pair.a, pair.b))
        if (min(a, b), max(a, b)) == (pair.a, pair.b):
            return True
        heads = self._compare(min(a, b), max(a, b))
        return heads is not None and heads.score >= MERGE - MARGIN

    def _is_telling(self, pair: _Pair, groups: Groups) -> bool:
        """Whether both spellings are what their groups are mostly called: a slip in common, or a swapped name that happens to
        begin like another, says nothing."""
        return all(
            5 * self._units[unit].weight >= sum(self._units[m].weight for m in groups.members(unit)) for unit in (pair.a, pair.b)
        )

    def _of_groups(self, pair: _Pair, groups: Groups) -> _Pair:
        """A move, weighed once more with all the days that the two groups are known on."""
        if pair.stage != 3 or Reason.MOVED not in pair.reasons:
            return pair
        (first, last), (begin, end) = (self._known_days(groups, unit) for unit in (pair.a, pair.b))
        if max(first, begin) > min(last, end):
            return pair
        reasons = tuple(reason for reason in pair.reasons if reason is not Reason.MOVED)
        return replace(pair, score=pair.score - 0.06, reasons=reasons, against=(*pair.against, Reason.OVERLAPPING))

    def _known_days(self, groups: Groups, unit: int) -> tuple[dt.date, dt.date]:
        days = [day for m in groups.members(unit) for day in self._units[m].days]
        return min(days, default=dt.date.max), max(days, default=dt.date.min)

    def _rivals(
        self, pairs: Sequence[_Pair], groups: Groups, state: Constraints, good: set[tuple[int, int]]
    ) -> set[tuple[int, int]]:
        """The pairs in which one side has several good candidates that cannot be one person: none of them stands clear."""
        options: dict[int, list[tuple[float, int, _Pair]]] = defaultdict(list)
        for pair in pairs:
            if pair.score >= MERGE - MARGIN and state.conflict(groups, pair.a, pair.b) is None:
                options[pair.a].append((pair.score, pair.b, pair))
                options[pair.b].append((pair.score, pair.a, pair))
        crowded: set[tuple[int, int]] = set()
        for unit, mine in options.items():
            if len(mine) < 2:
                continue
            best = max(score for score, _, _ in mine)
            near = [(other, pair) for score, other, pair in mine if score > best - MARGIN]
            if any(self._are_rivals(groups, state, good, unit, x, y) for k, (x, _) in enumerate(near) for y, _ in near[k + 1 :]):
                crowded.update((pair.a, pair.b) for _, pair in near)
                continue
            clear = [(other, pair) for score, other, pair in mine if score > best - MARGIN]
            for _, other, pair in mine:
                if any(self._are_rivals(groups, state, good, unit, other, x) for x, _ in clear if x != other):
                    crowded.add((pair.a, pair.b))
        return crowded

    def _are_rivals(self, groups: Groups, state: Constraints, good: set[tuple[int, int]], unit: int, x: int, y: int) -> bool:
        """Whether two candidates of one unit are two people: they conflict, or are namesakes that are kept apart, or their names
        do not fit one another."""
        if groups.find(x) == groups.find(y):
            return False
        if state.conflict(groups, x, y) is not None:
            return True
        if not self._units[unit].body and self._units[x].name.sorted_tokens == self._units[y].name.sorted_tokens:
            return (min(x, y), max(x, y)) not in good
        match = compare_names(self._units[x].name, self._units[y].name)
        return match is None and self._shortens(unit, x) and self._shortens(unit, y)

    def _shortens(self, short: int, long: int) -> bool:
        ours, theirs = self._units[short].name.tokens, self._units[long].name.tokens
        return len(ours) < len(theirs) or (len(ours[0]) == 1 and len(theirs[0]) > 1)

    def _minor(self, pair: _Pair) -> int:
        """The side that is taken into the other: the less attested one."""
        a, b = self._units[pair.a], self._units[pair.b]
        return pair.a if (len(a.documents), -pair.a) < (len(b.documents), -pair.b) else pair.b

    # --- outcome -----------------------------------------------------------------------------------------------------

    def _outcome(
        self, groups: Groups, why: Mapping[int, _Pair], doubtful: Mapping[tuple[int, int], _Pair], state: Constraints
    ) -> People:
        out = People()
        ids = self._name(groups, out)
        links: dict[int, tuple[Link, ...]] = {}
        for number in range(len(self._units)):
            pair = why.get(number)
            if pair is None:
                link = Link(ids[groups.find(number)], 1.0, DecidedBy.RULE, (Reason.SAME_NAME,))
            else:
                decided = DecidedBy.REVIEWER if Reason.JUDGED in pair.reasons else DecidedBy.RULE
                link = Link(ids[groups.find(number)], pair.score, decided, pair.reasons)
            links[number] = (link,)
        for document, ref, key in self._seen:
            out.links[document][ref] = links[self._number[key]]
        open_pairs: dict[tuple[str, str], DoubtfulPair] = {}
        for (a, b), pair in doubtful.items():
            left, right = ids[groups.find(a)], ids[groups.find(b)]
            if left == right or state.conflict(groups, a, b) is not None:
                continue
            weight = min(sum(self._units[m].weight for m in groups.members(x)) for x in (a, b))
            entry = self._told(pair, left, right, weight)
            known = open_pairs.get((min(left, right), max(left, right)))
            if known is None or (entry.score, known.left_unit) > (known.score, entry.left_unit):
                open_pairs[(min(left, right), max(left, right))] = entry
        out.doubtful = sorted(open_pairs.values(), key=lambda p: (-p.weight, -p.score, p.left, p.right))
        self._tell_units(out, ids, groups)
        for pair in why.values():
            id_ = ids[groups.find(pair.a)]
            if pair.score < CERTAIN and id_ == ids[groups.find(pair.b)]:
                weight = min(self._units[pair.a].weight, self._units[pair.b].weight)
                out.merged.append(self._told(pair, id_, id_, weight))
        out.merged.sort(key=lambda p: (-p.weight, p.score, p.left_unit, p.right_unit))
        return out

    def _told(self, pair: _Pair, left: str, right: str, weight: int) -> DoubtfulPair:
        a, b = (unit_key(self._units[unit].key) for unit in (pair.a, pair.b))
        return DoubtfulPair(Label.OFFICIAL, left, right, a, b, pair.score, pair.reasons, pair.against, weight)

    def _tell_units(self, out: People, ids: Mapping[int, str], groups: Groups) -> None:
        for number, unit in enumerate(self._units):
            key = unit_key(unit.key)
            out.units[Label.OFFICIAL, key] = UnitSeen(
                label=Label.OFFICIAL,
                key=key,
                entity=ids[groups.find(number)],
                spelling=unit.spellings.best(),
                spellings=tuple(unit.spellings.all()),
                documents=tuple(sorted(unit.documents)),
                weight=unit.weight,
                body=unit.body,
                roles=tuple(sorted(unit.titles)),
                first=min(unit.days, default=None),
                last=max(unit.days, default=None),
            )

    def _name(self, groups: Groups, out: People) -> dict[int, str]:
        """Group -> entity id. Namesakes: the one seen first has the plain id, the others their body beside it."""
        chosen: list[tuple[str, dt.date, str, int, list[int], Spellings]] = []
        for members in groups.all():
            spellings = Spellings.union(self._units[m].spellings for m in members)
            name = spellings.best()
            days = [day for m in members for day in self._units[m].days]
            weights: Counter[str] = Counter()
            for m in members:
                weights[self._units[m].body] += self._units[m].weight
            weights.pop("", None)
            body = min(weights, key=lambda b: (-weights[b], b)) if weights else ""
            chosen.append((name, min(days, default=dt.date.max), body, members[0], members, spellings))
        chosen.sort(key=lambda c: (slug(c[0]), c[1], c[2], c[3]))
        ids: dict[int, str] = {}
        for name, _, body, _, members, spellings in chosen:
            id_ = official_id(name)
            if id_ in out.entities and body:
                id_ = f"{id_}-{slug(self._body_name(body))}"
            plain_id, count = id_, 2
            while id_ in out.entities:
                id_, count = f"{plain_id}-{count}", count + 1
            aliases = [text for text in spellings.all() if text != name]
            properties = {
                "id": id_,
                "name": name,
                "aliases": aliases,
                "keys": sorted({fold(text) for text in (name, *aliases)}),
            }
            units = tuple(sorted(unit_key(self._units[m].key) for m in members))
            out.entities[id_] = Entity(id_, Label.OFFICIAL, name, properties, units)
            ids[groups.find(members[0])] = id_
        return ids

    def _body_name(self, body: str) -> str:
        entity = self._bodies.entities.get(body)
        return entity.name if entity else body.partition(":")[2]
