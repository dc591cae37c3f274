"""Scores of Dateline and Trafilatura on pages with known text, and their speed, in one run.

usage: compare.py DATELINE DATA   (DATA holds html/extraction-dev.tar.zst)
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import trafilatura

from shingles import half, metadata, score_page, summary

ROUNDS = 3


def unpack(archive, folder):
    decompress = subprocess.Popen(
        ["zstd", "-dc", "--long=27", archive], stdout=subprocess.PIPE)
    subprocess.run(["tar", "x", "-C", folder], stdin=decompress.stdout, check=True)
    if decompress.wait() != 0:
        sys.exit(f"{archive}: cannot be unpacked")


def children_cpu():
    times = os.times()
    return times.children_user + times.children_system


def dateline(binary, folder):
    """Predictions by page, and CPU seconds."""
    before = children_cpu()
    run = subprocess.run(
        [binary, "extract", "--json", "--keep-all", "--workers", "1", str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    seconds = children_cpu() - before
    result = {}
    for line in run.stdout.splitlines():
        row = json.loads(line)
        # The body begins below the standfirst when that is a field of its own.
        result[pathlib.Path(row["file"]).stem] = {
            "articleBody": row.get("body", ""), "title": row.get("title"),
            "date": row.get("published"), "authors": row.get("authors", []),
        }
    return result, seconds


def trafilatura_precision(folder):
    before = time.process_time()
    result = {}
    for path in sorted(pathlib.Path(folder).glob("*.html")):
        document = trafilatura.bare_extraction(
            path.read_bytes(), favor_precision=True, include_comments=False,
            include_tables=False, with_metadata=True)
        row = document.as_dict() if document is not None else {}
        result[path.stem] = {
            "articleBody": row.get("text") or "", "title": row.get("title"),
            "date": row.get("date"), "authors": (row.get("author") or "").split("; "),
        }
    return result, time.process_time() - before


def print_scores(name, predictions, gold):
    for part in ("all", "a", "b"):
        ids = sorted(i for i in gold if part == "all" or half(i) == part)
        rows = [
            score_page(predictions.get(i, {}).get("articleBody"), gold[i]["articleBody"])
            for i in ids
        ]
        figures = summary(rows)
        found = {i: predictions.get(i, {}) for i in ids}
        figures.update(metadata(found, gold, ids))
        text = "  ".join(
            f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}"
            for key, value in figures.items())
        print(f"{name:<24} {part:<4} {text}")


def plain_text(binary, data):
    gold = json.loads((data / "plaintext" / "gold.json").read_text())
    found, _ = dateline(binary, data / "plaintext")
    for style in ("block", "soup"):
        ids = [i for i in gold if gold[i]["style"] == style]
        rows = [
            score_page(found.get(i, {}).get("articleBody"), gold[i]["articleBody"]) for i in ids
        ]
        figures = summary(rows)
        print(f"plain text, {style}: F1 {figures['f1']:.3f} exact {figures['exact']:.3f}")


def main():
    binary, data = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as scratch:
        unpack(data / "html" / "extraction-dev.tar.zst", scratch)
        scratch = pathlib.Path(scratch)
        print("trafilatura", trafilatura.__version__)
        for name in ("aeb", "aed"):
            gold = json.loads((scratch / name / "gold.json").read_text())
            ratios = []
            for _ in range(ROUNDS):
                ours, our_seconds = dateline(binary, scratch / name / "html")
                theirs, their_seconds = trafilatura_precision(scratch / name / "html")
                ratios.append(their_seconds / our_seconds)
                rates = (len(gold) / our_seconds, len(gold) / their_seconds)
                print(
                    f"{name}: pages a CPU second: Dateline {rates[0]:.0f}, "
                    f"Trafilatura {rates[1]:.0f}, ratio {ratios[-1]:.1f}")
            print_scores(f"{name} Dateline", ours, gold)
            print_scores(f"{name} Trafilatura", theirs, gold)
        plain_text(binary, scratch)


if __name__ == "__main__":
    main()
