import Testing

@testable import DatelineAnalysis

/// The byte-wise helpers do what Swift's own do by characters.
@Suite struct PiecesTests {
  @Test(arguments: ["", "|", "a", "a|b", "|a||b|", " a | b ", "ä|ö|", "x|y|zz"])
  func piecesAreThoseOfSplit(text: String) {
    #expect(text[...].pieces(at: UInt8(ascii: "|")) == text.split(separator: "|"))
    let inner = ("|q|" + text + "|r|").dropFirst(3).dropLast(3)
    #expect(inner.pieces(at: UInt8(ascii: "|")) == text.split(separator: "|"))
  }

  @Test(arguments: [
    "", "NATO", "U.S.", "Nato", "A", "A1", "ÖBB", "Öbb", "É", "12", "A B", "ß", "ΑΕΚ", "Αεκ",
  ])
  func capitalsAreThoseOfTheLetters(text: String) {
    let letters = text.filter(\.isLetter)
    #expect(text.isInCapitals == (letters.count >= 2 && letters == letters.uppercased()))
  }
}
