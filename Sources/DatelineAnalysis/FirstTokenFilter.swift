/// Which tokens, or pairs of tokens, may begin a form: a Bloom filter with one probe for each
/// (B. H. Bloom, 1970). Nine words of a text in ten end here, "the" and "bank" among them.
struct FirstTokenFilter: Sendable {
  private static let wordBits: UInt64 = 17
  private static let pairBits: UInt64 = 17

  /// Two bits a value of a token's highest bits: forms of this token alone, longer forms.
  private var words: [UInt64] = Array(repeating: 0, count: 1 << (wordBits - 5))
  /// One bit a value of a pair.
  private var pairs: [UInt64] = Array(repeating: 0, count: 1 << (pairBits - 6))

  /// Adds the first two tokens of a form.
  mutating func insert(_ first: UInt64, _ second: UInt64?) {
    let word = first >> (64 - Self.wordBits)
    guard let second else {
      words[Int(word >> 5)] |= 1 << ((word & 31) * 2)
      return
    }
    words[Int(word >> 5)] |= 2 << ((word & 31) * 2)
    let pair = Self.pair(first, second)
    pairs[Int(pair >> 6)] |= 1 << (pair & 63)
  }

  /// The filter's arrays without bounds checks.
  ///
  /// Invariant: the pointers are those of both arrays during `withView`; places are the highest 17 bits of a hash,
  /// for which the arrays have a bit each.
  struct View {
    let words: UnsafePointer<UInt64>
    let pairs: UnsafePointer<UInt64>

    /// Whether a form may begin with these tokens: false is certain.
    /// - Complexity: O(1), without branches.
    @inline(__always)
    func mayStart(_ first: UInt64, _ second: UInt64) -> Bool {
      let word = first >> (64 - FirstTokenFilter.wordBits)
      let bits = words[Int(word >> 5)] >> ((word & 31) * 2)
      let pair = FirstTokenFilter.pair(first, second)
      let known = pairs[Int(pair >> 6)] >> (pair & 63)
      return (bits | bits >> 1 & known) & 1 != 0
    }
  }

  /// Calls `body` with the arrays; they are valid during the call only.
  @inline(__always)
  func withView<Result>(_ body: (View) -> Result) -> Result {
    words.withUnsafeBufferPointer { words in
      pairs.withUnsafeBufferPointer { pairs in
        guard let wordBase = words.baseAddress, let pairBase = pairs.baseAddress else {
          preconditionFailure("the filter's arrays are never empty")
        }
        return body(View(words: wordBase, pairs: pairBase))
      }
    }
  }

  @inline(__always)
  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    ((first << 7 | first >> 57) ^ second) >> (64 - pairBits)
  }
}
