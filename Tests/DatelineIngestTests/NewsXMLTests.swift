import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("News formats in XML and SGML")
struct NewsXMLTests {
  private static let nitf = """
    <nitf xml:lang="en"><head><title>Page title</title>
    <docdata><doc-id id-string="hw-77" regsrc="HW"/><date.issue norm="20240305T101500Z"/>
    <identified-content/><key-list><keyword key="harbour"/></key-list></docdata>
    <pubdata name="Harbour Wire" date.publication="20240305" position.section="City"/></head>
    <body><body.head><hedline><hl1>Ferry <b>returns</b></hl1><hl2>After two years</hl2></hedline>
    <byline>By <person>Ann Example</person><byttl>Reporter</byttl></byline>
    <dateline><location>PORTO</location></dateline>
    <abstract><p>Boats run again.</p></abstract></body.head>
    <body.content><media media-type="image"><media-reference source="https://e.example.com/f.jpg"/>
    <media-caption>Caption</media-caption></media><block><p>The ferry is
    back.</p><hl2>Fares</hl2><p>R&amp;D paid &lt; 5.</p></block></body.content></body></nitf>
    """

  private func check(_ document: RawDocument) {
    #expect(document.title == "Ferry returns")
    #expect(document.standfirst == "After two years")
    #expect(document.byline == "Ann Example")
    #expect(document.body == "The ferry is back.\n\nFares\n\nR&D paid < 5.")
    #expect(document.extra?.contains("PORTO") == true)
    #expect(document.extra?.contains("Boats run again.") == true)
    #expect(document.imageURL == "https://e.example.com/f.jpg")
  }

  @Test("NITF")
  func nitf() throws {
    let document = try #require(read(Self.nitf, as: nil, path: "x.xml").documents.first)
    check(document)
    #expect(document.key == "hw-77" && document.published == "2024-03-05T10:15:00Z")
    #expect(document.source == "Harbour Wire" && document.section == "City")
    #expect(document.language == "en")
  }

  @Test("NITF of an archive: the full text once")
  func archive() throws {
    let text = """
      <nitf><head/><body><body.head><byline class="print_byline">By BO SAMPLE</byline>
      <byline class="normalized_byline">Sample, Bo</byline></body.head><body.content>
      <block class="lead_paragraph"><p>First.</p></block>
      <block class="full_text"><p>First.</p><p>Second.</p></block></body.content></body></nitf>
      """
    let document = try #require(read(text, as: .newsml).documents.first)
    #expect(document.body == "First.\n\nSecond." && document.byline == "By BO SAMPLE")
  }

  @Test("NewsML-G2 with NITF, XHTML and plain text; pictures are no articles")
  func newsMLG2() throws {
    let message = """
      <?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
      <newsItem guid="urn:e:1" version="2" xml:lang="en"><itemMeta>
      <provider qcode="nprov:HW"><name>Harbour Wire</name></provider>
      <versionCreated>2024-03-05T12:00:00Z</versionCreated>
      <firstCreated>2024-03-05T10:00:00Z</firstCreated></itemMeta>
      <contentMeta><by>By Cy Other</by><language tag="en-GB"/><headline>G2 headline</headline>
      <subject qcode="s:1"><name>Shipping</name></subject><subject><name>Trade</name></subject>
      <slugline>FERRY</slugline></contentMeta>
      <contentSet><inlineXML>\(Self.nitf)</inlineXML></contentSet></newsItem>
      <newsItem guid="urn:e:2"><itemMeta/><contentMeta><headline>Page</headline></contentMeta>
      <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>
      <body><p>A</p><p>B</p></body></html></inlineXML></contentSet></newsItem>
      <newsItem guid="urn:e:3"><itemMeta/><contentSet>
      <inlineData contenttype="text/plain">Plain words</inlineData></contentSet></newsItem>
      <newsItem guid="urn:e:4"><itemMeta/><contentSet><remoteContent href="x.jpg"/></contentSet></newsItem>
      </itemSet></newsMessage>
      """
    let events = read(message, as: nil)
    try #require(events.documents.count == 3)
    let first = events.documents[0]
    #expect(first.title == "G2 headline" && first.byline == "By Cy Other")
    #expect(first.key == "urn:e:1" && first.source == "Harbour Wire")
    #expect(first.published == "2024-03-05T10:00:00Z")
    #expect(first.modified == "2024-03-05T12:00:00Z")
    #expect(first.section == "Shipping" && first.language == "en-GB")
    #expect(first.body?.hasPrefix("The ferry is back.") == true)
    #expect(events.documents[1].body == "A\n\nB")
    #expect(events.documents[2].body == "Plain words")
    #expect(events.rejections.map(\.reason) == [.empty])
  }

