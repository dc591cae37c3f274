import DatelineCore

/// Collects entities and forms from lines.
struct GazetteerBuilder {
  var entities: [Entity] = []
  var aliases: [[String]] = []
  var trie = FormTrieBuilder()
  var cues = CueTable.builtIn
  var problems: [Gazetteer.Problem] = []
  var positions: [String: Int] = [:]
  private let tokenizer = Tokenizer()
  private var roles: [EntityRole] = []
  /// For each entity the identifier of the country it belongs to.
  private var homeIDs: [String?] = []
  /// The fields of the line under way.
  private var parts: [Bytes] = []
  private var tokens = TokenPath()
  private var smallWord = TokenPath()
  /// The name of the entity under way.
  private var name = TokenPath()
  private static let notGiven = Set(
    Tokenizer().tokens(of: CueWords.notGiven).map { TokenHash.hash(of: $0) })

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

  /// Makes room for the entities of so many lines.
  mutating func reserve(lines: Int) {
    positions.reserveCapacity(lines)
    entities.reserveCapacity(lines)
    aliases.reserveCapacity(lines)
    roles.reserveCapacity(lines)
    homeIDs.reserveCapacity(lines)
    // Nearly six edges a line are usual.
    trie.reserve(edges: 6 * lines)
  }

  /// Adds the entity of a line.
  /// - Complexity: O(bytes).
  mutating func add(line: Bytes, number: Int) {
    let trimmed = line.trimmingBlanks()
    if trimmed.isEmpty || trimmed[0] == UInt8(ascii: "#") { return }
    parts.removeAll(keepingCapacity: true)
    trimmed.forEachPiece(at: UInt8(ascii: "|")) { parts.append($0.trimmingBlanks()) }
    guard parts.count >= 3, let kind = Self.kind(parts[1]) else {
      problems.append(.init(line: number, message: "expected: id | person, org or place | name"))
      return
    }
    let id = parts[0].string
    guard positions[id] == nil else {
      problems.append(.init(line: number, message: "the id \(id) is used twice"))
      return
    }
    let position = entities.count
    positions[id] = position
    let exactName = Self.exactForm(parts[2])
    let nameBytes = exactName ?? parts[2]
    entities.append(Entity(id: id, kind: kind, name: nameBytes.string))
    name.fill(from: nameBytes, tokenizer)
    if kind == .person, name.count > 1, name.firstLength > 1, !Self.notGiven.contains(name[0]) {
      cues.insert(name[0], .given)
    }
    aliases.append([])
    roles.append(role(number))
    homeIDs.append(parts[3...].first { $0.starts(with: "home:") }.map { Self.value($0, 5) })
    // A name that is also an ordinary word is listed among its own aliases with its case rule.
    if !isListed(exact: nameBytes) { add(form: parts[2], as: .name, to: position) }
    for index in 3..<parts.count { add(section: parts[index], to: position, number) }
  }

  private static func kind(_ bytes: Bytes) -> Entity.Kind? {
    if bytes.equals("person") { return .person }
    if bytes.equals("org") { return .organisation }
    return bytes.equals("place") ? .place : nil
  }

  /// What stands behind the mark of exact forms; `nil` without one.
  private static func exactForm(_ form: Bytes) -> Bytes? {
    guard form.first == UInt8(ascii: "=") else { return nil }
    return form.part(1..<form.count).trimmingBlanks()
  }

  /// What stands behind a keyword.
  private static func value(_ section: Bytes, _ keyword: Int) -> String {
    section.part(keyword..<section.count).trimmingBlanks().string
  }

  /// Whether a name is among the forms of the line as one with a case rule.
  private func isListed(exact name: Bytes) -> Bool {
    for section in parts[3...] where section.contains(UInt8(ascii: "=")) {
      var isListed = false
      section.forEachPiece(at: UInt8(ascii: ":")) { part in
        part.forEachPiece(at: UInt8(ascii: ";")) { piece in
          let form = piece.trimmingBlanks()
          guard form.first == UInt8(ascii: "=") else { return }
          if form.part(1..<form.count).equals(name) { isListed = true }
        }
      }
      if isListed { return true }
    }
    return false
  }

