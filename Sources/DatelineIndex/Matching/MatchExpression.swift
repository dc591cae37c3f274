/// An expression of FTS5's query language as far as our own reader evaluates it: phrases with column
/// filters, AND, OR and NOT.
///
/// Source: SQLite's documentation of FTS5, section 3 ("Full-text Query Syntax").
indirect enum MatchExpression: Equatable {
  /// One phrase.
  struct Phrase: Equatable {
    /// Text between the quotes.
    var text: String
    /// Whether its last token is the beginning of a word.
    var isPrefix = false
    /// Bits of the columns in which it counts.
    var columns = allColumns
  }

  static let allColumns: UInt8 = 0b1111

  /// A phrase, by its number in the order of the text.
  case phrase(Int)
  case and(MatchExpression, MatchExpression)
  case or([MatchExpression])
  case not(MatchExpression, MatchExpression)

  /// Reads an expression and its phrases.
  /// - Returns: `nil` for what is not evaluated here (NEAR, `^`, `+`, filters of brackets) and for what
  ///   is no expression.
  static func parse(_ text: String) -> (expression: MatchExpression, phrases: [Phrase])? {
    var parser = MatchExpressionParser(Array(text.utf8))
    guard let expression = parser.disjunction(), parser.isAtEnd else { return nil }
    return (expression, parser.phrases)
  }
}

/// Reads by recursive descent; NOT binds closest, then AND, then OR.
private struct MatchExpressionParser {
  private static let deepestNesting = 200

  private let bytes: [UInt8]
  private var index = 0
  private var nesting = 0
  private(set) var phrases: [MatchExpression.Phrase] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool {
    bytes[index...].allSatisfy { $0 == UInt8(ascii: " ") }
  }

  mutating func disjunction() -> MatchExpression? {
    guard let first = conjunction() else { return nil }
    var parts = [first]
    while takeWord("OR") {
      guard let next = conjunction() else { return nil }
      parts.append(next)
    }
    return parts.count == 1 ? first : .or(parts)
  }

  private mutating func conjunction() -> MatchExpression? {
    guard var result = difference() else { return nil }
    while takeWord("AND") {
      guard let next = difference() else { return nil }
      result = .and(result, next)
    }
    return result
  }

  private mutating func difference() -> MatchExpression? {
    guard var result = operand() else { return nil }
    while takeWord("NOT") {
      guard let next = operand() else { return nil }
      result = .not(result, next)
    }
    return result
  }

  private mutating func operand() -> MatchExpression? {
    if take("(") {
      nesting += 1
      defer { nesting -= 1 }
      guard nesting < Self.deepestNesting, let inner = disjunction(), take(")") else { return nil }
      return inner
    }
    var columns = MatchExpression.allColumns
    if peek() != UInt8(ascii: "\"") {
      guard let named = columnFilter() else { return nil }
      columns = named
    }
    guard let text = quoted() else { return nil }
    let isPrefix = take("*")
    if let next = peek(), next == UInt8(ascii: "+") { return nil }
    phrases.append(.init(text: text, isPrefix: isPrefix, columns: columns))
    return .phrase(phrases.count - 1)
  }

  private mutating func columnFilter() -> UInt8? {
    var columns: UInt8 = 0
    if take("{") {
      while !take("}") {
        guard let column = column() else { return nil }
        columns |= column
      }
    } else {
      guard let column = column() else { return nil }
      columns = column
    }
    return take(":") ? columns : nil
  }

  private mutating func column() -> UInt8? {
    _ = peek()
    let start = index
    while index < bytes.count,
      bytes[index] == UInt8(ascii: "_") || (0x61...0x7A).contains(bytes[index])
    {
      index += 1
    }
    switch String(decoding: bytes[start..<index], as: UTF8.self) {
    case "body": return 1 << UInt8(Schema.Column.body)
    case "title": return 1 << UInt8(Schema.Column.title)
    case "entity_terms": return 1 << UInt8(Schema.Column.entityTerms)
    case "cjk_terms": return 1 << UInt8(Schema.Column.cjkTerms)
    default: return nil
    }
  }

  /// A text in quotes; a quote within is doubled.
  private mutating func quoted() -> String? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        guard index < bytes.count, bytes[index] == byte else {
          return String(decoding: text, as: UTF8.self)
        }
        index += 1
      }
      text.append(byte)
    }
    return nil
  }

  /// The next byte that is no space.
  private mutating func peek() -> UInt8? {
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index < bytes.count ? bytes[index] : nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// An operator: a word in capitals with a space or bracket behind it.
  private mutating func takeWord(_ word: StaticString) -> Bool {
    _ = peek()
    let end = index + word.utf8CodeUnitCount
    guard end < bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where bytes[index + offset] != word.utf8Start[offset] { return false }
    guard [" ", "(", "\"", "{"].contains(where: { UInt8(ascii: $0) == bytes[end] }) else {
      return false
    }
    index = end
    return true
  }
}
