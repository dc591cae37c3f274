import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("Encodings of whole files")
struct FileEncodingTests {
  /// A text in each notation, with the format it is read as.
  private static let notations: [(format: InputFormat, text: String)] = [
    (.text, "# title\n\n# body"),
    (.html, "<!doctype html><html><head><title># title</title></head><p># body</p></html>"),
    (.jsonl, "{\"title\":\"# title\",\"body\":\"# body\"}\n"),
    (.json, "[{\"title\":\"# title\",\"body\":\"# body\"}]"),
    (.csv, "title,body\n\"# title\",\"# body\"\n"),
    (
      .feed,
      "<rss><channel><item><title># title</title><description># body</description></item>"
        + "</channel></rss>"
    ),
  ]

  private func check(_ sample: String, _ bytes: (String) throws -> [UInt8]) throws {
    for notation in Self.notations {
      let text = notation.text.replacing("#", with: sample)
      let documents = try read(bytes(text), as: notation.format).documents
      #expect(documents.count == 1, "\(notation.format)")
      #expect(documents.first?.body?.contains(sample + " body") == true, "\(notation.format)")
    }
  }

  @Test(
    "Escape sequences decide, whatever the notation",
    arguments: [("iso-2022-jp", Samples.japanese), ("iso-2022-kr", Samples.korean)])
  func escapes(encoding: String, text: String) throws {
    try check(text) { try Samples.bytes($0, in: encoding) }
  }

  @Test(
    "UTF-16 and UTF-32 without a mark",
    arguments: [Samples.russian, Samples.japanese, Samples.chinese, "Zürich 😀 and elsewhere"])
  func unmarked(text: String) throws {
    try check(text) { Samples.utf16($0, littleEndian: true) }
    try check(text) { Samples.utf16($0, littleEndian: false) }
    try check(text) { Samples.utf32($0, littleEndian: true) }
    try check(text) { Samples.utf32($0, littleEndian: false) }
  }

  @Test("UTF-32 with a mark")
  func marked() throws {
    try check("Zürich 東京 😀") { [0xFF, 0xFE, 0, 0] + Samples.utf32($0, littleEndian: true) }
    try check("Zürich 東京 😀") { [0, 0, 0xFE, 0xFF] + Samples.utf32($0, littleEndian: false) }
    let damaged: [UInt8] = [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0, 0, 0, 0x11, 0, 0x42, 0, 0, 0, 0x43]
    #expect(read(damaged, as: .text).documents.first?.body == "A\u{FFFD}B\u{FFFD}")
  }

  @Test("What vendors added to ISO-2022-JP, and lines that lost their end")
  func vendors() {
    func text(_ bytes: [UInt8]) -> String? { read(bytes, as: .text).documents.first?.body }
    let escape: UInt8 = 0x1B
    let number = [escape] + Array("$B-!".utf8) + [escape] + Array("(B one".utf8)
    #expect(text(number) == "① one")
    let katakana = [escape] + Array("(I17".utf8) + [escape] + Array("(J.".utf8)
    #expect(text(katakana) == "ｱｷ.")
    let supplement = [escape] + Array("$(D0!".utf8) + [escape] + Array("(B".utf8)
    #expect(text(supplement) == "丂")
    #expect(text([escape] + Array("$B8@\nplain".utf8)) == "言\nplain")
    #expect(text([escape] + Array("$B8@8".utf8)) == "言\u{FFFD}")
  }

  @Test("Escapes late in a declared page or feed, and HZ")
  func declared() throws {
    let space = String(repeating: " ", count: 5_000)
    let page = "<html><head><meta charset=iso-2022-jp></head><body>\(space)"
    let bytes = try Samples.bytes(page + Samples.japanese, in: "iso-2022-jp")
    #expect(read(bytes, as: .html).documents.first?.body?.hasSuffix(Samples.japanese) == true)
    let feed = "<?xml version='1.0' encoding='ISO-2022-JP'?>\(space)<rss><item><title>"
    let items = try Samples.bytes(feed + "東京</title></item></rss>", in: "iso-2022-jp")
    #expect(read(items, as: .feed).documents.map(\.title) == ["東京"])
    let hz = Array("<meta charset=hz-gb-2312><p>~{<:Ky2;S{#,NpJ)l6HK!#~}Bye ~~".utf8)
    #expect(read(hz, as: .html).documents.first?.body?.hasSuffix("己所不欲，勿施於人。Bye ~") == true)
  }

  @Test("Bytes that are no such text stay as they are")
  func others() {
    func encoding(_ bytes: [UInt8]) -> String? {
      bytes.withUnsafeBufferPointer {
        UnmarkedUnicode.encoding(of: $0) ?? EscapedText.encoding(of: $0)
      }
    }
    #expect(encoding(Array("A text\0with one NUL, and letters in pairs".utf8)) == nil)
    #expect(encoding(Array("\u{1B}[1mbold\u{1B}(B\u{1B}[m of a terminal".utf8)) == nil)
    #expect(encoding([0x50, 0x4B, 3, 4, 0x14, 0, 0, 0, 8, 0]) == nil)
    #expect(encoding([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]) == nil)
    var generator = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let bytes = (0..<256).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(encoding(bytes) == nil)
    }
  }
}

extension Samples {
  static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return littleEndian ? bytes.reversed() : bytes
    }
  }

  static func utf32(_ text: String, littleEndian: Bool) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      let bytes = [24, 16, 8, 0].map { UInt8(scalar.value >> UInt32($0) & 0xFF) }
      return littleEndian ? bytes.reversed() : bytes
    }
  }
}
