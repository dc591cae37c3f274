import ArgumentParser
import DatelineAnalysis
import DatelineCluster
import DatelineIndex
import Foundation
import Logging

/// `dateline delete`.
struct DeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Remove articles from the index file, or from a cluster, by their keys.",
    discussion: """
      EXAMPLES
        dateline delete hw-0002 csv-016
        dateline search source:wire --until 2010 --tsv -n 1000 | cut -f 3 | \\
          tail -n +2 | dateline delete --keys -
        dateline delete hw-0002 --engine sphinxql://front:9306/news \\
          --shards shard1:9306,shard2:9306

      Keys are as `search` prints them, in a file one a line. All of them are removed
      from a file in one transaction, or none. An article comes back when it is
      indexed again. `dateline optimize` removes what it leaves in the index.
      Exit status: 0 removed, 1 none of them was there, 2 error.
      """)

  @Argument(help: "Keys of articles.")
  var words: [String] = []

  @Option(
    help: ArgumentHelp("Read keys from a file (- for stdin), one a line.", valueName: "file"),
    completion: .file())
  var keys: String?

  @OptionGroup var database: DatabaseOptions

  @OptionGroup var busy: BusyOptions

  @Option(
    help: ArgumentHelp(
      "Remove from a cluster, not a file: sphinxql://HOST:PORT/INDEX, with --shards.",
      valueName: "address"))
  var engine: String?

  @OptionGroup var target: ClusterTargetOptions

  @Flag(help: "Print a JSON object.")
  var json = false

  func validate() throws {
    if words.isEmpty, keys == nil {
      throw ValidationError("keys are missing: dateline delete KEY, or --keys FILE")
    }
    if engine != nil, database.path != nil {
      throw ValidationError("give either --db or --engine")
    }
    _ = try target.cluster(engine, option: "--engine")
  }

  func run() throws {
    var wanted = Set(words)
    if let keys {
      wanted.formUnion(
        try TextFile.read(keys).split(whereSeparator: \.isNewline).map(String.init))
    }
    let deleted: Int
    let sorted = wanted.sorted()
    if let cluster = try target.cluster(engine, option: "--engine") {
      _ = try cluster.verifiedLink()
      let writer = try cluster.writer(gazetteer: Gazetteer(parsing: ""))
      deleted = try writer.delete(keys: sorted)
    } else {
      guard FileManager.default.fileExists(atPath: database.file) else {
        throw IndexError.notFound(path: database.file)
      }
      let writer = try IndexWriter(
        path: database.file, options: .init(busyTimeout: busy.busyTimeout))
      Console.note(writer.upgrade)
      deleted = try writer.delete(keys: sorted)
      try writer.close()
    }
    let summary = Summary(deleted: deleted, missing: max(0, wanted.count - deleted))
    Console.write(
      json
        ? JSONText.of(summary, pretty: true) + "\n"
        : "\(summary.deleted) deleted"
          + (summary.missing > 0 ? ", \(summary.missing) not there\n" : "\n"))
    if deleted == 0 { throw ExitCode(1) }
  }

  private struct Summary: Encodable {
    var schema = 1
    var deleted: Int
    var missing: Int
  }
}
