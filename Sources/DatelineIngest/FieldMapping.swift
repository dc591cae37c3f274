/// A field of a document that a record's fields are read into.
package enum DocumentField: String, Sendable, CaseIterable {
  case key, title, standfirst, body, published, url, source, byline, section, language, modified
  case imageURL = "image"
}

/// A `--map` or `--drop` argument that cannot be used.
package enum FieldMappingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Not of the form FIELD=NAME.
  case notAnAssignment(String)
  /// The part before `=` names no field of a document.
  case unknownField(String)
  /// The name of the record's field is empty.
  case emptyName(String)

  /// One line for a person.
  package var description: String {
    let fields = DocumentField.allCases.map(\.rawValue).joined(separator: ", ")
    switch self {
    case .notAnAssignment(let text):
      return "'\(text)' is not of the form FIELD=NAME, as in --map title=headline"
    case .unknownField(let name): return "'\(name)' is no field; the fields are \(fields)"
    case .emptyName(let text): return "'\(text)' names no field of the record; write FIELD=NAME"
    }
  }
}

/// Which names in a record stand for which field of a document.
///
/// Names are compared without regard to case, `_`, `-` and spaces. Of several fields of one record
/// with the same meaning the first with a value wins, in the order of the user's mappings, then of
/// ``FieldNames/standard``; the others are kept in `extra`.
package struct FieldMapping: Sendable, Equatable {
  /// What is done with a field of a record.
  enum Role: Sendable, Equatable {
    /// Read into the field unless one of a lower rank has a value.
    case field(DocumentField, rank: Int)
    /// Left out altogether.
    case dropped
    /// Says that Dateline has written the record, see ``FieldNames/exportMark``.
    case mark
    /// Kept in `extra`.
    case unknown
  }

  private var roles: [String: Role] = FieldNames.roles
  private var droppedFields: Set<DocumentField> = []
  private var mappingCount = 0

  /// The usual names.
  package init() {}

  /// The usual names, the assignments of `maps` (`body=articleText`), which come before them, and
  /// without the fields `drops`.
  package init(maps: [String], drops: [String] = []) throws(FieldMappingError) {
    for assignment in maps {
      guard let equals = assignment.firstIndex(of: "=") else {
        throw .notAnAssignment(assignment)
      }
      let fieldName = assignment[..<equals].lowercased()
      guard let field = DocumentField(rawValue: fieldName) else {
        throw .unknownField(String(assignment[..<equals]))
      }
      let name = String(assignment[assignment.index(after: equals)...])
      if Self.normalized(name).isEmpty { throw .emptyName(assignment) }
      map(name, to: field)
    }
    for name in drops {
      if Self.normalized(name).isEmpty { throw .emptyName(name) }
      drop(name)
    }
  }

  /// Reads the record's field `name` into `field`, before the usual names and after earlier
  /// mappings to the same field.
  package mutating func map(_ name: String, to field: DocumentField) {
    roles[Self.normalized(name)] = .field(field, rank: mappingCount - Self.userRanks)
    mappingCount += 1
  }

  /// Leaves a field out: of the document and of `extra` alike. `name` is a field of a document
  /// (`title`: whatever the record calls it), else the name of a record's field.
  package mutating func drop(_ name: String) {
    if let field = DocumentField(rawValue: name.lowercased()) {
      droppedFields.insert(field)
    } else {
      roles[Self.normalized(name)] = .dropped
    }
  }

  /// Whether a field of documents is left out.
  func drops(_ field: DocumentField) -> Bool { droppedFields.contains(field) }

  /// What is done with the record's field `name`.
  func role(of name: String) -> Role {
    switch roles[Self.normalized(name)] {
    case .field(let field, let rank):
      return droppedFields.contains(field) ? .dropped : .field(field, rank: rank)
    case .dropped: return .dropped
    case .mark: return .mark
    case .unknown, nil: return .unknown
    }
  }

  /// Whether a field is what its name says only where its value is no list and no object: `data` is a date
  /// in Italian, Portuguese and Polish, and holds the records in English.
  func mayBeContainer(_ name: String) -> Bool {
    switch role(of: name) {
    case .unknown: true
    case .field(.published, let rank): rank >= FieldNames.translatedRank
    default: false
    }
  }

  /// A name as it is compared.
  static func normalized(_ name: String) -> String {
    var result = name.lowercased()
    result.removeAll { $0 == "_" || $0 == "-" || $0 == " " }
    return result
  }

  /// Ranks below those of the usual names.
  private static let userRanks = 1 << 20
}
