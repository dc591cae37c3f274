/// The tokens of one text after the other, in memory that is reused.
///
/// Invariant: `storage` is longer than `count`, so that there is a slot behind the last token; no pointer to it
/// outlives the call that it was lent to.
package struct TokenBuffer: Sendable {
  private let tokenizer = Tokenizer()
  private var folded: [UInt8] = []
  private var storage: [TokenSpan] = []
  /// Tokens of the last text.
  package private(set) var count = 0

  /// Creates an empty buffer.
  package init() {}

  /// Cuts a text into tokens in place of those before.
  /// - Parameters:
  ///   - bytes: well-formed UTF-8, less than 2 GiB.
  ///   - most: tokens after which the rest is left; some more than these may be cut.
  /// - Complexity: O(bytes that are cut).
  package mutating func fill(from bytes: UnsafeBufferPointer<UInt8>, most: Int = .max) {
    count = 0
    let most = min(most, bytes.count)
    // Six bytes a token are usual in English; denser texts go on in a larger buffer. One slot stays
    // free behind the last token.
    grow(to: min(bytes.count / 5, most) + 2 * Tokenizer.mostInBlock)
    var next = 0
    while true {
      let end = min(storage.count - 1, most + Tokenizer.mostInBlock)
      let (written, place) = storage.withUnsafeMutableBufferPointer {
        tokenizer.scan(
          bytes, from: next, into: UnsafeMutableBufferPointer(rebasing: $0[count..<end]),
          folded: &folded)
      }
      count += written
      next = place
      if next == bytes.count || count >= most { return }
      grow(to: storage.count * 2)
    }
  }

  /// Calls `body` with the tokens, valid during the call only. One more slot can be read behind
  /// them; its content has no meaning.
  @inline(__always)
  package func withSpans<Result>(_ body: (UnsafeBufferPointer<TokenSpan>) -> Result) -> Result {
    storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  private mutating func grow(to size: Int) {
    guard storage.count < size else { return }
    storage.append(
      contentsOf: repeatElement(TokenSpan(hash: 0, start: 0, end: 0), count: size - storage.count))
  }
}
