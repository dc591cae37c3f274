import DatelineCore

/// Articles of records whose format has fields.
extension Normalizer {
  func articleFromFields(
    _ document: RawDocument, _ clock: RecordClock, _ trace: inout ExtractionTrace?
  ) throws(RecordClock.IsOver) -> NormalizedDocument {
    var title = FieldText.present(document.title).map(TextNormalizer.line) ?? ""
    var body = FieldText.present(document.body).map(TextNormalizer.body) ?? ""
    let givenStandfirst = field(FieldText.present(document.standfirst))
    var standfirst = field(givenStandfirst.map(FeedSignature.removed(fromLine:)))
    if title.isEmpty && body.isEmpty && standfirst == nil { return empty(document) }
    // Before headline and text are put in order: the key tells records apart, not our rules.
    let (givenTitle, givenBody) = (title, body)
    title = FieldTrims.title(title, source: field(document.source))
    try clock.check()
    let header = PrintedHeader(body)
    let trimmedBody = FieldTrims.body(FeedSignature.removed(fromBody: header?.text ?? body))
    try clock.check()
    let cleaned = FieldFurniture(
      trimmedBody, repeated: repeatedLines(for: document), isTraced: trace != nil)
    body = cleaned.text
    try clock.check()
    standfirst = standfirst.flatMap { FieldTrims.standfirst($0, of: body) }
    if title.isEmpty {
      (title, body) =
        body.isEmpty
        ? (LeadTitle.derive(from: standfirst ?? "").title, body) : LeadTitle.derive(from: body)
    } else {
      body = LeadTitle.removeRepeated(title, from: body)
    }
    var warnings: [String] = []
    var article = common(
      document, keyText: { Array((givenTitle + "\n" + givenBody).utf8) }, &warnings)
    article.title = title
    article.body = body
    article.standfirst = standfirst == title ? nil : standfirst
    article.take(
      authors: [
        (document.byline.map(FieldAuthors.names), nil),
        (header?.byline.map(FieldAuthors.names), Evidence.authorLine),
        (cleaned.byline.map(FieldAuthors.names), Evidence.authorLine),
      ])
    detectMissingLanguage(of: &article)
    let order = document.dateOrder ?? dateOrder(of: article, declared: document.language)
    article.take(
      published: published(document.published, url: nil, order: order, &warnings), from: nil)
    if article.published == nil, !isDated(document) {
      // A guess, as on pages.
      var ignored: [String] = []
      for line in [header?.published, cleaned.published] {
        article.take(
          published: published(line, url: nil, order: order, &ignored), from: Evidence.dateLine)
      }
      article.take(published: article.url.flatMap(dateInAddress), from: Evidence.url)
    }
    article.modified = published(document.modified, url: nil, order: order, &warnings)
    if article.modified == nil, let line = header?.modified {
      var ignored: [String] = []
      article.modified = published(line, url: nil, order: order, &ignored)
      if article.modified == article.published { article.modified = nil }
      if article.modified != nil { article.evidence["modified"] = Evidence.dateLine }
    }
    if trace != nil {
      let shortened = FieldTrims.title(givenTitle, source: field(document.source))
      trace?.drop(givenTitle.dropFirst(shortened.count), .outlet)
      if let given = givenStandfirst, given != title {
        trace?.drop(from: given, to: article.standfirst ?? "", .standfirst)
      }
      trace?.drop(cleaned, of: article)
      if let header {
        // Author and dates are listed where fields gave others.
        if document.byline != nil { trace?.drop(header.byline ?? "", .byline) }
        if document.published != nil { trace?.drop(header.published ?? "", .byline) }
        if document.modified != nil { trace?.drop(header.modified ?? "", .byline) }
      }
      trace?.drop(from: header?.text ?? givenBody, to: trimmedBody, .note)
      if !givenTitle.isEmpty { trace?.drop(from: cleaned.text, to: article.body, .doubled) }
    }
    return .article(article, warnings: warnings)
  }

  /// The article of a record that Dateline has written. What a record needs to become an article was done to it before;
  /// done twice, it would take a text for its headline, and what an article says for furniture.
  func articleFromExport(_ document: RawDocument) -> NormalizedDocument {
    var warnings: [String] = []
    var article = common(
      document, keyText: { Array("\(document.title ?? "")\n\(document.body ?? "")".utf8) },
      &warnings)
    article.title = document.title ?? ""
    article.standfirst = document.standfirst
    article.body = document.body ?? ""
    article.source = document.source
    article.section = document.section
    article.language = document.language
    article.authors =
      document.byline?.split(separator: Self.exportedSeparator).map(String.init) ?? []
    article.published = published(document.published, url: nil, &warnings)
    article.modified = published(document.modified, url: nil, &warnings)
    return .article(article, warnings: warnings)
  }

  /// Between authors, see ``Article/author``.
  private static let exportedSeparator = "; "

  /// What is known of the lines that records of the document's outlet share.
  private func repeatedLines(for document: RawDocument) -> RepeatedLines? {
    if repeated.isEmpty { return nil }
    return repeated[source(of: document) ?? ""]
  }

  func articleFromStory(
    _ story: HighlightedStory, _ document: RawDocument, _ clock: RecordClock,
    _ trace: inout ExtractionTrace?
  ) throws(RecordClock.IsOver) -> NormalizedDocument {
    var fields = document
    fields.shape = .fields
    fields.title = document.title ?? story.highlights[0]
    fields.body = story.text
    fields.standfirst = document.standfirst ?? (story.highlights.count > 1 ? story.summary : nil)
    return try articleFromFields(fields, clock, &trace)
  }
}
