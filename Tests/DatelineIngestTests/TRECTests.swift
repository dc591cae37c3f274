import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("Newswire of TREC and Gigaword")
struct TRECTests {
  private func document(_ text: String, path: String = "x") -> RawDocument? {
    let events = read(text, as: nil, path: path)
    #expect(events.rejections.isEmpty)
    return events.documents.first
  }

  @Test("Associated Press: lines as they were cut, the date in the file's name")
  func associatedPress() {
    let found = document(
      """
      <DOC>
      <DOCNO> AP880212-0001 </DOCNO>
      <FILEID>AP-NR-02-12-88 2344EST</FILEID>
      <FIRST>u i AM-Ferry     02-12 0398</FIRST>
      <HEAD>Ferry & Crane Return</HEAD>
      <HEAD>Second Line</HEAD>
      <DATELINE>PORTO, Portugal (AP) </DATELINE>
      <BYLINE>By ANN EXAMPLE</BYLINE>
      <TEXT>
         Boats ran again on Friday,
      two years late.
         ``Good,'' said one.
      </TEXT>
      </DOC>
      """, path: "ap880212")
    #expect(found?.key == "AP880212-0001" && found?.title == "Ferry & Crane Return")
    #expect(found?.published == "1988-02-12 23:44 EST" && found?.source == "Associated Press")
    #expect(found?.byline == "By ANN EXAMPLE")
    #expect(
      found?.body == "Boats ran again on Friday,\ntwo years late.\n   ``Good,'' said one.")
    #expect(found?.extra == #"{"dateline":"PORTO, Portugal (AP)"}"#)
  }

  @Test("Los Angeles Times: everything in paragraphs")
  func losAngelesTimes() {
    let found = document(
      """
      <DOC>
      <DOCNO> LA010189-0001 </DOCNO>
      <DOCID> 1 </DOCID>
      <DATE><P>January 1, 1989, Sunday, Home Edition </P></DATE>
      <SECTION><P>Metro; Part 2; Page 1; Metro Desk </P></SECTION>
      <HEADLINE><P>FERRY RETURNS; </P><P>BOATS RUN AGAIN; </P></HEADLINE>
      <BYLINE><P>By ANN EXAMPLE, Staff Writer </P></BYLINE>
      <TEXT>
      <P>One. </P>
      <P>Two. </P>
      </TEXT>
      <GRAPHIC><P>Photo, A boat </P></GRAPHIC>
      </DOC>
      """)
    #expect(found?.title == "FERRY RETURNS; BOATS RUN AGAIN" && found?.body == "One.\n\nTwo.")
    #expect(found?.published == "January 1, 1989, Sunday, Home Edition")
    #expect(found?.section == "Metro" && found?.source == "Los Angeles Times")
    #expect(found?.extra == #"{"graphic":"Photo, A boat"}"#)
  }

  @Test("Financial Times and Wall Street Journal: leads apart, what stands round headlines")
  func papers() {
    let times = document(
      """
      <DOC>
      <DOCNO>FT911-1</DOCNO>
      <PROFILE>_AN-X</PROFILE>
      <DATE>910514
      </DATE>
      <HEADLINE>
      FT  14 MAY 91 / City News: Ferry returns
      </HEADLINE>
      <TEXT>
      Boats run again.
      </TEXT>
      <PUB>The Financial Times
      </PUB>
      </DOC>
      """)
    #expect(times?.title == "City News: Ferry returns" && times?.published == "1991-05-14")
    #expect(times?.source == "The Financial Times" && times?.body == "Boats run again.")
    let journal = document(
      """
      <DOC>
      <DOCNO>
      WSJ911011-0071
      </DOCNO>
      <HL>
      Ferry Returns
      @ Two Years Late
      @ ----
      @ By Ann Example
      </HL>
      <DATE>
      10/11/91
      </DATE>
      <SO>
      WALL STREET JOURNAL (J), PAGE A1
      </SO>
      <LP>
      The lead.
      </LP>
      <TEXT>
      The text.
      </TEXT>
      </DOC>
      """)
    #expect(journal?.title == "Ferry Returns Two Years Late")
    #expect(journal?.published == "1991-10-11" && journal?.body == "The lead.\n\nThe text.")
    #expect(journal?.source == "Wall Street Journal")
  }

  @Test("AQUAINT: a body round headline and text")
  func aquaint() {
    let found = document(
      """
      <DOC>
      <DOCNO> APW19980601.0004 </DOCNO>
      <DOCTYPE> NEWS STORY </DOCTYPE>
      <DATE_TIME> 06/01/1998 00:17:00 </DATE_TIME>
      <HEADER>
      w3600 &Cx1f; wstm-
      </HEADER>
      <BODY>
      <SLUG> BC-Ferry </SLUG>
      <HEADLINE>
      Ferry returns
      </HEADLINE>
      <TEXT>
      <P>
         Boats run &UR; again &AMP; again.
      </P>
      <P> Two. </P>
      </TEXT>
      </BODY>
      <TRAILER> AP-NY-06-01-98 0017EDT </TRAILER>
      </DOC>
      """)
    #expect(found?.title == "Ferry returns" && found?.published == "1998-06-01 00:17:00")
    #expect(found?.body == "Boats run  again & again.\n\nTwo.")
    #expect(found?.source == "Associated Press")
  }

  @Test("Gigaword: stories are taken, all other documents rejected with their type")
  func gigaword() {
    let story = """
      <DOC id="AFP_ENG_20030401.0001" type="story" >
      <HEADLINE>
      Ferry returns
      </HEADLINE>
      <DATELINE>
      Porto, April 1 (AFP)
      </DATELINE>
      <TEXT>
      <P>
      Boats run again.
      </P>
      </TEXT>
      </DOC>

      """
    let others = ["multi", "advis", "other"].map { story.replacing("story", with: $0) }
    let events = read(others.joined() + story, as: nil, path: "afp_eng_200304")
    #expect(events.rejections.map(\.reason) == [.notAnArticle, .notAnArticle, .notAnArticle])
    #expect(events.rejections.first?.message == "a document of the type \"multi\" is no story")
    let found = events.documents.first
    #expect(found?.origin.record == 4 && found?.key == "AFP_ENG_20030401.0001")
    #expect(found?.published == "2003-04-01" && found?.language == "en")
    #expect(found?.source == "Agence France-Presse" && found?.body == "Boats run again.")
  }

  @Test("Files with names that say nothing hold articles; documents without text do not")
  func others() {
    let buffer = InputBuffer(
      source: ByteSource(bytes: Array("<DOC>\n<DOCNO> AP1 </DOCNO>\n<TEXT>x</TEXT>\n</DOC>".utf8)))
    #expect(ArticleSniffer.holdsArticles(buffer, FieldMapping()))
    #expect(read("<DOC><DOCNO>AP1</DOCNO></DOC>", as: nil).outline == ["1@0 !empty"])
    let mixed = "<DOC><TEXT>x</TEXT></DOC>\n<REUTERS><TEXT><BODY>y</BODY></TEXT></REUTERS>"
    #expect(read(mixed, as: .sgml).documents.map(\.body) == ["x", "y"])
  }

  @Test("Codes of wires go, other signs stay")
  func codes() {
    let text = "AT&T; Q&As; &UR; R&D &amp; &Cx1f;x &hyph; &"
    #expect(TRECVocabulary.withoutCodes(text) == "AT&T; Q&As;  R&D &amp; x - &")
  }

  @Test(
    "Days in identifiers",
    arguments: [
      ("XIE19960101.0002", "1996-01-01"), ("AP880212-0001", "1988-02-12"),
      ("LA010289-0001", "1989-01-02"), ("FT911-1", nil), ("AP881312-0001", nil),
      ("SJMN91-06364022", nil), ("NYT", nil),
    ])
  func identifiers(identifier: String, day: String?) {
    #expect(TRECVocabulary.dateInIdentifier(identifier) == day)
  }
}
