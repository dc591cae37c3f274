package import DatelineCore

extension EntityDefinition {
  /// Takes over all names and forms of another entity: its name and aliases become aliases, the other
  /// forms go to the sections they came from.
  package mutating func absorb(_ other: EntityDefinition) {
    // The forms were checked when the other definition was made.
    for section in other.sections {
      // What an entity is, as opposed to how it is called, it is once.
      if ["home", "role"].contains(section.keyword), !forms(section.keyword).isEmpty { continue }
      for form in section.forms { try? add(form, to: section.keyword) }
    }
    try? addName(other.writtenName)
    remove(exactly: writtenName, from: "alias")
  }

  private mutating func remove(exactly form: String, from keyword: String) {
    if form.hasPrefix("=") { return }
    if forms(keyword).contains(form) { remove(form, from: keyword) }
  }

  /// An identifier made of a name: its folded words joined by hyphens, `entity-` and a digest where the
  /// name has no ASCII letter or digit.
  package static func identifier(for name: String) -> String {
    let words = Tokenizer.shared.tokens(of: String(unmarked(name)))
      .map { String(decoding: $0.utf8.filter(isOfWord), as: UTF8.self) }.filter { !$0.isEmpty }
    if !words.isEmpty { return words.joined(separator: "-") }
    return "entity-"
      + Array(name.utf8).withUnsafeBufferPointer { ContentHash.text($0) }.prefix(8)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// The identifier, or the first of `id-kind`, `id-2`, `id-3`... that no entity has.
  ///
  /// Identifiers that differ in hyphens only count as equal: entities are indexed by a token without
  /// them (``Entity/token``).
  package static func free(_ id: String, kind: Entity.Kind, among taken: Set<String>) -> String {
    func isFree(_ id: String) -> Bool {
      !taken.contains(Entity(id: id, kind: kind, name: "").token)
    }
    if isFree(id) { return id }
    let withKind = "\(id)-\(kind.rawValue)"
    if isFree(withKind) { return withKind }
    var number = 2
    while !isFree("\(id)-\(number)") { number += 1 }
    return "\(id)-\(number)"
  }
}
