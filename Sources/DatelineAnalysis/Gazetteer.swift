package import DatelineCore

/// The known entities and the forms of words that name them.
///
/// Forms are kept as a trie over hashes of folded tokens, so that tagging is one hash look-up a
/// token in text where nothing matches. Two different tokens share a 64-bit hash with a probability
/// far below that of a fault of the machine; none is checked for.
package struct Gazetteer: Sendable {
  /// All entities; other types refer to them by position.
  package let entities: [Entity]
  /// Aliases worth indexing beside the canonical name, per entity, in order of the gazetteer.
  package let aliases: [[String]]
  let trie: FormTrie
  /// Hashes of the first words of all people's names.
  let firstNames: Set<UInt64>
  private let positions: [String: Int]

  /// A line that could not be read.
  package struct Problem: Sendable, Equatable {
    /// Number of the line, from 1.
    package var line: Int
    /// What is wrong.
    package var message: String
  }

  /// Lines of the text that were left out.
  package let problems: [Problem]

  /// The gazetteer in the binary.
  package static let builtIn = Gazetteer(parsing: BuiltInGazetteer.text)

  /// Reads gazetteer lines: `id | kind | Name | alias: A; B | demonym: C | metonym: D |
  /// surname: E | not: F`. Empty lines and lines that start with `#` are skipped.
  package init(parsing text: String) {
    var builder = GazetteerBuilder()
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      builder.add(line: line, number: number)
    }
    entities = builder.entities
    aliases = builder.aliases
    trie = builder.trie
    firstNames = builder.firstNames
    problems = builder.problems
    positions = builder.positions
  }

  /// Position of the entity with an identifier.
  package func position(ofID id: String) -> Int? { positions[id] }

  /// Position of the entity that a reader means by `name`: its identifier, or any of its names,
  /// in any letter case.
  /// - Parameter kind: what the entity must be; `nil` for any kind.
  package func position(named name: String, kind: Entity.Kind? = nil) -> Int? {
    func isWanted(_ position: Int) -> Bool { kind == nil || entities[position].kind == kind }
    if let position = positions[name.lowercased()], isWanted(position) { return position }
    let tokens = Tokenizer().tokens(of: name)
    guard !tokens.isEmpty else { return nil }
    var state = FormTrie.root
    for token in tokens {
      guard let next = trie.next(state, TokenSpan.hash(of: Array(token.utf8))) else { return nil }
      state = next
    }
    let ranked = trie.forms(at: state).filter { $0.entity >= 0 && isWanted(Int($0.entity)) }
      .min { $0.formClass.rawValue < $1.formClass.rawValue }
    return ranked.map { Int($0.entity) }
  }
}

/// Collects entities and forms from lines.
private struct GazetteerBuilder {
  var entities: [Entity] = []
  var aliases: [[String]] = []
  var trie = FormTrie()
  var firstNames = Set<UInt64>()
  var problems: [Gazetteer.Problem] = []
  var positions: [String: Int] = [:]
  let tokenizer = Tokenizer()

  mutating func add(line: Substring, number: Int) {
    let trimmed = line.trimmingSpaces()
    if trimmed.isEmpty || trimmed.hasPrefix("#") { return }
    let parts = trimmed.split(separator: "|").map { $0.trimmingSpaces() }
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
    let name = parts[2].hasPrefix("=") ? parts[2].dropFirst() : parts[2]
    entities.append(Entity(id: id, kind: kind, name: String(name)))
    let words = tokenizer.tokens(of: String(name))
    if kind == .person, words.count > 1, let first = words.first {
      firstNames.insert(TokenSpan.hash(of: Array(first.utf8)))
    }
    aliases.append([])
    // A name that is also an ordinary word is listed among its own aliases with its case rule.
    let sections = parts.dropFirst(3)
    let isCased = sections.contains { section in
      section.split(whereSeparator: { $0 == ":" || $0 == ";" })
        .contains { $0.trimmingSpaces() == "=\(name)" }
    }
    if !isCased { add(form: parts[2], as: .name, to: position) }
    for part in parts.dropFirst(3) {
      guard let colon = part.firstIndex(of: ":") else {
        problems.append(.init(line: number, message: "expected `alias:`, `demonym:` ..."))
        continue
      }
      let formClass: FormClass
      switch part[..<colon].trimmingSpaces() {
      case "alias": formClass = .name
      case "demonym": formClass = .demonym
      case "metonym": formClass = .metonym
      case "surname": formClass = .surname
      case "not": formClass = .negative
      default:
        problems.append(.init(line: number, message: "unknown section \(part[..<colon])"))
        continue
      }
      for form in part[part.index(after: colon)...].split(separator: ";") {
        let form = form.trimmingSpaces()
        guard !form.isEmpty else { continue }
        add(form: form, as: formClass, to: position)
        if formClass == .name, !form.hasPrefix("="), aliases[position].count < 2 {
          aliases[position].append(String(form))
        }
      }
    }
  }

  private mutating func add(form: Substring, as formClass: FormClass, to position: Int) {
    let isExact = form.hasPrefix("=")
    let text = String(isExact ? form.dropFirst() : form)
    let tokens = tokenizer.tokens(of: text)
    guard !tokens.isEmpty else { return }
    let bytes = Array(text.utf8)
    let letters = text.filter(\.isLetter)
    let isAcronym = letters.count >= 2 && letters == letters.uppercased()
    var rule = CaseRule.any
    if isExact {
      rule = isAcronym ? .acronym(bytes) : .capitalised(bytes)
    } else if formClass == .surname {
      rule = .capitalised(bytes)
    }
    if text.contains("."), isAcronym {
      // The text's slice from first to last token has no final dot.
      rule = .dotted(Array(text.hasSuffix(".") ? text.utf8.dropLast() : text.utf8[...]))
    }
    insert(tokens, position, formClass, rule)
    if isAcronym, (2...6).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isLetter }) {
      // "NATO" is also written "N.A.T.O."
      let dotted = text.map(String.init).joined(separator: ".")
      insert(
        text.lowercased().map(String.init), position, formClass, .dotted(Array(dotted.utf8)))
    }
  }

  private mutating func insert(
    _ tokens: [String], _ position: Int, _ formClass: FormClass, _ rule: CaseRule
  ) {
    var form = EntityForm(
      entity: formClass == .negative ? -1 : Int32(position), formClass: formClass, rule: rule,
      length: tokens.count)
    if entities[position].kind == .person, tokens.count == 1, formClass != .negative {
      form.isSingleName = true
      let name = tokenizer.tokens(of: entities[position].name)
      form.isFirstName = name.count > 1 && name.first == tokens.first
    }
    trie.insert(tokens.map { TokenSpan.hash(of: Array($0.utf8)) }, form)
  }
}

extension Substring {
  /// Without spaces and tabs at both ends.
  fileprivate func trimmingSpaces() -> Substring {
    var result = self
    while let first = result.first, first == " " || first == "\t" || first == "\r" {
      result.removeFirst()
    }
    while let last = result.last, last == " " || last == "\t" || last == "\r" {
      result.removeLast()
    }
    return result
  }
}
