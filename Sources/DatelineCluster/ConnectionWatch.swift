import Foundation
import Synchronization

/// Shuts a connection down when it is used for too long: the client library waits for each answer as long as it was
/// told when it connected.
///
/// Whoever uses the connection must call ``end()`` before it is closed, after which its number may be another's.
final class ConnectionWatch: Sendable {
  private enum State {
    case watching, over, shut
  }

  private static let queue = DispatchQueue(label: "dateline.cluster.watch")
  private let state = Mutex(State.watching)

  /// Begins.
  /// - Parameter socket: its number.
  init(_ socket: Int32, until end: ContinuousClock.Instant) {
    let seconds = max((end - .now) / .seconds(1), 0)
    Self.queue.asyncAfter(deadline: .now() + seconds) { [weak self] in
      self?.state.withLock { state in
        guard case .watching = state else { return }
        state = .shut
        shutdown(socket, Int32(SHUT_RDWR))
      }
    }
  }

  /// Ends.
  /// - Returns: whether the connection was shut down.
  func end() -> Bool {
    state.withLock { state in
      if case .shut = state { return true }
      state = .over
      return false
    }
  }
}
