/// A row of a result, by the names of its columns.
struct ClusterRow {
  private var values: [String?]
  private var places: [String: Int]

  /// The rows of a result.
  static func rows(of result: SphinxConnection.ResultSet) -> [ClusterRow] {
    let places = Dictionary(
      result.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return result.rows.map { ClusterRow(values: $0, places: places) }
  }

  /// The text in a column; empty where there is none.
  func text(_ column: String) -> String { places[column].flatMap { values[$0] } ?? "" }

  /// The text in a column, `nil` where it is empty.
  func optional(_ column: String) -> String? {
    let text = text(column)
    return text.isEmpty ? nil : text
  }

  /// The row with a column more.
  func adding(_ column: String, _ value: String) -> ClusterRow {
    var row = self
    row.places[column] = values.count
    row.values.append(value)
    return row
  }
}
