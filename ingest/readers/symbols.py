"""Characters of picture fonts that mean something in minutes: crosses and ticks in lists of who was there."""

from __future__ import annotations

# fmt: off
_SIGNS = {
    "wingdings": {
        0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0x78: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐",
        0x6C: "●", 0x6E: "■", 0xA7: "▪", 0x9F: "•", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xF0: "⇨", 0x4A: "☺",
    },
    "wingdings 2": {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x2A: "☐"},
    "symbol": {0xB7: "•", 0xAE: "→", 0xAC: "←", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB1: "±", 0xB0: "°", 0x2D: "−"},
}
# fmt: on


def symbol(font: str | None, code: int) -> str:
    """The character that a font's picture shows; "" for one in private use that no table tells."""
    sign = _SIGNS.get((font or "").lower(), {}).get(code & 0xFF if 0xF000 <= code <= 0xF0FF else code)
    if sign is not None:
        return sign
    return "" if 0xE000 <= code <= 0xF8FF else chr(code)
