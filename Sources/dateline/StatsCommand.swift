import ArgumentParser
import DatelineCluster
import DatelineCore
import DatelineIndex
import Foundation

/// `dateline stats`.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Print figures about the index: articles, dates, sizes, entities.")

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var engine: EngineOptions

  @Option(
    help: ArgumentHelp("How many sources, entities and languages to list.", valueName: "count"))
  var top = 10

  @Flag(help: "Print a JSON object.")
  var json = false

  func run() throws {
    if let cluster = try engine.cluster(database) { return try printCluster(cluster) }
    let statistics = try IndexReader(path: database.file).statistics(top: max(0, top))
    if json {
      Console.write(JSONText.of(statistics, pretty: true) + "\n")
      return
    }
    line("articles", "\(statistics.articles)")
    if let first = statistics.firstPublished, let last = statistics.lastPublished {
      line("published", "\(first) to \(last), \(statistics.undated) undated")
    }
    line("text", Size.text(statistics.textBytes) + ", \(statistics.tokens) tokens")
    line(
      "file",
      Size.text(statistics.fileBytes) + ", of it full-text index "
        + Size.text(statistics.indexBytes)
        + (statistics.freeBytes > 0 ? ", free " + Size.text(statistics.freeBytes) : ""))
    line(
      "schema", "\(statistics.schema), \(statistics.analyzer), SQLite \(statistics.sqliteVersion)")
    line("sources", statistics.sources)
    line("entities", statistics.entities)
    line("languages", statistics.languages)
  }
}

extension StatsCommand {
  private func line(_ name: String, _ value: String) {
    Console.write(name.padding(toLength: 12, withPad: " ", startingAt: 0) + value + "\n")
  }

  private func line(_ name: String, _ counts: [IndexStatistics.Count]) {
    if counts.isEmpty { return }
    line(name, counts.map { "\(Console.safe($0.name)) \($0.articles)" }.joined(separator: ", "))
  }

  /// Named as those of a file, as far as a cluster gives them.
  private struct ClusterFigures: Encodable {
    var schema = 1
    var engine: String
    var articles: Int
    var undated: Int
    var firstPublished: String?
    var lastPublished: String?
    var years: [IndexStatistics.Count]
    var sources: [IndexStatistics.Count]
    var entities: [IndexStatistics.Count]
    var languages: [IndexStatistics.Count]
    /// True where some shards did not answer; else absent.
    var partial: Bool?
    var warnings: [String]

    enum CodingKeys: String, CodingKey {
      case schema, engine, articles, undated, years, sources, entities, languages, partial, warnings
      case firstPublished = "first_published"
      case lastPublished = "last_published"
    }
  }

  /// Figures that a cluster gives: counts of articles.
  private func printCluster(_ cluster: ClusterEngine) throws {
    let response = try cluster.search(
      SearchRequest(
        query: "", limit: 0, facets: [.year, .source, .entity, .language], facetLimit: max(0, top)))
    let dates = try cluster.publishedDates()
    let counts = response.facets.map { facet in
      facet.values.map { IndexStatistics.Count(name: $0.name, articles: $0.count) }
    }
    let undated = response.facets[0].withoutValue
    if json {
      let figures = ClusterFigures(
        engine: cluster.engineName, articles: response.total, undated: undated,
        firstPublished: dates?.first, lastPublished: dates?.last, years: counts[0],
        sources: counts[1], entities: counts[2], languages: counts[3],
        partial: response.warnings.isEmpty ? nil : true, warnings: response.warnings)
      Console.write(JSONText.of(figures, pretty: true) + "\n")
    } else {
      line("engine", cluster.engineName)
      line("articles", "\(response.total)")
      if let (first, last) = dates {
        line("published", Console.safe("\(first) to \(last), \(undated) undated"))
      }
      for (name, counts) in zip(["years", "sources", "entities", "languages"], counts) {
        line(name, counts)
      }
    }
    if !response.warnings.isEmpty { Console.note("warning: this is a partial answer") }
    for warning in response.warnings { Console.note("warning: \(Console.safe(warning))") }
  }
}

/// Numbers of things for people.
enum Quantity {
  /// The number with its noun, which takes an s unless there is one.
  static func text(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

/// Sizes for people.
enum Size {
  /// Bytes in the largest decimal unit that leaves a number of at least 1.
  static func text(_ bytes: Int) -> String {
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    var value = Double(bytes)
    var unit = 0
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    return unit == 0 ? "\(bytes) bytes" : String(format: "%.1f ", value) + units[unit]
  }
}
