import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

@Suite("Feeds")
struct FeedTests {
  @Test("RSS 2.0 with modules")
  func rss() throws {
    let feed = """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
      <title>Harbour Wire</title><link>https://wire.example.com/</link><language>en-gb</language>
      <item><title>Bridge &amp; tunnel to close</title><link>/2024/bridge</link>
        <guid isPermaLink="false">1234</guid><pubDate>Tue, 05 Mar 2024 10:15:00 GMT</pubDate>
        <dc:creator>Ann Example</dc:creator><dc:creator>Bo Sample</dc:creator>
        <category>Transport</category><category>City</category>
        <description>Both will be shut for a week.</description>
        <c:encoded><![CDATA[<p>The bridge will close.</p><p>So will the tunnel.</p>]]></c:encoded>
        <enclosure url="https://wire.example.com/b.jpg" type="image/jpeg"/>
      </item>
      <item><title>Second</title><description>&lt;p&gt;Only this&nbsp;much.&lt;/p&gt;</description>
        <guid>https://wire.example.com/second</guid><author>desk@example.com (City desk)</author>
        <source url="https://other.example.org/rss">Other Paper</source></item>
      </channel></rss>
      """
    let events = read(feed, as: .feed)
    try #require(events.documents.count == 2)
    let first = events.documents[0]
    #expect(first.title == "Bridge & tunnel to close")
    #expect(first.url == "https://wire.example.com/2024/bridge")
    #expect(first.key == nil && first.extra?.contains("\"guid\":\"1234\"") == true)
    #expect(first.published == "Tue, 05 Mar 2024 10:15:00 GMT")
    #expect(first.byline == "Ann Example; Bo Sample")
    #expect(first.section == "Transport")
    #expect(first.extra?.contains("\"categories\":[\"Transport\",\"City\"]") == true)
    #expect(first.standfirst == "Both will be shut for a week.")
    #expect(first.body == "<p>The bridge will close.</p><p>So will the tunnel.</p>")
    #expect(first.imageURL == "https://wire.example.com/b.jpg")
    #expect(first.source == "Harbour Wire" && first.language == "en-gb")
    #expect(first.contentHash?.count == 32)
    let second = events.documents[1]
    #expect(second.body == "<p>Only this\u{A0}much.</p>" && second.standfirst == nil)
    #expect(second.url == "https://wire.example.com/second" && second.key == second.url)
    #expect(second.byline == "City desk" && second.source == "Other Paper")
    #expect(second.origin.record == 2)
  }

