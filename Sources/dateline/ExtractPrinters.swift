import DatelineCore
import DatelineNormalize
import Foundation

/// The documented JSON of an extracted article; what is not known is absent.
struct ExtractedArticleJSON: Encodable {
  private var file: String
  private var record: Int
  private var offset: Int64
  private var key: String
  private var title: String?
  private var standfirst: String?
  private var authors: [String]?
  private var published: String?
  private var modified: String?
  private var language: String?
  private var section: String?
  private var source: String?
  private var url: String?
  private var imageURL: String?
  private var hints: [Article.Hint]?
  private var evidence: [String: String]?
  private var extra: String?
  private var contentHash: String?
  private var body: String?
  private var explain: ExplanationJSON?

  enum CodingKeys: String, CodingKey {
    case file, record, offset, key, title, standfirst, authors, published, modified, language
    case section, source, url, hints, evidence, extra, body, explain
    case imageURL = "image_url"
    case contentHash = "content_hash"
  }

  init(_ article: Article, trace: ExtractionTrace?) {
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

/// An extracted article for a person.
enum ExtractedArticleText {
  /// Title, fields, standfirst, text; then how it was found.
  static func of(_ article: Article, trace: ExtractionTrace?) -> String {
    var text = (article.title.isEmpty ? "(no title)" : article.title) + "\n\n"
    text += FieldList.text([
      ("published", article.published), ("modified", article.modified),
      ("source", article.source), ("author", article.author), ("section", article.section),
      ("language", article.language), ("url", article.url), ("image", article.imageURL),
      ("hints", FieldList.joined(article.hints.map(\.rawValue))),
      ("evidence", FieldList.joined(article.evidence)), ("key", article.key),
      ("origin", "\(article.origin.file), record \(article.origin.record)"),
      ("extra", article.extra),
    ])
    for part in [article.standfirst, article.body] {
      if let part, !part.isEmpty { text += "\n" + part + "\n" }
    }
    if let trace { text += "\n" + explanation(trace) }
    return Console.safe(text)
  }

  private static func explanation(_ trace: ExtractionTrace) -> String {
    var text = "    chosen: \(trace.chosen ?? "the fields of the record")\n"
    for candidate in trace.candidates {
      text += "    candidate \(candidate.name): score \(candidate.score.formatted(3)), "
      text += "\(candidate.words) words\n"
    }
    for dropped in trace.dropped {
      let line = dropped.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      text += "    dropped, \(dropped.reason): \(line)\n"
    }
    return text
  }
}

/// Fields of an article, one a line.
enum FieldList {
  /// The fields that have a value.
  static func text(_ fields: [(name: String, value: String?)]) -> String {
    var text = ""
    for case (let name, let value?) in fields {
      text += name + String(repeating: " ", count: max(1, 10 - name.count)) + value + "\n"
    }
    return text
  }

  /// Values on one line, `nil` for none.
  static func joined(_ values: [String]) -> String? {
    values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// Names with values on one line, `nil` for none.
  static func joined(_ values: [String: String]) -> String? {
    joined(values.sorted { $0.key < $1.key }.map { "\($0.key) from \($0.value)" })
  }
}

extension Double {
  /// The number with some digits behind the point.
  fileprivate func formatted(_ digits: Int) -> String {
    String(format: "%.\(digits)f", self)
  }
}
