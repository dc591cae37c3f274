import CorpusGenerator
import DatelineCore
import Testing

@Suite("Benchmark queries")
struct BenchmarkQueryTests {
  private let generator = CorpusGenerator(articles: 1500, seed: 12)

  @Test("every class has the wanted number of different queries, the same each time")
  func counts() {
    let queries = generator.queries(perClass: 20)
    #expect(queries == generator.queries(perClass: 20))
    for kind in BenchmarkQuery.Class.allCases {
      let texts = queries.filter { $0.kind == kind }.map(\.text)
      #expect(texts.count == 20 && Set(texts).count == 20, "\(kind.rawValue)")
    }
  }

  @Test("classes have the names of the query files")
  func names() {
    #expect(
      BenchmarkQuery.Class.allCases.map(\.rawValue) == [
        "term-rare", "term-mid", "term-common", "and", "or", "phrase", "phrase-term", "prefix",
        "title", "entity", "near",
      ])
  }

  @Test("rare, middling and common words are in few, some and many articles")
  func frequencies() {
    let articles = generator.map { document in
      Set(
        (document.body ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
    let queries = generator.queries(perClass: 20)
    func median(_ kind: BenchmarkQuery.Class) -> Int {
      let counts = queries.filter { $0.kind == kind }
        .map { query in articles.count(where: { $0.contains(query.text) }) }.sorted()
      return counts[counts.count / 2]
    }
    #expect((1...10).contains(median(.termRare)))
    #expect((15...110).contains(median(.termMid)))
    #expect(median(.termCommon) > 200)
  }

  @Test("every phrase and every conjunction is in an article")
  func hits() {
    let bodies = generator.map { document in
      (document.body ?? "").lowercased()
    }
    for query in generator.queries(perClass: 15) {
      switch query.kind {
      case .phrase:
        // A comma may stand between the words of a phrase.
        #expect(bodies.contains { $0.replacing(",", with: "").contains(query.text) })
      case .and:
        let words = query.text.split(separator: " ")
        #expect((2...3).contains(words.count))
        #expect(bodies.contains { body in words.allSatisfy { body.contains($0) } })
      case .near:
        let words = query.text.split(separator: " ")
        #expect(words.count == 2 && words[0] != words[1])
        #expect(bodies.contains { body in words.allSatisfy { body.contains($0) } })
      case .or:
        #expect((2...5).contains(query.text.split(separator: " ").count))
      case .prefix:
        #expect(query.text.utf8.count == 4)
      case .phraseTerm:
        #expect(query.text.split(separator: "\"").count == 2 && query.text.hasPrefix("\""))
      default:
        #expect(!query.text.isEmpty)
      }
    }
  }

  @Test("lines are read back, other lines are refused")
  func lines() {
    for query in generator.queries(perClass: 3) {
      #expect(BenchmarkQuery(line: query.line) == query)
    }
    #expect(BenchmarkQuery(line: "and") == nil)
    #expect(BenchmarkQuery(line: "and\t") == nil)
    #expect(BenchmarkQuery(line: "unknown\tword") == nil)
    #expect(BenchmarkQuery(line: "") == nil)
  }
}