  @Test("Atom 1.0, with markup and relative addresses")
  func atom() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://blatt.example.org/a/">
      <title type="text">Das Blatt</title><author><name>Redaktion</name></author>
      <link rel="self" href="feed.atom"/>
      <entry><title type="html">Zug f&amp;auml;hrt</title><id>tag:blatt.example.org,2024:1</id>
        <link rel="enclosure" type="image/png" href="bild.png"/><link href="../b/zug?x=1"/>
        <published>2024-03-05T10:00:00Z</published><updated>2024-03-06T10:00:00Z</updated>
        <category term="verkehr" label="Verkehr"/><summary>Kurz.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>1 &lt; 2</p></div></content>
      </entry></feed>
      """
    let document = try #require(read(feed, as: nil).documents.first)
    #expect(document.title == "Zug f&auml;hrt")
    #expect(document.key == "tag:blatt.example.org,2024:1")
    #expect(document.url == "https://blatt.example.org/b/zug?x=1")
    #expect(document.published == "2024-03-05T10:00:00Z")
    #expect(document.modified == "2024-03-06T10:00:00Z")
    #expect(document.body == "<div><p>1 &lt; 2</p></div>" && document.standfirst == "Kurz.")
    #expect(document.imageURL == "https://blatt.example.org/a/bild.png")
    #expect(document.byline == "Redaktion" && document.language == "de")
    #expect(document.section == "Verkehr" && document.source == "Das Blatt")
  }

  @Test("Content in base64 is decoded, pictures and files are left out")
  func base64() {
    let page = Data("<p>A long story.</p><p>Two paragraphs.</p>".utf8).base64EncodedString()
    let image = Data([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 0xFF]).base64EncodedString()
    let contents = [
      "type=\"text/html\" mode=\"base64\">\n  \(page)\n", "type=\"text/html\">\(page)",
      "type=\"base64\">\(page.prefix(16))\n    \(page.dropFirst(16))",
      "type=\"application/octet-stream\">\(page)", "type=\"image/png\">\(image)",
      "type=\"application/pdf\">\(image)", "type=\"text/html\">Donaudampfschifffahrtsgesell",
      "type=\"application/x-notes\">1 &lt; 2",
    ]
    let entries = contents.map { "<entry><title>T</title><content \($0)</content></entry>" }
    let head = "<feed version=\"0.3\"><title mode=\"base64\">VGhlIDxiPlBhcGVyPC9iPg==</title>"
    let documents = read(head + entries.joined() + "</feed>", as: .feed).documents
    let story = "<p>A long story.</p><p>Two paragraphs.</p>"
    #expect(
      documents.map(\.body) == [
        story, story, story, story, nil, nil, "Donaudampfschifffahrtsgesell", "1 &lt; 2",
      ])
    #expect(documents.first?.source == "The Paper")
  }

  @Test("Of several texts the longest is the body; a teaser of it is no standfirst")
  func texts() {
    let items = [
      "<description>Short.</description><fullitem>&lt;p&gt;Much longer.&lt;/p&gt;</fullitem>",
      "<description>Short.</description><xhtml:body><p>First.</p><p>Second.</p></xhtml:body>",
      "<description>The whole text of the story.</description><content:encoded>&lt;img src='a'&gt; More</content:encoded>",
      "<description>The mayor said on Monday [&amp;#8230;]</description><content:encoded>&lt;p&gt;"
        + "The mayor &lt;b&gt;said&lt;/b&gt; on Monday that all will close.</content:encoded>",
      "<summary>Short.</summary><description>Not so short.</description>",
      "<media:group><media:description>Filmed.</media:description></media:group>",
      "<dc:title>Other title</dc:title><dc:description>Other.</dc:description>",
    ]
    let documents = read(
      "<rss><channel>" + items.map { "<item>\($0)</item>" }.joined() + "</channel></rss>", as: .feed
    ).documents
    #expect(
      documents.map(\.body) == [
        "<p>Much longer.</p>", "<p>First.</p><p>Second.</p>", "The whole text of the story.",
        "<p>The mayor <b>said</b> on Monday that all will close.", "Not so short.", "Filmed.",
        "Other.",
      ])
    #expect(
      documents.map(\.standfirst) == ["Short.", "Short.", nil, nil, "Short.", nil, nil])
    #expect(documents.last?.title == "Other title")
  }

  @Test(
    "Roots in any case, white space and marks before the declaration, control characters",
    arguments: [
      "\n <?xml version=\"1.0\"?><rss>", "\u{FEFF}\n<?xml version=\"1.0\"?><RSS>", "<rdf:rdf>",
      "<Rss>\u{1}\u{B}",
    ])
  func sloppy(head: String) {
    let feed = head + "<channel><Item><title>A&nbsp;b\u{8}c &eacute;</title></Item></channel>"
    #expect(read(feed, as: nil).documents.map(\.title) == ["A\u{A0}bc é"])
  }

  @Test("Names of authors and feeds in their notations")
  func names() {
    let feed = """
      <rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><dc:title>Harbour Wire</dc:title>
      <item><title>A</title><author>ann@example.com (Ann Example)</author></item>
      <item><title>B</title><author>Bo Sample (bo@example.com)</author>
        <source type="application/octet-stream"><title type="base64">VGhlIDxiPlBhcGVyPC9iPg==</title>
        </source></item>
      <item><title>C</title><author>Cy Test &lt;cy@example.com&gt;</author></item>
      <item><title>D</title><author>desk@example.com</author></item></channel></rss>
      """
    let documents = read(feed, as: .feed).documents
    #expect(documents.map(\.byline) == ["Ann Example", "Bo Sample", "Cy Test", nil])
    #expect(
      documents.map(\.source) == ["Harbour Wire", "The Paper", "Harbour Wire", "Harbour Wire"])
  }

  @Test("RSS 1.0, Atom 0.3, RSS 0.91 in windows-1251, CDF")
  func older() throws {
    let rdf = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="https://x.example.com/"><title>X</title><items/></channel>
      <item rdf:about="https://x.example.com/1"><title>One</title><dc:date>2003-01-02</dc:date></item>
      </rdf:RDF>
      """
    let one = try #require(read(rdf, as: nil).documents.first)
    #expect(one.url == "https://x.example.com/1" && one.published == "2003-01-02")
    #expect(one.source == "X")
    let old = """
      <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Y</title><entry><title>Two</title>
      <issued>2004-01-01T00:00:00Z</issued><modified>2004-01-02T00:00:00Z</modified></entry></feed>
      """
    let two = try #require(read(old, as: nil).documents.first)
    #expect(two.published == "2004-01-01T00:00:00Z" && two.modified == "2004-01-02T00:00:00Z")
    let russian =
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss version=\"0.91\"><channel>"
      + "<title>Вести</title><item><title>Новый мост</title></item></channel></rss>"
    let three = try #require(
      read(Samples.bytes(russian, in: "windows-1251"), as: .feed).documents.first)
    #expect(three.title == "Новый мост" && three.source == "Вести")
    let channel = """
      <CHANNEL HREF="https://c.example.com/"><TITLE>C</TITLE>
      <ITEM HREF="https://c.example.com/4" LASTMOD="1998-11-05T22:40"><TITLE>Four</TITLE></ITEM>
      </CHANNEL>
      """
    let four = try #require(read(channel, as: nil).documents.first)
    #expect(four.url == "https://c.example.com/4" && four.published == "1998-11-05T22:40")
  }

  @Test("Broken feeds lose the broken item at most")
  func broken() {
    let feed = """
      <rss><channel><title>T</title>
      <item><title>A & B <b>bold</title><description><p>Text<br>more</description></item>
      <item><title>No end</title>
      <item><title><![CDATA[</item>]]></title></item>
      <item><title>Last</title></channel></rss>
      """
    #expect(
      read(feed, as: .feed).documents.map(\.title)
        == ["A &amp; B <b>bold</b>", "No end", "</item>", "Last"])
    let cut = read("<rss><item><title>A</title></item><item><title>B</title><desc", as: .feed)
    #expect(cut.outline == ["1@5 -", "2@34 !malformed"])
    let items = "<rss><item><title>\(String(repeating: "x", count: 900))</title></item>"
    let large = read(
      items + "<item><title>B</title></item></rss>", as: .feed,
      options: IngestOptions(maxRecordBytes: 200))
    #expect(large.map(\.isDocument) == [false, true])
    #expect(large.rejections.first?.reason == .tooLarge)
  }

  @Test("What is no feed, or has no items")
  func noItems() {
    #expect(read("", as: .feed).rejections.map(\.reason) == [.empty])
    #expect(
      read("<rss><channel><title>T</title></channel></rss>", as: .feed).outline == ["1@0 !empty"])
    #expect(read("no markup", as: .feed).outline == ["1@0 !malformed"])
    let sitemap =
      "<?xml version='1.0'?><urlset><url><loc>https://e.example.com/</loc></url></urlset>"
    #expect(
      read(sitemap, as: InputFormat(path: "sitemap.xml")).rejections.map(\.message)
        == ["a sitemap lists addresses, no articles"])
    #expect(
      read("<?xml version='1.0'?><svg/>", as: nil).rejections.map(\.reason) == [.notAnArticle])
  }

  @Test("JSON Feed")
  func jsonFeed() throws {
    let feed = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "The \\"Feed\\"", "language": "en",
       "items": [{"id": "1", "url": "https://f.example.com/1", "title": "One",
         "content_html": "<p>Text</p>", "date_published": "2024-01-02T00:00:00Z",
         "date_modified": "2024-01-03T00:00:00Z", "authors": [{"name": "Ann"}, {"name": "Bo"}],
         "image": "https://f.example.com/1.jpg", "tags": ["a"]},
        {"id": "2", "language": "fr", "content_text": "Two",
         "authors": [{"url": "mailto:bo@example.com"}]}]}
      """
    let documents = read(feed, as: .json).documents
    try #require(documents.count == 2)
    #expect(documents.map(\.source) == ["The \"Feed\"", "The \"Feed\""])
    #expect(documents.map(\.language) == ["en", "fr"])
    #expect(documents[0].modified == "2024-01-03T00:00:00Z")
    #expect(documents[0].byline == "Ann; Bo" && documents[1].byline == nil)
    #expect(documents[0].imageURL == "https://f.example.com/1.jpg")
    #expect(documents[0].extra?.contains("tags") == true)
    // Other feeds count from 1 too.
    #expect(documents.map(\.key) == [nil, "2"])
    #expect(documents[0].extra?.contains("\"id\":\"1\"") == true)
  }

  @Test("A JSON Feed's authors are those of items that name none")
  func jsonFeedAuthors() {
    func bylines(_ authors: String) -> [String?] {
      let feed = """
        {"version": "https://jsonfeed.org/version/1", "title": "F", \(authors),
         "items": [{"id": "a", "content_text": "One"},
           {"id": "b", "content_text": "Two", "author": {"name": "Bo"}}]}
        """
      return read(feed, as: .json).documents.map(\.byline)
    }
    #expect(bylines(#""authors": [{"name": "Ann"}, {"name": "Cy"}]"#) == ["Ann; Cy", "Bo"])
    #expect(bylines(#""author": {"name": "Ann"}"#) == ["Ann", "Bo"])
    #expect(bylines(#""author": {"name": "F"}"#) == [nil, "Bo"])
  }

  @Test("Relative addresses")
  func addresses() {
    let base = "https://e.example.com/a/b?q"
    let cases = [
      "c": "https://e.example.com/a/c", "/c/../d": "https://e.example.com/d",
      "../../x/": "https://e.example.com/x/", "//o.example.org/": "https://o.example.org/",
      "?y": "https://e.example.com/a/b?y", "http://o.example.org/z": "http://o.example.org/z",
      ".": "https://e.example.com/a/",
    ]
    for (reference, address) in cases {
      #expect(RelativeAddress.resolve(reference, base: base) == address)
    }
    #expect(RelativeAddress.resolve("c", base: nil) == nil)
    #expect(RelativeAddress.resolve("  ", base: base) == nil)
  }

  /// Pairwise comparison of the names would take minutes.
  @Test("Captions are no standfirst; films have no other text")
  func captions() {
    let caption =
      "<media:content url=\"a.jpg\"><media:description>A boat</media:description></media:content>"
    func item(_ rest: String) -> RawDocument? {
      read(
        "<rss xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><item><title>T</title>\(caption)"
          + "\(rest)</item></channel></rss>", as: .feed
      ).documents.first
    }
    let full = item("<description>The ferry is back after two years.</description>")
    #expect(full?.body == "The ferry is back after two years." && full?.standfirst == nil)
    #expect(item("")?.body == "A boat")
  }

  @Test("Readers' comments are no articles")
  func comments() {
    func link(_ mark: String) -> [IngestEvent] {
      read(
        "<rss><channel><item><title>Comment on T by Bo</title><link>https://e.example.org/a\(mark)</link>"
          + "<description>I said so.</description></item></channel></rss>", as: .feed)
    }
    #expect(link("#comment-9").rejections.map(\.message) == ["the item is a comment"])
    #expect(link("#comment-policy").documents.count == 1)
  }

  @Test("Very many categories and authors in one item")
  func manyNames() throws {
    let count = 60_000
    let categories = (0..<count).map { "<category>c\($0)</category>" }.joined()
    let authors = (0..<count).map { "<dc:creator>Ann \($0)</dc:creator>" }.joined()
    let feed =
      "<rss xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><item><title>T</title>"
      + "<description>Text.</description>\(categories)<category>c7</category>\(authors)"
      + "<dc:creator>Ann 7</dc:creator></item></channel></rss>"
    let events = readOnce(
      Array(feed.utf8), as: .feed, options: IngestOptions(), chunkSize: 1 << 18)
    let document = try #require(events.documents.first)
    #expect(document.section == "c0")
    #expect(document.extra?.components(separatedBy: "\"c").count == count + 2)
    #expect(document.byline?.split(separator: ";").count == count)
  }
}

extension IngestEvent {
  var isDocument: Bool { if case .document = self { true } else { false } }
}
