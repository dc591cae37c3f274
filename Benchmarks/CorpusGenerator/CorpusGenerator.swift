package import DatelineCore
package import Foundation

/// A synthetic news dump of any size: the same seed gives the same articles on every run.
///
/// The text of article `i` depends on the seed and `i` only, so ranges can be generated side by
/// side and a small corpus is the beginning of a larger one; dates alone also depend on the size,
/// because they ascend from 2000 to 2026 over the whole corpus. Frequencies go through the C
/// library's `pow`, `log`, `cos` and `exp`: a machine whose C library rounds them otherwise may
/// give other articles. Memory is bounded by the longest article (plus about 4 MB of vocabulary,
/// made once a process).
///
/// The language is invented but has the statistics that an index feels: real function words, a
/// Zipf-Mandelbrot vocabulary with a growing tail, inflected forms that stem to one term, names and
/// words that recur within an article, log-normal lengths (median about 420 words), and about 3% of
/// near-duplicates of one of the 200 articles before.
package struct CorpusGenerator: Sequence, Sendable {
  /// Number of articles; 0 for an empty corpus.
  package let articles: Int
  /// Chooses the corpus.
  package let seed: UInt64

  /// Creates a generator; nothing is generated yet.
  ///
  /// - Parameter articles: number of articles; a negative one counts as 0.
  package init(articles: Int, seed: UInt64) {
    self.articles = Swift.max(0, articles)
    self.seed = seed
  }

  /// The articles in order of their index, which is also the order of their dates.
  package struct Iterator: IteratorProtocol {
    private let composer: ArticleComposer
    private let scratch = TextBuffer(capacity: 1024)
    private var index: Int
    private let end: Int

    fileprivate init(_ generator: CorpusGenerator, _ range: Range<Int>) {
      composer = ArticleComposer(articles: generator.articles, seed: generator.seed)
      index = range.lowerBound
      end = range.upperBound
    }

    /// The next article; its time grows with the article's length.
    package mutating func next() -> RawDocument? {
      guard index < end else { return nil }
      composer.compose(index)
      index += 1
      var document = RawDocument(origin: Origin(file: "generated", record: index))
      document.key = text { composer.writeKey(to: $0) }
      document.title = composer.title.string
      document.body = composer.body.string
      document.published = text { composer.writePublished(to: $0) }
      document.url = text { composer.writeURL(to: $0) }
      document.source = text { composer.writeSource(to: $0) }
      document.byline = text { composer.writeByline(to: $0) }
      document.section = text { composer.writeSection(to: $0) }
      document.language = "en"
      return document
    }

    private func text(_ write: (TextBuffer) -> Void) -> String {
      scratch.removeAll()
      write(scratch)
      return scratch.string
    }
  }

  package func makeIterator() -> Iterator {
    Iterator(self, 0..<articles)
  }

  package var underestimatedCount: Int { articles }

  /// The articles of a range of indices, each equal to the one of the whole sequence.
  ///
  /// - Parameter range: indices from 0; the part outside the corpus is left out.
  package func documents(in range: Range<Int>) -> IteratorSequence<Iterator> {
    IteratorSequence(Iterator(self, range.clamped(to: 0..<articles)))
  }

  /// Index of the earlier article that the one at `index` is a near-duplicate of, if it is one.
  package func sourceOfCopy(at index: Int) -> Int? {
    guard (0..<articles).contains(index) else { return nil }
    return WireCopy.source(seed: seed, index: index)
  }

  /// Hands over the corpus as JSON Lines, in pieces of about 1 MiB that end with a whole line.
  ///
  /// Fields: `id`, `title`, `body`, `published`, `source`, `url`, `author`, `section`. A piece is
  /// valid during the call only.
  ///
  /// - Parameters:
  ///   - range: indices of the articles; `nil` for all.
  ///   - write: takes a piece; its error ends the generation.
  package func writeJSONLines<Failure: Error>(
    in range: Range<Int>? = nil, to write: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let pieceSize = 1 << 20
    let composer = ArticleComposer(articles: articles, seed: seed)
    let lines = JSONLines()
    let out = TextBuffer(capacity: pieceSize + (1 << 17))
    for index in (range ?? 0..<articles).clamped(to: 0..<articles) {
      composer.compose(index)
      lines.write(composer, to: out)
      if out.count >= pieceSize {
        try write(UnsafeRawBufferPointer(out.bytes))
        out.removeAll()
      }
    }
    if out.count > 0 { try write(UnsafeRawBufferPointer(out.bytes)) }
  }

  /// Writes the corpus as JSON Lines to an open file.
  ///
  /// - Throws: the file handle's error, a full disk for instance.
  package func writeJSONLines(to file: FileHandle) throws {
    try writeJSONLines { piece in
      try file.write(contentsOf: Data(piece))
    }
  }
}
