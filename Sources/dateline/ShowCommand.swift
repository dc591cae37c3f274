import ArgumentParser
import DatelineCore
import DatelineIndex
import Foundation

/// `dateline show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one article in full.")

  @Argument(help: "Key of the article, or its id.")
  var article: String

  @OptionGroup var database: DatabaseOptions

  @Flag(help: "Print a JSON object.")
  var json = false

  func run() throws {
    let reader = try IndexReader(path: database.file)
    guard let found = try reader.article(article) else {
      Console.error("no article has the key or id \(article)")
      throw ExitCode(1)
    }
    Console.write(json ? JSONText.of(ArticleJSON(found), pretty: true) + "\n" : text(of: found))
  }

  private func text(of article: StoredArticle) -> String {
    var text = (article.title.isEmpty ? "(no title)" : article.title) + "\n\n"
    text += FieldList.text([
      ("key", article.key), ("id", "\(article.id)"), ("published", article.published),
      ("modified", article.modified), ("source", article.source), ("author", article.author),
      ("section", article.section), ("language", article.language), ("url", article.url),
      ("image", article.imageURL), ("entities", FieldList.joined(article.entities)),
      ("hints", FieldList.joined(article.hints.map(\.rawValue))),
      ("evidence", FieldList.joined(article.evidence)),
      ("origin", "\(article.origin.file), record \(article.origin.record)"),
      ("hash", article.contentHash), ("extra", article.extra),
    ])
    return Console.safe(text + "\n" + article.body + "\n")
  }
}

/// The documented JSON of an article.
private struct ArticleJSON: Encodable {
  var schema = 1
  var id: Int64
  var key: String
  var title: String
  var standfirst: String?
  var body: String
  var published: String?
  var modified: String?
  var source: String?
  var author: String?
  /// The names in ``author``, absent when there are none.
  var authors: [String]?
  var section: String?
  var language: String?
  var url: String?
  var imageURL: String?
  var entities: [String]
  var hints: [Article.Hint]
  var evidence: [String: String]?
  var extra: String?
  var file: String
  var record: Int
  var offset: Int64
  var contentHash: String?
  var extractor: String?

  enum CodingKeys: String, CodingKey {
    case schema, id, key, title, standfirst, body, published, modified, source, author, authors
    case section, language, url, entities, hints, evidence, extra, file, record, offset, extractor
    case imageURL = "image_url"
    case contentHash = "content_hash"
  }

  init(_ article: StoredArticle) {
    id = article.id
    key = article.key
    title = article.title
    standfirst = article.standfirst
    body = article.body
    published = article.published
    modified = article.modified
    source = article.source
    author = article.author
    authors = article.author?.components(separatedBy: ", ")
    section = article.section
    language = article.language
    url = article.url
    imageURL = article.imageURL
    entities = article.entities
    hints = article.hints
    evidence = article.evidence.isEmpty ? nil : article.evidence
    extra = article.extra
    file = article.origin.file
    record = article.origin.record
    offset = article.origin.offset
    contentHash = article.contentHash
    extractor = article.extractor
  }
}
