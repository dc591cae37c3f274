import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Testing

@testable import DatelineSearch

/// Beginnings of words against the words of the texts: the index holds stems.
@Suite struct PrefixTests {
  private static let roots = [
    "immigr", "investig", "presid", "polit", "elect", "demonstr", "corrupt", "deport", "polic",
    "hope", "trade", "nation", "organ", "possib", "happ", "control", "stop", "capit", "relat",
    "rac", "commun", "sens", "caf", "news", "gas", "tr", "refer", "democr", "log", "agenc",
  ]
  private static let endings = [
    "ation", "ational", "al", "ant", "ance", "ence", "ent", "ential", "ator", "ate", "ated",
    "ating", "ive", "iveness", "ization", "ize", "izer", "ism", "ist", "ibility", "ible", "ably",
    "ion", "ions", "s", "es", "ed", "ing", "ler", "ling", "ped", "ping", "y", "ies", "ily", "iness",
    "ement", "ements", "ful", "fulness", "ness", "ity", "ical", "ically", "icate", "ogy", "ous",
    "ously", "e", "er", "ers", "ency", "ancy", "eed", "eeds", "é", "ün", "x", "land",
  ]

  /// Random words of English-like roots and endings, and texts of them.
  private static func texts(seed: UInt64) -> [[String]] {
    var random = SeededGenerator(seed: seed)
    let words = (0..<200).map { _ -> String in
      let root = roots.randomElement(using: &random) ?? ""
      let count = [1, 1, 1, 2, 2, 3].randomElement(using: &random) ?? 1
      return (0..<count).reduce(root) { word, _ in
        word + (endings.randomElement(using: &random) ?? "")
      }
    }
    return (0..<100).map { _ in
      (0..<Int.random(in: 1...8, using: &random)).map { _ in
        let word = words.randomElement(using: &random) ?? ""
        return Bool.random(using: &random) ? word : word.prefix(1).uppercased() + word.dropFirst()
      }
    }
  }

  @Test(arguments: 1...2)
  func findsTheWordsThatBeginSo(seed: Int) throws {
    let texts = Self.texts(seed: UInt64(seed))
    let index = try TestIndex(
      texts.enumerated().map { number, words in
        .sample("\(number)", title: words[0], body: "Zulu. " + words.joined(separator: " "))
      })
    let engine = try LocalEngine(path: index.path)
    let tokenizer = Tokenizer()
    let folded = texts.map { tokenizer.tokens(of: $0.joined(separator: " ")) }
    func found(_ query: String) throws -> Set<Int> {
      let hits = try engine.search(SearchRequest(query: query, limit: 1000, fragments: 0)).hits
      return Set(hits.compactMap { Int($0.key) })
    }
    func meant(_ isMeant: ([String]) -> Bool) -> Set<Int> {
      Set(folded.indices.filter { isMeant(folded[$0]) })
    }
    var random = SeededGenerator(seed: UInt64(seed))
    for word in Set(folded.joined()).sorted() {
      let length = Int.random(in: 2...max(2, word.count), using: &random)
      let beginning = String(word.prefix(length))
      #expect(
        try found(beginning + "*") == meant { $0.contains { $0.hasPrefix(beginning) } },
        "seed \(seed), \(beginning)*")
      #expect(
        try found("title:\(beginning)*") == meant { $0[0].hasPrefix(beginning) },
        "seed \(seed), title:\(beginning)*")
      #expect(
        try found("zulu -\(beginning)*") == meant { !$0.contains { $0.hasPrefix(beginning) } },
        "seed \(seed), -\(beginning)*")
      guard let text = folded.filter({ $0.count > 1 }).randomElement(using: &random) else {
        continue
      }
      let place = Int.random(in: 1..<text.count, using: &random)
      let last = text[place].prefix(Int.random(in: 2...max(2, text[place].count), using: &random))
      let query = "\"\(text[place - 1]) \(last)*\""
      let stems = try IndexReader(path: index.path).read { try $0.tokenizer() }
      func stem(_ word: String) -> String? { stems.tokens(in: word).first?.term }
      #expect(
        try found(query)
          == meant { words in
            words.indices.dropFirst().contains {
              stem(words[$0 - 1]) == stem(text[place - 1]) && words[$0].hasPrefix(last)
            }
          }, "seed \(seed), \(query)")
    }
  }

  @Test func snippetsMarkTheWordsThatBeginSo() throws {
    let index = try TestIndex([
      .sample(
        "a", title: "Traders", body: "The immigrants trade, trading with an immigrated trader.")
    ])
    let engine = try LocalEngine(path: index.path)
    func marked(_ query: String) throws -> [String] {
      let hit = try engine.search(SearchRequest(query: query)).hits.first
      return hit?.snippets.flatMap { $0.pieces.filter(\.isHighlighted).map(\.text) } ?? []
    }
    #expect(try marked("immigra*") == ["immigrants", "immigrated"])
    #expect(try marked("trade*") == ["trade", "trader"])
    #expect(try marked("\"an immigra*\"") == ["an immigrated"])
  }

  /// Few look-ups, however many are asked for.
  @Test func manyBeginningsHaveAnAnswer() throws {
    let index = try TestIndex([.sample("a", body: "The immigrants came.")])
    let engine = try LocalEngine(path: index.path)
    let many = (0..<300).map { "immigra\($0)*" }.joined(separator: " ")
    #expect(try engine.search(SearchRequest(query: "came " + many)).hits.map(\.key) == ["a"])
    #expect(try engine.search(SearchRequest(query: "-immigra*")).hits.isEmpty)
    #expect(try engine.search(SearchRequest(query: "came OR (the -immigrat*)")).hits.count == 1)
  }
}
