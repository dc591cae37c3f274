import Foundation

/// Connections to one server, kept between uses and lent to one thread at a time.
///
/// Calls block: while all connections are lent, while one is opened and while it is used. They belong on threads of
/// their own (``BlockingThreads``), never on those of Swift's tasks.
///
/// Invariant: what changes is touched with the condition locked only; a connection is either among the idle ones or lent
/// to one call, and goes back or is dropped at its end.
final class ConnectionPool: @unchecked Sendable {
  private struct Idle {
    var connection: SphinxConnection
    var since: ContinuousClock.Instant
  }

  let server: ClusterAddress.Server
  private let credentials: ClusterCredentials
  private let timeouts: SphinxConnection.Timeouts
  private let size: Int
  private let longestIdle: Duration

  private let condition = NSCondition()
  /// The one that was used last is the last.
  private var idle: [Idle] = []
  private var lent = 0

  /// Creates a pool; nothing is connected yet.
  /// - Parameters:
  ///   - size: most connections at a time.
  ///   - longestIdle: time after which a connection that was not used is replaced: firewalls forget those that are
  ///     silent, and what is sent then is awaited in vain. The servers themselves close them after five minutes.
  init(
    _ server: ClusterAddress.Server, credentials: ClusterCredentials,
    timeouts: SphinxConnection.Timeouts, size: Int, longestIdle: Duration = .seconds(30)
  ) {
    self.server = server
    self.credentials = credentials
    self.timeouts = timeouts
    self.size = max(size, 1)
    self.longestIdle = longestIdle
  }

  /// Lends a connection to `body`, which may be called again with a new one where the first was broken since its last
  /// use, as after a restart of the server.
  /// - Throws: what `body` throws; ``ClusterError/unreachable(server:reason:)`` when no connection can be opened, and
  ///   ``ClusterError/busy(server:connections:)`` when none becomes free in time.
  func withConnection<Result>(
    _ time: SearchTime, _ body: (SphinxConnection) throws(ClusterError) -> Result
  ) throws(ClusterError) -> Result {
    if let connection = try takeIdle(time) {
      do throws(ClusterError) {
        return try use(connection, body)
      } catch {
        // What did not come in time would not come now.
        guard case .unreachable = error, !time.isOver else {
          endLending(nil)
          throw error
        }
        // The others were opened to the same server before.
        dropIdle()
      }
    }
    do throws(ClusterError) {
      var timeouts = timeouts
      timeouts.connect = min(timeouts.connect, UInt32(time.left.components.seconds) + 1)
      return try use(
        SphinxConnection(server, credentials: credentials, timeouts: timeouts), body)
    } catch {
      endLending(nil)
      throw error
    }
  }

  /// Gives a lent connection back when all went well: behind an error there may be results that nobody has read. Then
  /// its place stays lent.
  private func use<Result>(
    _ connection: SphinxConnection, _ body: (SphinxConnection) throws(ClusterError) -> Result
  ) throws(ClusterError) -> Result {
    let result = try body(connection)
    endLending(connection)
    return result
  }

  /// Waits for a place: an idle connection, or `nil` for leave to open one.
  private func takeIdle(_ time: SearchTime) throws(ClusterError) -> SphinxConnection? {
    let deadline = Date(timeIntervalSinceNow: time.left / .seconds(1))
    condition.lock()
    defer { condition.unlock() }
    while idle.isEmpty, lent >= size {
      guard condition.wait(until: deadline) else {
        throw .busy(server: "\(server)", connections: size)
      }
    }
    lent += 1
    guard let last = idle.popLast() else { return nil }
    if ContinuousClock.now - last.since <= longestIdle { return last.connection }
    idle.removeAll()
    return nil
  }

  private func endLending(_ connection: SphinxConnection?) {
    condition.withLock {
      lent -= 1
      if let connection { idle.append(Idle(connection: connection, since: .now)) }
      condition.signal()
    }
  }

  private func dropIdle() { condition.withLock { idle.removeAll() } }
}
