/// Text as a terminal may get it.
enum VisibleText {
  /// Where a text comes from, and so what of it may stay.
  enum Content {
    /// Made for people, values in it are safe (``Console/safe(_:)``).
    case text
    /// As `text`, with styles of our own.
    case styled
    /// Values as they are stored, for other programs.
    case data
  }

  /// The text without anything that steers a terminal or changes the order of what it shows. In data each such
  /// character is written as its number, `<U+202E>`, as `less` does, so that what is there is seen; texts for
  /// people lack the marks of direction, which are all that can be left in them.
  /// - Complexity: O(scalars).
  static func of(_ text: String, _ content: Content) -> String {
    guard text.unicodeScalars.contains(where: { isHidden($0, content) }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isHidden(scalar, content) {
        result.append(scalar)
      } else if content == .data || !Console.isMark(scalar) {
        result.append(contentsOf: number(scalar).unicodeScalars)
      }
    }
    return String(result)
  }

  private static func isHidden(_ scalar: Unicode.Scalar, _ content: Content) -> Bool {
    switch scalar {
    case "\t": false
    case "\u{1B}" where content == .styled: false
    default: Console.isUnsafe(scalar) || Console.isMark(scalar)
    }
  }

  private static func number(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits + ">"
  }
}
