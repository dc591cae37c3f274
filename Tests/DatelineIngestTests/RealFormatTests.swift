import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

/// Real files in other notations than JSON and CSV.
@Suite(
  "Real formats",
  .enabled(
    if: ProcessInfo.processInfo.environment["DATELINE_DATA"] != nil, "set DATELINE_DATA to run"),
  .enabled(if: RealData.zstd != nil, "needs the zstd program"))
struct RealFormatTests {
  @Test("Reuters-21578: every story, with the titles that others read")
  func reuters() throws {
    let lines = try RealData.unpacked("entities/reuters21578.jsonl.zst").bytes
    var titles: [String: String] = [:]
    for line in lines.split(separator: 0x0A) {
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      if let id = object?["id"] as? String, let title = object?["title"] as? String {
        titles["reuters21578-" + id.dropFirst("reut-".count)] = Self.words(title)
      }
    }
    let folder = try TemporaryDirectory()
    try RealData.extract("raw/reuters-sgml.tar.zst", into: folder.path)
    var stories = 0
    var different = 0
    for file in try InputList.expand([folder.path + "/reuters-sgml/*.sgm"]) {
      for event in try RealData.events(file) {
        guard case .document(let document) = event, let key = document.key else {
          Issue.record("\(event)")
          continue
        }
        stories += 1
        if Self.words(document.title ?? "") != titles[key] ?? "" { different += 1 }
      }
    }
    #expect(stories == 11_000 && titles.count == 11_000)
    // The other reader has no titles of stories that are not marked up.
    #expect(different <= 10, "\(different) titles")
  }

  @Test("Feeds: each is read or rejected, and most have what they are expected to have")
  func feeds() throws {
    let folder = try TemporaryDirectory()
    try RealData.extract("raw/feeds/feedparser.tar.zst", into: folder.path)
    let places = [
      folder.path, RealData.path("raw/feeds/reader"), RealData.path("raw/feeds/trafilatura"),
    ]
    var count = 0
    for file in try InputList.expand(places, format: nil) {
      let events = try RealData.events(file)
      #expect(!events.isEmpty, "\(file.path)")
      count += 1
    }
    #expect(count > 1_700)
    let full = try RealData.events(
      InputFile(path: RealData.path("raw/feeds/reader/full.rss"), format: .feed))
    #expect(full.documents.first?.title == "Example entry")
    #expect(full.documents.first?.body == "Example content")
  }

  @Test("Encodings: text files come out as letters")
  func encodings() throws {
    for file in try InputList.expand([RealData.path("raw/encodings/charset_normalizer/*.txt")]) {
      let body = try #require(RealData.events(file).documents.first?.body)
      #expect(!body.contains("\u{FFFD}"), "\(file.path)")
      let odd = body.unicodeScalars.count { (0x80..<0xA0).contains($0.value) }
      #expect(odd == 0, "\(file.path)")
    }
  }

  @Test("html5lib's tests of declared encodings")
  func html5lib() throws {
    var passed = 0
    var failed: [String] = []
    for name in ["tests1", "tests2", "test-yahoo-jp"] {
      let path = RealData.path("raw/encodings/html5lib-tests/encoding/\(name).dat")
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
      for test in Self.split(bytes, "#data\n") where !test.isEmpty {
        let parts = Self.split(test, "\n#encoding\n")
        guard parts.count == 2 else { continue }
        let expected = String(decoding: parts[1].prefix { $0 != 0x0A }, as: UTF8.self).lowercased()
        let found = parts[0].withUnsafeBufferPointer { bytes in
          CharacterEncoding.byteOrderMark(bytes)?.encoding ?? EncodingDeclaration.html(bytes)
            ?? "windows-1252"
        }
        if found == EncodingLabels.encoding(expected) {
          passed += 1
        } else {
          failed.append("\(found) for \(expected): " + String(decoding: parts[0], as: UTF8.self))
        }
      }
    }
    print("html5lib encodings: \(passed) of \(passed + failed.count)")
    #expect(failed.count * 20 <= passed, "\(failed.joined(separator: "\n"))")
  }

  @Test("BBC: pounds in Latin-1")
  func bbc() throws {
    let folder = try TemporaryDirectory()
    try RealData.extract("raw/txt/bbc.tar.zst", into: folder.path)
    var pounds = 0
    for file in try InputList.expand([folder.path]) {
      let body = try RealData.events(file).documents.first?.body ?? ""
      pounds += body.contains("£") ? 1 : 0
      #expect(!body.contains("\u{FFFD}") && !body.contains("Ł"), "\(file.path)")
    }
    #expect(pounds > 100)
  }

  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func split(_ bytes: [UInt8], _ separator: String) -> [[UInt8]] {
    let pattern = Array(separator.utf8)
    var parts: [[UInt8]] = []
    var start = 0
    var index = 0
    while index + pattern.count <= bytes.count {
      if bytes[index] == pattern[0], bytes[index..<index + pattern.count].elementsEqual(pattern) {
        parts.append(Array(bytes[start..<index]))
        index += pattern.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(Array(bytes[start...]))
    return parts
  }
}

extension RealData {
  /// Unpacks an archive below a directory.
  static func extract(_ name: String, into directory: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "\"$1\" -dcq --long=27 \"$2\" | tar -x -f - -C \"$3\"", "sh", try #require(zstd),
      path(name), directory,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
