package import DatelineCore

/// An article ready to be written: its searchable text and the entities found in it.
///
/// An object, since it is handed from queue to queue, and copies of its two dozen strings would be counted each
/// time. Invariant: the worker that makes it sets ``inversion`` before it hands the article on; afterwards nothing
/// changes.
package final class AnalyzedArticle: @unchecked Sendable {
  /// The article.
  package let article: Article
  /// Text of the body column: standfirst, blank line, body.
  package let searchBody: String
  /// Pairs of characters of CJK text, see ``CJKTerms``.
  package let cjkTerms: String
  /// The entities found in it.
  package let tags: EntityTags
  /// What has become of it in an inverted index in memory, if it has been added to one.
  package var inversion: Inversion?

  init(article: Article, searchBody: String, cjkTerms: String, tags: EntityTags) {
    self.article = article
    self.searchBody = searchBody
    self.cjkTerms = cjkTerms
    self.tags = tags
  }

  /// The place of an article in an inverted index in memory.
  package struct Inversion: Sendable {
    /// Its number among all articles of an import.
    package var ordinal: UInt32
    /// Tokens of each column of the full-text index.
    package var lengths: SIMD4<UInt32>

    /// Creates a place.
    package init(ordinal: UInt32, lengths: SIMD4<UInt32>) {
      self.ordinal = ordinal
      self.lengths = lengths
    }
  }
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

  /// Calls `body` with the bytes and tokens of an article's body and title; it must be the one analysed
  /// last.
  package func withTokens(
    of article: AnalyzedArticle,
    _ body: (
      _ bodyBytes: UnsafeBufferPointer<UInt8>, _ bodySpans: UnsafeBufferPointer<TokenSpan>,
      _ titleBytes: UnsafeBufferPointer<UInt8>, _ titleSpans: UnsafeBufferPointer<TokenSpan>
    ) -> Void
  ) {
    var text = article.searchBody
    var title = article.article.title
    text.withUTF8 { text in
      title.withUTF8 { title in
        tagger.withTokens { body(text, $1, title, $0) }
      }
    }
  }
}
