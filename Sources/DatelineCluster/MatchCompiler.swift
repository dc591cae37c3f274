import DatelineAnalysis
import DatelineIndex
import DatelineSearch

/// Writes an expression over terms in the query language of Sphinx and Manticore.
///
/// Words are terms of our analyzer: letters and digits, never an operator. Every operand stands in brackets
/// of its own: `|` binds closer than a space, and `@field` would hold for what stands behind it too.
///
/// Source: "Extended query syntax" of the Sphinx 2.2 manual and "Full text operators" of Manticore's.
struct MatchCompiler {
  /// Columns of the full-text table as fields of the cluster's index, by their bits.
  private static let fields: [(bit: UInt8, terms: [String], words: [String])] = [
    (1 << 1, ["title"], ["title_words"]),
    // What the lead has the text has, so that it finds nothing more, but counts.
    (1 << 0, ["body", "lead"], ["body_words"]), (1 << 3, ["cjk"], ["cjk"]),
    (1 << 2, ["tags"], ["tags"]),
  ]
  private static let cjkColumn: UInt8 = 1 << 3
  /// A word that every article has in its tags.
  static let everyArticle = "allarticles"
  /// Shortest beginning of a word that can be looked for (`min_prefix_len`).
  static let shortestPrefix = 1

  private let phrases: [MatchExpression.Phrase]
  private let cutter: TermCutter

  private init(_ phrases: [MatchExpression.Phrase], _ cutter: TermCutter) {
    self.phrases = phrases
    self.cutter = cutter
  }

  /// The text of `MATCH`; empty when all articles are meant.
  static func text(
    positive: RemoteQuery.Matching?, negative: RemoteQuery.Matching?, cutter: TermCutter
  ) throws(ClusterError) -> String {
    var text = ""
    if let positive {
      text = try MatchCompiler(positive.phrases, cutter).text(positive.expression)
    }
    guard let negative else { return text }
    let excluded = try MatchCompiler(negative.phrases, cutter).text(negative.expression)
    return "(\(text.isEmpty ? "(@tags \(everyArticle))" : text) -\(excluded))"
  }

  private func text(_ expression: MatchExpression) throws(ClusterError) -> String {
    switch expression {
    case .phrase(let number): return try phrase(phrases[number])
    case .near(let numbers, let distance):
      return try near(numbers.map { phrases[$0] }, distance)
    case .and(let left, let right): return "(\(try text(left)) \(try text(right)))"
    case .not(let left, let right): return "(\(try text(left)) -\(try text(right)))"
    case .or(let parts):
      if let alternatives = alternatives(parts) { return alternatives }
      var texts: [String] = []
      for part in parts { texts.append(try text(part)) }
      return "(" + texts.joined(separator: " | ") + ")"
    }
  }

  /// Phrases of the same fields, which are named once; `nil` for other parts.
  private func alternatives(_ parts: [MatchExpression]) -> String? {
    var found: [MatchExpression.Phrase] = []
    for part in parts {
      guard case .phrase(let number) = part, !phrases[number].isPrefix,
        phrases[number].columns != MatchExpression.leadColumn,
        found.allSatisfy({ $0.columns == phrases[number].columns })
      else { return nil }
      found.append(phrases[number])
    }
    guard let first = found.first else { return nil }
    let words = found.map { quoted(terms(of: $0.text)) }
    return operand(first, words: "(" + words.joined(separator: " | ") + ")")
  }

  private func quoted(_ terms: [String]) -> String {
    terms.count == 1 ? terms[0] : "\"" + terms.joined(separator: " ") + "\""
  }

  private func phrase(_ phrase: MatchExpression.Phrase) throws(ClusterError) -> String {
    if phrase.isPrefix { return try beginning(phrase) }
    let terms = terms(of: phrase.text)
    return operand(phrase, words: quoted(terms), count: terms.count)
  }

