import DatelineCore
import Testing

@testable import DatelineNormalize

@Suite struct AuthorLineTests {
  private static let pieces = [
    "Ada Marsh", "Joe Bloggs", "joe bloggs", "Jörg Müller", "Élise Å. Öst", "Ana", "and", "AND",
    "und",
    "et", "y", "e", "i", "en", "ve", "&", "&amp;", "And", "  ", ",", ", ", ",,", ";", "; ", ":",
    ".", "Jr.",
    "jr", "J.R.", "Ph.D.", "PhD", "III", "Esq.", "MD", "By", "by ", "BY:", "Story by", "Von", "Par",
    "Di", "Author:", "auteur: ", "for", "in", "at", "Updated", "Published 3 May", "Posted", "Last",
    "|", "•", "·", " @ada", "–", "—", " - ", "--", "(Northgate)", "<b>", "</b>", "<",
    "Harbour Wire",
    "News", "Reuters", "editing by", "correspondent", "2", "½", "Ⅷ", "É.", "J. K.", "漢字", "李 明",
    "ß",
    "\u{A0}", "\n", "\t", "\u{200B}", "O'Neil-Marsh", "U.S.",
  ]

  @Test func bytesGiveWhatCharactersGive() {
    var generator = SplitMix64(seed: 11)
    var several = 0
    for _ in 0..<12_000 {
      let count = Int.random(in: 0..<8, using: &generator)
      let space = Int.random(in: 0..<4, using: &generator) == 0 ? "" : " "
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
        .joined(separator: space)
      let names = AuthorLine.takenApart(text)
      if names.count > 1 { several += 1 }
      #expect(names == ReferenceAuthorLine.takenApart(text), "\(text.debugDescription)")
      #expect(
        AuthorLine.normalize(text) == ReferenceAuthorLine.normalize(text),
        "\(text.debugDescription)")
    }
    #expect(several > 500)
  }

  @Test(arguments: [
    ("Jeremy Gaunt , European Investment Correspondent", ["Jeremy Gaunt"]),
    ("Ada Marsh and Joe Bloggs and Eve Stone", ["Ada Marsh", "Joe Bloggs", "Eve Stone"]),
    ("Jörg Müller & Zoë Öst – Harbour Wire", ["Jörg Müller", "Zoë Öst"]),
    ("by", []),
    ("Ada Marsh, Joe B.", ["Ada Marsh", "Joe B."]),
    ("Ada Marsh, Øyvind Å.", ["Ada Marsh", "Øyvind Å."]), ("Ada Marsh, øyvind berg", ["Ada Marsh"]),
    ("Ada Marsh, Room ½", ["Ada Marsh"]),
  ])
  func bylines(text: String, expected: [String]) {
    #expect(AuthorLine.names(text) == expected)
  }
}
