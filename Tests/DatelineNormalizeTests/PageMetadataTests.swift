import DatelineMarkup
import Testing

@testable import DatelineNormalize

@Suite struct PageMetadataTests {
  private func canonical(_ head: String, url: String? = "https://example.com/a/1?x=1") -> String? {
    metadata(head: head, url: url).canonicalURL?.value
  }

  @Test func canonicalAddresses() {
    #expect(canonical("<link rel='canonical' href='/a/1'>") == "https://example.com/a/1")
    #expect(
      canonical("<base href='https://example.org/b/'><link rel='canonical' href='c'>")
        == "https://example.org/b/c")
    #expect(canonical("<meta property='og:url' content='https://example.com/a'>") != nil)
    #expect(canonical("<link rel='canonical' href='https://example.com/'>") == nil)
    #expect(canonical("<link rel='canonical' href='javascript:void(0)'>") == nil)
    #expect(canonical("<link rel='canonical' href='/a/1'>", url: nil) == nil)
    #expect(
      canonical("<link rel='canonical' href='https://example.com/'>", url: "https://example.com")
        == "https://example.com/")
  }

  @Test func standfirstBelowTheHeadline() {
    let text = "The council had put off the repairs for a decade, and the roof leaked."
    func standfirst(_ line: String) -> String? {
      metadata(body: "<h1>Town hall opens</h1>\(line)<p>The text.</p>").standfirst?.value
    }
    #expect(standfirst("<p class='article__standfirst'>\(text)</p>") == text)
    #expect(standfirst("<h2 class='sub-title'>\(text)</h2>") == text)
    #expect(standfirst("<div itemprop='description'><p>\(text)</p></div>") == text)
    #expect(standfirst("<p class='kicker'>\(text)</p>") == nil)
    #expect(standfirst("<div class='related'><p class='dek'>\(text)</p></div>") == nil)
    #expect(standfirst("<p class='dek'>By Ada Marsh, senior correspondent</p>") == nil)
    #expect(standfirst("<div class='lead'><p>\(text)</p><p>b</p><p>c</p></div>") == nil)
  }

  @Test func languageSectionDescriptionAndHints() {
    let page = metadata(
      head: """
        <meta property="article:section" content="Local"><meta name="description" content="It opened.">
        <meta property="og:locale" content="de_DE"><meta property="article:content_tier" content="locked">
        """, url: "https://example.com/live/hall")
    #expect(page.section == .init(value: "Local", source: "article:section"))
    #expect(page.metaDescription == "It opened.")
    #expect(page.language == .init(value: "de", source: "og:locale"))
    #expect(page.isPaywalled && page.isLiveBlog)
    let live = metadata(head: structured(#"{"@type": "LiveBlogPosting", "headline": "A"}"#))
    #expect(live.isLiveBlog && !live.isPaywalled && live.isDeclaredArticle)
  }

  @Test func rolesOfClassNames() {
    let expected: [(String, MarkRoles)] = [
      ("article__standfirst", .standfirst), ("ArticleByline", .author), ("post-date", .date),
      ("lastUpdated", [.date, .modified]), ("relatedArticles", .aside), ("entry-content", []),
      ("subTitle", .standfirst), ("AUTHOR", .author), ("", []),
      ("authority update-now", [.date, .modified]),
    ]
    for (name, roles) in expected {
      #expect(MarkWords.roles(Array(name.utf8)[...]) == roles, "\(name)")
    }
  }

  @Test func pagesThatAreNoArticles() {
    func reason(
      head: String = "", body: String = "<h1>Town hall opens again</h1>",
      url: String? = "https://example.com/a", words: Int = 40, links: Double = 0
    ) -> String? {
      let page = "<html><head>\(head)</head><body>\(body)</body></html>"
      let tree = HTMLTree(page: Array(page.utf8))
      let metadata = MetadataReader.read(tree, url: url, dates: marchFirst, retrieved: nil)
      let text = HTMLExtractor.Result(words: words, linkDensity: links)
      return NonArticle.reason(tree, metadata, url: url, text)
    }
    #expect(reason() == nil)
    #expect(reason(words: 0) == "no text")
    #expect(reason(words: 10) == "hardly any text")
    #expect(reason(body: "<h1>Page not found</h1>") == "error page")
    #expect(reason(head: "<title>404 Not Found</title>", body: "") == "error page")
    #expect(reason(head: "<title>Just a moment...</title>", body: "") == "robot check")
    #expect(reason(body: "<h1>Log in</h1>") == "login page")
    #expect(reason(body: "<h1>Search called off for missing crew</h1>") == nil)
    #expect(reason(body: "<h1>Page not found</h1>", words: 400) == nil)
    #expect(reason(url: "https://example.com/") == "front page")
    #expect(reason(url: "https://example.com/?p=7") == nil)
    #expect(reason(url: "https://example.com/", words: 800) == nil)
    #expect(reason(url: "https://example.com/category/local") == "section page")
    #expect(reason(url: "https://example.com/search?q=hall") == "search results")
    #expect(reason(url: "https://example.com/local/page/3") == "list of articles")
    #expect(reason(words: 200, links: 0.8) == "list of links")
    let list = structured(#"{"@type": "CollectionPage", "name": "Local"}"#)
    #expect(reason(head: list) == "list of articles")
    #expect(reason(head: "<meta property='og:type' content='video.other'>", words: 25) != nil)
    let article = "<meta property='og:type' content='article'>"
    #expect(reason(head: article, url: "https://example.com/tag/x", links: 0.9) == nil)
    let tree = HTMLTree(page: [])
    #expect(
      NonArticle.reason(tree, PageMetadata(), url: nil, HTMLExtractor.Result(words: 9))
        == "empty page")
  }

  @Test(arguments: [0, 1, 2, 3])
  func arbitraryPagesNeverFail(seed: Int) {
    let parts = [
      "<h1>", "</h1>", "<p class='byline author date dek'>", "</p>", "By ", "Ada", " and ", "|",
      "-",
      "2023-05-03", "<time datetime='", "'>", "é", "子", "<meta property='og:title' content='",
      "<a href='/author/",
      "<script type='application/ld+json'>", "{\"@type\":\"Article\",\"author\":[", "]}",
      "</script>",
      "<title>", "</title>", ":", "\"", "itemprop='author'", "<span itemprop='name'>", "&quot;",
      "\n",
    ]
    var random = UInt64(seed + 1)
    for _ in 0..<60 {
      var page = ""
      for _ in 0..<120 {
        random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        page += parts[Int(random >> 33) % parts.count]
      }
      let tree = HTMLTree(page: Array(page.utf8))
      let read = { MetadataReader.read(tree, url: nil, dates: marchFirst, retrieved: nil) }
      #expect(read() == read(), "seed \(seed): \(page)")
    }
  }
}
