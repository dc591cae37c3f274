"""Trains the model that tells an article's lines from the rest of its page.

usage: train.py FEATURES DATA OUT.swift [--half a|b] [--seeds N,N,...]

FEATURES is the ExtractionFeatures binary; DATA holds html/{extraction-dev,readability,trafilatura}
.tar.zst. Pages with gold texts count whole. Pages that only have snippets (must be there, must not)
get the labels of four extractions by three teachers where these agree, and those of the snippets
before all. With --half only one half of the gold pages is used, to be checked on the other. With
--seeds there is one model for each, OUT.swift.N.
"""

import argparse
import base64
import json
import pathlib
import re
import signal
import struct
import subprocess
import tempfile
import textwrap

import lightgbm
import lxml.html
import numpy as np
import readability
import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from compare import unpack
from labels import align, mask
from shingles import WORD, half, score_page

PARAMETERS = {
    "objective": "binary", "learning_rate": 0.12, "num_leaves": 20, "min_data_in_leaf": 40,
    "feature_fraction": 0.3, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5,
    "verbose": -1, "num_threads": 2, "seed": 1,
}
TREES = 110
GOLD_WEIGHT, MARKUP_WEIGHT, TEACHER_WEIGHT, SNIPPET_WEIGHT = 1.0, 0.5, 0.4, 0.3


def pages(binary, folder, scratch):
    """(id, lines, figures) of each page."""
    out = str(scratch / folder.parent.name)
    subprocess.run([binary, str(folder), out], check=True)
    names = json.loads(pathlib.Path(out + ".names").read_text())
    values = np.fromfile(out + ".bin", dtype=np.float32).reshape(-1, len(names))
    start = 0
    with open(out + ".jsonl", encoding="utf8") as file:
        for row in map(json.loads, file):
            end = start + len(row["lines"])
            yield row["id"], row["lines"], values[start:end]
            start = end


def weights(lines, labels):
    """A line counts by its words as a share of the article's, as in the metric."""
    words = np.array([max(len(WORD.findall(line)), 1) for line in lines], float)
    article = max((words * labels).sum(), 50)
    return np.minimum(np.maximum(words, 4) / article * 100, 40) + 0.3


def teachers(path):
    """Texts that other extractors find; empty where one fails or takes long."""
    data = path.read_bytes()
    text = data.decode("utf8", "replace")
    ways = [
        lambda: trafilatura.extract(
            data, favor_precision=True, include_comments=False, include_tables=False),
        lambda: trafilatura.extract(data, include_comments=False),
        lambda: lxml.html.fromstring(readability.Document(text).summary()).text_content(),
        lambda: extract_plain_text(text, main_content=True),
    ]

    def give_up(*_):
        raise TimeoutError

    signal.signal(signal.SIGALRM, give_up)
    found = []
    for way in ways:
        signal.alarm(8)
        try:
            found.append(re.sub(r"\s+", " ", way() or ""))
        except Exception:  # a teacher that fails on a page teaches nothing about it
            found.append("")
        finally:
            signal.alarm(0)
    return found


def taught(lines, texts, snippets):
    """Labels and weights from the teachers; None where they disagree about the page."""
    usable = [text for text in texts if len(text) > 150]
    if len(usable) < 3:
        return None
    precision, recall, _ = score_page(texts[0], texts[2])
    if not precision or not recall or 2 * precision * recall / (precision + recall) < 0.6:
        return None
    share = np.mean([align(lines, text) for text in usable], axis=0)
    labels = (share > 0.55).astype(float)
    trust = np.maximum(np.abs(share - 0.5) * 2, 0.05)
    short = np.array([len(WORD.findall(line)) < 6 for line in lines])
    trust[short] *= 0.25
    for number, label in enumerate(snippets):
        if label is not None:
            labels[number], trust[number] = label, 2
    return labels, trust


