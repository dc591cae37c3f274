package import DatelineAnalysis
package import DatelineCore

/// Analyses articles and inverts them for the full-text index in the same pass. Each thread has one.
package struct IndexingWorker {
  private var analyzer: ArticleAnalyzer
  private let gazetteer: Gazetteer
  private let pool: InverterPool?
  private var inverter: Inverter?

  init(gazetteer: Gazetteer, pool: InverterPool?) {
    self.gazetteer = gazetteer
    self.pool = pool
    analyzer = ArticleAnalyzer(gazetteer: gazetteer)
  }

  /// Begins a chunk of articles, which another thread may be given the next one of.
  /// - Parameter ordinal: at most that of its first article, above those of all chunks that were begun
  ///   before.
  package mutating func beginChunk(at ordinal: UInt32) { inverter = pool?.take(from: ordinal) }

  /// Ends a chunk.
  package mutating func endChunk() {
    if let inverter { pool?.giveBack(inverter) }
    inverter = nil
  }

  /// Gives back the memory that a large article has taken.
  package mutating func trim() { analyzer = ArticleAnalyzer(gazetteer: gazetteer) }

  /// Analyses an article.
  /// - Parameter ordinal: its place among all articles; ascending.
  /// - Complexity: O(bytes of title and body).
  package mutating func analyze(_ article: Article, ordinal: UInt32) -> AnalyzedArticle {
    let analyzed = analyzer.analyze(article)
    guard let inverter else { return analyzed }
    var lengths = SIMD4<UInt32>()
    inverter.begin(ordinal)
    analyzer.withTokens(of: analyzed) { body, bodySpans, title, titleSpans in
      inverter.add(column: Schema.Column.body, body, bodySpans)
      inverter.add(column: Schema.Column.title, title, titleSpans)
      lengths[Int(Schema.Column.body)] = UInt32(bodySpans.count)
      lengths[Int(Schema.Column.title)] = UInt32(titleSpans.count)
    }
    lengths[Int(Schema.Column.entityTerms)] = inverter.add(
      column: Schema.Column.entityTerms, lines: analyzed.tags.terms,
      of: analyzed.tags.mentions.lazy.map(\.entity))
    lengths[Int(Schema.Column.cjkTerms)] = inverter.add(
      column: Schema.Column.cjkTerms, analyzed.cjkTerms)
    inverter.end()
    analyzed.inversion = AnalyzedArticle.Inversion(ordinal: ordinal, lengths: lengths)
    return analyzed
  }
}
