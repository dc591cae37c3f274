import Foundation

/// Reads query text. Total: every string has a reading.
///
/// ```
/// query    = and { "OR" and }
/// and      = sequence { "AND" sequence }
/// sequence = { ["NOT" | "-" | "+"] atom }
/// atom     = "(" query ")" | part ":" atom | name ":" value | near
///          | '"' words ["*"] '"' | word ["*" | "~" [number]] | ("=" | "exact:") (word | '"' words '"')
/// near     = "NEAR(" { word | '"' words '"' } ["," number] ")" | '"' words '"~' number
/// part     = "title" | "body" | "lead"
/// name     = "entity" | "person" | "org" | "place" | "source" | "section" | "language"
///          | "published" | "before" | "after"
/// value    = word | '"' words '"' | date
/// ```
/// Operators are capitals. What has no meaning is passed over: an operator without operands, a
/// bracket or quote without its partner (a quote then reaches to the end), punctuation alone.
public struct QueryParser {
  /// Deepest nesting of brackets, and of prefixes such as `title:`, that is followed; deeper ones are
  /// passed over.
  static let deepestNesting = 32

  private let lexemes: [QueryLexer.Lexeme]
  private var position = 0
  private var depth = 0
  private var prefixes = 0

  private init(_ text: String) {
    // Articles are in Unicode's form C, and what is typed or copied may be in form D.
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    lexemes = QueryLexer.lexemes(of: isASCII ? text : text.precomposedStringWithCanonicalMapping)
  }

  /// Parses a query.
  /// - Complexity: O(characters).
  public static func parse(_ text: String) -> Query {
    var parser = QueryParser(text)
    var parts: [Query] = []
    while parser.position < parser.lexemes.count {
      let start = parser.position
      let part = parser.parseOr()
      if part != .everything { parts.append(part) }
      // A closing bracket that nothing opened.
      if parser.position < parser.lexemes.count { parser.position += 1 }
      if parser.position == start { break }
    }
    return flat(parts, .words)
  }

  private mutating func parseOr() -> Query {
    var parts: [Query] = []
    while true {
      let part = parseAnd()
      if part != .everything { parts.append(part) }
      guard take(.or) else { break }
    }
    return QueryParser.flat(parts, .or)
  }

  private mutating func parseAnd() -> Query {
    var parts: [Query] = []
    while true {
      let part = parseSequence()
      if part != .everything { parts.append(part) }
      guard take(.and) else { break }
    }
    return QueryParser.flat(parts, .and)
  }

  private mutating func parseSequence() -> Query {
    var parts: [Query] = []
    while position < lexemes.count {
      switch lexemes[position] {
      case .or, .and:
        return QueryParser.flat(parts, .words)
      case .close:
        if depth > 0 { return QueryParser.flat(parts, .words) }
        position += 1
      case .not:
        position += 1
        var isNegated = true
        // What is excluded cannot be needed: `NOT +a` is `NOT a`.
        while true {
          if take(.not) { isNegated.toggle() } else if !take(.required) { break }
        }
        guard let part = parseAtom() else { continue }
        parts.append(isNegated ? .not(part) : part)
      case .required:
        position += 1
        guard let part = parseAtom() else { continue }
        parts.append(QueryParser.required(part))
      default:
        if let part = parseAtom() { parts.append(part) }
      }
    }
    return QueryParser.flat(parts, .words)
  }

  /// One operand; `nil` when what stands there has no meaning (it is passed over if nothing else
  /// would).
  private mutating func parseAtom() -> Query? {
    guard position < lexemes.count else { return nil }
    switch lexemes[position] {
    case .word(let word):
      position += 1
      return QueryParser.word(word)
    case .phrase(let phrase):
      position += 1
      return QueryParser.phrase(phrase)
    case .exact:
      position += 1
      return parsePrefixed { $0.parseExact() }
    case .near(let parts, let distance):
      position += 1
      return .near(parts, distance: distance)
    case .field(let field):
      position += 1
      return parsePrefixed { $0.parseValue(of: field) }
    case .open:
      position += 1
      guard depth < Self.deepestNesting else { return nil }
      depth += 1
      let query = parseOr()
      depth -= 1
      _ = take(.close)
      return query == .everything ? nil : query
    case .close, .and, .or, .not, .required:
      return nil
    }
  }

  /// What stands behind a prefix. Of prefixes in a row (`title:title:`) only so many are followed as
  /// of brackets.
  private mutating func parsePrefixed(_ parse: (inout QueryParser) -> Query?) -> Query? {
    guard prefixes < Self.deepestNesting else { return nil }
    prefixes += 1
    defer { prefixes -= 1 }
    return parse(&self)
  }

  /// What stands behind `=` or `exact:`.
  private mutating func parseExact() -> Query? {
    switch position < lexemes.count ? lexemes[position] : nil {
    case .word(let text), .phrase(let text):
      position += 1
      return QueryLexer.hasContent(text) ? .exact(text) : nil
    default:
      return parseAtom()
    }
  }

