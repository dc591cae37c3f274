import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite("Lines that stand in many records of an outlet")
struct RepeatedLinesTests {
  private static let outlet = "Harbour Post"

  private static func first(_ number: Int) -> String {
    "Crane number \(number) is painted green, the harbour said on Monday."
  }
  private static func last(_ number: Int) -> String { "Ships passed crane \(number) all day long." }

  /// What is known of an outlet of whose 100 records `count` have `line`.
  private func memory(_ line: String, in count: Int, of records: Int = 100) -> LineMemory {
    var memory = LineMemory()
    for number in 0..<records {
      let parts = [Self.first(number), number < count ? line : "", Self.last(number)]
      let text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
      memory.learn(PageLines(record: text), source: Self.outlet)
    }
    memory.settle()
    return memory
  }

  private func article(_ line: String, _ memory: LineMemory) throws -> Article {
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory(),
      records: memory)
    var raw = RawDocument(
      origin: Origin(file: "x.jsonl", record: 1, offset: 0), title: "Crane is green",
      body: [Self.first(1000), line, Self.last(1000)].joined(separator: "\n\n"))
    raw.source = Self.outlet
    guard case .article(let article, _) = normalizer.article(from: raw) else {
      throw CancellationError()
    }
    return article
  }

  private func goes(_ line: String, in count: Int, of records: Int = 100) throws -> Bool {
    let body = try article(line, memory(line, in: count, of: records)).body
    let rest = Self.first(1000) + "\n\n" + Self.last(1000)
    #expect(body == rest || body == Self.first(1000) + "\n\n" + line + "\n\n" + Self.last(1000))
    return body == rest
  }

  @Test(
    "What says that it is furniture goes from a few per cent on",
    arguments: [
      "Story Continued Below", "Follow @harbourpost", "CLICK HERE TO GET THE POST APP",
      "More On This...", "Photo", "Slideshow (2 Images)", "[pullquote]", "HARBOUR POST",
      "Harbour Post Breaking News", "Your daily briefing", "(Harbour Post photo: Bo Sample)",
    ])
  func furniture(line: String) throws {
    #expect(try goes(line, in: 10))
    #expect(try !goes(line, in: 3))
    #expect(try !goes(line, in: 8, of: 500))
  }

  @Test(
    "Other lines go when most of the records have them",
    arguments: ["___", "Ann Example, Coast Review", "What happens next", "Analysis"])
  func others(line: String) throws {
    #expect(try goes(line, in: 70))
    #expect(try !goes(line, in: 50))
    #expect(try !goes(line, in: 6, of: 8))
  }

  @Test(
    "Sentences stay, and what somebody said",
    arguments: [
      "The mayor has not answered.", "It rained.", "\u{201C}Follow us,\u{201D} she said",
      "Officials did not respond to a request for comment.", "Who pays for it?",
      "The Coast Agency contributed to this paper's weather figures.",
      "The Harbour Post could not independently verify the claim.", "How did we get here?",
      "He published the files on his website.", "Journalists are barred from the region.",
      "The award was given to the crew in 2021.", "The ministry did not reply to our questions.",
    ])
  func sentences(line: String) throws {
    #expect(try !goes(line, in: 100))
  }

  @Test("Sentences to the reader go when very many records have them")
  func calls() throws {
    let line = "Write to our newsroom if you know more."
    #expect(try goes(line, in: 70))
    #expect(try !goes(line, in: 20))
  }

  @Test("Other outlets keep the line; a form keeps its own lines")
  func limits() throws {
    let known = memory("Story Continued Below", in: 60)
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory(),
      records: known)
    var raw = RawDocument(
      origin: Origin(file: "x.jsonl", record: 1, offset: 0), title: "Crane is green",
      body: Self.first(1) + "\n\nStory Continued Below")
    raw.source = "Coast Review"
    guard case .article(let other, _) = normalizer.article(from: raw) else { return }
    #expect(other.body == raw.body)
    raw.source = Self.outlet
    raw.body = "Green.\n\nStory Continued Below"
    guard case .article(let form, _) = normalizer.article(from: raw) else { return }
    #expect(form.body == raw.body)
  }

  @Test("What was learnt is stored and loaded")
  func stored() throws {
    let first = memory("Story Continued Below", in: 60)
    var second = LineMemory()
    for change in first.changes() { second.load(source: change.source, content: change.content) }
    #expect(second.documents(of: Self.outlet) == 100)
    let body = try article("Story Continued Below", second).body
    #expect(body == Self.first(1000) + "\n\n" + Self.last(1000))
  }
}
