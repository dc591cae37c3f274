"""Which lines of a page belong to its article: gold texts and teachers laid over the lines."""

import re
from collections import Counter

from shingles import WORD

# Words in which a short line is looked for behind the line before.
REACH = 60


def align(lines, text):
    """One 0 or 1 a line: whether it is part of `text`, in order.

    Lines of six words and more belong when most of their 4-grams do, and stand where most of these
    say, next to the line before if they say several places; of copies of a line as many as the text
    has, those nearest to other lines of it. Shorter lines belong when the text has them between the
    longer lines round them.
    """
    gold = WORD.findall(text)
    places = {}
    for start in range(len(gold) - 3):
        places.setdefault(tuple(gold[start:start + 4]), []).append(start)
    words = [WORD.findall(line) for line in lines]
    labels = [0] * len(lines)
    spans = [None] * len(lines)
    last = 0
    for number, line in enumerate(words):
        if len(line) < 6:
            continue
        grams = [tuple(line[i:i + 4]) for i in range(len(line) - 3)]
        if sum(gram in places for gram in grams) < 0.6 * len(grams):
            continue
        votes = Counter(
            place - i for i, gram in enumerate(grams) for place in places.get(gram, ()))
        most = max(votes.values())
        start = min(
            (place for place, count in votes.items() if count == most),
            key=lambda place: (place < last, abs(place - last)))
        labels[number] = 1
        spans[number] = (max(start, 0), min(start + len(line), len(gold)))
        # A line from far below, quoted above the text, is not where reading has come to.
        if start - last < 400:
            last = max(last, spans[number][1])
    _drop_copies(words, labels, spans, places)
    _add_short(words, labels, spans, gold)
    return labels


def _drop_copies(words, labels, spans, places):
    taken = [number for number, label in enumerate(labels) if label]
    copies = {}
    for number in taken:
        copies.setdefault(" ".join(words[number]), []).append(number)
    for numbers in copies.values():
        count = len(places.get(tuple(words[numbers[0]][:4]), [])) or 1
        if len(numbers) <= count:
            continue

        def neighbours(number):
            return sum(abs(other - number) <= 6 and other not in numbers for other in taken)

        for number in sorted(numbers, key=lambda n: -neighbours(n))[count:]:
            labels[number] = 0
            spans[number] = None


def _add_short(words, labels, spans, gold):
    last, started = 0, False
    for number, line in enumerate(words):
        if spans[number]:
            last, started = spans[number][1], True
            continue
        if not line or len(line) >= 6:
            continue
        following = (span[0] for span in spans[number + 1:number + 200] if span)
        end = next((start for start in following if start >= last), None)
        if end is None:
            if not started:
                continue
            end = len(gold)
        start = last if started else max(0, end - 40)
        for place in range(start, min(end - len(line) + 1, start + REACH)):
            if gold[place:place + len(line)] == line:
                labels[number], last = 1, place + len(line)
                break


def mask(lines, wanted, unwanted):
    """1, 0 or None a line, from snippets that must and must not be part of the text."""

    def plain(text):
        return re.sub(r"\W+", " ", text)

    wanted = [plain(text) for text in wanted if len(plain(text)) > 8]
    unwanted = [plain(text) for text in unwanted if len(text) > 5 and plain(text).strip()]
    labels = []
    for line in map(plain, lines):
        has = any(text in line for text in wanted)
        lacks = any(text in line for text in unwanted)
        labels.append(None if has == lacks else int(has))
    return labels
