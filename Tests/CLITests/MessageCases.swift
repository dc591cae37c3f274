/// A command line that fails, what its message must name, and what it must say there is to do.
struct MessageCase: CustomStringConvertible {
  var line: String
  /// The file, record, option or value.
  var subject: String
  /// A way out.
  var advice: String
  /// What has happened, where the case is there for it.
  var event = ""
  var description: String { line }

  init(_ line: String, _ subject: String, _ event: String = "", do advice: String) {
    (self.line, self.subject, self.event, self.advice) = (line, subject, event, advice)
  }

  static let all =
    files + writers + inputs + options + articles + entities + evaluation + clusters + shell

  /// Index files that cannot be used.
  private static let files = [
    Self("search x --db none.db", "none.db", "no such file", do: "dateline index"),
    Self("search x --db folder", "folder", "directory", do: "folder/news.db"),
    Self("search x --db empty.db", "empty.db", "empty", do: "dateline index"),
    Self("search x --db junk.db", "junk.db", "not an SQLite database", do: "--db"),
    Self("search x --db other.db", "other.db", "not made by dateline", do: "--db"),
    Self("search x --db newer.db", "newer.db", "schema 9", do: "update dateline"),
    Self(
      "search x --db analyzer.db", "analyzer.db", "analyzer 'ascii'", do: "index the dump again"),
    Self("search x --db cut.db", "cut.db", "damaged", do: "check --repair"),
    Self("show x --db cut.db", "cut.db", "damaged", do: "check --repair"),
    Self("stats --db cut.db", "cut.db", "damaged", do: "check --repair"),
    Self("export --db cut.db", "cut.db", "damaged", do: "check --repair"),
    Self("check --db cut.db", "cut.db", "damaged", do: "check --repair"),
    Self("optimize --db none.db", "none.db", "no such file", do: "dateline index"),
    Self("delete x --db none.db", "none.db", "no such file", do: "dateline index"),
    Self("export --db none.db", "none.db", "no such file", do: "dateline index"),
    Self("upgrade --db none.db", "none.db", "no such file", do: "dateline index"),
    Self("check --db none.db", "none.db", "no such file", do: "dateline index"),
    Self("upgrade --db newer.db", "newer.db", do: "update dateline"),
    Self("upgrade --db old.db --backup a.txt", "a.txt", "no copy of old.db", do: "--backup"),
    Self("check --repair --db newer.db", "newer.db", "schema 9", do: "update dateline"),
    Self("check --repair --in-place --db newer.db", "newer.db", "schema 9", do: "update dateline"),
    Self("check --repair --db junk.db", "junk.db", "not an SQLite database", do: "--db"),
    Self("check --repair --db cut.db --output ok.db", "ok.db", "already", do: "--output"),
    Self("check --output x", "--output", do: "--repair"),
    Self("check --repair --output x --in-place", "--in-place", do: "either"),
  ]

