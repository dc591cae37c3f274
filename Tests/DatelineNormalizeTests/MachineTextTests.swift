import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite("Text files that are no articles")
struct MachineTextTests {
  private func read(_ text: String, path: String, keepAll: Bool = false) -> NormalizedDocument {
    let normalizer = Normalizer(
      now: Date(timeIntervalSince1970: 1_709_294_400), defaultSource: nil, memory: LineMemory(),
      keepAll: keepAll)
    return normalizer.article(
      from: RawDocument(
        origin: Origin(file: "x.warc", record: 1, offset: 0), shape: .page, body: text, url: path))
  }

  private static let prose = """
    The ferry is back after two years, and it runs daily from the old pier, the mayor said.
    Boats had been idle since the storm that took the landing stage.
    """

  @Test(
    "are rejected with a reason",
    arguments: [
      (
        "# for all\nUser-agent: *\nDisallow: /a\nAllow: /b\nSitemap: https://e.example.org/s.xml",
        "/x"
      ),
      (prose, "https://e.example.org/robots.txt?x=1"),
      ("a.example.org, 77, DIRECT, f08c\nb.example.org, 12, RESELLER\n", "/x"),
      ("/* TEAM */\nDeveloper: Ann Example\nSite: e.example.org", "/x"),
      (prose, "https://e.example.org/LICENSE"), (prose, "dump.zip!README.md"),
      ("Terms\n\(licence) of it.\nTHE SOFTWARE IS PROVIDED \"AS IS\".", "/x"),
      ("(function(){var a=1;show(\"The ferry is back after two years.\")})();", "/x"),
      ("body{margin:0}\n.article p{font-size:16px}", "/x"),
      ("/* Theme */\nbody {\nmargin: 0;\n}", "/x"),
      ("{\"title\": \"Ferry returns\", \"text\": \"The ferry is back.\"}", "/x"),
    ])
  func machineTexts(text: String, path: String) {
    guard case .rejected(let rejection) = read(text, path: path) else {
      Issue.record("\(path) is taken for an article")
      return
    }
    #expect(rejection.reason == .notAnArticle && rejection.message.hasPrefix("the file"))
    guard case .article = read(text, path: path, keepAll: true) else {
      Issue.record("\(path) is rejected although all is to be kept")
      return
    }
  }

  private static let licence =
    "Permission is hereby granted, free of charge, to any person obtaining a copy"
  private static let quoted = "\(prose)\nIts plans are free: \"\(licence)\", they begin."
  private static let licensed = "\(prose)\n\(licence)."

  @Test(
    "News on such files stays",
    arguments: [
      (prose, "https://e.example.org/ferry.txt"), (prose, "license-fees-rise.txt"),
      ("Host: Ann Example\nAllow: yes\n" + prose, "/x"),
      (quoted, "/x"), (licensed, "/x"),
      (prose + "\nThe line { is odd;\nUser-agent: a word of the trade.", "/x"),
    ])
  func news(text: String, path: String) {
    guard case .article = read(text, path: path) else {
      Issue.record("\(path) is rejected")
      return
    }
  }

  @Test("Points behind @highlight are the summary, the first of them is the title")
  func highlights() throws {
    let page = read(
      Self.prose + "\n\n@highlight\n\nFerry runs again\n\n@highlight\n\nStorm took the stage!",
      path: "a.story")
    guard case .article(let article, _) = page else {
      Issue.record("the story is rejected")
      return
    }
    #expect(article.title == "Ferry runs again")
    #expect(article.standfirst == "Ferry runs again. Storm took the stage!")
    #expect(article.body.hasPrefix("The ferry is back") && !article.body.contains("@highlight"))
    #expect(article.body.hasSuffix("landing stage."))
  }
}
