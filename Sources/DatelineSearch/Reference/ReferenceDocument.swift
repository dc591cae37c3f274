import DatelineAnalysis
import DatelineCore
import DatelineIndex

/// An article as ``ReferenceScorer`` sees it: its texts as tokens, and what is known beside them.
struct ReferenceDocument {
  /// A token in its two shapes.
  struct Token {
    /// As the index has it: folded and stemmed.
    var stem: String
    /// As it stands in the text.
    var written: [UInt8]
  }

  var id: Int64
  var title: [Token]
  var body: [Token]
  /// ``CJKTerms`` of title and body, each through the index's tokenizer.
  var titleCJK: [Token]
  var bodyCJK: [Token]
  /// Mentions in title, lead and rest of the body, by the entity's identifier: 1 for a name.
  var mentions: [String: Scorer.Occurrences]
  /// Days since 1970-01-01.
  var day: Int32?

  init(
    id: Int64, _ article: Article, tokenizer: StockTokenizer, gazetteer: Gazetteer
  ) {
    var analyzer = ArticleAnalyzer(gazetteer: gazetteer)
    let analyzed = analyzer.analyze(article)
    self.id = id
    title = Self.tokens(of: article.title, tokenizer)
    body = Self.tokens(of: analyzed.searchBody, tokenizer)
    var cjk = CJKTerms()
    titleCJK = Self.tokens(of: cjk.text(title: article.title, body: ""), tokenizer)
    bodyCJK = Self.tokens(of: cjk.text(title: "", body: analyzed.searchBody), tokenizer)
    mentions = [:]
    for mention in analyzed.tags.mentions {
      mentions[gazetteer.entities[mention.entity].id] = Scorer.Occurrences(
        title: Double(mention.title) / 10, lead: Double(mention.lead) / 10,
        rest: Double(mention.body) / 10)
    }
    day = article.published.flatMap(PublicationDays.day)
  }

  /// Tokens of the lead.
  var lead: ArraySlice<Token> { body.prefix(EntityTagger.leadLength) }

  /// Length of the body in tokens, those of CJK text included.
  var bodyLength: Double { Double(body.count + titleCJK.count + bodyCJK.count) }

  /// Length of the lead in tokens.
  var leadLength: Double { min(bodyLength, Double(EntityTagger.leadLength)) }

  private static func tokens(of text: String, _ tokenizer: StockTokenizer) -> [Token] {
    let bytes = Array(text.utf8)
    return tokenizer.tokens(in: text).map { token in
      Token(stem: token.term, written: Array(bytes[token.range]))
    }
  }
}
