import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

/// Stories that come several times, with something added each time.
@Suite struct StoryVersionTests {
  /// Sentences that no two numbers share.
  private static func sentence(_ number: Int) -> String {
    """
    Paragraph \(number) says that the council of ward \(number * 7) met for \(number + 3) hours and \
    put off its vote on bridge \(number * 13) until the engineers have looked at pier \(number + 40).
    """
  }

  /// A story of eight paragraphs and its updates; each has `added` paragraphs more in the middle.
  private static func version(_ number: Int, added: Int) -> [String] {
    let own = (0..<8).map { sentence($0) }
    let updates = (0..<number * added).map { sentence(500 + $0) }
    return Array(own[..<4]) + updates + Array(own[4...])
  }

  private static func html(
    _ title: String, _ paragraphs: [String], canonical: String? = nil
  ) -> String {
    """
    <html><head><title>\(title)</title><meta property="og:type" content="article">
    \(canonical.map { "<link rel='canonical' href='\($0)'>" } ?? "")</head>
    <body><nav><a href="/">Home</a></nav><main><article><h1>\(title)</h1>
    <div class="article-body">\(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))</div>
    </article></main><footer><p>Copyright Harbour Wire, all rights reserved.</p></footer></body></html>
    """
  }

  private static func page(_ html: String, _ url: String?) -> RawDocument {
    RawDocument(origin: Origin(file: "wire/page.html"), shape: .html, body: html, url: url)
  }

  private static func others(_ count: Int) -> [RawDocument] {
    (0..<count).map { number in
      let text = (0..<5).map { sentence(1_000 + number * 10 + $0) }
      return page(
        html("Story number \(number) of the other day", text), "http://wire.example/o\(number)")
    }
  }

  /// The bodies of all documents as an import makes them, the memory of earlier ones kept.
  private static func bodies(
    _ documents: [RawDocument], memory: inout LineMemory
  ) -> [String] {
    func normalizer() -> Normalizer {
      Normalizer(
        now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: memory)
    }
    let plain = normalizer()
    for document in documents { memory.learn(document, source: plain.memorySource(of: document)) }
    memory.settle()
    let knowing = normalizer()
    return documents.map {
      guard case .article(let article, _) = knowing.article(from: $0) else { return "" }
      return article.body
    }
  }

  private static let title = "Old bridge closes for two years"

  @Test(arguments: [0, 30], [1, 2, 5])
  func updatesUnderOneAddressKeepTheirText(others: Int, added: Int) {
    let versions = (0..<5).map { number in
      Self.page(
        Self.html(Self.title, Self.version(number, added: added)),
        "http://wire.example/story?utm_source=\(number)")
    }
    var memory = LineMemory()
    let bodies = Self.bodies(Self.others(others) + versions, memory: &memory)
    for (number, body) in bodies.suffix(5).enumerated() {
      #expect(body == Self.version(number, added: added).joined(separator: "\n\n"))
    }
    #expect(memory.documents(of: "wire.example") == others + 1)
  }

  @Test func canonicalAddressesSayWhatIsOneStory() {
    let versions = (0..<5).map { number in
      Self.page(
        Self.html(
          Self.title, Self.version(number, added: 3), canonical: "http://wire.example/story"),
        "http://wire.example/amp/\(number)")
    }
    var memory = LineMemory()
    let bodies = Self.bodies(versions, memory: &memory)
    #expect(bodies.last == Self.version(4, added: 3).joined(separator: "\n\n"))
    #expect(memory.documents(of: "wire.example") == 1)
  }

  @Test func updatesOfLaterImportsKeepTheirText() {
    var memory = LineMemory()
    for day in 0..<5 {
      let others = Self.others(30)[(day * 6)..<(day * 6 + 6)]
      let version = Self.page(
        Self.html(Self.title, Self.version(day, added: 2)), "http://wire.example/story")
      let bodies = Self.bodies(Array(others) + [version], memory: &memory)
      #expect(bodies.last == Self.version(day, added: 2).joined(separator: "\n\n"))
      var stored = LineMemory()
      for (source, content) in memory.changes() { stored.load(source: source, content: content) }
      memory = stored
    }
  }

  @Test(arguments: [0, 8, 40], [1, 2, 5])
  func updatesAtOtherAddressesKeepTheirText(others: Int, added: Int) {
    let versions = (0..<6).map { number in
      Self.page(
        Self.html("\(Self.title), update \(number)", Self.version(number, added: added)),
        "http://wire.example/story-\(number)")
    }
    var memory = LineMemory()
    let bodies = Self.bodies(Self.others(others) + versions, memory: &memory)
    for (number, body) in bodies.suffix(6).enumerated() {
      #expect(body == Self.version(number, added: added).joined(separator: "\n\n"))
    }
  }

