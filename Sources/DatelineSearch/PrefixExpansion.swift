import DatelineAnalysis
import DatelineIndex

/// Finds the terms of the index that stand for words with a certain beginning.
///
/// The index holds stems: `immigr` for `immigrant` and `immigration`, which both begin with
/// `immigra`, and for `immigrate`. So the terms that begin as typed are not all, and of others not all
/// words count.
struct PrefixExpansion {
  /// A term, or the terms with one beginning, whose words may begin as typed.
  struct Form: Equatable {
    /// A word whose term it is: FTS5 stems what it is asked for.
    var word: String
    /// Whether all terms count that begin with this one.
    var isPrefix: Bool
    /// Whether other words have the term too, so that the text says whether it counts.
    var isChecked: Bool
  }

  /// Most beginnings in a query that are looked up.
  static let mostPrefixes = 64
  /// Most terms that are listed where FTS5 cannot be asked for their beginning.
  static let mostListed = 200
  /// What the stemmer takes from a word without looking at what is before it.
  private static let neutralEndings = ["", "ness", "ful", "s", "es"]

  let snapshot: IndexSnapshot
  private let known: [String: [Form]]
  private let stock: StockTokenizer
  private let tokenizer = Tokenizer()

  /// - Parameter known: what was found before in the same file.
  init(snapshot: IndexSnapshot, known: [String: [Form]] = [:]) throws {
    self.snapshot = snapshot
    self.known = known
    stock = try snapshot.tokenizer()
  }

  /// What was found for the beginnings in a query, by the folded beginning. Those behind the first
  /// ``mostPrefixes`` have no entry.
  /// - Complexity: a look-up of a few terms for each; see ``forms(of:)``.
  func forms(in query: Query) throws -> [String: [Form]] {
    var found: [String: [Form]] = [:]
    try collect(query, &found)
    return found
  }

  private func collect(_ query: Query, _ found: inout [String: [Form]]) throws {
    switch query {
    case .prefix(let text), .phrasePrefix(let text):
      guard let beginning = tokenizer.tokens(of: text).last, !CJKTerms.occur(in: beginning),
        found[beginning] == nil, found.count < Self.mostPrefixes
      else { return }
      found[beginning] = try known[beginning] ?? forms(of: beginning)
    case .field(_, let inner), .required(let inner), .not(let inner): try collect(inner, &found)
    case .words(let parts), .and(let parts), .or(let parts):
      for part in parts { try collect(part, &found) }
    case .word, .phrase, .fuzzy, .near, .exact, .entity, .filter, .everything: break
    }
  }

  /// The terms for one folded beginning.
  /// - Complexity: O(endings that go on as the beginning ends), some thousand at most, and O(log terms)
  ///   for each of the few stems these give.
  func forms(of beginning: String) throws -> [Form] {
    var forms: [Form] = []
    if let word = word(ofTerm: beginning) {
      forms.append(Form(word: word, isPrefix: true, isChecked: try isShared(beginning)))
    } else {
      forms = try listed(beginning)
    }
    for word in try shorter(beginning) {
      forms.append(Form(word: word, isPrefix: false, isChecked: true))
    }
    // What no article has is looked for all the same.
    return forms.isEmpty ? [Form(word: beginning, isPrefix: false, isChecked: true)] : forms
  }

  private func term(of word: String) -> String? { stock.tokens(in: word).first?.term }

  /// A word with a certain term, whether any article has it or not.
  private func word(ofTerm term: String) -> String? {
    Self.neutralEndings.lazy.map { term + $0 }.first { self.term(of: $0) == term }
  }

  /// The terms that begin so, one by one.
  private func listed(_ beginning: String) throws -> [Form] {
    var terms: [String] = []
    try snapshot.forEachTerm(beginningWith: beginning) { term in
      if terms.count <= Self.mostListed { terms.append(String(decoding: term, as: UTF8.self)) }
    }
    let words = terms.compactMap(word)
    if words.count == terms.count, terms.count <= Self.mostListed {
      return words.map { Form(word: $0, isPrefix: false, isChecked: true) }
    }
    // Where it is no stem, its own is its beginning.
    return [Form(word: beginning, isPrefix: true, isChecked: true)]
  }

  /// Whether words that begin otherwise have a term that begins so: `trading` that of `trade`.
  private func isShared(_ beginning: String) throws -> Bool {
    guard beginning.hasSuffix("i") || beginning.hasSuffix("e") || beginning.hasSuffix("l") else {
      return false
    }
    for term in [beginning, beginning + "e"] where try snapshot.hasTerm(term) {
      for count in 1...2 {
        let common = term.dropLast(count)
        guard common.utf8.count < beginning.utf8.count else { continue }
        let rest = beginning.dropFirst(common.count)
        for ending in PorterEndings.all where !ending.hasPrefix(rest) {
          if self.term(of: common + ending) == term { return true }
        }
      }
    }
    return false
  }

  /// Words that begin so whose terms do not, one for each term of the index.
  private func shorter(_ beginning: String) throws -> [String] {
    let bytes = Array(beginning.utf8)
    var seen = Set<String>()
    var words: [String] = []
    for split in stride(from: bytes.count - 1, to: 0, by: -1) {
      // The stemmer knows nothing of letters beyond ASCII.
      if bytes[split] >= 0x80 || bytes.count - split > PorterEndings.longest { break }
      let common = String(decoding: bytes[..<split], as: UTF8.self)
      for ending in PorterEndings.beginning(with: bytes[split...]) {
        guard let term = term(of: common + ending), !term.utf8.starts(with: bytes),
          seen.insert(term).inserted, try snapshot.hasTerm(term)
        else { continue }
        words.append(common + ending)
      }
    }
    return words
  }
}
