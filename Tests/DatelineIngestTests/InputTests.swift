import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

@Suite("Inputs")
struct InputTests {
  @Test("Format by extension")
  func extensions() {
    let formats: [String: InputFormat?] = [
      "a.txt": .text, "a.TEXT": .text, "d.x/a.jsonl": .jsonl, "a.ndjson": .jsonl, "a.b.json": .json,
      "a.csv": .csv, "a.tsv": .tsv, "a": nil, "a.png": nil, ".json": nil, "d.json/a": nil,
      "-": nil,
    ]
    for (path, format) in formats { #expect(InputFormat(path: path) == format) }
  }

  @Test("Directories: recursive, sorted by bytes, hidden and unknown files left out")
  func directory() throws {
    let directory = try TemporaryDirectory()
    for name in [
      "b.txt", "B.txt", "a/z.json", "a/é.csv", "a.jsonl", ".hidden.txt", ".git/x.txt", "x.png",
      "a/README",
    ] {
      try directory.write(name, "x")
    }
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "/a/loop", withDestinationPath: directory.path)
    let list = try InputList.expand([directory.path])
    #expect(
      list.map { String($0.path.dropFirst(directory.path.count + 1)) } == [
        "B.txt", "a.jsonl", "a/z.json", "a/é.csv", "b.txt",
      ])
    #expect(list.map(\.format) == [.text, .jsonl, .json, .csv, .text])
    #expect(list.allSatisfy { $0.size == 1 })
    #expect(
      list.skipped.map { String($0.dropFirst(directory.path.count + 1)) } == ["a/README", "x.png"])
    let all = try InputList.expand([directory.path + "/"], format: .text)
    #expect(all.count == 7)
    #expect(all.allSatisfy { $0.format == .text && !$0.path.contains("//") })
  }

  @Test("Patterns, single files, standard input; nothing twice")
  func patterns() throws {
    let directory = try TemporaryDirectory()
    for name in ["1.txt", "2.txt", "10.txt", "note.log"] { try directory.write(name, "x") }
    let path = directory.path
    let list = try InputList.expand([
      "-", path + "/note.log", path + "/*.txt", path + "/1.txt", "-",
    ])
    #expect(
      list.map(\.path)
        == ["-", path + "/note.log", path + "/1.txt", path + "/10.txt", path + "/2.txt"])
    #expect(list[0].size == nil && list[0].format == nil && list[1].format == nil)
    try directory.write("[x].txt", "x")
    #expect(try InputList.expand([path + "/[x].txt"]).count == 1)
  }

  @Test("Inputs that cannot be read")
  func errors() throws {
    let directory = try TemporaryDirectory()
    try directory.write("x.png", "x")
    let path = directory.path
    #expect(throws: InputError.notFound(path: path + "/none.txt")) {
      try InputList.expand([path + "/none.txt"])
    }
    #expect(throws: InputError.notFound(path: path + "/*.csv")) {
      try InputList.expand([path + "/*.csv"])
    }
    #expect(throws: InputError.noArticles(path: path)) { try InputList.expand([path]) }
    #expect(throws: InputError.notFound(path: path + "/none.txt")) {
      try DocumentReader(file: InputFile(path: path + "/none.txt"), options: IngestOptions())
    }
    #expect(throws: InputError.unreadable(path: path, message: "is a directory")) {
      try DocumentReader(file: InputFile(path: path), options: IngestOptions())
    }
    #expect(InputError.notFound(path: "p").description.hasPrefix("p: "))
    #expect(InputError.noArticles(path: "p").description.contains(".jsonl"))
    #expect(InputError.unreadable(path: "p", message: "m").description.hasPrefix("p: m; "))
  }

  @Test("A file that fails while it is read is reported once")
  func failingFile() {
    let reader = DocumentReader(
      file: InputFile(path: "gone", format: .jsonl), options: IngestOptions(),
      source: ByteSource(descriptor: -1, closing: false))
    let event = reader.next()
    if case .rejected(let rejection) = event {
      #expect(rejection.reason == .unreadable)
      #expect(rejection.origin == Origin(file: "gone"))
    } else {
      Issue.record("expected a rejection, not \(String(describing: event))")
    }
    #expect(reader.next() == nil)
  }

  @Test("A real file, and the count of its bytes")
  func realFile() throws {
    let directory = try TemporaryDirectory()
    try directory.write("sport/a.txt", "Title\n\nText")
    let file = try #require(InputList.expand([directory.path]).first)
    let reader = try DocumentReader(file: file, options: IngestOptions())
    guard case .document(let document) = reader.next() else {
      Issue.record("expected a document")
      return
    }
    #expect(document.shape == .page)
    #expect(document.body == "Title\n\nText")
    #expect(document.source == "sport")
    #expect(document.title == nil)
    #expect(reader.next() == nil)
    #expect(reader.bytesRead == 11 && file.size == 11)
  }

  @Test("Text files")
  func text() {
    #expect(read(" \n\t\u{A0}\0", as: .text).outline == ["1@0 !empty"])
    #expect(read("", as: .text).outline == ["1@0 !empty"])
    let binary = String(repeating: "\u{1}\u{2}PK", count: 50)
    #expect(read(binary, as: .text).outline == ["1@0 !not an article"])
    // Objects of a PDF are text, and many come before the first stream.
    let document = "%PDF-1.4\n" + String(repeating: "1 0 obj << /Type /Page >> endobj\n", count: 9)
    #expect(read(document, as: .text).outline == ["1@0 !not an article"])
    #expect(read("A format: %PDF-1.4\n", as: .text).outline != ["1@0 !not an article"])
    #expect(read("\u{FEFF}a\0b", as: .text).outline == ["1@3 a\0b"])
    var options = IngestOptions(source: "BBC")
    options.maxRecordBytes = 4
    #expect(read("abcd", as: .text, path: "d/x", options: options).documents[0].source == "BBC")
    #expect(read("abcde", as: .text, options: options).outline == ["1@0 !too large"])
  }

  @Test("Source of a text file is the directory's name")
  func directoryName() {
    let names: [String: String?] = [
      "bbc/tech/1.txt": "tech", "/data/bbc/1.txt": "bbc", "1.txt": nil, "./1.txt": nil,
      "/1.txt": nil, "../1.txt": nil, "-": nil, "d//1.txt": "d",
    ]
    for (path, name) in names { #expect(TextReader.directoryName(path) == name) }
  }

  @Test(
    "Format by content",
    arguments: [
      ("{\"body\":\"a\"}\n{\"body\":\"b\"}\n", InputFormat.jsonl),
      ("\u{FEFF} {\"a\":{}}  \r\n\n{", .jsonl),
      ("{\"broken\": \"\n{\"body\":\"b\"}\n", .jsonl),
      ("{\"body\":\"a\"}\n", .json), ("{\n  \"body\": \"a\"\n}\n{\n", .json),
      ("{\"articles\":[\n{\"body\":\"a\"}]}", .json), ("[{\"body\":\"a\"}]", .json), ("[", .json),
      ("[Reuters] A text.", .text), ("Title\nA text, with commas.", .text), ("", .text),
      ("title,text\na,b", .csv), ("id;headline;x\n1;2;3", .csv),
      ("title\ttext, body\tdate\n", .tsv),
      ("In short, title and text matter.\n", .text),
    ])
  func sniffing(text: String, format: InputFormat) {
    for chunkSize in [1, 3, 4096] {
      let reader = DocumentReader(
        file: InputFile(path: "-"), options: IngestOptions(),
        source: ByteSource(bytes: Array(text.utf8)), chunkSize: chunkSize)
      #expect(reader.format == format)
    }
  }

  @Test("The name decides, unless the content is plainly something else; --format decides always")
  func expectedFormat() {
    let lines = "{\"body\":\"a\"}\n{\"body\":\"b\n{\"body\":\"c\"}\n"
    #expect(read(lines, as: .json).outline == ["1@0 a", "2@13 !malformed", "3@24 c"])
    #expect(read("a,b\n{\"body\":\"a\"}\n", as: .jsonl).outline == ["1@0 !malformed", "2@4 a"])
    #expect(read("{\"body\":\"a\"}", as: .text).documents[0].shape == .fields)
    #expect(read("{a} \"body\"", as: .text).documents[0].shape == .page)
    let options = IngestOptions(format: .text)
    #expect(read("{\"body\":\"a\"}", as: .json, options: options).documents[0].shape == .page)
  }
}
