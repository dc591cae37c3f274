import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("Exports of news libraries")
struct LibraryExportTests {
  private static let first =
    "The council approved a plan to dredge the outer harbour on Tuesday after\na long night of talks."
  private static let second = "Two engineers questioned the sale."

  private func documents(_ text: String) -> [RawDocument] {
    let events = readOnce(
      Array(text.utf8), as: .text, path: "export/a.txt", options: IngestOptions(),
      chunkSize: 1 << 18)
    #expect(events.rejections.isEmpty)
    return events.documents
  }

  private func paragraphs(_ document: RawDocument) -> [String] {
    (document.body ?? "").split(separator: "\n\n").map {
      $0.split(separator: "\n").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  @Test("LexisNexis: each document is a record with its labelled lines")
  func lexisNexis() throws {
    let text = """
                                   1 of 2 DOCUMENTS

                                   The Elm Bay Post

                                 March 5, 2019 Tuesday
                                  Late Edition - Final

      Harbour to Be Deepened
      Next Year

      BYLINE: By JANE ROE

      SECTION: Section A; Column 1; Pg. 1

      LENGTH: 52 words

      DATELINE: ELM BAY

      BODY:

        \(Self.first)

        \(Self.second)

      URL: http://www.bay.example/

      LOAD-DATE: March 6, 2019

      LANGUAGE: ENGLISH

                        Copyright 2019 The Elm Bay Post
                              All Rights Reserved

                                   2 of 2 DOCUMENTS

                                   The Elm Bay Post

                                 March 7, 2019 Thursday

      HEADLINE: Lighthouse Is Not for Sale

      BYLINE: TOM LI

      LENGTH: 40 words

      HIGHLIGHT: The mayor wants to keep it.

      BODY:
      \(Self.second)

      LOAD-DATE: March 8, 2019

                        Copyright 2019 The Elm Bay Post
      """
    let found = documents(text)
    try #require(found.count == 2)
    #expect(
      found.map(\.title) == ["Harbour to Be Deepened Next Year", "Lighthouse Is Not for Sale"])
    #expect(found.map(\.source) == ["The Elm Bay Post", "The Elm Bay Post"])
    #expect(found.map(\.byline) == ["By JANE ROE", "TOM LI"])
    #expect(found.map(\.published) == ["March 5, 2019 Tuesday", "March 7, 2019 Thursday"])
    #expect(found[0].section == "Section A" && found[0].language == "ENGLISH")
    #expect(found[1].standfirst == "The mayor wants to keep it.")
    #expect(
      paragraphs(found[0]) == [
        Self.first.split(separator: "\n").joined(separator: " "), Self.second,
      ])
    #expect(paragraphs(found[1]) == [Self.second])
    #expect(found.map(\.origin.record) == [1, 2])
    #expect(found[1].origin.offset > found[0].origin.offset)
    #expect(found.allSatisfy { $0.shape == .fields && $0.contentHash != nil })
  }

  @Test("LexisNexis: one document, and a paragraph that begins like a label")
  func singleDocument() {
    let export = LibraryExport(
      """
                         1 of 1 DOCUMENT

                         The Coast Post

                       March 5, 2024 Tuesday

      Pier in Elm Bay closes

      LENGTH: 40 words

      BODY:
      The northern pier closes on Monday.

      Type: a new kind of concrete will be used.

      The work takes six months.

      LOAD-DATE: March 6, 2024
      """)
    let documents = export?.documents.map(\.document) ?? []
    #expect(documents.count == 1)
    #expect(documents.first?.title == "Pier in Elm Bay closes")
    #expect(documents.first?.body?.contains("a new kind of concrete") == true)
    #expect(documents.first?.body?.contains("six months") == true)
    #expect(documents.first?.body?.contains("LOAD-DATE") == false)
  }

