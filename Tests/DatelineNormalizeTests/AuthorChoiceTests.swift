import Testing

@testable import DatelineNormalize

@Suite struct AuthorChoiceTests {
  @Test(arguments: [
    (#""Ada Marsh""#, ["Ada Marsh"]),
    (#"{"@type": "Person", "name": "Ada Marsh"}"#, ["Ada Marsh"]),
    (
      #"[{"@type": "Person", "name": "Ada Marsh"}, {"name": "Joe Bloggs"}]"#,
      ["Ada Marsh", "Joe Bloggs"]
    ),
    (#"{"@type": "Person", "name": ["Ada Marsh", "Joe Bloggs"]}"#, ["Ada Marsh", "Joe Bloggs"]),
    (#""By Ada Marsh and Joe Bloggs""#, ["Ada Marsh", "Joe Bloggs"]),
    (#"{"@type": "Person", "givenName": "Ada", "familyName": "Marsh"}"#, ["Ada Marsh"]),
    (
      #"[{"@type": "Organization", "name": "Harbour Wire"}, {"@type": "Person", "name": "Ada Marsh"}]"#,
      ["Ada Marsh"]
    ),
    (#"{"@type": "Organization", "name": "Harbour Wire"}"#, []),
    (#"{"@type": "Organization", "name": "Northgate Press"}"#, ["Northgate Press"]),
  ])
  func structuredAuthors(json: String, expected: [String]) {
    let page = metadata(
      head: "<meta property='og:site_name' content='Harbour Wire'>"
        + structured(#"{"@type": "NewsArticle", "headline": "A", "author": \#(json)}"#))
    #expect(page.authors == expected)
  }

  @Test(arguments: [
    ("Hafenbote", "Hafenbote.de"), ("hafenadmin", "Elmbucht heute"),
  ])
  func accountsAndOutletsAreNoAuthorsBesideANameInSight(author: String, site: String) {
    let head =
      "<meta name=author content='\(author)'><meta property='og:site_name' content='\(site)'>"
    let line = "<h1>A</h1><p class=byline>Von Ada Marsh</p>"
    #expect(metadata(head: head, body: line).authors == ["Ada Marsh"])
    let alone = metadata(head: head, body: "<h1>A</h1>").authors
    #expect(alone == (author == "Hafenbote" ? [] : [author]))
  }

  @Test func referencesAreFollowed() {
    let page = metadata(
      head: structured(
        """
        {"@graph": [
          {"@type": "Article", "headline": "A", "author": {"@id": "#ada"}},
          {"@type": "Person", "@id": "#ada", "name": "Ada Marsh"}
        ]}
        """))
    #expect(page.authors == ["Ada Marsh"])
    #expect(page.authorsSource == "json-ld")
  }

  @Test(arguments: [
    "<meta name='author' content='Ada Marsh'>",
    "<meta name='parsely-author' content='Ada Marsh'>",
    "<meta property='article:author' content='https://example.com/ada'><meta name='byl' content='By Ada Marsh'>",
  ])
  func metaTags(head: String) {
    #expect(metadata(head: head).authors == ["Ada Marsh"])
  }

  @Test(arguments: [
    "<p class='byline'>By <a href='/author/ada'>Ada Marsh</a> | Senior reporter</p>",
    "<div class='Article__author-name'>Ada Marsh</div>",
    "<span itemprop='author' itemscope><span itemprop='name'>Ada Marsh</span>, 3 May</span>",
    "<p><a rel='author' href='/x'>Ada Marsh</a></p>",
    "<p><a class='c1' href='/authors/ada-marsh'>Ada Marsh</a></p>",
    "<p>By Ada Marsh</p>",
    "<p>By <b>Ada Marsh</b></p>",
  ])
  func visibleLines(line: String) {
    let page = metadata(body: "<h1>Town hall opens</h1>\(line)<p>The town hall opened again.</p>")
    #expect(page.authors == ["Ada Marsh"])
  }

  @Test func authorsOfOtherArticlesAndOfCommentsDoNotCount() {
    let page = metadata(
      body: """
        <nav><span class="author">Nav Name</span></nav><h1>Town hall opens</h1><p>Text.</p>
        <div class="related-articles"><span class="byline">By Joe Bloggs</span></div>
        <div class="comments"><span class="author">Some Reader</span></div>
        <figure><figcaption>By Pat Lens</figcaption></figure>
        """)
    #expect(page.authors == [])
  }

  @Test func namesAreSpelledAsPrinted() {
    let page = metadata(
      head: "<meta name='author' content='Solene Garcia'>",
      body: "<h1>Town hall opens</h1><p class='byline'>By Solène García</p>")
    #expect(page.authors == ["Solène García"])
  }

  @Test(arguments: [
    ("By Ada Marsh and Joe Bloggs", ["Ada Marsh", "Joe Bloggs"]),
    ("Ada Marsh, Joe Bloggs & Pat Lens", ["Ada Marsh", "Joe Bloggs", "Pat Lens"]),
    ("BY ADA MARSH", ["ADA MARSH"]),
    ("Von Ada Marsh und Joe Bloggs", ["Ada Marsh", "Joe Bloggs"]),
    ("Par Ada Marsh", ["Ada Marsh"]),
    ("Ada Marsh, Senior Correspondent", ["Ada Marsh"]),
    ("Ada Marsh | Harbour Wire", ["Ada Marsh"]),
    ("Ada Marsh (Northgate)", ["Ada Marsh"]),
    ("Ada Marsh ada.marsh@example.com", ["Ada Marsh"]),
    ("Ada Marsh @adamarsh", ["Ada Marsh"]),
    ("Ada Marsh, Ph.D.", ["Ada Marsh"]),
    ("Ada M. Marsh Jr.", ["Ada M. Marsh Jr."]),
    ("View all posts by Ada Marsh", ["Ada Marsh"]),
    ("Ada Marsh Published March 3, 2021", ["Ada Marsh"]),
    ("Ada Marsh Monday, 3 March", ["Ada Marsh"]), ("Ada Marsh Edited by Joe Bloggs", ["Ada Marsh"]),
    ("Harbour Wire", []), ("harbourwire.com", []), ("admin", []), ("By", []), ("", []),
    ("March 3, 2021", []), ("https://example.com/ada", []),
  ])
  func namesInALine(line: String, expected: [String]) {
    let site = SiteName(names: ["Harbour Wire"], host: "harbourwire.com")
    #expect(PersonNames.read(line, site: site) == expected)
  }

  @Test func doublesAreOne() {
    #expect(PersonNames.unique(["Ada Marsh", "ADA MARSH", "Joe"]) == ["Ada Marsh", "Joe"])
  }

  @Test func organizationsAreTold() {
    #expect(PersonNames.isOrganization("Associated Press"))
    #expect(PersonNames.isOrganization("Northgate Editorial Board"))
    #expect(!PersonNames.isOrganization("Ada Marsh"))
    #expect(PersonNames.isPerson("Ada van der Marsh") && !PersonNames.isPerson("lost at sea"))
  }
}
