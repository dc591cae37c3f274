import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite("What interfaces add to fields")
struct FieldTrimsTests {
  private let normalizer = Normalizer(
    now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory())

  private func article(_ change: (inout RawDocument) -> Void) -> Article? {
    var raw = RawDocument(
      origin: Origin(file: "x.jsonl", record: 1, offset: 0), title: "Ferry returns",
      body: "The ferry is back after two years.\n\nIt runs daily from the old pier.")
    change(&raw)
    guard case .article(let article, _) = normalizer.article(from: raw) else { return nil }
    return article
  }

  @Test("The outlet at the end of a title goes where it is the record's source")
  func outlets() {
    for mark in [" - ", " – ", " | "] {
      let found = article {
        $0.title = "Ferry returns\(mark)Harbour Post"
        $0.source = "Harbour Post"
      }
      #expect(found?.title == "Ferry returns")
    }
    let other = article {
      $0.title = "Ferry returns - Harbour Post"
      $0.source = "Creek Star"
    }
    #expect(other?.title == "Ferry returns - Harbour Post")
  }

  @Test("NewsAPI's count of missing characters goes")
  func missingCharacters() {
    #expect(
      article { $0.body = "The ferry is back aft… [+1200 chars]" }?.body == "The ferry is back aft")
    #expect(article { $0.body = "It cost [+12 chars" }?.body == "It cost [+12 chars")
  }

  @Test(
    "The text's first words are no standfirst",
    arguments: [
      "The ferry is back …", "The ferry is ba...", "The ferry is back […]", "The ferry is [...]",
      "The ferry is back after two years.", "It runs daily from…", "…", "[…]",
    ])
  func beginnings(standfirst: String) {
    let found = article { $0.standfirst = standfirst }
    #expect(found != nil && found?.standfirst == nil)
  }

  @Test("Other standfirsts stay")
  func standfirsts() {
    #expect(article { $0.standfirst = "Boats at last…" }?.standfirst == "Boats at last…")
    #expect(article { $0.standfirst = "Boats at last […]" }?.standfirst == "Boats at last")
    #expect(article { $0.standfirst = "The ferry" }?.standfirst == "The ferry")
    #expect(
      article { $0.standfirst = "The ferry is late again …" }?.standfirst
        == "The ferry is late again …")
  }
}
