import DatelineAnalysis
import DatelineCore
import DatelineIndex

/// The documented JSON of an entity.
struct EntityJSON: Encodable {
  /// An article that mentions it.
  struct Line: Encodable {
    var key: String
    var title: String
    var published: String?

    init(_ article: ArticleLine) {
      key = article.key
      title = article.title
      published = article.published
    }
  }

  var id: String
  var kind: String
  var name: String
  var articles: Int?
  var mentions: Int?
  var from: String
  var definition: String
  var forms: [String: [String]]?
  var builtIn: String?
  var latest: [Line]?

  enum CodingKeys: String, CodingKey {
    case id, kind, name, articles, mentions, from, definition, forms, latest
    case builtIn = "built_in"
  }

  /// - Parameter isBrief: whether to leave out what only `entities show` prints.
  init(_ row: EntityRow, isBrief: Bool) {
    let definition = row.definition
    id = definition.id
    kind = definition.kind.rawValue
    name = definition.name
    articles = row.usage?.articles
    mentions = row.usage?.mentions
    from = row.origin.rawValue
    self.definition = definition.line
    if isBrief { return }
    forms = Dictionary(
      definition.sections.map { ($0.keyword, $0.forms) }, uniquingKeysWith: { first, _ in first })
    builtIn = row.origin == .edited ? GazetteerEdits.builtIn(ofID: id)?.line : nil
  }
}

/// The documented JSON of a list of entities.
struct EntityListJSON: Encodable {
  var schema = 1
  var tagging: String
  var entities: [EntityJSON]

  init(tagging: TaggingState, entities: [EntityJSON]) {
    self.entities = entities
    self.tagging =
      switch tagging {
      case .current: "current"
      case .edited: "edited"
      case .unfinished: "unfinished"
      case .other: "other"
      }
  }
}
