import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

@Suite("Which encoding a text is in")
struct EncodingMatrixTests {
  private static let single: [(encoding: String, languages: String)] = [
    ("windows-1252", "fr de es it pt sv da nb fi is nl ca ga en"), ("iso-8859-15", "fr de es fi"),
    ("macintosh", "fr de es it pt sv da fi en"), ("ibm850", "fr de es"),
    ("windows-1250", "pl cs sk hu hr sl"), ("iso-8859-2", "pl cs sk hu hr sl"),
    ("ibm852", "pl cs hu"), ("windows-1251", "ru uk bg sr be"), ("koi8-r", "ru bg"),
    ("koi8-u", "uk"), ("iso-8859-5", "ru bg sr"), ("ibm866", "ru bg"), ("x-mac-cyrillic", "ru"),
    ("windows-1253", "el"), ("iso-8859-7", "el"), ("windows-1254", "tr"), ("windows-1255", "he"),
    ("windows-1256", "ar fa"), ("iso-8859-6", "ar"), ("windows-1257", "lt lv et"),
    ("iso-8859-13", "lt lv"), ("iso-8859-4", "lt lv"), ("windows-874", "th"),
    ("windows-1258", "vi"), ("gb18030", "zh"), ("big5", "tw"), ("euc-jp", "ja"),
    ("shift_jis", "ja"), ("euc-kr", "ko"), ("utf-8", "fr ru el ja"),
  ]

  /// Every sentence alone, three together, all of them five times.
  private static func texts(_ language: String) -> [String] {
    let sentences = NewsSentences.all[language] ?? []
    let gap = ["zh", "tw", "ja", "th"].contains(language) ? "" : " "
    let page = Array(repeating: sentences.joined(separator: gap), count: 5)
    return sentences + [sentences.prefix(3).joined(separator: gap), page.joined(separator: "\n\n")]
  }

  private static func bytes(_ text: String, _ encoding: String) throws -> [UInt8] {
    try encoding == "utf-8" ? Array(text.utf8) : Samples.bytes(text, in: encoding)
  }

  @Test("Sentences, paragraphs and pages as text, as HTML and as a late row")
  func matrix() throws {
    var wrong: [String] = []
    var count = 0
    for (encoding, languages) in Self.single {
      for language in languages.split(separator: " ").map(String.init) {
        for text in Self.texts(language) {
          guard let bytes = try? Self.bytes(text, encoding), bytes.contains(where: { $0 > 0x7F })
          else { continue }
          count += 1
          let page = Array("<!doctype html><html><head><title>x</title></head><body><p>".utf8)
          let line = try Self.bytes("{\"id\":\"1\",\"body\":\"\(text.prefix(4_000))\"}\n", encoding)
          let found: [(String, String?)] = [
            ("text", bytes.withUnsafeBufferPointer { CharacterEncoding.text($0, isHTML: false) }),
            (
              "html",
              (page + bytes).withUnsafeBufferPointer {
                String(CharacterEncoding.text($0, isHTML: true).dropFirst(page.count))
              }
            ),
            ("row", Self.lateRow(line)),
          ]
          for (notation, result) in found {
            let whole = notation == "row" ? String(text.prefix(4_000)) : text
            let expected = String(whole.filter { $0 != "\n" })
            if result.map({ $0.filter { $0 != "\n" } }) != expected {
              wrong.append("\(encoding) \(language) \(notation): \(result?.prefix(60) ?? "-")")
            }
          }
        }
      }
    }
    print("encodings: \(3 * count - wrong.count) of \(3 * count) right")
    for line in wrong { print("  wrong: \(line)") }
    #expect(count > 300)
    #expect(wrong.count * 100 <= 3 * count, "\(wrong)")
  }

  /// The body of a row that comes behind 70 KB of others.
  private static func lateRow(_ line: [UInt8]) -> String? {
    let plain = Array("{\"id\":\"0\",\"title\":\"A plain title\",\"body\":\"A plain text\"}\n".utf8)
    let line = line.filter { $0 != 0x0A } + [0x0A]
    var bytes: [UInt8] = []
    for _ in 0..<1_200 { bytes += plain }
    return readOnce(
      bytes + line, as: .jsonl, path: "x.jsonl", options: IngestOptions(), chunkSize: 1 << 18
    ).documents.last?.body
  }
}
