"""The dumps that are imported: a base, and changes to it."""

import json
import random
import subprocess
from dataclasses import dataclass
from pathlib import Path

NAMES = ("fresh", "base", "large", "small", "large-tail", "small-new", "replaced")


@dataclass(frozen=True)
class Dumps:
    """Files of JSON Lines below one folder."""

    fresh: Path
    """For a file that is not there yet."""
    base: Path
    """What is in the file before an append."""
    large: Path
    """More than 2,000 new articles, and some of the base that have changed."""
    small: Path
    """A few of each: they go through FTS5 itself."""
    large_tail: Path
    """New articles alone."""
    small_new: Path
    """A few new articles."""
    replaced: Path
    """Other versions of most articles of `fresh`."""


def make(dateline: Path, folder: Path, seed: int, most: int) -> Dumps:
    """Writes the dumps; a body has `most` characters at most."""
    dumps = Dumps(*(folder / f"{name}.jsonl" for name in NAMES))
    generated = folder / "generated.jsonl"
    subprocess.run(
        [dateline, "bench", "--articles", "5400", "--seed", str(seed), "--write", generated],
        check=True, stdout=subprocess.DEVNULL)
    articles = [json.loads(line) for line in generated.read_text(encoding="utf-8").splitlines()]
    generated.unlink()
    for article in articles:
        article["body"] = article["body"][:most]
    source = random.Random(seed)

    def cut(article: dict, most: int) -> dict:
        return article | {"body": article["body"][: source.randrange(40, most)]}

    def changed(count: int) -> list[dict]:
        chosen = source.sample(base, count)
        return [cut(a, 900) | {"title": "Changed: " + a["title"]} for a in chosen]

    fresh = articles[:2400]
    base = articles[2400:2800]
    large = articles[2800:5100] + changed(80)
    # The second version of an article of the same import.
    large += [cut(a, 900) for a in source.sample(large[:2000], 20)]
    small = articles[5100:5250] + changed(20)
    source.shuffle(large)
    contents = (fresh, base, large, small, articles[4600:5100], articles[5100:5250],
                [cut(a, 900) | {"title": "Later: " + a["title"]} for a in fresh[:2200]])
    for name, content in zip(NAMES, contents):
        path = folder / f"{name}.jsonl"
        path.write_text(
            "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in content),
            encoding="utf-8")
    return dumps
