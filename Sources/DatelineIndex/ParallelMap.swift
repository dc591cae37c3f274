import Foundation

/// Maps arrays on several cores.
enum ParallelMap {
  /// What a worker makes of each input, in the order of the inputs.
  /// - Parameter makeWorker: called once for each share of the inputs, on the thread that does it.
  static func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], workers: Int, makeWorker: @Sendable () -> (Input) -> Output
  ) -> [Output] {
    let share = (inputs.count + max(workers, 1) - 1) / max(workers, 1)
    if share == inputs.count { return inputs.map(makeWorker()) }
    let count = (inputs.count + share - 1) / share
    let shares = Shares<Output>(count: count)
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let worker = makeWorker()
      let range = number * share..<min((number + 1) * share, inputs.count)
      shares.set(number, inputs[range].map(worker))
    }
    return shares.all
  }

  /// Results by the number of their share.
  ///
  /// Invariant: what changes is touched with the lock held only.
  private final class Shares<Output: Sendable>: @unchecked Sendable {
    // Only touched with the lock held.
    private var results: [[Output]]
    private let lock = NSLock()

    init(count: Int) { results = Array(repeating: [], count: count) }

    func set(_ number: Int, _ outputs: [Output]) {
      lock.withLock { results[number] = outputs }
    }

    var all: [Output] { lock.withLock { results.flatMap { $0 } } }
  }
}
