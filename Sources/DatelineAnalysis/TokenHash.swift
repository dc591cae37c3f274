/// Hash of a folded token, eight bytes at a time.
///
/// Tokens of up to eight bytes never collide: each step is a bijection of its eight bytes. The
/// values live in memory only; nothing stores them.
enum TokenHash {
  /// State before the first bytes.
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// State after the next eight bytes, the last ones filled up with zeros (no folded token has a
  /// zero byte). An odd multiplier and a xor-shift, both from SplitMix64 (Steele et al. 2014).
  @inline(__always)
  static func next(_ state: UInt64, _ lane: UInt64) -> UInt64 {
    let product = (state ^ lane) &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 32
  }

  /// Hash of a folded token.
  /// - Complexity: O(bytes).
  static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state = seed
    var index = 0
    while index < bytes.count {
      var lane: UInt64 = 0
      for offset in 0..<min(8, bytes.count - index) {
        lane |= UInt64(bytes[index + offset]) << UInt64(offset * 8)
      }
      state = next(state, lane)
      index += 8
    }
    return state
  }

  /// Hash of a folded token.
  static func hash(of token: String) -> UInt64 {
    var token = token
    return token.withUTF8 { hash(of: $0) }
  }
}
