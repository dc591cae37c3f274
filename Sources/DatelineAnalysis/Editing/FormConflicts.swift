import DatelineCore

/// Finds forms that two entities claim without saying that they share them (`maybe:`).
package struct FormConflicts {
  private struct Claim {
    var id: String
    var name: String
    var keyword: String
    var form: String
  }

  /// Claims by the folded tokens of the form.
  private var claims: [[String]: [Claim]] = [:]

  /// - Complexity: O(text of the gazetteer).
  package init(_ edits: GazetteerEdits) {
    for definition in edits.definitions {
      for (keyword, form) in Self.claims(of: definition) {
        claims[Tokenizer.shared.tokens(of: form), default: []].append(
          Claim(id: definition.id, name: definition.name, keyword: keyword, form: form))
      }
    }
  }

  /// What an entity shares with others, one sentence each.
  package func warnings(about definition: EntityDefinition) -> [String] {
    var warnings: [String] = []
    for (_, form) in Self.claims(of: definition) {
      for other in claims[Tokenizer.shared.tokens(of: form)] ?? []
      where other.id != definition.id {
        if let text = Self.warning(form, other) { warnings.append(text) }
      }
    }
    return warnings
  }

  /// Surnames, stand-ins and shared names claim nothing.
  private static func claims(of definition: EntityDefinition) -> [(keyword: String, form: String)] {
    [("name", definition.writtenName)]
      + ["alias", "demonym"].flatMap { keyword in
        definition.forms(keyword).map { (keyword, $0) }
      }
  }

  private static func warning(_ form: String, _ other: Claim) -> String? {
    // Two forms of different letter case never match the same words.
    if form.hasPrefix("="), other.form.hasPrefix("="), form != other.form { return nil }
    let article = other.keyword == "alias" ? "an" : "a"
    return "“\(EntityDefinition.unmarked(form))” is also \(article) \(other.keyword) of "
      + "\(other.name) (\(other.id)); an article counts it for one of them"
  }
}
