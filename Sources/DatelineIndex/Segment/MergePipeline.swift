import Foundation

/// Merges runs on a thread of its own while the caller writes what comes out.
///
/// Invariant: a batch belongs to the merging thread until it is put, and to the caller from then on; the channel is
/// touched with its condition locked only; the caller leaves runs alone until `cancel` has seen the thread end.
enum MergePipeline {
  /// Terms with their doclists, one after the other.
  private final class Batch: @unchecked Sendable {
    struct Entry {
      var term: Range<Int>
      var doclist: Range<Int>
      var bounds: TermBlocksMaker.Bounds?
    }

    static let size = 1 << 20

    @exclusivity(unchecked) var bytes = ByteBuffer(capacity: size)
    @exclusivity(unchecked) var entries: [Entry] = []

    func add(
      _ term: UnsafeBufferPointer<UInt8>, _ doclist: UnsafeBufferPointer<UInt8>,
      _ bounds: TermBlocksMaker.Bounds?
    ) {
      // The index byte of the main index comes before each token.
      let start = bytes.count
      bytes.reserve(1 + term.count + doclist.count)
      bytes.append(UInt8(ascii: "0"))
      if let base = term.baseAddress { bytes.append(base, term.count) }
      let middle = bytes.count
      if let base = doclist.baseAddress { bytes.append(base, doclist.count) }
      entries.append(
        Entry(term: start..<middle, doclist: middle..<bytes.count, bounds: bounds))
    }
  }

  /// A bounded queue of batches from the merging thread to the caller.
  private final class Channel: @unchecked Sendable {
    private let condition = NSCondition()
    private var batches: [Batch] = []
    private var failure: (any Error)?
    private var isFinished = false
    private var isCancelled = false
    /// So many that the merging thread need not wait while the caller does something else first.
    private static let mostBatches = 32

    /// - Returns: false when the caller has given up.
    func put(_ batch: Batch) -> Bool {
      condition.lock()
      defer { condition.unlock() }
      while batches.count >= Self.mostBatches, !isCancelled { condition.wait() }
      if isCancelled { return false }
      batches.append(batch)
      condition.broadcast()
      return true
    }

    func finish(_ error: (any Error)?) {
      condition.lock()
      failure = error
      isFinished = true
      condition.broadcast()
      condition.unlock()
    }

    /// - Returns: `nil` behind the last batch.
    func take() throws -> Batch? {
      condition.lock()
      defer { condition.unlock() }
      while batches.isEmpty, !isFinished { condition.wait() }
      if let failure { throw failure }
      if batches.isEmpty { return nil }
      defer { condition.broadcast() }
      return batches.removeFirst()
    }

    /// Ends the merging thread, and waits until it has let go of the runs.
    func cancel() {
      condition.lock()
      isCancelled = true
      condition.broadcast()
      while !isFinished { condition.wait() }
      condition.unlock()
    }
  }

  /// What the merging thread works on; the caller does not touch it until that thread has ended.
  private struct Work: @unchecked Sendable {
    var runs: [RunCursor]
    var rows: RowMap
    var maker: TermBlocksMaker?
  }

  /// Calls `body` with each term, index byte included, and its doclist, in ascending order.
  /// - Parameters:
  ///   - runs: cursors before their first term.
  ///   - rows: the row of each document.
  ///   - maker: says of frequent terms what their articles score at most, on that thread.
  ///   - meanwhile: what the caller does before it asks for terms.
  static func run(
    _ runs: [RunCursor], rows: RowMap, maker: TermBlocksMaker? = nil,
    meanwhile: () throws -> Void = {},
    _ body: (
      _ term: UnsafeBufferPointer<UInt8>, _ doclist: UnsafeBufferPointer<UInt8>,
      _ bounds: TermBlocksMaker.Bounds?
    ) throws -> Void
  ) throws {
    let channel = Channel()
    let work = Work(runs: runs, rows: rows, maker: maker)
    let thread = Thread {
      do {
        try merge(work, channel)
        channel.finish(nil)
      } catch {
        channel.finish(error)
      }
    }
    thread.stackSize = 1 << 20
    thread.start()
    defer { channel.cancel() }
    try meanwhile()
    while let batch = try channel.take() {
      let base = UnsafePointer(batch.bytes.base)
      for entry in batch.entries {
        try body(
          UnsafeBufferPointer(start: base + entry.term.lowerBound, count: entry.term.count),
          UnsafeBufferPointer(start: base + entry.doclist.lowerBound, count: entry.doclist.count),
          entry.bounds)
      }
    }
  }

  private static func merge(_ work: Work, _ channel: Channel) throws {
    var merger = try RunMerger(work.runs, rows: work.rows)
    var batch = Batch()
    while try merger.next({ batch.add($0, $1, work.maker?.bounds(ofDoclist: $1)) }) {
      if batch.bytes.count >= Batch.size {
        if !channel.put(batch) { return }
        batch = Batch()
      }
    }
    _ = channel.put(batch)
  }
}
