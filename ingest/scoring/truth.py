"""The truth beside a document: a record, or one written by hand. Parsing it is the only way in."""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic import Field as PydanticField
from pydantic.alias_generators import to_camel

from graph.errors import InputError
from graph.faults import validation_fault
from graph.record import Status


class _Truth(BaseModel):
    """The truth is a record, or one written by hand that says less and notes more: what is not scored is passed over."""

    model_config = ConfigDict(
        frozen=True, extra="ignore", alias_generator=to_camel, validate_by_name=True, validate_by_alias=True
    )


class TruthPerson(_Truth):
    as_written: str
    name: str
    represents: str | None = None
    party: str | None = None
    role: str | None = None
    status: Status
    paragraphs: str | None = None
    replaces: str | None = None


class TruthMunicipality(_Truth):
    name: str
    status: Status


class TruthPresenter(_Truth):
    as_written: str
    name: str
    role: str | None = None
    organisation: str | None = None


class TruthDecision(_Truth):
    text: str
    kind: str
    targets: tuple[str, ...] = ()
    optional: bool = False
    """A reader may say it or not; neither is wrong."""


class TruthMovement(_Truth):
    type: str
    from_: Annotated[str | None, PydanticField(alias="from")] = None
    to: str | None = None
    due: dt.date | None = None
    core: bool = True
    """False: a reader may say it or not."""
    quote: str = ""


class TruthPrior(_Truth):
    quote: str


class TruthItem(_Truth):
    number: str | None = None
    title: str
    labels: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    presenters: tuple[TruthPresenter, ...] = ()
    decisions: tuple[TruthDecision, ...] = ()
    movements: tuple[TruthMovement, ...] = ()
    prior_decisions: tuple[TruthPrior, ...] = ()


class TruthMeeting(_Truth):
    forum: str | None
    organisation: str | None = None
    date: dt.date | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    online: bool | None = None
    attendance: tuple[TruthPerson, ...] = ()
    municipalities: tuple[TruthMunicipality, ...] = ()
    items: tuple[TruthItem, ...] = ()


class TruthDocument(_Truth):
    kind: str | None = None
    diary_number: str | None = None
    date: dt.date | None = None


class TruthAbbreviation(_Truth):
    short: str
    long: str


class Truth(_Truth):
    document: TruthDocument = TruthDocument()
    meetings: tuple[TruthMeeting, ...] = ()
    abbreviations: tuple[TruthAbbreviation, ...] = ()


def parse_truth(text: str, source: str) -> tuple[Truth, dict[str, str], str | None]:
    """A truth file: a record as `arendegang read --json` prints it, or {"record": …, "layouts": …}, or one written by hand.

    Gives the truth, the layouts, and the name of its document when the file says it (`file`). Raises InputError.
    """
    try:
        content = json.loads(text)
        record = content.get("record", content)
        return Truth.model_validate(record), dict(content.get("layouts", {})), content.get("file")
    except (json.JSONDecodeError, AttributeError, ValidationError) as error:
        raise InputError(
            f"{source}: inget facit ({_fault(error)}).", "Facit har samma form som det `arendegang read --json` skriver."
        ) from error


def _fault(error: json.JSONDecodeError | AttributeError | ValidationError) -> str:
    match error:
        case ValidationError():
            return validation_fault(error)[0]
        case json.JSONDecodeError():
            return f"inte giltig JSON på rad {error.lineno}"
        case _:
            return "en tabell väntades"
