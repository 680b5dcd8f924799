"""How texts are set on the pages."""

from __future__ import annotations

import pytest

from api.pages.rendering import breakable


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Bryggorganet/Hamngruppen", "Bryggorganet/<wbr>Hamngruppen"),
        ("Okänt forum (brygg_rad_2024.txt)", "Okänt forum (brygg_<wbr>rad_<wbr>2024.txt)"),
        ("<b>&/a", "&lt;b&gt;&amp;/a"),
        ("och/ eller", "och/ eller"),
    ],
)
def test_long_words_may_be_broken_at_their_signs(text: str, html: str) -> None:
    assert str(breakable(text)) == html
