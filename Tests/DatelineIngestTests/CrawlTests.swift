import CLibArchive
import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("Crawls")
struct CrawlTests {
  private func pages(_ bytes: [UInt8], path: String = "x.warc") -> [RawDocument] {
    let events = read(bytes, as: nil, path: path)
    #expect(events.rejections.isEmpty)
    return events.documents
  }

  private let info = Crawl.record(
    "warcinfo", "", contentType: "application/warc-fields", Array("software: x\r\n".utf8))

  @Test("A page with its address, time, number, place and hash")
  func page() {
    let first = Crawl.response("https://wire.example.com/a", "Über")
    let documents = pages(info + first)
    let body = Crawl.html("Über")
    #expect(
      documents == [
        RawDocument(
          origin: Origin(file: "x.warc", record: 2, offset: Int64(info.count)), shape: .html,
          body: "<html><p>Über</p></html>", retrieved: "2020-03-04T05:06:07Z",
          url: "https://wire.example.com/a",
          contentHash: body.withUnsafeBufferPointer(ContentHash.text))
      ])
  }

  @Test("An early page in an encoding with escapes leaves lengths and later pages alone")
  func escapedPage() throws {
    let japanese = try Samples.bytes(
      "<html><p>\(Samples.japanese)</p></html>", in: "iso-2022-jp")
    let page = Crawl.http(japanese, type: "text/html; charset=iso-2022-jp")
    let records =
      Crawl.record("response", "https://e.example.org/1", page)
      + Crawl.response("https://e.example.org/2", "Über")
    let bodies = ["<html><p>\(Samples.japanese)</p></html>", "<html><p>Über</p></html>"]
    #expect(pages(records).map(\.body) == bodies)
    #expect(pages(Pack.gzip(records), path: "x.warc.gz").map(\.body) == bodies)
    let arc = Crawl.arc("http://e.example.org/1", page)
    #expect(pages(arc, path: "x.arc").map(\.body) == [bodies[0]])
  }

  @Test("Plain, a member for each record, one member, and other compressions")
  func compressions() {
    let records = (0..<3).map { Crawl.response("https://e.example.org/\($0)", "Page \($0)") }
    let plain = Array(records.joined())
    var forms = [plain, Array(records.map(Pack.gzip).joined()), Pack.gzip(plain)]
    forms += Pack.filters.map { Pack.compress(plain, $0) }
    forms.append(Array(records.map { Pack.compress($0, Pack.filters[3]) }.joined()))
    for form in forms {
      let documents = pages(form, path: "-")
      #expect(documents.map(\.origin.record) == [1, 2, 3])
      #expect(documents.map(\.origin.offset) == [0, 1, 2].map { Int64($0 * records[0].count) })
      #expect(documents.map(\.body) == (0..<3).map { "<html><p>Page \($0)</p></html>" })
    }
  }

  @Test("Records of other kinds and other answers are left out, those of other types rejected")
  func leftOut() {
    let page = Crawl.html("x")
    var bytes = info
    for kind in ["request", "metadata", "revisit", "continuation"] {
      bytes += Crawl.record(kind, "https://e.example.org/", Crawl.http(page))
    }
    bytes += Crawl.record(
      "response", "https://e.example.org/", Crawl.http(page, status: "301 Moved"))
    bytes += Crawl.record("response", "https://e.example.org/", Crawl.http(page, type: "image/png"))
    bytes += Crawl.record(
      "response", "https://e.example.org/", Crawl.http(page, type: "application/pdf"))
    bytes += Crawl.record("response", "dns:e.example.org", contentType: "text/dns", page)
    bytes += Crawl.record("resource", "https://e.example.org/", contentType: "text/css", page)
    bytes += Crawl.record("resource", "metadata://crawler/log", contentType: "text/plain", page)
    let reader = DocumentReader(
      file: InputFile(path: "x.warc"), options: IngestOptions(), source: ByteSource(bytes: bytes))
    var messages: [String] = []
    while case .rejected(let rejection) = reader.next() { messages.append(rejection.message) }
    #expect(reader.passedOver == 10)
    #expect(messages.count == 1 && messages[0].contains("application/pdf"), "\(messages)")
  }

  @Test("A compressed page whose header does not say so")
  func unannouncedCompression() {
    let found = pages(
      Crawl.record("response", "https://a.example.org/", Crawl.http(Pack.gzip(Crawl.html("x")))))
    #expect(found.map(\.body) == [String(decoding: Crawl.html("x"), as: UTF8.self)])
  }

  @Test("Answers with an error are pages that say so")
  func errorPages() {
    let page = Crawl.html("x")
    let found = pages(
      Crawl.record("response", "https://a.example.org/", Crawl.http(page, status: "404 No"))
        + Crawl.record("response", "https://b.example.org/", Crawl.http(page, status: "503 No"))
        + Crawl.record("response", "https://c.example.org/", Crawl.http(page)))
    #expect(found.map(\.failureStatus) == [404, 503, nil])
  }

  @Test("Resources, converted text, plain text, answers without a type")
  func otherPages() {
    let page = Crawl.html("x")
    let text = Array("A title\nA text".utf8)
    let documents = pages(
      Crawl.record("resource", "<https://a.example.org/>", contentType: "text/html", page)
        + Crawl.record("conversion", "https://b.example.org/", contentType: "text/plain", text)
        + Crawl.record("response", "https://c.example.org/", Crawl.http(text, type: "text/plain"))
        + Crawl.record(
          "response", "https://d.example.org/", Array("HTTP/1.0 200\n\n".utf8) + page)
        + Crawl.record("response", "https://e.example.org/a b", contentType: "text/html", page))
    #expect(documents.map(\.shape) == [.html, .page, .page, .html, .html])
    #expect(documents.first?.url == "https://a.example.org/")
    #expect(documents.last?.url == "https://e.example.org/a b")
  }

  @Test("An empty page is rejected")
  func empty() {
    let bytes = Crawl.record("response", "https://e.example.org/", Crawl.http([0x0A]))
    #expect(read(bytes, as: nil).outline == ["1@0 !empty"])
  }

  @Test("Transfer and content codings, also those wrongly announced")
  func codings() {
    let page = Crawl.html("A page that is coded in some way")
    func chunked(_ bytes: [UInt8]) -> [UInt8] {
      let half = bytes.count / 2
      return Array("\(String(half, radix: 16)); x=y\r\n".utf8) + bytes[..<half]
        + Array("\r\n\(String(bytes.count - half, radix: 16))\r\n".utf8) + bytes[half...]
        + Array("\r\n0\r\n\r\n".utf8)
    }
    let gzip = Pack.gzip(page)
    let raw = Array(gzip[10..<(gzip.count - 8)])
    let zlib: [UInt8] = [0x78, 0x9C] + raw + adler(page)
    let isChunked = "Transfer-Encoding: Chunked"
    let cases: [(String, [UInt8])] = [
      (isChunked, chunked(page)), (isChunked, page), (isChunked, chunked(page).dropLast(7)),
      ("Content-Encoding: gzip", gzip), ("Content-Encoding: gzip", page),
      ("Content-Encoding: gzip\r\n" + isChunked, chunked(gzip)),
      ("Content-Encoding: gzip\r\n" + isChunked, gzip), ("Content-Encoding: deflate", raw),
      ("Content-Encoding: deflate", zlib), ("Content-Encoding: deflate", page),
      ("Content-Encoding: gzip, GZIP", Pack.gzip(gzip)), ("Content-Encoding: br", page),
      ("Content-Encoding: br", brotli(page)), ("Content-Length: 3", page),
      ("Content-Length: 99999999", page),
    ].map { ($0.0, Array($0.1)) }
    for (header, body) in cases {
      let bytes = Crawl.record("response", "https://e.example.org/", Crawl.http(body, header))
      #expect(
        pages(bytes).map(\.body) == [String(decoding: page, as: UTF8.self)], "\(header)")
    }
  }

  @Test("Bodies that are cut are kept as far as they decode")
  func cutBodies() {
    let page = Crawl.html((0..<2000).map { "word \($0)" }.joined(separator: " "))
    let gzip = Pack.gzip(page)
    let cut = Array(gzip[..<(gzip.count / 2)])
    let bytes = Crawl.record(
      "response", "https://e.example.org/", Crawl.http(cut, "Content-Encoding: gzip"))
    let body = pages(bytes).first?.body ?? ""
    #expect(body.utf8.count > page.count / 4 && body.utf8.count < page.count)
    #expect(String(decoding: page, as: UTF8.self).hasPrefix(body))
  }

  @Test("A body that decodes to more than a record may have is rejected")
  func bodyBomb() {
    var options = IngestOptions()
    options.maxRecordBytes = 100_000
    let body = Pack.gzip([UInt8](repeating: 0x41, count: 1_000_000))
    let bytes = Crawl.record(
      "response", "https://e.example.org/", Crawl.http(body, "Content-Encoding: gzip"))
    #expect(read(bytes, as: nil, options: options).outline == ["1@0 !too large"])
  }

  @Test("ARC: two versions, spaces in addresses, wrong lengths")
  func arc() {
    let page = Crawl.http(Crawl.html("x"))
    let bytes =
      Crawl.arcStart + Crawl.arc("http://a.example.org/?q=a b", page)
      + Array(
        "http://b.example.org/ 192.0.2.1 20140216050221 text/html 200 - - 0 x.arc \(page.count)\n"
          .utf8) + page + [0x0A]
      + Array("http://c.example.org/ 192.0.2.1 20140216050221 text/html abc\n".utf8) + page + [0x0A]
      + Crawl.arc("http://d.example.org/", page)
    for form in [bytes, Pack.gzip(bytes)] {
      let events = read(form, as: nil, path: "-")
      #expect(
        events.documents.map(\.url) == [
          "http://a.example.org/?q=a b", "http://b.example.org/", "http://d.example.org/",
        ])
      #expect(
        events.documents.map(\.retrieved) == Array(repeating: "2014-02-16T05:02:21Z", count: 3))
      #expect(events.documents.map(\.origin.record) == [2, 3, 5])
      #expect(events.rejections.map(\.origin.record) == [4])
    }
  }

  @Test("A record larger than the limit is passed over, and rejected if it would be a page")
  func large() {
    var options = IngestOptions()
    options.maxRecordBytes = 5_000
    let large = [UInt8](repeating: 0x41, count: 20_000)
    let bytes =
      Crawl.record("resource", "https://a.example.org/", contentType: "video/mp4", large)
      + Crawl.record("response", "https://b.example.org/", Crawl.http(large))
      + Crawl.response("https://c.example.org/", "x")
    let events = read(bytes, as: nil, options: options)
    #expect(events.rejections.map(\.reason) == [.tooLarge])
    #expect(events.rejections.map(\.origin.record) == [2])
    #expect(events.documents.map(\.origin.record) == [3])
  }

  private func adler(_ bytes: [UInt8]) -> [UInt8] {
    var low = 1
    var high = 0
    for byte in bytes {
      low = (low + Int(byte)) % 65521
      high = (high + low) % 65521
    }
    return [UInt8(high >> 8), UInt8(high & 255), UInt8(low >> 8), UInt8(low & 255)]
  }

  /// A stream of Brotli with one block that is not compressed (RFC 7932, section 9).
  private func brotli(_ bytes: [UInt8]) -> [UInt8] {
    // WBITS 16 (0), ISLAST 0, MNIBBLES 4 (00), MLEN - 1 in 16 bits, ISUNCOMPRESSED 1.
    let bits = UInt32(bytes.count - 1) << 4 | 1 << 20
    let head = (0..<3).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt32($0))) }
    return head + bytes + [0x03]
  }
}
