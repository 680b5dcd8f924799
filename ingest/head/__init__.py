"""The head of minutes: title, forum, days, times, place, diary number.

titles   what the document is
fields   labels and values
days     the meeting's day and the document's
times    when it began and ended
places   where it was
diary    the diary number
forums   whose meeting it was; `names` reads it out of a title without a word for a body
deciding the forum in whose name the text decides
owners   the organisation whose forum it is
reading  all of it put together
"""

from __future__ import annotations

from ingest.head.deciding import find_deciding_forum
from ingest.head.forum_names import tidy_name
from ingest.head.reading import Head, Setting, read_head, read_setting
from ingest.head.titles import document_kind

__all__ = ["Head", "Setting", "document_kind", "find_deciding_forum", "read_head", "read_setting", "tidy_name"]
