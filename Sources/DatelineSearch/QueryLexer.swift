import DatelineCore

/// Cuts the text of a query into lexemes, in one pass.
struct QueryLexer {
  enum Lexeme: Equatable {
    case word(String)
    case phrase(String)
    case near([String], distance: Int)
    /// `name:` directly followed by a value.
    case field(FieldName)
    case and
    case or
    case not
    case required
    case exact
    case open
    case close
  }

  /// What may stand before a colon.
  enum FieldName: Equatable {
    case part(Query.Field)
    case entity(Entity.Kind?)
    case filter(Query.Filter)
    case exact

    /// All names, and others that people know from other tools.
    static let byName: [String: FieldName] = {
      var names: [String: FieldName] = [
        "entity": .entity(nil), "organisation": .entity(.organisation),
        "organization": .entity(.organisation), "headline": .part(.title),
        "lang": .filter(.language),
        "date": .filter(.published), "since": .filter(.after), "exact": .exact,
      ]
      for field in Query.Field.allCases { names[field.rawValue] = .part(field) }
      for kind in Entity.Kind.allCases { names[kind.rawValue] = .entity(kind) }
      for filter in Query.Filter.allCases { names[filter.rawValue] = .filter(filter) }
      return names
    }()
    static let longestName = byName.keys.reduce(0) { max($0, $1.utf8.count) }
  }

  /// Distance of `NEAR` without a number, as FTS5 has it.
  static let standardDistance = 10
  static let longestDistance = 1000
  /// Words from which on a text in capitals is a headline.
  static let shortestHeadline = 5
  /// Most words in one `NEAR`; further ones are passed over.
  static let mostNearParts = 16

  // Scalars, not characters: a combining mark after a space would else hide the space.
  private typealias Text = Substring.UnicodeScalarView

