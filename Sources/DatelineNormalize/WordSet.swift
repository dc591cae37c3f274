/// A set of word hashes that says "no" without hashing again: the hashes are random bits already, and
/// most words are in none of the sets.
struct WordSet {
  private var filter = WordFilter()
  private var words: Set<UInt64>

  init(_ words: Set<UInt64>) {
    self.words = words
    for word in words { filter.insert(word) }
  }

  init(text: String) {
    self.init(Set(text.split { $0 == " " || $0 == "\n" }.map { WordHash.of(String($0)) }))
  }

  var isEmpty: Bool { words.isEmpty }
  var count: Int { words.count }

  func contains(_ word: UInt64) -> Bool { filter.mayContain(word) && words.contains(word) }
}

/// 16,384 bits, one a word hash.
struct WordFilter {
  private var bits = [UInt64](repeating: 0, count: 256)

  mutating func insert(_ word: UInt64) { bits[Int(word >> 6 & 255)] |= 1 << (word & 63) }

  func mayContain(_ word: UInt64) -> Bool {
    bits[Int(word >> 6 & 255)] & (1 << (word & 63)) != 0
  }
}

/// Hash of a word, lower case (ASCII and Latin-1 letters): FNV-1a, 64 bit.
enum WordHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  static let prime: UInt64 = 0x100_0000_01B3

  static func of(_ word: String) -> UInt64 {
    var hash = seed
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* prime }
    return hash
  }
}
