/// Reads query text. Total: every string has a reading.
///
/// ```
/// query    = and { "OR" and }
/// and      = sequence { "AND" sequence }
/// sequence = { ["NOT" | "-"] atom }
/// atom     = "(" query ")" | field ":" atom | '"' words '"' | word ["*"]
/// field    = "title" | "entity" | "source"
/// ```
/// Operators are capitals. What has no meaning is passed over: an operator without operands, a
/// bracket or quote without its partner (a quote then reaches to the end), punctuation alone.
public struct QueryParser {
  /// Deepest nesting of brackets that is followed; deeper ones are passed over.
  static let deepestNesting = 32

  private let lexemes: [QueryLexer.Lexeme]
  private var position = 0
  private var depth = 0

  private init(_ text: String) {
    lexemes = QueryLexer.lexemes(of: text)
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
        while take(.not) { isNegated.toggle() }
        guard let part = parseAtom() else { continue }
        parts.append(isNegated ? .not(part) : part)
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
      return phrase.contains(where: { $0.isLetter || $0.isNumber }) ? .phrase(phrase) : nil
    case .field(let field):
      position += 1
      return parseValue(of: field)
    case .open:
      position += 1
      guard depth < Self.deepestNesting else { return nil }
      depth += 1
      let query = parseOr()
      depth -= 1
      _ = take(.close)
      return query == .everything ? nil : query
    case .close, .and, .or, .not:
      return nil
    }
  }

  private mutating func parseValue(of field: QueryLexer.Field) -> Query? {
    switch (field, position < lexemes.count ? lexemes[position] : nil) {
    case (.entity, .word(let name)), (.entity, .phrase(let name)):
      position += 1
      return .entity(name)
    case (.source, .word(let name)), (.source, .phrase(let name)):
      position += 1
      return .source(name)
    default:
      // Nested fields and brackets: `title:(a b)`; a field of a field keeps the inner one.
      guard let value = parseAtom() else { return nil }
      return field == .title ? .title(value) : value
    }
  }

  private mutating func take(_ lexeme: QueryLexer.Lexeme) -> Bool {
    guard position < lexemes.count, lexemes[position] == lexeme else { return false }
    position += 1
    return true
  }

  private static func word(_ text: String) -> Query? {
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    guard text.hasSuffix("*") else { return .word(text) }
    var stem = Substring(text)
    while stem.hasSuffix("*") { stem = stem.dropLast() }
    return .prefix(String(stem))
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
