/// Names that are written as one word: `Israel-Hamas war`, `US-China trade`, `Trump/Putin`.
extension Gazetteer {
  /// Splits words that are nothing but names of entities joined by dashes or slashes. A demonym joins
  /// to something else (`African-American`), and so does what is a name as a whole (`Guinea-Bissau`).
  /// - Complexity: O(tokens) for each word with a dash or slash.
  package func splittingJoinedNames(_ words: [String]) -> [String] {
    // Most words have no such sign, and beyond ASCII it may be any.
    let mayJoin = words.contains { word in
      word.utf8.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 >= 0x80 }
    }
    guard mayJoin, words.contains(where: { $0.contains(where: Self.joinsNames) }) else {
      return words
    }
    var result: [String] = []
    for (index, word) in words.enumerated() {
      let pieces = word.split(whereSeparator: Self.joinsNames).map(String.init)
      let behind = index + 1 < words.count ? [words[index + 1]] : []
      if pieces.count > 1, !isName(word, behind), areNames(pieces, behind) {
        result += pieces
      } else {
        result.append(word)
      }
    }
    return result
  }

  private static func joinsNames(_ character: Character) -> Bool {
    switch character {
    case "-", "\u{2010}", "\u{2011}", "–", "—", "/": true
    default: false
    }
  }

  private func queryTokens(of words: [String]) -> [QueryToken] {
    let tokenizer = Tokenizer()
    return words.enumerated().flatMap { number, word in
      tokenizer.tokens(of: word).map { QueryToken(folded: $0, typed: word, word: number) }
    }
  }

  /// Whether an entity is called by the whole word.
  private func isName(_ word: String, _ behind: [String]) -> Bool {
    longestMatch(in: queryTokens(of: [word] + behind), at: 0) != nil
  }

  /// Whether the pieces are names, one after the other; the last may go on in the next word.
  private func areNames(_ pieces: [String], _ behind: [String]) -> Bool {
    let tokens = queryTokens(of: pieces + behind)
    var index = 0
    while index < tokens.count, tokens[index].word < pieces.count {
      guard let found = longestMatch(in: tokens, at: index), found.formClass == .name else {
        return false
      }
      index += found.tokenCount
      while index < tokens.count, tokens[index].folded == "s",
        tokens[index].word == tokens[index - 1].word
      {
        index += 1
      }
    }
    return true
  }
}
