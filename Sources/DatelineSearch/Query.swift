/// A query as parsed. Every string parses to one; ``description`` prints one that parses to it
/// again.
public indirect enum Query: Sendable, Hashable {
  /// One word as typed; it may hold hyphens, apostrophes and dots.
  case word(String)
  /// Words in this order next to each other.
  case phrase(String)
  /// Words that begin like this.
  case prefix(String)
  /// An entity, by identifier or any of its names.
  case entity(String)
  /// An outlet.
  case source(String)
  /// A query on headlines only.
  case title(Query)
  /// Parts written one after the other; how many must match is for the request to say.
  case words([Query])
  /// All of the parts.
  case and([Query])
  /// One of the parts at least.
  case or([Query])
  /// Not the part.
  case not(Query)
  /// Nothing was asked: all articles.
  case everything
}

extension Query: CustomStringConvertible {
  /// The query in the query language.
  public var description: String { print(within: .or) }

  private enum Level: Int {
    case or, and, words, atom
  }

  private var level: Level {
    switch self {
    case .or: .or
    case .and: .and
    case .words: .words
    case .not, .word, .phrase, .prefix, .entity, .source, .title, .everything: .atom
    }
  }

  private func print(within outer: Level) -> String {
    let text: String
    switch self {
    case .word(let word): text = word
    case .phrase(let phrase): text = "\"\(phrase)\""
    case .prefix(let prefix): text = prefix + "*"
    case .entity(let name): text = "entity:" + Query.value(name)
    case .source(let name): text = "source:" + Query.value(name)
    case .title(let query): text = "title:" + query.print(within: .atom)
    case .not(let query): text = "NOT " + query.print(within: .atom)
    case .words(let parts): text = parts.map { $0.print(within: .atom) }.joined(separator: " ")
    case .and(let parts):
      text = parts.map { $0.print(within: .words) }.joined(separator: " AND ")
    case .or(let parts): text = parts.map { $0.print(within: .and) }.joined(separator: " OR ")
    case .everything: text = ""
    }
    return level.rawValue < outer.rawValue ? "(\(text))" : text
  }

  private static func value(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      !QueryLexer.isSpace($0) && $0 != "(" && $0 != ")" && !QueryLexer.isQuote($0)
    }
    return isPlain && !text.isEmpty ? text : "\"\(text)\""
  }
}
