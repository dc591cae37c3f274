/// Chooses the best passages of a text, one after the other.
///
/// How many concepts a passage shows that no other does comes first; then, in this order of weight,
/// how close different concepts stand, whether its sentences are whole, whether a phrase or name of
/// several words matches, how early it stands, and how much matches. Words that nobody typed
/// (``QueryExpansion``) hardly count.
struct PassageSelection {
  /// Units of a passage: 36 words.
  static let budget = 72
  /// Units that a passage may be longer, to end with its sentence.
  static let slack = 8
  /// Most passages that are passed over because they say the same as others.
  static let mostRepeats = 20
  /// How much a concept counts that was not asked for.
  static let relatedWeight = 0.05
  /// Most passages of a text.
  static let mostPassages = 100

  /// Matches of a concept that may each begin a passage; of more, some are tried.
  static let mostStarts = 2000

  private let map: PassageMap
  private let bytes: TextBytes.Buffer
  /// How much each concept counts.
  private let weights: [Double]
  private var isSeen: [Bool]
  /// The candidate in which each concept was counted last.
  private var counted: [Int]
  private var candidates = 0
  private var frequency: [Int]
  private var chosen: [Passage] = []
  /// Units of chosen passages, and of those that say again what a chosen one says (the lead under a
  /// picture), in order.
  private var taken: [Range<Int>] = []

  init(_ map: PassageMap, _ bytes: TextBytes.Buffer, weights: [Double]) {
    self.map = map
    self.bytes = bytes
    self.weights = weights
    isSeen = Array(repeating: false, count: weights.count)
    counted = Array(repeating: -1, count: weights.count)
    frequency = Array(repeating: 0, count: weights.count)
    for match in map.matches { frequency[match.concept] += 1 }
  }

  /// At most so many passages in the order of the text, none overlapping; the beginning of the text
  /// when nothing matches.
  /// - Complexity: O(matches) for each passage, most of it for ``mostStarts`` of each concept.
  mutating func passages(_ count: Int) -> [Passage] {
    guard !map.sentences.isEmpty else { return [] }
    let most = min(count, Self.mostPassages)
    while chosen.count < most, taken.count < most + Self.mostRepeats, let best = best() {
      let units = best.units
      let index = taken.firstIndex { $0.lowerBound > units.lowerBound } ?? taken.count
      taken.insert(units, at: index)
      if isRepeat(best) { continue }
      for match in map.matches[best.matches] { isSeen[match.concept] = true }
      let place = chosen.firstIndex { $0.units.lowerBound > best.units.lowerBound } ?? chosen.count
      chosen.insert(best, at: place)
    }
    if chosen.isEmpty { chosen = [beginning()] }
    for index in chosen.indices { pad(index) }
    return joined()
  }

  /// Whether the sentences of a passage are word for word those of a chosen one.
  private func isRepeat(_ passage: Passage) -> Bool {
    func text(_ passage: Passage) -> Slice<TextBytes.Buffer> {
      let start = map.sentences[passage.sentences.lowerBound].start
      return bytes[start..<max(start, map.sentences[passage.sentences.upperBound].end)]
    }
    return chosen.contains {
      $0.sentences != passage.sentences && text($0).elementsEqual(text(passage))
    }
  }

  private func beginning() -> Passage {
    let length = map.length(ofSentence: 0)
    if length > Self.budget + Self.slack {
      return Passage(
        sentences: 0...0, matches: 0..<0, start: .sentence, end: .cut(room: Self.budget),
        units: 0..<Self.budget)
    }
    return Passage(
      sentences: 0...0, matches: 0..<0, start: .sentence, end: .sentence, units: 0..<length)
  }

  // MARK: The best passage

  private mutating func best() -> Passage? {
    var best: (score: Double, passage: Passage)?
    var sentence = 0
    var place = 0
    var lastStart = -1
    var lastCut = Int.min
    let step = max(1, map.matches.count / Self.mostStarts)
    for (index, match) in map.matches.enumerated() {
      // A word on every line of a long text: some of its places are as good as all.
      if frequency[match.concept] > Self.mostStarts, index % step != 0 { continue }
      while map.unitEnd(ofSentence: sentence) <= match.units.lowerBound,
        sentence + 1 < map.sentences.count
      { sentence += 1 }
      // The units around the match that are not taken.
      while place < taken.count, taken[place].upperBound <= match.units.lowerBound { place += 1 }
      let floor = place > 0 ? taken[place - 1].upperBound : 0
      let ceiling = place < taken.count ? taken[place].lowerBound : map.units
      guard floor <= match.units.lowerBound, match.units.upperBound <= ceiling else { continue }
      let free = floor..<ceiling
      let (start, unit) = beginning(at: match, sentence, free)
      // Matches that give the same passage again, or nearly.
      if start == .sentence {
        if unit == lastStart { continue }
        lastStart = unit
      } else {
        if unit < lastCut + Self.slack { continue }
        lastCut = unit
      }
      for passage in passages(from: index, sentence, start, unit, free) {
        let score = score(passage)
        if score > best?.score ?? 0 { best = (score, passage) }
      }
    }
    return best?.passage
  }

  /// Where a passage begins whose first match is this one: with the sentence if all of it fits, or if
  /// the match stands in the first half of what fits.
  private func beginning(
    at match: PassageMap.Match, _ sentence: Int, _ free: Range<Int>
  ) -> (start: Passage.Edge, unit: Int) {
    let first = map.sentences[sentence].unit
    let before = match.units.lowerBound - first
    let isWhole = map.length(ofSentence: sentence) <= Self.budget + Self.slack
    if first >= free.lowerBound, isWhole || before <= Self.budget / 2 { return (.sentence, first) }
    let room = min(Self.budget / 4, match.units.lowerBound - max(first, free.lowerBound))
    return (.cut(room: room), match.units.lowerBound - room)
  }

