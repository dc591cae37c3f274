import DatelineCore

/// What may still come out of the containers of one input.
///
/// Each level of nesting is held against the bytes of the outer file read so far, so that a bomb
/// inside a bomb gets no more than a single one.
final class ExpansionBudget {
  /// What the input has used up; `nil` as long as it is within its limits.
  private(set) var failure: ReadFailure?

  private let limits: ContainerLimits
  private let root: ByteSource
  private var produced: [Int64] = []
  private var entries = 0

  init(root: ByteSource, limits: ContainerLimits) {
    self.root = root
    self.limits = limits
  }

  /// Depth under which the compressed pages of crawls are counted: behind all containers.
  var pageDepth: Int { limits.maxDepth + 1 }

  /// Counts bytes that came out of a container at nesting `depth`, from 1; false when they are too
  /// many. Constant time.
  func spend(_ count: Int, depth: Int) -> Bool {
    if failure != nil { return false }
    while produced.count < depth { produced.append(0) }
    produced[depth - 1] += Int64(count)
    let total = produced[depth - 1]
    if total > limits.freeBytes, total / Int64(max(limits.maxExpansion, 1)) > root.bytesRead {
      failure = ReadFailure(
        reason: .tooLarge,
        message: "more than \(limits.maxExpansion) times the size of the file comes out of it")
      return false
    }
    return true
  }

  /// Counts an entry of an archive; false when there are too many.
  func spendEntry() -> Bool {
    if failure != nil { return false }
    entries += 1
    if entries > limits.maxEntries {
      failure = ReadFailure(
        reason: .tooLarge, message: "the archive has more than \(limits.maxEntries) entries")
      return false
    }
    return true
  }
}
