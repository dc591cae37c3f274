import DatelineCore

/// A user's changes to the built-in gazetteer: whole definitions by identifier, or that an entity is
/// gone.
package struct GazetteerEdits: Sendable, Equatable {
  /// What became of an entity.
  package enum Edit: Sendable, Equatable {
    /// Its line, in place of the built-in one or new.
    case defined(String)
    /// It is no entity any more.
    case removed
  }

  /// The changes by the entity's identifier.
  package var byID: [String: Edit]

  /// Creates changes.
  package init(_ byID: [String: Edit] = [:]) { self.byID = byID }

  /// Whether nothing was changed.
  package var isEmpty: Bool { byID.isEmpty }

  /// The gazetteer with the changes made.
  /// - Complexity: O(1) without changes, else O(text of the gazetteer).
  package var gazetteer: Gazetteer {
    isEmpty ? .builtIn : Gazetteer(parsing: text)
  }

  /// The text of the gazetteer with the changes made: changed entities in the place of the built-in
  /// ones, added ones behind them in order of their identifiers.
  package var text: String {
    if isEmpty { return BuiltInGazetteer.text }
    var rest = byID
    var lines: [Substring] = []
    for line in BuiltInLines.all {
      switch rest.removeValue(forKey: String(BuiltInLines.id(of: line))) {
      case nil: lines.append(line)
      case .defined(let definition): lines.append(Substring(definition))
      case .removed: continue
      }
    }
    for (_, edit) in rest.sorted(by: { $0.key < $1.key }) {
      if case .defined(let definition) = edit { lines.append(Substring(definition)) }
    }
    return lines.joined(separator: "\n")
  }

  /// The definition of an entity with the changes made; `nil` when there is none.
  package func definition(ofID id: String) -> EntityDefinition? {
    switch byID[id] {
    case .defined(let line): try? EntityDefinition(parsing: line)
    case .removed: nil
    case nil: BuiltInLines.definition(ofID: id)
    }
  }

  /// The built-in definition of an entity.
  package static func builtIn(ofID id: String) -> EntityDefinition? {
    BuiltInLines.definition(ofID: id)
  }

  /// All definitions with the changes made, in the order of the gazetteer.
  package var definitions: [EntityDefinition] {
    var rest = byID
    var result: [EntityDefinition] = []
    for line in BuiltInLines.all {
      let id = String(BuiltInLines.id(of: line))
      let edit = rest.removeValue(forKey: id)
      if edit == nil, let definition = try? EntityDefinition(parsing: line) {
        result.append(definition)
      } else if edit != nil, let definition = definition(ofID: id) {
        result.append(definition)
      }
    }
    return result + rest.keys.sorted().compactMap { definition(ofID: $0) }
  }

  /// Defines an entity; a definition equal to the built-in one is no change.
  package mutating func define(_ definition: EntityDefinition) {
    byID[definition.id] =
      Self.builtIn(ofID: definition.id) == definition ? nil : .defined(definition.line)
  }

  /// Takes an entity away.
  package mutating func remove(id: String) {
    // One that another version has built in stays removed.
    if byID[id] == .removed { return }
    byID[id] = Self.builtIn(ofID: id) == nil ? nil : .removed
  }
}

/// The lines of the built-in gazetteer.
private enum BuiltInLines {
  static let all: [Substring] = {
    let text = BuiltInGazetteer.text
    return text.utf8.split(separator: UInt8(ascii: "\n")).map { Substring($0) }
      .filter { line in line.utf8.first { $0 != 0x20 } != UInt8(ascii: "#") }
  }()

  private static let positions: [String: Int] = Dictionary(
    all.enumerated().map { (String(id(of: $1)), $0) }, uniquingKeysWith: { first, _ in first })

  static func id(of line: Substring) -> Substring {
    let end = line.utf8.firstIndex(of: UInt8(ascii: "|")) ?? line.endIndex
    return line[..<end].trimmingBlanks()
  }

  static func definition(ofID id: String) -> EntityDefinition? {
    positions[id].flatMap { try? EntityDefinition(parsing: all[$0]) }
  }
}
