import Foundation

/// Inverters for workers, one lock a chunk of articles; keeps their memory within a limit.
///
/// An inverter whose share is full writes its run to a temporary file, in the thread of the worker that
/// filled it. Runs of different inverters may interleave.
///
/// Invariant: what changes is touched with the condition locked only; an inverter belongs to one thread from `take`
/// to `giveBack`.
final class InverterPool: @unchecked Sendable {
  // Everything below is only touched with the condition locked.
  private let condition = NSCondition()
  private var idle: [Inverter] = []
  private var busyCount = 0
  private var files: [(file: TemporaryFile, ordinals: ClosedRange<UInt32>?)] = []
  private var failure: (any Error)?

  private var memory: Int
  private let folder: String
  private let workers: Int
  /// Memory that a run takes before it is written, beyond what its inverter has anyway.
  private let leastRun: Int

  /// - Parameters:
  ///   - memory: bytes for the postings of all inverters.
  ///   - workers: inverters that are expected to be in use at a time.
  ///   - folder: where temporary files go.
  ///   - leastRun: bytes of the smallest run that is written; each file is open until the commit, and there
  ///     may be only some hundred.
  init(memory: Int, workers: Int, folder: String, leastRun: Int = 4 << 20) {
    self.leastRun = leastRun
    self.memory = memory
    self.workers = max(workers, 1)
    self.folder = folder
  }

  /// Leaves memory to something else, at most three quarters of what there is.
  func reserve(_ bytes: Int) {
    condition.lock()
    defer { condition.unlock() }
    memory = max(memory - max(bytes, 0), memory / 4)
  }

  /// Bytes that an inverter may take. There are more of them than workers where a worker came late with its
  /// documents.
  private var share: Int {
    condition.lock()
    defer { condition.unlock() }
    return max(memory / max(workers, idle.count + busyCount), 1 << 20)
  }

  /// Takes an inverter for documents from an ordinal on; `nil` after a failure, which ``runs()`` throws.
  func take(from ordinal: UInt32) -> Inverter? {
    condition.lock()
    defer { condition.unlock() }
    if failure != nil { return nil }
    // The one that ended last: those that ended before fit workers that come late with their documents.
    let fitting = idle.indices.filter {
      idle[$0].postings.ordinals.map { $0.upperBound < ordinal } ?? true
    }.max { idle[$0].lastOrdinal < idle[$1].lastOrdinal }
    if let fitting {
      busyCount += 1
      return idle.remove(at: fitting)
    }
    do {
      let inverter = try Inverter()
      busyCount += 1
      return inverter
    } catch {
      failure = error
      return nil
    }
  }

  /// Gives an inverter back when a chunk is done.
  func giveBack(_ inverter: Inverter) {
    let ordinals = inverter.postings.ordinals
    let share = self.share
    var spilled: TemporaryFile?
    var problem: (any Error)?
    if inverter.postings.memory > share, inverter.postings.runMemory >= leastRun {
      do {
        let file = try TemporaryFile(in: folder)
        try RunWriter.write(MemoryRunCursor(inverter), to: file)
        inverter.removeAll(keepingDictionary: share / 4)
        spilled = file
      } catch {
        problem = error
      }
    }
    condition.lock()
    if let spilled { files.append((spilled, ordinals)) }
    if let problem { failure = failure ?? problem }
    busyCount -= 1
    idle.append(inverter)
    condition.broadcast()
    condition.unlock()
  }

  /// Throws the first failure, if there was one.
  func check() throws {
    condition.lock()
    defer { condition.unlock() }
    if let failure { throw failure }
  }

  /// The runs of all documents so far, once no inverter is in use. Inverters stay as they are until
  /// ``reset()``.
  /// - Throws: the first failure.
  func runs() throws -> [RunCursor] {
    condition.lock()
    defer { condition.unlock() }
    while busyCount > 0 { condition.wait() }
    if let failure { throw failure }
    let inMemory = idle.filter { !$0.isEmpty }
    let terms = ParallelMap.map(inMemory, workers: inMemory.count) {
      { (inverter: Inverter) in inverter.postings.sortedTerms() }
    }
    return files.map { FileRunCursor($0.file, ordinals: $0.ordinals) }
      + zip(inMemory, terms).map { MemoryRunCursor($0, terms: $1) }
  }

  /// Forgets all documents and gives their memory back.
  func reset() {
    condition.lock()
    while busyCount > 0 { condition.wait() }
    files.removeAll()
    idle.removeAll()
    condition.unlock()
  }
}
