"""Words of a query for the engines that get them from us.

The stop words are a fixed copy of Dateline's, so that all engines rank by the same words and the
anchors stay where they are when Dateline's list changes.
"""

import re

WORD = re.compile(r"[^\W_]+")

STOP_WORDS = frozenset(
    """
    a about after all also am an and any are as at be because been before being between both but by
    can could did do does doing down during each few for from further had has have having he her here
    hers him his how i if in into is it its itself just me more most my no nor not now of off on once
    only or other our out over own s same she should so some such t than that the their them then
    there these they this those through to too under until up us very was we were what when where
    which while who whom why will with would you your
    """.split()
)


def words(text: str) -> list[str]:
    """The words in order, in lower case, repetitions kept."""
    return [word.lower() for word in WORD.findall(text)]


def content_words(text: str) -> list[str]:
    """The words that are no stop words; all of them when there are no others."""
    every = words(text)
    return [word for word in every if word not in STOP_WORDS] or every
