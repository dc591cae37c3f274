package import DatelineCore
import GRDB

/// The value of a field in every article, in memory: what counting by it needs for each match.
package struct FacetColumn: Sendable {
  /// The different values, ascending.
  package private(set) var names: [String] = []
  /// Number of the value of each article, in the rows of ``FieldLengths``; -1 where there is none.
  package private(set) var ordinals: [Int32]

  init(count: Int) { ordinals = Array(repeating: -1, count: count) }

  /// Adds an article; equal values come one after the other.
  mutating func add(_ name: UnsafeBufferPointer<UInt8>, row: Int) {
    if name.isEmpty { return }
    if names.last.map({ !$0.utf8.elementsEqual(name) }) ?? true {
      names.append(String(decoding: name, as: UTF8.self))
    }
    ordinals[row] = Int32(truncatingIfNeeded: names.count - 1)
  }

  /// Articles of a set by their value.
  /// - Complexity: O(articles of the set).
  package func counts(of rows: RowSet) -> (byName: [Int], withoutValue: Int) {
    var counts = Array(repeating: 0, count: names.count)
    var without = 0
    // Invariant: rows of the set are rows of the same table of lengths as `ordinals`, and these numbers are below
    // `names.count`.
    counts.withUnsafeMutableBufferPointer { counts in
      ordinals.withUnsafeBufferPointer { ordinals in
        rows.forEachRow { row in
          let ordinal = Int(ordinals[row])
          if ordinal >= 0 { counts[ordinal] += 1 } else { without += 1 }
        }
      }
    }
    return (counts, without)
  }
}

extension IndexSnapshot {
  /// The values of a field other than entities, in the rows of `lengths`.
  /// - Complexity: O(articles): the field's index is read.
  package func facetColumn(_ field: Facet.Field, _ lengths: FieldLengths) throws -> FacetColumn {
    let name: String
    var most = Int.max
    switch field {
    case .source: name = "source"
    case .section: name = "section"
    case .language: name = "language"
    case .year: (name, most) = ("published", 4)
    case .month: (name, most) = ("published", 7)
    case .entity: return FacetColumn(count: lengths.count)
    }
    var column = FacetColumn(count: lengths.count)
    let select = try PreparedStatement(
      db, sql: "SELECT id, \(name) FROM articles WHERE \(name) IS NOT NULL ORDER BY \(name)")
    try select.forEachRow { row in
      guard let place = lengths.row(of: row.integer(0)) else { return }
      let bytes = row.bytes(1).bindMemory(to: UInt8.self)
      column.add(UnsafeBufferPointer(rebasing: bytes.prefix(most)), row: place)
    }
    return column
  }

  /// Articles of a set by the entities that they mention, and those that mention none.
  /// - Complexity: O(mentions of all articles).
  package func entityCounts(
    of rows: RowSet, _ lengths: FieldLengths
  ) throws -> (names: [(name: String, count: Int)], withoutValue: Int) {
    var counts: [(Int64, Int)] = []
    let rest = RowSet(rowCount: lengths.count).union(rows)
    let select = try PreparedStatement(
      db, sql: "SELECT entity_id, article_id FROM mentions ORDER BY entity_id, article_id")
    try select.forEachRow { mention in
      guard let row = lengths.row(of: mention.integer(1)), rows.contains(row) else { return }
      let entity = mention.integer(0)
      if counts.last?.0 != entity { counts.append((entity, 0)) }
      counts[counts.count - 1].1 += 1
      rest.remove(row)
    }
    let find = try PreparedStatement(db, sql: "SELECT name FROM entities WHERE id = ?")
    let names = try counts.compactMap { entity, count -> (name: String, count: Int)? in
      find.bind(1, entity)
      return try find.first { (String(decoding: $0.bytes(0), as: UTF8.self), count) }
    }
    return (names, rest.count)
  }
}
