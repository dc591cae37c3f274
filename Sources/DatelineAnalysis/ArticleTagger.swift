import DatelineCore

/// The entities of an article as the index stores them.
package struct EntityTags: Sendable, Equatable {
  /// Names, first aliases and tokens of the entities, one entity a line: the column `entity_terms`.
  package var terms: String
  /// Canonical names as a JSON array, most mentioned first: the column `entities`.
  package var names: String
  /// Mentions by entity, most mentioned first.
  package var mentions: [EntityTagger.Mention]
  /// Where each of the mentions stands, see ``MentionPositions``.
  package var positions: [String]
}

/// Finds the entities of articles. Each worker has its own.
package struct ArticleTagger {
  /// What an entity adds to the columns.
  private struct Texts {
    var terms: String
    var name: String
  }

  private let gazetteer: Gazetteer
  private var tagger: EntityTagger
  /// Made when an entity is first met.
  private var texts: [Texts?]
  private var positions: MentionPositions

  /// Creates a tagger over a gazetteer.
  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    tagger = EntityTagger(gazetteer: gazetteer)
    texts = Array(repeating: nil, count: gazetteer.entities.count)
    positions = MentionPositions(entityCount: gazetteer.entities.count)
  }

  /// Tags an article.
  /// - Parameters:
  ///   - title: text of the column `title`.
  ///   - body: text of the column `body`.
  /// - Complexity: O(bytes of title and body).
  package mutating func tags(title: String, body: String) -> EntityTags {
    let mentions = tagger.mentions(title: title, body: body)
    var terms = ""
    var names = "["
    for mention in mentions {
      if !terms.isEmpty {
        terms += "\n"
        names += ","
      }
      let texts = texts(of: mention.entity)
      terms += texts.terms
      names += texts.name
    }
    names += "]"
    return EntityTags(
      terms: terms, names: names, mentions: mentions,
      positions: positions.texts(
        of: mentions, at: tagger.occurrences, title: title, body: body))
  }

  /// Calls `body` with the tokens of the title and the body that were tagged last.
  package func withTokens(
    _ body: (
      _ title: UnsafeBufferPointer<TokenSpan>, _ body: UnsafeBufferPointer<TokenSpan>
    ) -> Void
  ) {
    tagger.withTokens(body)
  }

  private mutating func texts(of position: Int) -> Texts {
    if let known = texts[position] { return known }
    let entity = gazetteer.entities[position]
    let names = [entity.name] + gazetteer.aliases[position]
    let made = Texts(
      terms: names.joined(separator: ", ") + " " + entity.token, name: Self.json(entity.name))
    texts[position] = made
    return made
  }

  /// A name as JSON; it has no control characters (``EntityDefinition``).
  private static func json(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { json += "\\" }
      json.unicodeScalars.append(scalar)
    }
    return json + "\""
  }
}
