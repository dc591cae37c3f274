/// What snippets are cut from: the sentences of a text and what matches in it.
///
/// Lengths are counted in units of half a word: a word is two, a character of a script without
/// spaces one.
struct PassageMap {
  struct Sentence {
    /// Byte offset of its beginning.
    var start: Int
    /// Byte offset of its end, closing marks included.
    var end: Int
    /// Units before it.
    var unit: Int
    /// Whether it begins a paragraph or line.
    var isParagraph: Bool
  }

  struct Match {
    /// Number of the concept in the plan.
    var concept: Int
    /// Byte range.
    var range: Range<Int>
    /// Units from the beginning of the text.
    var units: Range<Int>
    /// Whether several words match as a whole.
    var isPhrase: Bool
  }

  var sentences: [Sentence] = []
  /// Matches in their order.
  var matches: [Match] = []
  /// Units of the part of the text that was looked at.
  var units = 0
  /// Whether the whole text was looked at.
  var isComplete = true

  /// Units before the end of a sentence.
  func unitEnd(ofSentence index: Int) -> Int {
    index + 1 < sentences.count ? sentences[index + 1].unit : units
  }

  /// Units of a sentence.
  func length(ofSentence index: Int) -> Int {
    unitEnd(ofSentence: index) - sentences[index].unit
  }
}
