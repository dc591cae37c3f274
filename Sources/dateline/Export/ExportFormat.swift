import ArgumentParser
import DatelineCore
import DatelineIndex

/// Notations that articles are exported in.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case jsonl, csv
  case opensearch = "opensearch-bulk"

  /// The mapping of an OpenSearch or Elasticsearch index for what ``ExportWriter`` writes.
  ///
  /// Source: "Mappings and field types" of OpenSearch's documentation.
  static let mapping = """
    {
      "mappings": {
        "properties": {
          "title": { "type": "text", "analyzer": "english" },
          "standfirst": { "type": "text", "analyzer": "english" },
          "body": { "type": "text", "analyzer": "english" },
          "published": { "type": "date", "format": "strict_date_optional_time", "ignore_malformed": true },
          "modified": { "type": "date", "format": "strict_date_optional_time", "ignore_malformed": true },
          "source": { "type": "keyword" },
          "section": { "type": "keyword" },
          "language": { "type": "keyword" },
          "authors": { "type": "keyword" },
          "entities": { "type": "keyword" },
          "url": { "type": "keyword", "ignore_above": 8191 },
          "image_url": { "type": "keyword", "index": false, "doc_values": false }
        }
      }
    }

    """
}

/// Writes articles in a notation.
struct ExportWriter {
  /// What stands before the first article.
  let header: String
  private let format: ExportFormat
  private let indexName: String

  init(_ format: ExportFormat, indexName: String) {
    self.format = format
    self.indexName = indexName
    header = format == .csv ? Self.columns.joined(separator: ",") + "\n" : ""
  }

  /// An article, with the line break behind it.
  func text(of stored: StoredArticle) -> String {
    switch format {
    case .jsonl: return JSONText.of(Line(stored, isForOthers: false)) + "\n"
    case .opensearch:
      let action = Action(index: .init(_index: indexName, _id: stored.key))
      return JSONText.of(action) + "\n" + JSONText.of(Line(stored, isForOthers: true)) + "\n"
    case .csv:
      let article = stored.article
      let values = [
        article.key, article.title, article.standfirst, article.body, article.published,
        article.modified, article.source, article.author, article.section, article.language,
        article.url, article.imageURL, "\(Self.mark)",
      ]
      return values.map { CSVText.quoted($0 ?? "") }.joined(separator: ",") + "\n"
    }
  }

  private static let columns = [
    "id", "title", "standfirst", "body", "published", "modified", "source", "authors", "section",
    "language", "url", "image_url", "dateline_export",
  ]

  /// Says to `dateline index` that the fields are those of an article, and are to stay as they are.
  private static let mark = 1

  private struct Action: Encodable {
    struct Target: Encodable {
      var _index: String
      var _id: String
    }

    var index: Target
  }

  private struct Line: Encodable {
    var id: String
    var title: String?
    var standfirst: String?
    var body: String?
    var published: String?
    var modified: String?
    var source: String?
    var authors: [String]?
    var section: String?
    var language: String?
    var url: String?
    var imageURL: String?
    var entities: [String]?
    var mark: Int?

    enum CodingKeys: String, CodingKey {
      case id, title, standfirst, body, published, modified, source, authors, section, language
      case url, entities
      case imageURL = "image_url"
      case mark = "dateline_export"
    }

    init(_ stored: StoredArticle, isForOthers: Bool) {
      let article = stored.article
      id = article.key
      title = article.title.isEmpty ? nil : article.title
      standfirst = article.standfirst
      body = article.body.isEmpty ? nil : article.body
      published = article.published
      modified = article.modified
      source = article.source
      authors = article.authors.isEmpty ? nil : article.authors
      section = article.section
      language = article.language
      url = article.url
      imageURL = article.imageURL
      entities = isForOthers ? stored.entities : nil
      mark = isForOthers ? nil : ExportWriter.mark
    }
  }
}
