extension Tokenizer {
  /// Writes the tokens of a text, from `index` on, until the text ends or `spans` is full.
  ///
  /// The same tokens as ``forEachToken(in:folded:_:)``. ASCII is classified, folded and hashed eight
  /// bytes at a time; a token with other scalars, and the last bytes of a text, go scalar by scalar.
  /// - Parameters:
  ///   - bytes: well-formed UTF-8, less than 2 GiB.
  ///   - index: where to begin: 0, or what the last call returned.
  ///   - spans: where tokens go.
  ///   - folded: scratch space, reused between calls.
  /// - Returns: how many tokens were written, and where to go on.
  /// - Complexity: O(bytes).
  ///
  /// Invariant: words of eight bytes are read up to `lastLane`, the last place with eight bytes; tokens are written
  /// below `spans.count`, and their ends do not pass that of the text.
  func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from index: Int,
    into spans: UnsafeMutableBufferPointer<TokenSpan>, folded: inout [UInt8]
  ) -> (count: Int, next: Int) {
    guard let base = bytes.baseAddress else { return (0, 0) }
    let raw = UnsafeRawPointer(base)
    let lastLane = bytes.count - 8
    var index = index
    var written = 0
    while written < spans.count {
      index = skipSeparators(bytes, from: index)
      if index >= bytes.count { break }
      var cursor = index
      var hash = TokenHash.seed
      var isPlain = false
      while cursor <= lastLane {
        let lane = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: cursor, as: UInt64.self))
        let other = Self.separators(lane)
        // Sets the bit that makes letters small; digits have it anyway.
        let lower = lane | 0x2020_2020_2020_2020
        if other == 0 {
          hash = TokenHash.next(hash, lower)
          cursor += 8
          continue
        }
        let bits = UInt64(other.trailingZeroBitCount & ~7)
        isPlain = lane >> bits & 0x80 == 0
        if bits > 0 {
          hash = TokenHash.next(hash, lower & ((1 << bits) &- 1))
          cursor += Int(bits >> 3)
        }
        break
      }
      if !isPlain { (hash, cursor) = scanToken(bytes, from: index, folded: &folded) }
      spans[written] = TokenSpan(hash: hash, start: Int32(index), end: Int32(cursor))
      written += 1
      index = cursor
    }
    return (written, index)
  }

  /// The high bits of the bytes that are no ASCII letters or digits.
  ///
  /// Sums of seven-bit values do not carry into the next byte (H. S. Warren, Hacker's Delight, 6-1).
  @inline(__always)
  private static func separators(_ lane: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones &* 0x80
    let low = lane & ~high
    let cased = low | ones &* 0x20
    let letters = (cased &+ ones &* (0x80 - 0x61)) & ~(cased &+ ones &* (0x7F - 0x7A))
    let digits = (low &+ ones &* (0x80 - 0x30)) & ~(low &+ ones &* (0x7F - 0x39))
    return ~((letters | digits) & ~lane) & high
  }

  /// Start of the next token.
  @inline(__always)
  private func skipSeparators(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if Self.isWord(byte) { return index }
        index += 1
      } else {
        let (scalar, width) = decode(bytes, index)
        let value = table[scalar]
        if value != FoldTable.separator && value != FoldTable.mark { return index }
        index += width
      }
    }
    return bytes.count
  }

  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Folds and hashes one token scalar by scalar; returns its hash and its end.
  @inline(never)
  private func scanToken(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, folded: inout [UInt8]
  ) -> (hash: UInt64, end: Int) {
    var index = start
    var length = 0
    while index < bytes.count {
      let byte = bytes[index]
      var value = UInt32(byte)
      var width = 1
      if byte < 0x80 {
        if !Self.isWord(byte) { break }
        value = byte < 0x61 && byte >= 0x41 ? value + 32 : value
      } else {
        let (scalar, scalarWidth) = decode(bytes, index)
        width = scalarWidth
        value = table[scalar]
        if value == FoldTable.separator { break }
      }
      index += width
      if value == FoldTable.mark { continue }
      if length + 4 > folded.count {
        folded.append(contentsOf: repeatElement(0, count: max(64, folded.count)))
      }
      length += folded.withUnsafeMutableBufferPointer { encode(value, $0, length) }
    }
    let hash = folded.withUnsafeBufferPointer {
      TokenHash.hash(of: UnsafeBufferPointer(rebasing: $0[0..<length]))
    }
    return (hash, index)
  }

  /// Folds one token.
  /// - Parameters:
  ///   - token: the bytes of a token, well-formed UTF-8.
  ///   - folded: where its folded form goes; what was there is lost.
  /// - Returns: the number of folded bytes.
  package func fold(_ token: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) -> Int {
    let needed = token.count * 2 + 8
    if folded.count < needed { folded = Array(repeating: 0, count: needed) }
    var length = 0
    var index = 0
    folded.withUnsafeMutableBufferPointer { output in
      while index < token.count {
        let byte = token[index]
        var value = UInt32(byte)
        var width = 1
        if byte < 0x80 {
          value = byte < 0x61 && byte >= 0x41 ? value + 32 : value
        } else {
          (value, width) = decode(token, index)
          value = table[value]
        }
        index += width
        if value != FoldTable.mark { length += encode(value, output, length) }
      }
    }
    return length
  }
}
