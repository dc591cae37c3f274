package import DatelineCore

/// One entity as its line in a gazetteer's text defines it: identifier, kind, name and sections of
/// forms (see `BuiltInGazetteer` for the format).
///
/// Parsing and printing are inverse: `EntityDefinition(parsing: definition.line)` is `definition`, and
/// a parsed line prints as it was but for spaces and empty or repeated sections. Sections whose keyword
/// is not known here are kept.
package struct EntityDefinition: Sendable, Equatable {
  /// The forms under one keyword.
  package struct Section: Sendable, Equatable {
    /// What stands before the colon.
    package var keyword: String
    /// The forms as written, `=` included.
    package var forms: [String]
  }

  /// Why a line is no definition.
  package struct Malformed: Error, Equatable, CustomStringConvertible {
    /// One line for a person.
    package var description: String
  }

  /// Stable identifier: lower-case ASCII letters, digits and hyphens.
  package var id: String
  /// What the entity is.
  package var kind: Entity.Kind
  /// The name as written: with `=` where its letter case counts.
  package private(set) var writtenName: String
  /// The sections in order.
  package private(set) var sections: [Section] = []

  /// The canonical name.
  package var name: String { String(Self.unmarked(writtenName)) }

  /// The entity that is defined.
  package var entity: Entity { Entity(id: id, kind: kind, name: name) }

  /// Creates a definition without sections.
  /// - Throws: ``Malformed`` when the identifier or the name cannot be written.
  package init(id: String, kind: Entity.Kind, name: String) throws(Malformed) {
    guard !id.isEmpty, id.utf8.allSatisfy(Self.isOfIdentifier),
      id.utf8.contains(where: { $0 != 45 })
    else {
      throw Malformed(
        description: "the id “\(id)” must be lower-case letters a to z, digits and hyphens")
    }
    self.id = id
    self.kind = kind
    writtenName = try Self.checked(name)
  }

  /// Reads one line of a gazetteer.
  /// - Throws: ``Malformed``.
  package init(parsing line: some StringProtocol) throws(Malformed) {
    let parts = Substring(line).pieces(at: UInt8(ascii: "|")).map { $0.trimmingBlanks() }
    guard parts.count >= 3 else {
      throw Malformed(description: "expected: id | person, org or place | name | alias: ...")
    }
    guard let kind = Entity.Kind(rawValue: String(parts[1])) else {
      throw Malformed(
        description: "the kind “\(parts[1])” must be \(Self.kinds)")
    }
    try self.init(id: String(parts[0]), kind: kind, name: String(parts[2]))
    for part in parts.dropFirst(3) where !part.isEmpty {
      guard let colon = part.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        throw Malformed(description: "expected a section such as `alias:` before “\(part)”")
      }
      let keyword = String(part[..<colon].trimmingBlanks())
      if keyword.unicodeScalars.contains(where: \.isControl) {
        throw Malformed(description: "the section “\(keyword)” may not hold a control character")
      }
      for form in part[part.utf8.index(after: colon)...].pieces(at: UInt8(ascii: ";")) {
        let form = form.trimmingBlanks()
        if !form.isEmpty { try add(String(form), to: keyword) }
      }
    }
  }

  /// Gives the entity another canonical name, with `=` where its letter case counts. The old name
  /// becomes an alias, unless it differs in letter case and punctuation only.
  /// - Throws: ``Malformed`` when the name cannot be written.
  package mutating func rename(to name: String) throws(Malformed) {
    let old = writtenName
    writtenName = try Self.checked(name)
    remove(writtenName, from: "alias")
    if Tokenizer.shared.tokens(of: old) != Tokenizer.shared.tokens(of: name) {
      try addName(old)
    }
  }

  /// Adds a canonical name as an alias, unless it stands there with the case rule that holds for it
  /// (see `Gazetteer`).
  mutating func addName(_ name: String) throws(Malformed) {
    if !forms("alias").contains("=" + name) { try add(name, to: "alias") }
  }

  /// Whether a text is one line that begins as a definition of an entity must and has no control
  /// characters: a quick test for the many lines that are read at every start.
  package static func seemsToDefine(_ id: String, _ line: String) -> Bool {
    let parts = line[...].pieces(at: UInt8(ascii: "|"))
    return parts.count >= 3 && parts[0].trimmingBlanks() == id
      && Entity.Kind(rawValue: String(parts[1].trimmingBlanks())) != nil
      && !line[...].trimmingBlanks().unicodeScalars.contains(where: \.isControl)
  }

  /// The line that defines the entity.
  package var line: String {
    var line = "\(id) | \(kind.rawValue) | \(writtenName)"
    for section in sections {
      line += " | \(section.keyword): " + section.forms.joined(separator: "; ")
    }
    return line
  }

  /// The forms under a keyword, as written.
  package func forms(_ keyword: String) -> [String] {
    sections.first { $0.keyword == keyword }?.forms ?? []
  }

  /// Adds a form at the end of its section; does nothing when it stands there already. Only words of
  /// context may begin with `@`, which names a list of them there and would be no part of a name.
  /// - Throws: ``Malformed`` when the form cannot be written or names nothing.
  package mutating func add(_ form: String, to keyword: String) throws(Malformed) {
    let written = keyword == "with" ? form[...] : form.drop { $0 == "@" }
    let form = try Self.checked(String(written))
    if let index = sections.firstIndex(where: { $0.keyword == keyword }) {
      if !sections[index].forms.contains(form) { sections[index].forms.append(form) }
      return
    }
    let rank = Self.rank(keyword)
    let place = sections.firstIndex { Self.rank($0.keyword) > rank } ?? sections.endIndex
    sections.insert(Section(keyword: keyword, forms: [form]), at: place)
  }

  /// Takes a form out of its section, written exactly so or else in any letter case and without `=`.
  /// - Returns: whether it was there.
  @discardableResult
  package mutating func remove(_ form: String, from keyword: String) -> Bool {
    guard let section = sections.firstIndex(where: { $0.keyword == keyword }) else { return false }
    let forms = sections[section].forms
    let plain = Self.unmarked(form).lowercased()
    guard
      let index = forms.firstIndex(of: form)
        ?? forms.firstIndex(where: { Self.unmarked($0).lowercased() == plain })
    else { return false }
    sections[section].forms.remove(at: index)
    if sections[section].forms.isEmpty { sections.remove(at: section) }
    return true
  }

  /// The form without the `=` that marks letter case.
  package static func unmarked(_ form: String) -> Substring {
    form.hasPrefix("=") ? form.dropFirst().trimmingBlanks() : Substring(form)
  }

  /// The kinds for messages.
  private static let kinds = "person, org or place"

  /// Keywords of the format, in the order in which they stand.
  package static let keywords = [
    "alias", "demonym", "metonym", "surname", "maybe", "with", "not", "home", "role",
  ]

  /// Keywords of the forms that name the entity.
  package static let namingKeywords = ["alias", "demonym", "metonym", "surname", "maybe"]

  private static func rank(_ keyword: String) -> Int {
    keywords.firstIndex(of: keyword) ?? keywords.count
  }

  private static func isOfIdentifier(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static func checked(_ form: String) throws(Malformed) -> String {
    var form = String(Substring(form).trimmingBlanks())
    if form.hasPrefix("=") { form = "=" + unmarked(form) }
    if form.unicodeScalars.contains(where: { "|;".unicodeScalars.contains($0) || $0.isControl }) {
      throw Malformed(
        description: "“\(form)” may not hold a vertical bar, a semicolon or a control character")
    }
    if Tokenizer.shared.tokens(of: String(unmarked(form))).isEmpty {
      throw Malformed(description: "“\(form)” has no letter or digit; names and forms need one")
    }
    return form
  }
}

extension Unicode.Scalar {
  /// Whether of general category Cc, a line or paragraph separator, or an embedding, override or
  /// isolate of writing direction.
  fileprivate var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension Tokenizer {
  /// One for short texts; its tables are the same in all.
  static let shared = Tokenizer()
}
