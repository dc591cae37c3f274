import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("Characters")
struct EncodingTests {
  private func text(_ bytes: [UInt8]) -> String? {
    read(bytes, as: .text).documents.first?.body
  }

  @Test("windows-1252 files, and single stray bytes in UTF-8")
  func windows1252() {
    #expect(text([0xA3, 0x31, 0x20, 0x93, 0x63, 0x61, 0x66, 0xE9, 0x94]) == "£1 “café”")
    #expect(text(Array("naïve – ".utf8) + [0x92] + Array("é".utf8)) == "naïve – ’é")
    #expect(text([0x61, 0x81, 0xED, 0xA0, 0x80]) == "a\u{81}í\u{A0}€")
  }

  @Test("A character that is cut off at the end of UTF-8 is replaced, and nothing else")
  func cutCharacter() {
    let cases: [(String, String)] = [
      ("Der Zug kommt spät und Frau Müß", "ä"), ("Der Zug kommt spät und kostet 5 ", "€"),
      ("Only one letter beyond ASCII: ", "東"), ("Only one sign beyond ASCII: ", "😀"),
      ("Ночью пошёл дождь", "и"),
    ]
    for (start, last) in cases {
      for cut in 1..<last.utf8.count where cut > 1 || !start.utf8.allSatisfy({ $0 < 0x80 }) {
        let bytes = Array(start.utf8) + Array(last.utf8).prefix(cut)
        #expect(text(bytes) == start + "\u{FFFD}", "\(last), \(cut) bytes")
        let row = read(Array("title,body\nT,".utf8) + bytes, as: .csv).documents.first
        #expect(row?.body == start + "\u{FFFD}", "\(last), \(cut) bytes")
        let page = read(Array("<html><p>".utf8) + bytes, as: .html).documents.first
        #expect(page?.body == "<html><p>" + start + "\u{FFFD}", "\(last), \(cut) bytes")
      }
    }
    // A letter of windows-1252 at the end, and bytes that begin no character.
    #expect(text(Array("Un caf".utf8) + [0xE9]) == "Un café")
    #expect(text(Array("Un caf".utf8) + [0xE0, 0x80]) == "Un cafà€")
  }

  @Test("Every byte has a character")
  func everyByte() {
    let text = TextDecoding.string(UnsafeBufferPointer(start: nil, count: 0))
    #expect(text.isEmpty)
    for byte in UInt8(0x80)...0xFF {
      let scalar = TextDecoding.windows1252(byte)
      #expect(scalar.value >= 0x80)
      if byte >= 0xA0 { #expect(scalar.value == UInt32(byte)) }
    }
  }

  @Test("UTF-16 with a byte order mark, in every format")
  func utf16() {
    let content = "Ein Text – 😀\n"
    let units = Array(content.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(text(little) == content)
    #expect(text(big) == content)
    #expect(text([0xFF, 0xFE, 0x61, 0x00, 0x3D, 0xD8, 0x62, 0x00, 0x63]) == "a\u{FFFD}b\u{FFFD}")
    let json = Array("{\"body\":\"é\"}\n{\"body\":\"b\"}".utf16)
    let lines: [UInt8] = [0xFF, 0xFE] + json.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(read(lines, as: .jsonl).outline == ["1@0 é", "2@14 b"])
  }

  @Test("JSON with invalid UTF-8")
  func invalidJSON() {
    let line = Array("{\"body\":\"caf".utf8) + [0xE9] + Array(" é\",\"x\":\"".utf8) + [0x80]
    let bytes = line + Array("\"}\n{\"body\":\"b\"}".utf8)
    let events = read(bytes, as: .jsonl)
    #expect(events.outline == ["1@0 café é", "2@27 b"])
    #expect(events.documents.first?.extra == "{\"x\":\"€\"}")
    #expect(read([0x7B, 0xFF, 0x7D], as: .jsonl).outline == ["1@0 !malformed"])
  }

  @Test("Escaped surrogates without partner")
  func loneSurrogates() {
    let cases = [
      #"{"body":"a\ud800b"}"#: "a\u{FFFD}b",
      #"{"body":"\udc00\ud83d\ude00"}"#: "\u{FFFD}😀",
      #"{"body":"\ud83d\ud83d\ude00\\ud800"}"#: "\u{FFFD}😀\\ud800",
      #"{"body":"x\uD800"}"#: "x\u{FFFD}",
      #"{"body":"x\ud800","id":12345678901234567890123}"#: "x\u{FFFD}",
    ]
    for (line, body) in cases {
      #expect(read(line, as: .jsonl).documents.first?.body == body)
    }
    let both = Array(#"{"id":1e999,"body":"\ud800"#.utf8) + [0xE9] + Array("\"}".utf8)
    #expect(read(both, as: .jsonl).documents.first?.body == "\u{FFFD}é")
    #expect(read(both, as: .jsonl).documents.first?.key == "1e999")
    #expect(read(#"{"body":"\ud8"}"#, as: .jsonl).outline == ["1@0 !malformed"])
  }

  @Test("UTF-8 sequences as Unicode defines them")
  func sequences() {
    func length(_ bytes: [UInt8]) -> Int {
      bytes.withUnsafeBufferPointer { UTF8Bytes.sequenceLength($0, at: 0) }
    }
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      #expect(length(bytes) == bytes.count)
      if bytes.count > 1 { #expect(length(Array(bytes.dropLast())) == 0) }
    }
    let invalid: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ]
    for bytes in invalid { #expect(length(bytes) == 0) }
  }
}
