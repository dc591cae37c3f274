import DatelineCore

/// The page in one record of a crawl.
struct CrawlPage {
  let record: CrawlRecord
  /// The record from its header on.
  ///
  /// Invariant: a part of the reader's window, which stays until the events are made.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Largest page in bytes.
  let limit: Int
  /// What may come out of compressed pages.
  let budget: ExpansionBudget
  let options: IngestOptions

  /// How the addresses of notes begin: wget's, and browsertrix's on pages that the crawl has as well.
  private static let notes = [
    "metadata:", "urn:text:", "urn:text-final:", "urn:pageinfo:", "urn:view:", "urn:thumbnail:",
  ].map { Array($0.utf8) }

  /// The document, or the records of a feed or of JSON, or why there are none; empty when the record is
  /// no answer (a request, a note) or a redirection. The content hash of a page is that of its bytes
  /// without transfer and content coding.
  func events(origin: Origin) -> [IngestEvent] {
    let block = UnsafeBufferPointer(rebasing: bytes[record.headerLength...])
    var contentType = record.contentType.map(text) ?? ""
    switch record.kind {
    case .other:
      return []
    case .conversion:
      return read(block, .text, contentType: "", origin)
    case .resource:
      // Notes that the crawler wrote about itself.
      if let url = record.url, Self.notes.contains(where: bytes[url].starts(with:)) { return [] }
    case .response:
      if let response = HTTPResponse(block) {
        return events(of: response, origin)
      }
      if block.starts(with: "HTTP/".utf8) {
        return [RecordCounter.malformed(origin, "the HTTP header of the record does not end")]
      }
      // The record's own type describes the message, not the page.
      if contentType.lowercased().hasPrefix("application/http") { contentType = "" }
    }
    return read(block, contentType.withBytes(PageType.init), contentType: contentType, origin)
  }

  private func events(of response: HTTPResponse, _ origin: Origin) -> [IngestEvent] {
    let isFailure = response.status >= 400
    guard isFailure || (200..<300).contains(response.status) else { return [] }
    let type = response.contentType.withBytes(PageType.init)
    if isFailure {
      switch type {
      case .data, .other: return []
      case .html, .text, .unknown: break
      }
    }
    let events = content(of: response, type, origin)
    guard isFailure else { return events }
    return events.compactMap { event in
      guard case .document(var document) = event else { return nil }
      document.failureStatus = response.status
      return .document(document)
    }
  }

  private func content(
    of response: HTTPResponse, _ type: PageType, _ origin: Origin
  ) -> [IngestEvent] {
    if type == .other { return other(response.contentType, origin) }
    var codings = response.codings
    if codings.isEmpty, response.body.starts(with: [0x1F, 0x8B]) {
      // No text begins so: the server, or the crawler, left the header out.
      codings = ["gzip"]
    }
    if !response.isChunked && codings.isEmpty {
      return read(response.body, type, contentType: response.contentType, origin)
    }
    var body: [UInt8]
    if response.isChunked, let joined = ChunkedBody.decode(response.body) {
      body = joined
    } else {
      body = Array(response.body)
    }
    for coding in codings.reversed() {
      if budget.failure != nil { return [tooLarge(origin)] }
      switch body.withUnsafeBufferPointer({ ContentCoding.decode($0, coding, limit: limit) }) {
      case .decoded(let decoded):
        if !budget.spend(decoded.count, depth: budget.pageDepth) { return [tooLarge(origin)] }
        body = decoded
      case .unchanged: break
      case .unknown:
        return [RecordCounter.malformed(origin, "the page is coded as \(Self.short(coding))")]
      case .tooLarge:
        return [tooLarge(origin)]
      }
    }
    return body.withUnsafeBufferPointer {
      read($0, type, contentType: response.contentType, origin)
    }
  }

  private func tooLarge(_ origin: Origin) -> IngestEvent {
    .rejected(
      Rejection(
        origin: origin, reason: .tooLarge,
        message: "the decoded page is larger than \(limit) bytes"))
  }

  /// What is in a body of a type.
  private func read(
    _ body: UnsafeBufferPointer<UInt8>, _ type: PageType, contentType: String, _ origin: Origin
  ) -> [IngestEvent] {
    if type == .other { return other(contentType, origin) }
    guard UTF8Bytes.hasText(body) else {
      return [
        .rejected(Rejection(origin: origin, reason: .empty, message: "the page is empty"))
      ]
    }
    let charset = PageType.charset(contentType)
    switch type {
    case .html: return [page(body, .html, charset, origin)]
    case .text: return [page(body, .page, charset, origin)]
    case .data(let expected): return records(body, expected, charset, contentType, origin)
    case .unknown:
      if PageType.looksLikeHTML(body) { return [page(body, .html, charset, origin)] }
      return records(body, nil, charset, contentType, origin)
    case .other: return []
    }
  }

  private func page(
    _ body: UnsafeBufferPointer<UInt8>, _ shape: RawDocument.Shape, _ charset: String?,
    _ origin: Origin
  ) -> IngestEvent {
    .document(
      RawDocument(
        origin: origin, shape: shape,
        body: CharacterEncoding.text(body, declared: charset, isHTML: shape == .html),
        retrieved: date, url: record.url.map(text), source: options.source,
        contentHash: ContentHash.text(body)))
  }

  /// The records of a feed, of JSON, of a table; a page where it is one in truth.
  private func records(
    _ body: UnsafeBufferPointer<UInt8>, _ expected: InputFormat?, _ charset: String?,
    _ contentType: String, _ origin: Origin
  ) -> [IngestEvent] {
    guard let data = CrawlData(body, expected: expected, charset: charset, options: options) else {
      return other(contentType, origin)
    }
    if data.format == .html { return [page(body, .html, charset, origin)] }
    return data.events(
      origin: origin, url: record.url.map(text), retrieved: date, budget: budget)
  }

  /// What is said of a document of a program: that it was there. Of parts of pages (pictures, scripts) and
  /// of what has no address in the web (an answer of DNS, a note of the crawler) nothing.
  private func other(_ contentType: String, _ origin: Origin) -> [IngestEvent] {
    guard !PageType.isPart(contentType), let url = record.url.map(text),
      RelativeAddress.isWeb(url)
    else { return [] }
    let type = Self.short(String(contentType.prefix { $0 != ";" && $0 != "," }))
    let message =
      type.isEmpty
      ? "the answer has no type and holds no page, feed or JSON"
      : "the answer is of the type \(type), which holds no article"
    return [.rejected(Rejection(origin: origin, reason: .notAnArticle, message: message))]
  }

  private func text(_ range: Range<Int>) -> String {
    TextDecoding.string(UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// When the page was fetched, ISO 8601; ARC's notation is YYYYMMDDhhmmss.
  private var date: String? {
    guard let range = record.date else { return nil }
    let text = text(range)
    if !record.isARC { return text.isEmpty ? nil : text }
    let digits = Array(text.prefix(14))
    guard digits.count >= 12 else { return nil }
    func part(_ start: Int, _ length: Int) -> String {
      start + length <= digits.count ? String(digits[start..<start + length]) : "00"
    }
    return "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))T\(part(8, 2)):\(part(10, 2)):\(part(12, 2))Z"
  }

  /// A name from the data, fit for a message.
  private static func short(_ name: String) -> String {
    String(
      name.unicodeScalars.filter { $0.isASCII && $0.value > 0x20 && $0 != "\u{7F}" }.prefix(40).map(
        Character.init))
  }
}

extension String {
  /// Calls `body` with the text's UTF-8.
  fileprivate func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var text = self
    return text.withUTF8(body)
  }
}
