import ClusterAnswers
import Foundation
import Testing

/// The commands that set up, fill and ask a cluster.
@Suite struct ClusterCommandTests {
  private let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  @Test(arguments: ["manticore", "sphinx"]) func filesAreWritten(kind: String) throws {
    let made = try folder.dateline([
      "cluster", "init", "--kind", kind, "--shards", "2", "--mirrors", "--port", "19000",
      "--host", "news1", "--data", "/srv/d", "--index", "wire",
    ])
    #expect(made.status == 0, "\(made.errors)")
    #expect(
      made.output.contains("--shards 'news1:19002|news1:19004,news1:19006|news1:19008'"))
    for name in ["front", "shard0a", "shard0b", "shard1a", "shard1b"] {
      #expect(
        made.output.contains("mkdir -p /srv/d/\(name)/binlog && searchd --config \(name).conf\n"),
        "\(made.output)")
    }
    let front = try String(contentsOfFile: folder.path("cluster/front.conf"), encoding: .utf8)
    #expect(front.contains("agent = news1:19003|news1:19005:wire"))
    #expect(front.contains("agent_retry_count = 3") == (kind == "manticore"))
    #expect(front.contains("listen = news1:19000:\(kind == "sphinx" ? "mysql41" : "mysql")"))
    let shard = try String(contentsOfFile: folder.path("cluster/shard1b.conf"), encoding: .utf8)
    #expect(shard.contains("path = /srv/d/shard1b/wire") && shard.contains("binlog_flush = 2"))
    #expect(shard.contains("listen_backlog = 512") && front.contains("listen_backlog = 512"))
    #expect(shard.contains("charset_table = 0..9, a..z"))
    #expect(shard.contains("stored_fields =\n") == (kind == "manticore"))
    let again = try folder.dateline(["cluster", "init"])
    #expect(again.status == 2 && again.errors.contains("is there already"))
  }

  @Test(arguments: [
    (["search", "nato", "--engine", "news.db"], "does not begin with sphinxql://"),
    (
      ["search", "nato", "--engine", "sphinxql://h/news", "--db", "x.db"], "either --db or --engine"
    ),
    (["search", "nato", "--require-complete"], "goes with --engine"),
    (["index", "x.jsonl", "--engine", "sphinxql://h/news"], "--shards go together"),
    (["index", "x.jsonl", "--checkpoint", "c"], "--checkpoint goes with --engine"),
    (
      ["index", "x.jsonl", "--engine", "sphinxql://h/news", "--shards", "h:0"],
      "port must be from 1"
    ),
    (["search", "nato", "--engine", "sphinxql://127.0.0.1:1/news"], "cannot be reached"),
    (["check", "--shards", "h:1"], "--shards goes with --engine"),
    (["search", "nato", "--timeout", "3"], "--timeout goes with --engine"),
    (["search", "nato", "--engine", "sphinxql://h/news", "--timeout", "0"], "from 1 to 3600"),
    (["check", "--engine", "sphinxql://h/news", "--db", "x.db"], "neither --repair nor --db"),
    (["check", "--engine", "sphinxql://h/news", "--shards", "h:0"], "port must be from 1"),
  ])
  func mistakesAreExplained(arguments: [String], message: String) throws {
    try folder.write("x.jsonl", #"{"title":"a","body":"b"}"#)
    let result = try folder.dateline(arguments)
    #expect(result.status == 2)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  /// What may be a password, or a piece of one, is not repeated.
  @Test(arguments: ["user:secret,word@h:1", "h:1,user:secret", "user:secret/@h:1", "h:secret"])
  func passwordsAmongShardsAreNotRepeated(shards: String) throws {
    let result = try folder.dateline([
      "index", "x.jsonl", "--engine", "sphinxql://h/news", "--shards", shards,
    ])
    #expect(result.status == 2 && !(result.output + result.errors).contains("secret"), "\(result)")
  }

  /// Servers made by `cluster init` take a dump and answer; an import that was broken off goes on.
  @Test(.enabled(if: CommandCluster.isInstalled)) func aClusterIsFilledAndAsked() throws {
    let cluster = try CommandCluster(in: folder, shards: 2)
    let (engine, shards, port) = (cluster.engine, cluster.shards, cluster.port)
    let lines = (0..<50).map {
      #"{"id":"k\#($0)","title":"NATO story \#($0)","body":"Ministers met for the time no. \#($0).","date":"2020-02-01"}"#
    }
    try folder.write("dump.jsonl", lines.joined(separator: "\n") + "\n")
    let nowhere = try folder.dateline(
      ["index", "dump.jsonl", "--checkpoint", "no-folder/c.json"] + engine + shards)
    #expect(nowhere.status == 2 && nowhere.errors.contains("no-folder/c.json: cannot be written"))
    let nothing = try folder.dateline(["search", "nato", "--json"] + engine)
    #expect(nothing.output.contains("\"total\" : 0"), "\(nothing)")
    let checkpoint = ["--checkpoint", "c.json"]
    // The second shard is away: the import fails, and says where.
    cluster.stop("shard1")
    let broken = try folder.dateline(["index", "dump.jsonl"] + engine + shards + checkpoint)
    #expect(broken.status == 2)
    #expect(broken.errors.contains("127.0.0.1:\(port + 4) cannot be reached"), "\(broken.errors)")
    let partial = try folder.dateline(["search", "nato", "--json"] + engine)
    #expect(partial.output.contains("\"partial\" : true"))
    #expect(partial.errors.contains("warning: this is a partial answer"))
    for form in ["--ndjson", "--csv", "--tsv"] {
      let other = try folder.dateline(["search", "nato", form] + engine)
      #expect(other.errors.contains("warning: this is a partial answer"), "\(other)")
      #expect(other.output.contains("\"partial\":true") == (form == "--ndjson"), "\(other)")
    }
    let some = try folder.dateline(["stats", "--json"] + engine)
    #expect(some.output.contains("\"partial\" : true"), "\(some)")
    let doubtful = try folder.dateline(["check"] + engine)
    #expect(doubtful.status == 1 && doubtful.output.contains("warns: "), "\(doubtful)")
    try cluster.start("shard1")
    var done = CommandResult(status: 2, output: "", errors: "")
    for _ in 0..<100 where done.status == 2 {
      done = try folder.dateline(["index", "dump.jsonl"] + engine + shards + checkpoint)
    }
    #expect(done.output.contains("50 added"), "\(done.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("c.json")))
    let found = try folder.dateline(["search", "title:nato", "-n", "100", "--json"] + engine)
    #expect(found.output.contains("\"total\" : 50"), "\(found.errors)")
    #expect(!found.output.contains("partial"))
    let figures = try folder.dateline(["stats"] + engine)
    #expect(
      figures.output.contains(
        """
        articles    50
        published   2020-02-01 to 2020-02-01, 0 undated
        years       2020 50
        entities    NATO 50
        """), "\(figures)")
    let checked = try folder.dateline(["cluster", "check"] + engine + shards)
    #expect(checked.status == 0 && checked.output.contains("50 articles on 2 shards"))
    for named in [[], shards] {
      let same = try folder.dateline(["check"] + engine + named)
      #expect(same.status == 0 && same.output.contains("50 articles"), "\(same)")
    }
    let again = try folder.dateline(["index", "dump.jsonl"] + engine + shards)
    #expect(again.output.contains("0 added, 50 replaced"), "\(again)")
    let swapped = "127.0.0.1:\(port + 4),127.0.0.1:\(port + 2)"
    for command in [["index", "dump.jsonl"], ["delete", "k1"]] {
      let refused = try folder.dateline(command + ["--shards", swapped] + engine)
      #expect(refused.status == 2 && refused.errors.contains("nothing was written"), "\(refused)")
    }
    let wrong = try folder.dateline(["cluster", "check", "--shards", swapped] + engine)
    #expect(wrong.status == 1 && wrong.output.contains("articles of other shards"))
    let half = try folder.dateline(
      ["cluster", "check", "--json", "--shards", "127.0.0.1:\(port + 2)"] + engine)
    #expect(half.status == 1 && half.output.contains("its agents are not these shards"))
    let moved = try folder.dateline(["index", "dump.jsonl", "--db", "file.db"])
    #expect(moved.status == 0)
    func common(_ source: [String]) throws -> NSDictionary {
      let output = try folder.dateline(["stats", "--json"] + source).output
      let figures = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
      let names = [
        "articles", "undated", "first_published", "last_published", "sources", "entities",
        "languages",
      ]
      return NSDictionary(dictionary: try #require(figures).filter { names.contains($0.key) })
    }
    #expect(try common(engine) == common(["--db", "file.db"]) && common(engine).count == 7)
    let copied = try folder.dateline(
      ["export", "--db", "file.db", "--to", engine[1]] + shards)
    #expect(copied.status == 0 && copied.output == "50 articles written\n", "\(copied.errors)")
    let misled = try folder.dateline(
      ["export", "--db", "file.db", "--to", engine[1], "--shards", swapped])
    #expect(misled.status == 2 && misled.errors.contains("nothing was written"), "\(misled)")
    func made(_ source: [String]) throws -> [Substring] {
      try folder.dateline(["show", "k7", "--json"] + source).output.split(separator: "\n")
        .filter { $0.contains("\"extractor\"") }
    }
    #expect(try made(engine) == made(["--db", "file.db"]) && made(engine).count == 1)
    let shown = try folder.dateline(["show", "k7"] + engine)
    #expect(shown.output.contains("NATO story 7") && shown.output.contains("Ministers met"))
    let missing = try folder.dateline(["show", "k99"] + engine)
    #expect(missing.status == 1)
    // The address of a shard in place of the front's finds some of the articles only.
    let alone = ["--engine", "sphinxql://127.0.0.1:\(port + 2)/news"]
    let doubted = try folder.dateline(["check"] + alone)
    #expect(doubted.status == 1 && doubted.output.contains("is no front"), "\(doubted)")
    let part = try folder.dateline(["search", "nato", "--json"] + alone)
    #expect(part.output.contains("\"partial\" : true") && part.errors.contains("is no front"))
    #expect(try folder.dateline(["search", "nato", "--require-complete"] + alone).status == 2)
    let refused = try folder.dateline(["search", "minsters~1"] + engine)
    #expect(refused.status == 2 && refused.errors.contains("write minsters*"))
    try folder.write("q.tsv", "1\tministers\n")
    try folder.write("r.txt", "1 0 k1 1\n")
    let measured = try folder.dateline(
      ["eval", "--queries", "q.tsv", "--qrels", "r.txt", "--json"] + engine)
    #expect(measured.status == 0, "\(measured.errors)")
  }

  /// Commands speak TLS when they are told to, and do not repeat a password.
  @Test(.enabled(if: CommandCluster.isInstalled), .enabled(if: TLSProxy.isInstalled))
  func commandsSpeakTLS() throws {
    let cluster = try CommandCluster(in: folder, shards: 1)
    let authority = try TestCertificates(in: folder.url)
    let proxy = try TLSProxy(
      to: UInt16(cluster.port), certificate: authority.server("IP:127.0.0.1"), in: folder.url)
    func search(_ environment: [String: String]) throws -> CommandResult {
      try folder.dateline(
        ["search", "nato", "--engine", "sphinxql://127.0.0.1:\(proxy.port)/news"],
        environment: environment)
    }
    try folder.write("password", "secret word\n")
    for (environment, status) in [
      (["DATELINE_ENGINE_TLS": authority.authority], 1),
      // The certificates of the system, which stand elsewhere here.
      (["DATELINE_ENGINE_TLS": "on", "SSL_CERT_FILE": authority.authority], 1),
      (["DATELINE_ENGINE_TLS": "on", "DATELINE_ENGINE_PASSWORD": "secret word"], 2),
      (["DATELINE_ENGINE_PASSWORD_FILE": folder.path("password")], 2),
    ] {
      let result = try search(environment)
      #expect(result.status == status, "\(environment): \(result)")
      #expect(!(result.output + result.errors).contains("secret"))
    }
    #expect(proxy.events == ["hello", "login", "hello", "login", "hello"])
  }

  /// An import that is killed is run again and goes on: nothing is lost, nothing is there twice.
  @Test(.enabled(if: CommandCluster.isInstalled)) func aKilledImportGoesOn() throws {
    let cluster = try CommandCluster(in: folder, shards: 3)
    let made = try folder.dateline(["bench", "--articles", "6000", "--write", "dump.jsonl"])
    #expect(made.status == 0, "\(made.errors)")
    let command =
      "dateline index dump.jsonl --checkpoint c.json --commit-every 0.1 "
      + (cluster.engine + cluster.shards).map { "'\($0)'" }.joined(separator: " ")
    let killed = try folder.shell(
      """
      \(command) --quiet & pid=$!
      until grep -q dump.jsonl c.json || ! kill -0 $pid; do sleep 0.02; done
      kill -KILL $pid; wait $pid; echo "status $?"
      """)
    #expect(killed.output == "status 137\n", "\(killed)")
    let rest = try folder.shell(command)
    #expect(rest.status == 0 && rest.output.contains("resumed: "), "\(rest)")
    let checked = try folder.dateline(["check", "--json"] + cluster.engine + cluster.shards)
    #expect(checked.status == 0 && checked.output.contains("\"articles\" : 6000"), "\(checked)")
  }
}

/// Servers of Sphinx that `cluster init` has made in a folder; stopped when it goes.
final class CommandCluster {
  static let isInstalled: Bool = {
    let found = FileManager.default.isExecutableFile(atPath: "/usr/bin/searchd")
    if !found { print("skipped: searchd (Debian: sphinxsearch) is not installed") }
    return found
  }()

  let port = Int.random(in: 20_000..<28_000)
  /// Options that name the front and the shards.
  let engine: [String]
  let shards: [String]
  private let folder: CommandFolder
  private var servers: [String: Process] = [:]

  init(in folder: CommandFolder, shards count: Int) throws {
    self.folder = folder
    engine = ["--engine", "sphinxql://127.0.0.1:\(port)/news"]
    let first = port + 2
    shards = [
      "--shards", (0..<count).map { "127.0.0.1:\(first + 2 * $0)" }.joined(separator: ","),
    ]
    let made = try folder.dateline([
      "cluster", "init", "--kind", "sphinx", "--shards", "\(count)", "--port", "\(port)", "--data",
      folder.path("data"),
    ])
    #expect(made.status == 0, "\(made.errors)")
    for name in (0..<count).map({ "shard\($0)" }) + ["front"] {
      try FileManager.default.createDirectory(
        atPath: folder.path("data/\(name)/binlog"), withIntermediateDirectories: true)
      try start(name)
    }
    var ready = CommandResult(status: 2, output: "", errors: "")
    for _ in 0..<100 where ready.status == 2 {
      ready = try folder.dateline(["search", "", "--limit", "0", "--require-complete"] + engine)
      if ready.status == 2 { usleep(100_000) }
    }
    #expect(ready.status == 1, "an empty cluster has no articles: \(ready.errors)")
  }

  deinit {
    for name in servers.keys { stop(name) }
  }

  /// Starts the server of a file.
  func start(_ name: String) throws {
    let server = Process()
    server.executableURL = URL(fileURLWithPath: "/usr/bin/searchd")
    server.arguments = ["--config", folder.path("cluster/\(name).conf"), "--nodetach"]
    server.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
    server.standardError = FileHandle(forWritingAtPath: "/dev/null")
    try server.run()
    servers[name] = server
  }

  /// Kills a server.
  func stop(_ name: String) {
    guard let server = servers[name] else { return }
    kill(server.processIdentifier, SIGKILL)
    server.waitUntilExit()
  }
}
