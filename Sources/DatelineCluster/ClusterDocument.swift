import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation

/// Articles as rows of a cluster's index, written as SphinxQL. Not thread-safe.
struct ClusterDocument {
  /// Bytes of a part of a text; a string attribute of Sphinx holds less than 4 MiB.
  static let partSize = 3 << 20

  private let cutter: TermCutter
  private let gazetteer: Gazetteer
  private let encoder = JSONEncoder()
  /// The words of a title and of a text, kept while the terms are written.
  private var titleWords: [UInt8] = []
  private var bodyWords: [UInt8] = []

  init(cutter: TermCutter, gazetteer: Gazetteer) {
    self.cutter = cutter
    self.gazetteer = gazetteer
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// The number of the article.
  static func id(of key: String) -> Int64 { ClusterTerm.number(key) }

  /// The row of an article.
  /// - Parameter extractor: version of the rules that made it.
  /// - Throws: ``ClusterError/unmapped(reason:)`` for a text of more than 9 MB, and another field of more than 3.
  mutating func row(
    _ analyzed: AnalyzedArticle, extractor: String?
  ) throws(ClusterError) -> ShardRow {
    let article = analyzed.article
    var parts = Self.parts(of: analyzed.searchBody)
    guard parts.count <= 3 else {
      throw .unmapped(
        reason:
          "\(article.key): a text of more than 9 MB does not fit into a cluster; cut it, or leave it to a file"
      )
    }
    while parts.count < 3 { parts.append("") }
    let record = try record(article, extractor)
    for text in [article.title, article.key, analyzed.tags.names, article.url ?? "", record]
    where text.utf8.count > Self.partSize {
      throw .unmapped(
        reason:
          "\(article.key.prefix(80)): a field of more than 3 MB does not fit into a cluster; cut it, or leave it to a file"
      )
    }
    let id = Self.id(of: article.key)
    var row = Array("(\(id),".utf8)
    row.reserveCapacity(
      4 * (analyzed.searchBody.utf8.count + article.title.utf8.count) + record.utf8.count + 512)
    let lengths = appendFields(analyzed, to: &row)
    for text in [article.key, article.title] + parts + [
      article.published ?? "", article.source ?? "", article.section ?? "",
      article.language ?? "", analyzed.tags.names, article.url ?? "", record,
    ] {
      SphinxLiteral.append(text, to: &row)
      row.append(Self.comma)
    }
    let published = ClusterDate.number(article.published)
    let numbers =
      [published, number(article.source), number(article.section)]
      + [
        number(article.language), published / 1_000_000, Int64(ClusterDate.days(article.published)),
      ]
      + [Int64(lengths.title), Int64(lengths.body)]
    let entities = analyzed.tags.mentions.map {
      ClusterTerm.number(gazetteer.entities[$0.entity].id)
    }
    row.append(
      contentsOf: (numbers.map(String.init).joined(separator: ",") + ","
        + SphinxLiteral.list(Set(entities).sorted()) + ")").utf8)
    return ShardRow(id: id, key: article.key, origin: article.origin, bytes: row)
  }

  /// Gives back the memory that a large article has taken.
  mutating func trim() {
    titleWords = []
    bodyWords = []
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "'")
  private static let space = UInt8(ascii: " ")

  /// Appends the full-text fields. Terms and words are letters and digits, which need no escape.
  /// - Returns: numbers of terms.
  private mutating func appendFields(
    _ analyzed: AnalyzedArticle, to row: inout [UInt8]
  ) -> (title: Int, body: Int) {
    titleWords.removeAll(keepingCapacity: true)
    bodyWords.removeAll(keepingCapacity: true)
    let title = appendTerms(of: analyzed.article.title, to: &row, words: &titleWords)
    let start = row.count
    let body = appendTerms(of: analyzed.searchBody, to: &row, words: &bodyWords)
    row.append(contentsOf: Array(row[start..<body.leadEnd]))
    row.append(contentsOf: [Self.quote, Self.comma])
    for words in [titleWords, bodyWords] {
      row.append(Self.quote)
      row.append(contentsOf: words)
      row.append(contentsOf: [Self.quote, Self.comma])
    }
    var unused: [UInt8] = []
    appendTerms(of: analyzed.cjkTerms, to: &row, words: &unused)
    appendTerms(
      of: analyzed.tags.terms + entityTokens(analyzed.tags.mentions),
      behind: MatchCompiler.everyArticle, to: &row, words: &unused)
    return (title.count, body.count)
  }

  /// Tokens of entities besides the one that each has, so that there are as many as its mentions count.
  private func entityTokens(_ mentions: [EntityTagger.Mention]) -> String {
    var tokens = ""
    for mention in mentions {
      let tenths =
        Self.titleWeight * mention.title + Self.leadWeight * mention.lead + mention.body
      let count = min((tenths + 5) / 10, Self.mostTokens)
      if count < 2 { continue }
      let token = " " + gazetteer.entities[mention.entity].token
      for _ in 1..<count { tokens += token }
    }
    return tokens
  }

  private static let titleWeight = Int(RankingWeights.Weight.titleWeight.defaultValue)
  private static let leadWeight = Int(RankingWeights.Weight.leadWeight.defaultValue)
  /// Tokens of one entity: more would count hardly more.
  private static let mostTokens = 30

  /// Appends the terms of a text, behind a first one, as a literal and a comma, and its words to others.
  /// - Returns: how many there are, and where those of its lead end.
  @discardableResult private func appendTerms(
    of text: String, behind first: String = "", to row: inout [UInt8], words: inout [UInt8]
  ) -> (count: Int, leadEnd: Int) {
    row.append(Self.quote)
    row.append(contentsOf: first.utf8)
    var isFirst = first.isEmpty
    var count = 0
    var leadEnd = row.count
    cutter.forEachToken(of: text) { term, word in
      if !isFirst {
        row.append(Self.space)
        words.append(Self.space)
      }
      isFirst = false
      ClusterTerm.append(term, to: &row)
      ClusterTerm.appendBeginning(of: word, to: &words)
      count += 1
      if count <= EntityTagger.leadLength { leadEnd = row.count }
    }
    row.append(contentsOf: [Self.quote, Self.comma])
    return (count, leadEnd)
  }

  private func number(_ name: String?) -> Int64 {
    guard let name, !name.isEmpty else { return 0 }
    return ClusterTerm.number(name)
  }

  /// What has no attribute of its own.
  private func record(_ article: Article, _ extractor: String?) throws(ClusterError) -> String {
    var rest = article
    rest.title = ""
    rest.body = ""
    do {
      return String(
        decoding: try encoder.encode(ClusterRecord(article: rest, extractor: extractor)),
        as: UTF8.self)
    } catch {
      throw .unmapped(reason: "\(article.key): \(error)")
    }
  }

  /// A text in pieces of at most ``partSize`` bytes, cut between characters.
  static func parts(of text: String) -> [String] {
    if text.utf8.count <= partSize { return [text] }
    var parts: [String] = []
    let utf8 = text.utf8
    var start = utf8.startIndex
    while start < utf8.endIndex {
      var end = utf8.index(start, offsetBy: partSize, limitedBy: utf8.endIndex) ?? utf8.endIndex
      while end < utf8.endIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
      parts.append(String(text[start..<end]))
      start = end
    }
    return parts
  }
}

/// What is known of an article that has no attribute of its own: an article without texts, and what made it.
struct ClusterRecord: Codable {
  var article: Article
  var extractor: String?

  private enum CodingKeys: CodingKey {
    case extractor
  }

  init(article: Article, extractor: String?) {
    self.article = article
    self.extractor = extractor
  }

  init(from decoder: any Decoder) throws {
    article = try Article(from: decoder)
    extractor = try decoder.container(keyedBy: CodingKeys.self)
      .decodeIfPresent(String.self, forKey: .extractor)
  }

  /// The article's fields and the version beside them.
  func encode(to encoder: any Encoder) throws {
    try article.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(extractor, forKey: .extractor)
  }
}
