import Foundation
import Synchronization

/// Threads for calls that block, so that Swift's tasks need not wait on theirs, of which there are only as many as cores.
///
/// Invariant: what changes is touched with the condition locked only.
final class BlockingThreads: @unchecked Sendable {
  /// Seconds after which a thread with nothing to do ends.
  private static let longestIdle = 10.0

  private let most: Int
  private let condition = NSCondition()
  private var jobs: [@Sendable () -> Void] = []
  private var threads = 0
  private var idle = 0

  /// - Parameter most: threads at a time; calls beyond wait their turn.
  init(most: Int) { self.most = max(most, 1) }

  /// Calls `body` on one of the threads while the task is suspended.
  /// - Parameter cancelled: what is thrown when the task is cancelled before the call begins; one that has begun goes on.
  func run<Value: Sendable, Failure: Error>(
    cancelled: Failure, _ body: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let cancellation = Cancellation()
    let result: Result<Value, Failure> = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        put {
          if cancellation.isRequested.load(ordering: .relaxed) {
            continuation.resume(returning: .failure(cancelled))
          } else {
            continuation.resume(returning: Result(catching: body))
          }
        }
      }
    } onCancel: {
      cancellation.isRequested.store(true, ordering: .relaxed)
    }
    return try result.get()
  }

  private final class Cancellation: Sendable {
    let isRequested = Atomic(false)
  }

  /// Calls `job` on one of the threads, in turn.
  func put(_ job: @escaping @Sendable () -> Void) {
    condition.lock()
    defer { condition.unlock() }
    jobs.append(job)
    if idle >= jobs.count || threads == most {
      condition.signal()
      return
    }
    threads += 1
    let thread = Thread { [self] in work() }
    thread.stackSize = 2 << 20
    thread.start()
  }

  private func work() {
    while let job = next() { job() }
  }

  private func next() -> (@Sendable () -> Void)? {
    condition.lock()
    defer { condition.unlock() }
    let deadline = Date(timeIntervalSinceNow: Self.longestIdle)
    while jobs.isEmpty {
      idle += 1
      let isSignalled = condition.wait(until: deadline)
      idle -= 1
      if !isSignalled, jobs.isEmpty {
        threads -= 1
        return nil
      }
    }
    return jobs.removeFirst()
  }
}
