import DatelineCore

extension EntityDefinition {
  /// What has become different, a few words each: `alias + “A”`, `not - “B”`, `name “C”`.
  package func differences(from old: EntityDefinition) -> [String] {
    var differences: [String] = []
    if kind != old.kind { differences.append("kind \(kind.rawValue)") }
    if writtenName != old.writtenName { differences.append("name “\(writtenName)”") }
    var keywords = old.sections.map(\.keyword)
    keywords += sections.map(\.keyword).filter { !keywords.contains($0) }
    for keyword in keywords {
      let before = old.forms(keyword)
      let after = forms(keyword)
      differences += before.filter { !after.contains($0) }.map { "\(keyword) - “\($0)”" }
      differences += after.filter { !before.contains($0) }.map { "\(keyword) + “\($0)”" }
    }
    return differences.isEmpty && self != old ? ["order of forms"] : differences
  }
}
