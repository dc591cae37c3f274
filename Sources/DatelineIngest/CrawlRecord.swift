/// The header of a record of a crawl. Ranges are relative to the start of the record.
struct CrawlRecord: Equatable {
  enum Kind {
    /// A server's answer, with its HTTP header unless it came by another protocol.
    case response
    /// A resource without a protocol's header.
    case resource
    /// Text made from a page (WET).
    case conversion
    /// Requests, metadata, revisits, parts of records, and notes about the file.
    case other
  }

  var kind: Kind
  /// Length of the header with the empty line at its end.
  var headerLength: Int
  /// Length of what follows the header, in bytes.
  var contentLength: Int64
  var url: Range<Int>?
  var date: Range<Int>?
  var contentType: Range<Int>?
  /// True when the date is written as in ARC, 14 digits.
  var isARC: Bool

  /// The record with ranges of a window made relative to its own start.
  func relative(to start: Int) -> CrawlRecord {
    func move(_ range: Range<Int>?) -> Range<Int>? {
      range.map { $0.lowerBound - start..<$0.upperBound - start }
    }
    var record = self
    record.headerLength -= start
    record.url = move(url)
    record.date = move(date)
    record.contentType = move(contentType)
    return record
  }
}

/// A header, or why there is none.
enum CrawlHeader {
  case record(CrawlRecord)
  case malformed(String)
}

extension CrawlHeader {
  /// Largest header of a record; real ones have less than 10 kB.
  static let limit = 1 << 20

  /// Position of the line feed that ends the line at `start`; `nil` when there is none within the
  /// limit of a header that starts at `header`.
  static func lineEnd(_ buffer: InputBuffer, from start: Int, header: Int) -> Int? {
    let limit = header + limit
    var searched = start
    while true {
      if let end = buffer.firstIndex(of: 0x0A, from: searched) { return end < limit ? end : nil }
      searched = buffer.count
      if searched >= limit || !buffer.fill() { return nil }
    }
  }

  /// The number that the bytes are; `nil` when they are none. Numbers too large are the largest.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    var value: Int64 = 0
    if bytes.isEmpty { return nil }
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow2) = product.addingReportingOverflow(Int64(byte - 0x30))
      value = overflow || overflow2 ? .max : sum
    }
    return value
  }
}
