import DatelineAnalysis
import GRDB
import GRDBSQLite

/// Cuts text into the terms that an index holds, without an index: for engines elsewhere that are sent
/// terms.
///
/// Not thread-safe.
package final class TermCutter {
  // Goes before the connection that it belongs to.
  /// The tokenizer of an index.
  package let stock: StockTokenizer
  private let queue: DatabaseQueue
  private let tokenizer = Tokenizer()
  private var folded: [UInt8] = []

  /// Creates a cutter.
  /// - Throws: when this SQLite has no FTS5.
  package init() throws(IndexError) {
    (queue, stock) = try IndexConnection.catching("") {
      let queue = try DatabaseQueue()
      return (queue, try queue.unsafeRead { try StockTokenizer($0) })
    }
  }

  /// Calls `body` with each term of a text, folded and stemmed, in order; valid during the call only.
  /// - Complexity: O(bytes).
  package func forEachTerm(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    stock.forEachTerm(in: text, body)
  }

  /// Calls `body` with each token of a text, folded and not stemmed, in order; valid during the call only.
  /// - Complexity: O(bytes).
  package func forEachWord(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      tokenizer.forEachToken(in: bytes, folded: &folded) { token, _, _ in body(token) }
    }
  }
}
