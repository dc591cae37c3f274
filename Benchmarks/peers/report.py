"""The comparison as Markdown."""

from typing import Any


def markdown(result: dict[str, Any]) -> str:
    engines: dict[str, dict[str, Any]] = result["engines"]
    return "\n\n".join(
        section
        for section in (
            _setting(result),
            _availability(engines),
            _indexing(result, engines),
            _latency(engines),
        )
        if section
    )


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _setting(result: dict[str, Any]) -> str:
    facts, dump = result["machine"], result["dump"]
    load = " ".join(str(value) for value in facts["load_before"])
    return (
        f"{facts['cpu']}, {facts['cores']} cores, {facts['kernel']}, load before: {load}  \n"
        f"{dump['articles']:,} articles, {dump['bytes'] / 1e6:.1f} MB of JSON Lines; "
        f"medians of {result['rounds']} rounds, engines in turns"
    )


def _availability(engines: dict[str, dict[str, Any]]) -> str:
    rows = []
    for name, facts in engines.items():
        if facts["status"] != "measured":
            rows.append([name, f"**{facts['status']}**", facts["reason"]])
        else:
            rows.append([name, f"{facts['version']} ({facts['language']})", facts["includes"]])
    return _table(["engine", "version", "index time includes"], rows)


def _indexing(result: dict[str, Any], engines: dict[str, dict[str, Any]]) -> str:
    rows = []
    for name, facts in engines.items():
        if not (index := facts.get("index")):
            rows.append([name, f"**{facts['status']}**", *[""] * 7])
            continue
        rows.append(
            [
                name,
                f"{index['wall_s']:.2f}",
                f"{index['cpu_s']:.2f}",
                f"{index['mb_per_wall_s']:.1f}",
                f"{index['mb_per_cpu_s']:.1f}",
                _ratio(index.get("wall_s_ratio")),
                _ratio(index.get("cpu_s_ratio")),
                f"{index['rss_mb']:.0f}",
                f"{index['index_bytes'] / 1e6:.1f}",
            ]
        )
    for row in result["reading_json_only"]:
        size = result["dump"]["bytes"] / 1e6
        rows.append(
            [
                f"*reading JSON only, {row['language']}*",
                f"{row['wall_s']:.2f}",
                f"{row['cpu_s']:.2f}",
                f"{size / row['wall_s']:.1f}",
                f"{size / row['cpu_s']:.1f}",
                *[""] * 4,
            ]
        )
    rows.append(["*reading JSON only, Rust and Swift*", "not measured", *[""] * 7])
    head = [
        "indexing", "wall s", "CPU s", "MB/s", "MB per CPU s", "wall / dateline",
        "CPU / dateline", "peak RSS MB", "files MB",
    ]  # fmt: skip
    return _table(head, rows)


def _latency(engines: dict[str, dict[str, Any]]) -> str:
    with_queries = {name: facts for name, facts in engines.items() if facts.get("queries")}
    kinds = dict.fromkeys(kind for facts in with_queries.values() for kind in facts["queries"])
    ours = engines.get("dateline", {}).get("queries", {})
    rows = []
    for kind in kinds:
        row = [kind]
        for name, facts in engines.items():
            latency = facts.get("queries", {}).get(kind)
            if not latency:
                row.append("-")
                continue
            text = f"{latency['p50']:.0f} / {latency['p95']:.0f} / {latency['p99']:.0f}"
            if name != "dateline" and kind in ours and ours[kind]["p50"] > 0:
                text += f" ({_ratio(latency['p50'] / ours[kind]['p50'])})"
            text += f"; {latency['first']:.0f}"
            row.append(text)
        rows.append(row)
    skipped = [
        f"**Query part skipped** for {name}: {facts.get('queries_skipped') or facts['reason']}"
        for name, facts in engines.items()
        if "queries_skipped" in facts or facts["status"] != "measured"
    ]
    note = (
        "Top ten by rank, one thread, warm, microseconds p50 / p95 / p99 (in brackets: p50 over "
        "Dateline's) of queries that are asked again and again, and behind the semicolon the median "
        "of their first times. Dateline keeps the plans of queries and what it counted for their "
        "words; the others parse and search each time. The text of hits is not fetched. The "
        "peers are called from Python, which costs them a few microseconds a query. Tantivy's "
        "prefix hits are not ranked by frequency: it has no scored prefix query."
    )
    table = _table(["query class", *engines], rows) if rows else ""
    return "\n\n".join([*([table, note] if rows else []), *skipped])


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}x"