  @Test(arguments: [0, 8, 40], [1, 2])
  func updatesAsTextKeepTextAndHeadline(others: Int, added: Int) {
    func page(_ title: String, _ paragraphs: [String]) -> RawDocument {
      let lines =
        ["Home", "World", title, "By Anna Marsh"] + paragraphs + ["Most read", "Contact"]
      return RawDocument(
        origin: Origin(file: "wire/page.txt"), shape: .page, body: lines.joined(separator: "\n\n"))
    }
    let versions = (0..<6).map { page(Self.title, Self.version($0, added: added)) }
    let rest = (0..<others).map { number in
      page(
        "Ferry \(number) runs again after the storm",
        (0..<5).map { Self.sentence(1_000 + number * 10 + $0) })
    }
    var memory = LineMemory()
    let bodies = Self.bodies(rest + versions, memory: &memory)
    for (number, body) in bodies.suffix(6).enumerated() {
      #expect(body == Self.version(number, added: added).joined(separator: "\n\n"))
    }
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: memory)
    for version in versions {
      guard case .article(let article, _) = normalizer.article(from: version) else {
        Issue.record("no article")
        continue
      }
      #expect(article.title == Self.title)
    }
  }

  @Test func teasersBelowAStoryMakeItNoVersion() {
    let teasers = (0..<4).map { Self.sentence(9_000 + $0) }
    func page(_ number: Int) -> RawDocument {
      let text = (0..<6).map { Self.sentence(1_000 + number * 10 + $0) }
      let lines =
        ["Ferry \(number) runs again after the storm"] + text + (number < 5 ? teasers : [])
      return RawDocument(
        origin: Origin(file: "wire/page.txt"), shape: .page, body: lines.joined(separator: "\n\n"))
    }
    var memory = LineMemory()
    let bodies = Self.bodies((0..<40).map(page), memory: &memory)
    for body in bodies.prefix(5) {
      #expect(body.components(separatedBy: "\n\n").count == 6, "\(body)")
    }
  }

  @Test func backgroundThatStoriesShareIsText() {
    let background = """
      The bridge was built in 1931 and has been repaired four times since then, most recently when a \
      barge had struck its middle pier in the winter of 1987.
      """
    let documents = (0..<30).map { number in
      let text = (0..<6).map { Self.sentence(1_000 + number * 10 + $0) }
      return Self.page(
        Self.html(
          "Story number \(number) of the other day",
          number < 4 ? text[..<3] + [background] + text[3...] : text),
        "http://wire.example/o\(number)")
    }
    var memory = LineMemory()
    let bodies = Self.bodies(documents, memory: &memory)
    #expect(bodies.prefix(4).allSatisfy { $0.contains(background) })
  }

  @Test(arguments: [
    ("https://www.Wire.example/a/b/", "http://wire.example/a/b#top", true),
    ("http://wire.example/a?id=1", "http://wire.example/a?id=1&utm_source=x", true),
    ("http://wire.example/a?id=1", "http://wire.example/a?id=2", false),
    ("http://wire.example/a", "http://other.example/a", false),
    ("http://wire.example/?p=1", "http://wire.example/?p=2", false),
  ])
  func addressesOfOnePage(one: String, other: String, areSame: Bool) {
    #expect((WebAddress.identity(one) == WebAddress.identity(other)) == areSame)
  }

  /// Other pages show the first paragraph of a story, whole, as its teaser; the story says itself what it
  /// begins with.
  @Test(arguments: [2, 3, 6])
  func leadsThatAreTeasersElsewhereStay(pages: Int) {
    let lead = Self.sentence(77)
    let story = Self.page(
      Self.html(Self.title, [lead] + (0..<8).map { Self.sentence($0) })
        .replacingOccurrences(
          of: "</head>", with: "<meta name=\"description\" content=\"\(lead)\"></head>"),
      "http://wire.example/story")
    let showing = (0..<pages).map { number in
      let text = (0..<5).map { Self.sentence(1_000 + number * 10 + $0) }
      return Self.page(
        Self.html("Story number \(number) of the other day", text)
          .replacingOccurrences(
            of: "</main>",
            with: "</main><aside><h3><a href='/story'>\(Self.title)</a></h3><p>\(lead)</p></aside>"),
        "http://wire.example/o\(number)")
    }
    var memory = LineMemory()
    let bodies = Self.bodies([story] + showing, memory: &memory)
    #expect(bodies[0].hasPrefix(lead), "\(bodies[0].prefix(200))")
    for body in bodies.dropFirst() { #expect(!body.isEmpty && !body.contains(lead), "\(body)") }
  }
}
