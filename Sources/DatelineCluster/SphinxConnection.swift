import CMariaDB

/// A connection to a server that speaks SphinxQL, over MySQL's protocol with statements as text.
///
/// Invariant of the pointers: the connection is open from `init` to `deinit`; a result lives within the call
/// that took it. Calls block. Only one thread at a time may use a connection, which may be another one each time
/// (``ConnectionPool``): the client library ties none to its thread.
final class SphinxConnection: @unchecked Sendable {
  /// What one statement gave.
  struct ResultSet {
    /// Names of the columns; empty for a statement without rows.
    var columns: [String] = []
    /// Values, `nil` for NULL.
    var rows: [[String?]] = []
    var affectedRows: UInt64 = 0
    var warningCount: UInt32 = 0

    /// The first value as a count; 0 without rows.
    var number: Int { rows.first.flatMap { Self.count($0.first ?? nil) } ?? 0 }

    /// A value as a count, `nil` where it is none. No collection is larger than the bound, so that sums of what a
    /// faulty server says do not overflow.
    static func count(_ value: String?) -> Int? {
      value.flatMap { Int($0) }.map { min(max($0, 0), 1 << 48) }
    }
  }

  /// Seconds to wait.
  struct Timeouts {
    var connect: UInt32 = 5
    /// For each answer.
    var read: UInt32 = 60
  }

  let server: ClusterAddress.Server
  let dialect: SphinxDialect
  // Invariant: owned, closed once; the client library looks at texts it is given during the call only, and results are
  // copied before the next one.
  private let connection: OpaquePointer

  /// Connects.
  init(
    _ server: ClusterAddress.Server, credentials: ClusterCredentials = ClusterCredentials(),
    timeouts: Timeouts = Timeouts()
  ) throws(ClusterError) {
    if let reason = cmariadb_load() { throw .noClientLibrary(String(cString: reason)) }
    let opened = server.host.withCString { host in
      credentials.user.withCString { user in
        Self.withOptionalCString(credentials.password) { password in
          Self.withOptionalCString(credentials.certificates) { certificates in
            var options = cmariadb_options(
              host: host, port: UInt32(server.port), user: user, password: password,
              connect_timeout: timeouts.connect, read_timeout: timeouts.read,
              uses_tls: credentials.usesTLS, certificates: certificates)
            return cmariadb_connect(&options)
          }
        }
      }
    }
    guard let opened else { throw .unreachable(server: "\(server)", reason: "no memory") }
    guard cmariadb_error_number(opened) == 0 else {
      let failure = Self.failure(opened, server)
      cmariadb_close(opened)
      throw failure
    }
    self.server = server
    connection = opened
    dialect = SphinxDialect(version: String(cString: cmariadb_server_version(opened)))
  }

  deinit { cmariadb_close(connection) }

  /// Runs statements, separated by semicolons.
  /// - Returns: a result for each.
  /// - Throws: ``ClusterError/refused(server:reason:)``; ``ClusterError/unreachable(server:reason:)`` when the
  ///   connection broke, after which it is of no more use.
  @discardableResult
  func run(_ sql: String) throws(ClusterError) -> [ResultSet] { try run(Array(sql.utf8)) }

  /// Runs statements, separated by semicolons, and breaks the connection when their results are not there in time.
  func run(_ sql: String, _ time: SearchTime) throws(ClusterError) -> [ResultSet] {
    let watch = ConnectionWatch(cmariadb_socket(connection), until: time.end)
    let results = Result { () throws(ClusterError) in try run(sql) }
    if watch.end() {
      throw .unreachable(server: "\(server)", reason: "no answer within \(time.seconds) s")
    }
    return try results.get()
  }

  /// Runs statements, separated by semicolons.
  @discardableResult
  func run(_ sql: [UInt8]) throws(ClusterError) -> [ResultSet] {
    let status = sql.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmariadb_query(connection, $0.baseAddress, $0.count)
      }
    }
    if status != 0 { throw failure() }
    var results = [try takeResult()]
    while true {
      switch cmariadb_next(connection) {
      case 0: results.append(try takeResult())
      case -1: return results
      default: throw failure()
      }
    }
  }

  private func takeResult() throws(ClusterError) -> ResultSet {
    // Both belong to the statement whose result comes next.
    var set = ResultSet()
    set.affectedRows = cmariadb_affected_rows(connection)
    set.warningCount = cmariadb_warning_count(connection)
    guard let result = cmariadb_take_result(connection) else {
      if cmariadb_error_number(connection) != 0 { throw failure() }
      return set
    }
    defer { cmariadb_free_result(result) }
    let count = cmariadb_column_count(result)
    set.columns = (0..<count).map { String(cString: cmariadb_column_name(result, $0)) }
    var lengths: UnsafePointer<UInt>?
    while let row = cmariadb_next_row(result, &lengths) {
      guard let lengths else { break }
      set.rows.append(
        (0..<Int(count)).map { column in
          row[column].map {
            String(
              decoding: UnsafeRawBufferPointer(start: $0, count: Int(lengths[column])),
              as: UTF8.self)
          }
        })
    }
    set.warningCount = max(set.warningCount, cmariadb_warning_count(connection))
    return set
  }

  private func failure() -> ClusterError { Self.failure(connection, server) }

  /// The last error of a connection. Source of the numbers: `errmsg.h` and "Server Error Codes" of MariaDB.
  private static func failure(
    _ connection: OpaquePointer, _ server: ClusterAddress.Server
  ) -> ClusterError {
    let reason = String(cString: cmariadb_error(connection))
    switch cmariadb_error_number(connection) {
    // CR_SSL_CONNECTION_ERROR.
    case 2026: return .untrusted(server: "\(server)", reason: reason)
    // Errors of the client begin at 2000: the connection broke. 1040: the server has too many.
    case 1040, 2000..<3000: return .unreachable(server: "\(server)", reason: reason)
    default: return .refused(server: "\(server)", reason: reason)
    }
  }

  private static func withOptionalCString<Result>(
    _ text: String?, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    guard let text else { return body(nil) }
    return text.withCString { body($0) }
  }
}
