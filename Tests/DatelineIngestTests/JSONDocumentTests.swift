import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("JSON documents")
struct JSONDocumentTests {
  @Test("One object")
  func object() {
    #expect(read(" {\n \"title\": \"T\",\n \"body\": \"a\"\n}\n", as: .json).outline == ["1@1 a"])
  }

  @Test("An array, with number and offset of each element")
  func array() {
    let text = "[{\"body\":\"a ] } \\\" \"},\n {\"body\":\"b\", \"x\": {\"y\": [1]}} ,{}]"
    #expect(
      read(text, as: .json).outline == ["1@1 a ] } \" ", "2@24 b", "3@55 !not an article"])
  }

  @Test("Elements that are no objects are counted and rejected")
  func otherElements() {
    let text = "[1, \"two\", null, [{\"body\":\"x\"}], {\"body\":\"five\"}, true]"
    #expect(
      read(text, as: .json).outline == [
        "1@1 !not an article", "2@4 !not an article", "3@11 !not an article",
        "4@17 !not an article", "5@33 five", "6@50 !not an article",
      ])
  }

  @Test(
    "An object round the list of articles",
    arguments: [
      "{\"status\":\"ok\",\"articles\":[{\"body\":\"a\"},{\"body\":\"b\"}],\"next\":null}",
      "{\"data\":[{\"body\":\"a\"},{\"body\":\"b\"}]}",
      "{\"response\":{\"numFound\":2,\"docs\":[{\"body\":\"a\"},{\"body\":\"b\"}]}}",
      #"{"took":1,"hits":{"hits":[{"_id":1,"_source":{"body":"a"}},{"_source":{"body":"b"}}]}}"#,
      #"{"version":"1","title":"Feed","items":[{"content_html":"a"},{"content_text":"b"}]}"#,
      "{\"news\":[{\"body\":\"a\"}],\"x\":{\"y\":[]},\"results\":[{\"body\":\"b\"}]}",
      "{\"feed\":{\"entries\":[]},\"Results\":[\n{\"body\":\"a\"},{\"body\":\"b\"}\n]}\n",
    ])
  func wrapped(text: String) {
    let events = read(text, as: .json)
    #expect(events.documents.map(\.body) == ["a", "b"])
    #expect(events.documents.map(\.origin.record) == [1, 2])
    #expect(events.rejections.isEmpty)
  }

  @Test(
    "Arrays inside an article are not mistaken for a list of articles",
    arguments: [
      "{\"body\":\"a\",\"items\":[{\"title\":\"related\"}]}",
      "{\"items\":[{\"file\":\"x.jpg\"}],\"body\":\"a\"}",
      "{\"data\":{\"n\":1},\"documents\":[1,2],\"body\":\"a\"}",
    ])
  func notWrapped(text: String) {
    #expect(read(text, as: .json).outline == ["1@0 a"])
  }

  @Test(
    "A list without articles is one rejection",
    arguments: [
      "{\"status\":\"ok\",\"articles\":[]}", "[]", " [ ]\n", "{\"feed\":{\"entries\":[]}}",
    ])
  func emptyList(text: String) {
    let rejections = read(text, as: .json).rejections
    #expect(rejections.map(\.reason) == [.empty])
    #expect(rejections.map(\.message) == ["the list of articles is empty"])
    #expect(rejections.first?.origin == Origin(file: "file"))
  }

  @Test("A JSON Feed without items is no article, whatever its title")
  func emptyFeed() {
    let feed = #"{"version":"https://jsonfeed.org/version/1","title":"T","items":[]}"#
    for format in [InputFormat.json, .jsonl] {
      let events = read(feed, as: format)
      #expect(events.rejections.map(\.message) == ["the feed has no items"])
      #expect(events.count == 1)
    }
  }

  @Test("A bad element is rejected, the others are read")
  func badElement() {
    let text =
      "[{\"body\":\"a\"},{\"body\": 01},{\"body\":\"c\"},{\"body\":\"d\" \"x\"},{\"body\":\"e\"}]"
    #expect(
      read(text, as: .json).outline == [
        "1@1 a", "2@14 !malformed", "3@27 c", "4@40 !malformed", "5@57 e",
      ])
  }

  @Test(
    "A missing quotation mark or bracket costs one element",
    arguments: [
      "[{\"body\":\"a\"},{\"body\":\"b},{\"body\":\"c\"},{\"body\":\"d\"}]",
      "[{\"body\":\"a\"},{\"body\":\"b\",{\"body\":\"c\"},{\"body\":\"d\"}]",
      "[{\"body\":\"a\"},{\"body\":[\"b\"},{\"body\":\"c\"},{\"body\":\"d\"}]",
      "[\n {\"body\":\"a\"},\n {\"body\":\"b\n},\n {\"body\":\"c\"},\n {\"body\":\"d\"}\n]",
      "[{\"body\":\"a\"},{\"body\":b\"},{\"body\":\"c\"},{\"body\":\"d\"}]",
    ])
  func resynchronised(text: String) {
    let events = read(text, as: .json)
    #expect(events.documents.map(\.body) == ["a", "c", "d"])
    #expect(events.rejections.first?.reason == .malformed)
    #expect(events.rejections.first?.origin.record == 2)
  }

  @Test("A bracket too many is reported and costs nothing")
  func strayBracket() {
    let events = read("[{\"body\":\"a\"}},{\"body\":\"b\"}]", as: .json)
    #expect(events.outline == ["1@1 a", "1@13 !malformed", "2@15 b"])
  }

  @Test("A cut file keeps every complete element and reports the end")
  func truncated() {
    let text = "[{\"body\":\"a\"},{\"body\":\"b\"},{\"body\":\"c\"}]"
    for length in 1..<text.utf8.count {
      let events = read(String(text.prefix(length)), as: .json)
      let complete = [13, 26, 39].count { $0 <= length }
      #expect(events.documents.count == complete)
      #expect(events.rejections.count == 1)
      #expect(events.rejections.first?.reason == .malformed)
    }
    let wrapped = read("{\"articles\":[{\"body\":\"a\"}", as: .json)
    #expect(wrapped.outline == ["1@13 a", "1@25 !malformed"])
    let behindList = read("{\"articles\":[{\"body\":\"a\"}], \"n\": ", as: .json)
    #expect(behindList.documents.count == 1 && behindList.rejections.count == 1)
  }

  @Test("An element larger than the limit is skipped")
  func tooLarge() {
    var options = IngestOptions()
    options.maxRecordBytes = 40
    let long = String(repeating: "x\\\"", count: 200)
    let text = "[{\"body\":\"a\"},{\"body\":\"\(long)\"},{\"body\":\"c\"}]"
    #expect(
      read(text, as: .json, options: options).outline == [
        "1@1 a", "2@14 !too large", "3@626 c",
      ])
  }

  @Test("Several documents one after the other")
  func sequence() {
    let text = "{\"body\":\"a\"}\n{\"body\":\"b\"}[{\"body\":\"c\"}] {\"items\":[{\"body\":\"d\"}]}"
    let options = IngestOptions(format: .json)
    #expect(
      read(text, as: nil, options: options).documents.map(\.body) == ["a", "b", "c", "d"])
  }

  @Test("Files that are no JSON")
  func notJSON() {
    #expect(read("", as: .json).outline == ["1@0 !empty"])
    #expect(read(" \n", as: .json).outline == ["1@2 !empty"])
    #expect(read("Just a text, with a comma.", as: .json).outline == ["1@0 !malformed"])
    #expect(read("}", as: .json).outline == ["1@0 !malformed"])
  }

  @Test("Deep nesting is rejected, not fatal")
  func deepNesting() {
    let depth = 100_000
    let text =
      "[{\"body\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      + "},{\"body\":\"b\"}]"
    let events = readOnce(
      Array(text.utf8), as: .json, options: IngestOptions(), chunkSize: 1 << 18)
    #expect(events.rejections.map(\.reason) == [.malformed])
    #expect(events.documents.map(\.body) == ["b"])
  }

  @Test("Random damage never crashes or hangs, and pieces make no difference")
  func mutations() {
    var generator = SplitMix64(seed: 7)
    let original = Array(
      (#"{"status":"ok","articles":[{"id":1,"body":"a \" é","t":[{"n":1.5e3}]},"# + "\n"
        + #"{"body":"b"},{"body":null},[1],{"title":"\ud83d\ude00"}],"n":{"x":[]}}"#).utf8)
    let alphabet: [UInt8] = Array("{}[]\",:\\\n 0".utf8) + [0, 0xFF, 0xC3]
    for round in 0..<3000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        let byte = alphabet.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[position] = byte
        case 1: bytes.insert(byte, at: position)
        default: bytes.remove(at: position)
        }
      }
      let whole = readOnce(bytes, as: .json, options: IngestOptions(), chunkSize: 4096)
      let pieces = readOnce(
        bytes, as: .json, options: IngestOptions(), chunkSize: round % 5 + 1)
      #expect(whole == pieces, "round \(round): \(String(decoding: bytes, as: UTF8.self))")
      #expect(!whole.isEmpty)
    }
  }
}
