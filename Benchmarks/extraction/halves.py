"""Extraction by models that never saw the pages they are measured on.

usage: halves.py DATA WORK   (DATA holds html/extraction-dev.tar.zst; run below a checkout's top)

The gold pages are in two halves by a hash of their names. For each half and each of three seeds a
model is trained without that half (train.py), the checkout is copied to WORK, built there with the
model, and scored on the half. Trafilatura in precision mode runs beside it. About ten minutes.
"""

import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

from compare import dateline, trafilatura_precision, unpack
from shingles import half, score_page, summary

SEEDS = ["1", "2", "3"]
MODEL = "Sources/DatelineNormalize/HTML/BlockModelData.swift"


def build(checkout, product):
    subprocess.run(
        ["swift", "build", "-c", "release", "--product", product], cwd=checkout, check=True,
        stdout=sys.stderr)
    return checkout / ".build" / "release" / product


def scores(found, gold, ids):
    return summary([
        score_page(found.get(i, {}).get("articleBody"), gold[i]["articleBody"]) for i in ids])


def main():
    data, work = map(pathlib.Path, sys.argv[1:])
    here = pathlib.Path.cwd()
    checkout = work / "checkout"
    checkout.mkdir(parents=True, exist_ok=True)
    for name in ("Package.swift", "Sources", "Benchmarks", "Tests"):
        source, copy = here / name, checkout / name
        if source.is_dir():
            shutil.copytree(source, copy, dirs_exist_ok=True)
        else:
            shutil.copy2(source, copy)
    features = build(checkout, "ExtractionFeatures")
    train = here / "Benchmarks/extraction/train.py"
    found, gold = {}, {}
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        unpack(data / "html" / "extraction-dev.tar.zst", scratch)
        for seen, unseen in (("b", "a"), ("a", "b")):
            out = work / f"{seen}.swift"
            subprocess.run(
                [sys.executable, train, features, data, out, "--half", seen, "--seeds",
                 ",".join(SEEDS)], check=True, stdout=sys.stderr)
            for seed in SEEDS:
                shutil.copy(f"{out}.{seed}", checkout / MODEL)
                binary = build(checkout, "dateline")
                for name in ("aeb", "aed"):
                    pages, _ = dateline(binary, scratch / name / "html")
                    found[name, seed, unseen] = pages
        for name in ("aeb", "aed"):
            gold[name] = json.loads((scratch / name / "gold.json").read_text())
            theirs, _ = trafilatura_precision(scratch / name / "html")
            for part in ("a", "b"):
                found[name, "Trafilatura", part] = theirs
    for name in ("aeb", "aed"):
        figures = {}
        for who in SEEDS + ["Trafilatura"]:
            both = {}
            for part in ("a", "b"):
                ids = sorted(i for i in gold[name] if half(i) == part)
                figure = scores(found[name, who, part], gold[name], ids)
                print(f"{name} half {part} {who:<11} f1 {figure['f1']:.4f} exact {figure['exact']:.3f}")
                both |= {i: found[name, who, part].get(i, {}) for i in ids}
            figures[who] = scores(both, gold[name], sorted(both))
        mean = {
            key: statistics.mean(figures[seed][key] for seed in SEEDS) for key in ("f1", "exact")}
        theirs = figures["Trafilatura"]
        print(
            f"{name} unseen, mean of seeds: f1 {mean['f1']:.4f} exact {mean['exact']:.3f}; "
            f"Trafilatura f1 {theirs['f1']:.4f} exact {theirs['exact']:.3f}; "
            f"f1 over it {mean['f1'] - theirs['f1']:+.4f}")


if __name__ == "__main__":
    main()
