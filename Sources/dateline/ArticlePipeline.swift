import DatelineAnalysis
import DatelineCore
import DatelineIngest
import DatelineNormalize
import Foundation

/// Reads inputs and turns their records into analysed articles, batch by batch, on a thread of its
/// own while the caller writes.
///
/// Order and content of the batches depend on the inputs alone.
final class ArticlePipeline: Sendable {
  /// Articles of one transaction.
  struct Batch: Sendable {
    var articles: [AnalyzedArticle] = []
    var rejections: [Rejection] = []
    var warnings: [String] = []
    /// Bytes of input read up to the end of this batch.
    var bytesRead: Int64 = 0
    /// Bytes of titles and bodies in this batch.
    var textBytes = 0
  }

  private let files: [InputFile]
  private let options: IngestOptions
  private let normalizer: Normalizer
  private let gazetteer: Gazetteer
  private let handoff = Handoff<Batch>(capacity: 2)
  /// Articles and bytes after which a batch is full: small enough for bounded memory and a quick
  /// Ctrl-C, large enough that commits cost little.
  private let mostArticles = 2_000
  private let mostBytes = 8 << 20

  init(files: [InputFile], options: IngestOptions, normalizer: Normalizer, gazetteer: Gazetteer) {
    self.files = files
    self.options = options
    self.normalizer = normalizer
    self.gazetteer = gazetteer
  }

  /// Runs the pipeline, handing each batch to `consume` on the calling thread.
  ///
  /// After Ctrl-C what was read until then is still handed over, unless the input keeps the reader
  /// waiting for longer than a second.
  func run(_ consume: (Batch) throws -> Void) throws {
    let thread = Thread { [self] in
      produce()
      handoff.finish()
    }
    thread.stackSize = 8 << 20
    thread.start()
    defer { handoff.cancel() }
    var waits = 0
    while true {
      switch handoff.take(timeout: 0.1) {
      case .finished: return
      case .batch(let batch): try consume(batch)
      case .nothingYet:
        if Interrupt.isRaised { waits += 1 }
        if waits > 10 { return }
      }
    }
  }

  private func produce() {
    var analyzer = ArticleAnalyzer(gazetteer: gazetteer)
    var batch = Batch()
    var finished: Int64 = 0
    func flush() -> Bool {
      defer { batch = Batch() }
      return handoff.put(batch)
    }
    for file in files where !Interrupt.isRaised {
      let reader: DocumentReader
      do {
        reader = try DocumentReader(file: file, options: options)
      } catch {
        batch.rejections.append(
          Rejection(
            origin: Origin(file: file.path), reason: .unreadable, message: error.description))
        continue
      }
      while !Interrupt.isRaised, let event = reader.next() {
        switch event {
        case .rejected(let rejection): batch.rejections.append(rejection)
        case .document(let document):
          switch normalizer.article(from: document) {
          case .rejected(let rejection): batch.rejections.append(rejection)
          case .article(let article, let warnings):
            for warning in warnings {
              batch.warnings.append(
                "\(article.origin.file), record \(article.origin.record): \(warning)")
            }
            let analyzed = analyzer.analyze(article)
            batch.textBytes += article.title.utf8.count + analyzed.searchBody.utf8.count
            batch.articles.append(analyzed)
          }
        }
        batch.bytesRead = finished + reader.bytesRead
        if batch.articles.count + batch.rejections.count >= mostArticles
          || batch.textBytes >= mostBytes
        {
          if !flush() { return }
        }
      }
      finished += reader.bytesRead
      batch.bytesRead = finished
    }
    _ = flush()
  }
}
