"""Who is who: from the mentions of all documents to entities, with reasons. Pure.

ledgers (ledger.py) -> bodies (bodies.py) -> topics, reports (subjects.py) -> people (people.py) -> Resolution (model.py)
"""
