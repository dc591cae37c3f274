/// Distance of two words in insertions, deletions, replacements and swaps of neighbours.
///
/// The optimal string alignment distance (Boytsov, "Indexing methods for approximate dictionary
/// searching", 2011, section 2.2).
struct EditDistance {
  /// Scalars of the word.
  private let word: [UInt32]
  /// A bit for the scalars of the word that are equal modulo 64.
  private let letters: UInt64
  private let limit: Int
  private var other: [UInt32] = []
  private var before: [Int] = []
  private var last: [Int] = []
  private var row: [Int] = []

  /// Measures distances from `word` up to a limit.
  init(from word: String, limit: Int) {
    self.word = word.unicodeScalars.map(\.value)
    letters = Self.letters(self.word)
    self.limit = limit
  }

  private static func letters(_ word: [UInt32]) -> UInt64 {
    word.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// The distance, `nil` when it is above the limit.
  mutating func distance(to other: String) -> Int? {
    var other = other
    return other.withUTF8 { distance(to: $0) }
  }

  /// The distance to a word in UTF-8, `nil` when it is above the limit.
  /// - Complexity: O(bytes) for most words, which have other letters; else O(length of both words multiplied).
  mutating func distance(to bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    // A scalar takes four bytes at most.
    if bytes.count < word.count - limit || bytes.count > 4 * (word.count + limit) { return nil }
    other.removeAll(keepingCapacity: true)
    var otherLetters: UInt64 = 0
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes {
        otherLetters |= 1 << UInt64(byte & 63)
        other.append(UInt32(byte))
      }
    } else {
      other.append(
        contentsOf: String(decoding: bytes, as: UTF8.self).unicodeScalars.lazy.map(\.value))
      otherLetters = Self.letters(other)
    }
    // An edit takes one letter away at most, and brings one.
    if abs(other.count - word.count) > limit || (letters & ~otherLetters).nonzeroBitCount > limit
      || (otherLetters & ~letters).nonzeroBitCount > limit
    {
      return nil
    }
    return distanceToOther()
  }

  private mutating func distanceToOther() -> Int? {
    let count = other.count
    if row.count <= count {
      before = Array(repeating: 0, count: count + 1)
      last = before
      row = before
    }
    for column in 0...count { last[column] = column }
    for index in word.indices {
      row[0] = index + 1
      var least = row[0]
      for column in 0..<count {
        var cost = min(
          last[column] + (word[index] == other[column] ? 0 : 1), last[column + 1] + 1,
          row[column] + 1)
        if index > 0, column > 0, word[index] == other[column - 1], word[index - 1] == other[column]
        {
          cost = min(cost, before[column - 1] + 1)
        }
        row[column + 1] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
      swap(&before, &last)
      swap(&last, &row)
    }
    let distance = last[count]
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
