import CorpusGenerator
import DatelineCore
import Foundation
import Testing

@Suite("Corpus generator")
struct CorpusGeneratorTests {
  private func jsonLines(_ generator: CorpusGenerator, in range: Range<Int>? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    generator.writeJSONLines(in: range) { bytes.append(contentsOf: $0) }
    return bytes
  }

  private func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  @Test("the same seed gives the same articles, another seed others")
  func determinism() {
    let first = Array(CorpusGenerator(articles: 200, seed: 7))
    #expect(first == Array(CorpusGenerator(articles: 200, seed: 7)))
    let other = Array(CorpusGenerator(articles: 200, seed: 8))
    #expect(zip(first, other).allSatisfy { $0.body != $1.body })
    #expect(first.count == 200)
  }

  @Test("the first article of seed 1 never changes")
  func golden() throws {
    let article = try #require(Array(CorpusGenerator(articles: 1, seed: 1)).first)
    #expect(article.key == "news-00000000")
    let hash = (article.body ?? "").utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    #expect(hash == 7_668_528_827_250_020_265)
  }

  @Test("any range equals that part of the whole", arguments: [0..<1, 37..<90, 199..<200, 0..<200])
  func ranges(range: Range<Int>) {
    let generator = CorpusGenerator(articles: 200, seed: 3)
    #expect(Array(generator.documents(in: range)) == Array(Array(generator)[range]))
    let pieces =
      jsonLines(generator, in: 0..<range.lowerBound)
      + jsonLines(generator, in: range) + jsonLines(generator, in: range.upperBound..<200)
    #expect(pieces == jsonLines(generator))
  }

  @Test("a small corpus is the beginning of a larger one, but for dates")
  func prefix() {
    let small = CorpusGenerator(articles: 50, seed: 3)
    let large = CorpusGenerator(articles: 5000, seed: 3)
    for (left, right) in zip(small, large.documents(in: 0..<50)) {
      #expect(left.body == right.body && left.title == right.title && left.key == right.key)
    }
  }

  @Test("no articles, negative counts and ranges outside give nothing")
  func empty() {
    #expect(Array(CorpusGenerator(articles: 0, seed: 1)).isEmpty)
    #expect(Array(CorpusGenerator(articles: -5, seed: 1)).isEmpty)
    #expect(jsonLines(CorpusGenerator(articles: 0, seed: 1)).isEmpty)
    #expect(Array(CorpusGenerator(articles: 5, seed: 1).documents(in: 9..<20)).isEmpty)
    #expect(CorpusGenerator(articles: 0, seed: 1).queries(perClass: 5).isEmpty)
  }

  @Test("lengths of articles, titles and the share of copies are those of news")
  func lengths() {
    let generator = CorpusGenerator(articles: 3000, seed: 11)
    var lengths: [Int] = []
    var titles: [Int] = []
    for (index, article) in generator.enumerated()
    where generator.sourceOfCopy(at: index) == nil {
      lengths.append((article.body ?? "").split { $0.isWhitespace }.count)
      titles.append((article.title ?? "").split(separator: " ").count)
    }
    lengths.sort()
    #expect((380...460).contains(lengths[lengths.count / 2]))
    #expect((lengths.first ?? 0) >= 55 && (lengths.last ?? 0) <= 6100)
    #expect(lengths[lengths.count * 9 / 10] > 2 * lengths[lengths.count / 2])
    #expect(titles.allSatisfy { (6...13).contains($0) })
    #expect((60...130).contains(3000 - lengths.count), "about 3% of copies")
  }

  @Test("words follow Zipf's law and new ones keep appearing")
  func zipf() {
    var counts: [String: Int] = [:]
    var total = 0
    var vocabularyAt: [Int: Int] = [:]
    for (index, article) in CorpusGenerator(articles: 4000, seed: 5).enumerated() {
      for word in words(article.body ?? "") {
        counts[word, default: 0] += 1
        total += 1
      }
      vocabularyAt[index + 1] = counts.count
    }
    let ranked = counts.sorted { $0.value > $1.value }
    #expect(ranked[0].key == "the")
    #expect((0.04...0.07).contains(Double(ranked[0].value) / Double(total)))
    for rank in [20, 50, 100, 300, 1000, 3000] {
      let product = Double(ranked[rank - 1].value * rank) / Double(total)
      #expect((0.03...0.2).contains(product), "rank \(rank): frequency times rank \(product)")
    }
    let hapaxShare = Double(ranked.count(where: { $0.value == 1 })) / Double(ranked.count)
    #expect((0.25...0.65).contains(hapaxShare))
    // Heaps' exponent between 1000 and 4000 articles.
    let growth = Double(vocabularyAt[4000] ?? 0) / Double(vocabularyAt[1000] ?? 1)
    let exponent = Foundation.log(growth) / Foundation.log(4)
    #expect((0.3...0.7).contains(exponent), "exponent \(exponent)")
  }

