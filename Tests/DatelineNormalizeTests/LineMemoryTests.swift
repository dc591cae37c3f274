import Testing

@testable import DatelineNormalize

@Suite struct LineMemoryTests {
  @Test func countsDocumentsNotOccurrences() {
    var memory = LineMemory()
    memory.learn(page: "Menu\nMenu\nStory one", source: "a")
    memory.learn(page: "Menu\n\nStory two", source: "a")
    memory.learn(page: "Menu", source: "b")
    #expect(memory.documents(with: "Menu", source: "a") == 2)
    #expect(memory.documents(with: "Story one", source: "a") == 1)
    #expect(memory.documents(with: "Menu", source: "b") == 1)
    #expect(memory.documents(with: "Menu", source: "c") == 0)
    #expect(memory.documents(of: "a") == 2)
    #expect(memory.count == 4)
  }

  @Test func thePageItselfCountsOnce() {
    var memory = LineMemory()
    for _ in 0..<5 { memory.learn(page: "Menu\nStory one", source: "a") }
    #expect(memory.documents(of: "a") == 1)
    #expect(memory.documents(with: "Menu", source: "a") == 1)
    memory.learn(page: "Menu\nStory one", source: "b")
    #expect(memory.documents(with: "Menu", source: "b") == 1)
  }

  @Test func staysWithinItsBoundForASource() {
    var memory = LineMemory(perSource: 100, total: 1000)
    for page in 0..<500 {
      let own = (0..<7).map { "line \(page) \($0)" }.joined(separator: "\n")
      memory.learn(page: "Menu\n" + own, source: "a")
      #expect(memory.count <= 100)
    }
    #expect(memory.documents(of: "a") == 500)
    #expect((3...500).contains(memory.documents(with: "Menu", source: "a")))
  }

  @Test func staysWithinItsBoundOverAll() {
    var memory = LineMemory(perSource: 100, total: 300)
    for page in 0..<200 {
      let text = (0..<40).map { "line \(page) \($0)" }.joined(separator: "\n")
      memory.learn(page: text, source: "source \(page)")
      #expect(memory.count <= 300)
    }
  }

  /// Sites of which one page is known go first: a crawl of many sites is no reason to forget a large one.
  @Test func sourcesStayWithinTheirBound() {
    var memory = LineMemory(perSource: 100, total: 100_000, sources: 50)
    for page in 0..<20 { memory.learn(page: "Menu\nstory \(page)", source: "large") }
    for site in 0..<500 {
      memory.learn(page: "Home\npage \(site)", source: "site \(site)")
      #expect(memory.count <= 2 * 50 + 21)
    }
    #expect(memory.documents(with: "Menu", source: "large") == 20)
    #expect(memory.documents(of: "site 499") == 1)
    #expect(memory.bytes < 50_000)
  }

  @Test func onePageLargerThanTheBound() {
    var memory = LineMemory(perSource: 10, total: 20)
    memory.learn(page: (0..<1000).map { "line \($0)" }.joined(separator: "\n"), source: "a")
    #expect(memory.count <= 10)
  }

  @Test func repeatedFromThreeDocumentsOrThirtyPercent() {
    func counts(_ documents: Int) -> LineMemory.Counts {
      var memory = LineMemory()
      for page in 0..<documents { memory.learn(page: "x \(page)", source: "a") }
      return memory.counts(of: "a")
    }
    #expect(counts(10).isRepeated(3))
    #expect(!counts(10).isRepeated(2))
    #expect(counts(6).isRepeated(2))
    #expect(!counts(2).isRepeated(1))
  }
}