def examples(binary, data, scratch, part):
    for name in ("aeb", "aed"):
        gold = json.loads((scratch / name / "gold.json").read_text())
        for key, lines, figures in pages(binary, scratch / name / "html", scratch):
            if part in (None, half(key)):
                labels = np.array(align(lines, gold[key]["articleBody"]), float)
                yield figures, labels, weights(lines, labels) * GOLD_WEIGHT
    folder = scratch / "marked" / "html"
    folder.mkdir(parents=True)
    for page in sorted((scratch / "readability").glob("*/source.html")):
        (folder / (page.parent.name + ".html")).write_bytes(page.read_bytes())
    for key, lines, figures in pages(binary, folder, scratch):
        expected = (scratch / "readability" / key / "expected.html").read_text()
        text = " ".join(lxml.html.fromstring("<div>" + expected + "</div>").itertext())
        labels = np.array(align(lines, re.sub(r"\s+", " ", text)), float)
        yield figures, labels, weights(lines, labels) * MARKUP_WEIGHT
    gold = json.loads((data / "html" / "gold" / "trafilatura-gold.json").read_text())
    snippets = {row["file"]: row for row in gold.values()}
    for key, lines, figures in pages(binary, scratch / "trafilatura" / "html", scratch):
        row = snippets.get(key + ".html")
        if row is None:
            continue
        given = mask(lines, row["with"], row["without"])
        lesson = taught(
            lines, teachers(scratch / "trafilatura" / "html" / (key + ".html")), given)
        if lesson:
            labels, trust = lesson
            yield figures, labels, weights(lines, labels) * trust * TEACHER_WEIGHT
            continue
        known = [number for number, label in enumerate(given) if label is not None]
        if known:
            labels = np.array([given[number] for number in known], float)
            chosen = [lines[number] for number in known]
            yield figures[known], labels, weights(chosen, labels) * SNIPPET_WEIGHT


def encode(booster):
    """The trees in the notation of BlockModel."""
    out = bytearray()
    for tree in booster.dump_model()["tree_info"]:
        nodes = []

        def add(node):
            number = len(nodes)
            nodes.append(None)
            if "leaf_value" in node:
                nodes[number] = (-1, 0, 0, node["leaf_value"])
            else:
                below, above = add(node["left_child"]), add(node["right_child"])
                nodes[number] = (node["split_feature"], below, above, node["threshold"])
            return number

        add(tree["tree_structure"])
        out += struct.pack("<h", len(nodes))
        for node in nodes:
            out += struct.pack("<hhhf", *node)
    return base64.b64encode(bytes(out)).decode()


def write_swift(path, text):
    lines = textwrap.wrap(text, 92)
    body = "\\\n".join("    " + line for line in lines)
    path.write_text(
        "/// The trees of ``BlockModel``, written by `Benchmarks/extraction/train.py`.\n"
        "enum BlockModelData {\n"
        "  /// Base64, see ``BlockModel/init(encoded:)``.\n"
        f'  static let trees = """\n{body}\n    """\n}}\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("features")
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--half", choices=["a", "b"])
    parser.add_argument("--seeds", help="a model for each, beside OUT.swift")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        unpack(arguments.data / "html" / "extraction-dev.tar.zst", scratch)
        for name in ("readability", "trafilatura"):
            (scratch / name).mkdir()
            unpack(arguments.data / "html" / f"{name}.tar.zst", scratch / name)
        rows = list(examples(arguments.features, arguments.data, scratch, arguments.half))
    figures, labels, importance = (np.concatenate(column) for column in zip(*rows))
    print(f"{len(rows)} pages, {len(labels)} lines")

    def write_model(path, seed):
        booster = lightgbm.train(
            PARAMETERS | {"seed": seed}, lightgbm.Dataset(figures, labels, weight=importance), TREES)
        write_swift(path, encode(booster))

    if not arguments.seeds:
        write_model(arguments.out, PARAMETERS["seed"])
        return
    for seed in arguments.seeds.split(","):
        write_model(arguments.out.with_name(f"{arguments.out.name}.{seed}"), int(seed))


if __name__ == "__main__":
    main()
