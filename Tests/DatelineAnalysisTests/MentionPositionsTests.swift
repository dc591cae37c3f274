import DatelineAnalysis
import DatelineCore
import Foundation
import Testing

@Suite struct MentionPositionsTests {
  private static let gazetteer = Gazetteer(
    parsing: """
      nato | org | NATO
      zurich | place | Zürich
      ada-marsh | person | Ada Marsh | surname: Marsh
      """)

  /// Entity and words of each place that the positions name.
  private func places(title: String, body: String) throws -> [String] {
    var tagger = ArticleTagger(gazetteer: Self.gazetteer)
    let tags = tagger.tags(title: title, body: body)
    #expect(tags.positions.count == tags.mentions.count)
    var places: [String] = []
    for (mention, positions) in zip(tags.mentions, tags.positions) {
      let list = try #require(
        try JSONSerialization.jsonObject(with: Data(positions.utf8)) as? [[Any]])
      #expect(list.count == min(mention.count, 100))
      for place in list {
        let field = try #require(place[0] as? String)
        let start = try #require(place[1] as? Int)
        let length = try #require(place[2] as? Int)
        let scalars = Array((field == "title" ? title : body).unicodeScalars)
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[(start - 1)..<(start - 1 + length)])
        places.append("\(Self.gazetteer.entities[mention.entity].id) \(field) \(words)")
      }
    }
    return places
  }

  @Test func positionsCountCodePoints() throws {
    #expect(
      try places(title: "NATO in Zürich", body: "In Zürich 😀 e\u{301} NATO met; N.A.T.O. too.") == [
        "nato title NATO", "nato body NATO", "nato body N.A.T.O", "zurich title Zürich",
        "zurich body Zürich",
      ])
  }

  @Test func onlyCountedFormsHavePositions() throws {
    #expect(try places(title: "", body: "Marsh resigned.") == [])
    #expect(
      try places(title: "Marsh resigns", body: "Ada Marsh resigned.")
        == ["ada-marsh title Marsh", "ada-marsh body Ada Marsh"])
    #expect(try places(title: "Nothing", body: "at all") == [])
  }

  @Test func theFirstHundredAreKept() throws {
    let body = String(repeating: "NATO met. ", count: 250)
    #expect(try places(title: "", body: body).count == 100)
    var tagger = ArticleTagger(gazetteer: Self.gazetteer)
    #expect(tagger.tags(title: "", body: body).mentions.first?.count == 250)
  }
}
