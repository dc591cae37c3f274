/// The columns of a delimited file, from its first row.
struct DelimitedHeader {
  struct Column {
    var name: String
    var role: FieldMapping.Role
  }

  /// The columns in the file's order.
  let columns: [Column]
  /// False when the first row holds data; the columns are named column1, column2, … then.
  let isRecognised: Bool
  /// Columns with dates.
  let dateColumns: [Int]
  /// Whether its names are those of another language than English.
  let isTranslated: Bool

  /// The column that says that Dateline has written a row.
  let markColumn: Int?

  /// Reads the first row. It is a header when a cell is a usual name for the title or the text or
  /// a name that the user mapped, or when two cells are usual names of any field.
  init(names: [String], mapping: FieldMapping) {
    let isHeader = Self.isHeader(names, mapping)
    isRecognised = isHeader
    var seen: Set<String> = []
    let columns = names.enumerated().map { index, name in
      var name = isHeader ? name : ""
      if name.isEmpty { name = Self.columnName(index) }
      if !seen.insert(name).inserted { name += "_\(index + 1)" }
      return Column(name: name, role: mapping.role(of: name))
    }
    dateColumns = columns.indices.filter { index in
      guard case .field(let field, _) = columns[index].role else { return false }
      return field == .published || field == .modified
    }
    isTranslated = columns.contains { column in
      guard case .field(_, let rank) = column.role else { return false }
      return rank >= FieldNames.translatedRank
    }
    markColumn = columns.firstIndex { $0.role == .mark }
    self.columns = columns
  }

  /// Name of a column that the header does not name.
  static func columnName(_ index: Int) -> String { "column\(index + 1)" }

  /// How many of the names are known.
  static func knownCount(_ names: [String], _ mapping: FieldMapping) -> Int {
    names.count { mapping.role(of: $0) != .unknown }
  }

  private static func isHeader(_ names: [String], _ mapping: FieldMapping) -> Bool {
    var known = 0
    for name in names {
      switch mapping.role(of: name) {
      case .field(let field, let rank):
        if field.isText || rank < 0 { return true }
        known += 1
      case .dropped, .mark: known += 1
      case .unknown: break
      }
    }
    return known >= 2
  }

  /// The delimiter of the first line: of those allowed the one that gives most known names; when
  /// none gives any, the first that occurs.
  static func delimiter(
    of line: UnsafeBufferPointer<UInt8>, among delimiters: [UInt8], mapping: FieldMapping
  ) -> UInt8 {
    var best: (delimiter: UInt8, known: Int)?
    for delimiter in delimiters {
      let known = knownCount(names(of: line, delimiter: delimiter), mapping)
      if known > best?.known ?? 0 { best = (delimiter, known) }
    }
    return best?.delimiter ?? delimiters.first { line.contains($0) } ?? delimiters[0]
  }

  /// The cells of one line.
  static func names(of line: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> [String] {
    let parser = CSVRowParser(delimiter: delimiter)
    _ = parser.parse(line)
    if !parser.isRowComplete { parser.finish() }
    return (0..<parser.cellCount).map(parser.cell)
  }
}