  /// A disk or somebody else in the way of those that write. Behind the mark: `small` lets files become small
  /// only, `disk` runs in a small file system with that file, `nobody` as a user without rights; held.db is held.
  private static let writers = [
    Self(
      "index a.txt --db held.db --busy-timeout 0", "held.db", "sqlite3 (process", do: "try again"),
    Self("delete x --db held.db --busy-timeout 0", "held.db", "sqlite3 (process", do: "try again"),
    Self("optimize --db held.db --busy-timeout 0", "held.db", "sqlite3 (process", do: "try again"),
    Self(
      "entities apply --db held.db --busy-timeout 0", "held.db", "sqlite3 (process", do: "try again"
    ),
    Self(
      "entities add Acme --kind org --db held.db --busy-timeout 0", "held.db", "sqlite3 (process",
      do: "try again"),
    Self("index a.txt --busy-timeout=-1", "--busy-timeout", do: "from 0 to 86400"),
    Self("index many.jsonl --db new.db # small", "new.db", "disk", do: "run the command again"),
    Self(
      "index more.jsonl --db disk/full.db # disk full.db", "full.db", "disk is full",
      do: "run the command again"),
    Self(
      "index many.jsonl --db disk/new.db # disk empty.db", "new.db", "disk is full",
      do: "run the command again"),
    Self(
      "optimize --db disk/full.db # disk full.db", "full.db", "disk is full",
      do: "run the command again"),
    Self(
      "delete --keys keys.txt --db disk/full.db # disk full.db", "full.db", "disk is full",
      do: "run the command again"),
    Self(
      "entities apply --db disk/full.db # disk full.db", "full.db", "disk is full",
      do: "run the command again"),
    Self(
      "upgrade --db disk/old.db # disk old.db", "old.db", "disk is full",
      do: "run the command again"),
    Self(
      "check --repair --db disk/spoiled.db # disk spoiled.db", "spoiled", "cannot be copied",
      do: "run the command again"),
    Self(
      "export --db disk/full.db --output disk/all.jsonl # disk full.db", "all.jsonl",
      "No space left", do: "make room"),
    Self("export --db ok.db > /dev/full", "the output", "No space left", do: "make room"),
    Self("index a.txt --db locked.db # nobody", "locked.db", "permission", do: "ls -l"),
    Self("delete x --db locked.db # nobody", "locked.db", "permission", do: "ls -l"),
    Self("index a.txt --db closed/x.db # nobody", "closed/x.db", "permission", do: "--db"),
    Self("export --output closed/x # nobody", "closed/x", "Permission denied", do: "name a place"),
    Self("search x --db secret.db # nobody", "secret.db", "permission", do: "--db"),
    Self("extract secret # nobody", "secret", "Permission denied", do: "can be read"),
    Self("search --queries secret.txt # nobody", "secret.txt", do: "name a file"),
    Self("delete --keys secret.txt --db ok.db # nobody", "secret.txt", do: "ls -l"),
    Self(
      "index a.txt --db blocked.db", "blocked.db-building", "Not a directory", do: "move it away"),
  ]

  private static let inputs = [
    Self(
      "index none.txt --db ok.db", "none.txt", "no such file",
      do: "the folder that the command runs in"),
    Self(
      "extract none.html", "none.html", "no such file", do: "the folder that the command runs in"),
    Self(
      "index 'none/*' --db ok.db", "none/*", "no file matches",
      do: "the folder that the command runs in"),
    Self("index folder --db ok.db", "folder", "no file here", do: ".jsonl"),
    Self("index nothing.warc --db y.db", "nothing.warc", "no articles", do: "--format"),
    Self("extract nothing.warc", "nothing.warc", "no articles", do: "--format"),
    Self("index a.txt --db folder", "folder", "directory", do: "folder/news.db"),
    Self("index a.txt --db nowhere/x.db", "nowhere/x.db", "no such directory", do: "--db"),
    Self("index a.txt --db junk.db", "junk.db", "not an SQLite database", do: "--db"),
    Self("index a.txt --map bad --db ok.db", "'bad'", do: "FIELD=NAME"),
    Self("index a.txt --map x=y --db ok.db", "'x'", "no field", do: "title"),
    Self("index a.txt --map title= --db ok.db", "'title='", do: "FIELD=NAME"),
    Self("index --db ok.db", "inputs", do: "--help"),
    Self("index a.txt --errors no/x --db ok.db", "no/x", "cannot be written", do: "name a place"),
  ]

