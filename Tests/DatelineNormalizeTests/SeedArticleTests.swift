import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// The first real document of the project, read from the folder `DATELINE_DATA`.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["DATELINE_DATA"] != nil, "set DATELINE_DATA to run"))
struct SeedArticleTests {
  private func text() throws -> String {
    let folder = try #require(ProcessInfo.processInfo.environment["DATELINE_DATA"])
    return try String(contentsOfFile: folder + "/seed-article.txt", encoding: .utf8)
  }

  private func article(_ memory: LineMemory) throws -> Article {
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: "pulse.example",
      memory: memory)
    let document = RawDocument(origin: Origin(file: "seed"), shape: .page, body: try text())
    guard case .article(let article, let warnings) = normalizer.article(from: document) else {
      throw CancellationError()
    }
    #expect(warnings == [])
    return article
  }

  private func check(_ article: Article) throws {
    #expect(article.title == "NATO chief slams 'unacceptable' attempts to influence elections")
    #expect(
      article.standfirst?.hasPrefix("NATO Secretary General Jens Stoltenberg said inter") == true)
    let paragraphs = article.body.components(separatedBy: "\n\n")
    #expect(paragraphs.count == 12)
    #expect(paragraphs.first?.hasPrefix("\"Any attempt to intervene in") == true)
    #expect(paragraphs.contains("Russia has rejected the charges."))
    #expect(paragraphs.last?.hasPrefix("\"I am absolutely certain the new president") == true)
    for line in [
      "ADVERTISEMENT", "PULSE COMMUNITY", "Unblock", "Eyewitness", "@", "Anambra", "Recommended",
    ] {
      #expect(!article.body.contains(line))
    }
  }

  @Test func alone() throws {
    try check(article(LineMemory()))
  }

  @Test func besideOtherPages() throws {
    var memory = LineMemory()
    let furniture = ["ADVERTISEMENT", "JOIN OUR PULSE COMMUNITY!", "Recommended articles"]
    for number in 0..<20 {
      memory.learn(
        page: (furniture + ["Own line \(number)"]).joined(separator: "\n\n"),
        source: "pulse.example")
    }
    memory.learn(page: try text(), source: "pulse.example")
    try check(article(memory))
  }

  @Test func besideItsOwnCopies() throws {
    var memory = LineMemory()
    for _ in 0..<4 { memory.learn(page: try text(), source: "pulse.example") }
    try check(article(memory))
  }

  @Test func keyDoesNotDependOnTheMemory() throws {
    var memory = LineMemory()
    for _ in 0..<4 { memory.learn(page: try text(), source: "pulse.example") }
    let key = try article(LineMemory()).key
    #expect(try article(memory).key == key)
    #expect(key.count == 33 && key.hasPrefix("h"))
  }
}
