import DatelineCore
import DatelineIndex
import DatelineSearch
import Foundation

/// Runs a file of queries and writes the result in TREC format
/// (`query Q0 document rank score tag`), the document being the article's key.
struct BatchSearch {
  let engine: SearchTarget
  let request: SearchRequest
  /// Queries that could not be answered.
  private(set) var failures = 0

  init(engine: SearchTarget, request: SearchRequest) {
    self.engine = engine
    self.request = request
  }

  /// Answers all queries of a file and writes the run.
  /// - Throws: when a file cannot be read or written, or a query failed; the others are written.
  mutating func run(queries path: String, output: String) throws {
    try write(lines(queries: path), to: output)
    try reportFailures()
  }

  /// - Throws: when a query failed.
  func reportFailures() throws {
    if failures > 0 {
      throw CommandFailure(
        "\(failures == 1 ? "a query" : "\(failures) queries") failed, for the reasons above; the others were answered"
      )
    }
  }

  /// Queries that are under way together.
  private static let mostTogether = 64

  /// Answers all queries of a file: the text of the run. What fails is reported and left out.
  /// - Throws: when the file cannot be read.
  mutating func lines(queries path: String) throws -> String {
    let text = try TextFile.read(path)
    var lines = ""
    var waiting: [(id: Substring, request: SearchRequest)] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated() where !line.allSatisfy(\.isWhitespace)
    {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else {
        Console.note(
          "\(Console.safe(path)), line \(number + 1): left out; expected an id, a tab and a query")
        continue
      }
      var request = self.request
      request.query = String(parts[1])
      waiting.append((parts[0], request))
      if waiting.count == Self.mostTogether {
        lines += run(waiting)
        waiting.removeAll()
      }
    }
    return lines + run(waiting)
  }

  /// The lines of some queries.
  private mutating func run(_ queries: [(id: Substring, request: SearchRequest)]) -> String {
    var lines = ""
    for ((id, request), outcome) in zip(queries, engine.run(queries.map(\.request))) {
      switch outcome {
      case .success(let hits): lines += Self.lines(id, hits)
      case .failure(let error):
        failures += 1
        Console.error(Console.safe("\(request.query): \(error)"))
      }
    }
    return lines
  }

  private static func lines(_ id: Substring, _ hits: [(key: String, score: Double)]) -> String {
    var lines = ""
    // Readers of runs sort by score and break ties in their own way, so scores must fall with
    // the rank.
    var last = Double.infinity
    for (index, hit) in hits.enumerated() {
      let score = min(hit.score, last - 1e-6)
      last = score
      let key = hit.key.split(whereSeparator: \.isWhitespace).joined(separator: "%20")
      lines += "\(id) Q0 \(key) \(index + 1) \(String(format: "%.6f", score)) dateline\n"
    }
    return lines
  }

  /// Writes the text of a run to a file, or to standard output for `-`.
  /// - Throws: when it cannot be written.
  func write(_ lines: String, to output: String) throws {
    if output == "-" {
      Console.write(lines, .data)
      return
    }
    do {
      try lines.write(toFile: output, atomically: true, encoding: .utf8)
    } catch {
      throw CommandFailure.unwritable(output, error)
    }
  }
}

/// Small files that are read whole.
enum TextFile {
  /// The text of a file, or of standard input for `-`.
  /// - Throws: when there is none, or it is not UTF-8.
  static func read(_ path: String) throws(CommandFailure) -> String {
    if path == "-" {
      guard
        let text = String(bytes: FileHandle.standardInput.readDataToEndOfFile(), encoding: .utf8)
      else {
        throw CommandFailure("standard input: not UTF-8 text; `iconv -t UTF-8` makes it that")
      }
      return text
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw CommandFailure.unreadable(path)
    }
    return text
  }
}
