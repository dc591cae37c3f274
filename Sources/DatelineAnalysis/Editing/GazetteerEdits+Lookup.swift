package import DatelineCore

extension GazetteerEdits {
  /// Where the definition of an entity comes from.
  package enum Origin: String, Sendable, Codable {
    case builtIn = "built-in"
    case edited
    case added
    case removed
  }

  /// Where the definition of an entity comes from; that of an unknown one is said to be added.
  package func origin(ofID id: String) -> Origin {
    switch byID[id] {
    case nil: Self.builtIn(ofID: id) == nil ? .added : .builtIn
    case .removed: .removed
    case .defined: Self.builtIn(ofID: id) == nil ? .added : .edited
    }
  }

  /// Entities with this identifier; failing that, those with this name; failing that, those with this
  /// alias: in any letter case.
  package func entities(called name: String) -> [EntityDefinition] {
    let id = name.lowercased()
    if let definition = definition(ofID: id) { return [definition] }
    let tokens = Tokenizer.shared.tokens(of: name)
    if tokens.isEmpty { return [] }
    func isName(_ form: String) -> Bool { Tokenizer.shared.tokens(of: form) == tokens }
    let all = definitions
    let named = all.filter { isName($0.name) }
    return named.isEmpty ? all.filter { $0.forms("alias").contains(where: isName) } : named
  }

  /// Tokens of all entities that hold (``Entity/token``), which must differ.
  package var tokens: Set<String> { Set(definitions.map(\.entity.token)) }

  /// The entity with the same token as a definition, if there is another one.
  package func rival(of definition: EntityDefinition) -> Entity? {
    definitions.map(\.entity)
      .first { $0.token == definition.entity.token && $0.id != definition.id }
  }
}
