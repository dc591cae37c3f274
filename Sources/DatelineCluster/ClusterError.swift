/// What can go wrong with a cluster.
public enum ClusterError: Error, Sendable, Equatable {
  /// The client library cannot be loaded; what the loader says.
  case noClientLibrary(String)
  /// An address that cannot be read, and what is wrong with it.
  case badAddress(String, reason: String)
  /// A server that cannot be reached, or went away: its address and what the client says.
  case unreachable(server: String, reason: String)
  /// A server that does not speak TLS, or does not prove who it is; nothing was sent to it. What the client says.
  case untrusted(server: String, reason: String)
  /// A server that answered with an error: its address and what it says.
  case refused(server: String, reason: String)
  /// A query that the cluster cannot answer as a file would: why, and what to write instead.
  case unmapped(reason: String)
  /// Servers that do not belong together, and what to do; nothing was written to them.
  case mismatched(reason: String)
  /// All connections to a server are in use, and none became free in time.
  case busy(server: String, connections: Int)
  /// The task that asked was cancelled before anything was sent.
  case cancelled
  /// Some shards did not answer, and the request wanted all of them; what the front says.
  case incomplete(warnings: [String])
}

extension ClusterError: CustomStringConvertible {
  /// What happened and what to do about it.
  public var description: String {
    switch self {
    case .noClientLibrary(let reason):
      "MariaDB's client library is needed for clusters (Debian: apt-get install libmariadb3): \(reason)"
    case .badAddress(let address, let reason):
      "\(address): \(reason)"
    case .unreachable(let server, let reason):
      "\(server) cannot be reached: \(reason); is it running, and is the address right?"
    case .untrusted(let server, let reason):
      "\(server): no encrypted connection, and nothing was sent: \(reason); \(ClusterCredentials.tlsVariable) "
        + "is on, or the file of the certificates that must prove who the server is"
    case .refused(let server, let reason):
      "\(server) refused: \(reason); `dateline cluster check` tells what a cluster lacks"
    case .unmapped(let reason): reason
    case .mismatched(let reason): "\(reason); nothing was written"
    case .busy(let server, let connections):
      "all \(connections) connections to \(server) are in use; ask fewer questions at a time"
    case .cancelled: "the search was cancelled before anything was sent; ask again"
    case .incomplete(let warnings):
      "the answer is not complete: " + warnings.joined(separator: "; ")
        + "; ask again when all servers run"
    }
  }
}