  private mutating func add(section: Bytes, to position: Int, _ number: Int) {
    guard let colon = section.firstIndex(of: UInt8(ascii: ":")) else {
      problems.append(.init(line: number, message: "expected `alias:`, `demonym:` ..."))
      return
    }
    let formClass: FormClass
    let keyword = section.part(0..<colon).trimmingBlanks()
    if keyword.equals("alias") {
      formClass = .name
    } else if keyword.equals("demonym") {
      formClass = .demonym
    } else if keyword.equals("metonym") {
      formClass = .metonym
    } else if keyword.equals("surname") {
      formClass = .surname
    } else if keyword.equals("maybe") {
      formClass = .maybe
    } else if keyword.equals("with") {
      formClass = .context
    } else if keyword.equals("not") {
      formClass = .negative
    } else if keyword.equals("role") || keyword.equals("home") {
      return
    } else {
      problems.append(
        .init(line: number, message: "unknown section \(section.part(0..<colon).string)"))
      return
    }
    section.part(colon + 1..<section.count).forEachPiece(at: UInt8(ascii: ";")) { piece in
      let form = piece.trimmingBlanks()
      guard let first = form.first else { return }
      if formClass == .context, first == UInt8(ascii: "@") {
        add(topic: form.part(1..<form.count).string, to: position, number)
        return
      }
      add(form: form, as: formClass, to: position)
      if formClass == .name, first != UInt8(ascii: "="), aliases[position].count < 2 {
        aliases[position].append(form.string)
      }
    }
  }

  /// Roles of the entity under way.
  private mutating func role(_ number: Int) -> EntityRole {
    var role: EntityRole = []
    for section in parts[3...] where section.starts(with: "role:") {
      section.part(5..<section.count).forEachPiece(at: UInt8(ascii: ";")) { piece in
        let name = piece.trimmingBlanks()
        if name.equals("agency") {
          role.insert(.agency)
        } else if name.equals("country") {
          role.insert(.country)
        } else {
          problems.append(
            .init(line: number, message: "role: agency or country, not \(name.string)"))
        }
      }
    }
    return role
  }

  /// Adds the words of a subject (`@soccer`).
  private mutating func add(topic: String, to position: Int, _ number: Int) {
    guard let words = CueWords.topics[topic] else {
      problems.append(.init(line: number, message: "unknown subject @\(topic)"))
      return
    }
    for word in words {
      var word = word
      word.withUTF8 { add(form: $0, as: .context, to: position) }
    }
  }

  private mutating func add(form: Bytes, as formClass: FormClass, to position: Int) {
    let exact = Self.exactForm(form)
    let text = exact ?? form
    tokens.fill(from: text, tokenizer)
    if tokens.count == 0 { return }
    var spelling = text
    let isAcronym = text.isInCapitals
    let hasDot = text.contains(UInt8(ascii: "."))
    var rule = CaseRule.any
    if exact != nil {
      rule = isAcronym ? .acronym : .capitalised
    } else if formClass == .surname {
      rule = .capitalised
    }
    if hasDot, isAcronym {
      // The text's slice from first to last token has no final dot.
      rule = .dotted
      if spelling.last == UInt8(ascii: ".") { spelling = spelling.part(0..<spelling.count - 1) }
    }
    if rule == .any, hasDot, tokens.firstLength == 1 {
      // "S. Africa" is not a part of "Japan's Africa policy".
      rule = .capitalised
    }
    insert(position, formClass, rule, spelling)
    if isAcronym, (2...6).contains(text.count), text.allSatisfy({ 0x41...0x5A ~= $0 }) {
      // "NATO" is also written "N.A.T.O."
      let dotted = Array(text.map { [$0] }.joined(separator: [UInt8(ascii: ".")]))
      dotted.withUnsafeBufferPointer {
        tokens.fill(from: $0, tokenizer)
        insert(position, formClass, .dotted, $0)
      }
    }
  }

  /// Tokens of the words at the end that begin with a small letter, where others stand before them.
  private mutating func smallTokens(_ text: Bytes) -> UInt8 {
    var count = 0
    var end = text.count
    while true {
      while end > 0, text[end - 1] == 0x20 { end -= 1 }
      // All words are small, or there is none.
      if end == 0 { return 0 }
      let start = text[..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
      let word = text.part(start..<end)
      guard Self.beginsSmall(word) else { return UInt8(clamping: count) }
      smallWord.fill(from: word, tokenizer)
      count += smallWord.count
      end = start
    }
  }

  private static func beginsSmall(_ word: Bytes) -> Bool {
    word[0] < 0x80 ? 0x61...0x7A ~= word[0] : word.string.first?.isLowercase == true
  }

  /// Inserts a form with the path of ``tokens``.
  private mutating func insert(
    _ position: Int, _ formClass: FormClass, _ rule: CaseRule, _ spelling: Bytes
  ) {
    var form = EntityForm(
      entity: Int32(position), formClass: formClass, rule: rule,
      length: UInt16(clamping: tokens.count))
    form.kind = entities[position].kind
    form.role = roles[position]
    form.needsCapitals =
      rule == .any && formClass.tenths > 0
      && spelling.contains { 0x41...0x5A ~= $0 || $0 >= 0x80 }
    if formClass == .name { form.smallTokens = smallTokens(spelling) }
    if form.kind == .person { form.initial = entities[position].name.utf8.first ?? 0 }
    if form.kind == .person, tokens.count == 1, formClass != .negative, formClass != .context {
      form.isSingleName = true
      form.isFirstName = name.count > 1 && name[0] == tokens[0]
    }
    trie.insert(tokens.hashes, form, spelling: spelling)
  }
}
