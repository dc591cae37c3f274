package import DatelineCore

/// The lines of one page, or the paragraphs of one record, as ``LineMemory`` counts them: hashes, no text.
package struct PageLines: Sendable {
  /// What is known of a line.
  struct Line: Sendable {
    /// Whether it stands once and near the beginning.
    var isInHead = false
    /// Its bytes if it is no link.
    var text: Int32 = 0
    /// Its bytes if it is prose, see ``TextRun/prose(_:)``.
    var prose: Int32 = 0
  }

  /// Hash of the whole page, by which the same page is known again.
  let page: UInt64
  /// Hash of the page's address, by which a later version of it is known.
  private(set) var address: UInt64?
  /// The different lines by their hashes.
  private(set) var lines: [UInt64: Line] = [:]

  /// The lines of a page flattened to text. Linear.
  package init(text: String) {
    var text = text
    page = text.withUTF8(ContentHash.short)
    let bytes = TextNormalizer.lines(text)
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), maxSplits: Page.mostLines)
      .prefix(Page.mostLines)
    {
      let hash = LineMemory.hash(line)
      let length = HTMLTextRuns.Length(line)
      let known = lines.updateValue(
        Line(text: length.all, prose: length.prose), forKey: hash)
      if known == nil, number < LineMemory.headLines { lines[hash]?.isInHead = true }
      number += 1
    }
  }

  /// The texts between the tags of an HTML page; what stands first there says nothing. Linear.
  package init(html: String) {
    var html = html
    var lines: [UInt64: Line] = [:]
    page = html.withUTF8 { bytes in
      HTMLTextRuns.forEach(in: bytes) { lines[$0] = Line(text: $1.all, prose: $1.prose) }
      return ContentHash.short(bytes)
    }
    self.lines = lines
  }

  /// The short paragraphs of a record's text, as ``RepeatedLines`` asks for them. Linear.
  package init(record text: String) {
    var body = TextNormalizer.body(text)
    var lines: [UInt64: Line] = [:]
    page = body.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        // What is no more than one paragraph has no furniture.
        if start == 0, end == bytes.count { break }
        if end - start <= RepeatedLines.longest, end > start {
          lines[ContentHash.short(UnsafeBufferPointer(rebasing: bytes[start..<end]))] = Line()
        }
        start = end + 2
      }
      return ContentHash.short(bytes)
    }
    self.lines = lines
  }

  /// The lines of a page or a record; `nil` for error pages and for empty ones.
  package init?(_ document: RawDocument) {
    guard document.failureStatus == nil, let body = document.body, !body.isEmpty else { return nil }
    switch document.shape {
    case .fields:
      self.init(record: body)
      return
    case .page: self.init(text: body)
    case .html: self.init(html: body)
    }
    var address = document.url
    // Some sites name their front page on every page.
    if document.shape == .html, let canonical = PageAddress.find(in: body),
      WebAddress.path(of: canonical).utf8.count > 1
    {
      address = canonical
    }
    self.address = address.map {
      var identity = WebAddress.identity(ArchivedAddress($0)?.original ?? $0)
      return identity.withUTF8(ContentHash.short)
    }
  }
}