  @Test("a word that an article has comes back in it more often than chance")
  func burstiness() {
    var articlesWith: [String: Int] = [:]
    var occurrences: [String: Int] = [:]
    for article in CorpusGenerator(articles: 1500, seed: 9) {
      let words = words(article.body ?? "")
      for word in words { occurrences[word, default: 0] += 1 }
      for word in Set(words) { articlesWith[word, default: 0] += 1 }
    }
    let middling = articlesWith.filter { (15...60).contains($0.value) }.keys
    let perArticle = middling.map { Double(occurrences[$0] ?? 0) / Double(articlesWith[$0] ?? 1) }
    #expect(perArticle.reduce(0, +) / Double(perArticle.count) > 1.25)
  }

  @Test("dates ascend from 2000 to 2026")
  func dates() throws {
    let published = CorpusGenerator(articles: 3000, seed: 2).map { $0.published ?? "" }
    #expect(published == published.sorted())
    #expect(published.first?.hasPrefix("2000-01-") == true)
    #expect(published.last?.hasPrefix("2026-0") == true)
    for text in published.prefix(300) {
      let date = try Date(text, strategy: .iso8601)
      #expect(date.formatted(.iso8601) == text)
    }
  }

  @Test("every line is a JSON object with the values of the document")
  func json() throws {
    let generator = CorpusGenerator(articles: 300, seed: 4)
    let lines = jsonLines(generator).split(separator: 0x0A)
    #expect(lines.count == 300)
    for (line, document) in zip(lines, generator) {
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: String]
      let expected = [
        "id": document.key, "title": document.title, "body": document.body,
        "published": document.published, "source": document.source, "url": document.url,
        "author": document.byline, "section": document.section,
      ].compactMapValues { $0 }
      #expect(object == expected)
      #expect(expected.count == 8)
    }
  }

  @Test("texts have quotes, accents, hyphens, numbers and paragraphs, but no loose spaces")
  func texture() {
    let bodies = CorpusGenerator(articles: 300, seed: 4).map { $0.body ?? "" }
    let all = bodies.joined()
    for sample in ["\"", "“", "’s", "-", "%", "é", "\n\n", "NATO", "Trump", "Jens Stoltenberg"] {
      #expect(all.contains(sample), "no \(sample)")
    }
    for body in bodies {
      #expect(!body.contains("  ") && !body.contains(" \n") && !body.contains("\n\n\n"))
      #expect(body == body.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  @Test("a copy shares most of its text with its source and is not equal to it")
  func copies() throws {
    let generator = CorpusGenerator(articles: 2000, seed: 6)
    let all = Array(generator)
    var copies = 0
    for index in all.indices {
      guard let source = generator.sourceOfCopy(at: index) else { continue }
      copies += 1
      #expect(source < index && index - source < 400)
      #expect(generator.sourceOfCopy(at: source) == nil)
      #expect(all[index].body != all[source].body && all[index].key != all[source].key)
      let left = shingles(all[index].body ?? "")
      let right = shingles(all[source].body ?? "")
      let shared = Double(left.intersection(right).count) / Double(min(left.count, right.count))
      #expect(shared > 0.6)
    }
    #expect(copies > 30)
    let unrelated = shingles(all[10].body ?? "").intersection(shingles(all[11].body ?? ""))
    #expect(unrelated.count < 20)
  }

  private func shingles(_ text: String) -> Set<[String]> {
    let words = words(text)
    guard words.count >= 4 else { return [] }
    return Set((0...words.count - 4).map { Array(words[$0..<$0 + 4]) })
  }
}
