import DatelineCore
import DatelineIndex

/// Counts the articles of a match by the values of fields.
struct FacetCounter {
  let snapshot: IndexSnapshot
  let lengths: FieldLengths

  /// - Parameters:
  ///   - rows: the articles that match.
  ///   - limit: most values of each field.
  /// - Complexity: O(articles of the match) for each field, for entities O(mentions of all articles).
  func facets(
    _ fields: [Facet.Field], of rows: RowSet, limit: Int, _ memory: inout IndexMemory
  ) throws -> [Facet] {
    try fields.map { field in
      if field == .entity {
        let (names, without) = try snapshot.entityCounts(of: rows, lengths)
        return facet(field, names, without, limit)
      }
      let column = try memory.facetColumn(field, snapshot)
      let (counts, without) = column.counts(of: rows)
      let named = zip(column.names, counts).filter { $0.1 > 0 }.map { (name: $0, count: $1) }
      return facet(field, named, without, limit)
    }
  }

  private func facet(
    _ field: Facet.Field, _ counted: [(name: String, count: Int)], _ without: Int, _ limit: Int
  ) -> Facet {
    let sorted = counted.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    return Facet(
      field: field,
      values: sorted.prefix(max(0, limit)).map { Facet.Value(name: $0.name, count: $0.count) },
      otherValues: max(0, sorted.count - max(0, limit)), withoutValue: without)
  }
}
