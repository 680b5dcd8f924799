"""How running text sends an issue on: recommendations, assignments, petitions, referrals, report-backs, and who raised it.

words.py        the verbs and nouns of moving, from `lexicon/movements.yaml`, and the patterns made of them
guards.py       what is denied, supposed, proposed, told of in general or of earlier, and so sends nothing on
times.py        the next meeting, a day or a month to come
addressees.py   to whom something goes: bodies known, generic or named by the text alone
sentence.py     one sentence, and clauses.py its parts, as all of the following read them
recommending.py what is recommended
petitioning.py  what is asked of others in writing
assigning.py    what is given to somebody to do in so many words
asking.py       who is asked to do something, or takes it on
sending.py      where a matter goes from here
coming.py       which body will take it up, and what comes up here again
reporting.py    who comes back with an answer
raising.py      who brought the matter here, and filing.py in which paper
find.py         all of these, sentence by sentence
unnamed.py      a matter sent on, or an answer promised, to nobody who is named
"""

from ingest.movements.find import find_movements
from ingest.movements.unnamed import UNNAMED_STEMS, why_unnamed

__all__ = ["UNNAMED_STEMS", "find_movements", "why_unnamed"]
