import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("JSON in legacy encodings")
struct LegacyJSONTests {
  private static let samples = CharacterEncodingTests.samples.filter {
    $0.encoding != "iso-2022-jp"
  }

  @Test("JSON and JSON Lines", arguments: samples)
  func notations(encoding: String, text: String) throws {
    let record = "{\"title\":\"\(text.prefix(20))\",\"body\":\"\(text)\"}"
    let title = text.prefix(20)
    for (format, content) in [
      (InputFormat.jsonl, "\(record)\n\(record)\n\(record)\n"),
      (.json, "[\(record),\n\(record),\(record)]"),
      (.json, "{\"articles\":[\(record),\(record),\(record)]}"),
    ] {
      let bytes = try Samples.bytes(content, in: encoding)
      for expected in [format, nil] {
        let documents = read(bytes, as: expected).documents
        #expect(documents.map(\.body) == [text, text, text], "\(format)")
        #expect(
          documents.map(\.title) == [String(title), String(title), String(title)], "\(format)")
      }
    }
  }

  @Test("Second bytes that look like a backslash or a bracket")
  func backslashes() throws {
    // 表, ソ and 能 end in 0x5C in Shift_JIS; 許 and 功 do in Big5; 縗 in GBK.
    for (encoding, word, text) in [
      ("shift_jis", "表", Samples.japanese + "表示ソース能"),
      ("big5", "功", Samples.traditional + "許可成功"), ("gb18030", "縗", Samples.chinese + "縗"),
    ] {
      let line = "{\"title\":\"\(word)\",\"body\":\"\(text)\\n\\\"\(word)\"}\n"
      let documents = try read(Samples.bytes(line + line, in: encoding), as: .jsonl).documents
      #expect(documents.map(\.title) == [word, word], "\(encoding)")
      #expect(documents.map(\.body) == [text + "\n\"" + word, text + "\n\"" + word])
    }
  }

  @Test("Lines in UTF-8 among others stay as they are, and UTF-8 is never converted")
  func mixed() throws {
    func line(_ text: String) -> String { "{\"body\":\"\(text)\"}\n" }
    let legacy = try Samples.bytes(line(Samples.russian), in: "koi8-r")
    let bytes = legacy + Array(line(Samples.japanese).utf8) + legacy
    #expect(
      read(bytes, as: .jsonl).documents.map(\.body)
        == [Samples.russian, Samples.japanese, Samples.russian])
    // Where UTF-8 prevails, stray bytes are windows-1252.
    let stray =
      Array(line(Samples.russian).utf8) + Array("{\"body\":\"caf".utf8) + [0xE9, 0x22, 0x7D]
    #expect(read(stray, as: .jsonl).documents.map(\.body) == [Samples.russian, "café"])
  }

  @Test("Large files in pieces, the last one cut inside a character")
  func pieces() throws {
    let record = "{\"body\":\"\(Samples.japanese)\"},"
    let content = "[" + String(repeating: record, count: 2_000)
    for encoding in ["shift_jis", "euc-jp"] {
      let bytes = try Samples.bytes(content, in: encoding)
      let events = readOnce(
        Array(bytes.dropLast(8)), as: .json, options: IngestOptions(), chunkSize: 1 << 12)
      #expect(events.documents.count == 1_999)
      #expect(events.documents.allSatisfy { $0.body == Samples.japanese })
    }
  }
}

@Suite("The rows that decide the encoding of a file")
struct LateRowTests {
  private let plain = "{\"title\":\"A plain title\",\"body\":\"A plain text\"}\n"

  @Test(
    "Late rows in another encoding, in JSON Lines and CSV", arguments: [12_000, 71_000, 600_000])
  func late(length: Int) throws {
    for (encoding, text) in [
      ("windows-1251", Samples.russian), ("windows-1250", Samples.polish),
      ("shift_jis", Samples.japanese), ("koi8-r", Samples.russian),
    ] {
      let rows = String(repeating: plain, count: length / plain.count)
      let late = try Samples.bytes("{\"title\":\"x\",\"body\":\"\(text)\"}\n", in: encoding)
      let bytes = Array(rows.utf8) + late + Array(rows.utf8) + late
      let found = readOnce(
        bytes, as: .jsonl, path: "x.jsonl", options: IngestOptions(), chunkSize: 4_096
      ).documents.filter { $0.title == "x" }
      #expect(found.map(\.body) == [text, text], "\(encoding)")

      let cells = "title,body\n" + String(repeating: "a,A plain text\n", count: length / 15)
      let table = try Array(cells.utf8) + Samples.bytes("x,\"\(text)\"\n", in: encoding)
      let documents = readOnce(
        table, as: .csv, path: "x.csv", options: IngestOptions(), chunkSize: 4_096
      ).documents
      #expect(documents.last?.body == text, "\(encoding)")
    }
  }

  @Test("A page said to be in Latin-1 by a server that does not know it")
  func wrongLatin() throws {
    for (encoding, text) in [
      ("windows-1251", Samples.russian), ("windows-1250", Samples.polish),
      ("windows-1253", Samples.greek),
    ] {
      let bytes = try Samples.bytes(text, in: encoding)
      let found = bytes.withUnsafeBufferPointer {
        CharacterEncoding.text($0, declared: "iso-8859-1", isHTML: true)
      }
      #expect(found == text, "\(encoding)")
    }
    let french = "Près de la forêt, le café n’ouvre qu’à dix heures : « trop tard »."
    let bytes = try Samples.bytes(french, in: "windows-1252")
    let found = bytes.withUnsafeBufferPointer {
      CharacterEncoding.text($0, declared: "iso-8859-1", isHTML: true)
    }
    #expect(found == french)
  }
}
