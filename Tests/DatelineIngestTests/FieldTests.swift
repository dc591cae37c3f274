import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

@Suite("Fields")
struct FieldTests {
  private func document(_ text: String, _ options: IngestOptions = IngestOptions()) -> RawDocument?
  {
    read(text, as: .jsonl, options: options).documents.first
  }

  @Test("Every field by its plain name")
  func plainNames() {
    let text = """
      {"id":"k","title":"t","standfirst":"s","body":"b","published":"p","url":"u","source":"so",\
      "byline":"by","section":"se","language":"en"}
      """
    #expect(
      document(text)
        == RawDocument(
          origin: Origin(file: "file"), key: "k", title: "t", standfirst: "s", body: "b",
          published: "p", url: "u", source: "so", byline: "by", section: "se", language: "en",
          contentHash: Array(text.utf8).withUnsafeBufferPointer(ContentHash.text)))
  }

  @Test("Every usual name is recognised, in any case and spelling")
  func usualNames() {
    for (field, names) in FieldNames.standard {
      for (rank, name) in names.enumerated() {
        let spellings = [
          name, name.uppercased(), "_" + name, name.prefix(1) + "-" + name.dropFirst(),
        ]
        for spelling in spellings {
          #expect(FieldMapping().role(of: String(spelling)) == .field(field, rank: rank))
        }
      }
    }
    #expect(FieldMapping().role(of: "Publish Date") == FieldMapping().role(of: "publish_date"))
  }

  @Test("No name stands for two fields")
  func distinctNames() {
    let names = FieldNames.standard.flatMap(\.names)
    #expect(Set(names).count == names.count)
  }

  @Test("Of several fields the preferred one with a value wins, the others are kept")
  func preference() {
    let found = document(#"{"text":"t","body":" ","content":"c","headline":"h","title":null}"#)
    #expect(found?.body == "t")
    #expect(found?.title == "h")
    #expect(found?.extra == #"{"content":"c"}"#)
  }

  @Test("The identifier is not the text")
  func allSidesShape() {
    let text = """
      {"topic":"media","source":"USA TODAY","bias":1,"url":"https://e.org/x","title":"T",\
      "date":"2017-05-18","authors":"A, B","content":"Body .","content_original":"Body.",\
      "source_url":"www.e.org","bias_text":"center","ID":"0CtnFbpB0a7wAFyR"}
      """
    let found = document(text)
    #expect(found?.key == "0CtnFbpB0a7wAFyR")
    #expect(found?.body == "Body.")
    #expect(found?.section == "media")
    #expect(found?.byline == "A, B")
    #expect(found?.extra?.hasPrefix(#"{"bias":1,"content":"Body .","source_url""#) == true)
  }

  @Test("A summary is the text when there is no other")
  func summaryOnly() {
    #expect(document(#"{"title":"t","description":"d"}"#)?.body == "d")
    #expect(document(#"{"title":"t","description":"d"}"#)?.standfirst == nil)
    #expect(document(#"{"title":"t","description":"d","text":"x"}"#)?.standfirst == "d")
    #expect(document(#"{"title":"t"}"#)?.body == nil)
  }

  @Test("Numbers keep their notation")
  func numbers() {
    let found = document(
      #"{"id":123456789012345678901234567890,"body":"b","timestamp":1468316400,"x":1.50e400}"#)
    #expect(found?.key == "123456789012345678901234567890")
    #expect(found?.published == "1468316400")
    #expect(found?.extra == #"{"x":1.50e400}"#)
    #expect(document(#"{"id": -0.10 ,"body":"b"}"#)?.key == "-0.10")
    #expect(read(#"{"id":01e999,"body":"b"}"#, as: .jsonl).outline == ["1@0 !malformed"])
  }

  @Test("Arrays and objects in the place of a text")
  func structuredValues() {
    let text = """
      {"body":["p1",["s1","s2"],{"type":"x","content":"p3"},null],"authors":["A",{"name":"B"}],\
      "source":{"id":"cnn","name":"CNN"},"title":{"rendered":"T"},"_id":{"$oid":"abc"},\
      "date":{"$date":{"$numberLong":"1468316400000"}},"category":["x","y"],"url":["u1","u2"]}
      """
    let found = document(text)
    #expect(found?.body == "p1\n\ns1 s2\n\np3")
    #expect(found?.byline == "A; B")
    #expect(found?.source == "CNN")
    #expect(found?.title == "T")
    #expect(found?.key == "abc")
    #expect(found?.published == "1468316400000")
    #expect(found?.section == "x, y")
    #expect(found?.url == "u1")
    #expect(found?.extra == nil)
  }

  @Test("Truth values are no text")
  func truthValues() {
    let found = document(#"{"body":"b","source":false,"title":true}"#)
    #expect(found?.title == nil)
    #expect(found?.extra == #"{"source":false,"title":true}"#)
  }

  @Test("A domain is the source only when nothing better is given")
  func domain() {
    #expect(document(#"{"domain":"e.org","body":"b"}"#)?.source == "e.org")
    #expect(document(#"{"domain":"e.org","body":"b","publisher":"E"}"#)?.source == "E")
    let options = IngestOptions(source: "Default")
    #expect(document(#"{"body":"b","publisher":"E"}"#, options)?.source == "E")
    #expect(document(#"{"body":"b"}"#, options)?.source == "Default")
  }

  @Test("Unknown fields are kept as one JSON object")
  func extra() throws {
    let found = document(
      #"{"body":"b", "a\"\u00e9" : "x\ny" , "n":[1, {"k" : "v, w"}] ,"o":{},"z":null}"#)
    #expect(found?.extra == #"{"a\"\u00e9":"x\ny","n":[1, {"k" : "v, w"}],"o":{},"z":null}"#)
    let printed = read("{\n \"body\": \"b\",\n \"n\": [\n  1,\n  \"a b\"\n ]\n}", as: .json)
    #expect(printed.documents.first?.extra == #"{"n":[1,"a b"]}"#)
    let parsed = try JSONSerialization.jsonObject(with: Data((found?.extra ?? "").utf8))
    #expect((parsed as? [String: Any])?.count == 4)
  }

  @Test("The record proper inside an envelope")
  func envelopes() {
    let hit = document(#"{"_index":"n","_id":"7","_source":{"title":"t","body":"b","x":1}}"#)
    #expect(hit?.key == "7")
    #expect(hit?.body == "b")
    #expect(hit?.extra == #"{"_index":"n","x":1}"#)
    let guardian = document(
      #"{"id":"w/1","webTitle":"t","fields":{"bodyText":"b","trailText":"s"}}"#)
    #expect(guardian?.body == "b")
    #expect(guardian?.standfirst == "s")
    #expect(document(#"{"article":{"title":"t","text":"b"}}"#)?.title == "t")
  }

  @Test("Records without a title and a text")
  func noText() {
    #expect(read(#"{"title":" ","body":""}"#, as: .jsonl).outline == ["1@0 !empty"])
    let other = read(#"{"name":"x","price":3}"#, as: .jsonl)
    #expect(other.outline == ["1@0 !not an article"])
    #expect(other.rejections.first?.message.contains("name, price") == true)
    #expect(read("{}", as: .jsonl).outline == ["1@0 !not an article"])
  }

  @Test("Mapped names come first, dropped ones are nowhere")
  func mapping() throws {
    var options = IngestOptions()
    options.mapping = try FieldMapping(
      maps: ["body=articleText", "Body=fallback", "key=column_7"], drops: ["title", "noise"])
    let found = document(
      #"{"article_text":"a","body":"b","title":"t","headline":"h","column7":5,"noise":1,"x":2}"#,
      options)
    #expect(found?.body == "a")
    #expect(found?.key == "5")
    #expect(found?.title == nil)
    #expect(found?.extra == #"{"body":"b","x":2}"#)
    #expect(document(#"{"articletext":"","fallback":"f","body":"b"}"#, options)?.body == "f")
    #expect(document(#"{"body":"b"}"#, options)?.body == "b")
  }

  @Test("Changes and pictures, where they are such")
  func changesAndPictures() {
    let taken = document(
      #"{"body":"b","date_modify":"2024-01-02","image_url":"https://e.example.com/a.jpg"}"#)
    #expect(taken?.modified == "2024-01-02" && taken?.extra == nil)
    #expect(taken?.imageURL == "https://e.example.com/a.jpg")
    let kept = document(#"{"body":"b","updated":true,"image":"a.jpg","thumbnail":7}"#)
    #expect(kept?.modified == nil && kept?.imageURL == nil)
    #expect(kept?.extra == #"{"updated":true,"image":"a.jpg","thumbnail":7}"#)
    let object = document(#"{"body":"b","image":{"caption":"c","url":"https://e.example.com/a"}}"#)
    #expect(object?.imageURL == "https://e.example.com/a")
    let rows = "title,body,modified,image\nT,B,yes,https://e.example.com/a\n"
    let row = read(rows, as: .csv).documents.first
    #expect(row?.imageURL == "https://e.example.com/a" && row?.extra == #"{"modified":"yes"}"#)
  }

  @Test("Output of news-please and of trafilatura")
  func extractors() {
    let newsPlease = document(
      #"""
      {"authors":["Ann Example","Bo Sample"],"date_download":"2024-01-03 00:00:00",
      "date_modify":"2024-01-02 08:00:00","date_publish":"2024-01-01 08:00:00","description":"D",
      "filename":"f.json","image_url":"https://e.example.com/a.jpg","language":"en",
      "localpath":null,"maintext":"M","source_domain":"e.example.com","title":"T","text":null,
      "url":"https://e.example.com/x"}
      """#.replacing("\n", with: ""))
    #expect(newsPlease?.body == "M" && newsPlease?.standfirst == "D")
    #expect(newsPlease?.byline == "Ann Example; Bo Sample")
    #expect(newsPlease?.published == "2024-01-01 08:00:00")
    #expect(newsPlease?.modified == "2024-01-02 08:00:00")
    #expect(newsPlease?.source == "e.example.com" && newsPlease?.url == "https://e.example.com/x")
    #expect(newsPlease?.imageURL == "https://e.example.com/a.jpg")
    let trafilatura = document(
      #"""
      {"title":"T","author":"Ann Example; Bo Sample","hostname":"e.example.com","date":"2024-01-01",
      "fingerprint":"f0","id":null,"license":null,"comments":"","raw_text":"a b","text":"a\nb",
      "language":null,"image":"https://e.example.com/a.jpg","pagetype":"article",
      "filedate":"2024-02-02","source":"https://e.example.com/x","source-hostname":"Example News",
      "excerpt":"D","categories":"","tags":"x"}
      """#.replacing("\n", with: ""))
    #expect(trafilatura?.url == "https://e.example.com/x" && trafilatura?.source == "Example News")
    #expect(trafilatura?.byline == "Ann Example; Bo Sample" && trafilatura?.standfirst == "D")
    #expect(trafilatura?.body == "a\nb" && trafilatura?.published == "2024-01-01")
    #expect(trafilatura?.extra?.contains("raw_text") == false)
    let plain = document(#"{"source":"https://e.example.com/feed","title":"T"}"#)
    #expect(plain?.source == "https://e.example.com/feed" && plain?.url == nil)
  }

  @Test("Arguments that are no mapping")
  func badMapping() {
    #expect(throws: FieldMappingError.notAnAssignment("body")) {
      try FieldMapping(maps: ["body"])
    }
    #expect(throws: FieldMappingError.unknownField("bodi")) {
      try FieldMapping(maps: ["bodi=text"])
    }
    #expect(throws: FieldMappingError.emptyName("body=_")) {
      try FieldMapping(maps: ["body=_"])
    }
    #expect(FieldMappingError.unknownField("x").description.contains("standfirst"))
  }

  @Test("Many different names")
  func manyNames() {
    let members = (0..<500).map { "\"f\($0)\":\($0)" }.joined(separator: ",")
    let text = "{\(members),\"body\":\"b\"}\n{\"body\":\"c\",\(members)}"
    let events = read(text, as: .jsonl)
    #expect(events.documents.map(\.body) == ["b", "c"])
    #expect(events.documents.map(\.extra) == ["{\(members)}", "{\(members)}"])
  }
}
