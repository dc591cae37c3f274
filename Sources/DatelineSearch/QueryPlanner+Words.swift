import DatelineAnalysis
import DatelineCore

/// Words written side by side.
extension QueryPlanner {
  /// Words written side by side: entities are recognised among them, stop words dropped, and the
  /// request says whether all or any of them are needed.
  mutating func compileWords(
    _ parts: [Query], scope: Scope
  ) -> Compiled? {
    var compiled: [Compiled] = []
    var negative: [Query] = []
    let hasOther = parts.contains { !isStopWord($0) && !$0.isNegated }
    var index = 0
    while index < parts.count {
      if case .word = parts[index] {
        var run: [String] = []
        while index < parts.count, case .word(let text) = parts[index] {
          run.append(text)
          index += 1
        }
        compileRun(run, scope: scope, dropsStopWords: hasOther, into: &compiled)
        continue
      }
      switch parts[index] {
      case .not(let inner): negative.append(inner)
      case .required(let inner):
        if var part = compile(inner, scope: scope) {
          part.isRequired = true
          compiled.append(part)
        }
      default:
        if let part = compile(parts[index], scope: scope) { compiled.append(part) }
      }
      index += 1
    }
    guard !compiled.isEmpty else {
      return negative.first.flatMap { compile(.not($0), scope: scope) }
    }
    let joined = joinSideBySide(compiled)
    return subtract(negative, from: joined, scope: scope)
  }

  /// Whether it is a stop word, with whatever punctuation: `who?`, `it's`.
  private func isStopWord(_ query: Query) -> Bool {
    guard case .word(let text) = query else { return false }
    let tokens = tokenizer.tokens(of: bareWord(text))
    return tokens.count == 1 && StopWords.english.contains(tokens[0])
  }

  /// Whether the capitals of words mean something: not in a query that is all in capitals, or in a
  /// longer one most of whose words have one, like a headline.
  private func areCased(_ words: [String]) -> Bool {
    let isShouted = !words.contains { $0.utf8.contains { (0x61...0x7A).contains($0) } }
    if isShouted { return words.count == 1 && words[0].utf8.count <= 4 }
    let capitals = words.count { $0.utf8.first.map { (0x41...0x5A).contains($0) } ?? false }
    return words.count < 4 || capitals * 2 <= words.count
  }

  /// A run of bare words.
  private mutating func compileRun(
    _ typed: [String], scope: Scope, dropsStopWords: Bool, into compiled: inout [Compiled]
  ) {
    var words = typed.map { cut($0) }
    if scope == .text, readsNames { words = gazetteer.splittingJoinedNames(words) }
    words = splittingCompounds(words)
    var tokens: [QueryToken] = []
    for (number, word) in words.enumerated() {
      for token in tokenizer.tokens(of: word) {
        tokens.append(QueryToken(folded: token, typed: word, word: number))
      }
    }
    let isCased = areCased(words)
    var index = 0
    /// Up to where tokens are words, whatever they might name.
    var wordsEnd = 0
    while index < tokens.count {
      let word = tokens[index].word
      let startsWord = index == 0 || tokens[index - 1].word != word
      var found: Gazetteer.QueryMatch?
      if scope == .text, readsNames, startsWord, index >= wordsEnd {
        switch gazetteer.reading(of: tokens, at: index) {
        case .name(let match): found = match
        case .words(let count): wordsEnd = index + count
        case .nothing: break
        }
        if let hashtag = hashtag(words[word]) {
          let end = tokens[index...].firstIndex { $0.word != word } ?? tokens.count
          if let part = entity(at: hashtag, typed: Array(tokens[index..<end])) {
            add(part, to: &compiled)
          }
          index = end
          continue
        }
      }
      if let found {
        let used = tokens[found.namedBy]
        index += found.tokenCount
        // The rest of a word whose beginning was the name: "NATO's".
        while index < tokens.count, tokens[index].word == tokens[index - 1].word,
          tokens[index].folded == "s"
        {
          index += 1
        }
        wordsEnd = index + found.wordCount
        if let part = entity(at: found.entity, typed: Array(used), isCased: found.isCased) {
          add(part, to: &compiled)
        }
        continue
      }
      var end = index
      while end < tokens.count, tokens[end].word == word { end += 1 }
      var folded = tokens[index..<end].map(\.folded)
      if folded.count > 1, folded.last == "s", hasPossessive(words[word]) { folded.removeLast() }
      index = end
      if startsWord, !settings.variants.isEmpty,
        let spellings = settings.variants[Query.word(words[word]).description],
        spellings[0].word == folded.joined(separator: " ")
      {
        let preferred =
          folded.count == 1 ? PreferredForm(bareWord(words[word]), isCased: isCased) : nil
        if let part = fuzzy(spellings, scope: scope, preferred: preferred) {
          add(part, to: &compiled)
        }
        continue
      }
      if dropsStopWords, folded.count == 1, StopWords.english.contains(folded[0]),
        words[word].utf8.allSatisfy({ $0 != UInt8(ascii: ".") })
      {
        if scope == .text, mayBeCountry(at: word, words) {
          if var part = literal(folded, scope: scope, isPrefix: false, isQuoted: false) {
            part.requirement = .all([])
            add(part, to: &compiled)
          }
        }
        continue
      }
      let preferred =
        folded.count == 1 ? PreferredForm(bareWord(words[word]), isCased: isCased) : nil
      if let part = literal(
        folded, scope: scope, isPrefix: false, isQuoted: false, preferred: preferred)
      {
        add(part, to: &compiled)
      }
    }
  }

  /// Whether `us` is typed as the country is in a hurry (`us troops`): before a word that says something,
  /// and not behind one after which the pronoun stands (`tell us more`, `let us in`). Then it ranks, but
  /// an article need not have it.
  private func mayBeCountry(at place: Int, _ words: [String]) -> Bool {
    guard words[place] == "us", settings.match != .all, !isExcluding, place + 1 < words.count,
      !isStopWord(.word(words[place + 1]))
    else { return false }
    if place == 0 { return true }
    let verbs = ["contact", "give", "help", "join", "let", "tell"]
    return !isStopWord(.word(words[place - 1])) && !verbs.contains(words[place - 1].lowercased())
  }

  /// Adds a part that was compiled last, unless it is there: a word typed a thousand times need not
  /// be looked for as often.
  private mutating func add(_ part: Compiled, to compiled: inout [Compiled]) {
    let isKnown = compiled.contains {
      $0.expression == part.expression && $0.requirement == part.requirement && !$0.isRequired
    }
    guard isKnown else {
      compiled.append(part)
      return
    }
    phraseCount -= part.phrases
    if case .concept(let index) = part.requirement {
      plan.concepts[index].phrases.removeAll { $0 >= phraseCount }
    }
  }

  /// A word without a possessive ending.
  func bareWord(_ word: String) -> String {
    guard hasPossessive(word), let end = word.lastIndex(where: { $0 == "'" || $0 == "’" }) else {
      return word
    }
    return String(word[..<end])
  }

  func hasPossessive(_ word: String) -> Bool {
    // Most words have neither an apostrophe nor anything beyond ASCII.
    guard word.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 >= 0x80 }) else { return false }
    let lower = word.lowercased()
    return lower.contains("'s") || lower.contains("’s")
  }
}

extension Query {
  fileprivate var isNegated: Bool {
    if case .not = self { return true }
    return false
  }
}
