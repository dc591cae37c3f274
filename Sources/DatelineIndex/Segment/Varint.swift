/// SQLite's variable-length integers: seven bits a byte, most significant first, the high bit saying
/// that more follow; a ninth byte holds eight bits.
///
/// Source: SQLite database file format, section 1.6 ("varint").
///
/// Invariant: who passes pointers sees to it that `most` bytes may be written, and that an integer read ends within
/// memory of theirs; bytes of others are read by the function that takes a buffer, which checks.
enum Varint {
  /// Bytes of the longest integer.
  static let most = 9

  /// Number of bytes an integer takes.
  @inline(__always)
  static func length(_ value: UInt64) -> Int {
    if value < 1 << 7 { return 1 }
    if value < 1 << 14 { return 2 }
    if value >= 1 << 56 { return 9 }
    return (64 - value.leadingZeroBitCount + 6) / 7
  }

  /// Writes an integer; `output` must have room for ``most`` bytes.
  /// - Returns: the number of bytes written.
  @inline(__always)
  static func write(_ value: UInt64, to output: UnsafeMutablePointer<UInt8>) -> Int {
    if value < 1 << 7 {
      output[0] = UInt8(truncatingIfNeeded: value)
      return 1
    }
    if value < 1 << 14 {
      output[0] = UInt8(truncatingIfNeeded: value >> 7) | 0x80
      output[1] = UInt8(truncatingIfNeeded: value) & 0x7F
      return 2
    }
    return writeLong(value, to: output)
  }

  @inline(never)
  private static func writeLong(_ value: UInt64, to output: UnsafeMutablePointer<UInt8>) -> Int {
    let count = length(value)
    var rest = value
    var index = count - 1
    if count == 9 {
      output[8] = UInt8(truncatingIfNeeded: rest)
      rest >>= 8
      index = 7
    }
    let last = index
    while index >= 0 {
      output[index] =
        UInt8(truncatingIfNeeded: rest) & 0x7F | (index == last && count < 9 ? 0 : 0x80)
      rest >>= 7
      index -= 1
    }
    return count
  }

  /// Reads an integer and moves the cursor behind it. The bytes must be there.
  @inline(__always)
  static func read(_ cursor: inout UnsafePointer<UInt8>) -> UInt64 {
    let first = cursor[0]
    if first < 0x80 {
      cursor += 1
      return UInt64(first)
    }
    let second = cursor[1]
    if second < 0x80 {
      cursor += 2
      return UInt64(first & 0x7F) << 7 | UInt64(second)
    }
    return readLong(&cursor)
  }

  @inline(never)
  private static func readLong(_ cursor: inout UnsafePointer<UInt8>) -> UInt64 {
    var value: UInt64 = 0
    for _ in 0..<8 {
      let byte = cursor[0]
      cursor += 1
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return value }
    }
    value = value << 8 | UInt64(cursor[0])
    cursor += 1
    return value
  }

  /// Moves a cursor behind an integer.
  @inline(__always)
  static func skip(_ cursor: inout UnsafePointer<UInt8>) {
    var count = 1
    while cursor[0] >= 0x80, count < most {
      cursor += 1
      count += 1
    }
    cursor += 1
  }

  /// Reads an integer at `index` from bytes that others have written, and moves behind it; what is
  /// missing at the end of the bytes counts as nothing.
  static func read(_ bytes: UnsafeRawBufferPointer, _ index: inout Int) -> UInt64 {
    var value: UInt64 = 0
    for position in 0..<most {
      guard index < bytes.count else { return value }
      let byte = bytes[index]
      index += 1
      if position == most - 1 { return value << 8 | UInt64(byte) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte & 0x80 == 0 { return value }
    }
    return value
  }
}
