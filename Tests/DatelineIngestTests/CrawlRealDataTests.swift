import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

/// Real crawls, when there are some: the folder is named by `DATELINE_DATA`.
@Suite(
  "Real crawls",
  .enabled(
    if: ProcessInfo.processInfo.environment["DATELINE_DATA"] != nil, "set DATELINE_DATA to run"))
struct CrawlRealDataTests {
  @Test("Every page of a crawl of news comes out")
  func news() throws {
    let events = try events("raw/warc/CC-NEWS-like-dev.warc.gz")
    #expect(events.documents.count == 60 && events.rejections.isEmpty)
    #expect(events.documents.allSatisfy { $0.shape == .html && $0.url != nil })
    #expect(events.documents.allSatisfy { $0.retrieved != nil && $0.contentHash != nil })
    #expect(Set(events.documents.compactMap(\.url)).count == 60)
  }

  @Test(
    "Files that crawlers really wrote: pages and rejected records",
    arguments: [
      ("bad.arc", 0, 3), ("example-bad-non-chunked.warc.gz", 1, 0),
      ("example-bad.warc.gz.bad", 1, 0), ("example-digest.warc", 0, 0),
      ("example-iana.org-chunked.warc", 1, 0), ("example-resource.warc.gz", 1, 0),
      ("example-space-in-target-uri.warc.gz", 0, 0), ("example-space-in-url.arc", 0, 1),
      ("example-trunc.warc", 0, 1), ("example-wget-bad-target-uri.warc.gz", 1, 0),
      ("example-wrong-chunks.warc.gz", 1, 0), ("example.arc", 1, 0), ("example.arc.gz", 1, 0),
      ("example.warc", 1, 0), ("example.warc.gz", 1, 0), ("post-test.warc.gz", 0, 3),
    ])
  func samples(name: String, pages: Int, rejected: Int) throws {
    let events = try events("raw/warc/warcio/" + name)
    #expect(events.documents.count == pages)
    #expect(events.rejections.count == rejected)
  }

  @Test("A packed directory of texts is read like the directory itself")
  func packedDirectory() throws {
    let events = try events("raw/txt/bbc.tar.zst")
    #expect(events.documents.count == 1328)
    #expect(events.documents.allSatisfy { $0.shape == .page && $0.source != nil })
  }

  private func events(_ name: String) throws -> [IngestEvent] {
    let list = try InputList.expand([RealData.path(name)])
    return try RealData.events(list[0])
  }
}