  /// Straight and typographic double quotes open and close phrases.
  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "“", "”", "„", "‟", "«", "»": true
    default: false
    }
  }

  /// Whether a scalar separates words: white space and control characters.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
  }

  /// Lexemes of a query.
  /// - Complexity: O(scalars).
  static func lexemes(of text: String) -> [Lexeme] {
    if let words = plainWords(of: text) { return words }
    var (result, operators) = scan(text)
    if isHeadline(text, result, operators) {
      for (index, word) in operators { result[index] = .word(word.lowercased()) }
    }
    return result
  }

  /// The words of a text of ASCII letters, digits and spaces without operators, which is what is typed most; `nil`
  /// for others.
  private static func plainWords(of text: String) -> [Lexeme]? {
    var words: [Lexeme] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while true {
      let byte = index < bytes.endIndex ? bytes[index] : UInt8(ascii: " ")
      if byte == UInt8(ascii: " ") {
        if start < index {
          let word = String(text[start..<index])
          switch word {
          case "AND", "OR", "NOT": return nil
          default: words.append(.word(word))
          }
        }
        if index == bytes.endIndex { return words }
        start = bytes.index(after: index)
      } else if byte &- 0x30 >= 10, (byte | 0x20) &- 0x61 >= 26 {
        return nil
      }
      index = bytes.index(after: index)
    }
  }

  /// Whether a text is a headline in capitals, in which AND, OR and NOT are words: longer than what
  /// people type operators between, and without any other syntax.
  static func isHeadline(_ text: String) -> Bool {
    let (lexemes, operators) = scan(text)
    return isHeadline(text, lexemes, operators)
  }

  private static func isHeadline(
    _ text: String, _ lexemes: [Lexeme], _ operators: [Int: String]
  ) -> Bool {
    guard !operators.isEmpty, lexemes.count >= shortestHeadline,
      !text.unicodeScalars.contains(where: \.properties.isLowercase)
    else { return false }
    return lexemes.enumerated().allSatisfy { index, lexeme in
      if case .word = lexeme { return true }
      return operators[index] != nil
    }
  }

  /// Lexemes as they stand, and the words among them that are operators, by place.
  private static func scan(_ text: String) -> (lexemes: [Lexeme], operators: [Int: String]) {
    var result: [Lexeme] = []
    var operators: [Int: String] = [:]
    var rest = Substring(text).unicodeScalars
    while let first = rest.first {
      if isSpace(first) {
        rest.removeFirst()
      } else if isQuote(first) {
        let phrase = scanPhrase(&rest)
        if let distance = scanSlop(&rest) {
          result.append(near(words(of: phrase[...]), distance))
        } else {
          result.append(.phrase(phrase))
        }
      } else if first == "(" {
        result.append(.open)
        rest.removeFirst()
      } else if first == ")" {
        result.append(.close)
        rest.removeFirst()
      } else {
        scanWord(&rest, &result, &operators)
      }
    }
    return (result, operators)
  }

  /// Whether something can be searched for in a text.
  static func hasContent(_ text: some StringProtocol) -> Bool {
    // One letter or digit of ASCII that nothing is combined with is the rule; others are looked at as characters.
    var hasLetter = false
    for byte in text.utf8 {
      if byte >= 0x80 { return text.contains { $0.isLetter || $0.isNumber } }
      if byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 { hasLetter = true }
    }
    return hasLetter
  }

  private static func scanPhrase(_ rest: inout Text) -> String {
    rest.removeFirst()
    let end = rest.firstIndex(where: isQuote) ?? rest.endIndex
    let phrase = clean(rest[..<end])
    rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
    return phrase
  }

  /// `~5` behind a phrase.
  private static func scanSlop(_ rest: inout Text) -> Int? {
    guard rest.first == "~" else { return nil }
    let digits = rest.dropFirst().prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest[digits.endIndex...]
    return distance(digits)
  }

  private static func distance(_ digits: Text) -> Int {
    min(Int(String(digits)) ?? longestDistance, longestDistance)
  }

  private static func words(of text: Substring) -> [String] {
    text.unicodeScalars.split(whereSeparator: isSpace).map { String($0) }.filter(hasContent)
  }

  /// `NEAR` of one part is that part.
  private static func near(_ parts: [String], _ distance: Int) -> Lexeme {
    let parts = parts.filter(hasContent).prefix(mostNearParts)
    if parts.count < 2 { return .phrase(parts.first ?? "") }
    return .near(Array(parts), distance: distance)
  }

  /// The inside of `NEAR(`, up to its bracket or the end: words, phrases, a comma and a number.
  private static func scanNear(_ rest: inout Text) -> Lexeme {
    var parts: [String] = []
    var number: Int?
    while let first = rest.first {
      if first == ")" {
        rest.removeFirst()
        break
      }
      if isQuote(first) {
        parts.append(scanPhrase(&rest))
      } else if isSpace(first) || first == "(" || first == "," {
        rest.removeFirst()
        guard first == "," else { continue }
        let digits = rest.drop(while: isSpace).prefix { ("0"..."9").contains($0) }
        let behind = rest[digits.endIndex...].drop(while: isSpace)
        if !digits.isEmpty, behind.first == ")" || behind.isEmpty {
          number = distance(digits)
          rest = behind
        }
      } else {
        let end =
          rest.firstIndex { isSpace($0) || isQuote($0) || "(),".unicodeScalars.contains($0) }
          ?? rest.endIndex
        parts.append(String(rest[..<end]))
        rest = rest[end...]
      }
    }
    return near(parts, number ?? standardDistance)
  }

  /// Whether what follows a sign makes it an operator.
  static func beginsOperand(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "(", "=", "\"": return true
      default: return false
      }
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "("
      || scalar == "=" || isQuote(scalar)
  }

  private static func scanWord(
    _ rest: inout Text, _ result: inout [Lexeme], _ operators: inout [Int: String]
  ) {
    // A sign on its own, or a run of them, is punctuation.
    if let sign = rest.first, sign == "-" || sign == "!" || sign == "+",
      beginsOperand(rest.dropFirst().first)
    {
      result.append(sign == "+" ? .required : .not)
      rest = rest.dropFirst()
      return
    }
    if rest.first == "=", let next = rest.dropFirst().first, next != "(", beginsOperand(next) {
      result.append(.exact)
      rest = rest.dropFirst()
      return
    }
    if rest.starts(with: "NEAR(".unicodeScalars) {
      rest = rest.dropFirst(5)
      result.append(scanNear(&rest))
      return
    }
    if let colon = rest.prefix(FieldName.longestName + 1).firstIndex(of: ":"),
      let field = FieldName.byName[String(rest[..<colon]).lowercased()],
      let next = rest[colon...].dropFirst().first, !isSpace(next), next != ")"
    {
      result.append(.field(field))
      rest = rest[colon...].dropFirst()
      return
    }
    let end =
      rest.firstIndex { isSpace($0) || isQuote($0) || $0 == "(" || $0 == ")" } ?? rest.endIndex
    let word = String(rest[..<end])
    rest = rest[end...]
    if let parts = alternatives(word, behind: result.last) {
      result.append(.open)
      for (index, part) in parts.enumerated() {
        if index > 0 { result.append(.or) }
        result.append(.word(part))
      }
      result.append(.close)
      return
    }
    switch word {
    case "AND", "OR", "NOT": operators[result.count] = word
    default: break
    }
    switch word {
    case "AND", "&&": result.append(.and)
    case "OR", "||": result.append(.or)
    case "NOT": result.append(.not)
    default: result.append(.word(word))
    }
  }

  /// The words of `nato|russia`; `nil` where a bar joins something else than words.
  private static func alternatives(_ word: String, behind last: Lexeme?) -> [String]? {
    switch last {
    case .exact, .field(.exact), .field(.entity), .field(.filter): return nil
    default: break
    }
    guard word.utf8.contains(UInt8(ascii: "|")) else { return nil }
    let parts = word.split(separator: "|").map(String.init)
    let areWords = parts.allSatisfy { part in
      hasContent(part) && beginsOperand(part.unicodeScalars.first) && !part.contains(":")
        && !["=", "("].contains(part.first) && !["AND", "OR", "NOT"].contains(part)
    }
    return parts.count > 1 && areWords ? parts : nil
  }

  /// A phrase without control characters, which no article contains.
  private static func clean(_ text: Text) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text {
      result.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(result)
  }
}
