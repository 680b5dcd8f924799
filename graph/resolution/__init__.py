"""Who is who: from the mentions of all documents to entities, with reasons. Pure.

ledgers (ledger.py) -> bodies (bodies.py) -> topics, reports (subjects.py) -> people (people.py) -> Resolution (model.py)

Bodies: what the lexicon knows (known.py) -> the forum of each meeting (places.py, forums.py) -> everything else that is named
(bodies.py). What the lexicon does not know is collected in units and grouped (grouping.py).
"""
