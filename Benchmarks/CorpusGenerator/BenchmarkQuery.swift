/// One query of a benchmark: a class and plain words.
package struct BenchmarkQuery: Sendable, Hashable {
  /// How the words are meant and how frequent they are.
  package enum Class: String, Sendable, Hashable, CaseIterable {
    /// One word that few articles have.
    case termRare = "term-rare"
    /// One word of middling frequency.
    case termMid = "term-mid"
    /// One word that a large part of the articles has, but no function word.
    case termCommon = "term-common"
    /// Two or three words, all required.
    case and
    /// Two to five words, any of them.
    case or
    /// Two or three adjacent words.
    case phrase
    /// A phrase in double quotes and one more word, both required.
    case phraseTerm = "phrase-term"
    /// The first four letters of a word.
    case prefix
    /// One or two words, all required in the title.
    case title
    /// A name, meant as a phrase.
    case entity
    /// Two words with at most ten others between them, in either order.
    case near
  }

  /// How the words are meant.
  package var kind: Class
  /// Lower-case ASCII words with one space between; ``Class/phraseTerm`` has double quotes too,
  /// ``Class/entity`` the name as written.
  package var text: String

  /// Creates a query.
  package init(kind: Class, text: String) {
    self.kind = kind
    self.text = text
  }

  /// The query in Dateline's query language.
  package var queryText: String {
    let words = text.split(separator: " ")
    return switch kind {
    case .termRare, .termMid, .termCommon, .phraseTerm: text
    case .and: words.joined(separator: " AND ")
    case .or: words.joined(separator: " OR ")
    // Names as phrases, as the other engines search them.
    case .phrase, .entity: "\"\(text)\""
    case .prefix: text + "*"
    case .near: "NEAR(\(text), 10)"
    case .title: "title:(" + words.joined(separator: " AND ") + ")"
    }
  }

  /// Class, tabulator and words: a line of a query file, without the line end.
  package var line: String { "\(kind.rawValue)\t\(text)" }

  /// Reads a line of a query file; `nil` when it has no known class or no words.
  package init?(line: some StringProtocol) {
    let parts = line.split(separator: "\t", maxSplits: 1)
    guard parts.count == 2, let kind = Class(rawValue: String(parts[0])) else { return nil }
    self.init(kind: kind, text: String(parts[1]))
  }
}
