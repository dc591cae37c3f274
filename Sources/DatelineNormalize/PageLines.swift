package import DatelineCore

/// The lines of one page as ``LineMemory`` counts them: hashes, no text.
package struct PageLines: Sendable {
  /// Hash of the whole page, by which the same page is known again.
  let page: UInt64
  /// Hashes of the different lines, and whether a line stands once and near the beginning.
  private(set) var inHead: [UInt64: Bool] = [:]

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
      let isFirst = inHead.updateValue(false, forKey: hash) == nil
      if isFirst, number < LineMemory.headLines { inHead[hash] = true }
      number += 1
    }
  }

  /// The texts between the tags of an HTML page; what stands first there says nothing. Linear.
  package init(html: String) {
    var html = html
    var hashes: [UInt64: Bool] = [:]
    page = html.withUTF8 { bytes in
      HTMLTextRuns.forEach(in: bytes) { hashes[$0] = false }
      return ContentHash.short(bytes)
    }
    inHead = hashes
  }

  /// The lines of a page; `nil` for records with fields, for error pages and for empty ones.
  package init?(_ document: RawDocument) {
    guard document.failureStatus == nil, let body = document.body, !body.isEmpty else { return nil }
    switch document.shape {
    case .fields: return nil
    case .page: self.init(text: body)
    case .html: self.init(html: body)
    }
  }
}
