import DatelineIndex

/// Gives the occurrences of a concept, article by article.
protocol OccurrenceSource: ~Copyable {
  /// Number of articles, at most.
  var most: Int { get }
  /// The next article, by ascending id; `nil` behind the last.
  mutating func next() -> (article: Int64, found: Scorer.Occurrences)?
}

/// The occurrences of a concept that is a phrase or an entity: those of its words, and the mentions of its entity
/// where these are more.
///
/// Invariant: `articles` points into `counts`, which is held; `batch` is filled before it is looked at.
struct ConceptOccurrences: OccurrenceSource, ~Copyable {
  /// Counts that are fetched together.
  private static let batchSize = 512

  private let counts: PhraseCounts?
  private let articles: UnsafeBufferPointer<Int64>
  private let batch = UnsafeMutableBufferPointer<PhraseCounts.Count>.allocate(capacity: batchSize)
  private var place = 0
  private let mentions: EntityMentions?
  private let mentionCount: Int
  private var nextMention = 0
  private let inLeadOnly: Bool

  /// - Parameters:
  ///   - counts: occurrences of the concept's words; `nil` without words.
  ///   - mentions: mentions of its entity.
  ///   - inLeadOnly: whether occurrences behind the lead do not count.
  init(_ counts: PhraseCounts?, mentions: EntityMentions?, inLeadOnly: Bool) {
    self.counts = counts
    articles = counts?.articles ?? UnsafeBufferPointer(start: nil, count: 0)
    self.mentions = mentions
    mentionCount = mentions?.articles.count ?? 0
    self.inLeadOnly = inLeadOnly
  }

  deinit { batch.deallocate() }

  var most: Int { articles.count + mentionCount }

  @inline(__always)
  mutating func next() -> (article: Int64, found: Scorer.Occurrences)? {
    let word = place < articles.count ? articles[place] : .max
    let mention =
      nextMention < mentionCount ? mentions.unsafelyUnwrapped.articles[nextMention] : .max
    if place == articles.count, nextMention == mentionCount { return nil }
    var found = Scorer.Occurrences()
    if place < articles.count, word <= mention {
      let inBatch = place % Self.batchSize
      if inBatch == 0 { counts?.fill(batch, from: place) }
      place += 1
      let count = batch[inBatch]
      found.title = Double(count.title)
      found.lead = Double(count.lead)
      if !inLeadOnly { found.rest = Double(count.rest) }
    }
    if nextMention < mentionCount, mention <= word {
      found.add(mentions.unsafelyUnwrapped.weights[nextMention])
      nextMention += 1
    }
    return (min(word, mention), found)
  }
}

/// Occurrences that were counted in the rows that match.
struct CollectedOccurrences: OccurrenceSource {
  private let collector: OccurrenceCollector
  private var place = 0

  init(_ collector: OccurrenceCollector) { self.collector = collector }

  var most: Int { collector.articles.count }

  mutating func next() -> (article: Int64, found: Scorer.Occurrences)? {
    if place == collector.articles.count { return nil }
    defer { place += 1 }
    return (collector.articles[place], collector.occurrences[place])
  }
}
