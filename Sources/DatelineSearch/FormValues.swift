/// What is known of a form that was typed in articles, for one state of a file: its saturated frequencies in those that
/// were read for it, and what they are at most in others.
///
/// A hash table with linear probing. Exclusive access to the variables is not checked when the program runs.
/// Invariant: one thread uses the object, and no call that is given one of them reaches it.
final class FormValues {
  /// Most articles that are remembered for a form.
  private static let most = 10_000
  private static let firstCapacity = 64

  /// What is known of one article.
  struct Entry {
    /// -1 where there is none.
    fileprivate var row: Int32 = -1
    /// Tokens of the text among which all that may stand in this form do; -1 where the frequency is known.
    fileprivate(set) var tokens: Int32 = -1
    /// The frequency, or what it is at most.
    fileprivate(set) var most = 0.0

    /// The frequency; `nil` where the article was not read.
    var value: Double? { tokens < 0 ? most : nil }
  }

  /// A power of two of them, at most half in use.
  @exclusivity(unchecked) private var slots = [Entry](
    repeating: Entry(), count: FormValues.firstCapacity)
  @exclusivity(unchecked) private var count = 0

  /// What is known of a row of ``FieldLengths``.
  /// - Complexity: O(1).
  subscript(row: Int) -> Entry? {
    let slot = slots[place(of: row)]
    return slot.row < 0 ? nil : slot
  }

  /// Remembers the frequency in a row.
  func set(_ value: Double, at row: Int) {
    put(Entry(row: Int32(truncatingIfNeeded: row), tokens: -1, most: value))
  }

  /// Remembers what the frequency in a row is at most, where nothing is known of it.
  /// - Parameter tokens: of the text, that must be looked at to know it.
  func set(most: Double, tokens: Int, at row: Int) {
    if self[row] != nil { return }
    put(
      Entry(
        row: Int32(truncatingIfNeeded: row), tokens: Int32(truncatingIfNeeded: tokens), most: most))
  }

  private func put(_ entry: Entry) {
    if count >= Self.most {
      slots = [Entry](repeating: Entry(), count: Self.firstCapacity)
      count = 0
    }
    if 2 * count >= slots.count {
      let old = slots
      slots = [Entry](repeating: Entry(), count: 2 * old.count)
      for slot in old where slot.row >= 0 { slots[place(of: Int(slot.row))] = slot }
    }
    let place = place(of: Int(entry.row))
    if slots[place].row < 0 { count += 1 }
    slots[place] = entry
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
