import DatelineCore
import Foundation

/// The statements of one search. All text in them is compiled: terms of the analyzer and numbers.
struct ClusterStatement {
  /// What is looked for.
  struct Selection {
    /// Text of `MATCH`; empty for all articles.
    var match: String
    /// Conditions that all must hold.
    private(set) var conditions: [String] = []
    /// Expressions that are selected so that conditions can name them.
    private(set) var expressions: [String] = []

    init(match: String) { self.match = match }

    /// Adds a condition with AND and comparisons.
    mutating func addExpression(_ expression: String, isNegated: Bool) {
      let name = "x\(expressions.count)"
      expressions.append("(\(expression)) AS \(name)")
      conditions.append("\(name)=\(isNegated ? 0 : 1)")
    }

    /// Numbers in a condition; the servers take 4,096 (`max_filter_values`), but any number in an expression.
    private static let mostNumbers = 4_000

    /// Adds a condition that an attribute is one of some numbers.
    mutating func addSet(_ column: String, _ numbers: [Int64], isNegated: Bool) {
      // No article has the number -1.
      let list = SphinxLiteral.list(numbers.isEmpty ? [-1] : numbers)
      if numbers.isEmpty, isNegated { return }
      if numbers.count > Self.mostNumbers {
        return addExpression("IN(\(column),\(list.dropFirst())", isNegated: isNegated)
      }
      conditions.append("\(column) \(isNegated ? "NOT IN" : "IN") \(list)")
    }
  }

  let index: String
  var selection: Selection
  /// Whether the latest come first.
  var byDate = false
  var ranking = ClusterRanking()

  /// Whether hits are in the order of their scores.
  var isRanked: Bool { !byDate && !selection.match.isEmpty }

  private var restriction: String {
    var parts = selection.conditions
    if !selection.match.isEmpty {
      parts.insert("MATCH(\(SphinxLiteral.text(selection.match)))", at: 0)
    }
    return parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND ")
  }

  private var expressions: String {
    selection.expressions.map { ", " + $0 }.joined()
  }

  /// How many articles match.
  func count() -> ClusterSelect {
    ClusterSelect(
      text: "SELECT COUNT(*) AS c\(expressions) FROM \(index)\(restriction)",
      options: ["ranker=none"])
  }

  /// The same without the articles of another selection.
  func subtracting(_ other: ClusterStatement) -> ClusterStatement {
    var result = self
    result.selection.match = "(\(selection.match) -\(other.selection.match))"
    return result
  }

  /// Which of some articles match.
  func matching(among ids: [Int64]) -> ClusterSelect {
    var restricted = self
    restricted.selection.addSet("id", ids, isNegated: false)
    return ClusterSelect(
      text: "SELECT id\(restricted.expressions) FROM \(index)\(restricted.restriction) "
        + "LIMIT \(max(1, ids.count))",
      options: ["ranker=none", "max_matches=\(max(1, ids.count))"])
  }

  /// What of an article comes with a hit.
  enum Columns {
    /// Nothing but its number and score.
    case none
    /// Its key.
    case key
    /// What it is shown with, without its text.
    case fields
    /// The text, too.
    case text

    fileprivate var names: String {
      switch self {
      case .none: ""
      case .key: ", doc_key"
      case .fields: ", doc_key, title_s, published_s, source_name, url, entities_s"
      case .text: Columns.fields.names + ", body_s, body_s2, body_s3"
      }
    }
  }

  /// A page of hits.
  func hits(offset: Int, limit: Int, columns: Columns) -> ClusterSelect {
    // Of dates that are the same number the longer one comes first, as texts compare.
    let order = (isRanked ? "w DESC, " : "") + "published DESC, published_s DESC, id ASC"
    // Each shard sends as many to the front, with all columns.
    let options =
      ["max_matches=\(max(1, offset + limit))"] + (isRanked ? ranking.options : ["ranker=none"])
    return ClusterSelect(
      text: "SELECT id, WEIGHT() AS w\(columns.names)\(expressions) "
        + "FROM \(index)\(restriction) ORDER BY \(order) LIMIT \(offset),\(limit)",
      options: options)
  }

  /// Some articles.
  static func articles(
    _ ids: some Collection<Int64>, _ columns: Columns, of index: String
  ) -> ClusterSelect {
    ClusterSelect(
      text: "SELECT id\(columns.names) FROM \(index) WHERE id IN \(SphinxLiteral.list(ids)) "
        + "LIMIT \(ids.count)", options: ["max_matches=\(ids.count)"])
  }

  /// Mean lengths of the fields.
  static func lengths(of index: String) -> ClusterSelect {
    ClusterSelect(text: "SELECT AVG(title_length) AS t, AVG(body_length) AS b FROM \(index)")
  }

  /// The latest day up to one.
  static func latest(of index: String, today: Int) -> ClusterSelect {
    ClusterSelect(text: "SELECT MAX(days) AS d FROM \(index) WHERE days<=\(today)")
  }

  /// The first date of publication, or the last.
  static func published(_ order: DateOrder, of index: String) -> ClusterSelect {
    ClusterSelect(
      text: "SELECT published_s FROM \(index) WHERE published>0 "
        + "ORDER BY published \(order.rawValue), published_s \(order.rawValue) LIMIT 1")
  }

  /// Which date comes first.
  enum DateOrder: String {
    case earliest = "ASC"
    case latest = "DESC"
  }

  /// The names in a column, and how many articles have each.
  static func names(_ column: String, of index: String) -> ClusterSelect {
    ClusterSelect(
      text: "SELECT \(column)_name, COUNT(*) AS c FROM \(index) GROUP BY \(column) "
        + "ORDER BY c DESC LIMIT \(mostValues)", options: ["max_matches=\(mostValues)"])
  }

  /// An article in full.
  static func article(_ id: Int64, of index: String) -> ClusterSelect {
    ClusterSelect(
      text: "SELECT doc_key, title_s, body_s, body_s2, body_s3, record_s, entities_s "
        + "FROM \(index) WHERE id=\(id)")
  }

  /// Most values of a field that are counted.
  static let mostValues = 100_000

  /// Counts by the values of a field: name or number, count.
  func facet(_ field: Facet.Field) -> ClusterSelect {
    let (selected, group) =
      switch field {
      case .source: ("source_name", "source")
      case .section: ("section_name", "section")
      case .language: ("language_name", "language")
      case .entity: ("GROUPBY()", "entities")
      case .year: ("day DIV 10000 AS y", "y")
      case .month: ("day DIV 100 AS y", "y")
      }
    // The count is the last column, so that expressions stand before it.
    return ClusterSelect(
      text: "SELECT \(selected)\(expressions), COUNT(*) AS c FROM \(index)\(restriction) "
        + "GROUP BY \(group) ORDER BY c DESC LIMIT \(Self.mostValues)",
      options: ["ranker=none", "max_matches=\(Self.mostValues)"])
  }

  /// How many of the articles that match name an entity.
  func countWithEntities() -> ClusterSelect {
    var tagged = self
    tagged.selection.addExpression("LENGTH(entities)>0", isNegated: false)
    return tagged.count()
  }
}
