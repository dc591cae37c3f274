import DatelineCore

/// Finds forms that two entities claim, of which the tagger can give an occurrence to one only.
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
    for (keyword, form) in Self.claims(of: definition) {
      for other in claims[Tokenizer.shared.tokens(of: form)] ?? []
      where other.id != definition.id {
        if let text = Self.warning(definition, keyword, form, other) { warnings.append(text) }
      }
    }
    return warnings
  }

  /// Surnames and stand-ins may be shared, so they claim nothing.
  private static func claims(of definition: EntityDefinition) -> [(keyword: String, form: String)] {
    [("name", definition.writtenName)]
      + ["alias", "demonym", "not"].flatMap { keyword in
        definition.forms(keyword).map { (keyword, $0) }
      }
  }

  private static func warning(
    _ definition: EntityDefinition, _ keyword: String, _ form: String, _ other: Claim
  ) -> String? {
    switch (keyword == "not", other.keyword == "not") {
    case (true, true), (false, true): nil
    case (true, false):
      "“\(form)” is \(other.name) (\(other.id)), so no phrase that means something else"
    case (false, false):
      // Two forms of different letter case never match the same words.
      form.hasPrefix("=") && other.form.hasPrefix("=") && form != other.form
        ? nil
        : "“\(EntityDefinition.unmarked(form))” is also a \(other.keyword) of \(other.name) "
          + "(\(other.id)); articles count it for one of them only"
    }
  }
}