  /// Passages that begin at a place: one that ends with a sentence, and one that goes on to further
  /// matches where these do not stand in a sentence that fits.
  private func passages(
    from index: Int, _ sentence: Int, _ start: Passage.Edge, _ unit: Int, _ free: Range<Int>
  ) -> [Passage] {
    let limit = min(unit + Self.budget, free.upperBound)
    let slackLimit = min(unit + Self.budget + Self.slack, free.upperBound)
    var end = index + 1
    var last = sentence
    var whole: Passage?
    var reach = map.matches[index].units.upperBound
    func wholePassage() -> Passage? {
      let stop = map.unitEnd(ofSentence: last)
      guard stop <= slackLimit else { return nil }
      return Passage(
        sentences: sentence...last, matches: index..<end, start: start, end: .sentence,
        units: unit..<stop)
    }
    whole = wholePassage()
    while end < map.matches.count {
      let match = map.matches[end]
      guard
        match.units.upperBound
          <= max(
            limit,
            map.unitEnd(ofSentence: last) <= slackLimit
              ? map.unitEnd(ofSentence: last) : limit)
      else { break }
      while map.unitEnd(ofSentence: last) <= match.units.lowerBound, last + 1 < map.sentences.count
      {
        last += 1
      }
      reach = max(reach, match.units.upperBound)
      end += 1
      whole = wholePassage() ?? whole
    }
    var result: [Passage] = []
    if let whole { result.append(whole) }
    if whole?.matches.upperBound != end {
      result.append(
        Passage(
          sentences: sentence...last, matches: index..<end, start: start,
          end: .cut(room: max(0, limit - reach)), units: unit..<max(limit, reach)))
    }
    return result
  }

  private mutating func score(_ passage: Passage) -> Double {
    candidates += 1
    var fresh = 0.0
    var seen = 0.0
    var concepts = 0
    var closeness = 0.0
    var hasPhrase = false
    var previous: PassageMap.Match?
    for match in map.matches[passage.matches] {
      if counted[match.concept] != candidates {
        counted[match.concept] = candidates
        concepts += 1
        let weight = weights[match.concept]
        if isSeen[match.concept] { seen += weight } else { fresh += weight }
      }
      if match.isPhrase { hasPhrase = true }
      if let previous, previous.concept != match.concept {
        let gap = Double(max(0, match.units.lowerBound - previous.units.upperBound)) / 2
        closeness += 1 / (1 + gap)
      }
      previous = match
    }
    let isWhole = passage.start == .sentence && passage.end == .sentence
    let words = Double(passage.units.lowerBound) / 2
    let repeats = Double(passage.matches.count - concepts)
    var score = 8 * fresh + min(seen, 6)
    score += concepts > 1 ? 0.4 * min(1, closeness / Double(concepts - 1)) : 0
    score += isWhole ? 0.2 : 0
    score += hasPhrase ? 0.15 : 0
    score += 0.1 / (1 + words / 60)
    score += 0.1 * repeats / (repeats + 4)
    return score
  }

  // MARK: Filling up and joining

  /// Adds whole sentences around a passage while they fit; of another paragraph only to a very short
  /// one.
  private mutating func pad(_ index: Int) {
    var passage = chosen[index]
    func fits(_ sentence: Int, isNewParagraph: Bool) -> Bool {
      let units = passage.units.count + map.length(ofSentence: sentence)
      return units <= Self.budget && (!isNewParagraph || passage.units.count < Self.budget / 3)
    }
    let ceiling = index + 1 < chosen.count ? chosen[index + 1].units.lowerBound : map.units
    while passage.end == .sentence, passage.sentences.upperBound + 1 < map.sentences.count {
      let next = passage.sentences.upperBound + 1
      guard map.unitEnd(ofSentence: next) <= ceiling,
        fits(next, isNewParagraph: map.sentences[next].isParagraph)
      else { break }
      passage.sentences = passage.sentences.lowerBound...next
      passage.units = passage.units.lowerBound..<map.unitEnd(ofSentence: next)
    }
    let floor = index > 0 ? chosen[index - 1].units.upperBound : 0
    while passage.start == .sentence, passage.sentences.lowerBound > 0 {
      let previous = passage.sentences.lowerBound - 1
      guard map.sentences[previous].unit >= floor,
        fits(previous, isNewParagraph: map.sentences[previous + 1].isParagraph)
      else { break }
      passage.sentences = previous...passage.sentences.upperBound
      passage.units = map.sentences[previous].unit..<passage.units.upperBound
    }
    chosen[index] = passage
  }

  /// Passages that follow each other without a gap as one.
  private func joined() -> [Passage] {
    var result: [Passage] = []
    for passage in chosen {
      if let last = result.last, last.end == .sentence, passage.start == .sentence,
        last.sentences.upperBound + 1 == passage.sentences.lowerBound
      {
        var joined = last
        joined.sentences = last.sentences.lowerBound...passage.sentences.upperBound
        joined.matches =
          last.matches.lowerBound..<max(last.matches.upperBound, passage.matches.upperBound)
        joined.end = passage.end
        joined.units = last.units.lowerBound..<passage.units.upperBound
        result[result.count - 1] = joined
      } else {
        result.append(passage)
      }
    }
    return result
  }
}