  @Test("NewsML-G2: pictures with headlines, several authors, captions, a title of the item alone")
  func newsItemKinds() {
    func item(_ kind: String, _ meta: String, _ content: String) -> String {
      "<newsItem><itemMeta><itemClass \(kind)/><title>Item title</title></itemMeta>"
        + "<contentMeta>\(meta)</contentMeta><contentSet>\(content)</contentSet></newsItem>"
    }
    let page = "<html><body><p>A</p><figure><figcaption>C</figcaption></figure></body></html>"
    let events = read(
      "<newsMessage>"
        + item(
          "qcode='ninat:picture'", "<headline>P</headline>", "<remoteContent href='x.jpg'/>")
        + item(
          "qcode='ninat:text'", "<by>Ann Example</by><by>Bo Sample</by>",
          "<inlineXML>\(page)</inlineXML>")
        + item("uri='http://example.org/video'", "", "<inlineData>Script</inlineData>")
        + "</newsMessage>", as: .newsml)
    #expect(
      events.rejections.map(\.message) == ["a news item of the kind picture holds no text"])
    #expect(events.documents.map(\.body) == ["A", "Script"])
    #expect(events.documents.map(\.title) == ["Item title", "Item title"])
    #expect(events.documents.first?.byline == "Ann Example; Bo Sample")
  }

  @Test("NewsML 1.2, Reuters Corpus volume 1")
  func older() throws {
    let classic = """
      <NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>wire.example.com</ProviderId>
      <PublicIdentifier>urn:newsml:x</PublicIdentifier></NewsIdentifier></Identification>
      <NewsManagement><FirstCreated>20240305T101500+0100</FirstCreated></NewsManagement>
      <NewsComponent><NewsLines><HeadLine>Old head</HeadLine><ByLine>By Ann</ByLine></NewsLines>
      <DescriptiveMetadata><Language FormalName="de"/></DescriptiveMetadata>
      <ContentItem><DataContent><p>One</p><p>Two</p></DataContent></ContentItem>
      </NewsComponent></NewsItem></NewsML>
      """
    let one = try #require(read(classic, as: nil).documents.first)
    #expect(one.title == "Old head" && one.body == "One\n\nTwo" && one.language == "de")
    #expect(one.key == "urn:newsml:x" && one.published == "2024-03-05T10:15:00+0100")
    let corpus = """
      <?xml version="1.0"?><newsitem itemid="9" date="1996-08-20" xml:lang="en"><title>T</title>
      <headline>H</headline><dateline>OSLO</dateline><text><p>A.</p><p>B.</p></text>
      <metadata><codes class="bip:topics:1.0"><code code="GDIP"/></codes></metadata></newsitem>
      """
    let two = try #require(read(corpus, as: nil, path: "9.xml").documents.first)
    #expect(two.key == "rcv1-9" && two.title == "H" && two.body == "A.\n\nB.")
    #expect(two.published == "1996-08-20" && two.section == "GDIP")
  }

  @Test(
    "The wire's sign-off is no text",
    arguments: [
      ("Tin rose.\n REUTER\n", "Tin rose."), ("Tin rose. REUTER...", "Tin rose."),
      ("Tin rose.\n Reuter\u{3}", "Tin rose."), ("So said a man of Reuters.", nil),
      ("Bought by REUTERS.", nil), ("Reuter", nil), ("Tin 5\n reuters...", "Tin 5"), ("", nil),
    ])
  func signature(text: String, expected: String?) {
    let cleaned = text.replacing("\u{3}", with: "")
    #expect(ReutersVocabulary.withoutSignature(cleaned) == expected ?? text)
  }

  @Test("Reuters-21578")
  func reuters() throws {
    let file = """
      <!DOCTYPE lewis SYSTEM "lewis.dtd">
      <REUTERS TOPICS="YES" NEWID="1"><DATE> 6-MAR-1987 15:01:01.79</DATE>
      <TOPICS><D>grain</D><D>wheat</D></TOPICS><PLACES><D>chile</D></PLACES><PEOPLE></PEOPLE>
      <UNKNOWN>&#5;&#22;f</UNKNOWN><TEXT>&#2;<TITLE>WHEAT &lt;WHT> RISES</TITLE>
      <AUTHOR>    By A. Nother, Reuters</AUTHOR>
      <DATELINE>    SANTIAGO, March 6 - </DATELINE><BODY>Prices rose at AT&amp;T
      and R&D. Reuter
          More.
       Reuter
      &#3;</BODY></TEXT></REUTERS>
      <REUTERS NEWID="2"><DATE>7-MAR-1987</DATE><TEXT TYPE="UNPROC">&#2;
      Table of figures
      &#3;</TEXT></REUTERS>
      <REUTERS NEWID="3"><TEXT TYPE="BRIEF"><TITLE>BRIEF ONLY</TITLE></TEXT></REUTERS>
      """
    let documents = read(file, as: nil).documents
    try #require(documents.count == 3)
    #expect(documents.map(\.key) == ["reuters21578-1", "reuters21578-2", "reuters21578-3"])
    #expect(documents[0].title == "WHEAT <WHT> RISES")
    #expect(documents[0].published == "1987-03-06T15:01:01")
    #expect(documents[0].section == "grain" && documents[0].byline == "By A. Nother, Reuters")
    #expect(documents[0].body?.hasSuffix("More.") == true)
    #expect(documents[0].extra?.contains("\"topics\":[\"grain\",\"wheat\"]") == true)
    #expect(documents[1].body == "Table of figures" && documents[1].title == nil)
    #expect(documents[2].title == "BRIEF ONLY" && documents[2].body == nil)
  }

  @Test("Saved pages")
  func pages() throws {
    let page = """
      <!DOCTYPE html>
      <!-- saved from url=(0026)https://e.example.com/story -->
      <html><head><meta charset="windows-1251"></head><body><p>Мост</p></body></html>
      """
    let document = try #require(
      read(Samples.bytes(page, in: "windows-1251"), as: .html).documents.first)
    #expect(document.shape == .html && document.url == "https://e.example.com/stor")
    #expect(document.body == page && document.source == nil)
    #expect(read(" \n", as: .html).rejections.map(\.reason) == [.empty])
    let options = IngestOptions(source: "S", maxRecordBytes: 20)
    #expect(read(page, as: .html, options: options).rejections.map(\.reason) == [.tooLarge])
  }

  @Test(
    "Formats by content",
    arguments: [
      ("<!doctype html><p>", nil, InputFormat.html), ("<html>", .text, .html),
      ("\u{FEFF} <?xml version='1.0'?><!-- c --><rss>", .html, .feed),
      ("<feed xmlns='x'>", .json, .feed), ("<rdf:RDF>", nil, .feed), ("<nitf>", nil, .newsml),
      ("<newsItem>", .text, .newsml), ("<ns:newsMessage>", nil, .newsml),
      ("<NewsML>", .newsml, .newsml), ("<!DOCTYPE lewis SYSTEM 'l'>\n<REUTERS>", nil, .sgml),
      ("<!DOCTYPE rss [<!ENTITY a '<b>'>]><rss>", .newsml, .feed), ("WARC/1.0\r\n", nil, .warc),
      ("filedesc://x", nil, .warc), ("<html xmlns='x'>", .newsml, .html),
      ("Only words, no tags < 5", .html, .text), ("<div>part</div>", .html, .html),
      ("text <p>part", .html, .html), ("<name withheld> writes", .text, .text),
      ("<urlset>", .html, .newsml), ("{\"a\":1}\n{\"a\":2}\n", .text, .jsonl),
      ("{a} text", .text, .text), ("<?xml version='1.0'?><svg>", nil, .newsml),
    ] as [(String, InputFormat?, InputFormat)])
  func sniffing(content: String, expected: InputFormat?, format: InputFormat) {
    let buffer = InputBuffer(source: ByteSource(bytes: Array(content.utf8)))
    #expect(
      FormatSniffer.format(of: buffer, expected: expected, mapping: FieldMapping()) == format)
  }

  @Test("The headline on the web is no standfirst")
  func onlineHeadline() {
    let text = Self.nitf.replacing(
      "<hl2>After two", with: "<hl2 class=\"online_headline\">After two")
    #expect(read(text, as: .newsml).documents.first?.standfirst == "Boats run again.")
  }
}
