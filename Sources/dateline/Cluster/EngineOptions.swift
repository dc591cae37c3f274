import ArgumentParser
import DatelineCluster
import DatelineCore
import DatelineSearch
import Foundation

/// Options for asking a cluster in place of a file.
struct EngineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Ask a cluster of Manticore or Sphinx, not a file: sphinxql://HOST:PORT/INDEX.",
      valueName: "address"))
  var engine: String?

  @Flag(help: "With --engine: an answer without all shards is an error.")
  var requireComplete = false

  @Option(
    help: ArgumentHelp(
      "With --engine: time in which an answer must be there (default: 10).",
      valueName: "seconds"))
  var timeout: UInt32?

  func validate() throws {
    if timeout != nil, engine == nil { throw ValidationError("--timeout goes with --engine") }
    if let timeout, !(1...3600).contains(timeout) {
      throw ValidationError("--timeout must be from 1 to 3600")
    }
    if requireComplete, engine == nil {
      throw ValidationError("--require-complete goes with --engine")
    }
    _ = try address
  }

  /// Where the cluster answers; `nil` for a file.
  var address: ClusterAddress? {
    get throws {
      do {
        return try engine.map { try ClusterAddress($0) }
      } catch {
        throw ValidationError("--engine \(error)")
      }
    }
  }

  /// The cluster that was asked for; `nil` for a file.
  func cluster(_ database: DatabaseOptions) throws -> ClusterEngine? {
    guard let address = try address else { return nil }
    if database.path != nil { throw ValidationError("give either --db or --engine") }
    return try ClusterEngine(
      address, credentials: try ClusterCredentials.fromEnvironment(),
      requiresComplete: requireComplete, timeout: timeout ?? ClusterEngine.standardTimeout)
  }

  /// What answers: the cluster, or the file.
  func target(_ database: DatabaseOptions) throws -> SearchTarget {
    if let cluster = try cluster(database) { return .cluster(cluster) }
    return .file(try LocalEngine(path: database.file))
  }
}

/// What answers searches.
enum SearchTarget {
  case file(LocalEngine)
  case cluster(ClusterEngine)

  /// Answers a request.
  func search(_ request: SearchRequest) throws -> SearchResponse {
    switch self {
    case .file(let engine): try engine.search(request)
    case .cluster(let engine): try engine.search(request)
    }
  }

  /// Keys and scores of the best hits of several requests, in their order.
  func run(_ requests: [SearchRequest]) -> [Result<[(key: String, score: Double)], any Error>] {
    switch self {
    case .file(let engine): requests.map { request in Result { try engine.run(request) } }
    case .cluster(let engine): engine.run(requests).map { $0.mapError { $0 } }
    }
  }
}

extension ClusterCredentials {
  /// Those of the environment of this process.
  static func fromEnvironment() throws -> ClusterCredentials {
    try ClusterCredentials(environment: ProcessInfo.processInfo.environment)
  }
}
