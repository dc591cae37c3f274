package import DatelineCore
import DatelineMarkup
package import Foundation

/// Turns records into articles: clean text, ISO dates, language codes, a stable key; pages flattened
/// to text go through ``PlainTextExtractor``. A value without mutable state: may be used from
/// several tasks at once.
package struct Normalizer: Sendable {
  private let dates: DateParser
  private let defaultSource: String?
  private let memory: LineMemory
  /// Lines that stand in many records, by outlet.
  let repeated: [String: RepeatedLines]
  /// Whether pages that are no articles (index pages, galleries, error pages) are taken as well.
  private let keepAll: Bool
  /// Seconds that the work on a record may take; `nil` for no limit.
  private let maxSeconds: Double?
  private let extractor = PlainTextExtractor()

  /// Creates a normaliser.
  /// - Parameters:
  ///   - now: Dates more than two days later are rejected.
  ///   - defaultSource: Source of records that name none.
  ///   - memory: Lines seen on several pages of a source; empty for a single page.
  ///   - records: Lines seen in several records of an outlet.
  ///   - keepAll: Whether pages that are no articles are taken as well.
  ///   - maxSeconds: Time after which a record is rejected, see ``RecordClock``; `nil` for no limit.
  package init(
    now: Date, defaultSource: String?, memory: LineMemory, records: LineMemory = LineMemory(),
    keepAll: Bool = false, maxSeconds: Double? = nil
  ) {
    dates = DateParser(now: now)
    self.defaultSource = defaultSource
    self.memory = memory
    repeated = RepeatedLines.byOutlet(records)
    self.keepAll = keepAll
    self.maxSeconds = maxSeconds
  }

  /// The outlet of `document`, as far as the record says.
  package func source(of document: RawDocument) -> String? {
    field(document.source) ?? defaultSource ?? address(of: document).flatMap(WebAddress.host)
  }

  /// The source under which the lines of `document` are remembered: of an HTML page the site, since
  /// its furniture is the site's; of all other records the outlet; empty when nothing says.
  package func memorySource(of document: RawDocument) -> String {
    guard document.shape == .html else { return source(of: document) ?? "" }
    return address(of: document).flatMap(WebAddress.host)
      ?? PageAddress.find(in: document.body ?? "").flatMap(WebAddress.host)
      ?? directoryName(document.origin.file) ?? ""
  }

  /// The address of `document`; of a copy in a web archive that of the page.
  private func address(of document: RawDocument) -> String? {
    trimmed(document.url).map { ArchivedAddress($0)?.original ?? $0 }
  }

  private func directoryName(_ path: String) -> String? {
    let parts = path.split { $0 == "/" || $0 == "!" }
    return parts.count < 2 ? nil : String(parts[parts.count - 2])
  }

  /// Version of the rules by which articles are taken from records; stored with each article.
  package static let version = "10"

  /// The article of `document`. Linear in its text.
  package func article(from document: RawDocument) -> NormalizedDocument {
    var trace: ExtractionTrace?
    return article(from: document, trace: &trace)
  }

  /// The article of `document`; a trace that is not `nil` is filled with how it was found.
  package func article(
    from document: RawDocument, trace: inout ExtractionTrace?
  ) -> NormalizedDocument {
    if document.isExport { return articleFromExport(document) }
    if let status = document.failureStatus, !keepAll {
      return .rejected(
        Rejection(
          origin: document.origin, reason: .notAnArticle,
          message: "the server answered with an error page (\(status))"))
    }
    if let copy = document.url.flatMap({ ArchivedAddress($0) }) {
      var original = document
      original.url = copy.original
      original.retrieved = document.retrieved ?? copy.taken
      return article(from: original, trace: &trace)
    }
    let clock = RecordClock(seconds: maxSeconds)
    do throws(RecordClock.IsOver) {
      let article =
        switch document.shape {
        case .fields: try articleFromFields(document, clock, &trace)
        case .page: try articleFromPage(document, clock, &trace)
        case .html: try articleFromHTML(document, clock, &trace)
        }
      try clock.check()
      return article
    } catch {
      return .rejected(
        Rejection(
          origin: document.origin, reason: .tooSlow,
          message: "it took longer than \(maxSeconds ?? 0) s"))
    }
  }

  private func articleFromPage(
    _ document: RawDocument, _ clock: RecordClock, _ trace: inout ExtractionTrace?
  ) throws(RecordClock.IsOver) -> NormalizedDocument {
    if let story = document.body.flatMap({ HighlightedStory($0) }) {
      return try articleFromStory(story, document, clock, &trace)
    }
    let header = PageHeader(document.body ?? "")
    var lines = TextNormalizer.lines(header?.text ?? document.body ?? "")
    let givenTitle = field(document.title) ?? header?.title
    if lines.isEmpty {
      return givenTitle == nil ? empty(document) : try articleFromFields(document, clock, &trace)
    }
    try clock.check()
    if !keepAll, let reason = MachineText.reason(lines, path: document.url ?? document.origin.file)
    {
      return .rejected(
        Rejection(origin: document.origin, reason: .notAnArticle, message: reason))
    }
    var warnings: [String] = []
    if Page.cut(&lines) { warnings.append("the page is too large; its end was left out") }
    var text = document.body ?? ""
    let counts = memory.counts(
      of: memorySource(of: document), page: text.withUTF8(ContentHash.short))
    var page = extractor.extract(
      lines: lines, memory: counts, source: memorySource(of: document), title: header?.title)
    try clock.check()
    if page.body.isEmpty {
      page.body = String(decoding: lines, as: UTF8.self).replacing("\n", with: "\n\n")
      page.title = nil
      page.standfirst = nil
      warnings.append("no article text was found on the page; the whole page is kept")
    }
    if !keepAll, let reason = Gibberish.reason(page.body) {
      return .rejected(
        Rejection(origin: document.origin, reason: .notAnArticle, message: reason))
    }
    var article = common(
      document, keyText: { header == nil ? lines : TextNormalizer.lines(text) }, &warnings)
    if let title = givenTitle ?? page.title {
      article.title = title
      article.body = LeadTitle.removeRepeated(title, from: page.body)
      trace?.drop(from: page.body, to: article.body, .doubled)
    } else {
      (article.title, article.body) = LeadTitle.derive(from: page.body)
    }
    article.standfirst = field(document.standfirst) ?? header?.standfirst ?? page.standfirst
    article.take(
      authors: [
        (document.byline.map(FieldAuthors.names), nil),
        (header?.byline.map(FieldAuthors.names), Evidence.header),
        (page.byline.map(AuthorLine.namesOfPage), Evidence.authorLine),
      ])
    detectMissingLanguage(of: &article)
    let order = dateOrder(of: article, declared: document.language)
    article.take(
      published: published(document.published, url: nil, order: order, &warnings), from: nil)
    if article.published == nil, !isDated(document) {
      // A date on a page is a guess: one that cannot be is no fault of the record.
      var ignored: [String] = []
      article.take(
        published: published(header?.published, url: nil, order: order, &ignored),
        from: Evidence.header)
      article.take(
        published: published(page.published, url: nil, order: order, &ignored),
        from: Evidence.dateLine)
      article.take(published: article.url.flatMap(dateInAddress), from: Evidence.url)
      if article.evidence["published"] == Evidence.dateLine, let line = page.published {
        readChange(in: line, order, &article)
      }
    }
    trace?.note(page, header, of: article)
    return .article(article, warnings: warnings)
  }

  /// Reads a date line that says when the article was published and when it was changed: "Updated March 6, 2024 | First
  /// published March 5, 2024".
  private func readChange(
    in line: String, _ order: RawDocument.DateOrder?, _ article: inout Article
  ) {
    let signature = SignatureLine([line], site: SiteName(names: [], host: nil)) { text in
      var ignored: [String] = []
      return published(text, url: nil, order: order, &ignored)
    }
    guard let modified = signature.modified, let first = signature.published, modified != first
    else {
      return
    }
    article.published = first
    article.modified = modified
    article.evidence["modified"] = Evidence.dateLine
  }

  private func articleFromHTML(
    _ document: RawDocument, _ clock: RecordClock, _ trace: inout ExtractionTrace?
  ) throws(RecordClock.IsOver) -> NormalizedDocument {
    let html = Array((document.body ?? "").utf8)
    let copy = ArchivedPage.restored(html)
    let tree = HTMLTree(page: copy?.page ?? html)
    try clock.check()
    var metadata = MetadataReader.read(
      tree, url: document.url, dates: dates, retrieved: document.retrieved ?? copy?.taken)
    try clock.check()
    let counts = memory.counts(
      of: memorySource(of: document), page: html.withUnsafeBufferPointer(ContentHash.short))
    let text = try HTMLExtractor.extract(
      tree, metadata, memory: counts,
      dates: PlausibleDates(
        dates, retrieved: document.retrieved ?? copy?.taken, isDayFirst: metadata.isDayFirst),
      clock: clock, trace: &trace)
    try clock.check()
    if let signature = text.signature { metadata.complete(from: signature) }
    if !keepAll,
      let reason = Gibberish.reason(text.body)
        ?? NonArticle.reason(tree, metadata, url: document.url, text)
    {
      return .rejected(
        Rejection(origin: document.origin, reason: .notAnArticle, message: reason))
    }
    var warnings: [String] = []
    if tree.isCut || text.isCut { warnings.append("the page is too large; its end was left out") }
    var article = common(
      document, url: metadata.canonicalURL?.value ?? document.url,
      keyText: { text.body.isEmpty ? html : Array(text.body.utf8) }, &warnings)
    var evidence: [String: String] = [:]
    func found(_ name: String, _ given: String?, _ value: PageMetadata.Found?) -> String? {
      if let given = field(given) { return given }
      guard let value, let line = field(value.value) else { return nil }
      evidence[name] = value.source
      return line
    }
    article.title = found("title", document.title, metadata.title) ?? ""
    if article.title.isEmpty {
      (article.title, article.body) = LeadTitle.derive(from: text.body)
    } else {
      article.body = LeadTitle.removeRepeated(article.title, from: text.body)
    }
    if article.title.isEmpty && article.body.isEmpty { return empty(document) }
    // All that was there is the headline.
    if article.body.isEmpty, !keepAll {
      return .rejected(
        Rejection(origin: document.origin, reason: .notAnArticle, message: "no text"))
    }
    if !text.holdsStandfirst {
      article.standfirst = found("standfirst", document.standfirst, text.standfirst)
      if article.standfirst == article.title { article.standfirst = nil }
    }
    if let byline = document.byline {
      article.authors = FieldAuthors.names(byline)
    } else if !metadata.authors.isEmpty {
      article.authors = metadata.authors
      evidence["authors"] = metadata.authorsSource
    }
    article.published = published(
      document.published, url: nil, order: document.dateOrder, &warnings)
    if article.published == nil {
      article.published = metadata.published?.value
      evidence["published"] = metadata.published?.source
    }
    article.modified = published(
      document.modified, url: nil, order: document.dateOrder, &warnings)
    if article.modified == nil {
      article.modified = metadata.modified?.value
      evidence["modified"] = metadata.modified?.source
    }
    article.section = found("section", document.section, metadata.section)
    article.source =
      field(document.source) ?? defaultSource ?? metadata.siteName.flatMap { field($0.value) }
      ?? article.url.flatMap(WebAddress.host)
    if article.url != nil, let canonical = metadata.canonicalURL {
      evidence["url"] = canonical.source
    }
    if article.imageURL == nil, let image = metadata.imageURL {
      article.imageURL = trimmed(image.value)
      evidence["image_url"] = image.source
    }
    if text.isStructured { evidence["body"] = "json-ld" }
    if metadata.isPaywalled { article.hints.append(.paywall) }
    if metadata.isLiveBlog { article.hints.append(.liveBlog) }
    article.language = nil
    detectLanguage(
      of: &article, declared: document.language ?? metadata.language?.value,
      source: metadata.language?.source, &evidence)
    article.evidence = evidence
    return .article(article, warnings: warnings)
  }

  /// The language of the text where it can be told, else the declared one.
  private func detectLanguage(
    of article: inout Article, declared: String?, source: String?,
    _ evidence: inout [String: String]
  ) {
    let declared = declared.flatMap(LanguageCode.normalize)
    guard let found = LanguageDetector.language(of: article.body, declared: declared) else {
      return
    }
    article.language = found.code
    evidence["language"] = found.source == "declared" ? source ?? found.source : found.source
  }

  /// The language of the text when the record names none.
  func detectMissingLanguage(of article: inout Article) {
    guard article.language == nil else { return }
    let text = article.body.isEmpty ? article.standfirst ?? article.title : article.body
    let found = LanguageDetector.language(
      of: text, declared: nil, limit: LanguageDetector.enough)
    guard let found else { return }
    article.language = found.code
    article.evidence["language"] = found.source
  }

  /// What an article's language and address say of the order in which its dates are written.
  func dateOrder(of article: Article, declared: String?) -> RawDocument.DateOrder? {
    let isDayFirst = DayOrder.isDayFirst(
      languages: [article.language, declared].compactMap { $0 },
      host: article.url.flatMap(WebAddress.host))
    return isDayFirst ? .likelyDayFirst : nil
  }

  func common(
    _ document: RawDocument, url: String? = nil, keyText: () -> [UInt8],
    _ warnings: inout [String]
  ) -> Article {
    let url = trimmed(url ?? document.url)
    return Article(
      key: trimmed(document.key) ?? url ?? TextKey.make(keyText()), title: "", body: "",
      source: source(of: document), url: url, section: field(document.section),
      language: document.language.flatMap(LanguageCode.normalize),
      imageURL: trimmed(document.imageURL), extra: document.extra, origin: document.origin,
      contentHash: document.contentHash)
  }

  func published(
    _ text: String?, url: String?, order: RawDocument.DateOrder? = nil,
    _ warnings: inout [String]
  ) -> String? {
    guard let text = text.flatMap(field) else { return url.flatMap(dateInAddress) }
    switch dates.parse(text, order: order) {
    case .date(let date, let ambiguous):
      if ambiguous {
        let reading = order == .likelyDayFirst ? "day/month/year" : "month/day/year"
        warnings.append("date \"\(shown(text))\" read as \(reading)")
      }
      return date
    case .rejected(.absent): return nil
    case .rejected(.unreadable): warnings.append("no date in \"\(shown(text))\"")
    case .rejected(.implausible): warnings.append("date \"\(shown(text))\" is before 1600")
    case .rejected(.future): warnings.append("date \"\(shown(text))\" is in the future")
    }
    return nil
  }

  /// Whether a field gives a date, readable or not.
  func isDated(_ document: RawDocument) -> Bool {
    guard let text = field(document.published) else { return false }
    return dates.parse(text) != .rejected(.absent)
  }

  func dateInAddress(_ url: String) -> String? {
    dates.date(inURL: WebAddress.path(of: url))
  }

  private func shown(_ text: String) -> String {
    text.count <= 60 ? text : text.prefix(60) + "…"
  }

  /// A one-line field; `nil` when it is missing or blank.
  func field(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    let line = TextNormalizer.line(text)
    return line.isEmpty ? nil : line
  }

  /// Identifiers and addresses are no text: nothing but the space round them goes.
  private func trimmed(_ text: String?) -> String? {
    guard let text, let first = text.utf8.first, let last = text.utf8.last else { return nil }
    // Visible ASCII at both ends: nothing to take away.
    if (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) { return text }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }

  func empty(_ document: RawDocument) -> NormalizedDocument {
    .rejected(
      Rejection(
        origin: document.origin, reason: .empty,
        message: "the record has neither a title nor a text"))
  }
}
