import DatelineCore

/// One token of a query: its folded form and the text it was cut from.
package struct QueryToken: Sendable, Equatable {
  /// Folded token.
  package var folded: String
  /// The word as typed that the token comes from.
  package var typed: String
  /// Number of the word in the query; tokens of one word share it.
  package var word: Int

  /// Creates a query token.
  package init(folded: String, typed: String, word: Int) {
    self.folded = folded
    self.typed = typed
    self.word = word
  }
}

extension Gazetteer {
  /// An entity named by consecutive tokens of a query.
  package struct QueryMatch: Sendable, Equatable {
    /// Position in ``entities``.
    package var entity: Int
    /// How the entity is named.
    package var formClass: FormClass
    /// Tokens it takes.
    package var tokenCount: Int
    /// Tokens by which it is named: those it takes, or the longer form of which the rest is looked for
    /// besides (`Georgia` of `Georgia runoff`, `House Republicans`).
    package var namedBy: Range<Int>
    /// Tokens behind it that are words, whatever else they might name (`Georgia Senate`).
    package var wordCount = 0
    /// Whether its letter case tells it from an ordinary word.
    package var isCased = false
  }

  /// Tokens before and behind a name that may say what it means.
  private static let context = 200

  /// The longest name or demonym that starts at a token of a query.
  ///
  /// People type queries in lower case, so only forms that are common words in lower case and
  /// acronyms in upper case (`who`, `us`) must be typed as they are written; in a query all in
  /// capitals they stay words. Capitals and other stand-ins are no entity: who types "Moscow" wants
  /// Moscow. A shared name means the entity other words of the query speak for, else the first
  /// ("georgia", but "georgia atlanta"). Words of an alias that are a topic of their own ("Georgia
  /// runoff") are left to be searched for.
  /// - Complexity: O(tokens of the longest name), and of those around a shared name or an acronym.
  package func longestMatch(in tokens: [QueryToken], at first: Int) -> QueryMatch? {
    if case .name(let match) = reading(of: tokens, at: first) { return match }
    return nil
  }

  /// What stands at a token of a query.
  package enum Reading: Sendable, Equatable {
    case name(QueryMatch)
    /// So many tokens that hold names and mean something else: `Mexico City`, `Miss America`.
    case words(Int)
    case nothing
  }

  /// What the longest form means that starts at a token of a query, see ``longestMatch(in:at:)``.
  package func reading(of tokens: [QueryToken], at first: Int) -> Reading {
    var state = FormTrie.root
    var best: QueryMatch?
    var bestForm: EntityForm?
    var words = 0
    var next = first
    while next < tokens.count {
      guard let child = trie.next(state, TokenHash.hash(of: tokens[next].folded)) else { break }
      state = child
      next += 1
      let endsWord = next == tokens.count || tokens[next].word != tokens[next - 1].word
      let isPossessive = next < tokens.count && tokens[next].folded == "s"
      guard endsWord || isPossessive else { continue }
      let candidates = trie.forms(at: state).filter {
        ($0.formClass == .name || $0.formClass == .demonym || $0.formClass == .maybe)
          && accepts($0, tokens, first..<next)
      }
      if let form = meant(candidates, tokens, first..<next) {
        best = QueryMatch(
          entity: Int(form.entity), formClass: form.formClass, tokenCount: next - first,
          namedBy: first..<next, isCased: form.rule != .any)
        bestForm = form
        words = 0
      } else if trie.forms(at: state).contains(where: {
        ($0.formClass == .negative || $0.formClass == .metonym) && accepts($0, tokens, first..<next)
      }) {
        best = nil
        words = next - first
      }
    }
    guard let best, let bestForm else { return words > 0 ? .words(words) : .nothing }
    let match = leavingTopic(of: bestForm, best, tokens)
    return isBehindFirstName(match, tokens) ? .words(match.tokenCount) : .name(match)
  }

