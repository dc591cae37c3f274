/// UTF-8 bytes that somebody else owns.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// Taking lines apart by their bytes: finding characters costs a hundred times as much, and the gazetteer is
/// read whenever a program begins.
extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a range of these.
  @inline(__always)
  func part(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

  /// As a string.
  var string: String { String(decoding: self, as: UTF8.self) }

  /// Without spaces, tabs and carriage returns at both ends.
  func trimmingBlanks() -> Bytes {
    var start = 0
    var end = count
    while start < end, Self.isBlank(self[start]) { start += 1 }
    while end > start, Self.isBlank(self[end - 1]) { end -= 1 }
    return part(start..<end)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// Calls `body` with the parts between occurrences of a byte, empty ones left out.
  @inline(__always)
  func forEachPiece(at separator: UInt8, _ body: (Bytes) -> Void) {
    var start = 0
    while start < count {
      let end = self[start...].firstIndex(of: separator) ?? count
      if end > start { body(part(start..<end)) }
      start = end + 1
    }
  }

  /// Whether these are the bytes of a text.
  @inline(__always)
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && starts(with: text)
  }

  /// Whether they begin with a text.
  @inline(__always)
  func starts(with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard count >= length else { return false }
    for index in 0..<length where self[index] != text.utf8Start[index] { return false }
    return true
  }

  /// Whether these are the bytes of others.
  @inline(__always)
  func equals(_ other: Bytes) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }

  /// Whether there are two letters or more and none of them is a small one.
  var isInCapitals: Bool {
    var letters = 0
    for byte in self {
      switch byte {
      case 0x41...0x5A: letters += 1
      case 0x61...0x7A: return false
      case 0x80...:
        let letters = string.filter(\.isLetter)
        return letters.count >= 2 && letters == letters.uppercased()
      default: break
      }
    }
    return letters >= 2
  }
}
