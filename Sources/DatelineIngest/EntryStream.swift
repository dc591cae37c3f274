import DatelineCore

/// The decoded bytes of one entry of an archive, or of one compressed file.
final class EntryStream: ByteStream {
  private(set) var failure: ReadFailure?
  private let archive: ArchiveHandle
  private let budget: ExpansionBudget
  private let depth: Int
  private let limit: Int64
  private var produced: Int64 = 0
  private var isAtEnd = false

  init(_ archive: ArchiveHandle, budget: ExpansionBudget, depth: Int, limit: Int64) {
    self.archive = archive
    self.budget = budget
    self.depth = depth
    self.limit = limit
  }

  /// Invariant: the target is lent for the call, and no more than its length is written.
  func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    if isAtEnd { return 0 }
    guard let count = archive.read(into: target) else { return stop(archive.failure) }
    if count == 0 {
      isAtEnd = true
      return 0
    }
    if Int64(count) > limit - produced {
      _ = stop(ReadFailure(reason: .tooLarge, message: "the entry is larger than \(limit) bytes"))
      return Int(limit - produced)
    }
    produced += Int64(count)
    if !budget.spend(count, depth: depth), let failure = budget.failure { return stop(failure) }
    return count
  }

  /// Reads what is left and keeps nothing, so that the budget counts it too.
  func drain() {
    if isAtEnd { return }
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { target in
      while read(into: target) > 0 {}
    }
  }

  private func stop(_ reason: ReadFailure) -> Int {
    failure = reason
    isAtEnd = true
    return 0
  }
}
