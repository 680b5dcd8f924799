"""Options and words that several commands take."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from api.help_texts import FLAG

STDIN: Final = "-"
"""In the place of a file: standard input or output."""

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="SÖKVÄG|URI",
        help="Lagret: en sökväg (inbäddat), eller neo4j://… eller bolt://…  [ARENDEGANG_STORE; minutes.store]",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", metavar=FLAG, help="Skriv JSON i stället för text.")]
