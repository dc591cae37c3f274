/// Tells plain English by its commonest words, so that most texts need no look by CLD2.
enum EnglishWords {
  /// Words of text below which nothing is said.
  private static let fewest = 40

  /// True when at least a fifth of the words are the commonest of English, "the" among them twice;
  /// no other language's texts are like that. One pass over the bytes.
  static func fill(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var words = 0
    var common = 0
    var articles = 0
    // The last eight letters of the word so far, lower case, the latest in the lowest byte.
    var word: UInt64 = 0
    var length = 0
    for byte in text {
      let letter = byte | 0x20
      if letter &- 0x61 < 26 || byte >= 0x80 {
        word = word << 8 | UInt64(letter)
        length += 1
        continue
      }
      if length == 0 { continue }
      words += 1
      if length <= 4 && commonest.contains(word) {
        common += 1
        if word == the { articles += 1 }
      }
      word = 0
      length = 0
    }
    return words >= fewest && articles >= 2 && common * 5 >= words
  }

  private static let the = packed("the")

  /// In order of frequency in English news, without those that other languages write too.
  private static let commonest: Set<UInt64> = Set(
    [
      "the", "to", "of", "and", "that", "for", "with", "said", "he", "on", "his", "by", "at",
      "from", "have", "has", "it", "be", "not", "but", "are", "this", "they", "who", "its", "had",
      "been", "or", "will", "were", "an", "more", "she", "her",
    ].map(packed))

  private static func packed(_ word: String) -> UInt64 {
    word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
