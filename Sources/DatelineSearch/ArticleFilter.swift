import DatelineAnalysis
import Foundation

/// A condition on an article apart from its words.
struct ArticleFilter: Equatable {
  /// What must hold.
  enum Condition: Equatable {
    case source(String)
    case section(String)
    case language(String)
    /// Dates from the first string on and before the second, as ISO 8601 texts compare.
    case published(from: String?, before: String?)
  }

  /// A value that cannot be read.
  struct Problem: Error {
    /// A remark for people.
    var note: String
  }

  var condition: Condition
  var isNegated: Bool
  /// As it is read to people.
  var reading: String
  /// A remark for people on how it was read.
  var note: String?

  /// Reads the value of a filter as typed; a failure says why it has none.
  static func read(
    _ filter: Query.Filter, _ value: String, isNegated: Bool, now: Date
  ) throws(Problem) -> ArticleFilter {
    func period(_ text: String) throws(Problem) -> DateExpression {
      guard let period = DateExpression(text, now: now) else {
        throw Problem(note: "“\(text)” is no date such as 2016, 2016-05, 2016-05-04 or last week")
      }
      return period
    }
    let condition: Condition
    let reading: String
    var note: String?
    switch filter {
    case .source: (condition, reading) = (.source(value), "source \(value)")
    case .section: (condition, reading) = (.section(value), "section \(value)")
    case .language: (condition, reading) = (.language(value), "language \(value)")
    case .before:
      let first = try period(value).first
      (condition, reading) = (.published(from: nil, before: first), "published before \(first)")
    case .after:
      let first = try period(value).first
      (condition, reading) = (.published(from: first, before: nil), "published from \(first) on")
    case .published:
      let ends =
        value.ranges(of: "..").first.map {
          (String(value[..<$0.lowerBound]), String(value[$0.upperBound...].drop { $0 == "." }))
        } ?? DateExpression.ends(ofRange: value, now: now)
      let from = ends?.0 ?? value
      let through = ends?.1 ?? value
      var first = from.isEmpty ? nil : try period(from).first
      var last = through.isEmpty ? nil : try period(through).last
      if let start = first, let end = last, start > end {
        first = try period(through).first
        last = try period(from).last
        note = "“\(value)” ends before it begins; it is read as “\(through)..\(from)”"
      }
      condition = .published(from: first, before: last.map(DateBound.after))
      reading =
        first == last
        ? "published on \(first ?? "any day")"
        : "published" + (first.map { " from \($0)" } ?? "") + (last.map { " to \($0)" } ?? "")
    }
    return ArticleFilter(
      condition: condition, isNegated: isNegated, reading: (isNegated ? "not " : "") + reading,
      note: note)
  }

  /// How filters read: alternatives (two sources) as one, conditions one by one.
  static func readings(of filters: [ArticleFilter]) -> [String] {
    var readings: [String] = []
    var alternatives: [(kind: String, values: [String])] = []
    for filter in filters {
      guard !filter.isNegated, let (kind, value) = filter.alternative else {
        readings.append(filter.reading)
        continue
      }
      if let index = alternatives.firstIndex(where: { $0.kind == kind }) {
        alternatives[index].values.append(value)
      } else {
        alternatives.append((kind, [value]))
      }
    }
    return alternatives.map { "\($0.kind) " + $0.values.joined(separator: " or ") } + readings
  }

  /// Kind and value of a condition of which an article can meet one at a time.
  var alternative: (kind: String, value: String)? {
    switch condition {
    case .source(let name): ("source", name)
    case .section(let name): ("section", name)
    case .language(let name): ("language", name)
    case .published: nil
    }
  }
}
