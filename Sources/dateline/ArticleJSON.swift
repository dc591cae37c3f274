import DatelineCore
import DatelineIndex
import DatelineNormalize

/// The documented JSON of an article, extracted or stored; what is not known is absent.
struct ArticleJSON: Encodable {
  private var schema: Int?
  private var id: Int64?
  private var file: String
  private var record: Int
  private var offset: Int64
  private var key: String
  private var title: String?
  private var standfirst: String?
  private var author: String?
  private var authors: [String]?
  private var published: String?
  private var modified: String?
  private var language: String?
  private var section: String?
  private var source: String?
  private var url: String?
  private var imageURL: String?
  private var entities: [String]?
  private var hints: [Article.Hint]?
  private var evidence: [String: String]?
  private var extra: String?
  private var contentHash: String?
  private var extractor: String?
  private var body: String?
  private var explain: ExplanationJSON?

  enum CodingKeys: String, CodingKey {
    case schema, id, file, record, offset, key, title, standfirst, author, authors, published
    case modified, language, section, source, url, entities, hints, evidence, extra, extractor
    case body, explain
    case imageURL = "image_url"
    case contentHash = "content_hash"
  }

  /// An extracted article, with how it was found if there is a trace.
  init(_ article: Article, trace: ExtractionTrace? = nil) {
    file = article.origin.file
    record = article.origin.record
    offset = article.origin.offset
    key = article.key
    title = article.title.isEmpty ? nil : article.title
    standfirst = article.standfirst
    authors = article.authors.isEmpty ? nil : article.authors
    published = article.published
    modified = article.modified
    language = article.language
    section = article.section
    source = article.source
    url = article.url
    imageURL = article.imageURL
    hints = article.hints.isEmpty ? nil : article.hints
    evidence = article.evidence.isEmpty ? nil : article.evidence
    extra = article.extra
    contentHash = article.contentHash
    body = article.body.isEmpty ? nil : article.body
    explain = trace.map(ExplanationJSON.init)
  }

  /// A stored article: with its row, its entities and the column of the authors. Columns that are
  /// never NULL are never absent.
  init(_ stored: StoredArticle) {
    self.init(
      Article(
        key: stored.key, title: stored.title, standfirst: stored.standfirst, body: stored.body,
        published: stored.published, modified: stored.modified, source: stored.source,
        url: stored.url, authors: stored.authors, section: stored.section,
        language: stored.language, imageURL: stored.imageURL, hints: stored.hints,
        evidence: stored.evidence, extra: stored.extra, origin: stored.origin,
        contentHash: stored.contentHash))
    schema = 1
    id = stored.id
    title = stored.title
    author = stored.author
    entities = stored.entities
    hints = stored.hints
    extractor = stored.extractor
    body = stored.body
  }
}

private struct ExplanationJSON: Encodable {
  struct Candidate: Encodable {
    var name: String
    var score: Double
    var words: Int
  }

  struct Dropped: Encodable {
    var text: String
    var reason: String
  }

  var chosen: String?
  var candidates: [Candidate]
  var dropped: [Dropped]

  init(_ trace: ExtractionTrace) {
    chosen = trace.chosen
    candidates = trace.candidates.map {
      Candidate(name: $0.name, score: $0.score, words: $0.words)
    }
    dropped = trace.dropped.map { Dropped(text: $0.text, reason: $0.reason) }
  }
}
