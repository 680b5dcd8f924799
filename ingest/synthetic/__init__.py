"""Synthetic minutes: composed from layouts, in several file forms, with and without noise, each with its true record.

All text is invented; only the municipalities are real. The same seed gives the same bytes. They serve the score, the
benchmarks and the samples.
"""

from ingest.synthetic.attendance import ATTENDANCE
from ingest.synthetic.compose import LEXICON, NOISES, Sample, compose_corpus, compose_minutes, compose_report
from ingest.synthetic.heads import HEADS
from ingest.synthetic.items import ITEMS
from ingest.synthetic.render import Form

__all__ = [
    "ATTENDANCE",
    "HEADS",
    "ITEMS",
    "LEXICON",
    "NOISES",
    "Form",
    "Sample",
    "compose_corpus",
    "compose_minutes",
    "compose_report",
]