  @Test("Factiva: codes whose number stands on the line of its code")
  func numbersBehindTheirCode() {
    let documents = (1...2).map { number in
      """
      HD  Pier \(number) closes for repairs
      WC  40 words
      PD  5 March 2024
      SN  The Coast Post
      LP  The northern pier closes on Monday.
      TD  The work takes six months.
      AN  Document CSTPST0020240305ek350000\(number)
      """
    }
    let export = LibraryExport(documents.joined(separator: "\n\n"))
    #expect(
      export?.documents.map(\.document.title) == [
        "Pier 1 closes for repairs", "Pier 2 closes for repairs",
      ])
  }

  @Test("LexisNexis: newer exports say where a document ends")
  func newerLexisNexis() throws {
    let text = """
      Harbour to Be Deepened
      The Elm Bay Post
      March 5, 2019 Tuesday

      Copyright 2019 The Elm Bay Post All Rights Reserved

      Section: Section A; Pg. 1
      Length: 52 words
      Byline: By Jane Roe
      Body

      \(Self.first)

      \(Self.second)

      Load-Date: March 6, 2019
      End of Document

      Lighthouse Is Not for Sale

      The Elm Bay Post

      March 7, 2019 Thursday

      Copyright 2019 The Elm Bay Post All Rights Reserved

      Length: 40 words
      Body

      \(Self.second)

      Classification

      Language: ENGLISH
      End of Document
      """
    let found = documents(text)
    try #require(found.count == 2)
    #expect(found.map(\.title) == ["Harbour to Be Deepened", "Lighthouse Is Not for Sale"])
    #expect(found.map(\.source) == ["The Elm Bay Post", "The Elm Bay Post"])
    #expect(found[0].byline == "By Jane Roe" && found[1].byline == nil)
    #expect(found.map(\.published) == ["March 5, 2019 Tuesday", "March 7, 2019 Thursday"])
    #expect(found.map { paragraphs($0).count } == [2, 1])
    #expect(found[1].language == "ENGLISH")
  }

  @Test("Factiva: fields with codes")
  func codes() throws {
    let text = """
      HD
      Harbour to be deepened
      BY
      Jane Roe
      WC
      52 words
      PD
      5 March 2019
      ET
      10:30
      SN
      The Elm Bay Post
      SC
      ELMBP
      LA
      English
      CY
      (c) 2019 The Elm Bay Post
      LP

      \(Self.first)

      TD

      \(Self.second)

      AN
      Document ELMBP00020190305ef35000xx

      HD   Lighthouse is not for sale
      WC   40 words
      PD   7 March 2019
      SN   The Elm Bay Post
      LP
      \(Self.second)
      AN   Document ELMBP00020190307ef37000yy
      """
    let found = documents(text)
    try #require(found.count == 2)
    #expect(found.map(\.title) == ["Harbour to be deepened", "Lighthouse is not for sale"])
    #expect(found.map(\.source) == ["The Elm Bay Post", "The Elm Bay Post"])
    #expect(found.map(\.byline) == ["Jane Roe", nil])
    #expect(found.map(\.published) == ["5 March 2019 10:30", "7 March 2019"])
    #expect(found.map { paragraphs($0).count } == [2, 1])
    #expect(found.map(\.key) == ["ELMBP00020190305ef35000xx", "ELMBP00020190307ef37000yy"])
  }

  @Test("Factiva: lines in a fixed order")
  func lines() throws {
    let text = """
      Harbour to be deepened

      Jane Roe
      52 words
      5 March 2019
      10:30
      The Elm Bay Post
      ELMBP
      1
      English
      (c) 2019 The Elm Bay Post

      \(Self.first)

      \(Self.second)

      Document ELMBP00020190305ef35000xx

      Business
      Lighthouse is not for sale

      By Tom Li
      1,040 words
      7 March 2019
      The Elm Bay Post
      ELMBP
      English
      Copyright 2019. The Elm Bay Post.

      \(Self.second)

      Document ELMBP00020190307ef37000yy
      """
    let found = documents(text)
    try #require(found.count == 2)
    #expect(found.map(\.title) == ["Harbour to be deepened", "Lighthouse is not for sale"])
    #expect(found.map(\.source) == ["The Elm Bay Post", "The Elm Bay Post"])
    #expect(found.map(\.byline) == ["Jane Roe", "By Tom Li"])
    #expect(found.map(\.published) == ["5 March 2019", "7 March 2019"])
    #expect(found.map { paragraphs($0).count } == [2, 1])
    #expect(found[1].section == "Business" && found[1].language == "English")
  }

  @Test(
    "Other texts are one page",
    arguments: [
      "The judge saw 2 of 40 DOCUMENTS\nand 1 of 40 DOCUMENTS", "End of Document",
      "1 of 2 DOCUMENTS\n\nThe list goes on.",
      "It is called\nDocument ELMBP00020190305ef35000xx\nby them.",
      "Document of the year\n52 words",
    ])
  func otherTexts(text: String) {
    let found = documents(text + "\n\n" + Self.first)
    #expect(found.count == 1 && found.first?.shape == .page)
  }

  @Test("Long files without an end are read in linear time")
  func isLinear() {
    for piece in [
      "1 of 2 DOCUMENTS\nLENGTH: 5 words\n", "HD\nWC\n", "BODY:\nEnd of Document\nLength: 1\n",
    ] {
      _ = LibraryExport(
        String(repeating: piece, count: 20_000) + "\nDocument AAAAA00020190305ef35000xx")
    }
  }
}
