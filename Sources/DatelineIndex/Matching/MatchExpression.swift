/// An expression of FTS5's query language as far as our own reader evaluates it: phrases and NEAR groups
/// with column filters, AND, OR and NOT.
///
/// Source: SQLite's documentation of FTS5, section 3 ("Full-text Query Syntax").
package indirect enum MatchExpression: Sendable, Equatable {
  /// One phrase.
  package struct Phrase: Sendable, Equatable {
    /// Text between the quotes.
    package var text: String
    /// Whether its last token is the beginning of a word.
    package var isPrefix = false
    /// Bits of the columns in which it counts.
    package var columns = allColumns
  }

  package static let allColumns: UInt8 = 0b1111
  /// The beginning of the text: no column of a file, but of engines elsewhere.
  package static let leadColumn: UInt8 = 1 << 4

  /// A phrase, by its number in the order of the text.
  case phrase(Int)
  /// Phrases near each other, by their numbers, and the most words between them.
  case near([Int], distance: Int)
  case and(MatchExpression, MatchExpression)
  case or([MatchExpression])
  case not(MatchExpression, MatchExpression)

  /// The phrases all of which a row must have, where that is all it must; else `nil`.
  var conjunction: [Int]? {
    switch self {
    case .phrase(let number): return [number]
    case .and(let left, let right):
      guard let left = left.conjunction, let right = right.conjunction else { return nil }
      return left + right
    case .near, .or, .not: return nil
    }
  }

  /// The phrases one of which a row must have, where that is all it must; else `nil`.
  var disjunction: [Int]? {
    guard case .or(let parts) = self else { return nil }
    let numbers = parts.compactMap { part in
      if case .phrase(let number) = part { number } else { nil }
    }
    return numbers.count == parts.count ? numbers : nil
  }

  /// The phrase whose rows are those of the expression, where it has no operator.
  var onlyList: Int? {
    switch self {
    case .phrase(let number): number
    case .near(let numbers, _): numbers[0]
    case .and, .or, .not: nil
    }
  }

  /// Calls `body` with each NEAR group.
  func forEachNear(_ body: ([Int], Int) -> Void) {
    switch self {
    case .phrase: break
    case .near(let numbers, let distance): body(numbers, distance)
    case .and(let left, let right), .not(let left, let right):
      left.forEachNear(body)
      right.forEachNear(body)
    case .or(let parts): for part in parts { part.forEachNear(body) }
    }
  }

  /// Reads an expression and its phrases.
  /// - Returns: `nil` for what is not evaluated here (`^`, `+`, filters of brackets) and for what
  ///   is no expression.
  package static func parse(_ text: String) -> (expression: MatchExpression, phrases: [Phrase])? {
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
    if peek() != UInt8(ascii: "\""), peek() != UInt8(ascii: "N") {
      guard let named = columnFilter() else { return nil }
      columns = named
    }
    if takeWord("NEAR") { return near(columns) }
    return phrase(columns).map { .phrase($0) }
  }

  /// A phrase.
  /// - Returns: its number.
  private mutating func phrase(_ columns: UInt8) -> Int? {
    guard let text = quoted() else { return nil }
    let isPrefix = take("*")
    if let next = peek(), next == UInt8(ascii: "+") { return nil }
    phrases.append(.init(text: text, isPrefix: isPrefix, columns: columns))
    return phrases.count - 1
  }

  /// What stands behind `NEAR`.
  private mutating func near(_ columns: UInt8) -> MatchExpression? {
    guard take("(") else { return nil }
    var numbers: [Int] = []
    while peek() == UInt8(ascii: "\"") {
      guard let number = phrase(columns) else { return nil }
      numbers.append(number)
    }
    var distance = Self.defaultDistance
    if take(",") {
      guard let number = number() else { return nil }
      distance = number
    }
    guard numbers.count > 1, take(")") else { return nil }
    return .near(numbers, distance: distance)
  }

  /// Words between the phrases of NEAR without a number.
  private static let defaultDistance = 10

  private mutating func number() -> Int? {
    _ = peek()
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return Int(String(decoding: bytes[start..<index], as: UTF8.self)).flatMap {
      $0 <= 1 << 30 ? $0 : nil
    }
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
    case "lead": return MatchExpression.leadColumn
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
