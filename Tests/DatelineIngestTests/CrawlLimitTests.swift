import DatelineCore
import Testing

@testable import DatelineIngest

/// Crawls made to cost more than they are worth.
@Suite("Limits of crawls")
struct CrawlLimitTests {
  @Test("A header that another record's version line breaks off is not read for ever")
  func brokenHeaders() {
    let line = Array("a:WARC/1.0\r\n".utf8)
    let bytes = Array(repeatElement(line, count: 100_000).joined())
    let good = Crawl.response("https://wire.example.com/a", "Whole")
    let events = read(bytes + good, as: .warc, path: "x.warc")
    #expect(events.documents.map(\.url) == ["https://wire.example.com/a"])
    #expect(events.rejections.count == 1)
  }

  @Test("Pages that blow up are held against the size of the file")
  func compressedPages() {
    let page = Pack.gzip(Crawl.html(String(repeating: "word ", count: 200_000)))
    let record = Crawl.record(
      "response", "https://wire.example.com/a", Crawl.http(page, "Content-Encoding: gzip"))
    let crawl = Array(repeatElement(record, count: 40).joined())
    var options = IngestOptions(format: .warc)
    options.containerLimits.freeBytes = 10 << 20
    let stopped = readOnce(
      crawl, as: .warc, path: "x.warc", options: options, chunkSize: 1 << 12)
    #expect((1..<40).contains(stopped.documents.count))
    #expect(stopped.rejections.map(\.reason) == [.tooLarge])
    options.containerLimits.maxExpansion = 100_000
    let whole = readOnce(crawl, as: .warc, path: "x.warc", options: options, chunkSize: 1 << 12)
    #expect(whole.documents.count == 40 && whole.rejections.isEmpty)
  }
}
