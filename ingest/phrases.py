"""Forms of one word or of several ("informerar", "går igenom"): which of them may stand in a text, as the set of its words tells.

A sentence that lacks a word of each form need not be searched for any. Forms are looked up by their longest word, for the short ones ("är",
"har", "för") stand in most sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")


class Phrases:
    """Forms in lower case, asked of the words of a text in lower case (`words_between`).

    The answers hold for patterns that find a form only as whole words, whatever may stand between these.
    """

    def __init__(self, *lists: Iterable[str]) -> None:
        forms = {form: frozenset(_WORD.findall(form)) for forms in lists for form in forms}
        self._single = frozenset(form for form, words in forms.items() if words == {form})
        self._by_longest: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for form, words in forms.items():
            if form not in self._single:
                self._by_longest.setdefault(max(words, key=lambda word: (len(word), word)), []).append((form.split()[0], words))
        self._longest = frozenset(self._by_longest)

    def may_stand_in(self, words: frozenset[str]) -> bool:
        """Whether all words of a form are among the words of a text."""
        if not self._single.isdisjoint(words):
            return True
        return not self._longest.isdisjoint(words) and any(True for _ in self._iter_firsts(words))

    def first_words(self, words: frozenset[str]) -> frozenset[str]:
        """The words that those forms begin with all of whose words are among the words of a text: what a match can begin with."""
        single = self._single & words
        return single if self._longest.isdisjoint(words) else single.union(self._iter_firsts(words))

    def _iter_firsts(self, words: frozenset[str]) -> Iterator[str]:
        return (first for word in self._longest & words for first, form in self._by_longest[word] if form <= words)