  private mutating func parseValue(of field: QueryLexer.FieldName) -> Query? {
    if field == .exact { return parseExact() }
    let value: String
    var isWord = false
    switch position < lexemes.count ? lexemes[position] : nil {
    case .word(let text):
      value = text
      isWord = true
    case .phrase(let text): value = text
    default:
      // Brackets and fields of fields: `title:(a b)`; a field without a value of its own is passed
      // over.
      guard let query = parseAtom() else { return nil }
      if case .part(let part) = field { return QueryParser.field(part, query) }
      return query
    }
    switch field {
    case .exact:
      return nil
    case .part(let part):
      return parseAtom().map { QueryParser.field(part, $0) }
    case .entity(let kind):
      position += 1
      return QueryLexer.hasContent(value) ? .entity(value, kind) : nil
    case .filter(let filter):
      position += 1
      guard QueryLexer.hasContent(value) else { return nil }
      return .filter(filter, isWord && filter.isDate ? value + restOfDate(value) : value)
    }
  }

  /// Words that belong to a date behind its first: `last week`, `3 days ago`, `last 30 days`,
  /// `May 2016`.
  private mutating func restOfDate(_ first: String) -> String {
    guard DateExpression.mayGoOn(first) else { return "" }
    var words = [first]
    for lexeme in lexemes[position...].prefix(DateExpression.mostWords - 1) {
      guard case .word(let word) = lexeme else { break }
      words.append(word)
    }
    while words.count > 1, !DateExpression.isWritten(words) { words.removeLast() }
    position += words.count - 1
    return words.dropFirst().map { " " + $0 }.joined()
  }

  private static func phrase(_ text: String) -> Query? {
    guard QueryLexer.hasContent(text) else { return nil }
    var stem = Substring(text)
    while let last = stem.last, last == "*" || last == " " { stem = stem.dropLast() }
    guard stem.count < text.count, text.hasSuffix("*"), text.dropLast().last != " " else {
      return .phrase(text)
    }
    return .phrasePrefix(String(stem))
  }

  /// One mark is as good as two, and what is excluded cannot be needed.
  private static func required(_ query: Query) -> Query {
    switch query {
    case .required, .not, .filter: query
    default: .required(query)
    }
  }

  /// A field of a field: the inner one counts. Filters have no place in an article.
  private static func field(_ field: Query.Field, _ query: Query) -> Query {
    switch query {
    case .field, .filter, .entity: query
    default: .field(field, query)
    }
  }

  private mutating func take(_ lexeme: QueryLexer.Lexeme) -> Bool {
    guard position < lexemes.count, lexemes[position] == lexeme else { return false }
    position += 1
    return true
  }

  private static func word(_ text: String) -> Query? {
    guard QueryLexer.hasContent(text) else { return nil }
    if let fuzzy = fuzzy(text) { return fuzzy }
    guard text.utf8.last == UInt8(ascii: "*"), text.hasSuffix("*") else { return .word(text) }
    var stem = Substring(text)
    while stem.hasSuffix("*") { stem = stem.dropLast() }
    return .prefix(String(stem))
  }

  /// `word~`, `word~1` or `word~2`; a larger number is 2, and `word~0` the word itself.
  private static func fuzzy(_ text: String) -> Query? {
    guard text.utf8.contains(UInt8(ascii: "~")), let tilde = text.lastIndex(of: "~") else {
      return nil
    }
    let word = String(text[..<tilde])
    guard QueryLexer.hasContent(word), word.last?.isLetter == true || word.last?.isNumber == true
    else { return nil }
    switch text[text.index(after: tilde)...] {
    case "": return .fuzzy(word, distance: max(1, EditDistance.limit(for: word)))
    case "1": return .fuzzy(word, distance: 1)
    case "2": return .fuzzy(word, distance: 2)
    case let digits where digits.allSatisfy(\.isWholeNumber) && word.last?.isLetter == true:
      if Int(digits) != 0 { return .fuzzy(word, distance: 2) }
      return word.contains("~") || ["AND", "OR", "NOT"].contains(word) ? nil : .word(word)
    default: return nil
    }
  }

  private enum Joint {
    case or, and, words
  }

  /// Joins parts, merging a part of the same kind, so that printing and parsing are inverse.
  private static func flat(_ parts: [Query], _ joint: Joint) -> Query {
    if parts.isEmpty { return .everything }
    if parts.count == 1 { return parts[0] }
    let merged = parts.flatMap { part -> [Query] in
      switch (joint, part) {
      case (.or, .or(let inner)), (.and, .and(let inner)), (.words, .words(let inner)): inner
      default: [part]
      }
    }
    switch joint {
    case .or: return .or(merged)
    case .and: return .and(merged)
    case .words: return .words(merged)
    }
  }
}
