import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test("A record a line, with number and offset")
  func plain() {
    let text = """
      {"body": "one"}
      {"body": "two"}
      """
    #expect(read(text, as: .jsonl).outline == ["1@0 one", "2@16 two"])
  }

  @Test("Byte order mark, CRLF, blank lines and spaces round the record")
  func surroundings() {
    let text = "\u{FEFF}{\"body\":\"one\"}\r\n\r\n  \t\r\n  {\"body\":\"two\"} \r\n\n"
    #expect(read(text, as: .jsonl).outline == ["1@3 one", "2@28 two"])
  }

  @Test("A file without records")
  func nothing() {
    #expect(read("", as: .jsonl).rejections.map(\.message) == ["the file is empty"])
    #expect(
      read("\n \r\n\t", as: .jsonl).rejections.map(\.message) == ["the file holds no records"])
  }

  @Test("A bad line is rejected and the next ones are read")
  func badLine() {
    let text = """
      {"body": "one"}
      {"body": "cut
      nonsense
      {"body": "four"}
      """
    let events = read(text, as: .jsonl)
    #expect(events.outline == ["1@0 one", "2@16 !malformed", "3@30 !malformed", "4@39 four"])
    #expect(events.rejections.allSatisfy { $0.origin.file == "file" && !$0.message.isEmpty })
  }

  @Test("Lines that are JSON but no object")
  func notObjects() {
    let events = read("[1]\n3\n\"text\"\nnull\n{\"body\":\"x\"}", as: .jsonl)
    #expect(
      events.outline == [
        "1@0 !not an article", "2@4 !not an article", "3@6 !not an article",
        "4@13 !not an article", "5@18 x",
      ])
  }

  @Test("A line larger than the limit is skipped without harm to the others")
  func tooLarge() {
    var options = IngestOptions()
    options.maxRecordBytes = 20
    let long = "{\"body\": \"\(String(repeating: "x", count: 500))\"}"
    let text = "{\"body\": \"one\"}\n\(long)\n{\"body\": \"three\"}\n\(long)"
    #expect(
      read(text, as: .jsonl, options: options).outline == [
        "1@0 one", "2@16 !too large", "3@529 three", "4@547 !too large",
      ])
  }

  @Test("The limit is inclusive, and the line end is not part of the record")
  func exactLimit() {
    var options = IngestOptions()
    options.maxRecordBytes = 15
    let record = "{\"body\": \"abc\"}"
    for end in ["", "\n", "\r\n"] {
      #expect(read(record + end, as: .jsonl, options: options).outline == ["1@0 abc"])
    }
    options.maxRecordBytes = 14
    #expect(read(record, as: .jsonl, options: options).outline == ["1@0 !too large"])
  }

  @Test("Several objects on one line")
  func concatenated() {
    let events = read(
      "{\"body\":\"a\"}{\"body\":\"b}{\"} , {\"body\":\"c\"},\n{\"body\":\"d\"}", as: .jsonl)
    #expect(events.outline == ["1@0 a", "2@12 b}{", "3@29 c", "4@43 d"])
    let broken = read("{\"body\":\"a\"}{\"body\":\n{\"body\":\"d\"}", as: .jsonl)
    #expect(broken.outline == ["1@0 a", "2@12 !malformed", "3@21 d"])
  }

  @Test("Objects printed over many lines")
  func printed() {
    let text = """
      {
        "body": "a",
        "tags": [
          {
            "x": 1
          }
        ]
      }
      {"body": "b"}
      {
        "body": "c"
      }
      """
    #expect(read(text, as: .jsonl).outline == ["1@0 a", "2@60 b", "3@74 c"])
  }

  @Test("A printed object that is not closed ends before the next record")
  func unclosedPrinted() {
    let text =
      "{\n  \"body\": \"a\",\n{\"body\": \"b\"}\n{\n \"x\": ]\n \"y\": 1\n}\n{\"body\":\"c\"}\n{"
    let events = read(text, as: .jsonl)
    #expect(
      events.outline == [
        "1@0 !malformed", "2@17 b", "3@31 !malformed", "4@51 c", "5@64 !malformed",
      ])
  }

  @Test("NUL bytes neither crash nor cut")
  func nulBytes() {
    let events = read(
      "{\"body\":\"a\\u0000b\"}\n{\"body\":\"a\0b\"}\n\0\n{\"body\":\"c\"}", as: .jsonl)
    #expect(events.outline == ["1@0 a\0b", "2@20 !malformed", "3@35 !malformed", "4@37 c"])
  }

  @Test("An array of objects in a .jsonl file is read as one")
  func arrayInLines() {
    #expect(
      read("[\n{\"body\":\"a\"},\n{\"body\":\"b\"}]", as: .jsonl).outline == ["1@2 a", "2@16 b"])
  }

  @Test("Whatever is done to other lines, the intact ones are kept")
  func mutations() {
    var generator = SplitMix64(seed: 20_160_504)
    let lines = (0..<12).map { index in
      #"{"id": "k\#(index)", "title": "T \"\#(index)\"", "body": "text é \#(index)", "#
        + #""n": [\#(index), {"a": null}]}"#
    }
    let alphabet: [UInt8] = Array("{}[]\",:\\\n\r 0ét".utf8) + [0, 0xFF, 0xC3, 0x1F]
    for round in 0..<1500 {
      var mutated = lines.map { Array($0.utf8) }
      var damaged: Set<Int> = []
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<lines.count, using: &generator)
        damaged.insert(index)
        mutate(&mutated[index], alphabet, &generator)
      }
      let bytes = Array(mutated.joined(separator: [0x0A]))
      let chunkSize = [1, 5, 33, 4096][round % 4]
      let events = readOnce(bytes, as: .jsonl, options: IngestOptions(), chunkSize: chunkSize)
      let bodies = Set(events.documents.compactMap(\.body))
      for index in lines.indices where !damaged.contains(index) {
        #expect(bodies.contains("text é \(index)"), "round \(round), line \(index)")
      }
    }
  }

  private func mutate(
    _ line: inout [UInt8], _ alphabet: [UInt8], _ generator: inout SplitMix64
  ) {
    guard !line.isEmpty else { return }
    let position = Int.random(in: 0..<line.count, using: &generator)
    let byte = alphabet.randomElement(using: &generator) ?? 0
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: line[position] = byte
    case 1: line.insert(byte, at: position)
    case 2: line.remove(at: position)
    default: line.removeSubrange(position...)
    }
  }
}
