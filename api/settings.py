"""Settings: one typed object, made at the edge from options and environment, and passed inward as a value.

| variable              | meaning                                                   | default         |
|-----------------------|-----------------------------------------------------------|-----------------|
| `ARENDEGANG_STORE`    | the store: a path (embedded) or `neo4j://…`, `bolt://…`   | `minutes.store` |
| `ARENDEGANG_LEXICON`  | lexicon files, separated as in PATH                       | none            |
| `ARENDEGANG_HOST`     | the address that `serve` and `demo` listen on             | `127.0.0.1`     |
| `ARENDEGANG_PORT`     | the port; `PORT` counts when it is not set                | `8000`          |
| `ARENDEGANG_LANGUAGE` | the pages' first language, `sv` or `en`                   | `sv`            |

An option on the command line goes before its variable.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import InputError
from graph.stores import DEFAULT_ADDRESS

_VARIABLES = {
    "store": "ARENDEGANG_STORE",
    "lexicon": "ARENDEGANG_LEXICON",
    "host": "ARENDEGANG_HOST",
    "port": "ARENDEGANG_PORT",
    "language": "ARENDEGANG_LANGUAGE",
}


class Settings(BaseModel):
    """Everything that the program lets a user set. `store` is a path or URI, `lexicon` the user's files in order of force."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    store: Annotated[str, Field(min_length=1)] = DEFAULT_ADDRESS
    lexicon: tuple[Path, ...] = ()
    host: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    """0 lets the system choose a free one."""
    language: Literal["sv", "en"] = "sv"


def read_settings(
    environ: Mapping[str, str],
    *,
    store: str | None = None,
    lexicon: Sequence[Path] = (),
    host: str | None = None,
    port: int | None = None,
    language: str | None = None,
) -> Settings:
    """The settings that options (None: not given) and environment make together.

    Raises InputError that names the variable or option and what it takes.
    """
    values: dict[str, Any] = {name: environ[variable] for name, variable in _VARIABLES.items() if environ.get(variable)}
    if "port" not in values and environ.get("PORT"):
        values["port"] = environ["PORT"]
    if "lexicon" in values:
        values["lexicon"] = tuple(Path(part) for part in values["lexicon"].split(os.pathsep) if part)
    options: dict[str, Any] = {"store": store, "host": host, "port": port, "language": language}
    if lexicon:
        options["lexicon"] = tuple(lexicon)
    values.update({name: value for name, value in options.items() if value is not None})
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        takes = {"port": "ett tal från 0 till 65535", "language": "sv eller en"}.get(name, "en text")
        variable = _VARIABLES[name]
        remedy = f"Ändra {variable}." if name == "language" else f"Ändra --{name} eller {variable}."  # it has no option
        raise InputError(f"”{values[name]}” kan inte vara {name}: {takes} väntades.", remedy) from error
