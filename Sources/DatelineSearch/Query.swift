public import DatelineCore

/// A query as parsed. Every string parses to one; ``description`` prints one that parses to it
/// again.
public indirect enum Query: Sendable, Hashable {
  /// Part of an article that a query may be confined to.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    /// The headline.
    case title
    /// The text.
    case body
    /// The first 60 tokens of the text.
    case lead
  }

  /// What an article may be filtered by, apart from its words.
  public enum Filter: String, Sendable, Hashable, CaseIterable {
    /// The outlet.
    case source
    /// The section.
    case section
    /// The language, by code or English name.
    case language
    /// The date lies in a period, or between two (`2016..2017`).
    case published
    /// The date lies before a period begins.
    case before
    /// The date lies in a period or behind it.
    case after
  }

  /// One word as typed; it may hold hyphens, apostrophes and dots.
  case word(String)
  /// Words in this order next to each other.
  case phrase(String)
  /// Words that begin like this.
  case prefix(String)
  /// A word or one that differs from it by so many letters.
  case fuzzy(String, distance: Int)
  /// Words exactly as written: unstemmed, with their letter case and accents.
  case exact(String)
  /// A phrase whose last word is the beginning of a word.
  case phrasePrefix(String)
  /// Words or phrases in any order with at most so many words between the first and the last.
  case near([String], distance: Int)
  /// An entity, by identifier or any of its names, of one kind or of any.
  case entity(String, Entity.Kind?)
  /// Articles by something else than their words.
  case filter(Filter, String)
  /// A query on one part of the article.
  case field(Field, Query)
  /// A part that must match, however many of the others do.
  case required(Query)
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
  public var description: String {
    let text = print(within: .or)
    // Brackets tell operators from the words of a headline in capitals.
    return QueryLexer.isHeadline(text) ? "(\(text))" : text
  }

  private enum Level: Int {
    case or, and, words, sign, atom
  }

  private var level: Level {
    switch self {
    case .or: .or
    case .and: .and
    case .words: .words
    case .not, .required: .sign
    default: .atom
    }
  }

  private func print(within outer: Level) -> String {
    let text: String
    switch self {
    case .word(let word): text = word
    case .phrase(let phrase): text = "\"\(phrase)\""
    case .prefix(let prefix): text = prefix + "*"
    case .phrasePrefix(let phrase): text = "\"\(phrase)*\""
    case .fuzzy(let word, let distance): text = "\(word)~\(distance)"
    case .exact(let words): text = "=\"\(words)\""
    case .near(let parts, let distance):
      text = "NEAR(" + parts.map { "\"\($0)\"" }.joined(separator: " ") + ", \(distance))"
    case .entity(let name, let kind): text = (kind?.rawValue ?? "entity") + ":" + Query.value(name)
    case .filter(let filter, let value): text = filter.rawValue + ":" + Query.value(value)
    case .field(let field, let query): text = field.rawValue + ":" + query.print(within: .atom)
    case .required(let query):
      let inner = query.print(within: .atom)
      // Before other signs a plus is punctuation.
      text = QueryLexer.beginsOperand(inner.unicodeScalars.first) ? "+\(inner)" : "+(\(inner))"
    case .not(let query): text = "NOT " + query.print(within: .atom)
    case .words(let parts): text = parts.map { $0.print(within: .sign) }.joined(separator: " ")
    case .and(let parts):
      text = parts.map { $0.print(within: .words) }.joined(separator: " AND ")
    case .or(let parts): text = parts.map { $0.print(within: .and) }.joined(separator: " OR ")
    case .everything: text = ""
    }
    return level.rawValue < outer.rawValue ? "(\(text))" : text
  }

  private static func value(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-._".unicodeScalars.contains($0)
    }
    let isBare =
      isPlain && text.first.map { $0.isLetter || $0.isNumber } == true
      && !["AND", "OR", "NOT"].contains(text)
      // `last` would take a `week` behind it.
      && !DateExpression.mayGoOn(text)
    return isBare ? text : "\"\(text)\""
  }
}
