import DatelineAnalysis
import DatelineIndex

/// Other ways to write the same word: `1000` and `1,000`, `e-mail` and `email`, `F35` and `F-35`,
/// `DACA` and `D.A.C.A.`, `Walesa` and `Wałęsa`.
extension FuzzyExpansion {
  /// How much a word counts that differs from the one typed by such a letter as `ł`.
  private static let letterWeight = 0.9
  /// Most spellings with such letters that are looked up for a word.
  private static let mostLettered = 8
  /// Bytes of the longest word that is looked up.
  private static let longestSpelled = 256

  /// The word as typed and its other spellings; empty when there is none that the index could have.
  /// - Complexity: O(log terms), for at most nine terms a word.
  func spellings(of word: String) throws -> [Variant] {
    var core = word.drop { !$0.isLetter && !$0.isNumber }
    while let last = core.last, !last.isLetter && !last.isNumber { core.removeLast() }
    if core.hasSuffix("'s") || core.hasSuffix("’s") { core = core.dropLast(2) }
    guard core.utf8.count <= Self.longestSpelled else { return [] }
    let tokens = tokenizer.tokens(of: String(core))
    guard let other = try other(tokens, in: core) else { return try lettered(tokens) }
    return [tokens.joined(separator: " "), other].map { Variant(word: $0, weight: 1) }
  }

  /// Spellings with letters that the tokenizer does not fold, and in their place plain ones.
  private func lettered(_ tokens: [String]) throws -> [Variant] {
    guard tokens.count == 1, let token = tokens.first, (2...40).contains(token.utf8.count),
      !StopWords.english.contains(token), !CJKTerms.occur(in: token)
    else { return [] }
    var candidates = PlainLetters.replacingOne(in: token, most: Self.mostLettered)
    if let plain = PlainLetters.plain(token) { candidates.insert(plain, at: 0) }
    let found = try candidates.filter(isInIndex)
    if found.isEmpty { return [] }
    return [Variant(word: token, weight: 1)]
      + found.map { Variant(word: $0, weight: Self.letterWeight) }
  }

  private func other(_ tokens: [String], in word: Substring) throws -> String? {
    if let acronym = try otherAcronym(tokens, in: word) { return acronym }
    if tokens.count == 1, let token = tokens.first, token.utf8.allSatisfy(isPlain) {
      return try separated(token)
    }
    guard tokens.count > 1, tokens.count <= 4 else { return nil }
    // What stands between the parts tells a number and a compound from an address or a name.
    let separators = Set(word.filter { !$0.isLetter && !$0.isNumber })
    let joined = tokens.joined()
    if separators == [","], tokens[0].utf8.count <= 3,
      tokens.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
      tokens.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    {
      return isYear(joined) ? nil : joined
    }
    guard tokens.count == 2, separators == ["-"], joined.utf8.allSatisfy(isPlain),
      !joined.utf8.allSatisfy(isDigit)
    else { return nil }
    return try isInIndex(joined) ? joined : nil
  }

  /// An acronym without its dots, or its letters apart, as the index has one that is written with dots.
  private func otherAcronym(_ tokens: [String], in word: Substring) throws -> String? {
    if tokens.count == 1 {
      // In a headline in capitals, words that mean nothing are no acronyms.
      guard (3...5).contains(word.utf8.count), word.utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
        !StopWords.english.contains(tokens[0])
      else { return nil }
      let letters = tokens[0].map(String.init).joined(separator: " ")
      guard let snapshot else { return letters }
      let counter = RowCounter()
      try snapshot.match("{body title} : \"\(letters)\"", visitor: counter)
      return counter.count > 0 ? letters : nil
    }
    guard (3...6).contains(tokens.count),
      tokens.allSatisfy({ $0.count == 1 && $0.utf8.count == 1 }),
      word.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || ($0 | 0x20) &- 0x61 < 26 }),
      word.utf8.count == tokens.count * 2 - 1
    else { return nil }
    let joined = tokens.joined()
    return try !StopWords.english.contains(joined) && isInIndex(joined) ? joined : nil
  }

  /// A number with its thousands apart, letters and digits apart.
  private func separated(_ token: String) throws -> String? {
    if token.utf8.allSatisfy(isDigit) {
      guard (4...12).contains(token.utf8.count), !token.hasPrefix("0"), !isYear(token) else {
        return nil
      }
      var groups: [Substring] = []
      var rest = token[...]
      while !rest.isEmpty {
        groups.insert(rest.suffix(3), at: 0)
        rest = rest.dropLast(3)
      }
      return groups.joined(separator: " ")
    }
    guard let digit = token.firstIndex(where: \.isNumber), digit != token.startIndex,
      token[digit...].utf8.allSatisfy(isDigit)
    else { return nil }
    let parts = [String(token[..<digit]), String(token[digit...])]
    return try parts.allSatisfy(isInIndex) ? parts.joined(separator: " ") : nil
  }

  /// Whether a number may be a year; these are written without a comma.
  private func isYear(_ digits: String) -> Bool {
    digits.utf8.count == 4 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
  }

  private func isInIndex(_ token: String) throws -> Bool {
    guard let stem = stock.tokens(in: token).first?.term else { return false }
    guard let snapshot else { return true }
    return try snapshot.hasTerm(stem)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isPlain(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x7A).contains(byte) }
}
