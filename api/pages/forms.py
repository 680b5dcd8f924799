"""The form of a question: one field for each parameter, filled with what was given, with the store's own names to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from api.pages.overview import Choice, list_choices
from api.pages.rows import field_name
from api.pages.values import words_of
from api.texts import Texts
from graph.stores.store import Store
from queries.catalogue import NamedQuery, Parameter, ParameterKind
from queries.lookup import LABELS

_SELECT_UP_TO = 24
"""So many can be taken in at a glance: a list to choose from. Of more, the field suggests while one types."""


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """`control` is select, suggest (text with suggestions), date or text."""

    name: str
    label: str
    hint: str
    required: bool
    control: str
    value: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    query: NamedQuery
    fields: tuple[Field, ...]
    compact: bool = False


def build_form(query: NamedQuery, given: Mapping[str, str], store: Store, texts: Texts) -> FormView:
    return FormView(query, tuple(_field(one, given.get(one.name, ""), store, texts) for one in query.parameters))


def _field(parameter: Parameter, value: str, store: Store, texts: Texts) -> Field:
    english = texts.language == "en"
    options: tuple[Option, ...] = ()
    control = "text"
    if parameter.kind is ParameterKind.DATE:
        control = "date"
    elif parameter.kind is ParameterKind.CHOICE:
        control = "select"
        options = tuple(Option(one, words_of(parameter.name, one, texts), one == value) for one in parameter.choices)
    elif parameter.kind in LABELS:
        choices = [one for label in LABELS[parameter.kind] for one in list_choices(store, label)]
        options = _options(choices, value)
        # A value that is none of the choices (a nickname, an id) must stay visible: then the field is one to type in.
        fits = not value or any(option.chosen for option in options)
        control = "select" if len(choices) <= _SELECT_UP_TO and fits else "suggest"
    return Field(
        name=parameter.name,
        label=field_name(f"parameter-{parameter.name}", texts),
        hint=parameter.description_en if english else parameter.description,
        required=parameter.required,
        control=control,
        value=value,
        options=options,
    )


def _options(choices: list[Choice], value: str) -> tuple[Option, ...]:
    """The value of an option is the short name where that is the only one, else the id."""
    shorts = [choice.short for choice in choices]
    wanted = value.strip().casefold()
    return tuple(
        Option(
            value=choice.short if shorts.count(choice.short) == 1 else choice.id,
            text=choice.name if choice.short == choice.name else f"{choice.name} ({choice.short})",
            chosen=bool(wanted) and wanted in (choice.short.casefold(), choice.name.casefold(), choice.id),
        )
        for choice in choices
    )
