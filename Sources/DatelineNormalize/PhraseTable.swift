/// Word sequences to be found in lines, with their meaning; matching costs one table look-up a word.
///
/// Notation of a phrase: words in lower case; the marks `: / | ( @` are words of their own; `^`
/// before the first word ties it to the start of the line, `$` after the last to its end, `*` stands
/// for up to eight words.
struct PhraseTable {
  /// Meanings a phrase can have.
  struct Meaning: OptionSet {
    let rawValue: UInt8
    /// Asks the reader to do something, or is other furniture, in a short line.
    static let callToAction = Meaning(rawValue: 1)
    /// The same, whatever the length of the line.
    static let strongCallToAction = Meaning(rawValue: 2)
    /// Credit or caption of a picture.
    static let photo = Meaning(rawValue: 4)
    /// Heading of a list of other articles or of the page's foot.
    static let tailHeading = Meaning(rawValue: 8)
    /// Start of a note to an article or of a pointer to another one.
    static let note = Meaning(rawValue: 16)
  }

  private struct Phrase {
    var rest: [UInt64]
    var atStart: Bool
    var atEnd: Bool
    var meaning: Meaning
  }

  static let gap = WordHash.of("*")
  private var phrases: [UInt64: [Phrase]] = [:]
  private var filter = WordFilter()

  init(_ lists: [(Meaning, [String])]) {
    for (meaning, list) in lists {
      for text in list.flatMap({ $0.split(separator: ";") }) {
        var words = text.split(separator: " ").map(String.init)
        let atStart = words.first == "^"
        if atStart { words.removeFirst() }
        let atEnd = words.last == "$"
        if atEnd { words.removeLast() }
        let hashes = words.map(WordHash.of)
        guard let first = hashes.first else { continue }
        phrases[first, default: []].append(
          Phrase(rest: Array(hashes.dropFirst()), atStart: atStart, atEnd: atEnd, meaning: meaning))
        filter.insert(first)
      }
    }
  }

  /// Meanings of all phrases in `words`. `words` is the slice of one line.
  func meanings(in words: ArraySlice<UInt64>) -> Meaning {
    var found: Meaning = []
    for index in words.indices {
      let word = words[index]
      guard filter.mayContain(word), let candidates = phrases[word] else { continue }
      for phrase in candidates where !found.contains(phrase.meaning) {
        if phrase.atStart && index != words.startIndex { continue }
        guard let end = Self.match(phrase.rest[...], words, index + 1) else { continue }
        if phrase.atEnd && end != words.endIndex { continue }
        found.insert(phrase.meaning)
      }
    }
    return found
  }

  private static func match(
    _ rest: ArraySlice<UInt64>, _ words: ArraySlice<UInt64>, _ start: Int
  ) -> Int? {
    var index = start
    for position in rest.indices {
      if rest[position] == gap {
        let tail = rest[(position + 1)...]
        for skip in index...min(index + 8, words.endIndex) {
          if let end = match(tail, words, skip) { return end }
        }
        return nil
      }
      guard index < words.endIndex, words[index] == rest[position] else { return nil }
      index += 1
    }
    return index
  }
}
