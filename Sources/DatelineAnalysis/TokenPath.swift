/// The hashes of the folded tokens of a short text, in memory that is used again.
struct TokenPath {
  private(set) var hashes: [UInt64] = []
  /// Bytes of the first token.
  private(set) var firstLength = 0
  private var folded: [UInt8] = []

  var count: Int { hashes.count }

  subscript(index: Int) -> UInt64 { hashes[index] }

  /// Takes the tokens of another text.
  mutating func fill(from text: UnsafeBufferPointer<UInt8>, _ tokenizer: Tokenizer) {
    hashes.removeAll(keepingCapacity: true)
    tokenizer.forEachToken(in: text, folded: &folded) { token, _, _ in
      if hashes.isEmpty { firstLength = token.count }
      hashes.append(TokenHash.hash(of: token))
    }
  }
}
