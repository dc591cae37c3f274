import ArgumentParser
import DatelineCluster
import Foundation

/// `dateline cluster`.
struct ClusterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cluster",
    abstract: "Set up a cluster of Manticore Search or Sphinx for more than one machine.",
    subcommands: [ClusterInit.self, ClusterVerify.self])
}

/// `dateline cluster init`.
struct ClusterInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write the configuration files of the shards and of the front.",
    discussion: """
      EXAMPLES
        dateline cluster init --shards 3 --output cluster --data /var/lib/dateline
        dateline cluster init --shards 2 --mirrors --kind sphinx

      Writes shard0.conf, shard1.conf, ... and front.conf; start each with
      searchd --config FILE where it belongs. Ports follow --port: the front
      answers there, the shards on the ports behind it. For several machines,
      put their names in place of the host in all files.
      """)

  @Option(help: ArgumentHelp("Shards that the articles are spread over.", valueName: "count"))
  var shards = 3

  @Flag(help: "Two servers for each shard; both get all articles.")
  var mirrors = false

  @Option(help: ArgumentHelp("manticore or sphinx.", valueName: "engine"))
  var kind = ClusterConfiguration.Engine.manticore

  @Option(help: ArgumentHelp("Name of the index.", valueName: "name"))
  var index = "news"

  @Option(help: ArgumentHelp("Name of the host in the files.", valueName: "host"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("Port of the front.", valueName: "port"))
  var port: UInt16 = 9306

  @Option(
    help: ArgumentHelp("Folder of the servers' data on their machines.", valueName: "folder"))
  var data = "/var/lib/dateline-cluster"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Folder that the files are written to.", valueName: "folder"),
    completion: .directory)
  var output = "cluster"

  func validate() throws {
    guard (1...64).contains(shards) else { throw ValidationError("--shards must be from 1 to 64") }
    let nodes = 1 + shards * (mirrors ? 2 : 1)
    guard Int(port) + nodes * 2 <= 65_535, port > 0 else {
      throw ValidationError("--port must leave room for \(nodes * 2) ports behind it")
    }
    do {
      _ = try ClusterAddress(
        server: ClusterAddress.Server("\(host):\(port)"), index: index)
    } catch {
      throw ValidationError("\(error)")
    }
    guard !data.contains(where: \.isWhitespace), !data.contains("#") else {
      throw ValidationError(
        "--data \(data): the servers take no blanks and no # in names of folders; give another")
    }
  }

  func run() throws {
    let configuration = ClusterConfiguration(engine: kind, index: index)
    var next = port
    func node(_ name: String) -> ClusterConfiguration.Node {
      defer { next += 2 }
      return ClusterConfiguration.Node(
        host: host, port: next + 1, queryPort: next, folder: "\(data)/\(name)")
    }
    let front = node("front")
    var groups: [[ClusterConfiguration.Node]] = []
    var files: [(name: String, text: String)] = []
    for shard in 0..<shards {
      let names = mirrors ? ["shard\(shard)a", "shard\(shard)b"] : ["shard\(shard)"]
      let nodes = names.map(node)
      groups.append(nodes)
      for (name, node) in zip(names, nodes) { files.append((name, configuration.shard(node))) }
    }
    files.append(("front", configuration.front(front, shards: groups)))
    do {
      try FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: true)
      for file in files {
        let path = "\(output)/\(file.name).conf"
        if FileManager.default.fileExists(atPath: path) {
          throw CommandFailure("\(path) is there already; move it away, or give another --output")
        }
        try file.text.write(toFile: path, atomically: true, encoding: .utf8)
      }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure.unwritable(output, error)
    }
    let addresses = groups.map { $0.map { "\($0.host):\($0.queryPort)" }.joined(separator: "|") }
    let starts = files.map {
      "  mkdir -p \(data)/\($0.name)/binlog && searchd --config \($0.name).conf\n"
    }
    // Quoted: what stands between mirrors means something else to a shell.
    Console.write(
      """
      \(files.count) files in \(output). On the machine of each make its folder and start the server:
      \(starts.joined())Then:
        dateline index dump.jsonl --engine sphinxql://\(host):\(front.queryPort)/\(index) \\
          --shards '\(addresses.joined(separator: ","))'
        dateline search nato --engine sphinxql://\(host):\(front.queryPort)/\(index)

      """)
  }
}

/// `dateline cluster check`.
struct ClusterVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compare a running cluster with what it should be.",
    discussion: """
      EXAMPLE
        dateline cluster check --engine sphinxql://front:9306/news \\
          --shards shard1:9306,shard2:9306

      Asks every server: are the fields and attributes there, are the settings
      those of `cluster init`, are letters of all scripts kept, are the articles
      where they belong, do mirrors have as many, does the front ask these shards
      and count them all? What servers do not tell (binlog_flush, listen_backlog,
      ha_strategy and others, printed at the end) is to be compared by hand.
      Exit status: 0 all well, 1 not, 2 error.
      """)

  @Option(help: ArgumentHelp("The front: sphinxql://HOST:PORT/INDEX.", valueName: "address"))
  var engine: String

  @OptionGroup var shards: ShardOptions

  @Flag(help: "Print a JSON object.")
  var json = false

  private var address: ClusterAddress {
    get throws {
      do { return try ClusterAddress(engine) } catch { throw ValidationError("--engine \(error)") }
    }
  }

  func validate() throws {
    if shards.text == nil { throw ValidationError("--shards is missing: they are asked, too") }
    _ = try address
  }

  func run() throws {
    try ClusterVerification.run(address, try shards.servers ?? [], json: json)
  }
}

/// Checks a cluster and prints what was found.
enum ClusterVerification {
  private struct Result: Encodable {
    var schema = 1
    var passed: Bool
    var engine: String
    var articles: Int
    var shards: [Int]
    var problems: [String]
    var untold: [String]
  }

  /// - Parameter shards: none to ask the front alone.
  /// - Throws: an `ExitCode` when something is wrong.
  static func run(
    _ address: ClusterAddress, _ shards: [[ClusterAddress.Server]], json: Bool
  ) throws {
    let report = ClusterCheck(
      address, shards: shards, credentials: try ClusterCredentials.fromEnvironment()
    ).run()
    if json {
      let result = Result(
        passed: report.problems.isEmpty, engine: report.engine, articles: report.total,
        shards: report.counts, problems: report.problems,
        untold: report.untold)
      Console.write(JSONText.of(result, pretty: true) + "\n")
    } else {
      for problem in report.problems { Console.write(Console.safe(problem) + "\n") }
      if report.problems.isEmpty {
        let counts = report.counts.map(String.init).joined(separator: ", ")
        let place =
          shards.isEmpty
          ? "; all shards answer the front, --shards looks at each"
          : " on \(Quantity.text(report.counts.count, "shard")) (\(counts)); all well"
        Console.write(
          "\(report.engine): \(Quantity.text(report.total, "article"))\(place)\n")
      }
      if !shards.isEmpty {
        Console.write("not told by servers: \(report.untold.joined(separator: ", "))\n")
      }
    }
    if !report.problems.isEmpty { throw ExitCode(1) }
  }
}

extension ClusterConfiguration.Engine: ExpressibleByArgument {}
