/// One line of a flattened page with what the extraction rules ask about it.
struct PageLine {
  /// Bytes in the page's text.
  var range: Range<Int>
  /// Words in ``Page/words``.
  var wordRange: Range<Int>
  var hash: UInt64
  /// Words; letters of scripts without spaces count half a word.
  var words: Double
  /// Ends like a sentence, or with a colon after four words.
  var isTerminated: Bool
  /// Begins with a small letter.
  var startsLower: Bool
  /// Begins with punctuation that continues a sentence.
  var startsWithMark: Bool
  /// Begins with a single straight quotation mark that opens a quotation.
  var startsWithQuote: Bool
  /// Begins with a bracket, a bullet or a bar.
  var startsWithBullet: Bool
  /// Goes on in the next line: a comma, a bracket, a dash or an article at the end.
  var isOpenEnded: Bool
  /// Ends with a comma, a bracket or a dash.
  var endsWithMark: Bool
  var isCapitals: Bool
  var meanings: PhraseTable.Meaning
  var isByline: Bool
  var isDateLine: Bool
  /// Author line of an embedded post: `— Name (@name) ...`.
  var isPostAuthor: Bool
  var isAdvertisement: Bool
  /// The same line occurs elsewhere on the page.
  var isDoubled = false
  /// It is the only line of the page that occurs elsewhere.
  var isOnlyDoubled = false
  /// Documents of the source on which the line was seen.
  var documents = 0
  /// Seen on so many documents of the source that it is furniture.
  var isRepeated = false
  /// Documents of the source that have the line once and near their beginning; all documents when
  /// it is doubled here.
  var headDocuments = 0
  /// Seen at the head of so many documents that it is no headline. Lists of other articles repeat
  /// headlines; they do not make furniture of them on their own page.
  var isRepeatedHead = false

  /// Names author or day and tells nothing.
  var isCredit: Bool { (isByline || isDateLine) && !isTerminated }
  var continuesSentence: Bool { startsLower || startsWithMark }
  /// A whole sentence of some length, several, or so many words that they are prose however they end.
  var isProse: Bool { words >= (isTerminated ? 12 : TextRun.longProse) }
}

/// A page as cleaned UTF-8, its lines and the hashes of its words.
struct Page {
  var text: [UInt8]
  var lines: [PageLine] = []
  /// Hashes of all words and marks, line by line.
  var words: [UInt64] = []
  /// Found to be cut at its links by the quotations in it, see ``joinQuotations()``.
  private(set) var hasPieces = false

  /// Lines of a page that are looked at; no article comes near.
  static let mostLines = 200_000

  /// Leaves out what stands behind ``mostLines`` lines, and says whether there was more. Linear.
  static func cut(_ text: inout [UInt8]) -> Bool {
    guard text.count > mostLines else { return false }
    var lines = 0
    for (index, byte) in text.enumerated() where byte == 0x0A {
      lines += 1
      if lines == mostLines {
        text.removeSubrange(index...)
        return true
      }
    }
    return false
  }

  /// Cuts `text` (one `\n` between lines, none blank) into lines.
  init(text: [UInt8]) {
    self.text = text
    words.reserveCapacity(text.count / 5)
    lines.reserveCapacity(text.count / 60)
    var start = 0
    text.withUnsafeBufferPointer { bytes in
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        if end > start {
          lines.append(LineScanner.scan(bytes, start..<end, words: &words))
        }
        start = end + 1
      }
    }
    var counts: [UInt64: Int] = [:]
    for line in lines { counts[line.hash, default: 0] += 1 }
    let isOnly = counts.values.count { $0 > 1 } == 1
    for index in lines.indices {
      lines[index].isDoubled = (counts[lines[index].hash] ?? 0) > 1
      lines[index].isOnlyDoubled = lines[index].isDoubled && isOnly
    }
  }

  func string(_ index: Int) -> String {
    String(decoding: text[lines[index].range], as: UTF8.self)
  }

  func bytes(_ index: Int) -> ArraySlice<UInt8> { text[lines[index].range] }

  func wordHashes(_ index: Int) -> ArraySlice<UInt64> { words[lines[index].wordRange] }
}

