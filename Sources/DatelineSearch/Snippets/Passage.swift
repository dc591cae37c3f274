/// A passage of a text worth showing: whole sentences, or part of a long one.
struct Passage {
  /// Where a passage begins or ends.
  enum Edge: Equatable {
    /// With the sentence.
    case sentence
    /// Inside the sentence, with room for so many units before the first match or behind the last.
    case cut(room: Int)
  }

  /// First and last sentence.
  var sentences: ClosedRange<Int>
  /// Matches inside, by their places in the map.
  var matches: Range<Int>
  var start: Edge
  var end: Edge
  /// Units it takes, about: of cut ends at most so many.
  var units: Range<Int>
}

/// The bytes of a passage.
struct PassageRange {
  var bytes: Range<Int>
  /// Whether the sentence goes on before it.
  var isCutAtStart: Bool
  /// Whether the sentence goes on behind it.
  var isCutAtEnd: Bool
}
