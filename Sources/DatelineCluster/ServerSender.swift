import DatelineCore
import Foundation

/// Sends rows to one server on a thread of its own, in the order in which they come, again after a failure.
///
/// Invariant: what changes is touched with the condition locked only, but the connection, which only the thread
/// touches; the thread holds the sender until ``stop()``.
final class ServerSender: @unchecked Sendable {
  /// What is to be done, with one answer.
  enum Job: Sendable {
    case write([ShardRow])
    /// A statement that may be repeated.
    case run(String)
  }

  /// Jobs that wait while one is under way; who brings more waits, too.
  private static let mostWaiting = 2
  /// Tries of one statement.
  private static let mostTries = 5

  private let condition = NSCondition()
  private var waiting: [Job] = []
  private var isBusy = false
  private var isStopped = false
  private var failure: ClusterError?
  private var result = RowSender.Result()
  private var otherRows = 0

  private let server: ClusterAddress.Server
  private let index: String
  private let credentials: ClusterCredentials
  private let connectTimeout: UInt32
  private let patience: UInt32
  private let firstDelay: Double
  private var connection: SphinxConnection?

  /// - Parameters:
  ///   - patience: seconds in which the server must have taken a statement, all tries together.
  ///   - firstDelay: seconds to wait before a statement is sent again; then twice as many.
  init(
    _ server: ClusterAddress.Server, index: String, credentials: ClusterCredentials,
    connectTimeout: UInt32, patience: UInt32, firstDelay: Double
  ) {
    self.server = server
    self.index = index
    self.credentials = credentials
    self.connectTimeout = connectTimeout
    self.patience = patience
    self.firstDelay = firstDelay
    let thread = Thread { [self] in work() }
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Rows that the server has confirmed.
  var written: Int { condition.withLock { result.written } }

  /// Rows that statements have changed apart from these.
  var changed: Int { condition.withLock { otherRows } }

  /// Takes what the server said of rows since the last call.
  func takeRemarks() -> (refused: [(row: ShardRow, error: ClusterError)], warnings: [String]) {
    condition.withLock {
      defer { (result.refused, result.warnings) = ([], []) }
      return (result.refused, result.warnings)
    }
  }

  /// Adds a job, waiting while there are many.
  /// - Throws: what has stopped the jobs before; the new one waits behind them.
  func put(_ job: Job) throws(ClusterError) {
    condition.lock()
    defer { condition.unlock() }
    while waiting.count >= Self.mostWaiting, failure == nil { condition.wait() }
    waiting.append(job)
    condition.broadcast()
    if let failure { throw failure }
  }

  /// Tries again what has failed.
  func retry() {
    condition.withLock {
      failure = nil
      condition.broadcast()
    }
  }

  /// Waits until all jobs are done.
  /// - Throws: when a job cannot be done; it and those behind it stay until ``retry()``.
  func drain() throws(ClusterError) {
    condition.lock()
    defer { condition.unlock() }
    while failure == nil, isBusy || !waiting.isEmpty { condition.wait() }
    if let failure { throw failure }
  }

  /// Ends the thread after the statement under way; what waits is dropped.
  func stop() {
    condition.withLock {
      isStopped = true
      condition.broadcast()
    }
  }

  private func work() {
    while let job = next() {
      var made = RowSender.Result()
      var changed: UInt64 = 0
      var failure: ClusterError?
      do throws(ClusterError) {
        switch job {
        case .write(let rows):
          let sender = RowSender(
            server: "\(server)", index: index, hasTaken: written > 0, run: run)
          made = try sender.send(rows)
        case .run(let sql): changed = try run(Array(sql.utf8)).affected
        }
      } catch {
        failure = error
      }
      condition.withLock {
        isBusy = false
        self.failure = failure
        otherRows += Int(clamping: changed)
        if failure != nil { waiting.insert(job, at: 0) } else { result.add(made) }
        condition.broadcast()
      }
    }
    connection = nil
  }

  private func next() -> Job? {
    condition.lock()
    defer { condition.unlock() }
    while !isStopped, waiting.isEmpty || failure != nil { condition.wait() }
    if isStopped { return nil }
    isBusy = true
    defer { condition.broadcast() }
    return waiting.removeFirst()
  }

  /// Runs a statement that may be repeated.
  private func run(_ sql: [UInt8]) throws(ClusterError) -> RowSender.Answer {
    let deadline = ContinuousClock.now + .seconds(Int(patience))
    var delay = firstDelay
    for attempt in 1... {
      do throws(ClusterError) {
        return try run(sql, on: openConnection(until: deadline))
      } catch {
        guard case .unreachable(let server, let reason) = error else { throw error }
        connection = nil
        if isEnding { throw error }
        if ContinuousClock.now >= deadline {
          throw .unreachable(server: server, reason: "no answer within \(patience) s, \(reason)")
        }
        if attempt == Self.mostTries { throw error }
        Thread.sleep(forTimeInterval: delay)
        delay *= 2
      }
    }
    // The loop has no end of its own.
    throw .unreachable(server: "\(server)", reason: "it does not answer")
  }

  private func run(
    _ sql: [UInt8], on connection: SphinxConnection
  ) throws(ClusterError) -> RowSender.Answer {
    let result = try connection.run(sql)[0]
    if result.warningCount == 0 { return .init(affected: result.affectedRows) }
    let rows = ClusterRow.rows(of: try connection.run("SHOW WARNINGS")[0])
    let told = rows.map { $0.text("Message") }.filter { !$0.isEmpty }
    return .init(
      affected: result.affectedRows,
      warnings: told.isEmpty ? ["\(server) warns and gives no reason"] : told)
  }

  private var isEnding: Bool { condition.withLock { isStopped } }

  /// The connection; a new one waits for no answer beyond the deadline of the statement that it is opened for.
  private func openConnection(
    until deadline: ContinuousClock.Instant
  ) throws(ClusterError) -> SphinxConnection {
    if let connection { return connection }
    let left = UInt32(max(1, (deadline - .now).components.seconds))
    let opened = try SphinxConnection(
      server, credentials: credentials,
      timeouts: SphinxConnection.Timeouts(connect: min(connectTimeout, left), read: left))
    connection = opened
    return opened
  }
}
