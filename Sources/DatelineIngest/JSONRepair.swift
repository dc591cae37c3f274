/// Changes to a JSON text; those made in place keep its length, so that every value stays where it was.
///
/// Invariant: places are held against the end of the text before they are read or written; a number is overwritten
/// within itself.
enum JSONRepair {
  /// The text with `null` for `NaN`, `Infinity` and `-Infinity`, which Python's `json` writes and RFC 8259
  /// does not know; `nil` when there is none. Linear.
  static func withoutNonNumbers(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var copied = 0
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        while position < text.count, text[position] != UInt8(ascii: "\"") {
          position += text[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
        continue
      }
      let isStart =
        byte == UInt8(ascii: "N") || byte == UInt8(ascii: "I") || byte == UInt8(ascii: "-")
      guard isStart,
        let name = nonNumbers.first(where: { text[position...].starts(with: $0) })
      else {
        position += 1
        continue
      }
      output.append(contentsOf: text[copied..<position])
      output.append(contentsOf: "null".utf8)
      position += name.count
      copied = position
    }
    if copied == 0 { return nil }
    output.append(contentsOf: text[copied...])
    return output
  }

  private static let nonNumbers = ["NaN", "Infinity", "-Infinity"].map { Array($0.utf8) }

  /// Writes `\ufffd` in the place of every escaped surrogate without partner (RFC 8259, section
  /// 8.2, leaves their meaning open). True when there was one.
  static func replaceLoneSurrogates(_ text: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    var changed = false
    var position = 0
    while position < text.count {
      guard text[position] == UInt8(ascii: "\\") else {
        position += 1
        continue
      }
      guard let unit = escapedUnit(text, at: position), unit & 0xF800 == 0xD800 else {
        position += 2
        continue
      }
      if unit & 0xFC00 == 0xD800, let low = escapedUnit(text, at: position + 6),
        low & 0xFC00 == 0xDC00
      {
        position += 12
        continue
      }
      for (index, byte) in "\\ufffd".utf8.enumerated() { text[position + index] = byte }
      changed = true
      position += 6
    }
    return changed
  }

  /// Writes `0` and spaces in the place of every well-formed number that may have no 64-bit
  /// representation. True when there was one.
  static func replaceLargeNumbers(_ text: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    var changed = false
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "\"") {
        position = endOfString(text, from: position + 1)
      } else if byte == UInt8(ascii: "-") || isDigit(byte) {
        let start = position
        while position < text.count && isNumberByte(text[position]) { position += 1 }
        if isLargeNumber(text, start..<position) {
          text[start] = UInt8(ascii: "0")
          for index in (start + 1)..<position { text[index] = UInt8(ascii: " ") }
          changed = true
        }
      } else {
        position += 1
      }
    }
    return changed
  }

  private static func endOfString(
    _ text: UnsafeMutableBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var position = start
    while position < text.count && text[position] != UInt8(ascii: "\"") {
      position += text[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return position + 1
  }

  /// The code unit of `\uXXXX` at `position`.
  private static func escapedUnit(
    _ text: UnsafeMutableBufferPointer<UInt8>, at position: Int
  ) -> UInt16? {
    guard position + 6 <= text.count, text[position] == UInt8(ascii: "\\"),
      text[position + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for byte in text[(position + 2)..<(position + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// A number by the grammar of RFC 8259, section 6, with 19 digits or more, or an exponent.
  private static func isLargeNumber(
    _ text: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    var position = range.lowerBound
    func digits() -> Int {
      let start = position
      while position < range.upperBound && isDigit(text[position]) { position += 1 }
      return position - start
    }
    func take(_ byte: UInt8) -> Bool {
      guard position < range.upperBound, text[position] == byte else { return false }
      position += 1
      return true
    }
    _ = take(UInt8(ascii: "-"))
    let first = position
    let integerDigits = digits()
    if integerDigits == 0 || (integerDigits > 1 && text[first] == UInt8(ascii: "0")) {
      return false
    }
    if take(UInt8(ascii: ".")) && digits() == 0 { return false }
    var hasExponent = false
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      hasExponent = true
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if digits() == 0 { return false }
    }
    return position == range.upperBound && (hasExponent || integerDigits >= 19)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
  }
}
