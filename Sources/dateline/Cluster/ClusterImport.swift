import ArgumentParser
import DatelineAnalysis
import DatelineCluster
import DatelineCore
import DatelineIndex
import DatelineIngest
import DatelineNormalize
import Foundation

/// Reads inputs and writes their articles to the shards of a cluster.
struct ClusterImport {
  let target: ClusterTarget

  /// Reads everything and writes it.
  /// - Parameters:
  ///   - checkpoint: file that keeps how far it is, so that a run that was broken off goes on; `nil`
  ///     for none: then all is written again, which replaces what is there.
  ///   - commitEvery: time between its updates, at most ten seconds.
  /// - Returns: what was read and written.
  func run(
    _ input: InputOptions, tagsEntities: Bool, checkpoint: String?, commitEvery: Duration,
    isShown: Bool
  ) throws -> ImportProgress {
    let link = try target.verifiedLink()
    let articlesBefore = try link.articleCount()
    let options = try input.ingestOptions()
    let list = try input.files()
    input.reportSkipped(list)
    let log = try ErrorLog(path: input.errors, isQuiet: input.quiet)
    // With other shards articles would go elsewhere, with other entities they would be others.
    let names = target.shards.map { $0.map(\.description).joined(separator: "|") }.joined(
      separator: ",")
    var points = ClusterCheckpoints(
      path: checkpoint,
      cluster: "\(target.address.index) on \(names)" + (tagsEntities ? "" : " without entities"))
    let plan = ImportPlan(files: list.files, stored: try points.load(), options: input.digest)
    try points.write()
    var pages = PageMemory(
      options: options, workers: input.workerCount, keepAll: input.keepAll,
      maxSeconds: input.maxTime)
    let learnt = ImportPlan(files: list.files, stored: [:], options: input.digest).unlearnt
    try pages.learn(learnt) { share in
      if isShown { Console.redraw("learning what pages share \(Int(share * 100))%") }
    }
    let gazetteer = tagsEntities ? Gazetteer.builtIn : Gazetteer(parsing: "")
    let writer = try target.writer(gazetteer: gazetteer)
    var progress = ImportProgress(
      totalBytes: list.totalBytes, plan: plan, isDryRun: false, isShown: isShown)
    let pipeline = ArticlePipeline<Result<ShardRow, ClusterMisfit>>(
      files: list.files, options: options, workers: input.workerCount,
      normalizer: pages.normalizer,
      makeAnalyzer: { ShardRowWorker(gazetteer: gazetteer, extractor: Normalizer.version) },
      skipped: plan.skipped)
    var unconfirmed: [FileProgress] = []
    var lastConfirmed = ContinuousClock.now
    func report(_ rejections: [Rejection]) throws {
      if !rejections.isEmpty { progress.clear() }
      for rejection in rejections { try log.add(rejection) }
    }
    func confirm() throws {
      try writer.flush()
      let refused = writer.takeRejected()
      progress.add(refused)
      try report(refused)
      let warnings = writer.takeWarnings()
      progress.addWarnings(warnings.count)
      if !warnings.isEmpty { progress.clear() }
      for warning in warnings { Console.note(Console.safe("warning: \(warning)")) }
      try points.save(plan.checkpoints(for: unconfirmed))
      unconfirmed = []
      lastConfirmed = .now
    }
    try pipeline.run(rest: confirm) { batch in
      var batch = batch
      // A cluster does not tell what it replaces from what it adds; it is counted at the end.
      var outcome = IndexWriter.Outcome()
      for made in batch.articles {
        switch made {
        case .success(let row):
          try writer.write(row)
          outcome.added += 1
        case .failure(let misfit): batch.rejections.append(misfit.rejection)
        }
      }
      progress.add(batch, outcome)
      try report(batch.rejections)
      for part in batch.progress {
        unconfirmed.removeAll { $0.file == part.file }
        unconfirmed.append(part)
      }
      // Rarely: all servers are awaited.
      if ContinuousClock.now - lastConfirmed >= min(commitEvery, Self.mostUnconfirmed) {
        try confirm()
      }
    }
    try confirm()
    // All is written; that the count fails now is no failure of the import.
    if let articles = try? link.articleCount() { progress.grew(by: articles - articlesBefore) }
    if !Interrupt.isRaised { try points.remove() }
    progress.clear()
    log.finish()
    return progress
  }

  /// Time after which all servers are awaited.
  private static let mostUnconfirmed = Duration.seconds(10)
}

extension ClusterTarget {
  /// The servers, which belong together.
  /// - Throws: when they do not, before anything is written.
  func verifiedLink() throws -> ClusterLink {
    let link = ClusterLink(
      address, shards: shards, credentials: try ClusterCredentials.fromEnvironment())
    try link.verify()
    return link
  }

  /// What sends articles to the shards.
  func writer(gazetteer: Gazetteer) throws -> ClusterWriter {
    try ClusterWriter(
      index: address.index, shards: shards, credentials: try ClusterCredentials.fromEnvironment(),
      gazetteer: gazetteer, patience: serverTimeout)
  }

  /// Writes all articles of an index file.
  /// - Returns: how many were confirmed.
  func copy(from reader: IndexReader) throws -> Int {
    _ = try verifiedLink()
    let gazetteer = try reader.read { try $0.gazetteerEdits().gazetteer }
    let writer = try writer(gazetteer: gazetteer)
    var rejected: [Rejection] = []
    let rows = ShardRowPipeline(gazetteer: gazetteer) { row in
      switch row {
      case .success(let row): try writer.write(row)
      case .failure(let misfit): rejected.append(misfit.rejection)
      }
    }
    try reader.forEachArticle { try rows.add($0) }
    try rows.finish()
    try writer.flush()
    for warning in writer.takeWarnings() { Console.note(Console.safe("warning: \(warning)")) }
    rejected += writer.takeRejected()
    for rejection in rejected { Console.error(Console.safe(rejection.message)) }
    if !rejected.isEmpty {
      throw CommandFailure(
        "\(Quantity.text(writer.written, "article")) written, \(rejected.count) left out")
    }
    return writer.written
  }
}

/// How far an import into a cluster is, in a small file of JSON.
struct ClusterCheckpoints {
  private struct Stored: Codable {
    var cluster: String
    var files: [String: ImportCheckpoint]
  }

  private let path: String?
  private var stored: Stored

  init(path: String?, cluster: String) {
    self.path = path
    stored = Stored(cluster: cluster, files: [:])
  }

  /// What an earlier run into the same cluster has left, by file.
  mutating func load() throws -> [String: ImportCheckpoint] {
    guard let path, let data = FileManager.default.contents(atPath: path) else { return [:] }
    guard let found = try? JSONDecoder().decode(Stored.self, from: data) else {
      throw CommandFailure("\(path): not a checkpoint of an import; give another --checkpoint")
    }
    guard found.cluster == stored.cluster else {
      throw CommandFailure(
        "\(path): checkpoint of an import into \(found.cluster); give another --checkpoint")
    }
    stored = found
    return found.files
  }

  /// Notes what was confirmed.
  mutating func save(_ points: [ImportCheckpoint]) throws {
    guard let path, !points.isEmpty else { return }
    for point in points { stored.files[point.file] = point }
    try write()
  }

  /// Writes what is known; before an import, so that it ends there where that cannot be done.
  func write() throws {
    guard let path else { return }
    do {
      try JSONEncoder().encode(stored).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure.unwritable(path, error)
    }
  }

  /// Everything was written.
  func remove() throws {
    guard let path, FileManager.default.fileExists(atPath: path) else { return }
    try FileManager.default.removeItem(atPath: path)
  }
}