  private static let options = [
    Self("index a.txt --workers 0", "--workers", do: "1 to 256"),
    Self("index a.txt --memory 1", "--memory", do: "from 16"),
    Self("index a.txt --commit-every 0", "--commit-every", do: "from 0.1"),
    Self("index a.txt --max-record 0", "--max-record", do: "from 1 to"),
    Self("index a.txt --max-depth 0", "--max-depth", do: "from 1 to 64"),
    Self("index a.txt --max-time 0", "--max-time", do: "more than 0"),
    Self("index a.txt --format wrong", "wrong", do: "jsonl"),
    Self("search --db ok.db", "query is missing", do: "dateline search"),
    Self("search x --queries q.tsv --db ok.db", "--queries", do: "either a query or"),
    Self("search x --run r --db ok.db", "--run", do: "goes with --queries"),
    Self("search x --since sometime --db ok.db", "sometime", do: "2016-05-04"),
    Self("search x --sorted --db ok.db", "--sorted", do: "--sort"),
    Self("search x --facet colour --db ok.db", "colour", do: "source"),
    Self("search x --facet source --csv --db ok.db", "--facet", do: "--json"),
    Self("search x --facet source --facet-limit 0", "--facet-limit", do: "at least 1"),
    Self("search x --limit=-1", "--limit", do: "not be negative"),
    Self("search x --offset=-1", "--offset", do: "not be negative"),
    Self("search x --fragments=-1", "--fragments", do: "not be negative"),
    Self("search x --json --csv", "--json", do: "choose one"),
    Self("frobnicate", "frobnicate", "no such command", do: "search"),
    Self("bench --articles 0", "--articles", do: "at least 1"),
    Self("bench --workers 0", "--workers", do: "at least 1"),
    Self("bench --repeats=-1", "--repeats", do: "not be negative"),
    Self("bench --per-class 0", "--per-class", do: "at least 1"),
    Self("bench --articles 10 --write no/x", "no/x", "cannot be written", do: "name a place"),
    Self(
      "bench --articles 10 --write-queries no/x", "no/x", "cannot be written", do: "name a place"),
    Self("bench --db ok.db --queries none", "none", do: "name one that is there"),
  ]

  private static let articles = [
    Self("show nothing --db ok.db", "nothing", "no article", do: "dateline search"),
    Self("delete --db ok.db", "keys are missing", do: "--keys FILE"),
    Self(
      "delete x --db ok.db --engine sphinxql://h/news --shards h:1", "--engine",
      do: "either --db or"),
    Self("delete --keys none.txt --db ok.db", "none.txt", "no such file", do: "standard input"),
    Self("delete --keys latin.txt --db ok.db", "latin.txt", "UTF-8", do: "iconv"),
    Self("delete --keys - --db ok.db < latin.txt", "standard input", "UTF-8", do: "iconv"),
    Self("export --db ok.db --output ok.db", "ok.db", "is the index", do: "another file"),
    Self("export --db ok.db --output no/x", "no/x", "cannot be written", do: "name a place"),
    Self(
      "export --db ok.db --format opensearch-bulk --mapping no/x", "no/x", "cannot be written",
      do: "name a place"),
    Self("export --db ok.db --mapping m", "--mapping", do: "opensearch-bulk"),
    Self("export --db ok.db --format xml", "xml", do: "jsonl"),
    Self("export --to sphinxql://h/news --shards h:1 --output x", "--output", do: "leave out"),
  ]

