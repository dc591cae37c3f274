/// Cuts the text of a query into lexemes, in one pass.
struct QueryLexer {
  enum Lexeme: Equatable {
    case word(String)
    case phrase(String)
    /// `name:` directly followed by a value.
    case field(Field)
    case and
    case or
    case not
    case open
    case close
  }

  enum Field: String, CaseIterable {
    case title
    case entity
    case source
  }

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
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
  }

  /// Lexemes of a query.
  /// - Complexity: O(scalars).
  static func lexemes(of text: String) -> [Lexeme] {
    var result: [Lexeme] = []
    var rest = Substring(text).unicodeScalars
    while let first = rest.first {
      if isSpace(first) {
        rest.removeFirst()
      } else if isQuote(first) {
        rest.removeFirst()
        let end = rest.firstIndex(where: isQuote) ?? rest.endIndex
        result.append(.phrase(clean(rest[..<end])))
        rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
      } else if first == "(" {
        result.append(.open)
        rest.removeFirst()
      } else if first == ")" {
        result.append(.close)
        rest.removeFirst()
      } else {
        scanWord(&rest, &result)
      }
    }
    return result
  }

  private static func scanWord(_ rest: inout Text, _ result: inout [Lexeme]) {
    if rest.first == "-" || rest.first == "!" {
      let after = rest.dropFirst()
      // A dash on its own, or a run of dashes, is punctuation.
      if let next = after.first,
        next.properties.isAlphabetic || next.properties.numericType != nil || next == "("
          || isQuote(next)
      {
        result.append(.not)
        rest = after
        return
      }
    }
    for field in Field.allCases {
      let name = field.rawValue + ":"
      if Substring(rest.prefix(name.unicodeScalars.count)).lowercased() == name {
        let value = rest.dropFirst(name.unicodeScalars.count)
        if let next = value.first, !isSpace(next), next != ")" {
          result.append(.field(field))
          rest = value
          return
        }
      }
    }
    let end =
      rest.firstIndex { isSpace($0) || isQuote($0) || $0 == "(" || $0 == ")" } ?? rest.endIndex
    let word = String(rest[..<end])
    rest = rest[end...]
    switch word {
    case "AND", "&&": result.append(.and)
    case "OR", "||": result.append(.or)
    case "NOT": result.append(.not)
    default: result.append(.word(word))
    }
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
