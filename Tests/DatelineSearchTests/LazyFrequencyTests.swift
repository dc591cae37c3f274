import DatelineAnalysis
import DatelineCore
import Testing

@testable import DatelineIndex
@testable import DatelineSearch

/// Frequencies that are computed when an article is looked at are those of counting all, and none is above its bound.
@Suite struct LazyFrequencyTests {
  private static let words = ["storm", "harbour", "bridge", "rates", "talks"]

  private static func articles(
    _ numbers: Range<Int>, _ random: inout SplitMix64
  ) -> [Article] {
    numbers.map { number in
      func text(_ most: Int) -> String {
        (0..<Int.random(in: 1...most, using: &random)).map { _ in
          random.next() % 3 == 0
            ? words[Int(random.next() % 5)] : "w\(random.next() % 900)"
        }.joined(separator: " ")
      }
      return .sample(
        "\(number)", title: number % 3 == 0 ? text(5) : "plain",
        body: text(number % 11 == 0 ? 300 : 30))
    }
  }

  /// The same articles counted one by one.
  private func counted(
    _ phrase: String, _ snapshot: IndexSnapshot, _ memory: IndexMemory
  ) throws -> ConceptFrequencies {
    let counts = try #require(try snapshot.counts(ofPhrase: phrase))
    return ConceptFrequencies(
      ConceptOccurrences(counts, mentions: nil, inLeadOnly: false),
      documentFrequency: Double(counts.articles.count), formula: memory.formula,
      lengths: memory.lengths)
  }

  /// - Parameter change: what is done to a file whose large segment has blocks.
  private func compare(_ change: (String, inout SplitMix64) throws -> Void) throws {
    var random = SplitMix64(seed: 7)
    let index = try TestIndex(Self.articles(0..<5000, &random))
    try change(index.path, &random)
    try IndexReader(path: index.path).read { snapshot in
      var memory = IndexMemory()
      try memory.update(snapshot)
      let table = FrequencyTable(memory.formula, memory.lengths.averages)
      for (number, word) in Self.words.enumerated() {
        for columns in ["{body title cjk_terms}", "title"] {
          let phrase = "\(columns) : \"\(word)\""
          let counts = try #require(try snapshot.counts(ofPhrase: phrase))
          let bounds = try #require(
            try snapshot.frequencyBounds(ofPhrase: phrase, memory.formula, memory.lengths))
          let lazy = try #require(
            ConceptFrequencies(
              PhraseFrequencies(counts, memory.formula, table, memory.lengths), bounds,
              lengths: memory.lengths))
          let expected = try counted(phrase, snapshot, memory)
          try #require(lazy.count == expected.count)
          #expect(lazy.documentFrequency == expected.documentFrequency)
          let windows = ConceptFrequencies.windows(memory.lengths.count)
          #expect(windows > 5)
          var isBelow = 0
          for window in 0..<windows {
            #expect(
              lazy.windowMaxima[window] >= expected.windowMaxima[window], "\(phrase) \(window)")
            if lazy.windowMaxima[window] < memory.formula.k1 + 1 { isBelow += 1 }
            // Some are filled, in others single articles are looked at.
            if window % 3 == number % 3 { lazy.view.fill(window: window) }
            #expect(lazy.view.places(inWindow: window) == expected.view.places(inWindow: window))
          }
          #expect(isBelow > windows / 2)
          for row in 0..<memory.lengths.count {
            let value = lazy.view.value(at: row)
            #expect(value.bitPattern == expected.view.value(at: row).bitPattern)
            #expect(value <= lazy.windowMaxima[row >> ConceptFrequencies.windowBits])
          }
          #expect(lazy.best == expected.best)
          for window in 0..<windows {
            #expect(lazy.windowMaxima[window] == expected.windowMaxima[window])
          }
        }
      }
    }
  }

  @Test func oneSegment() throws { try compare { _, _ in } }

  @Test func replacedAndAddedArticles() throws {
    try compare { path, random in
      for numbers in [40..<90, 3000..<3040, 6000..<6050] {
        let writer = try IndexWriter(path: path)
        try writer.write(Self.articles(numbers, &random))
        try writer.close()
      }
    }
  }

  @Test func severalLargeSegments() throws {
    try compare { path, random in
      let writer = try IndexWriter(path: path)
      try writer.write(Self.articles(5000..<9000, &random))
      try writer.close()
    }
  }
}
