import DatelineCore
import Foundation
import Testing

@testable import DatelineNormalize

@Suite struct FieldAuthorsTests {
  @Test(arguments: [
    ("['Jane Roe', 'Tom Li']", ["Jane Roe", "Tom Li"]),
    (#"["Jane Roe", "Tom Li"]"#, ["Jane Roe", "Tom Li"]),
    (#"['Jane Roe', "Brian O'Hara", 'Tom Li']"#, ["Jane Roe", "Brian O'Hara", "Tom Li"]),
    (#"['Brian O\'Hara']"#, ["Brian O'Hara"]),
    ("Jane Roe; Tom Li contributed reporting", ["Jane Roe"]),
    ("[Jane Roe, Tom Li]", ["Jane Roe", "Tom Li"]), ("[]", []), ("[None]", []), ("['']", []),
    ("nan", []), ("NaN", []), ("None", []), ("null", []), ("Unknown", []), ("N/A", []),
    ("https://www.facebook.com/janeroe", []),
    ("['Jane Roe', 'https://www.facebook.com/harbourwire']", ["Jane Roe"]),
    ("Jane Roe|Tom Li", ["Jane Roe", "Tom Li"]), ("Jane Roe; Tom Li", ["Jane Roe", "Tom Li"]),
    ("Roe, Jane", ["Jane Roe"]), ("Roe, Jane; Li, Tom", ["Jane Roe", "Tom Li"]),
    ("Jane Roe, Tom Li", ["Jane Roe", "Tom Li"]), ("By Jane Roe", ["Jane Roe"]),
    ("Jane Roe and Tom Li", ["Jane Roe", "Tom Li"]), ("['unfinished", ["['unfinished"]),
    ("TNN", []), ("Jane Roe | TNN", ["Jane Roe"]), ("For Daily Post", []),
    ("Jane Roe For Daily Post", ["Jane Roe"]), ("JANE ROE", ["Jane Roe"]),
    ("By JANE ROE and TOM LI", ["Jane Roe", "Tom Li"]), ("JANE ROE FOR MAILONLINE", ["Jane Roe"]),
    ("JANE K. O’BRIEN-MCNEIL", ["Jane K. O’Brien-McNeil"]), ("BBC NEWS", ["BBC NEWS"]),
    ("J. K. ROWE", ["J. K. Rowe"]), ("JK ROWE", ["JK Rowe"]), ("JOSÉ NÚÑEZ", ["José Núñez"]),
    ("TOM LI III", ["Tom Li III"]), ("AFP", ["AFP"]), ("Ford Marsh", ["Ford Marsh"]),
    ("Tom McNeil", ["Tom McNeil"]), ("JANE ROE; Jane Roe", ["Jane Roe"]),
  ])
  func areReadAsProgramsWriteThem(text: String, names: [String]) {
    #expect(FieldAuthors.names(text) == names)
  }

  @Test(arguments: ["nan", "NaN", "None", "null"])
  func emptyFieldsAreNoText(word: String) {
    let origin = Origin(file: "f", record: 1, offset: 0)
    var document = RawDocument(origin: origin, shape: .fields)
    document.title = "Storm closes the harbour"
    document.body = word
    document.standfirst = word
    guard
      case .article(let article, let warnings) = Normalizer(
        now: Date(), defaultSource: nil, memory: LineMemory()
      ).article(from: document)
    else {
      Issue.record("rejected")
      return
    }
    #expect(article.body.isEmpty && article.standfirst == nil && article.title == document.title)
    #expect(article.section == nil && article.source == nil && warnings.isEmpty)
    document.title = word
    guard
      case .rejected = Normalizer(now: Date(), defaultSource: nil, memory: LineMemory()).article(
        from: document)
    else {
      Issue.record("taken")
      return
    }
  }

  /// Marks out of order, which composing sorts, are cut to what real words can have.
  @Test func runsOfCombiningMarksAreLimited() {
    let marks = String(repeating: "\u{301}\u{316}", count: 20_000)
    let text = TextNormalizer.line("a\(marks) b\u{301} c")
    let scalars = Array(text.unicodeScalars)
    #expect(scalars.count <= CombiningMarks.most + 6)
    #expect(text.hasPrefix("á\u{316}") || text.unicodeScalars.first == "á")
    #expect(text.hasSuffix(" b\u{301} c".precomposedStringWithCanonicalMapping))
    let short = "a" + String(repeating: "\u{316}\u{301}", count: 15)
    #expect(TextNormalizer.line(short) == short.precomposedStringWithCanonicalMapping)
  }
}
