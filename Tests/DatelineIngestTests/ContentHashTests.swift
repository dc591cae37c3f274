import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("Content hashes")
struct ContentHashTests {
  private func hash(_ text: String) -> String {
    Array(text.utf8).withUnsafeBufferPointer(ContentHash.text)
  }

  @Test("Hash of the record's own bytes, whatever stands round it")
  func slices() {
    let first = "{\"title\":\"A\",\"x\":1e999}"
    let second = "{ \"body\": \"b\\ud800\" }"
    let hashes = [hash(first), hash(second)]
    #expect(read("\(first)  \r\n\(second)", as: .jsonl).documents.map(\.contentHash) == hashes)
    #expect(read("\(first) \(second)\n", as: .jsonl).documents.map(\.contentHash) == hashes)
    #expect(read("[\(first),\n\(second)]", as: .json).documents.map(\.contentHash) == hashes)
    #expect(
      read("{\"articles\":[\(first)]}", as: .json).documents.map(\.contentHash) == [hashes[0]])
    let printed = "{\n\"title\": \"A\"\n}"
    #expect(read(printed + "\n", as: .jsonl).documents.map(\.contentHash) == [hash(printed)])
  }

  @Test("Hash of a row without its line end, and of a text")
  func rowsAndTexts() {
    let rows = read("title,text\r\nA,\"one\r\ntwo\"\r\nB,three", as: .csv).documents
    #expect(rows.map(\.contentHash) == [hash("A,\"one\r\ntwo\""), hash("B,three")])
    let tabs = read("title\ttext\nA\t\"one\nB\ttwo\n", as: .tsv).documents
    #expect(tabs.map(\.contentHash) == [hash("A\t\"one"), hash("B\ttwo")])
    #expect(read("A text\n", as: .text).documents.map(\.contentHash) == [hash("A text\n")])
  }
}
