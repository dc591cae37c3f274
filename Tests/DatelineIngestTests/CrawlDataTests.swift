import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("Feeds, JSON and tables in crawls")
struct CrawlDataTests {
  private static let rss = """
    <?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Wire</title>
    <item><title>Ferry returns</title><link>https://e.example.org/1</link>
    <description>Boats run again.</description></item>
    <item><title>Crane painted</title><link>https://e.example.org/2</link>
    <description>It is blue now.</description></item></channel></rss>
    """
  private static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Wire</title><entry><id>urn:e:1</id>
    <title>Ferry returns</title><content>Boats run again.</content></entry></feed>
    """
  private static let jsonFeed = """
    {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Wire", "items": [
    {"id": "https://e.example.org/1", "title": "Ferry returns", "content_text": "Boats run again."}]}
    """

  private func answer(
    _ body: String, type: String, url: String = "https://e.example.org/x", _ headers: String...
  ) -> [UInt8] {
    let coded = headers.isEmpty ? Array(body.utf8) : Pack.gzip(Array(body.utf8))
    let lines = ["HTTP/1.1 200 OK"] + (type.isEmpty ? [] : ["Content-Type: \(type)"]) + headers
    return Crawl.record(
      "response", url, Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + coded)
  }

  private func read(_ bytes: [UInt8]) -> [IngestEvent] {
    DatelineIngestTests.read(bytes, as: nil, path: "x.warc")
  }

  @Test(
    "Feeds and JSON are read by their readers, whatever kind of XML or JSON they are called",
    arguments: [
      (rss, "application/rss+xml; charset=utf-8"), (rss, "text/xml"), (rss, "application/xml"),
      (rss, ""), (atom, "application/atom+xml"), (atom, "application/rdf+xml"),
      (jsonFeed, "application/feed+json"), (jsonFeed, "application/json; charset=UTF-8"),
      (#"{"title":"Ferry returns","text":"Boats run again."}"#, "application/json"),
      (#"{"title":"Ferry returns","text":"Boats run again."}"#, "application/x-ndjson"),
      ("title,body\nFerry returns,Boats run again.\n", "text/csv"),
    ])
  func records(body: String, type: String) throws {
    let events = read(answer(body, type: type) + Crawl.response("https://e.example.org/p", "x"))
    #expect(events.rejections.isEmpty)
    let first = try #require(events.documents.first)
    #expect(first.shape == .fields && first.title == "Ferry returns", "\(type)")
    #expect(first.body == "Boats run again." && first.retrieved == "2020-03-04T05:06:07Z")
    #expect(events.documents.dropLast().allSatisfy { $0.origin == Origin(file: "x.warc") })
    #expect(events.documents.count == (body == Self.rss ? 3 : 2))
    #expect(events.documents.last?.shape == .html && events.documents.last?.origin.record == 2)
  }

  @Test("A single record without an address has that of the answer; items keep theirs")
  func addresses() {
    let single = read(answer(#"{"title":"T","text":"B"}"#, type: "application/json"))
    #expect(single.documents.map(\.url) == ["https://e.example.org/x"])
    let feed = read(answer(Self.rss, type: "text/xml"))
    #expect(feed.documents.map(\.url) == ["https://e.example.org/1", "https://e.example.org/2"])
    #expect(feed.documents.map(\.source) == ["Harbour Wire", "Harbour Wire"])
  }

  @Test("Compressed feeds, pages that are called XML, feeds in legacy encodings")
  func codings() {
    let packed = read(answer(Self.rss, type: "text/xml", "Content-Encoding: gzip"))
    #expect(packed.documents.count == 2)
    let page = read(answer("<html><p>x</p></html>", type: "application/xml"))
    #expect(page.documents.map(\.shape) == [.html])
    let latin = Array(Self.rss.replacing("blue", with: "gr#n").utf8).map {
      $0 == UInt8(ascii: "#") ? 0xFC : $0
    }
    let named = Crawl.http(latin, type: "text/xml; charset=iso-8859-1")
    let record = Crawl.record("response", "https://e.example.org/x", named)
    #expect(read(record).documents.last?.body == "It is grün now.")
  }

  @Test("Plain text is plain text, whatever it holds")
  func plainText() {
    let events = read(answer(#"{"title":"T"}"#, type: "text/plain"))
    #expect(events.documents.map(\.shape) == [.page])
  }

  @Test(
    "What holds no article is one rejection with its reason",
    arguments: [
      (
        "%PDF-1.7 x", "application/pdf",
        "the answer is of the type application/pdf, which holds no article"
      ),
      ("x", "application/octet-stream", "the answer is of the type application/octet-stream"),
      ("x", "", "the answer has no type and holds no page, feed or JSON"),
      (
        "<urlset><url/></urlset>", "text/xml", "a sitemap lists addresses, no articles"
      ),
      ("<rss><channel><title>T</title></channel></rss>", "text/xml", "the feed has no items"),
      (#"[{"price":1},{"price":2}]"#, "application/json", "no field is known as title or text"),
      (#"{"title":"Widget","id":7}"#, "application/json", "the record has a title but no text"),
      ("{\"a\":", "application/json", "end"),
    ])
  func rejected(body: String, type: String, message: String) {
    let events = read(answer(body, type: type))
    #expect(events.documents.isEmpty && events.rejections.count == 1)
    #expect(events.rejections.first?.origin == Origin(file: "x.warc"))
    #expect(
      events.rejections.first?.message.contains(message) == true,
      "\(events.rejections.first?.message ?? "none")")
  }

  @Test(
    "Parts of pages are passed over without a word",
    arguments: [
      "image/png", "image/svg+xml", "audio/mpeg", "video/mp4", "application/x-mpegURL",
      "font/woff2",
      "application/font-woff", "application/x-font-ttf", "application/vnd.ms-fontobject",
      "text/css; charset=utf-8", "application/javascript", "text/javascript;charset=utf-8",
      "application/x-javascript", "application/wasm", "application/dash+xml",
    ])
  func parts(type: String) {
    let part = answer("x", type: type)
    let resource = Crawl.record("resource", "https://e.example.org/p", contentType: type, [0x78])
    let reader = DocumentReader(
      file: InputFile(path: "x.warc"), options: IngestOptions(),
      source: ByteSource(bytes: part + resource))
    #expect(reader.next() == nil && reader.passedOver == 2)
  }

  @Test("Films larger than a record may be are passed over, pages are not")
  func largeParts() {
    let large = String(repeating: "x", count: 3000)
    var options = IngestOptions()
    options.maxRecordBytes = 2000
    let reader = DocumentReader(
      file: InputFile(path: "x.warc"), options: options,
      source: ByteSource(bytes: answer(large, type: "video/mp4") + answer(large, type: "text/html"))
    )
    guard case .rejected(let rejection)? = reader.next() else {
      Issue.record("the page is not rejected")
      return
    }
    #expect(rejection.reason == .tooLarge && rejection.origin.record == 2)
    #expect(reader.next() == nil && reader.passedOver == 1)
  }

  @Test("Answers with an error are no data, and are left out")
  func failures() {
    let failed = Crawl.http(Array("{}".utf8), status: "404 No", type: "application/json")
    let reader = DocumentReader(
      file: InputFile(path: "x.warc"), options: IngestOptions(),
      source: ByteSource(bytes: Crawl.record("response", "https://e.example.org/", failed)))
    #expect(reader.next() == nil && reader.passedOver == 1)
  }
}
