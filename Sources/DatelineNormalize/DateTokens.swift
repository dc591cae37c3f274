/// A date string cut into numbers, words and marks; at most ``defaultCapacity`` of them, without heap use
/// beyond one reusable array.
struct DateTokens {
  static let defaultCapacity = 48

  enum Kind: UInt8 { case number, word, mark }

  struct Token {
    var kind: Kind
    /// Value of a number, ``DateWords/key(_:_:)`` of a word, byte of a mark.
    var value: UInt64
    /// Digits of a number, bytes of a word.
    var length: Int
    /// Whether white space stands before.
    var spaced: Bool

    func isMark(_ byte: UInt8) -> Bool { kind == .mark && value == UInt64(byte) }
  }

  var tokens: [Token] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, capacity: Int = Self.defaultCapacity) {
    tokens.reserveCapacity(16)
    var index = 0
    var spaced = true
    while index < bytes.count, tokens.count < capacity {
      let byte = bytes[index]
      let start = index
      if byte <= 0x20 {
        spaced = true
        index += 1
        continue
      }
      if isDigit(byte) {
        var value: UInt64 = 0
        while index < bytes.count, isDigit(bytes[index]) {
          if index - start < 18 { value = value * 10 + UInt64(bytes[index] - 48) }
          index += 1
        }
        append(.number, value, index - start, spaced)
      } else if isArabicComma(bytes, index) {
        append(.mark, UInt64(UInt8(ascii: ",")), 2, spaced)
        index += 2
      } else if isLetter(byte) {
        let length = cjkMark(bytes, index)
        if length > 0 {
          // 年 月 日 are marks of their own: no space separates them from what follows.
          append(.mark, UInt64(bytes[index + 2]), 3, spaced)
          index += 3
        } else {
          while index < bytes.count, isLetter(bytes[index]), cjkMark(bytes, index) == 0,
            !isArabicComma(bytes, index)
          {
            index += 1
          }
          append(.word, DateWords.key(bytes, start..<index), index - start, spaced)
        }
      } else {
        append(.mark, UInt64(byte), 1, spaced)
        index += 1
      }
      spaced = false
    }
  }

  /// Last UTF-8 byte of 年 (E5 B9 B4), 月 (E6 9C 88) and 日 (E6 97 A5).
  static let yearMark: UInt8 = 0xB4
  static let monthMark: UInt8 = 0x88
  static let dayMark: UInt8 = 0xA5

  private func cjkMark(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    guard bytes[index] >= 0xE5, index + 2 < bytes.count else { return 0 }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE5, 0xB9, 0xB4), (0xE6, 0x9C, 0x88), (0xE6, 0x97, 0xA5): return 3
    default: return 0
    }
  }

  /// Whether U+060C stands at a place.
  private func isArabicComma(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index] == 0xD8 && index + 1 < bytes.count && bytes[index + 1] == 0x8C
  }

  private mutating func append(_ kind: Kind, _ value: UInt64, _ length: Int, _ spaced: Bool) {
    tokens.append(Token(kind: kind, value: value, length: length, spaced: spaced))
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || byte >= 0x80
  }
}
