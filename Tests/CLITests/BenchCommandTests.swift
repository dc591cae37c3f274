import Foundation
import Testing

@Suite struct BenchCommandTests {
  private struct Report: Decodable {
    struct QueryClass: Decodable {
      var name: String
      var queries: Int
      var first: Double
      var p50: Double
      var inTurn: Double?
      var stock: Double?
      var ratio: Double?

      enum CodingKeys: String, CodingKey {
        case queries
        case name = "class"
        case first = "first_us"
        case p50 = "p50_us"
        case inTurn = "in_turn_us"
        case stock = "fts5_us"
        case ratio = "fts5_ratio"
      }
    }

    struct Opening: Decodable {
      var first: Double
      var command: Double

      enum CodingKeys: String, CodingKey {
        case first = "open_and_first_ms"
        case command = "search_command_ms"
      }
    }

    var opening: Opening
    var queries: [QueryClass]
  }

  private let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  private func report(_ options: [String]) throws -> Report {
    let result = try folder.dateline(
      [
        "bench", "--db", "news.db", "--queries", "queries.tsv", "--repeats", "1", "--json",
      ] + options)
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
  }

  /// FTS5 takes the queries of every class, and is measured beside the engine.
  @Test func queriesRunThroughStockFTS5Too() throws {
    let made = try folder.dateline([
      "bench", "--articles", "400", "--per-class", "3", "--write", "dump.jsonl",
      "--write-queries", "queries.tsv",
    ])
    #expect(made.status == 0, "\(made.errors)")
    #expect(try folder.dateline(["index", "dump.jsonl", "--quiet"]).status == 0)
    let beside = try report([])
    #expect(beside.queries.count == 11)
    for line in beside.queries {
      #expect(line.queries > 0 && line.first > 0 && line.p50 > 0, "\(line.name)")
      #expect(line.inTurn ?? 0 > 0, "\(line.name)")
      let (stock, ratio) = (try #require(line.stock), try #require(line.ratio))
      #expect(stock > 0 && ratio > 0, "\(line.name)")
    }
    #expect(beside.opening.first > 0)
    #expect(beside.opening.command > beside.opening.first / 100)
    let alone = try report(["--no-stock"])
    #expect(alone.queries.map(\.name) == beside.queries.map(\.name))
    #expect(alone.queries.allSatisfy { $0.stock == nil && $0.ratio == nil })
    let byDate = try report(["--sort", "date"])
    #expect(byDate.queries.map(\.name) == beside.queries.map(\.name))
    #expect(byDate.queries.allSatisfy { $0.stock ?? 0 > 0 })
    let text = try folder.dateline([
      "bench", "--db", "news.db", "--queries", "queries.tsv", "--repeats", "1",
    ])
    #expect(text.output.contains("first us") && text.output.contains("FTS5/p50"))
  }

  @Test func optimizeRebuildsTables() throws {
    try folder.write("dump.jsonl", SampleDump.jsonl)
    #expect(try folder.dateline(["index", "dump.jsonl", "--quiet"]).status == 0)
    let nothing = try folder.dateline(["optimize"])
    #expect(nothing.output == "1 segment, nothing to do\n")
    let change = try folder.shell(
      "sqlite3 news.db \"DELETE FROM field_lengths; SELECT count(*) FROM field_lengths\"")
    #expect(change.output == "0\n", "\(change.errors)")
    let rebuilt = try folder.dateline(["optimize", "--rebuild"])
    #expect(rebuilt.output == "1 segment, tables for searching rebuilt\n", "\(rebuilt.errors)")
    let count = try folder.shell("sqlite3 news.db \"SELECT count(*) FROM field_lengths\"")
    #expect(count.output == "1\n")
    #expect(try folder.dateline(["check"]).status == 0)
  }
}
