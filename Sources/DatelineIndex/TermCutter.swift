import DatelineAnalysis
import GRDB
import GRDBSQLite

/// Cuts text into the terms that an index holds, without an index: for engines elsewhere that are sent
/// terms.
///
/// Not thread-safe.
package final class TermCutter {
  /// Bytes of what is remembered of tokens before it is forgotten.
  private static let mostMemory = 32 << 20
  /// Longest token that is remembered.
  private static let longestKnown = 64

  // Goes before the connection that it belongs to.
  /// The tokenizer of an index.
  package let stock: StockTokenizer
  private let queue: DatabaseQueue
  private let tokenizer = Tokenizer()
  private var tokens = TokenBuffer()
  private var known = TermDictionary()
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

  /// Calls `body` with both for each token, in order. What stock FTS5 makes of a token is remembered, so that
  /// texts in large numbers take less time than with ``forEachTerm(of:_:)``.
  /// - Complexity: O(bytes).
  package func forEachToken(
    of text: String,
    _ body: (_ term: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if known.memory > Self.mostMemory { known.removeAll() }
    var text = text
    text.withUTF8 { bytes in
      tokens.fill(from: bytes)
      tokens.withSpans { spans in
        for span in spans {
          let token = UnsafeBufferPointer(rebasing: bytes[Int(span.start)..<Int(span.end)])
          let length = tokenizer.fold(token, into: &folded)
          folded.withUnsafeBufferPointer { buffer in
            let word = UnsafeBufferPointer(rebasing: buffer[..<length])
            if length > Self.longestKnown {
              stock.withTerm(of: token) { body($0, word) }
            } else {
              body(known.bytes(of: Int(term(span.hash, token, word))), word)
            }
          }
        }
      }
    }
  }

  private func term(
    _ hash: UInt64, _ token: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>
  ) -> UInt32 {
    let found =
      word.count <= 8
      ? known.term(short: hash) : known.term(hash) { TermDictionary.areEqual($0, word) }
    if let found { return found }
    let term = stock.withTerm(of: token) { known.intern($0) }
    known.learn(hash, folded: word, term: term)
    return term
  }
}
