/// Distance of two words in insertions, deletions, replacements and swaps of neighbours.
///
/// The optimal string alignment distance (Boytsov, "Indexing methods for approximate dictionary
/// searching", 2011, section 2.2).
struct EditDistance {
  private let word: [Unicode.Scalar]
  private let limit: Int
  private var before: [Int] = []
  private var last: [Int] = []
  private var row: [Int] = []

  /// Measures distances from `word` up to a limit.
  init(from word: String, limit: Int) {
    self.word = Array(word.unicodeScalars)
    self.limit = limit
  }

  /// The distance, `nil` when it is above the limit.
  /// - Complexity: O(length of both words multiplied).
  mutating func distance(to other: String) -> Int? {
    let other = Array(other.unicodeScalars)
    if abs(other.count - word.count) > limit { return nil }
    last = Array(0...other.count)
    before = last
    row = last
    for (index, scalar) in word.enumerated() {
      row[0] = index + 1
      var least = row[0]
      for (column, candidate) in other.enumerated() {
        var cost = min(
          last[column] + (scalar == candidate ? 0 : 1), last[column + 1] + 1, row[column] + 1)
        if index > 0, column > 0, scalar == other[column - 1], word[index - 1] == candidate {
          cost = min(cost, before[column - 1] + 1)
        }
        row[column + 1] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
      swap(&before, &last)
      swap(&last, &row)
    }
    let distance = last[other.count]
    return distance <= limit ? distance : nil
  }

  /// How many edits make a word another one still meant: none in short words, two in long ones.
  static func limit(for word: String) -> Int {
    switch word.unicodeScalars.count {
    case ...3: 0
    case 4...5: 1
    default: 2
    }
  }
}
