/// A line of an evaluation file that cannot be read.
package struct EvaluationFormatError: Error, Equatable, CustomStringConvertible {
  /// Number of the line, from 1.
  package var line: Int
  /// What is wrong.
  package var message: String
  package var description: String { "line \(line): \(message)" }
}

/// A query or document in an evaluation file. Names are equal where their bytes are: keys of articles that
/// differ only in how an accent is encoded are different keys.
package struct TRECName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name.
  package let text: String
  package var description: String { text }

  /// Creates a name.
  package init(_ text: String) { self.text = text }
  package init(stringLiteral text: String) { self.text = text }

  package static func == (first: TRECName, second: TRECName) -> Bool {
    first.text.utf8.elementsEqual(second.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
    hasher.combine(UInt8(0xFF))
  }
}

/// Relevance judgements in TREC's format: `query iteration document grade`, a line each.
package struct Judgements: Sendable {
  /// Queries in the order of the file.
  package private(set) var queries: [TRECName] = []
  /// Grades of the judged documents by query; above 0 is relevant.
  package private(set) var grades: [TRECName: [TRECName: Int]] = [:]

  /// Reads a file's text. Of two judgements of a document the last counts.
  /// - Throws: when a line has not four columns or its grade is no number.
  package init(parsing text: String) throws(EvaluationFormatError) {
    for (number, line) in TRECLines(text) {
      guard line.count == 4, let grade = Int(line[3]) else {
        throw EvaluationFormatError(
          line: number, message: "expected a query, an iteration, a document and a whole number")
      }
      let query = TRECName(line[0])
      if grades[query] == nil { queries.append(query) }
      grades[query, default: [:]][TRECName(line[2])] = grade
    }
  }
}

/// The results of a system in TREC's format: `query Q0 document rank score tag`, a line each.
package struct RankedRun: Sendable {
  /// Documents by query, best first: by falling score, ties by falling document name as
  /// `trec_eval` has it; the column of ranks is not looked at.
  package private(set) var documents: [TRECName: [TRECName]] = [:]

  /// Reads a file's text.
  /// - Throws: when a line has not six columns, a score is no number, or a document comes twice.
  package init(parsing text: String) throws(EvaluationFormatError) {
    var scores: [TRECName: [TRECName: Double]] = [:]
    for (number, line) in TRECLines(text) {
      guard line.count == 6, let score = Double(line[4]), !score.isNaN else {
        throw EvaluationFormatError(
          line: number,
          message: "expected a query, Q0, a document, a rank, a score and a tag")
      }
      guard
        scores[TRECName(line[0]), default: [:]].updateValue(score, forKey: TRECName(line[2])) == nil
      else {
        throw EvaluationFormatError(line: number, message: "\(line[2]) comes twice")
      }
    }
    documents = scores.mapValues { scores in
      scores.sorted {
        $0.value != $1.value
          ? $0.value > $1.value
          : $1.key.text.utf8.lexicographicallyPrecedes($0.key.text.utf8)
      }.map(\.key)
    }
  }
}

/// The lines of a file that are not blank, cut at white space, with their numbers.
private struct TRECLines: Sequence, IteratorProtocol {
  private var lines: [Substring]
  private var position = 0

  init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  mutating func next() -> (Int, [String])? {
    while position < lines.count {
      position += 1
      let columns = lines[position - 1].split(whereSeparator: \.isWhitespace).map(String.init)
      if !columns.isEmpty { return (position, columns) }
    }
    return nil
  }
}
