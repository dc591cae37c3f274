"""Draws queries from a dump, so that every one has hits: for dumps that bring no query file.

    sample_queries.py DUMP OUT.tsv PER_CLASS
"""

import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

import peer_common

CLASSES = (
    "term-rare", "term-mid", "term-common", "and", "or", "phrase", "phrase-term", "prefix",
    "title", "entity", "near",
)  # fmt: skip
SAMPLE = 1000
STOP_WORDS = 150
"""The most frequent words of the sample are taken for function words."""
SENTENCE_END = re.compile(r"[.!?\n\"“”]+")
PLAIN_WORD = re.compile(r"[a-z]{2,}")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)?(?= [a-z])")


class Sampler:
    def __init__(self, dump: Path, seed: int) -> None:
        self.random = random.Random(seed)
        # Reservoir sampling (algorithm R, J. S. Vitter, 1985): one pass, bounded memory.
        sample: list[bytes] = []
        for number, line in enumerate(peer_common.lines(dump)):
            if number < SAMPLE:
                sample.append(line)
            elif (place := self.random.randrange(number + 1)) < SAMPLE:
                sample[place] = line
        self.texts = [self._article(line) for line in sample]
        self.frequency = Counter(
            word for _, sentences, _ in self.texts for word in {w for s in sentences for w in s}
        )
        self.stop = {word for word, _ in self.frequency.most_common(STOP_WORDS)}

    @staticmethod
    def _article(line: bytes) -> tuple[list[str], list[list[str]], list[str]]:
        article = json.loads(line)
        title, body = (article.get(field) or "" for field in ("title", "body"))
        sentences = [s.replace(",", "").lower().split() for s in SENTENCE_END.split(body)]
        return (
            [word for word in title.lower().split() if PLAIN_WORD.fullmatch(word)],
            [sentence for sentence in sentences if sentence],
            NAME.findall(body),
        )

    def queries(self, kind: str, count: int) -> list[str]:
        found: dict[str, None] = {}
        for _ in range(count * 300):
            if len(found) == count or not self.texts:
                break
            if text := self._draw(kind):
                found[text] = None
        return list(found)

    def _draw(self, kind: str) -> str | None:
        title, sentences, names = self.random.choice(self.texts)
        words = [w for s in sentences for w in s if self._is_content(w)]
        if not words:
            return None
        word = self.random.choice(words)
        share = self.frequency[word] / len(self.texts)
        match kind:
            case "term-rare":
                return word if self.frequency[word] <= max(1, 0.002 * len(self.texts)) else None
            case "term-mid":
                return word if 0.01 <= share <= 0.06 else None
            case "term-common":
                return word if share >= 0.15 else None
            case "and":
                return self._different(words, self.random.randint(2, 3))
            case "or":
                return self._different(words, self.random.randint(2, 5))
            case "phrase":
                return self._phrase(sentences, self.random.randint(2, 3))
            case "phrase-term":
                phrase = self._phrase(sentences, 2)
                return f'"{phrase}" {word}' if phrase else None
            case "prefix":
                return word[:4] if len(word) >= 6 else None
            case "near":
                return self._neighbours(sentences)
            case "title":
                content = [w for w in title if w not in self.stop]
                return self._different(content, self.random.randint(1, 2))
            case _:
                return self.random.choice(names) if names else None

    def _is_content(self, word: str) -> bool:
        return word not in self.stop and PLAIN_WORD.fullmatch(word) is not None

    def _different(self, words: list[str], count: int) -> str | None:
        distinct = sorted(set(words))
        if len(distinct) < count:
            return None
        return " ".join(self.random.sample(distinct, count))

    def _neighbours(self, sentences: list[list[str]]) -> str | None:
        """Two content words of one sentence less than ten words apart."""
        sentence = self.random.choice(sentences)
        start = self.random.randrange(len(sentence)) if sentence else 0
        words = [w for w in sentence[start : start + 10] if self._is_content(w)]
        return self._different(words, 2)

    def _phrase(self, sentences: list[list[str]], count: int) -> str | None:
        sentence = self.random.choice(sentences)
        if len(sentence) < count:
            return None
        start = self.random.randrange(len(sentence) - count + 1)
        words = sentence[start : start + count]
        if not all(PLAIN_WORD.fullmatch(word) for word in words):
            return None
        return " ".join(words) if any(word not in self.stop for word in words) else None


def write(dump: Path, out: Path, per_class: int, seed: int = 1) -> None:
    sampler = Sampler(dump, seed)
    lines = [
        f"{kind}\t{text}\n" for kind in CLASSES for text in sampler.queries(kind, per_class)
    ]
    out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
