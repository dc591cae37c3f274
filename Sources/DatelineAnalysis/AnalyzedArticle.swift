package import DatelineCore

/// An article ready to be written: its searchable text and the entities found in it.
package struct AnalyzedArticle: Sendable {
  /// The article.
  package var article: Article
  /// Text of the body column: standfirst, blank line, body.
  package var searchBody: String
  /// Pairs of characters of CJK text, see ``CJKTerms``.
  package var cjkTerms: String
  /// The entities found in it.
  package var tags: EntityTags
}

/// Turns articles into what the index stores about them. Each worker has its own.
package struct ArticleAnalyzer {
  private var tagger: ArticleTagger
  private var cjk = CJKTerms()

  /// Creates an analyzer over a gazetteer.
  package init(gazetteer: Gazetteer) {
    tagger = ArticleTagger(gazetteer: gazetteer)
  }

  /// Tags an article.
  /// - Complexity: O(bytes of title and body).
  package mutating func analyze(_ article: Article) -> AnalyzedArticle {
    var body = article.body
    if let standfirst = article.standfirst, !standfirst.isEmpty {
      body = body.isEmpty ? standfirst : standfirst + "\n\n" + body
    }
    return AnalyzedArticle(
      article: article, searchBody: body, cjkTerms: cjk.text(title: article.title, body: body),
      tags: tagger.tags(title: article.title, body: body))
  }
}
