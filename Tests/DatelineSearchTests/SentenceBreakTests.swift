import DatelineAnalysis
import Testing

@testable import DatelineSearch

@Suite struct SentenceBreakTests {
  /// The sentences of a text.
  static func sentences(_ text: String) -> [String] {
    var result: [String] = []
    var text = text
    text.withUTF8 { bytes in
      var folded: [UInt8] = []
      var previous: Range<Int>?
      var start = 0
      Tokenizer().forEachToken(in: bytes, folded: &folded) { _, lower, upper in
        if let last = previous,
          let found = SentenceBreak.inGap(between: last, and: lower..<upper, bytes)
        {
          result.append(String(decoding: bytes[start..<found.end], as: UTF8.self))
          start = found.next
        }
        previous = lower..<upper
      }
      result.append(String(decoding: bytes[start...], as: UTF8.self))
    }
    return result
  }

  /// Texts in which `|` stands where a sentence ends.
  @Test(arguments: [
    "The storm came. | It broke the bridge! | Did it? | Yes.",
    "He met Mr. Smith and Gen. Mark Milley. | They spoke with Dr. Lee of the U.S. Senate.",
    "Troops of the U.S. Army left. | He lives in the U.S. | The house is old.",
    "J. K. Rowling wrote it with George W. Bush. | Nobody knew.",
    "Prices rose 2.5 per cent to $3.75. | Fuel cost more.",
    "“We will go.” | “When?” he asked. | \"Now.\" | Then they went.",
    "He said (as always.) | She left. | [Laughter.] | They sat.",
    "It was 5 p.m. | The doors opened at 6 p.m. Friday.",
    "Acme Inc. said so. | Acme Corp. fell. | He works for Acme Inc. | The firm is small.",
    "On Jan. 5 it snowed, on page no. 7. | He said no. | We left.",
    "Mr. X, e.g. the mayor, i.e. nobody, left. | Yahoo! said nothing.",
    "Wait... what? | Hm . . . | So be it… | The end.",
    "東京大学が発表した。| 世界で初めてだ！| 本当か？| はい。",
    "「行きます。」と彼は述べた。| 「はい。」| 彼は去った。",
    "他说：“我来了。”| 她走了。",
    "هل وصل الرئيس؟ | نعم وصل اليوم. | ثم غادر.",
    "یہ ایک خبر ہے۔ | وہ چلا گیا۔",
    "यह एक समाचार है। | वह चला गया। | हिन्दी में.",
    "« Bonjour. » | Il partit. | Pourquoi ? | Parce que.",
    "Am 3. Mai kam er. | Im Jahr 2016. | Danach ging er.",
    "A heading\n|\nThe text begins. | It goes on\nin the next line of a mail.",
    "First paragraph\n\n|lower case paragraph",
    "A line\n|Another line",
    "www.example.com is a site, v2.0 a version. | See it.",
  ])
  func sentencesEndWhereReadersSeeIt(text: String) {
    let expected = text.split(separator: "|").map { $0.trimmed }
    let found = Self.sentences(text.replacing("|", with: "")).map(\.trimmed)
    #expect(found == expected)
  }

  @Test func breaksLieBetweenTheTokens() {
    var text = "One.  \n\n  “Two” three"
    let found = text.withUTF8 { bytes in
      SentenceBreak.inGap(between: 0..<3, and: 13..<16, bytes)
    }
    #expect(found == SentenceBreak(end: 4, next: 10, isParagraph: true))
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
