import DatelineAnalysis
import Testing

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("NATO's chief", ["nato", "s", "chief"]),
    ("N.A.T.O.", ["n", "a", "t", "o"]),
    ("Erdoğan, Łódź & São Paulo", ["erdogan", "łodz", "sao", "paulo"]),
    ("C-130 COVID-19", ["c", "130", "covid", "19"]),
    ("1,200.50", ["1", "200", "50"]),
    ("", []),
    (" ,;! ", []),
    ("北京 東京", ["北京", "東京"]),
  ])
  func cutsAndFolds(text: String, tokens: [String]) {
    #expect(Tokenizer().tokens(of: text) == tokens)
  }

  @Test func rangesAreThoseOfTheText() {
    var text = "Zürich: “NATO” x\u{0301}y"
    var folded: [UInt8] = []
    var words: [String] = []
    text.withUTF8 { bytes in
      Tokenizer().forEachToken(in: bytes, folded: &folded) { _, start, end in
        words.append(String(decoding: bytes[start..<end], as: UTF8.self))
      }
    }
    #expect(words == ["Zürich", "NATO", "x\u{0301}y"])
  }

  @Test func marksBeginNoToken() {
    #expect(Tokenizer().tokens(of: "\u{0301}a \u{0301} b\u{0301}") == ["a", "b"])
  }
}
