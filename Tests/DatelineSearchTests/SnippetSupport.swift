import DatelineAnalysis
import DatelineCore
import DatelineIndex

@testable import DatelineSearch

/// Snippets of texts without an engine: what a query marks in them.
final class SnippetBench {
  private let index: TestIndex
  private let reader: IndexReader
  private(set) var scannedBytes = 0

  init() throws {
    index = try TestIndex([])
    reader = try IndexReader(path: index.path)
  }

  /// Snippets of a body as text with the matches in brackets.
  func snippets(_ query: String, _ body: String, fragments: Int = 3) throws -> [String] {
    try raw(query, body, fragments: fragments).map(Self.marked)
  }

  /// Snippets of a body.
  func raw(_ query: String, _ body: String, fragments: Int = 3) throws -> [Snippet] {
    try generator(query) { generator in
      let found = generator.snippets(of: body, fragments: fragments)
      scannedBytes = generator.scannedBytes
      return found
    }
  }

  /// A headline with its matches in brackets.
  func title(_ query: String, _ title: String) throws -> String {
    try generator(query) { Self.marked($0.highlight(title)) }
  }

  /// The index's own tokenizer.
  func terms(_ text: String) throws -> [String] {
    try reader.read { try $0.tokenizer().tokens(in: text).map(\.term) }
  }

  private func generator<T>(_ query: String, _ body: (SnippetGenerator) throws -> T) throws -> T {
    let plan = QueryPlanner.plan(QueryParser.parse(query), gazetteer: .builtIn)
    return try reader.read { snapshot in
      try body(
        SnippetGenerator(
          tokenizer: snapshot.tokenizer(), gazetteer: .builtIn, concepts: plan.concepts))
    }
  }

  static func marked(_ snippet: Snippet) -> String {
    snippet.pieces.map { $0.isHighlighted ? "[\($0.text)]" : $0.text }.joined()
  }
}
