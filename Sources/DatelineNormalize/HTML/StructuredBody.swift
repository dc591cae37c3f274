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