  private static let entities = [
    Self("entities show nobody --db ok.db", "nobody", "no entity", do: "entities list"),
    Self("entities show nato --articles=-1 --db ok.db", "--articles", do: "not be negative"),
    Self("entities edit nobody --alias x --db ok.db", "nobody", "no entity", do: "entities list"),
    Self("entities remove nobody --db ok.db", "nobody", "no entity", do: "entities list"),
    Self("entities revert nobody --db ok.db", "nobody", "no entity", do: "entities list"),
    Self("entities edit Shared --alias x --db shared.db", "Shared", "may be", do: "give the id"),
    Self(
      "entities edit nato --line 'x | org | NATO' --db ok.db", "nato", "id must stay", do: "merge"),
    Self("entities edit nato --remove-alias x --db ok.db", "nato", "no “x”", do: "entities show"),
    Self("entities edit nato --alias '!' --db ok.db", "“!”", do: "need one"),
    Self("entities edit nato --alias 'a;b' --db ok.db", "“a;b”", do: "may not hold"),
    Self("EDITOR=false entities edit nato --editor --db ok.db", "false", "status 1", do: "EDITOR"),
    Self("entities add Acme --db ok.db", "--kind", do: "person, org or place"),
    Self("entities add 'a | org | A' --kind org --db ok.db", "a whole line", do: "leave out"),
    Self("entities add 'a | thing | A' --db ok.db", "“thing”", do: "person"),
    Self("entities add 'a | org' --db ok.db", "expected", do: "id | person"),
    Self("entities add 'a | org | A | b' --db ok.db", "“b”", do: "alias:"),
    Self("entities add 'A! | org | A' --db ok.db", "“A!”", do: "lower-case"),
    Self(
      "entities add Acme --id nato --kind org --db ok.db", "nato", "already", do: "entities edit"),
    Self(
      "entities add Acme --id united-states- --kind org --db ok.db", "united-states-", do: "--id"),
    Self("entities merge nato nato --db ok.db", "nato", "both", do: "name two"),
    Self("entities split nato x --db ok.db", "“x”", "no name", do: "entities show"),
    Self("entities split nato 'Atlantic alliance' --id russia --db ok.db", "russia", do: "--id"),
    Self("entities import none.txt --db ok.db", "none.txt", "no such file", do: "name one"),
    Self("entities import latin.txt --db ok.db", "latin.txt", "UTF-8", do: "iconv"),
    Self(
      "entities import a.txt --strict --db ok.db", "a.txt", "nothing was changed", do: "--strict"),
    Self(
      "entities import twice.txt --strict --db ok.db", "twice.txt", "nothing was changed",
      do: "--strict"),
    Self("entities list --json --tsv", "--json", do: "choose one"),
    Self("entities list --limit=-1", "--limit", do: "not be negative"),
    Self("entities apply --workers 0", "--workers", do: "at least 1"),
  ]

  private static let evaluation = [
    Self("eval --qrels none --queries none --db ok.db", "none", "no such file", do: "name one"),
    Self("eval --qrels q --db ok.db", "--queries", do: "either"),
    Self("eval --qrels q --run r --save s", "--save", do: "goes with --queries"),
    Self("eval --qrels q --queries r --limit 0", "--limit", do: "at least 1"),
    Self("eval --qrels a.txt --queries q.tsv --db ok.db", "a.txt, line 1", do: "expected a query"),
    Self(
      "eval --qrels zero.qrels --queries q.tsv --db ok.db", "zero.qrels", do: "QUERY 0 KEY GRADE"),
    Self(
      "eval --qrels one.qrels --queries twice.tsv --db ok.db", "twice.tsv", "comes twice",
      do: "a tab and a query"),
    Self("eval --qrels one.qrels --run a.txt", "a.txt, line 1", do: "expected a query"),
    Self("search --queries none --db ok.db", "none", do: "name a file"),
    Self("search --queries folder --db ok.db", "folder", "directory", do: "name a file"),
    Self(
      "search --queries q.tsv --run no/x --db ok.db", "no/x", "cannot be written",
      do: "name a place"),
    Self(
      "search --queries q.tsv --run - --engine sphinxql://127.0.0.1:1/news", "127.0.0.1:1",
      do: "is it running"),
  ]

