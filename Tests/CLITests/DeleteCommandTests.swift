import Foundation
import Testing

/// Articles are removed by their keys, from a file and from a cluster alike.
@Suite struct DeleteCommandTests {
  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    let lines = (0..<30).map {
      #"{"id":"k\#($0)","title":"NATO story \#($0)","body":"Ministers met. Item\#($0) was new."}"#
    }
    try folder.write("dump.jsonl", lines.joined(separator: "\n") + "\n")
  }

  /// Removes articles and looks at what is left.
  /// - Parameters:
  ///   - place: options that name what is searched.
  ///   - shards: options that name what is written to, besides.
  private func remove(place: [String], shards: [String]) throws {
    #expect(try folder.dateline(["index", "dump.jsonl"] + place + shards).status == 0)
    func total(_ query: String) throws -> String {
      let found = try folder.dateline(["search", query, "--json", "--fragments", "0"] + place)
      return found.output.split(separator: "\n").first { $0.contains("\"total\" :") }
        .map { $0.filter(\.isNumber) } ?? "none: \(found)"
    }
    #expect(try total("ministers") == "30" && total("item7") == "1")
    let first = try folder.dateline(["delete", "k7", "k8", "k7", "none"] + place + shards)
    #expect(first.status == 0 && first.output == "2 deleted, 1 not there\n", "\(first)")
    #expect(try total("ministers") == "28" && total("item7") == "0" && total("entity:nato") == "28")
    let piped = try folder.dateline(
      ["delete", "--keys", "-", "--json"] + place + shards, input: "k1\nk2\n\nk8\n")
    #expect(piped.status == 0 && piped.output.contains("\"deleted\" : 2"), "\(piped)")
    #expect(piped.output.contains("\"missing\" : 1"))
    let again = try folder.dateline(["delete", "k1"] + place + shards)
    #expect(again.status == 1 && again.output == "0 deleted, 1 not there\n", "\(again)")
    #expect(try folder.dateline(["show", "k1"] + place).status == 1)
    let checked = try folder.dateline(["check"] + place + shards)
    #expect(checked.status == 0, "\(checked)")
    // What is indexed again is there again.
    #expect(try folder.dateline(["index", "dump.jsonl"] + place + shards).status == 0)
    #expect(try total("ministers") == "30" && total("item7") == "1")
  }

  @Test func articlesAreRemovedFromAFile() throws { try remove(place: [], shards: []) }

  @Test(.enabled(if: CommandCluster.isInstalled)) func articlesAreRemovedFromACluster() throws {
    let cluster = try CommandCluster(in: folder, shards: 2)
    try remove(place: cluster.engine, shards: cluster.shards)
    cluster.stop("shard0")
    cluster.stop("shard1")
    let failed = try folder.dateline(["delete", "k1"] + cluster.engine + cluster.shards)
    #expect(failed.status == 2 && failed.errors.contains("cannot be reached"), "\(failed)")
  }

  @Test(arguments: [
    (["delete"], "keys are missing"),
    (["delete", "k", "--engine", "sphinxql://h/news"], "--engine and --shards go together"),
    (["delete", "k", "--shards", "h:1"], "--engine and --shards go together"),
    (
      ["delete", "k", "--engine", "sphinxql://h/news", "--shards", "h:1", "--db", "x.db"],
      "either --db or --engine"
    ),
    (["delete", "k", "--server-timeout", "0"], "--server-timeout must be from 1"),
    (["delete", "k", "--db", "missing.db"], "missing.db"),
    (["delete", "--keys", "missing.txt"], "missing.txt: no such file"),
  ])
  func mistakesAreExplained(arguments: [String], message: String) throws {
    let result = try folder.dateline(arguments)
    #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
  }
}
