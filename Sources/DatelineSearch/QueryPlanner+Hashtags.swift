import DatelineAnalysis

/// Words that are not written as words are: hashtags, and what is far too long.
extension QueryPlanner {
  /// Most tokens of one word; further ones are left out with a remark.
  static let mostTokensOfAWord = 64

  /// The entity that a hashtag names: by words with capitals and without spaces
  /// (`#BlackLivesMatter`), or by an acronym in small letters (`#blm`).
  func hashtag(_ word: String) -> Int? {
    guard word.hasPrefix("#"), word.utf8.count <= 64 else { return nil }
    let text = word.dropFirst().prefix { $0.isLetter || $0.isNumber }
    var words: [String] = []
    for character in text {
      if character.isUppercase || words.isEmpty { words.append("") }
      words[words.count - 1].append(character)
    }
    if words.count == 1 {
      if text != text.uppercased(), StopWords.english.contains(text.lowercased()) { return nil }
      words = [text.uppercased()]
    }
    let tokens = words.enumerated().flatMap { number, word in
      tokenizer.tokens(of: word).map { QueryToken(folded: $0, typed: word, word: number) }
    }
    guard let found = gazetteer.longestMatch(in: tokens, at: 0), found.tokenCount == tokens.count,
      found.formClass == .name
    else { return nil }
    return found.entity
  }

  /// A word without the tokens that are too many.
  mutating func cut(_ word: String) -> String {
    guard word.utf8.count > Self.mostTokensOfAWord else { return word }
    var word = word
    var folded: [UInt8] = []
    var count = 0
    var end: Int?
    word.withUTF8 { bytes in
      tokenizer.forEachToken(in: bytes, folded: &folded) { _, _, tokenEnd in
        count += 1
        if count == Self.mostTokensOfAWord { end = tokenEnd }
      }
    }
    guard let end, count > Self.mostTokensOfAWord else { return word }
    let note = "only the first \(Self.mostTokensOfAWord) parts of a word are used"
    if !plan.notes.contains(note) { plan.notes.append(note) }
    return String(decoding: word.utf8.prefix(end), as: UTF8.self)
  }
}