  /// A beginning of a word, looked for among the words as they stand, since a stem need not begin like its
  /// word; so it cannot follow other words, which are looked for by their stems.
  private func beginning(_ phrase: MatchExpression.Phrase) throws(ClusterError) -> String {
    // Where a field has a limit, Sphinx does not hold the words that a beginning stands for to it.
    if phrase.columns == MatchExpression.leadColumn {
      throw .unmapped(
        reason:
          "lead:\(phrase.text)*: beginnings of words within lead: cannot be asked of a cluster; "
          + "write body:\(phrase.text)*, or whole words")
    }
    // Pairs of characters are no words with stems.
    if phrase.columns == Self.cjkColumn {
      let terms = terms(of: phrase.text)
      return operand(
        phrase, words: terms.count == 1 ? terms[0] + "*" : "\"\(terms.joined(separator: " "))*\"")
    }
    var words: [(text: String, isWhole: Bool)] = []
    cutter.forEachWord(of: phrase.text) { word in
      var beginning: [UInt8] = []
      let isWhole = ClusterTerm.appendBeginning(of: word, to: &beginning)
      words.append((String(decoding: beginning, as: UTF8.self), isWhole))
    }
    guard words.count == 1 else {
      throw .unmapped(
        reason:
          "\"\(phrase.text)*\": a cluster finds beginnings of single words; put the last word "
          + "with its * behind the phrase")
    }
    guard words[0].isWhole else {
      throw .unmapped(
        reason: "\(phrase.text)*: a cluster finds beginnings of up to \(ClusterTerm.mostScalars) "
          + "letters; write fewer of them, or the whole word")
    }
    return operand(phrase, words: words[0].text + "*", areWords: true)
  }

  private func near(
    _ parts: [MatchExpression.Phrase], _ distance: Int
  ) throws(ClusterError) -> String {
    if parts[0].columns == MatchExpression.leadColumn {
      throw .unmapped(
        reason: "NEAR within lead: cannot be asked of a cluster; write body: in its place")
    }
    let terms = parts.map { self.terms(of: $0.text) }
    if terms.allSatisfy({ $0.count == 1 }) {
      let words = terms.map { $0[0] }
      guard Set(words).count == words.count else {
        throw .unmapped(
          reason: "NEAR with the same word twice cannot be asked of a cluster; write a phrase, or "
            + "NEAR of different words")
      }
      let threshold = distance + 3 - words.count
      // With less room than the words between the first and the last take, nothing matches.
      return operand(
        parts[0],
        words: threshold < 1
          ? ClusterTerm.nothing : "\"" + words.joined(separator: " ") + "\"~\(threshold)")
    }
    guard terms.count == 2 else {
      throw .unmapped(
        reason: "NEAR with a phrase and more than two parts cannot be asked of a cluster; write two"
      )
    }
    return operand(
      parts[0], words: quoted(terms[0]) + " NEAR/\(distance + 1) " + quoted(terms[1]))
  }

  /// - Parameter count: number of the words.
  private func operand(
    _ phrase: MatchExpression.Phrase, words: String, areWords: Bool = false, count: Int = 1
  ) -> String {
    if phrase.columns == MatchExpression.leadColumn {
      // A phrase is in the lead where it begins there; the limit holds for each of its words.
      let limit = EntityTagger.leadLength + count - 1
      return "(@body[\(limit)] \(words))"
    }
    let fields = Self.fields.filter { phrase.columns & $0.bit != 0 }
    let names = fields.flatMap { areWords ? $0.words : $0.terms }
    return "(@" + (names.count == 1 ? names[0] : "(" + names.joined(separator: ",") + ")")
      + " \(words))"
  }

  private func terms(of text: String) -> [String] {
    var result: [String] = []
    cutter.forEachTerm(of: text) { term in
      var bytes: [UInt8] = []
      ClusterTerm.append(term, to: &bytes)
      result.append(String(decoding: bytes, as: UTF8.self))
    }
    return result.isEmpty ? [ClusterTerm.nothing] : result
  }
}
