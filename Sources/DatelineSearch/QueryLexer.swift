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

  /// Straight and typographic double quotes open and close phrases.
  static func isQuote(_ character: Character) -> Bool {
    switch character {
    case "\"", "“", "”", "„", "‟", "«", "»": true
    default: false
    }
  }

  /// Lexemes of a query.
  /// - Complexity: O(characters).
  static func lexemes(of text: String) -> [Lexeme] {
    var result: [Lexeme] = []
    var rest = Substring(text)
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

  private static func scanWord(_ rest: inout Substring, _ result: inout [Lexeme]) {
    if rest.first == "-" || rest.first == "!" {
      let after = rest.dropFirst()
      // A dash on its own, or a run of dashes, is punctuation.
      if let next = after.first, next.isLetter || next.isNumber || next == "(" || isQuote(next) {
        result.append(.not)
        rest = after
        return
      }
    }
    for field in Field.allCases {
      let name = field.rawValue + ":"
      if rest.prefix(name.count).lowercased() == name {
        let value = rest.dropFirst(name.count)
        if let next = value.first, !isSpace(next), next != ")" {
          result.append(.field(field))
          rest = value
          return
        }
      }
    }
    let end =
      rest.firstIndex { isSpace($0) || isQuote($0) || $0 == "(" || $0 == ")" } ?? rest.endIndex
    let word = clean(rest[..<end])
    rest = rest[end...]
    switch word {
    case "AND", "&&": result.append(.and)
    case "OR", "||": result.append(.or)
    case "NOT": result.append(.not)
    default: result.append(.word(word))
    }
  }

  private static func isSpace(_ character: Character) -> Bool {
    character.isWhitespace
      || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
  }

  /// Without control characters, which no article contains.
  private static func clean(_ text: Substring) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return String(text)
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(result)
  }
}
