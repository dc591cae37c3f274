import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

@Suite("What stands before the markup of a page")
struct PrologueTests {
  static let prologues: [(name: String, text: String)] = [
    ("blanks", String(repeating: " \r\n\t", count: 1_500)),
    ("many-blanks", String(repeating: "\n", count: 300_000)),
    ("mark", "\u{FEFF}" + String(repeating: "\n", count: 70_000)),
    ("comment", "<!-- " + String(repeating: "licence > of the page -- ", count: 400) + "-->"),
    ("comments", String(repeating: "<!-- cached -->\n", count: 40_000)),
    (
      "instruction", "<?xml version=\"1.0\"?>\n<!--" + String(repeating: "x", count: 80_000) + "-->"
    ),
  ]
  private static let page =
    "<html><head><title>Ferry</title></head><body><p>The ferry sails.</p></body></html>"
  private static let records =
    "{\"title\":\"A\",\"body\":\"a\"}\n{\"title\":\"B\",\"body\":\"b\"}\n"

  @Test("Files whose names say nothing are taken for pages", arguments: prologues)
  func directory(prologue: (name: String, text: String)) throws {
    let directory = try TemporaryDirectory()
    try directory.write("page", prologue.text + Self.page)
    try directory.write("other", prologue.text + "some text")
    let list = try InputList.expand([directory.path])
    #expect(list.map(\.path) == [directory.path + "/page"])
    let reader = try DocumentReader(file: try #require(list.first), options: IngestOptions())
    guard case .document(let document) = reader.next() else {
      Issue.record("no document")
      return
    }
    #expect(document.shape == .html)
  }

  @Test("Members of archives are", arguments: prologues)
  func archive(prologue: (name: String, text: String)) {
    let packed = Pack.tar([("page", Array((prologue.text + Self.page).utf8))])
    let events = readOnce(packed, as: nil, options: IngestOptions(), chunkSize: 64)
    #expect(events.documents.map(\.shape) == [.html])
  }

  @Test("Records may stand behind many blanks", arguments: [5_000, 70_000, 200_000])
  func blanksBeforeRecords(count: Int) throws {
    let blanks = String(repeating: "\n", count: count)
    let directory = try TemporaryDirectory()
    try directory.write("records", blanks + Self.records)
    try directory.write("array", blanks + "[" + Self.records.replacing("}\n{", with: "},{") + "]")
    try directory.write("rows", blanks + "title,body,url\na,b,c\n")
    let list = try InputList.expand([directory.path])
    #expect(list.count == 3)
  }

  @Test("What has no end is read to its bound only")
  func endless() {
    for text in [
      String(repeating: " ", count: 3_000_000), "<!--" + String(repeating: "x", count: 3_000_000),
    ] {
      let buffer = InputBuffer(source: ByteSource(bytes: Array(text.utf8)), chunkSize: 4_096)
      #expect(!ArticleSniffer.holdsArticles(buffer, FieldMapping()))
      #expect(buffer.count < 2_000_000)
    }
  }

  @Test("The declared encoding is found behind it", arguments: ["blanks", "comment", "comments"])
  func encoding(name: String) throws {
    let prologue = try #require(Self.prologues.first { $0.name == name }).text
    let page =
      prologue + "<html><head><meta charset=iso-8859-2></head><body><p>Pose\u{B3} napisa\u{B3}.</p>"
    let bytes = page.unicodeScalars.map { UInt8($0.value) }
    let events = readOnce(bytes, as: .html, options: IngestOptions(), chunkSize: 4_096)
    #expect(events.documents.first?.body?.contains("Poseł napisał") == true)
  }

  @Test("A crawled body without a media type is a page")
  func crawled() {
    for (_, text) in Self.prologues {
      let body = Array((text + "<!DOCTYPE html>" + Self.page).utf8)
      #expect(body.withUnsafeBufferPointer(PageType.looksLikeHTML))
    }
  }
}
