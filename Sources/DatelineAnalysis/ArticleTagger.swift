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
  private let gazetteer: Gazetteer
  private var tagger: EntityTagger
  private var positions: MentionPositions

  /// Creates a tagger over a gazetteer.
  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    tagger = EntityTagger(gazetteer: gazetteer)
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
      let entity = gazetteer.entities[mention.entity]
      if !terms.isEmpty {
        terms += "\n"
        names += ","
      }
      terms += entity.name
      for alias in gazetteer.aliases[mention.entity] { terms += ", " + alias }
      terms += " " + entity.token
      Self.appendJSON(entity.name, to: &names)
    }
    names += "]"
    return EntityTags(
      terms: terms, names: names, mentions: mentions,
      positions: positions.texts(
        of: mentions, at: tagger.occurrences, title: title, body: body))
  }

  private static func appendJSON(_ text: String, to json: inout String) {
    json += "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { json += "\\" }
      json.unicodeScalars.append(scalar)
    }
    json += "\""
  }
}
