import DatelineCore

/// Counts on how many documents of a source a line was seen: what stands on many pages is page
/// furniture, whatever it says.
///
/// Keeps a 64-bit hash and a counter a line, no text. Memory is bounded: at most
/// ``entriesPerSource`` lines a source and ``totalEntries`` over all. When a bound is reached, all
/// counters concerned are halved and those that reach zero are forgotten, until half of the bound is
/// free; so counts may be too low, never too high, and rare lines go first. One entry takes about 20
/// bytes.
package struct LineMemory: Sendable {
  /// Most lines kept for one source.
  package static let entriesPerSource = 100_000
  /// Most lines kept over all sources.
  package static let totalEntries = 4_000_000

  /// Lines of a page that count as its head: headlines stand there, lists of other articles below.
  static let headLines = 25

  /// On how many documents a line was seen.
  fileprivate struct Seen: Sendable {
    var documents: UInt16 = 0
    /// Documents that have it once, among their first ``headLines`` lines.
    var heads: UInt16 = 0

    mutating func add(inHead: Bool) {
      if documents < .max { documents += 1 }
      if inHead, heads < .max { heads += 1 }
    }
  }

  private struct Source: Sendable {
    var documents = 0
    var counts: [UInt64: Seen] = [:]

    mutating func halve() {
      counts = counts.compactMapValues {
        $0.documents > 1 ? Seen(documents: $0.documents / 2, heads: $0.heads / 2) : nil
      }
    }
  }

  private var sources: [String: Source] = [:]
  private var entries = 0
  private let perSource: Int
  private let total: Int

  /// Creates an empty memory.
  package init() {
    self.init(perSource: Self.entriesPerSource, total: Self.totalEntries)
  }

  init(perSource: Int, total: Int) {
    self.perSource = perSource
    self.total = total
  }

  /// Counts each line of `page` once for `source`. Linear in the page.
  package mutating func learn(page text: String, source: String) {
    let bytes = TextNormalizer.lines(text)
    var inHead: [UInt64: Bool] = [:]
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let isFirst = inHead.updateValue(false, forKey: Self.hash(line)) == nil
      if isFirst, number < Self.headLines { inHead[Self.hash(line)] = true }
      number += 1
    }
    // Taken out of the dictionary while it changes, so that it is not copied.
    var memory = sources.removeValue(forKey: source) ?? Source()
    let before = memory.counts.count
    memory.documents += 1
    for (hash, inHead) in inHead { memory.counts[hash, default: Seen()].add(inHead: inHead) }
    while memory.counts.count > perSource {
      repeat { memory.halve() } while memory.counts.count > perSource / 2
    }
    entries += memory.counts.count - before
    sources[source] = memory
    if entries > total { evict() }
  }

  /// The number of documents of `source` learnt so far.
  package func documents(of source: String) -> Int { sources[source]?.documents ?? 0 }

  /// The number of documents of `source` on which `line` (normalised) was seen.
  package func documents(with line: some StringProtocol, source: String) -> Int {
    Int(sources[source]?.counts[Self.hash(Array(line.utf8)[...])]?.documents ?? 0)
  }

  /// Number of lines kept.
  package var count: Int { entries }

  private mutating func evict() {
    while entries > total / 2 {
      entries = 0
      for name in Array(sources.keys) {
        sources[name]?.halve()
        let left = sources[name]?.counts.count ?? 0
        // The number of documents stays known: it is the base of the shares.
        entries += left
      }
    }
  }

  static func hash(_ line: ArraySlice<UInt8>) -> UInt64 {
    line.withUnsafeBufferPointer(ContentHash.short)
  }

  /// Counters of one source, for a page's lines.
  struct Counts {
    let documents: Int
    fileprivate let counts: [UInt64: Seen]

    func callAsFunction(_ hash: UInt64) -> (documents: Int, heads: Int) {
      guard !counts.isEmpty, let seen = counts[hash] else { return (0, 0) }
      return (Int(seen.documents), Int(seen.heads))
    }

    /// Whether a line seen on `count` documents is furniture: on three documents, or on two that
    /// are 30% of all.
    func isRepeated(_ count: Int) -> Bool {
      count >= 3 || (count == 2 && documents * 3 <= 20)
    }
  }

  func counts(of source: String) -> Counts {
    let memory = sources[source]
    return Counts(documents: memory?.documents ?? 0, counts: memory?.counts ?? [:])
  }
}