  /// Whether a name of one word is the surname of somebody whose first name stands before it (`Tom
  /// Holland`): where both have capitals, and the first name is no name of an entity.
  private func isBehindFirstName(_ match: QueryMatch, _ tokens: [QueryToken]) -> Bool {
    let index = match.namedBy.lowerBound
    guard match.namedBy.count == 1, index > 0, entities[match.entity].kind != .person,
      tokens[index - 1].word != tokens[index].word,
      tokens[index - 1].typed.last?.isLetter ?? false,
      [index - 1, index].allSatisfy({ beginsCapital(tokens[$0].typed) }),
      hasLowerCase(tokens[index - 1].typed), hasLowerCase(tokens[index].typed)
    else { return false }
    let hash = TokenHash.hash(of: tokens[index - 1].folded)
    guard cues.withView({ $0[hash].contains(.given) }),
      trie.state(after: [hash]).map({ state in
        trie.forms(at: state).allSatisfy { $0.formClass != .name || $0.kind == .person }
      }) ?? true
    else { return false }
    // "Carl Lewis American".
    return match.formClass != .demonym || index < 2 || !beginsCapital(tokens[index - 2].typed)
  }

  private func beginsCapital(_ text: String) -> Bool {
    text.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
  }

  /// Among forms of equal length the one other words speak for, else the best that needs none.
  private func meant(
    _ forms: [EntityForm], _ tokens: [QueryToken], _ range: Range<Int>
  ) -> EntityForm? {
    let usual = forms.filter { $0.formClass != .maybe }
      .min { $0.formClass.rawValue < $1.formClass.rawValue }
    guard forms.contains(where: { $0.formClass == .maybe }) else { return usual }
    let hints = hints(tokens, outside: range)
    var best = usual
    var bestCount = usual.map { hints[$0.entity, default: 0] } ?? 0
    for form in forms where hints[form.entity, default: 0] > bestCount {
      best = form
      bestCount = hints[form.entity, default: 0]
    }
    return best
  }

  /// How many context forms stand outside a range for each entity.
  private func hints(_ tokens: [QueryToken], outside range: Range<Int>) -> [Int32: Int] {
    var hints: [Int32: Int] = [:]
    let around = around(range, tokens)
    for start in around where !range.contains(start) {
      var state = FormTrie.root
      var next = start
      while next < around.upperBound, !range.contains(next),
        let child = trie.next(state, TokenHash.hash(of: tokens[next].folded))
      {
        state = child
        next += 1
        for form in trie.forms(at: state) where form.formClass == .context {
          hints[form.entity, default: 0] += 1
        }
      }
    }
    return hints
  }

  private func accepts(
    _ form: EntityForm, _ tokens: [QueryToken], _ range: Range<Int>
  ) -> Bool {
    switch form.rule {
    case .any, .capitalised: return true
    case .acronym:
      guard trie.spelling(of: form).elementsEqual(stripped(typed(tokens[range]))) else {
        return false
      }
      let others = around(range, tokens).filter {
        !range.contains($0) && tokens[$0].typed.utf8.count > 1
      }
      return others.isEmpty || others.contains { hasLowerCase(tokens[$0].typed) }
    case .dotted:
      // All tokens must come from one word that was typed with its dots.
      guard tokens[range.lowerBound].word == tokens[range.upperBound - 1].word else { return false }
      return trie.spelling(of: form).elementsEqual(
        stripped(tokens[range.lowerBound].typed.uppercased()))
    }
  }

  /// The places of the tokens near a name, its own included.
  private func around(_ range: Range<Int>, _ tokens: [QueryToken]) -> Range<Int> {
    max(0, range.lowerBound - Self.context)..<min(tokens.count, range.upperBound + Self.context)
  }

  /// Words as typed, of which a name may take several tokens (`AT&T`).
  private func typed(_ tokens: ArraySlice<QueryToken>) -> String {
    var words: [String] = []
    var last: Int?
    for token in tokens where token.word != last {
      words.append(token.typed)
      last = token.word
    }
    return words.joined(separator: " ")
  }

  /// The word's bytes without a possessive ending and the punctuation around it: `WHO?`, `#US`.
  private func stripped(_ typed: String) -> [UInt8] {
    func isPunctuation(_ character: Character) -> Bool {
      !character.isLetter && !character.isNumber
    }
    var word = typed[...].drop(while: isPunctuation)
    while let last = word.last, isPunctuation(last) { word.removeLast() }
    for ending in ["'s", "’s", "'S", "’S"] where word.hasSuffix(ending) {
      word = word.dropLast(ending.count)
      break
    }
    while let last = word.last, isPunctuation(last) { word.removeLast() }
    return Array(word.utf8)
  }

  private func hasLowerCase(_ text: String) -> Bool {
    text.utf8.contains { (0x61...0x7A).contains($0) }
  }
}
