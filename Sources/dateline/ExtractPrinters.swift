import DatelineCore
import DatelineNormalize
import Foundation

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
