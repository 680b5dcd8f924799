"""How running text sends an issue on: recommendations, assignments, petitions, referrals, report-backs, and who raised it.

words.py        the verbs and nouns of moving, from `lexicon/movements.yaml`, and the patterns made of them
guards.py       what is denied, supposed, proposed, told of in general or of earlier, and so sends nothing on
times.py        the next meeting, a day or a month to come
addressees.py   to whom something goes: bodies known, generic or named by the text alone
sentence.py     one sentence, and clauses.py its parts, as all of the following read them
sending.py      where a matter goes from here
reporting.py    who comes back with an answer
raising.py      who brought the matter here
asking.py       who is asked to do something
recommending.py what is recommended, and asked of others in writing
patterns.py     wordings of single sentences, and the order in which all are read
unnamed.py      a matter sent on to nobody who is named
"""

from ingest.movements.patterns import find_movements
from ingest.movements.unnamed import is_sent_unnamed

__all__ = ["find_movements", "is_sent_unnamed"]
