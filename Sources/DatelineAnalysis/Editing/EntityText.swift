/// Entities in the plain text that people edit and files carry: a definition a line, `id | removed`
/// for an entity that is none any more, empty lines and lines of comment that begin with `#`.
package struct EntityText: Sendable {
  /// What one line says.
  package struct Entry: Sendable, Equatable {
    /// Number of the line, from 1.
    package var line: Int
    /// Identifier of the entity.
    package var id: String
    /// Its definition; `nil` when it is removed.
    package var definition: EntityDefinition?
  }

  /// What the good lines say, in order; no two about one entity.
  package private(set) var entries: [Entry] = []
  /// Lines that say nothing, in order.
  package private(set) var problems: [Gazetteer.Problem] = []
  /// Lines of which a part means nothing to this version; the part is kept.
  package private(set) var warnings: [Gazetteer.Problem] = []

  private static let removed = "removed"

  /// Reads a text.
  package init(parsing text: String) {
    var ids = Set<String>()
    var good: [Substring] = []
    var number = 0
    let text = text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? text.dropFirst() : text[...]
    for bytes in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let line = Substring(bytes).trimmingBlanks()
      good.append("")
      if line.isEmpty || line.hasPrefix("#") { continue }
      do {
        let entry = try Self.entry(line, number)
        guard ids.insert(entry.id).inserted else {
          problems.append(.init(line: number, message: "the id \(entry.id) is used twice"))
          continue
        }
        entries.append(entry)
        if entry.definition != nil { good[number - 1] = line }
      } catch {
        problems.append(.init(line: number, message: error.description))
      }
    }
    // What the sections mean is known to the gazetteer alone.
    warnings = Gazetteer(parsing: good.joined(separator: "\n")).problems
  }

  private static func entry(
    _ line: Substring, _ number: Int
  ) throws(EntityDefinition.Malformed) -> Entry {
    let parts = line.pieces(at: UInt8(ascii: "|")).map { $0.trimmingBlanks() }
    if parts.count == 2, parts[1] == removed {
      return Entry(line: number, id: String(parts[0]), definition: nil)
    }
    let definition = try EntityDefinition(parsing: line)
    return Entry(line: number, id: definition.id, definition: definition)
  }

  /// The text of a user's changes, or of all entities that hold with them.
  package static func text(of edits: GazetteerEdits, all: Bool) -> String {
    var text = """
      # \(all ? "Entities of Dateline" : "Changes to the entities of Dateline"); \
      `dateline entities import` reads this.
      # id | person, org or place | name | alias: A; =B | demonym: C | metonym: D | surname: E
      # | maybe: F | with: G | not: H

      """
    let definitions =
      all ? edits.definitions : edits.byID.keys.sorted().compactMap { edits.editedDefinition($0) }
    for definition in definitions { text += definition.line + "\n" }
    for (id, edit) in edits.byID.sorted(by: { $0.key < $1.key }) where edit == .removed {
      text += "\(id) | \(removed)\n"
    }
    return text
  }
}

extension GazetteerEdits {
  /// The definition that was edited or added.
  fileprivate func editedDefinition(_ id: String) -> EntityDefinition? {
    byID[id] == nil ? nil : definition(ofID: id)
  }
}