extension Page {
  /// Marks the lines that were seen on other documents of the source.
  ///
  /// If much of the page's sentences was, but for those of most pages, and from the beginning, the page
  /// is a version of others: then lines on a few documents are no furniture. Nor is a sentence that few
  /// share and that stands between others.
  mutating func recall(_ counts: LineMemory.Counts, source: String? = nil) {
    var prose: [(words: Double, isShared: Bool)] = []
    for index in lines.indices {
      let (documents, heads) = counts(lines[index].hash)
      lines[index].documents = documents
      lines[index].isRepeated = counts.isRepeated(documents)
      let isHead = index < LineMemory.headLines && !lines[index].isDoubled
      lines[index].headDocuments = isHead ? heads : documents
      lines[index].isRepeatedHead = counts.isRepeated(lines[index].headDocuments)
      if lines[index].isProse, counts.mayBeVersions(documents) {
        prose.append((lines[index].words, counts.isShared(documents)))
      }
    }
    let isVersion = Self.isVersion(prose)
    let isOwn = lines.map { $0.isProse && !$0.isRepeated }
    let background = Set(background(counts, isOwn: isOwn, source: source))
    for index in lines.indices where lines[index].documents > 0 {
      let line = lines[index]
      let isOfStory =
        isVersion
        ? line.words >= 4 && counts.mayBeVersions(line.documents)
        : background.contains(index)
          || (counts.isRare(line.documents) && index > 0 && isOwn[index - 1]
            && index + 1 < isOwn.count && isOwn[index + 1]
            && (line.isProse || SharedSentence.matches(line, string(index))))
      guard isOfStory else { continue }
      lines[index].documents = 0
      lines[index].isRepeated = false
      lines[index].headDocuments = 0
      lines[index].isRepeatedHead = false
    }
  }

  /// Share of lines that continue sentences, from which on a page is taken as cut at its links.
  private static let fragmentShare = 0.06
  /// Pieces from which on quotations count among them.
  private static let fewestFragments = 3

  /// Whether the page was cut at its links, so that lines are pieces of sentences. Linear.
  var isFragmented: Bool {
    if hasPieces { return true }
    let continued = lines.count { $0.continuesSentence }
    return Double(continued) > Self.fragmentShare * Double(max(lines.count, 1))
  }

  /// Takes lines that begin with a quotation mark below an unfinished one as pieces too where the page was cut
  /// so: titles of works are links.
  mutating func joinQuotations() {
    let quotations = lines.indices.dropFirst().filter {
      lines[$0].startsWithQuote && !lines[$0 - 1].isTerminated
    }
    // Where several stand so, those below finished lines tell of links as well.
    let isLinked = quotations.count >= 2
    let pieces =
      (isLinked ? lines.dropFirst().count { $0.startsWithQuote } : quotations.count)
      + lines.count { $0.continuesSentence }
    guard pieces >= Self.fewestFragments,
      Double(pieces) > Self.fragmentShare * Double(lines.count)
    else { return }
    for index in quotations { lines[index].startsWithMark = true }
    hasPieces = true
  }

  /// Repeated sentences that tell what led to the news, see ``BackgroundProse``.
  private func background(
    _ counts: LineMemory.Counts, isOwn: [Bool], source: String?
  ) -> [Int] {
    let candidates = lines.indices.filter { index in
      let line = lines[index]
      return line.isRepeated && line.isProse
        && BackgroundProse.mayBe(on: line.documents, of: counts.documents)
        && BackgroundProse.matches(line, string(index), site: [source].compactMap { $0 })
    }
    return BackgroundProse.stand(
      candidates, count: lines.count, isOwn: { isOwn[$0] },
      isApart: { !lines[$0].isRepeated && !lines[$0].isAdvertisement },
      isAlike: { _, _ in true })
  }

  /// Whether so much of the prose stands on other pages that the page is a version of them. What
  /// sites put below their articles, such as the beginnings of others, does not make it one: the first
  /// sentences must be known as well.
  private static func isVersion(_ prose: [(words: Double, isShared: Bool)]) -> Bool {
    let all = prose.reduce(0) { $0 + $1.words }
    let known = prose.reduce(0) { $0 + ($1.isShared ? $1.words : 0) }
    guard known > 0.4 * all, let first = prose.first else { return false }
    var passed = 0.0
    var early = 0.0
    for line in prose where passed < all / 3 {
      passed += line.words
      if line.isShared { early += line.words }
    }
    return first.isShared || early > 0.5 * passed
  }
}
