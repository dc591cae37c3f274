import DatelineCore

/// The page in one record of a crawl.
struct CrawlPage {
  let record: CrawlRecord
  /// The record from its header on.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Largest page in bytes.
  let limit: Int
  /// What may come out of compressed pages.
  let budget: ExpansionBudget

  /// How the addresses of notes begin: wget's, and browsertrix's on pages that the crawl has as well.
  private static let notes = [
    "metadata:", "urn:text:", "urn:text-final:", "urn:pageinfo:", "urn:view:", "urn:thumbnail:",
  ].map { Array($0.utf8) }

  /// The document, or why there is none; `nil` when the record is no page or a redirection. The
  /// content hash is that of the page's bytes without transfer and content coding.
  func event(origin: Origin, defaultSource: String?) -> IngestEvent? {
    let block = UnsafeBufferPointer(rebasing: bytes[record.headerLength...])
    var contentType = record.contentType.map(text) ?? ""
    switch record.kind {
    case .other:
      return nil
    case .conversion:
      return document(block, .text, charset: nil, origin, defaultSource)
    case .resource:
      // Notes that the crawler wrote about itself.
      if let url = record.url, Self.notes.contains(where: bytes[url].starts(with:)) { return nil }
    case .response:
      if let response = HTTPResponse(block) {
        return event(response, origin, defaultSource)
      }
      if block.starts(with: "HTTP/".utf8) {
        return RecordCounter.malformed(origin, "the HTTP header of the record does not end")
      }
      // The record's own type describes the message, not the page.
      if contentType.lowercased().hasPrefix("application/http") { contentType = "" }
    }
    let type = contentType.withBytes(PageType.init)
    return document(block, type, charset: PageType.charset(contentType), origin, defaultSource)
  }

  private func event(
    _ response: HTTPResponse, _ origin: Origin, _ source: String?
  ) -> IngestEvent? {
    let isFailure = response.status >= 400
    guard isFailure || (200..<300).contains(response.status) else { return nil }
    let event = page(of: response, origin, source)
    guard isFailure, case .document(var document) = event else { return isFailure ? nil : event }
    document.failureStatus = response.status
    return .document(document)
  }

  private func page(
    of response: HTTPResponse, _ origin: Origin, _ source: String?
  ) -> IngestEvent? {
    let type = response.contentType.withBytes(PageType.init)
    if type == .other { return nil }
    let charset = PageType.charset(response.contentType)
    var codings = response.codings
    if codings.isEmpty, response.body.starts(with: [0x1F, 0x8B]) {
      // No text begins so: the server, or the crawler, left the header out.
      codings = ["gzip"]
    }
    if !response.isChunked && codings.isEmpty {
      return document(response.body, type, charset: charset, origin, source)
    }
    var body: [UInt8]
    if response.isChunked, let joined = ChunkedBody.decode(response.body) {
      body = joined
    } else {
      body = Array(response.body)
    }
    for coding in codings.reversed() {
      if budget.failure != nil { return tooLarge(origin) }
      switch body.withUnsafeBufferPointer({ ContentCoding.decode($0, coding, limit: limit) }) {
      case .decoded(let decoded):
        if !budget.spend(decoded.count, depth: budget.pageDepth) { return tooLarge(origin) }
        body = decoded
      case .unchanged: break
      case .unknown:
        return RecordCounter.malformed(origin, "the page is coded as \(Self.short(coding))")
      case .tooLarge:
        return tooLarge(origin)
      }
    }
    return body.withUnsafeBufferPointer { document($0, type, charset: charset, origin, source) }
  }

  private func tooLarge(_ origin: Origin) -> IngestEvent {
    .rejected(
      Rejection(
        origin: origin, reason: .tooLarge,
        message: "the decoded page is larger than \(limit) bytes"))
  }

  private func document(
    _ body: UnsafeBufferPointer<UInt8>, _ type: PageType, charset: String?, _ origin: Origin,
    _ source: String?
  ) -> IngestEvent? {
    var type = type
    if type == .unknown { type = PageType.looksLikeHTML(body) ? .html : .other }
    if type == .other { return nil }
    guard UTF8Bytes.hasText(body) else {
      return .rejected(Rejection(origin: origin, reason: .empty, message: "the page is empty"))
    }
    return .document(
      RawDocument(
        origin: origin, shape: type == .html ? .html : .page,
        body: CharacterEncoding.text(body, declared: charset, isHTML: type == .html),
        retrieved: date, url: record.url.map(text), source: source,
        contentHash: ContentHash.text(body)))
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
      name.unicodeScalars.filter { $0.isASCII && $0.value > 0x20 && $0 != "\u{7F}" }.prefix(20).map(
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
