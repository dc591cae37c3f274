import DatelineAnalysis
import DatelineIndex
import Testing

@Suite struct TermCutterTests {
  /// What is remembered of tokens is what stock FTS5 makes of them, text after text.
  @Test func rememberedTermsAreThoseOfFTS5() throws {
    let cutter = try TermCutter()
    var random = SystemRandomNumberGenerator()
    let seed = random.next()
    var state = seed
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    let pieces = [
      "elections", "Elections", "ELECTION", "election's", "naïve", "NAIVE", "Straße", "Ёлка",
      "ΑΘΗΝΑ", "İstanbul", "北京的会议", "😀", "x²", "e\u{301}te\u{301}", "state-of-the-art", "8,000",
      "running", "runs", "relational", "a", "\u{E000}b", "ﬁnal", "Ⅷ",
      String(repeating: "longest", count: 12),
    ]
    var count = 0
    for _ in 0..<300 {
      let text = (0..<next(60)).map { _ in
        pieces[next(pieces.count)] + [" ", ", ", "", "\n", "—"][next(5)]
      }.joined()
      var terms: [String] = []
      var words: [String] = []
      cutter.forEachToken(of: text) { term, word in
        terms.append(String(decoding: term, as: UTF8.self))
        words.append(String(decoding: word, as: UTF8.self))
      }
      var stockTerms: [String] = []
      cutter.forEachTerm(of: text) { stockTerms.append(String(decoding: $0, as: UTF8.self)) }
      var plainWords: [String] = []
      cutter.forEachWord(of: text) { plainWords.append(String(decoding: $0, as: UTF8.self)) }
      #expect(terms == stockTerms, "seed \(seed): \(text)")
      #expect(words == plainWords, "seed \(seed): \(text)")
      count += terms.count
    }
    #expect(count > 1_000)
  }
}
