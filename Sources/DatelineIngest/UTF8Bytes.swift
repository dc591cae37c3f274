/// Reading and writing of single UTF-8 sequences (Unicode 15, table 3-7).
enum UTF8Bytes {
  /// Writes a scalar value and returns the number of its bytes. `target` must have room for 4.
  ///
  /// Invariant: four bytes are free at the position.
  static func write(
    _ scalar: UInt32, to target: UnsafeMutableRawBufferPointer, at position: Int
  ) -> Int {
    switch scalar {
    case ..<0x80:
      target[position] = UInt8(scalar)
      return 1
    case ..<0x800:
      target[position] = UInt8(0xC0 | scalar >> 6)
      target[position + 1] = UInt8(0x80 | scalar & 0x3F)
      return 2
    case ..<0x10000:
      target[position] = UInt8(0xE0 | scalar >> 12)
      target[position + 1] = UInt8(0x80 | scalar >> 6 & 0x3F)
      target[position + 2] = UInt8(0x80 | scalar & 0x3F)
      return 3
    default:
      target[position] = UInt8(0xF0 | scalar >> 18)
      target[position + 1] = UInt8(0x80 | scalar >> 12 & 0x3F)
      target[position + 2] = UInt8(0x80 | scalar >> 6 & 0x3F)
      target[position + 3] = UInt8(0x80 | scalar & 0x3F)
      return 4
    }
  }

  /// Length of the well-formed sequence at `position`; 0 when there is none.
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let lead = bytes[position]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case ..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF1...0xF3: length = 4
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    default: return 0
    }
    guard position + length <= bytes.count, second.contains(bytes[position + 1]) else { return 0 }
    for index in (position + 2)..<max(position + length, position + 2)
    where bytes[index] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }

  /// Number of bytes at the end that begin a character and lack its rest; 0 when there are none. Constant
  /// time.
  static func cutLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    for length in 1...3 where length <= bytes.count {
      let lead = bytes[bytes.count - length]
      if lead & 0xC0 == 0x80 { continue }
      let whole = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
      guard lead >= 0xC2, lead <= 0xF4, length < whole else { return 0 }
      if length == 1 { return 1 }
      let padded = Array(bytes.suffix(length)) + Array(repeating: 0x80, count: whole - length)
      return padded.withUnsafeBufferPointer { sequenceLength($0, at: 0) } == whole ? length : 0
    }
    return 0
  }

  /// True for space, tab, line feed and carriage return.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// True when the bytes hold something other than white space of ASCII.
  static func hasText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes where !isSpace(byte) && byte != 0x0B && byte != 0x0C { return true }
    return false
  }
}
