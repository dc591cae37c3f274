import DatelineCore
import Testing

@testable import DatelineIngest

/// JSON as pandas, Python and Elasticsearch write it.
@Suite struct JSONDialectTests {
  private func check(
    _ text: String, _ format: InputFormat?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let events = read(text, as: format)
    #expect(events.rejections.isEmpty, sourceLocation: sourceLocation)
    #expect(events.documents.map(\.title) == ["A", "B"], sourceLocation: sourceLocation)
    #expect(events.documents.map(\.body) == ["one", "two"], sourceLocation: sourceLocation)
    #expect(events.documents.map(\.origin.record) == [1, 2], sourceLocation: sourceLocation)
    #expect(
      Set(events.documents.map(\.contentHash)).count == 2, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    #"[{"title":"A","text":"one","n":NaN,"v":[Infinity,-Infinity]},{"title":"B","text":"two","n":NaN}]"#,
    "{\"title\":\"A\",\"text\":\"one\",\"n\":NaN}\n{\"title\":\"B\",\"text\":\"two\",\"date\":-Infinity}\n",
    #"[{"title":"A","text":"one","n":-Infinity,"m":123456789012345678901234567890},{"title":"B","text":"two"}]"#,
  ])
  func numbersThatAreNone(text: String) {
    check(text, nil)
  }

  @Test func numbersThatAreNoneAreNullAndTextStays() {
    let text = #"{"title":"NaN \" Infinity","text":"one","n":NaN,"v":[-Infinity]}"#
    let document = read(text, as: .jsonl).documents.first
    #expect(document?.title == "NaN \" Infinity")
    #expect(document?.extra == #"{"n":null,"v":[null]}"#)
    #expect(read(#"{"title":"A","n":NaNo}"#, as: .jsonl).rejections.count == 1)
  }

  @Test(arguments: [
    #"{"columns":["title","text","n"],"index":[0,1],"data":[["A","one",1],["B","two",null]]}"#,
    #"{"title":{"0":"A","1":"B"},"text":{"0":"one","1":"two"},"n":{"0":null,"1":2}}"#,
    #"{"0":{"title":"A","text":"one"},"1":{"title":"B","text":"two"}}"#,
    #"{"a7": {"title":"A","text":"one"}, "a8": {"title":"B","text":"two"}}"#,
    #"{"schema":{"fields":[{"name":"title"}]},"data":[{"index":0,"title":"A","text":"one"},{"title":"B","text":"two"}]}"#,
    #"[["title","text","n"],["A","one",1],["B","two",{"x":[1,2]}]]"#,
    "[\"title\",\"text\"]\n[\"A\",\"one\"]\n[\"B\",\"two\"]\n",
  ])
  func tables(text: String) {
    check(text, nil)
    check(text, .json)
  }

  @Test func columnsWithoutNamesAreKept() {
    let text = #"{"columns":["title","text","n"],"data":[["A","one",{"x": [1, 2]}]]}"#
    #expect(read(text, as: .json).documents.first?.extra == #"{"n":{"x": [1, 2]}}"#)
  }

  @Test(arguments: [
    #"{"title":{"rendered":"A"},"text":{"rendered":"one"}}"#,
    #"{"title":{"text":"A"},"body":{"text":"one"}}"#,
    #"{"article":{"title":"A","text":"one"},"meta":{"title":"x"}}"#,
  ])
  func objectsOfObjectsAreNoTables(text: String) {
    let documents = read(text, as: .json).documents
    #expect(documents.map(\.title) == ["A"])
    #expect(documents.map(\.body) == ["one"])
  }

  @Test func resultsOfElasticsearch() {
    let hit =
      #"{"_index":"n","_id":"7","_source":{"title":"A","text":"one","@timestamp":"2024-01-01"}}"#
    for text in [hit, #"{"took":3,"hits":{"total":{"value":1},"hits":[\#(hit)]}}"#] {
      let document = read(text, as: nil).documents.first
      #expect(document?.key == "7")
      #expect(document?.published == "2024-01-01")
    }
  }

  @Test func requestsOfElasticsearchAreNoRecords() {
    let text = """
      {"index":{"_index":"n","_id":"7"}}
      {"title":"A","text":"one"}
      {"create":{"_id":8}}
      {"title":"B","text":"two","id":"9"}
      {"index":{}}
      {"title":"C","text":"three"}

      """
    let events = read(text, as: .jsonl)
    #expect(events.rejections.isEmpty)
    #expect(events.documents.map(\.key) == ["7", "9", nil])
    #expect(events.documents.map(\.title) == ["A", "B", "C"])
  }

  @Test func marksBeforeRecords() {
    check("\u{FEFF}[{\"title\":\"A\",\"text\":\"one\"},{\"title\":\"B\",\"text\":\"two\"}]", nil)
    check("\u{FEFF}{\"title\":\"A\",\"text\":\"one\"}\n{\"title\":\"B\",\"text\":\"two\"}\n", nil)
  }

  @Test(
    "Other dates of the file tell the order of day and month",
    arguments: [
      (["03/04/2021", "25/04/2021", "05/06/2021"], [.dayFirst, nil, .dayFirst]),
      (["04/25/2021", "03/04/2021 10:30"], [nil, .monthFirst]),
      (["03\\/04\\/2021", "25\\/04\\/2021"], [.dayFirst, nil]),
      (["03/04/2021", "05/05/2021"], [nil, nil]),
      (["03/04/2021", "25/04/2021", "04/25/2021"], [nil, nil, nil]),
    ] as [([String], [RawDocument.DateOrder?])])
  func dateOrder(dates: [String], expected: [RawDocument.DateOrder?]) {
    let records = dates.map { #"{"title": "A", "text": "one", "date": "\#($0)"}"# }
    let lines = read(records.joined(separator: "\n"), as: .jsonl)
    #expect(lines.documents.map(\.dateOrder) == expected)
    let list = read("[" + records.joined(separator: ",") + "]", as: .json)
    #expect(list.documents.map(\.dateOrder) == expected)
  }
}
