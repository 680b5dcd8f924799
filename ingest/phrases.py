"""Forms of one word or of several ("informerar", "går igenom"): which of them may stand in a text, as the set of its words tells.

A sentence that lacks a word of each form need not be searched for any. Forms are looked up by their longest word, for the short ones ("är",
"har", "för") stand in most sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

_WORD = re.compile(r"\w+")


class Phrases:
    """Forms in lower case, asked of the words of a text in lower case (`words_between`).

    The answers hold for patterns that find a form only as whole words, whatever may stand between these.
    """

    def __init__(self, *lists: Iterable[str]) -> None:
        self._by_longest: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for form in dict.fromkeys(form for forms in lists for form in forms):
            words = _WORD.findall(form)
            self._by_longest.setdefault(max(words, key=len), []).append((form.split()[0], frozenset(words)))
        self._longest = frozenset(self._by_longest)

    def may_stand_in(self, words: Set[str]) -> bool:
        """Whether all words of a form are among the words of a text."""
        return not self._longest.isdisjoint(words) and any(
            form <= words for word in self._longest & words for _, form in self._by_longest[word]
        )

    def first_words(self, words: Set[str]) -> set[str]:
        """The words that those forms begin with all of whose words are among the words of a text: what a match can begin with."""
        if self._longest.isdisjoint(words):
            return set()
        return {first for word in self._longest & words for first, form in self._by_longest[word] if form <= words}