  private static let clusters = [
    Self("search x --engine news.db", "news.db", do: "write sphinxql://HOST:PORT/INDEX"),
    Self(
      "search x --engine sphinxql://h", "the name of the index is missing",
      do: "write sphinxql://HOST:PORT/INDEX"),
    Self("search x --engine sphinxql:///news", "a host is missing", do: "HOST:PORT"),
    Self("search x --engine sphinxql://h:0/news", "h:0", do: "from 1 to 65535"),
    Self("search x --engine sphinxql://h/1x", "1x", do: "begins with a letter"),
    Self(
      "search x --engine sphinxql://u:p@h/news", "user and password", do: "DATELINE_ENGINE_USER"),
    Self("search x --engine sphinxql://h/news --db x.db", "--db", do: "either --db or --engine"),
    Self("search x --engine sphinxql://h/news --timeout 0", "--timeout", do: "from 1 to 3600"),
    Self("search x --timeout 3", "--timeout", do: "goes with --engine"),
    Self("search x --require-complete", "--require-complete", do: "goes with --engine"),
    Self(
      "search x --engine sphinxql://127.0.0.1:1/news", "127.0.0.1:1", "cannot be reached",
      do: "is it running"),
    Self(
      "show x --engine sphinxql://127.0.0.1:1/news", "127.0.0.1:1", "cannot be reached",
      do: "is it running"),
    Self(
      "stats --engine sphinxql://127.0.0.1:1/news", "127.0.0.1:1", "cannot be reached",
      do: "is it running"),
    Self("check --shards h:1", "--shards", do: "goes with --engine"),
    Self("check --engine sphinxql://h/news --db x.db", "--engine", do: "neither --repair nor --db"),
    Self("check --engine x", "--engine", do: "write sphinxql://HOST:PORT/INDEX"),
    Self("index a.txt --engine sphinxql://h/news", "--shards", do: "go together"),
    Self("index a.txt --engine x --shards h:1", "--engine", do: "write sphinxql://HOST:PORT/INDEX"),
    Self(
      "index a.txt --engine sphinxql://h/news --shards u@h:1", "user and password",
      do: "DATELINE_ENGINE_USER"),
    Self("index a.txt --checkpoint c", "--checkpoint", do: "goes with --engine"),
    Self(
      "index a.txt --engine sphinxql://h/news --shards h:1 --dry-run", "--engine",
      do: "neither --dry-run"),
    Self(
      "index a.txt --engine sphinxql://h/news --shards h:1 --server-timeout 0", "--server-timeout",
      do: "from 1"),
    Self(
      "index a.txt --engine sphinxql://127.0.0.1:1/news --shards 127.0.0.1:2 --server-timeout 1",
      "127.0.0.1:",
      "cannot be reached", do: "is it running"),
    Self(
      "delete x --engine sphinxql://127.0.0.1:1/news --shards 127.0.0.1:2 --server-timeout 1",
      "127.0.0.1:",
      "cannot be reached", do: "is it running"),
    Self(
      "export --db ok.db --to sphinxql://127.0.0.1:1/news --shards 127.0.0.1:2 --server-timeout 1",
      "127.0.0.1:",
      "cannot be reached", do: "is it running"),
    Self("cluster check --engine sphinxql://h/news", "--shards", do: "is missing"),
    Self(
      "cluster check --engine x --shards h:1", "--engine", do: "write sphinxql://HOST:PORT/INDEX"),
    Self("cluster init --shards 0", "--shards", do: "from 1 to 64"),
    Self("cluster init --port 65535", "--port", do: "room for"),
    Self("cluster init --index 1x", "1x", do: "begins with a letter"),
    Self("cluster init --data '/a b'", "/a b", do: "give another"),
    Self("cluster init --output made", "made", "already", do: "another --output"),
    Self("cluster init --output a.txt", "a.txt", "cannot be written", do: "name a place"),
    Self(
      "DATELINE_ENGINE_PASSWORD_FILE=none search x --engine sphinxql://h/news", "none",
      "cannot be read",
      do: "DATELINE_ENGINE_PASSWORD_FILE"),
    Self(
      "DATELINE_ENGINE_PASSWORD_FILE=a.txt search x --engine sphinxql://h/news", "a.txt",
      "others than its owner",
      do: "chmod 600"),
    Self(
      "DATELINE_ENGINE_TLS=none search x --engine sphinxql://h/news", "none",
      do: "DATELINE_ENGINE_TLS"),
  ]

  private static let shell = [
    Self("shell < no-such-directive", ":frobnicate", "no such command", do: ":help"),
    Self("shell < no-article", "which article", do: ":show 1"),
    Self("shell < no-switch", "perhaps", do: "on or off"),
    Self("shell < no-choice", ":sort", do: "takes one of"),
    Self("shell < no-number", ":limit", do: "takes a number"),
    Self("shell < no-date", ":since", do: "2016-05-04"),
    Self("shell < no-format", ":format", do: "takes one of"),
    Self("shell < no-query", "no query yet", do: "type one"),
    Self("shell < no-more", "last hits", do: ":prev"),
    Self("shell < no-less", "first hits", do: ":next"),
    Self("shell < no-such-hit", "nowhere", do: "hits are numbered"),
  ]
}
