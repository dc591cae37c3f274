import Testing

@testable import DatelineNormalize

@Suite struct StructuredDataTests {
  @Test(arguments: [
    ("{\"a\": \"one\ntwo\tthree\"}", ["{\"a\": \"one two three\"}"]),
    ("{\"a\": [1, 2, ], }", ["{\"a\": [1, 2]}"]),
    ("<!-- {\"a\": 1} -->", ["{\"a\": 1}"]),
    ("//<![CDATA[\n{\"a\": 1}\n//]]>", ["{\"a\": 1}"]),
    ("/* <![CDATA[ */ {\"a\": 1} /* ]]> */", ["{\"a\": 1}"]),
    ("{\"a\": 1}{\"b\": 2}", ["{\"a\": 1}", "{\"b\": 2}"]),
    ("{\"a\": 1};", ["{\"a\": 1}"]),
    ("{&quot;a&quot;: &quot;b&quot;}", ["{\"a\": \"b\"}"]),
    (#"{"a": "it\'s"}"#, [#"{"a": "it's"}"#]),
    (#"{"a": "b\"}, {"}"#, [#"{"a": "b\"}, {"}"#]),
    ("{\"a\": 1 /* note */}", ["{\"a\": 1}"]),
    ("no json", []),
    ("}}]", []),
  ])
  func mending(script: String, expected: [String]) {
    let values = JSONMending.values(in: Array(script.utf8))
    #expect(values.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test func brokenBlocksAreMended() {
    let page = metadata(
      head: structured("<!--\n{\"@type\": \"NewsArticle\", \"headline\": \"Town\nhall\",}\n-->"))
    #expect(page.title?.value == "Town hall")
    #expect(page.isDeclaredArticle)
  }

  @Test func ofSeveralArticlesThePagesOwnIsRead() {
    let page = metadata(
      head: structured(
        """
        [{"@type": "NewsArticle", "headline": "Other", "author": "Joe Bloggs",
          "url": "https://harbour-wire.example.com/a/2"},
         {"@type": ["Article", "NewsArticle"], "headline": "Own", "author": "Ada Marsh",
          "mainEntityOfPage": {"@id": "http://harbour-wire.example.com/a/1/"}}]
        """))
    #expect(page.authors == ["Ada Marsh"] && page.title?.value == "Own")
  }

  @Test func articlesInListsAreNotThePages() {
    let page = metadata(
      head: structured(
        """
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item":
          {"@type": "NewsArticle", "headline": "Other", "datePublished": "2020-01-01"}}]}
        """), body: "<h1>Own headline here</h1>")
    #expect(page.published == nil && page.title?.value == "Own headline here")
    #expect(!page.isDeclaredArticle)
  }

  @Test func anArticleOfAnotherPageIsNotRead() {
    let page = metadata(
      head: "<title>What a weekend of rain does to the harbour</title>"
        + structured(
          """
          {"@type": "NewsArticle", "headline": "Nine ways to cook an egg",
           "url": "https://harbour-wire.example.com/a/99", "datePublished": "2020-01-01"}
          """))
    #expect(page.published == nil)
    #expect(page.title?.value == "What a weekend of rain does to the harbour")
  }

  @Test func fieldsOfTheArticle() {
    let page = metadata(
      head: structured(
        """
        {"@graph": [{"@type": "WebSite", "name": "Site"},
          {"@type": "ReportageNewsArticle", "headline": "Hall &amp; tower", "articleSection": ["Local"],
           "articleBody": "The text.", "isAccessibleForFree": "False", "inLanguage": "en-GB",
           "image": {"@type": "ImageObject", "url": "/i.jpg"},
           "publisher": {"@type": "Organization", "name": "Harbour Wire"}}]}
        """))
    #expect(page.title?.value == "Hall & tower")
    #expect(page.section == .init(value: "Local", source: "json-ld"))
    #expect(page.structuredBody == "The text." && page.isPaywalled)
    #expect(page.language == .init(value: "en", source: "json-ld"))
    #expect(page.siteName?.value == "Harbour Wire")
    #expect(page.imageURL?.value == "https://www.harbour-wire.example.com/i.jpg")
  }

  @Test func hostileBlocksAreBounded() {
    let deep = String(repeating: "[", count: 200_000)
    #expect(metadata(head: structured(deep)).title == nil)
    let nested = String(repeating: #"{"@type": "Article", "a": "#, count: 100_000)
    #expect(metadata(head: structured(nested)).title == nil)
    let loop =
      #"{"@type": "Article", "headline": "A", "author": {"@id": "x", "author": {"@id": "x"}}}"#
    #expect(metadata(head: structured(loop)).authors == [])
  }
}
