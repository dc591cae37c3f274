import DatelineCore
import Testing

@testable import DatelineIngest

/// Tables as programs and people outside of RFC 4180 and the English language write them.
@Suite struct DelimitedDialectTests {
  @Test(arguments: [
    "Titel;Datum;Autor;Text;Quelle", "Überschrift;Erscheinungsdatum;Verfasser;Volltext;Zeitung",
    "Titre;Date de publication;Auteur;Texte;Source", "Título;Fecha;Autor;Texto;Fuente",
    "titulo;fecha_publicacion;autores;contenido;medio", "Titolo;Data;Autore;Testo;Fonte",
    "Título;Data;Autor;Conteúdo;Fonte", "Titel;Publicatiedatum;Auteur;Inhoud;Bron",
    "Заголовок;Дата;Автор;Текст;Источник", "Tytuł;Data;Autor;Treść;Źródło",
    "标题;日期;作者;正文;来源", "タイトル;日付;著者;本文;出典",
  ])
  func headersInOtherLanguages(header: String) {
    for delimiter in [";", "\t", ","] {
      let row = "Hafen;2024-03-01;Ada Marsh;Der Hafen wird vertieft.;Westerby Bote"
      let text = (header + "\n" + row).replacing(";", with: delimiter)
      for format in [InputFormat.csv, nil] {
        let document = read(text, as: format).documents.first
        #expect(document?.title == "Hafen")
        #expect(document?.published == "2024-03-01")
        #expect(document?.byline == "Ada Marsh")
        #expect(document?.body == "Der Hafen wird vertieft.")
        #expect(document?.source == "Westerby Bote")
        #expect(document?.extra == nil)
      }
    }
  }

  @Test func englishNamesComeFirst() {
    let document = read("Titel,title,text,data\nA,B,one,x\n", as: .csv).documents.first
    #expect(document?.title == "B")
    #expect(document?.extra == #"{"Titel":"A"}"#)
  }

  @Test func listsCalledDataStayLists() {
    let text = #"{"data": [{"title": "A", "text": "one", "data": "2024-03-01"}]}"#
    let documents = read(text, as: .json).documents
    #expect(documents.map(\.title) == ["A"])
    #expect(documents.map(\.published) == ["2024-03-01"])
    let nested = read(#"{"title": "A", "text": "one", "data": {"title": "x"}}"#, as: .json)
      .documents
    #expect(nested.first?.published == nil)
  }

  @Test func addressesAsSourcesAreTheArticles() {
    let document = read("Titel;Text;Quelle\nA;one;https://a.example/b", as: .csv).documents.first
    #expect(document?.url == "https://a.example/b")
    #expect(document?.source == nil)
  }

  @Test func backslashesBeforeQuotationMarks() {
    let text = """
      title,text,date
      "The \\"Westerby\\" sails",one,2024-03-01
      "A, \\"B\\", C","He said: \\"no\\"",2024-03-02
      "Over
      \\"two\\" lines","C:\\\\temp\\\\",2024-03-03
      "last \\"",a \\"plain\\" b,2024-03-04

      """
    let documents = read(text, as: .csv).documents
    #expect(
      documents.map(\.title) == [
        "The \"Westerby\" sails", "A, \"B\", C", "Over\n\"two\" lines", "last \"",
      ])
    #expect(documents.map(\.body) == ["one", "He said: \"no\"", "C:\\temp\\", "a \"plain\" b"])
    #expect(documents.map(\.published) == (1...4).map { "2024-03-0\($0)" })
  }

  @Test func backslashesBeforeDoubledQuotationMarksAreText() {
    let text = "title,text\n\"a\\\"\" b\",one\n\"C:\\temp\\\",two\n5\\\" nails,three\n"
    let documents = read(text, as: .csv).documents
    #expect(documents.map(\.title) == ["a\\\" b", "C:\\temp\\", "5\\\" nails"])
  }

  private func orders(_ dates: [String], header: String = "title,text,date") -> [RawDocument
    .DateOrder?]
  {
    let delimiter = header.contains(";") ? ";" : ","
    let rows = dates.map { ["A", "one", $0].joined(separator: delimiter) }
    return read(([header] + rows).joined(separator: "\n"), as: .csv).documents.map(\.dateOrder)
  }

  @Test func otherDatesOfTheColumnTellTheOrder() {
    #expect(orders(["03/04/2021", "25/04/2021", "05/06/2021"]) == [.dayFirst, nil, .dayFirst])
    #expect(orders(["04/25/2021", "03/04/2021 10:30"]) == [nil, .monthFirst])
    #expect(orders(["25-04-21", "2021-04-03", "3-4-2021"]) == [nil, nil, .dayFirst])
  }

  @Test func columnsInBothOrdersAndWithoutSignsTellNone() {
    #expect(orders(["03/04/2021", "25/04/2021", "04/25/2021"]) == [nil, nil, nil])
    #expect(orders(["03/04/2021", "05/05/2021"]) == [nil, nil])
    #expect(orders(["03/04/2021"], header: "Titel,Text,Datum") == [.likelyDayFirst])
    #expect(orders(["03/04/2021"], header: "title;text;date") == [.likelyDayFirst])
  }
}
