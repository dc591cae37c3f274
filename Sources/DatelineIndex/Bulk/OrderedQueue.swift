import Foundation

/// Hands pieces of work from one producer to several workers, and what they made of them to one
/// consumer, in the order in which they were put.
///
/// Bounded: what is put and not yet done with by the consumer counts, by number and by bytes. The
/// oldest piece is always with a worker or ready, so waiting ends. One lock a piece: pieces are
/// large.
///
/// Invariant: what changes is touched with the condition locked only.
package final class OrderedQueue<Work: Sendable, Product: Sendable>: @unchecked Sendable {
  // Everything below is only touched with the condition locked.
  private let condition = NSCondition()
  private var waiting: [(number: Int, work: Work)] = []
  private var products: [Int: Product] = [:]
  private var sizes: [Int: Int] = [:]
  private var bytes = 0
  /// Bytes of the pieces that no worker is done with.
  private var rawBytes = 0
  /// Bytes of the piece that the consumer has taken last and may be at work on.
  private var bytesTaken = 0
  /// Number of the next piece to be put and of the next product to be taken.
  private var putCount = 0
  private var takenCount = 0
  private var isFinished = false
  private var isCancelled = false
  private var isPaused = false
  private let mostPieces: Int
  private let mostBytes: Int
  private let mostRawBytes: Int
  private let largeBytes: Int

  /// - Parameters:
  ///   - mostPieces: pieces on their way.
  ///   - mostBytes: their bytes; a single larger piece passes alone.
  ///   - mostRawBytes: bytes of pieces that no worker is done with; likewise.
  ///   - largeBytes: size from which a piece passes all the way before the next one is made: each
  ///     stage has several copies of it.
  package init(
    mostPieces: Int, mostBytes: Int, mostRawBytes: Int = .max, largeBytes: Int = .max
  ) {
    self.mostPieces = mostPieces
    self.mostBytes = mostBytes
    self.mostRawBytes = mostRawBytes
    self.largeBytes = largeBytes
  }

  /// Adds a piece of `size` bytes, waiting until there is room.
  /// - Returns: false when the consumer wants no more.
  package func put(_ work: Work, size: Int) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while !isCancelled,
      isPaused || putCount - takenCount >= mostPieces || (bytes > 0 && bytes + size > mostBytes)
        || (rawBytes > 0 && rawBytes + size > mostRawBytes)
    {
      condition.wait()
    }
    if isCancelled { return false }
    waiting.append((putCount, work))
    sizes[putCount] = size
    bytes += size
    rawBytes += size
    putCount += 1
    condition.broadcast()
    if size >= largeBytes {
      while !isCancelled, bytes > 0 { condition.wait() }
    }
    return !isCancelled
  }

  /// Says that no more pieces come.
  package func finish() {
    condition.lock()
    isFinished = true
    condition.broadcast()
    condition.unlock()
  }

  /// The next piece for a worker, which hands its product to ``complete(_:_:)``; `nil` when there is
  /// nothing more to do.
  package func next() -> (number: Int, work: Work)? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty && !isFinished && !isCancelled { condition.wait() }
    return waiting.isEmpty || isCancelled ? nil : waiting.removeFirst()
  }

  /// Hands over what became of a piece.
  package func complete(_ number: Int, _ product: Product) {
    condition.lock()
    rawBytes -= sizes[number] ?? 0
    if !isCancelled { products[number] = product }
    condition.broadcast()
    condition.unlock()
  }

  /// What there is to take.
  package enum Next {
    case product(Product)
    /// Nothing came in time.
    case nothingYet
    /// The last product was taken.
    case finished
  }

  /// The next product in order, waiting for it up to `timeout` seconds; with this call the consumer
  /// is done with the one before.
  package func take(timeout: Double) -> Next {
    condition.lock()
    defer { condition.unlock() }
    if bytesTaken > 0 {
      bytes -= bytesTaken
      bytesTaken = 0
      condition.broadcast()
    }
    let deadline = Date(timeIntervalSinceNow: timeout)
    while products[takenCount] == nil && !(isFinished && takenCount == putCount) {
      if !condition.wait(until: deadline) { break }
    }
    guard let product = products.removeValue(forKey: takenCount) else {
      return isFinished && takenCount == putCount ? .finished : .nothingYet
    }
    bytesTaken = sizes.removeValue(forKey: takenCount) ?? 0
    takenCount += 1
    condition.broadcast()
    return .product(product)
  }

  /// Lets nothing more in until ``resume()``.
  package func pause() {
    condition.lock()
    isPaused = true
    condition.unlock()
  }

  /// Ends a pause.
  package func resume() {
    condition.lock()
    isPaused = false
    condition.broadcast()
    condition.unlock()
  }

  /// Whether every piece that was put has been taken.
  package var isEmpty: Bool {
    condition.lock()
    defer { condition.unlock() }
    return putCount == takenCount
  }

  /// Whether that is so and stays so.
  package var isPausedAndEmpty: Bool {
    condition.lock()
    defer { condition.unlock() }
    return isPaused && putCount == takenCount
  }

  /// Says that the consumer wants no more.
  package func cancel() {
    condition.lock()
    isCancelled = true
    waiting.removeAll()
    products.removeAll()
    condition.broadcast()
    condition.unlock()
  }
}
