import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite struct SiteMemoryTests {
  private func memory(pages: Int, of source: String = "a") -> LineMemory {
    var memory = LineMemory()
    for page in 0..<pages {
      memory.learn(page: "Menu\nSection \(page / 2)\nStory \(page)", source: source)
    }
    return memory
  }

  private func restored(_ memory: LineMemory) -> LineMemory {
    var result = LineMemory()
    for (source, content) in memory.changes() { result.load(source: source, content: content) }
    return result
  }

  @Test func storedMemoryIsTheSame() {
    var memory = memory(pages: 7)
    memory.learn(page: "Menu\nElsewhere", source: "b")
    memory.settle()
    let again = restored(memory)
    #expect(again.count == memory.count && memory.count > 10)
    for line in ["Menu", "Section 2", "Section 3", "Story 4", "Elsewhere", "Nowhere"] {
      for source in ["a", "b", "c"] {
        #expect(
          again.documents(with: line, source: source)
            == memory.documents(with: line, source: source))
      }
    }
    #expect(again.documents(of: "a") == 7)
    #expect(again.counts(of: "a")(LineMemory.hash(Array("Menu".utf8)[...])).heads == 7)
    #expect(again.changes().isEmpty)
  }

  @Test func knownPagesTeachNothingAfterLoading() {
    var memory = restored(memory(pages: 5))
    memory.learn(page: "Menu\nSection 0\nStory 0", source: "a")
    #expect(memory.documents(with: "Menu", source: "a") == 5)
    #expect(memory.changes().isEmpty)
    memory.learn(page: "Menu\nStory 99", source: "a")
    #expect(memory.documents(with: "Menu", source: "a") == 6)
    #expect(memory.changes().map(\.source) == ["a"])
  }

  @Test func singleLinesAreForgottenWhereMuchIsKnown() {
    var few = memory(pages: 19)
    few.settle()
    #expect(few.documents(with: "Story 3", source: "a") == 1)
    var many = memory(pages: 20)
    many.settle()
    #expect(many.documents(with: "Story 3", source: "a") == 0)
    #expect(many.documents(with: "Section 3", source: "a") == 2)
    #expect(many.count == 11)
    #expect(restored(many).count == 11)
  }

  @Test func aSourceIsKnownAfterFiveHundredPages() {
    let memory = memory(pages: 520)
    #expect(memory.documents(of: "a") == 500)
    #expect(memory.documents(with: "Menu", source: "a") == 500)
    #expect(memory.documents(with: "Story 510", source: "a") == 0)
  }

  @Test func damagedContentIsPassedOver() throws {
    let content = try #require(memory(pages: 3).changes().first?.content)
    var random = SystemRandomNumberGenerator()
    let seed = random.next()
    print("seed \(seed)")
    var state = seed
    for _ in 0..<300 {
      var damaged = content
      state = state &* 6_364_136_223_846_793_005 &+ 1
      damaged[Int(state >> 33) % 13] ^= UInt8(truncatingIfNeeded: state >> 40) | 1
      damaged.removeLast(Int(state >> 50) % damaged.count)
      var memory = LineMemory()
      memory.load(source: "a", content: damaged)
      #expect(memory.documents(of: "a") <= 500)
    }
    var memory = LineMemory()
    memory.load(source: "a", content: [])
    memory.load(source: "a", content: [1] + content.dropFirst())
    memory.load(source: "a", content: Array(content.dropLast()))
    #expect(memory.count == 0)
  }
}

@Suite struct HTMLMemoryTests {
  private func hash(_ text: String) -> UInt64 {
    var text = text
    var scratch: [UInt8] = []
    return text.withUTF8 { TextRun.hash($0, &scratch) } ?? 0
  }

  private func runs(_ html: String) -> [UInt64] {
    var html = html
    var result: [UInt64] = []
    html.withUTF8 { HTMLTextRuns.forEach(in: $0) { hash, _ in result.append(hash) } }
    return result
  }

