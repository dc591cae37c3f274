import Testing

@testable import DatelineNormalize

@Suite struct DateChoiceTests {
  @Test func publishedAndModifiedOfStructuredData() {
    let page = metadata(
      head: structured(
        """
        {"@type": "NewsArticle", "headline": "A", "datePublished": "2023-05-03T09:00:00+02:00",
         "dateModified": "2023-05-04T09:00:00+02:00"}
        """) + "<meta property='article:published_time' content='2023-05-05'>")
    #expect(page.published == .init(value: "2023-05-03T09:00:00+02:00", source: "json-ld"))
    #expect(page.modified == .init(value: "2023-05-04T09:00:00+02:00", source: "json-ld"))
  }

  @Test(arguments: [
    ("<meta property='article:published_time' content='2023-05-03T09:00:00Z'>", ""),
    ("<meta name='parsely-pub-date' content='2023-05-03'>", ""),
    ("<meta name='DC.date.issued' content='3 May 2023'>", ""),
    ("", "<time datetime='2023-05-03T09:00'>yesterday</time>"),
    ("", "<span itemprop='datePublished' content='2023-05-03'>May 3</span>"),
    ("", "<p class='article-date'>May 3, 2023 9:00 am</p>"),
    ("", "<p>Harbour, 3 May 2023</p>"),
    ("", "<p><span data-timestamp='1683104400'>now</span></p>"),
  ])
  func sources(head: String, below: String) {
    let page = metadata(head: head, body: "<h1>Town hall opens</h1>\(below)<p>Text.</p>")
    #expect(page.published?.value.prefix(10) == "2023-05-03")
  }

  @Test func theDateAboveTheHeadlineAndTheOnlyOneOfThePageAreFound() {
    let above = metadata(body: "<p>03.05.2023</p><h1>Town hall opens</h1><p>Text.</p>")
    #expect(above.published?.value == "2023-05-03")
    let aside = metadata(
      body: "<h1>Town hall opens</h1><aside><time datetime='2023-05-03'>3 May</time></aside>")
    #expect(aside.published?.value == "2023-05-03")
    let two = metadata(
      body: """
        <h1>Town hall opens</h1><p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p>
        <aside><time datetime='2023-05-03'>a</time><time datetime='2023-05-04'>b</time></aside>
        """)
    #expect(two.published == nil)
  }

  @Test(arguments: [
    "The storm came on 24 February 2022.", "Who closed the harbour on 24 February 2022?",
    "Otto Brandt (March 3, 1935 - June 1, 2022)", "Otto Brandt, 1935 – June 1, 2022",
  ])
  func whatATextTellsIsNoDateOfPublication(line: String) {
    let page = metadata(
      body: "<h1>Town hall opens</h1><p>\(line)</p><p>The mayor held a speech of two hours.</p>")
    #expect(page.published == nil)
  }

  @Test func datesOfOtherArticlesDoNotCount() {
    let page = metadata(
      body: """
        <h1>Town hall opens</h1><p class="date">3 May 2023</p>
        <div class="related"><time datetime="2023-06-01">1 June</time></div>
        """)
    #expect(page.published?.value == "2023-05-03")
  }

  @Test func theAddressHelps() {
    #expect(
      metadata(url: "https://example.com/2023/05/03/hall").published
        == .init(value: "2023-05-03", source: "url"))
    let archived = "https://archive.example.org/web/20230901120000/https://example.com/2023/05/03/a"
    #expect(metadata(url: archived).published?.value == "2023-05-03")
  }

  @Test func theDayInTheAddressIsTheOutletsDayOfATimeInUTC() {
    let head = "<meta property='article:published_time' content='2023-05-04T01:48:00Z'>"
    let page = metadata(head: head, url: "https://example.com/2023/05/03/hall")
    #expect(page.published == .init(value: "2023-05-03", source: "url"))
    let later = metadata(head: head, url: "https://example.com/2023/05/01/hall")
    #expect(later.published?.value == "2023-05-04T01:48:00Z")
    let noon = head.replacing("T01", with: "T13")
    #expect(
      metadata(head: noon, url: "https://example.com/2023/05/03/hall").published?.value
        == "2023-05-04T13:48:00Z")
  }

  @Test func soIsTheDayThatReadersSee() {
    func published(_ time: String) -> String? {
      metadata(
        head: "<meta property='article:published_time' content='\(time)'>",
        body: "<h1>Town hall opens</h1><p class='date'>May 3, 2023, 9:48 p.m.</p>"
      ).published?.value
    }
    #expect(published("2023-05-04T01:48:00Z") == "2023-05-03")
    #expect(published("2023-05-05T01:48:00Z") == "2023-05-05T01:48:00Z")
    #expect(published("2023-05-04T01:48:00+00:30") == "2023-05-04T01:48:00+00:30")
  }

  @Test func impossibleDatesAreRejected() {
    let head = """
      <meta property="article:published_time" content="2029-01-01">
      <meta name="pubdate" content="1970-01-01"><meta name="date" content="2023-05-03">
      """
    #expect(metadata(head: head).published == .init(value: "2023-05-03", source: "date"))
    #expect(metadata(head: head, retrieved: "2023-05-02T10:00:00Z").published != nil)
    #expect(metadata(head: head, retrieved: "2023-05-01T10:00:00Z").published == nil)
  }

  @Test func theModifiedDateStandsInForTheOther() {
    let page = metadata(head: "<meta property='article:modified_time' content='2023-05-03'>")
    #expect(page.published?.source == "article:modified_time")
  }

  @Test("Pages that do not name their language write dates as the language of their text does")
  func detectedLanguageTellsTheOrder() {
    let german = """
      <h1>Brücke gesperrt</h1><p>Die Brücke über den Fluss bleibt bis zum Winter gesperrt, weil die Stadt
      kein Geld für die Sanierung hat, sagte der Bürgermeister am Abend im Rathaus.</p>
      """
    let english = """
      <h1>Bridge shut</h1><p>The bridge over the river stays shut until winter, because the town has no
      money for the repairs, the mayor said in the town hall in the evening.</p>
      """
    let meta = "<meta property='article:published_time' content='07/12/2023 14:05'>"
    #expect(metadata(head: meta, body: german).published?.value == "2023-12-07T14:05:00Z")
    #expect(metadata(head: meta, body: english).published?.value == "2023-07-12T14:05:00Z")
    let seen = german.replacing("</h1>", with: "</h1><div class=date>07/12/2023</div>")
    #expect(metadata(body: seen).published?.value == "2023-12-07")
  }

  @Test("Null dates give way to what else the page says")
  func nullDates() {
    let page = metadata(
      head: structured(#"{"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00"}"#)
        + "<meta property='article:published_time' content='-0001-11-30T00:00:00+00:00'>",
      body: "<h1>Hall opens</h1><time datetime='0000-00-00'>3 May 2023</time><p>Text.</p>")
    #expect(page.published?.value == "2023-05-03")
  }
}
