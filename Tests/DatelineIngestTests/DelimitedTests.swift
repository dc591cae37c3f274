import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("Delimited text")
struct DelimitedTests {
  @Test("Rows with number and offset; quoted cells over several lines, doubled quotes, CRLF")
  func rows() {
    let text = "title,text\r\nA,\"one\r\ntwo, \"\"three\"\"\"\r\n\r\nB,four\r\n"
    let events = read(text, as: .csv)
    #expect(events.outline == ["1@12 one\r\ntwo, \"three\"", "2@39 four"])
    #expect(events.documents.map(\.title) == ["A", "B"])
  }

  @Test("A last row without a line end, line ends of old Macs, a byte order mark")
  func lineEnds() {
    #expect(read("title,text\nA,one", as: .csv).outline == ["1@11 one"])
    #expect(read("title,text\rA,one\rB,two\r", as: .csv).outline == ["1@11 one", "2@17 two"])
    #expect(read("\u{FEFF}title,text\nA,one", as: .csv).documents.map(\.title) == ["A"])
  }

  @Test("A quotation mark inside an unquoted cell is a character")
  func literalQuote() {
    #expect(
      read("title,text\nA,6\" nails\nB,two", as: .csv).outline == ["1@11 6\" nails", "2@22 two"])
  }

  @Test(
    "The delimiter is told from the header",
    arguments: [
      "title;text\nA, B;one", "title|text\nA, B|one", "title\ttext\nA, B\tone",
      "sep=;\ntitle;text\nA, B;one",
    ])
  func delimiters(text: String) {
    let events = read(text, as: .csv)
    #expect(events.documents.map(\.title) == ["A, B"])
    #expect(events.documents.map(\.body) == ["one"])
  }

  @Test("Rows with too few and too many cells")
  func raggedRows() {
    let events = read("title,text,date\nA,one\nB\nC,two,2016-05-04,x\n", as: .csv)
    #expect(events.documents.map(\.title) == ["A", "B", "C"])
    #expect(events.documents.map(\.published) == [nil, nil, "2016-05-04"])
    // Over several lines a wrong number is the mark of a missing quotation mark.
    let broken = read("title,text,date\nA,\"one\ntwo\"\nB,three,2016-05-04\n", as: .csv)
    #expect(broken.outline == ["1@16 !malformed", "2@28 three"])
    let extra = read("title,text\nA,one,x,,y\n", as: .csv).documents.first?.extra
    #expect(extra == "{\"column3\":\"x\",\"column5\":\"y\"}")
  }

  @Test("Columns without a place are kept in extra")
  func extra() {
    let events = read("id,title,text,bias,bias,\n7,A,one,\"l\"\"eft\",\n8,B,two,,c,d", as: .csv)
    #expect(events.documents.map(\.key) == ["7", "8"])
    #expect(
      events.documents.map(\.extra) == [
        "{\"bias\":\"l\\\"eft\"}", "{\"bias_5\":\"c\",\"column6\":\"d\"}",
      ])
  }

  @Test("Without a header the columns are named by number and must be mapped")
  func noHeader() throws {
    let text = "\"3\",\"Fears for pension\",\"Unions say\"\n\"4\",\"The race\",\"A team\"\n"
    let unmapped = read(text, as: .csv)
    #expect(unmapped.outline == ["1@0 !not an article", "2@37 !not an article"])
    #expect(unmapped.rejections.first?.message.contains("--map") == true)
    var options = IngestOptions()
    options.mapping = try FieldMapping(maps: ["title=column2", "body=column3"])
    let mapped = read(text, as: .csv, options: options)
    #expect(mapped.outline == ["1@0 Unions say", "2@37 A team"])
    #expect(mapped.documents.map(\.title) == ["Fears for pension", "The race"])
    #expect(mapped.documents.first?.extra == "{\"column1\":\"3\"}")
  }

  @Test("A header is recognised by a name that the user mapped")
  func mappedHeader() throws {
    var options = IngestOptions()
    options.mapping = try FieldMapping(maps: ["body=Meldung"])
    #expect(read("nr,meldung\n1,one\n", as: .csv, options: options).outline == ["1@11 one"])
  }

  @Test("Empty rows and cells")
  func empty() {
    #expect(read("title,text\n,\n   \n\"\",x\n", as: .csv).outline == ["1@11 !empty", "2@17 x"])
    #expect(read("", as: .csv).rejections.map(\.message) == ["the file is empty"])
    #expect(
      read("title,text\n", as: .csv).rejections.map(\.message)
        == ["the table has no rows below its header"])
  }

  @Test("A quotation mark that is never closed is reported")
  func unclosedAtEnd() {
    let events = read("title,text\nA,one\nB,\"two\nthree, and\nfour", as: .csv)
    #expect(events.outline == ["1@11 one", "2@17 !malformed"])
  }

  @Test("Rows behind a quotation mark that is not closed are found again")
  func unclosedInside() {
    let text = """
      id,title,text,date
      1,A,"one",2016-05-01
      2,B,"two,2016-05-02
      3,C,"three",2016-05-03
      4,D,"four, with ""quotes""
      and lines",2016-05-04
      5,E,"five",2016-05-05
      """
    let events = read(text, as: .csv)
    #expect(events.documents.map(\.key) == ["1", "3", "4", "5"])
    #expect(events.rejections.map(\.origin) == [Origin(file: "file", record: 2, offset: 40)])
  }

  @Test("A row larger than the limit is skipped")
  func tooLarge() {
    var options = IngestOptions()
    options.maxRecordBytes = 60
    let long = String(repeating: "x", count: 300)
    let text = "id,title,text\n1,A,one\n2,B,\(long)\n3,C,three\n4,D,\"\(long)\"\n5,E,five"
    let events = read(text, as: .csv, options: options)
    #expect(events.documents.map(\.key) == ["1", "3", "5"])
    #expect(events.rejections.map(\.reason) == [.tooLarge, .tooLarge])
    #expect(events.rejections.map(\.origin.record) == [2, 4])
  }

  @Test("Tab separated: quotation marks are characters unless they enclose a cell")
  func tabs() {
    let text = """
      title\ttext
      "Star" dies\tone
      "Unclosed\ttwo
      "Quoted\ttab"\t"over
      lines"
      C\tthree "x" 
      """
    let events = read(text, as: .tsv)
    #expect(
      events.documents.map(\.title) == ["\"Star\" dies", "\"Unclosed", "Quoted\ttab", "C"])
    #expect(events.documents.map(\.body) == ["one", "two", "over\nlines", "three \"x\""])
    #expect(events.documents.map(\.origin.offset) == [11, 27, 41, 67])
    #expect(events.rejections.isEmpty)
  }

  @Test("NUL bytes are kept, invalid UTF-8 is read as windows-1252")
  func bytes() {
    let events = read(
      Array("title,text\nA,caf".utf8) + [0xE9, 0x00, 0x93] + Array("é\n".utf8), as: .csv)
    #expect(events.documents.map(\.body) == ["café\0\u{201C}é"])
  }

  @Test("Random damage never crashes or hangs, and pieces make no difference")
  func mutations() {
    var generator = SplitMix64(seed: 99)
    let original = Array(
      ("id,title,text,date\r\n1,\"A\",\"x, \"\"y\"\"\nz\",2016\n2,B,\"é\",2017\n\n"
        + "3,C,t\t\"u\",\n4,D,\"v\",2018\n").utf8)
    let alphabet: [UInt8] = Array("\"\",;\t\n\r a".utf8) + [0, 0xFF]
    for round in 0..<3000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        let byte = alphabet.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[position] = byte
        case 1: bytes.insert(byte, at: position)
        default: bytes.remove(at: position)
        }
      }
      let format: InputFormat = round % 2 == 0 ? .csv : .tsv
      let whole = readOnce(bytes, as: format, options: IngestOptions(), chunkSize: 4096)
      let pieces = readOnce(
        bytes, as: format, options: IngestOptions(), chunkSize: round % 5 + 1)
      #expect(whole == pieces, "round \(round): \(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
