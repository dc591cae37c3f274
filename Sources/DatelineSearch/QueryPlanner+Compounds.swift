import DatelineAnalysis

/// Words joined by dashes and slashes.
extension QueryPlanner {
  /// Most words before a compound that may be part of the name it begins with.
  private static let mostWordsBefore = 4
  private static let joints = "-–—‐\u{2011}/"

  /// Whether a word may have one of them.
  private static func mayHaveJoint(_ word: String) -> Bool {
    word.utf8.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 >= 0x80 }
  }

  /// Words with those compounds taken apart whose parts may stand apart in an article.
  func splittingCompounds(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      let alone = parts(ofCompound: word)
      result += alone.count > 1 ? alone : parts(ofCompound: word, behind: result) ?? alone
    }
    return result
  }

  /// The parts of a compound whose first one ends a name of several words: `Saudi Arabia-led`, `White
  /// House-backed`.
  private func parts(ofCompound word: String, behind words: [String]) -> [String]? {
    guard Self.mayHaveJoint(word) else { return nil }
    let parts = word.split { Self.joints.contains($0) }.map(String.init)
    guard parts.count > 1, !words.isEmpty,
      parts.dropFirst().allSatisfy({ part in
        let tokens = tokenizer.tokens(of: part)
        return tokens.count == 1 && tokens[0].count >= 3
      })
    else { return nil }
    for count in stride(from: min(Self.mostWordsBefore, words.count), to: 0, by: -1) {
      let named = words.suffix(count) + [parts[0]]
      let tokens = named.enumerated().flatMap { number, word in
        tokenizer.tokens(of: word).map { QueryToken(folded: $0, typed: word, word: number) }
      }
      switch gazetteer.reading(of: tokens, at: 0) {
      case .name(let found) where found.tokenCount == tokens.count:
        // A people joins to something else: `South African-American`.
        let hasName = parts.dropFirst().contains { name($0) != nil }
        if found.formClass == .name || !hasName { return parts }
      // What stands for something: `White House`.
      case .words(tokens.count): return parts
      default: break
      }
    }
    return nil
  }

  /// The words of a compound that names something (`AT&T-led`, `pro-Russian`) or lists things with
  /// slashes, which may stand apart in an article. Others (`well-being`, `COVID-19`) are phrases, for their
  /// parts say something else, and so are names (`Guinea-Bissau`) and peoples (`African-American`).
  private func parts(ofCompound word: String) -> [String] {
    guard Self.mayHaveJoint(word) else { return [word] }
    let parts = word.split { Self.joints.contains($0) }.map(String.init)
    guard parts.count > 1, name(word) == nil else { return [word] }
    // Where all is in capitals, short names are not told from words.
    let isCased = word.utf8.contains { (0x61...0x7A).contains($0) }
    let areWords = parts.allSatisfy { part in
      var tokens = tokenizer.tokens(of: part)
      if tokens.count > 1, tokens.last == "s", hasPossessive(part) { tokens.removeLast() }
      if tokens.count == 1, tokens[0].count >= 3, !tokens[0].contains(where: \.isNumber) {
        return true
      }
      return isCased && part.utf8.count > 1 && name(part)?.formClass == .name
    }
    guard areWords else { return [word] }
    let names = parts.compactMap(name)
    if ["pro", "anti", "non", "post"].contains(parts[0].lowercased()) {
      return names.isEmpty ? [word] : parts
    }
    if names.contains(where: { $0.formClass == .demonym }) { return [word] }
    return names.isEmpty && !word.contains("/") ? [word] : parts
  }

  /// The entity that a whole word names; `nil` when there is none, or the word has small letters and is
  /// also an ordinary one (`apple`).
  private func name(_ word: String) -> Gazetteer.QueryMatch? {
    let tokens = tokenizer.tokens(of: word).map { QueryToken(folded: $0, typed: word, word: 0) }
    guard !tokens.isEmpty, let found = gazetteer.longestMatch(in: tokens, at: 0),
      !found.isCased || word.contains(".")
        || word.utf8.contains(where: { (0x41...0x5A).contains($0) })
    else { return nil }
    return found
  }
}
