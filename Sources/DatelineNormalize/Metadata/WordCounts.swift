import CBuiltins

/// How many words of a text are of which class of ``EnglishWords``.
struct WordCounts {
  private(set) var words = 0
  /// Bytes of characters outside ASCII.
  private(set) var wideBytes = 0
  /// Four counters of 16 bits, see ``ShortWords/Class``.
  private var counters: UInt64 = 0

  /// The longest text, in bytes, whose words the counters can hold.
  static let longest = 1 << 16

  /// How often "the" occurs.
  var the: Int { count(of: .the) }
  /// Words of ``EnglishWords/english``.
  var english: Int { count(of: .english) }
  /// Words of ``EnglishWords/shared``.
  var shared: Int { count(of: .shared) }
  /// Words of ``EnglishWords/foreign``.
  var foreign: Int { count(of: .foreign) }

  private func count(of kind: ShortWords.Class) -> Int {
    Int(counters >> UInt64(kind.rawValue) & 0xFFFF)
  }

  /// Counts the words at the start of a text: stretches of letters and characters outside ASCII, but
  /// for one that the text ends with, which may be cut off. Linear.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    let count = min(text.count, Self.longest)
    guard let base = text.baseAddress else { return }
    let known = ShortWords.known
    var start = 0
    var isInWord = false
    for block in stride(from: 0, to: count, by: 64) {
      let mask = cbuiltins_words(base + block, count - block)
      wideBytes += mask.wide.nonzeroBitCount
      // Where a word begins and, by turns, where the first character behind it stands.
      var edges = mask.letters ^ (mask.letters << 1 | (isInWord ? 1 : 0))
      if count - block < 64 { edges &= 1 << UInt64(count - block) - 1 }
      while edges != 0 {
        let edge = block + edges.trailingZeroBitCount
        edges &= edges - 1
        if isInWord {
          words += 1
          counters &+= known.increment(ShortWords.key(base, start..<edge, readable: count))
        } else {
          start = edge
        }
        isInWord.toggle()
      }
    }
  }
}

/// The words of ``EnglishWords``, none longer than four bytes, in a table without collisions, so that
/// looking one up takes no branch.
struct ShortWords {
  /// Classes of words, as the place of their counter.
  enum Class: UInt32 {
    case the = 0
    case english = 16
    case shared = 32
    case foreign = 48
  }

  private struct Entry {
    /// Of an empty place a key that no word has.
    var key = UInt32.max
    var counter: UInt32 = 0
  }

  static let known = ShortWords()

  private static let bits: UInt32 = 11
  private var entries: [Entry] = []
  private var multiplier: UInt32 = 0x9E37_79B1

  private init() {
    let classes: [(words: String, Class)] = [
      ("the", .the), (EnglishWords.english, .english), (EnglishWords.shared, .shared),
      (EnglishWords.foreign, .foreign),
    ]
    let words = classes.flatMap { text, kind in
      text.split(separator: " ").map { word in
        Entry(
          key: Array(word.utf8).withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { Self.key($0, 0..<bytes.count, readable: bytes.count) } ?? 0
          }, counter: kind.rawValue)
      }
    }
    while !fill(words) { multiplier = multiplier &* 0x915F_77F5 &+ 2 | 1 }
  }

  /// Puts the words in their places; false when two have the same.
  private mutating func fill(_ words: [Entry]) -> Bool {
    entries = Array(repeating: Entry(), count: 1 << Int(Self.bits))
    for word in words {
      let place = place(of: word.key)
      if entries[place].key != .max { return false }
      entries[place] = word
    }
    return true
  }

  private func place(of key: UInt32) -> Int { Int((key &* multiplier) >> (32 - Self.bits)) }

  /// One in the place of the counter of a word's class; 0 for words that are not in the table.
  @inline(__always)
  func increment(_ key: UInt32) -> UInt64 {
    let entry = entries[place(of: key)]
    return (entry.key == key ? 1 : 0) << UInt64(entry.counter)
  }

  /// The bytes of a word, letters of ASCII as small ones; 0 for one of more than four bytes.
  ///
  /// Invariant: `readable` bytes of the text may be read, and the word lies within them.
  @inline(__always)
  static func key(
    _ text: UnsafePointer<UInt8>, _ word: Range<Int>, readable: Int
  ) -> UInt32 {
    var bytes: UInt32 = 0
    if word.lowerBound + 4 <= readable {
      let raw = UnsafeRawPointer(text + word.lowerBound)
      bytes = UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self))
    } else {
      for index in word.reversed() { bytes = bytes << 8 | UInt32(text[index]) }
    }
    let mask: UInt32 = word.count > 4 ? 0 : ~0 >> UInt32(32 - 8 * word.count)
    return (bytes | 0x2020_2020) & mask
  }
}
