"""Layouts of who was there. Each writes its words and the truth of every line; what a layout leaves open is unknown.

A layout names the family of bodies it belongs to: `party` (elected members with party letters), `municipal` (people of
several municipalities), `officials` (the same, by title), `organisations` (brukarråd, pensionärsråd).
"""

from __future__ import annotations

from ingest.synthetic.attendance import elected, marks, municipal, organisations, serving, tables
from ingest.synthetic.attendance.parts import Layout

__all__ = ["ATTENDANCE", "Layout"]

ATTENDANCE: dict[str, Layout] = {
    "struck table": Layout(marks.struck_table, "municipal", marks=True),
    "struck rows": Layout(marks.struck_rows, "municipal", marks=True),
    "struck cells": Layout(marks.struck_cells, "municipal", marks=True),
    "struck two sides": Layout(marks.struck_two_sides, "officials", marks=True),
    "plain table": Layout(tables.plain_table, "municipal"),
    "column by column": Layout(tables.column_by_column, "municipal"),
    "chain": Layout(municipal.chain, "municipal"),
    "chain, some unrepresented": Layout(municipal.chain_with_unrepresented, "municipal"),
    "conflicting": Layout(municipal.conflicting, "municipal"),
    "alternating lines": Layout(municipal.alternating, "officials"),
    "lists": Layout(municipal.lists, "officials"),
    "grouped by municipality": Layout(municipal.grouped, "municipal"),
    "brackets": Layout(municipal.brackets, "municipal"),
    "dashes": Layout(municipal.dashes, "officials"),
    "two columns": Layout(tables.two_columns, "municipal"),
    "by side": Layout(municipal.by_side, "municipal"),
    "on site and online": Layout(municipal.on_site_and_online, "officials"),
    "summoned, some absent": Layout(municipal.summoned_some_absent, "municipal"),
    "matrix of yes and no": Layout(tables.matrix_words, "municipal"),
    "matrix of digits": Layout(tables.matrix_digits, "municipal"),
    "summoned": Layout(municipal.summoned, "officials"),
    "roster elsewhere": Layout(municipal.roster_elsewhere, "municipal"),
    "absence in prose": Layout(municipal.prose_absence, "municipal"),
    "officials with units": Layout(municipal.officials_with_units, "officials"),
    "sections": Layout(elected.sections, "party"),
    "sections inline": Layout(elected.sections_inline, "party"),
    "front table": Layout(elected.front_table, "party"),
    "members and substitutes": Layout(elected.members_and_substitutes, "party"),
    "matrix of crosses": Layout(elected.matrix_crosses, "party"),
    "role before party": Layout(elected.role_before_party, "party"),
    "party and municipality": Layout(elected.party_and_municipality, "municipal"),
    "all but": Layout(elected.all_but, "organisations"),
    "replacements": Layout(serving.replacements, "party"),
    "limits": Layout(serving.limits, "party"),
    "substitutes apart": Layout(serving.substitutes_apart, "party"),
    "vacant seats": Layout(serving.vacant_seats, "party"),
    "officers first": Layout(elected.officers_first, "party"),
    "adjunct and invited": Layout(elected.adjunct_and_invited, "party"),
    "organisations": Layout(organisations.organisations, "organisations"),
    "organisations grouped": Layout(organisations.organisations_grouped, "organisations"),
}
