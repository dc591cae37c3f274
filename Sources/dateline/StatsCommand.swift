import ArgumentParser
import DatelineIndex
import Foundation

/// `dateline stats`.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Print figures about the index: articles, dates, sizes, entities.")

  @OptionGroup var database: DatabaseOptions

  @Option(
    help: ArgumentHelp("How many sources, entities and languages to list.", valueName: "count"))
  var top = 10

  @Flag(help: "Print a JSON object.")
  var json = false

  func run() throws {
    let statistics = try IndexReader(path: database.file).statistics(top: max(0, top))
    if json {
      Console.write(JSONText.of(statistics, pretty: true) + "\n")
      return
    }
    func line(_ name: String, _ value: String) {
      Console.write(name.padding(toLength: 12, withPad: " ", startingAt: 0) + value + "\n")
    }
    line("articles", "\(statistics.articles)")
    if let first = statistics.firstPublished, let last = statistics.lastPublished {
      line("published", "\(first) to \(last), \(statistics.undated) undated")
    }
    line("text", Size.text(statistics.textBytes) + ", \(statistics.tokens) tokens")
    line(
      "file",
      Size.text(statistics.fileBytes) + ", of it full-text index "
        + Size.text(statistics.indexBytes))
    line(
      "schema", "\(statistics.schema), \(statistics.analyzer), SQLite \(statistics.sqliteVersion)")
    for (name, counts) in [
      ("sources", statistics.sources), ("entities", statistics.entities),
      ("languages", statistics.languages),
    ] where !counts.isEmpty {
      line(name, counts.map { "\(Console.safe($0.name)) \($0.articles)" }.joined(separator: ", "))
    }
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
