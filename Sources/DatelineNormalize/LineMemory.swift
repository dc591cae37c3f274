package import DatelineCore

/// Counts on how many documents of a source a line was seen: what stands on many pages is page
/// furniture, whatever it says.
///
/// Lines are those of pages flattened to text, or the texts between the tags of HTML pages. Keeps a
/// 64-bit hash and a counter a line, no text. A page counts once, however often it comes and whatever
/// was added to it: the versions of a story share its text, and the same dump again teaches nothing
/// new.
///
/// Memory is bounded: at most ``pagesPerSource`` pages of a source are learnt and ``totalPages`` in
/// all, at most ``entriesPerSource`` lines a source and ``totalEntries`` over all, of at most ``mostSources``
/// sources. When a bound of
/// lines is reached, all counters concerned are halved and those that reach zero are forgotten,
/// until half of the bound is free; so counts may be too low, never too high, and rare lines go
/// first. When there are too many sources, those with the fewest pages are forgotten until half as many are left.
/// See ``bytes`` for what that takes.
package struct LineMemory: Sendable {
  /// Most pages learnt for one source: what a site repeats is known by then.
  package static let pagesPerSource = 500
  /// Most pages learnt over all sources.
  package static let totalPages = 1_000_000
  /// Most lines kept for one source.
  package static let entriesPerSource = 100_000
  /// Most lines kept over all sources.
  package static let totalEntries = 2_000_000
  /// Most sources: one of which a single page is known has nothing that repeats.
  package static let mostSources = 100_000
  /// Pages of a source from which ``settle()`` forgets the lines of a single page.
  static let settledPages = 20

  /// Bytes of known prose from which on a page at another address may be a version of one that was
  /// learnt; what sites add to their pages is shorter.
  static let versionProse = 500

  /// Bytes of known prose from which on a page that has hardly anything else may be such a version.
  static let shortVersionProse = 120

  /// Lines of a page that count as its head: headlines stand there, lists of other articles below.
  static let headLines = 25

  /// On how many documents a line was seen.
  struct Seen: Sendable, Equatable {
    var documents: UInt16 = 0
    /// Documents that have it once, among their first ``headLines`` lines.
    var heads: UInt16 = 0

    mutating func add(inHead: Bool) {
      if documents < .max { documents += 1 }
      if inHead, heads < .max { heads += 1 }
    }
  }

  /// What is known of one source.
  struct Source: Sendable, Equatable {
    /// Number of pages learnt.
    var documents = 0
    /// Hashes of the pages learnt and of their addresses.
    var known: Set<UInt64> = []
    var counts: [UInt64: Seen] = [:]
    /// Whether it differs from what was stored.
    var isChanged = false

    /// Whether a page is a version of one that was learnt: it has the address of one and some of its
    /// prose, or most of its prose is known, of short pages nearly all of their text; where many pages are
    /// learnt, from three of them, since a few versions among many pages are told when their lines are
    /// recalled. Linear in the page.
    func hasVersion(of page: PageLines) -> Bool {
      let isUpdate = page.address.map(known.contains) == true
      let isLarge = documents >= LineMemory.settledPages
      let fewest = isLarge && !isUpdate ? 3 : 1
      var all = 0
      var seen = 0
      var new = 0
      for (hash, line) in page.lines where line.text > 0 {
        let count = Int(counts[hash]?.documents ?? 0)
        if count == 0 { new += Int(line.text) }
        // What most pages have says nothing.
        if isLarge, count * 2 > documents { continue }
        all += Int(line.prose)
        if count >= fewest { seen += Int(line.prose) }
      }
      if isUpdate { return seen * 5 >= all }
      if seen < LineMemory.versionProse {
        return seen >= LineMemory.shortVersionProse && new * 10 <= seen
      }
      return seen * 5 >= all * 3
    }

    mutating func halve() {
      counts = counts.compactMapValues {
        $0.documents > 1 ? Seen(documents: $0.documents / 2, heads: $0.heads / 2) : nil
      }
      isChanged = true
    }
  }

  var sources: [String: Source] = [:]
  private var entries = 0
  private var pages = 0
  private let perSource: Int
  private let total: Int
  private let most: Int

  /// Creates an empty memory.
  package init() {
    self.init(perSource: Self.entriesPerSource, total: Self.totalEntries)
  }

  init(perSource: Int, total: Int, sources: Int = LineMemory.mostSources) {
    self.perSource = perSource
    self.total = total
    most = sources
  }

  /// Bytes of memory that it takes, roughly.
  package var bytes: Int { entries * 32 + pages * 48 + sources.count * 400 }

  /// Counts the lines of `document`, if it is a page. Linear in the page.
  package mutating func learn(_ document: RawDocument, source: String) {
    if document.shape != .fields, let lines = PageLines(document) { learn(lines, source: source) }
  }

  /// Counts each line of `page` once for `source`. Linear in the page.
  package mutating func learn(page text: String, source: String) {
    learn(PageLines(text: text), source: source)
  }

  /// Counts each line of a page once for `source`, unless the page or a version of it is known, or
  /// the source is.
  package mutating func learn(_ lines: PageLines, source: String) {
    if sources.count >= most, sources[source] == nil { forgetSources() }
    // Taken out of the dictionary while it changes, so that it is not copied.
    var memory = sources.removeValue(forKey: source) ?? Source()
    defer { if memory.documents > 0 { sources[source] = memory } }
    guard memory.documents < Self.pagesPerSource, pages < Self.totalPages,
      !memory.known.contains(lines.page), !memory.hasVersion(of: lines)
    else { return }
    memory.known.insert(lines.page)
    if let address = lines.address { memory.known.insert(address) }
    memory.documents += 1
    pages += 1
    let before = memory.counts.count
    memory.isChanged = true
    for (hash, line) in lines.lines {
      memory.counts[hash, default: Seen()].add(inHead: line.isInHead)
    }
    while memory.counts.count > perSource {
      repeat { memory.halve() } while memory.counts.count > perSource / 2
    }
    entries += memory.counts.count - before
    if entries > total {
      sources[source] = memory
      evict()
      memory = sources[source] ?? memory
    }
  }

  /// Forgets the lines that one page of a source has, where enough pages are known: what the site
  /// repeats was seen more often. To be called when all pages at hand are learnt; so a memory that
  /// was stored and loaded again is the same.
  package mutating func settle() {
    for (name, source) in sources where source.isChanged {
      guard source.documents >= Self.settledPages else { continue }
      var settled = source
      settled.counts = source.counts.filter { $0.value.documents > 1 }
      entries += settled.counts.count - source.counts.count
      sources[name] = settled
    }
  }

  /// Puts what is known of a source in the place of what was known before.
  mutating func replace(_ name: String, with source: Source) {
    if sources.count >= most, sources[name] == nil { forgetSources() }
    let old = sources.updateValue(source, forKey: name)
    entries += source.counts.count - (old?.counts.count ?? 0)
    pages += source.documents - (old?.documents ?? 0)
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

  /// Forgets the sources with the fewest pages until half as many are left.
  private mutating func forgetSources() {
    var fewest = 1
    while sources.count > most / 2 {
      sources = sources.filter { $0.value.documents > fewest }
      fewest *= 2
    }
    entries = sources.reduce(0) { $0 + $1.value.counts.count }
    pages = sources.reduce(0) { $0 + $1.value.documents }
  }

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
    /// 1 if the page itself is among them, else 0.
    let own: Int
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

    /// Whether a line seen on `count` documents tells that the page is a version of others: it was seen
    /// elsewhere, and where versions are counted, on three documents with the page itself.
    func isShared(_ count: Int) -> Bool {
      documents < LineMemory.settledPages
        ? count > own : count > 0 && isRepeated(count + 1 - own)
    }

    /// Whether `count` documents are so few of all that prose they share may be told again in each of
    /// them: what led to the news, who spoke.
    func isRare(_ count: Int) -> Bool { count * 5 < documents }

    /// Whether `count` documents are so few of all that they may be versions of one story.
    func mayBeVersions(_ count: Int) -> Bool { count * 2 <= max(documents, 8) }
  }

  /// - Parameter page: hash of the page whose lines are asked for, see ``PageLines``.
  func counts(of source: String, page: UInt64 = 0) -> Counts {
    let memory = sources[source]
    return Counts(
      documents: memory?.documents ?? 0, own: memory?.known.contains(page) == true ? 1 : 0,
      counts: memory?.counts ?? [:])
  }
}
