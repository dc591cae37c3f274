/// UTF-8 handled as text by its bytes: exact where what is looked for is no part of a longer character,
/// and many times faster than by characters.
extension UnsafeBufferPointer<UInt8> {
  /// Some of the bytes, with positions from 0.
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[range])
  }

  /// The text as a string.
  var string: String { String(decoding: self, as: UTF8.self) }

  /// Whether there is a character outside ASCII.
  var isWide: Bool { contains { $0 >= 0x80 } }

  /// Whether `pattern` stands at `position`; `isFolded`: capitals of ASCII count as small letters.
  func holds(_ pattern: StaticString, at position: Int = 0, isFolded: Bool = false) -> Bool {
    pattern.withUTF8Buffer { pattern in
      guard position + pattern.count <= count else { return false }
      for index in 0..<pattern.count {
        let byte = self[position + index]
        let isCapital = isFolded && byte &- 0x41 < 26
        if (isCapital ? byte | 0x20 : byte) != pattern[index] { return false }
      }
      return true
    }
  }

  /// The first position of `pattern`; `nil` when it is not there.
  func position(of pattern: StaticString) -> Int? {
    let first = pattern.withUTF8Buffer { $0[0] }
    for index in 0..<count where self[index] == first && holds(pattern, at: index) { return index }
    return nil
  }

  /// Without bytes at the beginning.
  func trimmingStart(_ isDropped: (UInt8) -> Bool) -> UnsafeBufferPointer<UInt8> {
    part((firstIndex { !isDropped($0) } ?? count)..<count)
  }

  /// Without bytes at the end.
  func trimmingEnd(_ isDropped: (UInt8) -> Bool) -> UnsafeBufferPointer<UInt8> {
    part(0..<(lastIndex { !isDropped($0) }.map { $0 + 1 } ?? 0))
  }

  /// What stands between the separators, empty parts left out.
  func parts(separatedBy separator: UInt8) -> [UnsafeBufferPointer<UInt8>] {
    split(separator: separator).map { UnsafeBufferPointer(rebasing: $0) }
  }
}
