"""Named questions: Cypher text, parameters, typed rows.

    from queries import catalogue, run

    catalogue()                                             # {"trace": NamedQuery, …} in the order of the catalogue
    run(store, "trace", {"topic": "SPAK"}, today) -> Answer

`queries.lookup` finds entities by name and searches; `queries.entities` gives entity cards, neighbours and documents.
"""

from queries.asking import MissingParameterError, UnknownQueryError, catalogue, run

__all__ = ["MissingParameterError", "UnknownQueryError", "catalogue", "run"]
