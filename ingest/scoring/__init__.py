"""Keeping score: records against the truth, field by field, document by document, layout by layout.

A value counts as found (`hit`), missed, or extra (said, and wrong or not in the document); a wrong value is both missed and
extra. Precision is hit / (hit + extra), recall hit / (hit + missed), support hit + missed. Where the truth is null, a value
is extra; roles alone are scored only where the truth names one, since "ledamot" may be said or left out.

    python -m ingest.scoring --documents 240 --noise noisy      synthetic minutes against the committed scorecard
    python -m ingest.scoring --folder DOCUMENTS                 documents with a truth .json beside each
"""

from ingest.scoring.card import Case, Scorecard, score_cases, score_folder, score_synthetic
from ingest.scoring.changes import Change, Comparison, check_card
from ingest.scoring.compare import Scorer
from ingest.scoring.fields import Field
from ingest.scoring.report import format_card, format_comparison, format_misses
from ingest.scoring.show import show_card
from ingest.scoring.tally import Count, Tally
from ingest.scoring.truth import Truth, parse_truth

__all__ = [
    "Case",
    "Change",
    "Comparison",
    "Count",
    "Field",
    "Scorecard",
    "Scorer",
    "Tally",
    "Truth",
    "check_card",
    "format_card",
    "format_comparison",
    "format_misses",
    "parse_truth",
    "score_cases",
    "score_folder",
    "score_synthetic",
    "show_card",
]
