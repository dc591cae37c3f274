import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

@Suite struct SavedPageTests {
  private static let page = "<html><body><p>Der Hafen wird vertieft, über Nacht.</p></body></html>"

  private static func archive(
    header: String =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/hafen\r\n",
    encoding: String, body: String, folding: String = "\r\n\t"
  ) -> String {
    """
    \(header)Subject: Hafen\r
    Date: Mon, 1 Jan 2024 10:00:00 -0000\r
    MIME-Version: 1.0\r
    Content-Type: multipart/related;\(folding)type="text/html";\(folding)boundary="----Rand--7"\r
    \r
    \r
    ------Rand--7\r
    Content-Type: image/png\r
    Content-Transfer-Encoding: base64\r
    Content-Location: https://news.example/a.png\r
    \r
    iVBORw0KGgo=\r
    ------Rand--7\r
    Content-Type: text/html; charset=utf-8\r
    Content-ID: <frame-1@mhtml.blink>\r
    Content-Transfer-Encoding: \(encoding)\r
    Content-Location: https://news.example/hafen-part\r
    \r
    \(body)\r
    ------Rand--7--\r

    """
  }

  private static let quoted =
    "<html><body><p>Der Hafen wird vert=\r\nieft, =C3=BCber Nacht.</p></body></html>"

  @Test(arguments: [
    ("quoted-printable", quoted), ("base64", Data(page.utf8).base64EncodedString()),
    ("8bit", page), ("binary", page),
  ])
  func pagesOfArchives(encoding: String, body: String) {
    let text = Self.archive(encoding: encoding, body: body)
    for path in ["a.mhtml", "a.mht", "a"] {
      let documents = read(text, as: InputFormat(path: path), path: path).documents
      #expect(documents.map(\.body) == [Self.page])
      #expect(documents.first?.shape == .html)
      #expect(documents.first?.url == "https://news.example/hafen")
      #expect(documents.first?.retrieved == "Mon, 1 Jan 2024 10:00:00 -0000")
    }
  }

  @Test func placeOfThePartIsTheAddress() {
    let text = Self.archive(
      header: "From: \"Saved by Windows Internet Explorer 8\"\r\n", encoding: "8bit",
      body: Self.page)
    #expect(read(text, as: .html).documents.first?.url == "https://news.example/hafen-part")
  }

  @Test func lettersAreNoPages() {
    let header = "Received: from a.example\r\nTo: b@example.com\r\n"
    let text = Self.archive(header: header, encoding: "8bit", body: "x")
    #expect(read(text, as: nil).documents.first?.shape != .html)
  }

  @Test func archivesWithoutAPageAreRejected() {
    let text = Self.archive(encoding: "8bit", body: "x").replacing(
      "text/html; charset", with: "text/css; charset")
    #expect(read(text, as: .html).rejections.map(\.reason) == [.notAnArticle])
  }

  @Test(arguments: [
    (
      "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://news.example/harbour \n saved date: Mon Jan 01 2024 10:00:00 GMT+0100 (Central European Standard Time)\n--><meta charset=utf-8>",
      "https://news.example/harbour",
      "Mon Jan 01 2024 10:00:00 GMT+0100 (Central European Standard Time)"
    ),
    (
      "<!-- Saved from https://news.example/harbour at 2024-01-01T10:00:00Z using monolith v2.8.1 --><html>",
      "https://news.example/harbour", "2024-01-01T10:00:00Z"
    ),
    (
      "<html>\n<!-- Mirrored from news.example/harbour.html by HTTrack Website Copier/3.x [XR&CO'2014], Mon, 01 Jan 2024 10:00:00 GMT -->",
      "http://news.example/harbour.html", "Mon, 01 Jan 2024 10:00:00 GMT"
    ),
    (
      "<html data-scrapbook-source=\"https://news.example/harbour\" lang=\"en\">",
      "https://news.example/harbour", nil
    ),
    ("<html><!-- Saved from the fire at dawn -->", nil, nil),
  ])
  func notesOfProgramsThatSavePages(head: String, url: String?, saved: String?) {
    let document = read(head + "<p>Text.</p></html>", as: .html).documents.first
    #expect(document?.url == url)
    #expect(document?.retrieved == saved)
  }

  private static let crawl = """
    WARC/1.0\r
    WARC-Type: response\r
    WARC-Target-URI: https://news.example/harbour\r
    Content-Type: application/http\r
    Content-Length: 79\r
    \r
    HTTP/1.1 200 OK\r
    Content-Type: text/html\r
    \r
    <html><p>The harbour.</p></html>\r
    \r

    """

  @Test func listsOfPagesInCrawlArchivesAreNoArticles() {
    let archive = ZipFile([
      ("datapackage.json", Array(#"{"profile":"data-package","title":"Crawl","text":"x"}"#.utf8)),
      (
        "pages/pages.jsonl",
        Array(
          """
          {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
          {"id": "1", "url": "https://news.example/harbour", "title": "Harbour", "text": "The harbour."}

          """.utf8)
      ),
      ("archive/data.warc", Array(Self.crawl.utf8)),
    ]).bytes
    let events = read(archive, as: nil, path: "crawl.wacz")
    #expect(events.documents.map(\.origin.file) == ["crawl.wacz!archive/data.warc"])
    #expect(events.rejections.isEmpty)
  }

  @Test func zipArchivesOfOtherNamesAreFound() throws {
    let folder = try TemporaryDirectory()
    let article = Array("<html><h1>Harbour</h1><p>The harbour.</p></html>".utf8)
    let files: [(String, [(String, [UInt8])])] = [
      ("dump.dat", [("a.png", [1, 2, 3]), ("story.html", article)]),
      ("book", [("mimetype", Array("application/epub+zip".utf8)), ("a.html", article)]),
      (
        "letter",
        [
          ("[Content_Types].xml", Array("<?xml version=\"1.0\"?><Types/>".utf8)),
          ("a.html", article),
        ]
      ),
      ("program", [("readme.txt", Array("Read me.".utf8)), ("a.py", Array("print(1)".utf8))]),
    ]
    for (name, entries) in files {
      try Data(ZipFile(entries).bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
    try Data(ZipFile([("archive/data.warc", Array(Self.crawl.utf8))]).bytes).write(
      to: URL(fileURLWithPath: folder.path + "/crawl.wacz"))
    let found = try InputList.expand([folder.path]).map { ($0.path as NSString).lastPathComponent }
    #expect(found == ["crawl.wacz", "dump.dat"])
  }
}
