import DatelineAnalysis
import DatelineIndex
import Foundation

/// Finds outlets and sections by what people call them.
struct NameFilter {
  /// Names in the file.
  let known: [String]
  private let tokenizer = Tokenizer()

  init(known: [String]) { self.known = known }

  /// The names equal to this one, letter case, accents and punctuation aside; if there is none,
  /// those that contain its words in a row.
  func names(matching name: String) -> [String] {
    let wanted = tokenizer.tokens(of: name)
    if wanted.isEmpty { return [] }
    let exact = known.filter { tokenizer.tokens(of: $0) == wanted }
    if !exact.isEmpty { return exact }
    return known.filter { tokenizer.tokens(of: $0).containsInARow(wanted) }
  }

  /// The language codes a code or an English name stands for.
  func languages(matching name: String) -> [String] {
    let wanted = name.lowercased()
    let english = Locale(identifier: "en")
    return known.filter {
      let code = $0.lowercased()
      return code == wanted || code.hasPrefix(wanted + "-")
        || english.localizedString(forLanguageCode: code)?.lowercased() == wanted
    }
  }
}

/// Evaluates filters to the rows of ``FieldLengths`` they let through.
struct RowFilter {
  let snapshot: IndexSnapshot
  let lengths: FieldLengths

  /// Rows that every condition lets through; of sources, sections and languages one of those named.
  /// - Complexity: O(articles that meet a condition) and O(rows / 64) for each kind of condition.
  func rows(_ filters: [ArticleFilter], _ notes: inout [String]) throws -> RowSet {
    var allowed = RowSet(rowCount: lengths.count, isFull: true)
    var alternatives: [String: [ArticleFilter]] = [:]
    for filter in filters {
      if !filter.isNegated, let kind = filter.alternative?.kind {
        alternatives[kind, default: []].append(filter)
      } else {
        let met = try rows(meetingOneOf: [filter], &notes)
        allowed = filter.isNegated ? allowed.subtracting(met) : allowed.intersection(met)
      }
    }
    for kind in alternatives.keys.sorted() {
      allowed = allowed.intersection(try rows(meetingOneOf: alternatives[kind] ?? [], &notes))
    }
    return allowed
  }

  private func rows(
    meetingOneOf filters: [ArticleFilter], _ notes: inout [String]
  ) throws -> RowSet {
    let rows = RowSet(rowCount: lengths.count)
    for id in try ids(filters, &notes) {
      if let row = lengths.row(of: id) { rows.insert(row) }
    }
    return rows
  }

  /// Ids of the articles that meet one of the conditions, which are of one kind.
  private func ids(_ filters: [ArticleFilter], _ notes: inout [String]) throws -> [Int64] {
    var names = Set<String>()
    var known: NameFilter?
    var column = IndexSnapshot.NameColumn.source
    for filter in filters {
      let value: String
      switch filter.condition {
      case .published(let from, let before):
        return try snapshot.ids(publishedFrom: from, before: before)
      case .source(let name): (column, value) = (.source, name)
      case .section(let name): (column, value) = (.section, name)
      case .language(let name): (column, value) = (.language, name)
      }
      // All are of one kind: its names are read once.
      let all = try known ?? NameFilter(known: try snapshot.names(in: column))
      known = all
      let matching =
        column == .language ? all.languages(matching: value) : all.names(matching: value)
      if matching.isEmpty { notes.append("no \(column.rawValue) is called “\(value)”") }
      names.formUnion(matching)
    }
    return try snapshot.ids(column, in: names.sorted())
  }
}

extension Array where Element: Equatable {
  /// Whether another array stands in this one as a contiguous run.
  fileprivate func containsInARow(_ other: [Element]) -> Bool {
    guard other.count <= count else { return false }
    return (0...(count - other.count)).contains { Array(self[$0..<($0 + other.count)]) == other }
  }
}

/// Ends of ranges of dates.
enum DateBound {
  /// The first string behind every ISO 8601 text that begins with a date or a part of one:
  /// `2016-05` becomes a bound behind all of May 2016.
  static func after(_ date: String) -> String {
    // Every longer text continues with a digit, "-", "T", ":" or " ", all before "~".
    date + "~"
  }
}
