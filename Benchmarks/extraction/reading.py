"""Reading without extraction: Dateline's readers beside Python's, on generated files, in turns.

usage: reading.py READING_BENCHMARK [MEGABYTES]

Figures are MB of uncompressed records for each CPU second of a whole process (user and system, from
the kernel's account of it), medians of the rounds, and its peak resident memory. Exit status 1 when a
target is missed.
"""

import gzip
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 3
PEER = str(pathlib.Path(__file__).with_name("peer_reading.py"))
# Row, file, target in MB a second, libraries beside.
ROWS = [
    ("WARC", "pages.warc", 150, ["warcio"]),
    ("WARC, gzip by record", "pages.warc.gz", 150, ["warcio"]),
    ("JSON Lines", "news.jsonl", 300, ["json", "orjson"]),
]


class Texts:
    """Sentences of invented words, the same on every run."""

    def __init__(self, seed=1):
        self.random = random.Random(seed)
        syllables = "ka lo mi ren tas ver do shi bel qua né ster on fi ga pul tre vö sin".split()
        self.words = [
            "".join(self.random.choices(syllables, k=self.random.randint(1, 4)))
            for _ in range(4_000)
        ]

    def paragraph(self):
        words = self.random.choices(self.words, k=self.random.randint(20, 90))
        return " ".join(words).capitalize() + "."

    def paragraphs(self):
        return [self.paragraph() for _ in range(self.random.randint(3, 14))]


def page(texts, number):
    body = "\n".join(f'<p class="story-text">{p}</p>' for p in texts.paragraphs())
    links = "\n".join(
        f'<li class="menu-item"><a href="/section/{i}">{texts.words[i]}</a></li>'
        for i in range(60))
    script = "".join(f'w.push({{"slot":"{texts.words[i]}","n":{i}}});' for i in range(300))
    return (
        f"<!doctype html><html><head><title>{texts.words[number % 4000]} {number}</title>"
        f"<script>{script}</script></head><body><nav><ul>{links}</ul></nav>"
        f"<article><h1>{texts.paragraph()[:60]}</h1>\n{body}</article></body></html>")


def record(texts, number):
    content = page(texts, number).encode()
    http = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
        b"Content-Length: %d\r\n\r\n" % len(content)) + content
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        "WARC-Date: 2024-03-01T00:00:00Z\r\n"
        f"WARC-Target-URI: https://news.example.com/story/{number}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n").encode()
    return head + http + b"\r\n\r\n"


def line(texts, number):
    import json

    row = {
        "id": str(number), "url": f"https://news.example.com/story/{number}",
        "title": texts.paragraph()[:70], "published": "2024-03-01T08:30:00Z",
        "author": "Ann Example", "section": texts.words[number % 50],
        "body": "\n\n".join(texts.paragraphs()), "words": number % 1000,
        "tags": texts.words[:5],
    }
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"


def generate(folder, size):
    """Writes the files; bytes of their records by name."""
    texts = Texts()
    sizes = dict.fromkeys((row[1] for row in ROWS), 0)
    with open(folder / "pages.warc", "wb") as plain, open(folder / "pages.warc.gz", "wb") as packed:
        number = 0
        while sizes["pages.warc"] < size:
            number += 1
            data = record(texts, number)
            plain.write(data)
            packed.write(gzip.compress(data, 6))
            sizes["pages.warc"] += len(data)
    sizes["pages.warc.gz"] = sizes["pages.warc"]
    with open(folder / "news.jsonl", "wb") as lines:
        number = 0
        while sizes["news.jsonl"] < size:
            number += 1
            sizes["news.jsonl"] += lines.write(line(texts, number))
    return sizes


def run(command):
    """Output, CPU seconds and peak memory in MB of a process."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed")
    return output.split(), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    binary = sys.argv[1]
    size = int(float(sys.argv[2]) * 1e6) if len(sys.argv) > 2 else 400_000_000
    missed = False
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        sizes = generate(folder, size)
        print("| file | reader | MB a CPU second | peak MB | target |")
        print("| --- | --- | --- | --- | --- |")
        for name, file, target, libraries in ROWS:
            commands = {"Dateline": [binary, str(folder / file)]}
            for library in libraries:
                commands[library] = [sys.executable, PEER, library, str(folder / file)]
            rates = {reader: [] for reader in commands}
            peaks = dict.fromkeys(commands, 0)
            counts = {}
            for _ in range(ROUNDS):
                for reader, command in commands.items():
                    counts[reader], seconds, peak = run(command)
                    rates[reader].append(sizes[file] / 1e6 / seconds)
                    peaks[reader] = max(peaks[reader], peak)
            if len({tuple(count) for count in counts.values()}) > 1:
                sys.exit(f"{file}: the readers found different records: {counts}")
            for reader in commands:
                rate = statistics.median(rates[reader])
                verdict = ""
                if reader == "Dateline":
                    met = rate >= target
                    missed = missed or not met
                    verdict = f"{target}, {'met' if met else 'missed'}"
                print(f"| {name} | {reader} | {rate:.0f} | {peaks[reader]:.0f} | {verdict} |")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
