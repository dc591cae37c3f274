package import DatelineCore

/// An article ready to be written: its searchable text and the entities found in it.
package struct AnalyzedArticle: Sendable {
  /// The article.
  package var article: Article
  /// Text of the body column: standfirst, blank line, body.
  package var searchBody: String
  /// Names, first aliases and tokens of the entities, one entity a line.
  package var entityTerms: String
  /// Pairs of characters of CJK text, see ``CJKTerms``.
  package var cjkTerms: String
  /// Canonical names as a JSON array, most mentioned first.
  package var entitiesJSON: String
  /// Mentions by entity, most mentioned first.
  package var mentions: [EntityTagger.Mention]
}

/// Turns articles into what the index stores about them. Each worker has its own.
package struct ArticleAnalyzer {
  private let gazetteer: Gazetteer
  private var tagger: EntityTagger
  private var cjk = CJKTerms()

  /// Creates an analyzer over a gazetteer.
  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    tagger = EntityTagger(gazetteer: gazetteer)
  }

  /// Tags an article.
  /// - Complexity: O(bytes of title and body).
  package mutating func analyze(_ article: Article) -> AnalyzedArticle {
    var body = article.body
    if let standfirst = article.standfirst, !standfirst.isEmpty {
      body = body.isEmpty ? standfirst : standfirst + "\n\n" + body
    }
    let mentions = tagger.mentions(title: article.title, body: body)
    var terms = ""
    var json = "["
    for mention in mentions {
      let entity = gazetteer.entities[mention.entity]
      if !terms.isEmpty {
        terms += "\n"
        json += ","
      }
      terms += entity.name
      for alias in gazetteer.aliases[mention.entity] { terms += ", " + alias }
      terms += " " + entity.token
      appendJSON(entity.name, to: &json)
    }
    json += "]"
    return AnalyzedArticle(
      article: article, searchBody: body, entityTerms: terms,
      cjkTerms: cjk.text(title: article.title, body: body), entitiesJSON: json, mentions: mentions)
  }

  private func appendJSON(_ text: String, to json: inout String) {
    json += "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { json += "\\" }
      json.unicodeScalars.append(scalar)
    }
    json += "\""
  }
}