  @Test(arguments: [
    ("<p>One</p> <p>Two\n  words</p>", ["One", "Two words"]),
    ("<a title=\"x > y\" href='>'>One</a>", ["One"]),
    ("<p>One<!-- Two --><b>Three</b><!-->Four", ["One", "Three", "Four"]),
    ("<script>if (a < b) { '<p>No</p>' }</script>Yes", ["Yes"]),
    ("<STYLE>p { }</STYLE ><noscript><p>No</p></noscript><svg><title>No</title></svg>Yes", ["Yes"]),
    ("<template><p>No</p></template><textarea>No</textarea>Yes", ["Yes"]),
    ("<svg/>Yes<span>This</span>", ["Yes", "This"]),
    (
      "<section>Yes</section><small>Too</small><nav>Menu</nav><strong>S</strong>",
      ["Yes", "Too", "Menu", "S"]
    ),
    ("<p>Fish &amp; chips&nbsp;&#8217;</p>", ["Fish & chips\u{A0}’"]),
    ("<p> | </p><p>— |</p>", ["— |"]),
    ("<!DOCTYPE html><?xml a?><title>Title</title>", ["Title"]),
    ("no tags", ["no tags"]), ("", []), ("<", []), ("a <", ["a"]), ("<p", []), ("<!--", []),
    ("<script>", []), ("<p class=\"open>", []), ("<!", []), ("3 < 4", ["3", "4"]),
  ])
  func textsBetweenTags(html: String, texts: [String]) {
    #expect(runs(html) == texts.map(hash), "\(html)")
  }

  @Test func pageFurnitureIsCountedOnce() {
    var memory = LineMemory()
    for page in 0..<4 {
      var document = RawDocument(origin: Origin(file: "x"), shape: .html)
      document.body = "<nav>Home</nav><p>Home</p><p>Story \(page)</p>"
      memory.learn(document, source: "a")
      memory.learn(document, source: "a")
    }
    #expect(memory.documents(of: "a") == 4)
    #expect(memory.counts(of: "a")(hash("Home")) == (4, 0))
    #expect(memory.counts(of: "a")(hash("Story 1")) == (1, 0))
    memory.learn(
      RawDocument(origin: Origin(file: "x"), shape: .fields, body: "Home"), source: "a")
    #expect(memory.documents(of: "a") == 4)
  }

  @Test func randomBytesAreSurvived() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var state = seed
    let pieces = [
      "<", ">", "!--", "-->", "script", "/", "\"", "'", "=", "a", " ", "<script", "</script>",
      "&", "&amp;", "<!", "svg", "\u{E9}", "<p>",
    ]
    for _ in 0..<2_000 {
      var html = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        html += pieces[Int(state >> 33) % pieces.count]
      }
      let found = runs(html)
      #expect(found.count <= html.utf8.count)
      _ = PageAddress.find(in: html)
    }
  }

  @Test(
    arguments: [
      ("<p>", "https://www.example.com/a/b", "x/y.html", "example.com"),
      ("<link rel=canonical href=https://Example.org/a >", nil, "x/y.html", "example.org"),
      (
        "<LINK HREF='https://example.org/b' REL='canonical'><meta property='og:url' content='https://example.com/'>",
        nil, "y.html", "example.org"
      ),
      (
        "<link rel=\"stylesheet\" href=\"https://cdn.example.net/a.css\"><meta content=\"https://example.com/x\" property=\"og:url\">",
        nil, "y.html", "example.com"
      ),
      ("<link rel='canonical' href='/relative'>", nil, "dump/site/y.html", "site"),
      (
        "<link rel='canonical' href='/relative'><meta property=og:url content='https://example.com/x'>",
        nil, "dump/site/y.html", "example.com"
      ),
      ("a < b <lin <link rel=canonical href=http://example.org/>", nil, "y.html", "example.org"),
      ("<link rel=canonical", nil, "s/y.html", "s"),
      ("<p>", nil, "crawl.tar!site/y.html", "site"), ("<p>", nil, "y.html", ""),
      ("<meta property='og:url' content=''>", nil, "s/y.html", "s"),
    ] as [(String, String?, String, String)])
  func siteOfAPage(html: String, url: String?, file: String, site: String) {
    let normalizer = Normalizer(now: Date(), defaultSource: "Outlet", memory: LineMemory())
    let document = RawDocument(
      origin: Origin(file: file), shape: .html, body: html, url: url, source: "Given")
    #expect(normalizer.memorySource(of: document) == site)
  }

  @Test func pagesOfTextAreRememberedByOutlet() {
    let normalizer = Normalizer(now: Date(), defaultSource: "Outlet", memory: LineMemory())
    var document = RawDocument(origin: Origin(file: "a/b.txt"), shape: .page, body: "x")
    #expect(normalizer.memorySource(of: document) == "Outlet")
    document.source = "Given"
    #expect(normalizer.memorySource(of: document) == "Given")
  }
}
