import CorpusGenerator
import DatelineAnalysis
import DatelineIndex
import Foundation

/// Draws queries of every class from the articles of an index, so that nearly all have hits.
///
/// Reads up to ``sampleSize`` articles, evenly spaced; the same index gives the same queries.
struct BenchQuerySampler {
  static let sampleSize = 1_000

  private struct Sample {
    var title: [String]
    var body: [String]
  }

  private let samples: [Sample]
  private let frequency: [String: Int]
  private let names: [String]

  /// Reads the sample.
  /// - Throws: an error of the database.
  init(path: String) throws {
    let reader = try IndexReader(path: path)
    let ids = try reader.read { try $0.ids() }
    let step = max(1, ids.count / Self.sampleSize)
    let tokenizer = Tokenizer()
    samples = try stride(from: 0, to: ids.count, by: step).compactMap { index in
      guard let article = try reader.article(id: ids[index]) else { return nil }
      return Sample(
        title: tokenizer.tokens(of: article.title),
        body: Array(tokenizer.tokens(of: article.body).prefix(2_000)))
    }
    var frequency: [String: Int] = [:]
    for sample in samples {
      for word in Set(sample.body) { frequency[word, default: 0] += 1 }
    }
    self.frequency = frequency
    names = try reader.statistics(top: 200).entities.map(\.name)
  }

  /// Up to `perClass` queries of each class.
  func queries(perClass: Int) -> [BenchmarkQuery] {
    let count = Double(max(1, samples.count))
    func words(_ shares: ClosedRange<Double>) -> [String] {
      frequency.filter { shares.contains(Double($0.value) / count) && isContent($0.key) }
        .keys.sorted { TokenSpan.hash(of: Array($0.utf8)) < TokenSpan.hash(of: Array($1.utf8)) }
    }
    var queries: [BenchmarkQuery] = []
    func add(_ kind: BenchmarkQuery.Class, _ texts: some Sequence<String>) {
      queries += texts.prefix(perClass).map { BenchmarkQuery(kind: kind, text: $0) }
    }
    add(.termRare, words(0...0.002))
    add(.termMid, words(0.01...0.06))
    add(.termCommon, words(0.15...0.6))
    add(.and, pick { contentWords($0.body, 2 + $1 % 2) })
    add(.or, pick { contentWords($0.body, 2 + $1 % 4) })
    add(.phrase, pick { run($0.body, at: $1 * 7) })
    add(
      .phraseTerm,
      pick { sample, index in
        guard let phrase = run(sample.body, at: index * 5),
          let word = contentWords(sample.body, 1)
        else { return nil }
        return "\"\(phrase)\" \(word)"
      })
    add(.prefix, pick { sample, _ in contentWords(sample.body, 1).map { String($0.prefix(4)) } })
    add(.title, pick { sample, _ in contentWords(sample.title, 1) })
    add(.entity, names)
    add(.near, pick { neighbours($0.body, at: $1 * 3) })
    return queries
  }

  private func pick(_ make: @escaping (Sample, Int) -> String?) -> some Sequence<String> {
    samples.enumerated().lazy.compactMap { make($0.element, $0.offset) }
  }

  private func isContent(_ word: String) -> Bool {
    word.utf8.count >= 5 && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// Some content words of a text, as many as asked for.
  private func contentWords(_ tokens: [String], _ count: Int) -> String? {
    let words = Array(Set(tokens.filter(isContent))).sorted {
      TokenSpan.hash(of: Array($0.utf8)) < TokenSpan.hash(of: Array($1.utf8))
    }
    return words.count < count ? nil : words.prefix(count).joined(separator: " ")
  }

  /// Two content words that stand less than ten words apart.
  private func neighbours(_ tokens: [String], at position: Int) -> String? {
    guard
      let first = tokens.indices.dropFirst(position % max(tokens.count, 1)).first(where: {
        isContent(tokens[$0])
      })
    else { return nil }
    let others = tokens[(first + 1)..<min(tokens.count, first + 10)]
    return others.first { isContent($0) && $0 != tokens[first] }.map { "\(tokens[first]) \($0)" }
  }

  /// Two words that stand side by side.
  private func run(_ tokens: [String], at position: Int) -> String? {
    guard tokens.count > 2 else { return nil }
    let start = position % (tokens.count - 1)
    return tokens[start] + " " + tokens[start + 1]
  }
}
