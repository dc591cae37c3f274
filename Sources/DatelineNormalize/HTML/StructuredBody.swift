/// The text of the article that a page's JSON-LD holds, to be compared with the page's lines.
struct StructuredBody {
  /// The text, normalised.
  let text: String
  /// Words of the text.
  let words: Int
  private let triples: Set<UInt64>

  /// Texts shorter than this, in words, say nothing.
  private static let fewestWords = 60

  /// `nil` when the text is too short to tell anything.
  init?(_ body: String?) {
    guard let body, body.utf8.count > 200 else { return nil }
    text = TextNormalizer.body(body)
    let page = Page(text: Array(text.utf8))
    let words = page.lines.reduce(0) { $0 + $1.words }
    guard Int(words) >= Self.fewestWords else { return nil }
    self.words = Int(words)
    triples = Set(Self.triples(page.words[...]))
  }

  /// Whether the page shows the beginning of this text only: all of it in the same order, and no more than two
  /// thirds. Linear.
  func goesOn(from shown: String, words shownWords: Int) -> Bool {
    guard shownWords >= Self.leastShown, shownWords * 3 <= words * 2 else { return false }
    let beginning = Self.letters(shown)
    return Self.letters(text).starts(with: beginning)
  }

  /// Words of the page's own text from which on it says how the article begins.
  private static let leastShown = 15

  private static func letters(_ text: String) -> [UInt8] {
    text.utf8.filter { $0 > 0x20 }
  }

  /// Share of a line's word triples that the text has; of shorter lines the words as a whole.
  func share(of words: ArraySlice<UInt64>) -> Float {
    var found = 0
    var count = 0
    for triple in Self.triples(words) {
      count += 1
      if triples.contains(triple) { found += 1 }
    }
    return count == 0 ? 0.5 : Float(found) / Float(count)
  }

  private static func triples(_ words: ArraySlice<UInt64>) -> [UInt64] {
    guard words.count >= 3 else { return [] }
    return (words.startIndex..<words.endIndex - 2).map { start -> UInt64 in
      let pair = words[start] &* 31 &+ words[start + 1]
      return pair &* 31 &+ words[start + 2]
    }
  }
}
