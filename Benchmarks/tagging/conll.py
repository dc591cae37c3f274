#!/usr/bin/env python3
"""Precision and recall of the entity tagger on the CoNLL-2003 data (Tjong Kim Sang and De Meulder, 2003).

    conll.py FOLDER [--binary .build/release/TaggingBenchmark] [--errors 30] [--part testa] [--show WORDS]

FOLDER holds eng.train and eng.testa (plain or packed with zstd), which are not part of this project.
Documents are put together from their tokens, tagged, and compared with the gold mentions:

- A gold mention is known when its words, letter case aside, are a name, alias or demonym of an entity
  of the gazetteer, or a surname of somebody named in full in the same document. Stand-ins (capitals,
  seats) are counted in a line of their own.
- A mention we found is right when a gold mention has the same boundaries and a type that fits: person
  PER, organisation ORG, place LOC, demonym MISC (of a party: MISC or ORG), stand-in LOC or ORG. An
  article or title before the name ("the Netherlands", "President Clinton") makes no difference. The
  parts of a single hyphenated gold word of type MISC ("Israeli-PLO", "U.S.-led") are right too.
- Precision is over all mentions found, recall over the known gold mentions.

Exit status: 0 done, 2 wrong usage or missing files.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
FITS = {("person", "name"): {"PER"}, ("person", "surname"): {"PER"}, ("org", "name"): {"ORG"},
        ("org", "demonym"): {"MISC", "ORG"}, ("place", "name"): {"LOC"}, ("place", "demonym"): {"MISC"}}
SECTIONS = {"alias": "name", "demonym": "demonym", "metonym": "metonym", "surname": "surname"}
NO_SPACE_BEFORE = {",", ".", ":", ";", "?", "!", ")", "]", "%", "'s", "'S", "n't", "'", "'re", "'ve", "'ll", "'d"}
LEADING = set("the president prime minister chancellor mr mrs ms king queen pope senator emperor former".split())
NO_SPACE_AFTER = {"(", "[", "$"}


def folded(text):
    """Words in lower case without diacritics, joined by blanks."""
    text = unicodedata.normalize("NFKD", text.lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", text))


def read_lines(folder, name):
    plain = folder / name
    if plain.exists():
        return plain.read_text(encoding="utf-8").splitlines()
    packed = folder / (name + ".zst")
    if not packed.exists():
        sys.exit(f"conll.py: no {plain}")
    return subprocess.run(["zstd", "-dcq", packed], check=True, capture_output=True).stdout.decode().splitlines()


def documents(lines):
    """Lists of sentences; a sentence is a list of (word, tag)."""
    document, sentence = [], []
    for line in lines + ["", "-DOCSTART-"]:
        if line.startswith("-DOCSTART-"):
            if document:
                yield document
            document = []
        elif line.strip():
            columns = line.split()
            sentence.append((columns[0], columns[-1]))
        elif sentence:
            document.append(sentence)
            sentence = []


class Text:
    """A part of a document put together from tokens, with gold mentions as byte ranges."""

    def __init__(self, sentences):
        parts, self.gold, length, self.words = [], [], 0, []
        for sentence in sentences:
            open_quote, glue, current = False, True, None
            for word, tag in sentence:
                blank = not (glue or word in NO_SPACE_BEFORE or (word == '"' and open_quote))
                if blank:
                    parts.append(" ")
                    length += 1
                start = length
                parts.append(word)
                length += len(word.encode())
                self.words.append((start, length))
                glue = word in NO_SPACE_AFTER or (word == '"' and not open_quote)
                if word == '"':
                    open_quote = not open_quote
                kind = tag[2:]
                if tag == "O":
                    current = None
                elif tag.startswith("B-") or current is None or current[2] != kind:
                    current = [start, length, kind]
                    self.gold.append(current)
                else:
                    current[1] = length
            parts.append("\n")
            length += 1
        self.text = "".join(parts)
        self.bytes = self.text.encode()

    def slice(self, start, end):
        return self.bytes[start:end].decode(errors="replace")

    def context(self, start, end):
        left = self.bytes[max(0, start - 40):start].decode(errors="replace")
        right = self.bytes[end:end + 40].decode(errors="replace")
        return (left + "[" + self.slice(start, end) + "]" + right).replace("\n", " / ")


def gazetteer():
    """Folded form -> set of (entity, class); entity -> folded full names; entity -> kind."""
    forms, full = collections.defaultdict(set), collections.defaultdict(set)
    kinds = {}
    for path in sorted((ROOT / "Sources/DatelineAnalysis/Gazetteer").glob("*.swift")):
        for line in path.read_text(encoding="utf-8").splitlines():
            parts = [part.strip() for part in line.split(" | ")]
            if len(parts) < 3 or line.startswith("///") or parts[1] not in ("place", "org", "person"):
                continue
            kinds[parts[0]] = parts[1]
            listed = [("name", parts[2])]
            for part in parts[3:]:
                section, _, names = part.partition(":")
                listed += [(SECTIONS[section], name.strip()) for name in names.split(";") if section in SECTIONS]
            for form_class, name in listed:
                forms[folded(name)].add((parts[0], form_class))
                if form_class == "name" and len(folded(name).split()) > 1:
                    full[parts[0]].add(folded(name))
    return forms, full, kinds


def share(right, all_):
    return f"{right / all_:.3f} ({right}/{all_})" if all_ else "- (0)"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--binary", default=ROOT / ".build/release/TaggingBenchmark")
    parser.add_argument("--errors", type=int, default=30, help="how many frequent errors of each kind")
    parser.add_argument("--show", help="print every error whose words are these, with context")
    parser.add_argument("--kind", help="false positives of one kind only: org, person, place")
    parser.add_argument("--part", choices=["train", "testa"], help="one file only")
    arguments = parser.parse_args()
    texts = []
    for name in [f"eng.{arguments.part}"] if arguments.part else ["eng.train", "eng.testa"]:
        for document in documents(read_lines(arguments.folder, name)):
            texts.append((Text(document[:1]), Text(document[1:])))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for title, body in texts:
            file.write(json.dumps({"title": title.text, "body": body.text}) + "\n")
        file.flush()
        output = subprocess.run([arguments.binary, "mentions", file.name], check=True, capture_output=True).stdout
    forms, full, kinds = gazetteer()
    right, found, partial, mistyped = (collections.Counter() for _ in range(4))
    hit, known, fitting, fitting_hit = (collections.Counter() for _ in range(4))
    wrong, missed, examples = collections.Counter(), collections.Counter(), {}

    def note(counter, key, text, start, end):
        counter[key] += 1
        examples.setdefault((id(counter), key), text.context(start, end))
        if arguments.show and folded(text.slice(start, end)) == folded(arguments.show):
            print("wrong" if counter is wrong else "missed", key, text.context(start, end))

    for (title, body), line in zip(texts, output.decode().splitlines(), strict=True):
        mentions = json.loads(line)
        named = f" {folded(title.text)} {folded(body.text)} "
        for text, part in ((title, "title"), (body, "body")):
            golds = {(start, end): kind for start, end, kind in text.gold}
            mine = {}
            for mention in mentions:
                if mention["part"] != part:
                    continue
                start, end = mention["start"], mention["end"]
                # A final dot belongs to the gold token ("U.S.") but not to ours.
                for word_start, word_end in text.words:
                    if word_start < end <= word_end and text.slice(end, word_end) == ".":
                        end = word_end
                while (start, end) not in golds:
                    word = text.slice(start, end).partition(" ")[0]
                    if word.lower() not in LEADING or len(word) == end - start:
                        start = mention["start"]
                        break
                    start += len(word) + 1
                key = mention["kind"], mention["form"]
                mine[start, end] = key
                found[key] += 1
                fits = FITS.get(key, {"LOC", "ORG"})
                gold = golds.get((start, end))
                hyphenated = any(s <= start and end <= e and kind == "MISC" and "-" in text.slice(s, e)
                                 and " " not in text.slice(s, e) for (s, e), kind in golds.items())
                if gold in fits or hyphenated:
                    right[key] += 1
                    continue
                overlap = any(s < end and start < e for s, e in golds)
                (mistyped if gold else partial)[key] += 1 if gold or overlap else 0
                reason = f"is {gold}" if gold else "inside" if overlap else "no mention"
                if not arguments.kind or arguments.kind == mention["kind"]:
                    note(wrong, (text.slice(start, end), mention["entity"], reason), text, start, end)
            for start, end, kind in text.gold:
                surface = folded(text.slice(start, end))
                keys = set()
                for entity, form_class in forms.get(surface, ()):
                    if form_class == "surname" and not any(f" {n} " in named for n in full[entity]):
                        continue
                    keys.add(form_class)
                if not keys:
                    continue
                form_class = min(keys, key=["name", "demonym", "surname", "metonym"].index)
                known[kind, form_class] += 1
                typed = any(kind in FITS.get((kinds[e], c), {"LOC", "ORG"}) for e, c in forms[surface] if c in keys)
                fitting[typed] += 1
                mention = mine.get((start, end))
                if mention and kind in FITS.get(mention, {"LOC", "ORG"}):
                    hit[kind, form_class] += 1
                    fitting_hit[typed] += 1
                else:
                    other = "typed otherwise" if mention else "not found"
                    note(missed, (text.slice(start, end), kind, other), text, start, end)

    print(f"documents {len(texts)}, gold mentions {sum(len(t.gold) for pair in texts for t in pair)}")
    print("precision          right       boundaries only  overlapping")
    for key in sorted(found) + ["all"]:
        keys = list(found) if key == "all" else [key]
        total = sum(found[k] for k in keys)
        exact, soft = sum(right[k] for k in keys), sum(mistyped[k] for k in keys)
        print(f"  {key if key == 'all' else ' '.join(key):15s} {share(exact, total):22s}"
              f" {(exact + soft) / total:.3f} {(exact + soft + sum(partial[k] for k in keys)) / total:.3f}")
    print("recall of known gold mentions")
    for key in sorted(known):
        print(f"  {' '.join(key):15s} {share(hit[key], known[key])}")
    for title, keys in (("without stand-ins", [k for k in known if k[1] != "metonym"]), ("all", list(known))):
        print(f"  {title:17s} {share(sum(hit[k] for k in keys), sum(known[k] for k in keys))}")
    print(f"  {'all of a type':17s} {share(fitting_hit[True], fitting[True])} that an entity of that name has")
    for title, counter in (("false positives", wrong), ("false negatives", missed)):
        print(title)
        for key, count in counter.most_common(arguments.errors):
            print(f"  {count:4d} {' | '.join(key):50s} {examples[id(counter), key]}")


if __name__ == "__main__":
    main()
