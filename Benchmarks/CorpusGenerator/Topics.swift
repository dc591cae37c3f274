import DatelineCore

/// The topics of one article: what makes its words and names come back within it.
///
/// An article has one to six topics. Half of them are evergreen, drawn from a fixed set by Zipf's
/// law; the others are stories that exist only in a stretch of neighbouring articles and bring rare
/// words of their own, as news do.
struct Topics {
  static let wordsPerTopic = 32
  static let entitiesPerTopic = 3
  static let maximum = 6

  private static let evergreenCount = 512
  /// Articles that share one set of stories.
  private static let articlesPerStretch = 400
  private static let storiesPerStretch = 24
  private static let evergreenRanks = AliasTable.zipfMandelbrot(
    count: evergreenCount, shift: 3)

  private(set) var count = 0
  /// Number of the leading topic; equal numbers are equal topics.
  private(set) var leading = 0
  private var words: [Vocabulary.WordID]
  private var entities: [Int]

  init() {
    words = Array(repeating: 0, count: Self.maximum * Self.wordsPerTopic)
    entities = Array(repeating: 0, count: Self.maximum * Self.entitiesPerTopic)
  }

  /// Draws the topics of the article at `index`.
  mutating func draw(
    seed: UInt64, index: Int, vocabulary: Vocabulary, random: inout SplitMix64
  ) {
    // The smaller of two draws: few topics are commoner than many.
    count = 1 + min(random.below(Self.maximum), random.below(Self.maximum))
    for topic in 0..<count {
      let number: Int
      let isStory = random.next() & 1 == 0
      if isStory {
        let stretch = index / Self.articlesPerStretch
        let story = min(
          random.below(Self.storiesPerStretch), random.below(Self.storiesPerStretch))
        number = Self.evergreenCount + stretch * Self.storiesPerStretch + story
      } else {
        number = Self.evergreenRanks.draw(&random)
      }
      if topic == 0 { leading = number }
      fill(topic, number: number, isStory: isStory, seed: seed, vocabulary: vocabulary)
    }
  }

  private mutating func fill(
    _ topic: Int, number: Int, isStory: Bool, seed: UInt64, vocabulary: Vocabulary
  ) {
    var random = SplitMix64(seed: seed, label: 7, index: UInt64(number))
    for position in 0..<Self.entitiesPerTopic {
      entities[topic * Self.entitiesPerTopic + position] = vocabulary.entity(&random)
    }
    for position in 0..<Self.wordsPerTopic {
      // Log-uniform ranks: octaves 5 to 14, for the rare words of a story 15 to 22.
      let bits = random.next()
      let isRare = isStory && position & 7 == 3
      let octave = isRare ? 15 + Int(bits & 7) : 5 + Int((bits & 0xFF) * 10 >> 8)
      let lemma = 1 << octave | Int((bits >> 8) & ((1 << UInt64(octave)) - 1))
      words[topic * Self.wordsPerTopic + position] = vocabulary.wordID(
        lemma: lemma, form: bits >> 62 == 0 ? 1 : 0)
    }
  }

  /// A word of a topic for ten random bits; the first words of a topic are the commoner ones.
  @inline(__always)
  func word(ofTopic topic: Int, bits: UInt64) -> Vocabulary.WordID {
    let position = Int(min(bits & 31, (bits >> 5) & 31))
    return words[topic &* Self.wordsPerTopic &+ position]
  }

  /// A name of a topic for four random bits; the first one in five of eight cases.
  @inline(__always)
  func entity(ofTopic topic: Int, bits: UInt64) -> Int {
    let pick = Int(bits & 7)
    return entities[topic &* Self.entitiesPerTopic &+ (pick < 5 ? 0 : pick < 7 ? 1 : 2)]
  }
}
