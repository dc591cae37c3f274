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

  /// Other tools may store what is no UTF-8.
  @Test(
    arguments: [[0x61, 0xE2, 0x82], [0x61, 0xC3], [0x20, 0xF4, 0x80], [0xC3], [0xF4]] as [[UInt8]])
  func tokensStayWithinATextThatEndsWithinACharacter(bytes: [UInt8]) {
    var folded: [UInt8] = []
    var ends: [Int] = []
    var buffer = TokenBuffer()
    bytes.withUnsafeBufferPointer { bytes in
      Tokenizer().forEachToken(in: bytes, folded: &folded) { _, _, end in ends.append(end) }
      buffer.fill(from: bytes)
    }
    ends += buffer.withSpans { $0.map { Int($0.end) } }
    #expect(!ends.isEmpty && ends.allSatisfy { $0 <= bytes.count })
  }
}
