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
  /// What ordinary words say about names beside them, first names of all people included.
  let cues: CueTable
  /// For each entity whether it is a country.
  let countries: [Bool]
  /// For each entity the position of the country it belongs to, or -1.
  let homes: [Int32]
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
  /// surname: E | maybe: F | with: G | not: H | role: R |
  /// home: ID`. Empty lines and lines that start with `#` are skipped.
  package init(parsing text: String) {
    var builder = GazetteerBuilder()
    var text = text
    text.withUTF8 { bytes in
      builder.reserve(lines: bytes.count / 100)
      var number = 0
      var start = 0
      while start <= bytes.count {
        number += 1
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        builder.add(line: bytes.part(start..<end), number: number)
        start = end + 1
      }
    }
    entities = builder.entities
    aliases = builder.aliases
    trie = FormTrie(builder.trie)
    cues = builder.cues
    countries = builder.countries
    homes = builder.homes
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
    guard let state = trie.state(after: tokens.lazy.map { TokenHash.hash(of: $0) }) else {
      return nil
    }
    let ranked = trie.forms(at: state).filter {
      $0.formClass.rawValue <= FormClass.maybe.rawValue && isWanted(Int($0.entity))
    }
    .min { $0.formClass.rawValue < $1.formClass.rawValue }
    return ranked.map { Int($0.entity) }
  }
}
