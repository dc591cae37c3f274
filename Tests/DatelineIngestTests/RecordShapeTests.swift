import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("Records as publishers and collections shape them")
struct RecordShapeTests {
  private func document(_ lines: String) -> RawDocument? {
    read(lines.replacing("\n", with: ""), as: .jsonl).documents.first
  }

  @Test(
    "A whole page in a field is read as a page, a fragment as text",
    arguments: ["html", "raw_html", "content_html", "text"])
  func pages(name: String) {
    let page = document(
      #"{"url":"https://e.example.com/a","title":"T","\#(name)":"\n<!DOCTYPE html><html><body><p>x</p>"}"#
    )
    #expect(page?.shape == .html && page?.title == "T" && page?.url == "https://e.example.com/a")
    #expect(document(#"{"\#(name)":" <!-- a --><HTML lang='en'><p>x"}"#)?.shape == .html)
    #expect(document(#"{"\#(name)":"<body class='a'><p>x</p></body>"}"#)?.shape == .html)
    let fragment = document(#"{"title":"T","\#(name)":"<p>x</p>"}"#)
    #expect(fragment?.shape == .fields && fragment?.body == "<p>x</p>")
    let row = read("title,\(name)\nT,<html><body>x</body></html>\n", as: .csv).documents.first
    #expect(row?.shape == .html)
  }

  @Test("The page is the text only where there is no other")
  func pageBesideText() {
    let found = document(#"{"title":"T","html":"<html><p>x</p>","text":"Plain."}"#)
    #expect(found?.shape == .fields && found?.body == "Plain.")
    #expect(found?.extra == #"{"html":"<html><p>x</p>"}"#)
  }

  @Test("Names of texts and dates in collections for training")
  func names() {
    #expect(document(#"{"story_text":"S","dt":"2024-03-05"}"#)?.published == "2024-03-05")
    #expect(document(#"{"story_text":"S"}"#)?.body == "S")
    let summary = document(#"{"document":"D","summary":"S","id":"17"}"#)
    #expect(summary?.body == "D" && summary?.standfirst == "S" && summary?.key == "17")
    #expect(document(#"{"document":{"title":"T","text":"B"},"id":"1"}"#)?.body == "B")
  }

  @Test("GDELT's lists of articles")
  func gdelt() {
    let found = read(
      """
      {"articles": [{"url": "https://e.example.com/a", "url_mobile": "", "title": "T",
      "seendate": "20240305T120000Z", "socialimage": "https://e.example.com/a.jpg",
      "domain": "e.example.com", "language": "English", "sourcecountry": "France"}]}
      """, as: .json
    ).documents.first
    #expect(found?.title == "T" && found?.url == "https://e.example.com/a")
    #expect(found?.published == "20240305T120000Z" && found?.source == "e.example.com")
    #expect(found?.imageURL == "https://e.example.com/a.jpg" && found?.language == "English")
  }

  @Test("The New York Times' archive: the first paragraph is the text")
  func archive() {
    let found = read(
      """
      {"response": {"docs": [{"abstract": "A.", "web_url": "https://e.example.com/a", "snippet": "A.",
      "lead_paragraph": "L.", "headline": {"main": "T", "kicker": null}, "source": "The Paper",
      "pub_date": "2024-03-05T12:00:00+0000", "section_name": "World", "_id": "nyt://article/1",
      "byline": {"original": "By Ann Example", "person": [{"firstname": "Ann"}]}}]}}
      """, as: .json
    ).documents.first
    #expect(found?.title == "T" && found?.body == "L." && found?.standfirst == "A.")
    #expect(found?.byline == "By Ann Example" && found?.published == "2024-03-05T12:00:00+0000")
    #expect(found?.url == "https://e.example.com/a" && found?.section == "World")
    #expect(found?.key == "nyt://article/1" && found?.source == "The Paper")
    #expect(document(#"{"lead_paragraph":"L.","title":"T"}"#)?.body == "L.")
    #expect(document(#"{"lead_paragraph":"L.","text":"B","title":"T"}"#)?.standfirst == "L.")
  }

  @Test(
    "Dates as objects",
    arguments: [
      (#"{"$date":"2024-03-05T12:00:00Z"}"#, "2024-03-05T12:00:00Z"),
      (#"{"$date":{"$numberLong":"1709640000000"}}"#, "1709640000000"),
      (
        #"{"timezone_type":3,"date":"2024-03-05 12:00:00.000000","timezone":"UTC"}"#,
        "2024-03-05 12:00:00.000000"
      ),
      (#"{"_seconds":1709640000,"_nanoseconds":0}"#, "1709640000"),
    ])
  func dates(value: String, expected: String) {
    #expect(document(#"{"body":"b","published":\#(value)}"#)?.published == expected)
  }

  @Test("The Washington Post's blocks: text, and fields where the record has none")
  func blocks() {
    let contents = """
      "contents":[null,{"content":"Harbour","mime":"text/plain","type":"kicker"},
      {"content":"Of the block","mime":"text/plain","type":"title"},
      {"content":"By Ann Example","mime":"text/plain","type":"byline"},
      {"content":1325376562000,"mime":"text/plain","type":"date"},
      {"fullcaption":"A crane. (Bo Sample)","imageURL":"https://e.example.com/a.jpg",
      "mime":"image/jpeg","imageHeight":10,"type":"image","blurb":"A crane."},
      {"content":"One <a href='x'>link</a>.","subtype":"paragraph","type":"sanitized_html"},
      {"content":["Two","three"],"type":"list"},
      {"role":"","type":"author_info","name":"Ann Example","bio":"She writes."}]
      """
    let full = document(
      #"{"id":"b2","article_url":"https://e.example.com/a","title":"T","author":"Cy Writer","#
        + #""published_date":1325376500000,"# + contents
        + #","type":"article","source":"The Post"}"#)
    #expect(full?.key == "b2" && full?.title == "T" && full?.byline == "Cy Writer")
    #expect(full?.published == "1325376500000" && full?.url == "https://e.example.com/a")
    #expect(full?.body == "One <a href='x'>link</a>.\n\nTwo three" && full?.source == "The Post")
    #expect(full?.section == "Harbour" && full?.imageURL == "https://e.example.com/a.jpg")
    #expect(full?.extra == #"{"type":"article"}"#)
    let bare = document(#"{"title":null,"author":"","published_date":null,\#(contents)}"#)
    #expect(bare?.title == "Of the block" && bare?.byline == "By Ann Example")
    #expect(bare?.published == "1325376562000" && bare?.body == full?.body)
  }

  @Test("Blocks without text are rejected, with the reason")
  func emptyBlocks() {
    let events = read(
      #"{"title":"T","contents":[{"type":"image","imageURL":"https://e.example.com/a.jpg"}]}"#,
      as: .jsonl)
    #expect(events.rejections.first?.reason == .empty)
    #expect(events.rejections.first?.message == "none of the record's blocks holds text")
    #expect(document(#"{"title":"T","body":[{"type":"x","content":"p"}]}"#)?.body == "p")
  }

  private static let prose = String(repeating: "The ferry is back and runs daily. ", count: 8)

  @Test("Records without a text take the longest other field that is one")
  func unnamedTexts() throws {
    let other =
      "\"note\":\"Short.\",\"teaser2\":\"\(Self.prose)\",\"long\":\"\(Self.prose)It pays.\""
    let found = document("{\"title\":\"T\",\(other)}")
    #expect(found?.body == Self.prose + "It pays.")
    #expect(found?.extra?.contains("teaser2") == true && found?.extra?.contains("long") == false)
    #expect(document("{\"title\":\"T\",\"text\":\"Own.\",\(other)}")?.body == "Own.")
    var options = IngestOptions()
    options.mapping = try FieldMapping(maps: [], drops: ["body"])
    let dropped = read("{\"title\":\"T\",\(other)}", as: .jsonl, options: options)
    #expect(dropped.documents.first?.body == nil)
    let ids = String(repeating: "0123456789abcdef", count: 20)
    #expect(document("{\"title\":\"T\",\"digest\":\"\(ids)\"}")?.body == nil)
    let table = read("title,other,long\nT,Short.,\"\(Self.prose)\"\n", as: .csv).documents
    #expect(table.map(\.body) == [Self.prose] && table.first?.extra == #"{"other":"Short."}"#)
  }

  @Test(
    "Long values that are no text of an article",
    arguments: [
      "comments", "author_bio", "authorBio", "keywords", "css", "http_headers", "system_prompt",
      "source_description", "tokens",
    ])
  func textsApart(name: String) {
    #expect(document("{\"title\":\"T\",\"\(name)\":\"\(Self.prose)\"}")?.body == nil)
    let table = read("title,\(name)\nT,\"\(Self.prose)\"\n", as: .csv).documents
    #expect(table.allSatisfy { $0.body == nil })
    let numbers = Array(repeating: "0.1234, -0.5678", count: 40).joined(separator: ", ")
    #expect(document("{\"title\":\"T\",\"values\":\"\(numbers)\"}")?.body == nil)
  }

  @Test("Names of fields in public collections")
  func collections() {
    let header = "webTitle,bodyContent,authorName\nT,One.,Ann Example\n"
    let first = read(header, as: .csv).documents.first
    #expect(first?.body == "One." && first?.byline == "Ann Example")
    let second = read("headlines,text,ctext\nT,Short.,The long one.\n", as: .csv).documents.first
    #expect(second?.title == "T" && second?.body == "The long one.")
  }

  @Test("WordPress's interface: embedded authors, times in UTC")
  func wordPress() {
    let post =
      #""title":{"rendered":"T"},"content":{"rendered":"One."},"date":"2021-03-04T09:00:00""#
    let found = document(
      "{\(post)"
        + #","date_gmt":"2021-03-04T08:00:00","author":7,"_embedded":{"author":[{"name":"Ann Example"}]}}"#
    )
    #expect(found?.byline == "Ann Example" && found?.published == "2021-03-04T08:00:00")
    let bare = document("{\(post),\"author\":7}")
    #expect(bare?.byline == nil && bare?.published == "2021-03-04T09:00:00")
  }

  @Test(
    "Descriptions of programs, sites and data sets are no articles",
    arguments: [
      #"{"name":"x","version":"1.0","description":"A crawler."}"#,
      #"{"name":"Post","description":"News","url":"https://e.example.org","routes":{}}"#,
      #"{"title":"Post corpus","description":"Pages of the Post.","license":"CC0"}"#,
    ])
  func manifests(text: String) {
    let events = read(text, as: .json)
    #expect(events.documents.isEmpty && events.rejections.map(\.reason) == [.notAnArticle])
    #expect(
      document(#"{"title":"T","description":"Pages.","license":"CC0","date":"2021-01-02"}"#) != nil)
  }

  @Test("Highlights are the standfirst, as sentences")
  func highlights() {
    let row = read(
      "id,article,highlights\n7,One. Two.,\"The ferry is back .\nIt runs daily\n\"\n", as: .csv
    ).documents.first
    #expect(row?.body == "One. Two." && row?.title == nil && row?.key == "7")
    #expect(row?.standfirst == "The ferry is back. It runs daily." && row?.extra == nil)
    let object = document(#"{"article":"One.","highlights":"A ferry .\nIt runs ."}"#)
    #expect(object?.body == "One." && object?.standfirst == "A ferry. It runs.")
  }

  @Test("Rows as the server of Hugging Face's data sets gives them")
  func servedRows() {
    let found = read(
      """
      {"features":[{"feature_idx":0,"name":"text","type":{"dtype":"string"}}],
      "rows":[{"row_idx":0,"row":{"title":"T","text":"One."},"truncated_cells":[]},
      {"row_idx":1,"row":{"title":"U","text":"Two."},"truncated_cells":[]}],"num_rows_total":2}
      """, as: .json)
    #expect(found.documents.map(\.title) == ["T", "U"] && found.documents.count == 2)
    #expect(found.documents.map(\.body) == ["One.", "Two."] && found.rejections.isEmpty)
  }

  @Test("Answers of Event Registry")
  func eventRegistry() {
    let found = read(
      """
      {"articles":{"page":1,"totalResults":1,"results":[{"uri":"123","lang":"eng","isDuplicate":false,
      "date":"2020-01-02","time":"03:04:05","dateTime":"2020-01-02T03:04:05Z","dataType":"news",
      "url":"https://e.example.com/a","title":"T","body":"One.","source":{"uri":"e.example.com",
      "dataType":"news","title":"The Example"},"authors":[{"uri":"ann@e.example.com","name":"Ann Example",
      "type":"author"}],"image":"https://e.example.com/a.jpg"}]}}
      """, as: .json
    ).documents.first
    #expect(found?.title == "T" && found?.body == "One." && found?.source == "The Example")
    #expect(found?.published == "2020-01-02T03:04:05Z" && found?.byline == "Ann Example")
    #expect(found?.language == "eng" && found?.imageURL == "https://e.example.com/a.jpg")
  }

  @Test("Lists of articles in XML")
  func listedArticles() {
    let found = read(
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <articles>
      <article id="0000001" published-at="2017-09-10" title="Ferry &amp; pier"><p>One <a href="x">link</a>.</p>
      <p>Two.</p></article>
      <article id="0000002" title="Crane"><p>Three.</p></article>
      <article><id>3</id><title>Ship</title><date>2018-01-02</date><text>Four.</text></article>
      </articles>
      """, as: .newsml
    ).documents
    #expect(found.map(\.title) == ["Ferry & pier", "Crane", "Ship"])
    #expect(found.map(\.key) == ["0000001", "0000002", "3"])
    #expect(found.map(\.body) == ["One link.\n\nTwo.", "Three.", "Four."])
    #expect(found.map(\.published) == ["2017-09-10", nil, "2018-01-02"])
    let other = read("<site><article><p>x</p></article></site>", as: .newsml)
    #expect(other.documents.isEmpty && other.rejections.map(\.reason) == [.notAnArticle])
    let empty = read("<articles></articles>", as: .newsml)
    #expect(empty.rejections.first?.message == "the list of articles is empty")
  }

  @Test("The field with the whole text is taken where another has its beginning")
  func fullerTexts() {
    let start = "The ferry is back after two years, the mayor of the island said on Monday."
    let full = "<p>\(start)</p><p>\(Self.prose)</p>"
    let both = document("{\"title\":\"T\",\"text\":\"\(start)\",\"content\":\"\(full)\"}")
    #expect(both?.body == full && both?.extra == nil)
    let cut = "The ferry is back after two years, the mayor of the island…"
    let page = "<html><body><h1>T</h1>\(full)</body></html>"
    let paged = document("{\"title\":\"T\",\"text\":\"\(cut)\",\"html\":\"\(page)\"}")
    #expect(paged?.body == page && paged?.shape == .html)
    let whole = document("{\"title\":\"T\",\"text\":\"\(start)\",\"html\":\"\(page)\"}")
    #expect(whole?.body == start)
    let other = document("{\"title\":\"T\",\"text\":\"Other words.\",\"content\":\"\(full)\"}")
    #expect(other?.body == "Other words." && other?.extra != nil)
    let row = read("title,text,content\nT,\(cut.replacing(",", with: ";")),\"\(full)\"\n", as: .csv)
    #expect(row.documents.first?.body == full && row.documents.first?.extra == nil)
    let mapped = try? FieldMapping(maps: ["body=text"])
    var options = IngestOptions()
    options.mapping = mapped ?? options.mapping
    let chosen = read(
      "{\"title\":\"T\",\"text\":\"\(start)\",\"content\":\"\(full)\"}", as: .jsonl,
      options: options)
    #expect(chosen.documents.first?.body == start)
  }
}
