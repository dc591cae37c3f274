"""Which lines of a page belong to its article: gold texts and teachers laid over the lines."""

import re

from shingles import WORD


def align(lines, text):
    """One 0 or 1 a line: whether it is part of `text`, in order.

    Lines of six words and more belong when most of their 4-grams do; of copies of a line as many as
    the text has, those nearest to other lines of it. Shorter lines belong when the text has them
    between the longer lines round them.
    """
    gold = WORD.findall(text)
    places = {}
    for start in range(len(gold) - 3):
        places.setdefault(tuple(gold[start:start + 4]), []).append(start)
    words = [WORD.findall(line) for line in lines]
    labels = [0] * len(lines)
    spans = [None] * len(lines)
    for number, line in enumerate(words):
        if len(line) < 6:
            continue
        grams = [tuple(line[i:i + 4]) for i in range(len(line) - 3)]
        hits = [places[gram][0] for gram in grams if gram in places]
        if len(hits) >= 0.6 * len(grams):
            labels[number] = 1
            spans[number] = (min(hits), max(hits) + 4)
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
    following = [len(gold)] * (len(words) + 1)
    for number in range(len(words) - 1, -1, -1):
        following[number] = spans[number][0] if spans[number] else following[number + 1]
    last, started = 0, False
    for number, line in enumerate(words):
        if spans[number]:
            last, started = max(last, spans[number][1]), True
            continue
        if not line or len(line) >= 6 or (following[number] == len(gold) and not started):
            continue
        end = following[number]
        start = last if started else max(0, end - 40)
        for place in range(start, min(end - len(line) + 1, start + 60)):
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
