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
    func isSign(_ sign: UInt64) -> Bool { kind == .mark && value == sign }
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
      if let first = foreignDigit(bytes, index) {
        var value: UInt64 = 0
        var digits = 0
        var next: (value: UInt64, length: Int)? = first
        while let digit = next {
          if digits < 18 { value = value * 10 + digit.value }
          digits += 1
          index += digit.length
          next = foreignDigit(bytes, index)
        }
        append(.number, value, digits, spaced)
      } else if isDigit(byte) {
        var value: UInt64 = 0
        while index < bytes.count, isDigit(bytes[index]) {
          if index - start < 18 { value = value * 10 + UInt64(bytes[index] - 48) }
          index += 1
        }
        append(.number, value, index - start, spaced)
      } else if isArabicComma(bytes, index) {
        append(.mark, UInt64(UInt8(ascii: ",")), 2, spaced)
        index += 2
      } else if !spaced, tokens.last?.kind == .number, let sign = unitSign(bytes, index) {
        append(.mark, sign, 3, spaced)
        index += 3
      } else if isLetter(byte) {
        let length = cjkMark(bytes, index)
        if length > 0 {
          // 年 月 日 are marks of their own: no space separates them from what follows.
          append(.mark, UInt64(bytes[index + 2]), 3, spaced)
          index += 3
        } else {
          while index < bytes.count, isLetter(bytes[index]), cjkMark(bytes, index) == 0,
            !isArabicComma(bytes, index), foreignDigit(bytes, index) == nil
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

  /// Marks of a time of day: hour, minute, second.
  static let hourSign: UInt64 = 0x101
  static let minuteSign: UInt64 = 0x102
  static let secondSign: UInt64 = 0x103

  /// What a sign right behind a number counts: Korean years, months and days, Japanese, Chinese and Korean
  /// hours, minutes and seconds. Elsewhere the same signs are parts of words.
  private func unitSign(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64? {
    guard index + 2 < bytes.count else { return nil }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xEB, 0x85, 0x84): return UInt64(Self.yearMark)  // 년
    case (0xEC, 0x9B, 0x94): return UInt64(Self.monthMark)  // 월
    case (0xEC, 0x9D, 0xBC): return UInt64(Self.dayMark)  // 일
    // 時 时 点 點 시
    case (0xE6, 0x99, 0x82), (0xE6, 0x97, 0xB6), (0xE7, 0x82, 0xB9), (0xE9, 0xBB, 0x9E),
      (0xEC, 0x8B, 0x9C):
      return Self.hourSign
    case (0xE5, 0x88, 0x86), (0xEB, 0xB6, 0x84): return Self.minuteSign  // 分 분
    case (0xE7, 0xA7, 0x92), (0xEC, 0xB4, 0x88): return Self.secondSign  // 秒 초
    default: return nil
    }
  }

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

  /// The digit of another script at a place, with its length in bytes: Arabic, Persian, Devanagari, Bengali, Thai
  /// and full-width ones.
  private func foreignDigit(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (value: UInt64, length: Int)? {
    guard index + 1 < bytes.count, bytes[index] >= 0xD9 else { return nil }
    let (first, second) = (bytes[index], bytes[index + 1])
    if first == 0xD9, (0xA0...0xA9).contains(second) { return (UInt64(second - 0xA0), 2) }
    if first == 0xDB, (0xB0...0xB9).contains(second) { return (UInt64(second - 0xB0), 2) }
    guard first == 0xE0 || first == 0xEF, index + 2 < bytes.count else { return nil }
    let third = bytes[index + 2]
    switch (first, second, third) {
    case (0xE0, 0xA5, 0xA6...0xAF), (0xE0, 0xA7, 0xA6...0xAF): return (UInt64(third - 0xA6), 3)
    case (0xE0, 0xB9, 0x90...0x99), (0xEF, 0xBC, 0x90...0x99): return (UInt64(third - 0x90), 3)
    default: return nil
    }
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
