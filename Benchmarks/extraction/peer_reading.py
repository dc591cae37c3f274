"""Reads a file with a Python library and prints the number of records.

usage: peer_reading.py warcio|json|orjson FILE
"""

import sys


def warcio_pages(path):
    from warcio.archiveiterator import ArchiveIterator

    count = 0
    with open(path, "rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response":
                record.content_stream().read().decode("utf-8")
                count += 1
    return count


def json_lines(path, loads):
    count = 0
    with open(path, "rb") as lines:
        for line in lines:
            loads(line)
            count += 1
    return count


def main():
    library, path = sys.argv[1:]
    if library == "warcio":
        print(warcio_pages(path), 0)
    elif library == "json":
        import json

        print(json_lines(path, json.loads), 0)
    else:
        import orjson

        print(json_lines(path, orjson.loads), 0)


if __name__ == "__main__":
    main()
