import Foundation

/// Hands batches from one producing thread to one consuming thread, a bounded number ahead.
final class Handoff<Batch: Sendable>: @unchecked Sendable {
  // Everything below is only touched with the condition locked.
  private let condition = NSCondition()
  private var batches: [Batch] = []
  private var isFinished = false
  private var isCancelled = false
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  /// Adds a batch, waiting while `capacity` batches wait already.
  /// - Returns: false when the consumer wants no more.
  func put(_ batch: Batch) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while batches.count >= capacity && !isCancelled { condition.wait() }
    if isCancelled { return false }
    batches.append(batch)
    condition.broadcast()
    return true
  }

  /// Says that no more batches come.
  func finish() {
    condition.lock()
    isFinished = true
    condition.broadcast()
    condition.unlock()
  }

  /// What there is to take.
  enum Next {
    case batch(Batch)
    /// Nothing came in time.
    case nothingYet
    /// The last batch was taken.
    case finished
  }

  /// The next batch, waiting for it up to `timeout` seconds.
  func take(timeout: Double) -> Next {
    condition.lock()
    defer { condition.unlock() }
    let deadline = Date(timeIntervalSinceNow: timeout)
    while batches.isEmpty && !isFinished {
      if !condition.wait(until: deadline) { break }
    }
    guard !batches.isEmpty else { return isFinished ? .finished : .nothingYet }
    let batch = batches.removeFirst()
    condition.broadcast()
    return .batch(batch)
  }

  /// Says that the consumer wants no more.
  func cancel() {
    condition.lock()
    isCancelled = true
    batches.removeAll()
    condition.broadcast()
    condition.unlock()
  }
}
