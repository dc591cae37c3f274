import DatelineCore
import Foundation
import Testing

@testable import DatelineSearch

/// Operators find what the same operations on sets of articles give, wherever parts stand that the index alone cannot
/// answer: leads and exact forms.
@Suite struct SetSemanticsTests {
  private struct Text {
    var title: [String]
    var body: [String]

    func has(_ part: Part) -> Bool {
      func isAt(_ place: Int, _ words: [String]) -> Bool {
        place + part.words.count <= words.count
          && zip(words[place...], part.words).allSatisfy { part.isWord($1, $0) }
      }
      func places(_ words: [String]) -> [Int] { words.indices.filter { isAt($0, words) } }
      func isNear(_ words: [String]) -> Bool {
        let places = part.words.map { word in
          words.indices.filter { words[$0].lowercased() == word }
        }
        return places[0].contains { one in
          places[1].contains { abs($0 - one) - 1 <= part.distance ?? 0 }
        }
      }
      func isIn(_ words: [String]) -> Bool {
        part.distance == nil ? !places(words).isEmpty : isNear(words)
      }
      switch part.field {
      case nil: return isIn(title) || isIn(body)
      case .title?: return isIn(title)
      case .body?: return isIn(body)
      case .lead?: return places(body).contains { $0 < 60 }
      }
    }
  }

  private struct Part {
    enum Kind: CaseIterable { case words, exact, beginning }
    var field: Query.Field?
    var words: [String]
    var kind = Kind.words
    /// Of NEAR.
    var distance: Int?

    func isWord(_ asked: String, _ found: String) -> Bool {
      switch kind {
      case .words: found.lowercased() == asked
      // A capital may be that of a sentence.
      case .exact: found == asked || found.lowercased() == asked
      case .beginning: found.lowercased().hasPrefix(asked)
      }
    }

    var text: String {
      let joined = words.joined(separator: " ")
      let text =
        distance.map { "NEAR(\(joined), \($0))" }
        ?? (kind == .exact
          ? "=\(joined)"
          : kind == .beginning ? joined + "*" : words.count > 1 ? "\"\(joined)\"" : joined)
      return (field.map { $0.rawValue + ":" } ?? "") + text
    }
  }

  private indirect enum Node {
    case part(Part)
    case all([Node])
    case any([Node])
    case without(Node, [Node])

    func finds(_ text: Text) -> Bool {
      switch self {
      case .part(let part): text.has(part)
      case .all(let parts): parts.allSatisfy { $0.finds(text) }
      case .any(let parts): parts.contains { $0.finds(text) }
      case .without(let base, let excluded):
        base.finds(text) && !excluded.contains { $0.finds(text) }
      }
    }

    var text: String {
      switch self {
      case .part(let part): part.text
      case .all(let parts): "(" + parts.map(\.text).joined(separator: " AND ") + ")"
      case .any(let parts): "(" + parts.map(\.text).joined(separator: " OR ") + ")"
      case .without(let base, let excluded):
        "(\(base.text) AND " + excluded.map { "NOT \($0.text)" }.joined(separator: " AND ") + ")"
      }
    }
  }

  private struct Source {
    static let vocabulary = [
      "storm", "bridge", "river", "ferry", "tram", "port", "crew", "dock", "sail", "mast", "buoy",
    ]
    var random = SplitMix64(seed: 41)

    mutating func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

    mutating func word(_ count: Int = vocabulary.count) -> String {
      Self.vocabulary[number(below: count)]
    }

    /// Words in which those of the vocabulary stand rarely enough that some articles lack each.
    mutating func words(_ count: Int) -> [String] {
      (0..<count).map { _ in
        if number(below: 25) > 0 { return "filler" }
        let word = word()
        return number(below: 2) == 0 ? word : word.prefix(1).uppercased() + word.dropFirst()
      }
    }

    mutating func part() -> Part {
      let fields: [Query.Field?] = [nil, nil, .lead, .lead, .title, .body]
      let field = fields[number(below: fields.count)]
      switch number(below: 10) {
      case 0: return Part(field: field, words: [word(), "filler"])
      case 1: return Part(field: field, words: [word()], kind: .exact)
      case 2:
        let word = word()
        return Part(
          field: field, words: [word.prefix(1).uppercased() + word.dropFirst()], kind: .exact)
      case 3: return Part(field: field, words: [String(word().prefix(3))], kind: .beginning)
      case 4 where field != .lead:
        return Part(
          field: field, words: [word(5), "mast"], distance: 5 + number(below: 30))
      default: return Part(field: field, words: [word()])
      }
    }

    mutating func node(_ depth: Int) -> Node {
      if depth == 0 || number(below: 4) == 0 { return .part(part()) }
      func nodes(_ source: inout Source) -> [Node] {
        (0..<2 + source.number(below: 2)).map { _ in source.node(depth - 1) }
      }
      switch number(below: 3) {
      case 0: return .all(nodes(&self))
      case 1: return .any(nodes(&self))
      default:
        return .without(
          node(depth - 1), (0..<1 + number(below: 2)).map { _ in node(depth - 1) })
      }
    }
  }

  /// Below an OR, beside one, and below another NOT.
  @Test(arguments: [
    ("title:storm OR (rain AND NOT lead:storm)", ["head", "late"]),
    ("rain NOT came OR lead:storm", ["early"]),
    ("title:storm OR (rain NOT (came NOT lead:storm))", ["early", "head"]),
    ("title:storm OR (rain NOT =Storm)", ["early", "head"]),
  ])
  func exclusionsStandAnywhere(query: String, expected: [String]) throws {
    let filler = Array(repeating: "word", count: 70).joined(separator: " ")
    let index = try TestIndex([
      .sample("early", title: "Rain", body: "A storm came. \(filler)"),
      .sample("late", title: "Rain", body: "\(filler) a Storm came. Another storm."),
      .sample("head", title: "Storm", body: "It came."),
    ])
    #expect(
      try LocalEngine(path: index.path).run(SearchRequest(query: query)).map(\.key).sorted()
        == expected)
  }

  @Test func operatorsAreOperationsOnSets() throws {
    var source = Source()
    let texts = (0..<70).map { _ in
      Text(title: source.words(5) + ["end"], body: source.words(80))
    }
    let index = try TestIndex(
      texts.enumerated().map { number, text in
        .sample(
          "\(number)", title: text.title.joined(separator: " "),
          body: text.body.joined(separator: " "))
      })
    let engine = try LocalEngine(path: index.path)
    var (withHits, withoutAll) = (0, 0)
    for number in 0..<400 {
      let node = source.node(1 + number % 4)
      let expected = texts.indices.filter { node.finds(texts[$0]) }.map(String.init).sorted()
      let match = SearchRequest.Match.allCases[number % 3]
      let request = SearchRequest(query: node.text, limit: 1_000, match: match)
      let found = try engine.run(request).map(\.key).sorted()
      #expect(found == expected, "\(node.text) (\(match))")
      if !expected.isEmpty { withHits += 1 }
      if expected.count < texts.count { withoutAll += 1 }
    }
    #expect(withHits > 250 && withoutAll > 250)
  }
}
