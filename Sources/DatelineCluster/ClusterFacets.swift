import DatelineCore

/// The statements that count the articles of a search by the values of fields.
struct ClusterFacets {
  private var places: [(field: Facet.Field, values: Int, tagged: Int?)] = []

  /// Adds them to a packet.
  init(_ fields: [Facet.Field], _ statement: ClusterStatement, _ packet: inout ClusterPacket) {
    for field in fields {
      places.append(
        (
          field, packet.add(statement.facet(field)),
          field == .entity ? packet.add(statement.countWithEntities()) : nil
        ))
    }
  }

  /// What must be said of them: values that are not counted.
  func notes(_ answer: ClusterPacket.Answer) -> [String] {
    places.filter { answer.results[$0.values].rows.count >= ClusterStatement.mostValues }.map {
      "of \($0.field.rawValue) only the \(ClusterStatement.mostValues) most frequent values are counted"
    }
  }

  /// What they gave.
  /// - Parameters:
  ///   - total: number of the articles.
  ///   - entities: names by the numbers of entities.
  func facets(
    _ answer: ClusterPacket.Answer, total: Int, limit: Int, entities: [Int64: String]
  ) -> [Facet] {
    places.map { field, place, tagged in
      var values: [Facet.Value] = []
      var without = 0
      for row in answer.results[place].rows {
        guard let count = SphinxConnection.ResultSet.count(row.last ?? nil) else { continue }
        if let name = Self.name(field, row, entities) {
          values.append(Facet.Value(name: name, count: count))
        } else if field != .entity {
          without += count
        }
      }
      if let tagged { without = max(0, total - answer.results[tagged].number) }
      values.sort { ($1.count, $0.name) < ($0.count, $1.name) }
      return Facet(
        field: field, values: Array(values.prefix(max(0, limit))),
        otherValues: max(0, values.count - max(0, limit)), withoutValue: without)
    }
  }

  private static func name(
    _ field: Facet.Field, _ row: [String?], _ entities: [Int64: String]
  ) -> String? {
    guard let first = row.first ?? nil, !first.isEmpty else { return nil }
    switch field {
    case .source, .section, .language: return first
    // Entities that only the file knew from which the articles came have no name here.
    case .entity: return Int64(first).flatMap { entities[$0] }
    case .year: return first == "0" ? nil : first
    case .month:
      return first == "0" || first.count < 6
        ? nil : first.prefix(4) + "-" + first.dropFirst(4).prefix(2)
    }
  }
}
