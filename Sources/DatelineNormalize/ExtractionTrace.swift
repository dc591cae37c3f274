import DatelineCore

/// How an article was taken from a page or a record, for `--explain`.
package struct ExtractionTrace: Sendable, Equatable {
  /// A way to find the text, and what it found.
  package struct Candidate: Sendable, Equatable {
    package var name: String
    /// How well it agrees with the others; larger is better.
    package var score: Double
    package var words: Int
  }

  /// A piece of the page or the record that is in no field.
  package struct Dropped: Sendable, Equatable {
    package var text: String
    package var reason: String
  }

  /// Ways to find the text that were tried.
  package var candidates: [Candidate] = []
  /// Name of the one that was taken.
  package var chosen: String?
  /// What was left out: in page order, of records field by field.
  package var dropped: [Dropped] = []

  /// An empty trace.
  package init() {}
}

extension ExtractionTrace.Dropped {
  init(text: String, _ reason: ExtractedPage.DropReason) {
    self.init(text: text, reason: reason.rawValue)
  }
}

extension ExtractionTrace {
  /// Takes down a piece that was left out; space alone is none.
  mutating func drop(_ text: some StringProtocol, _ reason: ExtractedPage.DropReason) {
    let line = TextNormalizer.line(String(text))
    if !line.isEmpty { dropped.append(.init(text: line, reason)) }
  }

  /// Takes down what is missing in `after`, which is `before` without some paragraphs or without the end of one.
  /// Linear.
  mutating func drop(
    from before: String, to after: String, _ reason: ExtractedPage.DropReason
  ) {
    if before == after { return }
    var rest = after.split(separator: "\n\n")[...]
    for paragraph in before.split(separator: "\n\n") {
      if paragraph == rest.first {
        rest.removeFirst()
      } else if let start = rest.first, paragraph.hasPrefix(start) {
        drop(paragraph.dropFirst(start.count), reason)
        rest.removeFirst()
      } else {
        drop(paragraph, reason)
      }
    }
  }

  /// Takes down the lines of a text that are furniture, but for those that gave the article author or date.
  mutating func drop(_ cleaned: FieldFurniture, of article: Article) {
    let used = [
      article.evidence["authors"] == Evidence.authorLine ? cleaned.byline : nil,
      article.evidence["published"] == Evidence.dateLine ? cleaned.published : nil,
    ]
    dropped += cleaned.dropped.filter { !used.contains($0.text) }
  }

  /// Takes down what a page flattened to text has in no field of its article.
  mutating func note(_ page: ExtractedPage, _ header: PageHeader?, of article: Article) {
    chosen = "lines"
    for line in header?.dropped ?? [] { drop(line, .header) }
    dropped += page.dropped.map { .init(text: $0.text, $0.reason) }
    if let line = page.title, line != article.title { drop(line, .outside) }
    if let line = page.byline, article.evidence["authors"] != Evidence.authorLine {
      drop(line, .byline)
    }
    if let line = page.published, article.evidence["published"] != Evidence.dateLine,
      line != page.byline
    {
      drop(line, .byline)
    }
    if let line = page.standfirst, article.standfirst != line { drop(line, .standfirst) }
  }
}
