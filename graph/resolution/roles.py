"""What the words of a role tell of a person: whether elected or employed, and which roles anybody may have."""

from __future__ import annotations

import re
from typing import Final

PLAIN_ROLES: Final = frozenset(
    {"ordforande", "ordf", "ledamot", "ersattare", "tjansteperson", "sekreterare", "vice ordforande", "v ordf"}
)
"""Roles that so many have that two people of one role are no more likely one person; folded."""
_ELECTED: Final = re.compile(
    r"\b(?:vice |v |1 e |2 e )?(?:ordf(?:orande)?|ledamot|ersattare|kommunalrad|regionrad|oppositionsrad)\b"
)
_EMPLOYED: Final = re.compile(
    r"chef|direktor|ledare|utredare|strateg|samordnare|handlaggare|tjansteperson|sekreterare|analytiker|lakare|sjukskoterska|controller"
)


def walk_of_life(role: str) -> str:
    """ "elected" or "employed" by the words of a folded role; empty when they do not say."""
    if _EMPLOYED.search(role):
        return "employed"
    return "elected" if _ELECTED.search(role) else ""
