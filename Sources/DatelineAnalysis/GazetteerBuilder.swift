import DatelineCore

/// Collects entities and forms from lines.
struct GazetteerBuilder {
  var entities: [Entity] = []
  var aliases: [[String]] = []
  var trie = FormTrieBuilder()
  var cues = CueTable.builtIn
  var problems: [Gazetteer.Problem] = []
  var positions: [String: Int] = [:]
  let tokenizer = Tokenizer()
  private var roles: [EntityRole] = []
  /// For each entity the identifier of the country it belongs to.
  private var homeIDs: [String?] = []
  private static let notGiven = Set(Tokenizer().tokens(of: CueWords.notGiven))

  /// For each entity whether it is a country.
  var countries: [Bool] { roles.map { $0.contains(.country) } }

  /// For each entity the position of the country it belongs to, or -1: also where no line defines
  /// the country.
  var homes: [Int32] { homeIDs.map { $0.flatMap { positions[$0] }.map { Int32($0) } ?? -1 } }

  init() {
    for words in CueWords.credits {
      trie.insert(
        tokenizer.tokens(of: words).map { TokenHash.hash(of: $0) },
        EntityForm(entity: -1, formClass: .credit, rule: .any, length: 2), spelling: [])
    }
  }

  mutating func add(line: Substring, number: Int) {
    let trimmed = line.trimmingBlanks()
    if trimmed.isEmpty || trimmed.hasPrefix("#") { return }
    let parts = trimmed.pieces(at: UInt8(ascii: "|")).map { $0.trimmingBlanks() }
    guard parts.count >= 3, let kind = Entity.Kind(rawValue: String(parts[1])) else {
      problems.append(.init(line: number, message: "expected: id | person, org or place | name"))
      return
    }
    let id = String(parts[0])
    guard positions[id] == nil else {
      problems.append(.init(line: number, message: "the id \(id) is used twice"))
      return
    }
    let position = entities.count
    positions[id] = position
    let name = parts[2].hasPrefix("=") ? parts[2].dropFirst().trimmingBlanks() : parts[2]
    entities.append(Entity(id: id, kind: kind, name: String(name)))
    let words = tokenizer.tokens(of: String(name))
    if kind == .person, words.count > 1, let first = words.first,
      first.utf8.count > 1, !Self.notGiven.contains(first)
    {
      cues.insert(TokenHash.hash(of: first), .given)
    }
    aliases.append([])
    // A name that is also an ordinary word is listed among its own aliases with its case rule.
    let sections = parts.dropFirst(3)
    let cased = "=" + name
    let isCased = sections.contains { section in
      section.utf8.contains(UInt8(ascii: "="))
        && section.utf8.split(whereSeparator: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ";") }
        )
        .contains { Substring($0).trimmingBlanks() == cased }
    }
    roles.append(role(of: sections, number))
    homeIDs.append(home(of: sections))
    if !isCased { add(form: parts[2], as: .name, to: position) }
    for part in parts.dropFirst(3) {
      guard let colon = part.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        problems.append(.init(line: number, message: "expected `alias:`, `demonym:` ..."))
        continue
      }
      let formClass: FormClass
      switch part[..<colon].trimmingBlanks() {
      case "alias": formClass = .name
      case "demonym": formClass = .demonym
      case "metonym": formClass = .metonym
      case "surname": formClass = .surname
      case "maybe": formClass = .maybe
      case "with": formClass = .context
      case "not": formClass = .negative
      case "role", "home": continue
      default:
        problems.append(.init(line: number, message: "unknown section \(part[..<colon])"))
        continue
      }
      for form in part[part.utf8.index(after: colon)...].pieces(at: UInt8(ascii: ";")) {
        let form = form.trimmingBlanks()
        guard !form.isEmpty else { continue }
        if formClass == .context, form.hasPrefix("@") {
          add(topic: form.dropFirst(), to: position, number)
          continue
        }
        add(form: form, as: formClass, to: position)
        if formClass == .name, !form.hasPrefix("="), aliases[position].count < 2 {
          aliases[position].append(String(form))
        }
      }
    }
  }

  /// Roles of an entity.
  private mutating func role(of sections: ArraySlice<Substring>, _ number: Int) -> EntityRole {
    var role: EntityRole = []
    for section in sections where section.hasPrefix("role:") {
      for name in section.dropFirst(5).pieces(at: UInt8(ascii: ";")) {
        let name = name.trimmingBlanks()
        switch name {
        case "agency": role.insert(.agency)
        case "country": role.insert(.country)
        default:
          problems.append(.init(line: number, message: "role: agency or country, not \(name)"))
        }
      }
    }
    return role
  }

  /// Identifier of the country an entity belongs to.
  private func home(of sections: ArraySlice<Substring>) -> String? {
    sections.first { $0.hasPrefix("home:") }.map { String($0.dropFirst(5).trimmingBlanks()) }
  }

  /// Adds the words of a subject (`@soccer`).
  private mutating func add(topic: Substring, to position: Int, _ number: Int) {
    guard let words = CueWords.topics[String(topic)] else {
      problems.append(.init(line: number, message: "unknown subject @\(topic)"))
      return
    }
    for word in words { add(form: word, as: .context, to: position) }
  }

  private mutating func add(form: Substring, as formClass: FormClass, to position: Int) {
    let isExact = form.hasPrefix("=")
    let text = String(isExact ? form.dropFirst().trimmingBlanks() : form)
    let tokens = tokenizer.tokens(of: text)
    guard !tokens.isEmpty else { return }
    var spelling = Substring(text)
    let isAcronym = text.isInCapitals
    let hasDot = text.utf8.contains(UInt8(ascii: "."))
    var rule = CaseRule.any
    if isExact {
      rule = isAcronym ? .acronym : .capitalised
    } else if formClass == .surname {
      rule = .capitalised
    }
    if hasDot, isAcronym {
      // The text's slice from first to last token has no final dot.
      rule = .dotted
      if spelling.hasSuffix(".") { spelling = spelling.dropLast() }
    }
    if rule == .any, hasDot, tokens[0].utf8.count == 1 {
      // "S. Africa" is not a part of "Japan's Africa policy".
      rule = .capitalised
    }
    insert(tokens, position, formClass, rule, spelling)
    if isAcronym, (2...6).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isLetter }) {
      // "NATO" is also written "N.A.T.O."
      let dotted = text.map(String.init).joined(separator: ".")
      insert(
        text.lowercased().map(String.init), position, formClass, .dotted, Substring(dotted))
    }
  }

  /// Tokens of the words at the end that begin with a small letter, where others stand before them.
  private func smallTokens(_ text: String) -> UInt8 {
    let words = text.split(separator: " ")
    let small = words.reversed().prefix { $0.first?.isLowercase == true }
    guard !small.isEmpty, small.count < words.count else { return 0 }
    return UInt8(clamping: small.reduce(0) { $0 + tokenizer.tokens(of: String($1)).count })
  }

  private mutating func insert(
    _ tokens: [String], _ position: Int, _ formClass: FormClass, _ rule: CaseRule,
    _ spelling: Substring
  ) {
    var form = EntityForm(
      entity: Int32(position), formClass: formClass, rule: rule,
      length: UInt16(clamping: tokens.count))
    form.kind = entities[position].kind
    form.role = roles[position]
    form.needsCapitals =
      rule == .any && formClass.tenths > 0
      && spelling.utf8.contains { 0x41...0x5A ~= $0 || $0 >= 0x80 }
    if formClass == .name { form.smallTokens = smallTokens(String(spelling)) }
    if form.kind == .person { form.initial = entities[position].name.utf8.first ?? 0 }
    if entities[position].kind == .person, tokens.count == 1, formClass != .negative,
      formClass != .context
    {
      form.isSingleName = true
      let name = tokenizer.tokens(of: entities[position].name)
      form.isFirstName = name.count > 1 && name.first == tokens.first
    }
    trie.insert(tokens.map { TokenHash.hash(of: $0) }, form, spelling: spelling.utf8)
  }
}
