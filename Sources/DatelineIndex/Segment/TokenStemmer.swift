import GRDB

/// Gives the term of a single token, by FTS5's own tokenizer.
struct TokenStemmer {
  /// Keeps the connection open that the tokenizer belongs to.
  private let queue: DatabaseQueue
  private let tokenizer: StockTokenizer

  init() throws {
    queue = try DatabaseQueue()
    tokenizer = try queue.unsafeRead { try StockTokenizer($0) }
  }

  /// Calls `body` with the term of a token: folded and stemmed.
  func withTerm<Result>(
    of token: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    tokenizer.withTerm(of: token, body)
  }
}
