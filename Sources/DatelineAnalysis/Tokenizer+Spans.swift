import CBuiltins

extension Tokenizer {
  /// Writes the tokens of a text, from `index` on, until the text ends or `spans` is nearly full.
  ///
  /// The same tokens as ``forEachToken(in:folded:_:)``. ASCII is classified 64 bytes at a time: masks of bits say
  /// where tokens begin and end, and their bytes are folded and hashed eight at a time. Stretches with other
  /// scalars, and the last bytes of a text, go scalar by scalar.
  /// - Parameters:
  ///   - bytes: well-formed UTF-8, less than 2 GiB.
  ///   - index: where to begin: 0, or what the last call returned.
  ///   - spans: where tokens go, more than ``mostInBlock``.
  ///   - folded: scratch space, reused between calls.
  /// - Returns: how many tokens were written, and where to go on.
  /// - Complexity: O(bytes).
  ///
  /// Invariant: words of eight bytes are read only where all eight lie within the text; tokens are written
  /// below `spans.count`, and their ends do not pass that of the text.
  func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from index: Int,
    into spans: UnsafeMutableBufferPointer<TokenSpan>, folded: inout [UInt8]
  ) -> (count: Int, next: Int) {
    guard let base = bytes.baseAddress, let output = spans.baseAddress else { return (0, index) }
    let last = spans.count - Self.mostInBlock
    var written = 0
    /// First byte of the block that is looked at.
    var block = index
    /// Where the stretch began that reaches into the block.
    var start = index
    /// 1 where one does.
    var isOpen: UInt64 = 0
    /// Whether scalars outside ASCII were met in it.
    var isWide = false
    while block < bytes.count {
      if written > last { return (written, isOpen == 1 ? start : block) }
      let mask = cbuiltins_tokens(base + block, bytes.count - block)
      // A bit wherever a stretch begins or ends.
      var edges = mask.tokens ^ (mask.tokens << 1 | isOpen)
      while edges != 0 {
        let place = edges.trailingZeroBitCount
        edges &= edges &- 1
        isOpen ^= 1
        if isOpen == 1 {
          start = block &+ place
          continue
        }
        if mask.wide != 0 {
          // Of the bits before its end those from its beginning on.
          let first = max(start &- block, 0)
          let within: UInt64 = (1 &<< UInt64(place &- first)) &- 1
          isWide = isWide || (mask.wide &>> UInt64(first)) & within != 0
        }
        let end = block &+ place
        if isWide {
          isWide = false
          let (count, next) = scanStretch(
            bytes, start..<end, into: UnsafeMutableBufferPointer(rebasing: spans[written...]),
            folded: &folded)
          written += count
          if next < end || written > last { return (written, next) }
        } else {
          (output + written).initialize(
            to: TokenSpan(
              hash: Self.hash(base, start, end, bytes.count),
              start: Int32(truncatingIfNeeded: start),
              end: Int32(truncatingIfNeeded: end)))
          written &+= 1
        }
      }
      if isOpen == 1, mask.wide != 0 {
        isWide = isWide || mask.wide &>> UInt64(max(start &- block, 0)) != 0
      }
      block &+= 64
    }
    if isOpen == 0 { return (written, bytes.count) }
    // The text ends where a block does, with a token.
    let (count, next) = scanStretch(
      bytes, start..<bytes.count, into: UnsafeMutableBufferPointer(rebasing: spans[written...]),
      folded: &folded)
    return (written + count, next)
  }

  /// Tokens that begin in 64 bytes, and one more.
  static let mostInBlock = 33

  /// The hash of a token of ASCII letters and digits.
  @inline(__always)
  private static func hash(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ count: Int
  ) -> UInt64 {
    // Sets the bit that makes letters small; digits have it anyway.
    let small: UInt64 = 0x2020_2020_2020_2020
    let raw = UnsafeRawPointer(base)
    var hash = TokenHash.seed
    var place = start
    while end &- place > 8 {
      let lane = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      hash = TokenHash.next(hash, lane | small)
      place &+= 8
    }
    let unused = UInt64(truncatingIfNeeded: 8 &- (end &- place)) &* 8
    var lane: UInt64 = 0
    if place <= count &- 8 {
      lane = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    } else {
      for offset in 0..<end &- place {
        lane |= UInt64(base[place + offset]) &<< UInt64(offset &* 8)
      }
    }
    return TokenHash.next(hash, (lane | small) & (UInt64.max &>> unused))
  }

  /// Writes the tokens of a stretch of letters, digits and scalars outside ASCII, until `spans` is full.
  /// - Returns: how many tokens were written, and where to go on.
  @inline(never)
  private func scanStretch(
    _ bytes: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>,
    into spans: UnsafeMutableBufferPointer<TokenSpan>, folded: inout [UInt8]
  ) -> (count: Int, next: Int) {
    guard let base = bytes.baseAddress else { return (0, 0) }
    let count = bytes.count
    let bytes = UnsafeBufferPointer(rebasing: bytes[..<stretch.upperBound])
    var index = stretch.lowerBound
    var written = 0
    while true {
      index = skipSeparators(bytes, from: index)
      if index == bytes.count || written == spans.count { return (written, index) }
      var end = index
      while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
      let hash: UInt64
      // Words between quotes are ASCII all the same.
      if end == bytes.count || end > index && table[decode(bytes, end).0] == FoldTable.separator {
        hash = Self.hash(base, index, end, count)
      } else {
        (hash, end) = scanToken(bytes, from: index, folded: &folded)
      }
      spans[written] = TokenSpan(hash: hash, start: Int32(index), end: Int32(end))
      written += 1
      index = end
    }
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
