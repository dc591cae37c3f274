import DatelineAnalysis
import DatelineIndex

/// What the best articles gain for words in the very form that was typed: for each such word a share
/// of what it would bring by its occurrences in that form alone.
///
/// Looks at the title and the first ``PreferredForm/window`` tokens of the text.
struct PreferredFormScorer {
  private let formula: RankingFormula
  private let lengths: FieldLengths
  private let averages: FieldLengths.Averages
  private let words: [(form: PreferredForm, gain: Double, values: FormValues)]
  /// What their first tokens hash to.
  private let hashes: [UInt64]
  private var tokens = TokenBuffer()

  /// - Parameter values: gives what is known of a form.
  /// - Returns: `nil` where no word has such a form, so that no article need be read.
  init?(_ scorer: Scorer, _ values: (PreferredForm) -> FormValues) {
    formula = scorer.input.formula
    lengths = scorer.input.lengths
    averages = lengths.averages
    guard formula.exactForm > 0, !scorer.idf.isEmpty else { return nil }
    let formula = self.formula
    words = scorer.concepts.enumerated().compactMap { index, concept in
      concept.preferred.map {
        ($0, formula.exactForm * concept.weight * scorer.idf[index], values($0))
      }
    }
    if words.isEmpty { return nil }
    hashes = words.map(\.form.firstHash)
  }

  /// A scorer that gives the saturated frequency of one form.
  init(
    _ form: PreferredForm, _ values: FormValues, _ formula: RankingFormula, _ lengths: FieldLengths
  ) {
    self.formula = formula
    self.lengths = lengths
    averages = lengths.averages
    words = [(form, 1, values)]
    hashes = [form.firstHash]
  }

  /// The saturated frequency of the only form in an article and row.
  mutating func value(of id: Int64, _ row: Int, _ snapshot: IndexSnapshot) throws -> Double {
    if let known = words[0].values[row] { return known }
    try read(id, row, snapshot)
    return words[0].values[row] ?? 0
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
      guard let value = word.values[row] else { return nil }
      sum += word.gain * value
    }
    return sum
  }

  private mutating func read(_ id: Int64, _ row: Int, _ snapshot: IndexSnapshot) throws {
    try snapshot.withText(id: id) { title, body in
      var found = Array(repeating: Scorer.Occurrences(), count: words.count)
      count(title, isTitle: true, &found)
      count(body, isTitle: false, &found)
      for (word, found) in zip(words, found) {
        let value =
          found.isEmpty
          ? 0
          : formula.saturate(formula.frequency(of: found, lengths[row], averages: averages))
        word.values.set(value, at: row)
      }
    }
  }

  private mutating func count(
    _ text: UnsafeBufferPointer<UInt8>, isTitle: Bool, _ found: inout [Scorer.Occurrences]
  ) {
    // Eight bytes a token are enough for most languages; the last token may be cut.
    fill(text, limit: PreferredForm.window * 8)
    if tokens.count <= PreferredForm.window, text.count > PreferredForm.window * 8 {
      fill(text, limit: PreferredForm.window * 64)
    }
    tokens.withSpans { spans in
      for index in 0..<min(spans.count, PreferredForm.window) {
        let hash = spans[index].hash
        for place in words.indices
        where hashes[place] == hash && words[place].form.stands(at: index, of: spans, in: text) {
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

  private mutating func fill(_ text: UnsafeBufferPointer<UInt8>, limit: Int) {
    var end = min(limit, text.count)
    // Not into a character.
    while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    tokens.fill(from: UnsafeBufferPointer(rebasing: text[..<end]))
  }
}

/// Saturated frequencies of a form in the articles that were read for it, for one state of a file.
///
/// A hash table with linear probing. Exclusive access to the variables is not checked when the program runs.
/// Invariant: one thread uses the object, and no call that is given one of them reaches it.
final class FormValues {
  /// Most articles that are remembered for a form.
  private static let most = 10_000
  private static let firstCapacity = 64

  private struct Slot {
    /// -1 where the slot is free.
    var row: Int32 = -1
    var value = 0.0
  }

  /// A power of two of them, at most half in use.
  @exclusivity(unchecked) private var slots = [Slot](
    repeating: Slot(), count: FormValues.firstCapacity)
  @exclusivity(unchecked) private var count = 0

  /// The frequency in a row of ``FieldLengths``; `nil` where the article was not read.
  subscript(row: Int) -> Double? {
    let slot = slots[place(of: row)]
    return slot.row < 0 ? nil : slot.value
  }

  /// Remembers the frequency in a row.
  func set(_ value: Double, at row: Int) {
    if count >= Self.most {
      slots = [Slot](repeating: Slot(), count: Self.firstCapacity)
      count = 0
    }
    if 2 * count >= slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(), count: 2 * old.count)
      for slot in old where slot.row >= 0 { slots[place(of: Int(slot.row))] = slot }
    }
    let place = place(of: row)
    if slots[place].row < 0 { count += 1 }
    slots[place] = Slot(row: Int32(truncatingIfNeeded: row), value: value)
  }

  /// Where a row is, or would be. The multiplier is that of Fibonacci hashing (Knuth, The Art of Computer
  /// Programming 3, section 6.4).
  @inline(__always)
  private func place(of row: Int) -> Int {
    let mask = slots.count - 1
    var place =
      Int(truncatingIfNeeded: UInt64(truncatingIfNeeded: row) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while slots[place].row >= 0, slots[place].row != Int32(truncatingIfNeeded: row) {
      place = (place + 1) & mask
    }
    return place
  }
}
