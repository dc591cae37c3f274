import DatelineAnalysis
import DatelineIndex

/// What the best articles gain for words in the very form that was typed: for each such word a share
/// of what it would bring by its occurrences in that form alone.
///
/// Looks at the title and the first ``PreferredForm/window`` tokens of the text, as far as the word is asked for there.
struct PreferredFormScorer {
  private let formula: RankingFormula
  private let lengths: FieldLengths
  private let averages: FieldLengths.Averages
  private let words:
    [(form: PreferredForm, scope: QueryPlanner.Scope, gain: Double, values: FormValues)]
  /// What their first tokens hash to.
  private let hashes: [UInt64]
  private var tokens = TokenBuffer()

  /// - Returns: `nil` where no word has such a form, so that no article need be read.
  init?(_ scorer: Scorer) {
    formula = scorer.input.formula
    lengths = scorer.input.lengths
    averages = lengths.averages
    guard formula.exactForm > 0, !scorer.idf.isEmpty else { return nil }
    var words: [(PreferredForm, QueryPlanner.Scope, Double, FormValues)] = []
    for (index, concept) in scorer.concepts.enumerated() {
      guard let form = concept.preferred, let values = scorer.input.forms[index] else { continue }
      words.append(
        (form, concept.scope, formula.exactForm * concept.weight * scorer.idf[index], values))
    }
    if words.isEmpty { return nil }
    self.words = words
    hashes = words.map(\.0.firstHash)
  }

  /// A scorer that gives the saturated frequency of one form.
  init(
    _ form: PreferredForm, in scope: QueryPlanner.Scope, _ values: FormValues,
    _ formula: RankingFormula, _ lengths: FieldLengths
  ) {
    self.formula = formula
    self.lengths = lengths
    averages = lengths.averages
    words = [(form, scope, 1, values)]
    hashes = [form.firstHash]
  }

  /// The saturated frequency of the only form in an article and row.
  mutating func value(of id: Int64, _ row: Int, _ snapshot: IndexSnapshot) throws -> Double {
    if let known = words[0].values[row]?.value { return known }
    try read(id, row, snapshot)
    return words[0].values[row]?.value ?? 0
  }

  /// The gain of one article.
  /// - Complexity: O(bytes of the title and of the first tokens of the text) the first time.
  mutating func score(of id: Int64, _ snapshot: IndexSnapshot) throws -> Double {
    guard let row = lengths.row(of: id) else { return 0 }
    if let known = sum(row) { return known }
    try read(id, row, snapshot)
    return sum(row) ?? 0
  }

  /// The gain in a row; `nil` where its article was not read.
  private func sum(_ row: Int) -> Double? {
    var sum = 0.0
    for word in words {
      guard let value = word.values[row]?.value else { return nil }
      sum += word.gain * value
    }
    return sum
  }

  private mutating func read(_ id: Int64, _ row: Int, _ snapshot: IndexSnapshot) throws {
    // Of words about which nothing is known all that may count is looked at.
    var needed = 0
    for word in words where word.scope != .title {
      let window = word.scope == .lead ? EntityTagger.leadLength : PreferredForm.window
      let known = word.values[row].map { $0.value == nil ? Int($0.tokens) : 0 }
      needed = max(needed, known ?? window)
    }
    var found = Array(repeating: Scorer.Occurrences(), count: words.count)
    if needed == 0 {
      try snapshot.withTitle(id: id) { count($0, isTitle: true, PreferredForm.window, &found) }
    } else {
      try snapshot.withText(id: id) { title, body in
        count(title, isTitle: true, PreferredForm.window, &found)
        count(body, isTitle: false, needed, &found)
      }
    }
    for (word, found) in zip(words, found) where word.values[row]?.value == nil {
      let value =
        found.isEmpty
        ? 0 : formula.saturate(formula.frequency(of: found, lengths[row], averages: averages))
      word.values.set(value, at: row)
    }
  }

  /// Counts in the first tokens of a field.
  private mutating func count(
    _ text: UnsafeBufferPointer<UInt8>, isTitle: Bool, _ most: Int,
    _ found: inout [Scorer.Occurrences]
  ) {
    // A form that begins with the last of them may have further tokens.
    let more = words.reduce(0) { max($0, $1.form.count - 1) }
    tokens.fill(from: text, most: most + more)
    tokens.withSpans { spans in
      for place in words.indices {
        let (scope, hash) = (words[place].scope, hashes[place])
        if isTitle ? scope == .body || scope == .lead : scope == .title { continue }
        let end = scope == .lead ? EntityTagger.leadLength : most
        for index in 0..<min(spans.count, most, end)
        where spans[index].hash == hash && words[place].form.stands(at: index, of: spans, in: text)
        {
          if isTitle {
            found[place].title += 1
          } else if index < EntityTagger.leadLength {
            found[place].lead += 1
          } else {
            found[place].rest += 1
          }
        }
      }
    }
  }
}
