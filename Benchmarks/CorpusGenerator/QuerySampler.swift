import DatelineCore

/// Draws queries from the articles of a corpus, so that every one has at least one hit.
struct QuerySampler {
  /// Articles that are read, evenly spread; frequencies are estimated from them.
  private static let sampleSize = 1000

  private struct Sample {
    var title: [String]
    /// Sentences of the body, each a list of words; `nil` where a token is not one ASCII word.
    var sentences: [[String?]]
  }

  private var samples: [Sample] = []
  private var articlesWithWord: [String: Int] = [:]
  private var random: SplitMix64
  private let stopWords: Set<String>

  init(_ generator: CorpusGenerator) {
    random = SplitMix64(seed: generator.seed, label: 6, index: 0)
    stopWords = Set(FunctionWords.all.map { $0.description })
    let count = min(generator.articles, Self.sampleSize)
    for number in 0..<count {
      let index = generator.articles / count * number + generator.articles % count * number / count
      for document in generator.documents(in: index..<index + 1) { add(document) }
    }
  }

  private mutating func add(_ document: RawDocument) {
    let sentences = (document.body ?? "").utf8.split { $0 == 0x2E || $0 == 0x0A }.map { sentence in
      sentence.split(separator: 0x20).map { Self.word($0) }
    }
    let title = (document.title ?? "").utf8.split(separator: 0x20).compactMap { Self.word($0) }
    samples.append(Sample(title: title, sentences: sentences))
    for word in Set(sentences.joined().compactMap { $0 }) {
      articlesWithWord[word, default: 0] += 1
    }
  }

  /// The token in lower case when it is letters of ASCII only, but for punctuation at its end.
  private static func word(_ token: Substring.UTF8View) -> String? {
    var letters: [UInt8] = []
    for byte in token {
      if byte == 0x2C && letters.count == token.count - 1 { continue }
      guard (byte | 0x20) &- 97 < 26 else { return nil }
      letters.append(byte | 0x20)
    }
    return letters.count > 1 ? String(decoding: letters, as: UTF8.self) : nil
  }

  /// `count` queries of a class, without repetition where the corpus has that many.
  mutating func queries(_ kind: BenchmarkQuery.Class, count: Int) -> [BenchmarkQuery] {
    var found: [BenchmarkQuery] = []
    var seen: Set<String> = []
    var attempts = 0
    while found.count < count && attempts < count * 200 && !samples.isEmpty {
      attempts += 1
      guard let text = draw(kind), seen.insert(text).inserted else { continue }
      found.append(BenchmarkQuery(kind: kind, text: text))
    }
    return found
  }

  private mutating func draw(_ kind: BenchmarkQuery.Class) -> String? {
    switch kind {
    case .termRare: return term(in: 0...0.0021)
    case .termMid: return term(in: 0.01...0.06)
    case .termCommon: return term(in: 0.15...1)
    case .and: return words(2 + random.below(2))
    case .or: return words(2 + random.below(4))
    case .phrase: return phrase(2 + random.below(2))
    case .phraseTerm:
      let sample = pickSample()
      guard let phrase = phrase(2, of: sample), let other = contentWord(of: sample) else {
        return nil
      }
      return "\"\(phrase)\" \(other)"
    case .prefix:
      guard let word = contentWord(of: pickSample()), word.utf8.count >= 6 else { return nil }
      return String(word.prefix(4))
    case .title:
      let words = pickSample().title.filter { !stopWords.contains($0) }
      guard let first = pick(words), let second = pick(words) else { return nil }
      return first == second || random.chance(permille: 500) ? first : "\(first) \(second)"
    case .near: return neighbours()
    case .entity:
      return Names.entities[Vocabulary.shared.entity(&random)].description
    }
  }

  /// A word whose share of the sampled articles lies in a range.
  private mutating func term(in share: ClosedRange<Double>) -> String? {
    guard let word = contentWord(of: pickSample()) else { return nil }
    let articles = Double(articlesWithWord[word] ?? 0)
    // In a small corpus, one article is already a large share: rare then means just that one.
    let value = share.lowerBound == 0 && articles == 1 ? 0 : articles / Double(samples.count)
    return share.contains(value) ? word : nil
  }

  /// Different words of one article.
  private mutating func words(_ count: Int) -> String? {
    let sample = pickSample()
    var words: [String] = []
    for _ in 0..<count * 4 where words.count < count {
      if let word = contentWord(of: sample), !words.contains(word) { words.append(word) }
    }
    return words.count == count ? words.joined(separator: " ") : nil
  }

  private mutating func phrase(_ count: Int) -> String? {
    phrase(count, of: pickSample())
  }

  /// Adjacent words of one sentence, at least one of them no function word.
  private mutating func phrase(_ count: Int, of sample: Sample) -> String? {
    guard let sentence = pick(sample.sentences), sentence.count >= count else { return nil }
    let start = random.below(sentence.count - count + 1)
    let words = sentence[start..<start + count].compactMap { $0 }
    guard words.count == count, words.contains(where: { !stopWords.contains($0) }) else {
      return nil
    }
    return words.joined(separator: " ")
  }

  /// Two content words of one sentence that stand less than ten words apart.
  private mutating func neighbours() -> String? {
    guard let sentence = pick(pickSample().sentences), sentence.count > 1 else { return nil }
    let start = random.below(sentence.count)
    let end = min(sentence.count, start + 10)
    guard let first = sentence[start], let second = pick(Array(sentence[start..<end])) ?? nil,
      first != second, !stopWords.contains(first), !stopWords.contains(second)
    else { return nil }
    return "\(first) \(second)"
  }

  private mutating func contentWord(of sample: Sample) -> String? {
    guard let sentence = pick(sample.sentences), let word = pick(sentence) else { return nil }
    return word.flatMap { stopWords.contains($0) ? nil : $0 }
  }

  private mutating func pickSample() -> Sample {
    samples[random.below(samples.count)]
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[random.below(elements.count)]
  }
}

extension CorpusGenerator {
  /// Queries drawn from this corpus, `perClass` of every class in the order of
  /// ``BenchmarkQuery/Class``; fewer where a small corpus has not as many.
  ///
  /// Deterministic. Reads up to 1000 articles, evenly spread, and estimates word frequencies from
  /// them: a rare word is in at most 0.2% of these articles, one of middling frequency in 1-6%, a
  /// common one in 15% or more.
  package func queries(perClass: Int) -> [BenchmarkQuery] {
    guard articles > 0, perClass > 0 else { return [] }
    var sampler = QuerySampler(self)
    return BenchmarkQuery.Class.allCases.flatMap { sampler.queries($0, count: perClass) }
  }
}
