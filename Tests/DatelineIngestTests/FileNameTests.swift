import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

@Suite("Files with names that say nothing")
struct FileNameTests {
  private static let page =
    "<!DOCTYPE html>\n<html><head><title>Ferry</title></head><body><p>The ferry sails.</p></body></html>"
  private static let lines = "{\"title\":\"A\",\"body\":\"a\"}\n{\"title\":\"B\",\"body\":\"b\"}\n"
  private static let crawl =
    "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"

  /// Files as `wget` and others name them; all hold articles.
  static let taken: [(name: String, text: String)] = [
    ("page.php", page), ("page.aspx", page), ("page.jsp", page), ("page.cgi", page),
    ("index.html?x=1", page), ("index.php?id=2&p=a.b", page), ("page.html.1", page),
    ("story", page), ("x.log", lines), ("export.dat", "[" + lines.split(separator: "\n")[0] + "]"),
    ("crawl.dat", crawl), ("x.warc.1", crawl), ("feed.php", "<?xml version=\"1.0\"?><rss></rss>"),
    ("rows.dat", "title,body,url\na,b,c\n"), ("part", "<!-- saved --><html><p>x</html>"),
    ("0a1b.story", "A title.\n\n@highlight\n\nA point"), ("post.md", "# A title\n\nA text."),
  ]

  /// Files that lie beside pages, or hold no articles.
  static let left: [(name: String, text: String)] = [
    ("README", "A title\n\nA text."), ("note.log", "A title, and text\n\nA text."),
    ("style.css", page), ("app.js", page), ("photo.jpg", page), ("font.woff2", page),
    ("film.mp4", page), ("page.html~", page), ("page.html.bak", page), ("report.docx", page),
    ("source.php", "<?php echo 1; ?>\n<html><p>x</html>"), ("tool.jsp", "<%@ page %><html>"),
    ("drawing.dat", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"),
    ("app.map", "{\"version\":3,\"sources\":[]}"), ("lock.lck", "{\"version\":3,\n\"x\":{}}"),
    ("binary.dat", "\u{1}\u{2}\u{0}PK<html>"), ("empty.dat", ""),
    ("entry.xsd", "<?xml version=\"1.0\"?><schema></schema>"),
  ]

  @Test("In directories the content tells, and the rest is counted")
  func directory() throws {
    let directory = try TemporaryDirectory()
    for (name, text) in Self.taken + Self.left { try directory.write(name, text) }
    let list = try InputList.expand([directory.path])
    func names(_ paths: [String]) -> Set<String> {
      Set(paths.map { String($0.dropFirst(directory.path.count + 1)) })
    }
    #expect(names(list.map(\.path)) == Set(Self.taken.map(\.name)))
    #expect(names(list.skipped) == Set(Self.left.map(\.name)))
    for file in list where file.path.hasSuffix(".php") && file.path.contains("page") {
      let reader = try DocumentReader(file: file, options: IngestOptions())
      guard case .document(let document) = reader.next() else {
        Issue.record("expected a document")
        continue
      }
      #expect(document.shape == .html)
    }
  }

  @Test("In archives too")
  func archive() {
    let entries = (Self.taken + Self.left).map { ($0.name, Array($0.text.utf8)) }
    for packed in [Pack.tar(entries), Pack.zip(entries)] {
      let reader = DocumentReader(
        file: InputFile(path: "x"), options: IngestOptions(),
        source: ByteSource(bytes: packed))
      var files: Set<String> = []
      while let event = reader.next() {
        switch event {
        case .document(let document): files.insert(document.origin.file)
        case .rejected(let rejection): files.insert(rejection.origin.file)
        }
      }
      // A crawl without a response gives nothing.
      let expected = Set(Self.taken.filter { $0.text != Self.crawl }.map { "x!" + $0.name })
      #expect(files.subtracting(expected).isSubset(of: ["x!crawl.dat", "x!x.warc.1"]))
      #expect(expected.subtracting(files).isEmpty)
      // The crawls' own first records are passed over as well.
      #expect(reader.passedOver == Self.left.count + 2)
    }
  }

  @Test("Compressed files whose names say nothing")
  func compressed() throws {
    let directory = try TemporaryDirectory()
    func write(_ name: String, _ bytes: [UInt8]) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: directory.path + "/" + name))
    }
    for filter in Pack.filters {
      try write("crawl-\(filter.name).dat", Pack.compress(Array(Self.crawl.utf8), filter))
      try write("other-\(filter.name).dat", Pack.compress(Array("nothing".utf8), filter))
    }
    let list = try InputList.expand([directory.path])
    #expect(list.count == Pack.filters.count)
    #expect(list.allSatisfy { $0.path.contains("/crawl-") })
  }
}
