"""Metric of the public article extraction benchmark: precision, recall and F1 of 4-grams of words.

Tokens are runs of word characters. A page's score is the multiset overlap of its 4-grams (a text of
one to three words is one short gram). Precision is the mean over pages with a prediction, recall the
mean over pages with a text, F1 their harmonic mean; exact is the share of pages whose words are the
same.
"""

import hashlib
import re
import unicodedata
from collections import Counter

WORD = re.compile(r"\w+")


def grams(text):
    words = WORD.findall(text or "")
    if not words:
        return Counter()
    if len(words) <= 4:
        return Counter([tuple(words)])
    return Counter(zip(words, words[1:], words[2:], words[3:]))


def score_page(predicted, gold):
    """(precision or None, recall or None, exact)"""
    p, g = grams(predicted), grams(gold)
    common = sum((p & g).values())
    exact = WORD.findall(predicted or "") == WORD.findall(gold or "")
    if not p and not g:
        return None, None, exact
    return (
        common / sum(p.values()) if p else None,
        common / sum(g.values()) if g else None,
        exact,
    )


def summary(rows):
    """Scores over the results of score_page."""
    precisions = [row[0] for row in rows if row[0] is not None]
    recalls = [row[1] for row in rows if row[1] is not None]
    p = sum(precisions) / len(precisions) if precisions else 0.0
    r = sum(recalls) / len(recalls) if recalls else 0.0
    return {
        "pages": len(rows),
        "f1": 2 * p * r / (p + r) if p + r else 0.0,
        "precision": p,
        "recall": r,
        "exact": sum(row[2] for row in rows) / max(len(rows), 1),
    }


def half(key):
    """Half of the pages a page belongs to, by a hash of its name."""
    return "a" if hashlib.sha256(key.encode()).digest()[0] % 2 == 0 else "b"


def plain(text):
    """Words of a title or name, without case and marks."""
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    return " ".join(WORD.findall(folded))


def author_set(authors):
    if isinstance(authors, str):
        authors = re.split(r"[,;|/]| and ", authors)
    return {plain(name) for name in authors or [] if plain(name)}


def metadata(predictions, gold, ids):
    """Share of exact titles and dates, F1 of authors, where the gold has them."""
    result = {}
    titled = [i for i in ids if gold[i].get("title")]
    if titled:
        same = sum(plain(predictions[i].get("title")) == plain(gold[i]["title"]) for i in titled)
        result["title"] = same / len(titled)
    dated = [i for i in ids if gold[i].get("date")]
    if dated:
        same = sum((predictions[i].get("date") or "")[:10] == gold[i]["date"][:10] for i in dated)
        result["date"] = same / len(dated)
    signed = [i for i in ids if author_set(gold[i].get("authors"))]
    if signed:
        right = wrong = missed = 0
        for i in signed:
            g = author_set(gold[i]["authors"])
            p = author_set(predictions[i].get("authors"))
            right += len(g & p)
            wrong += len(p - g)
            missed += len(g - p)
        result["authors F1"] = 2 * right / max(2 * right + wrong + missed, 1)
    return result
