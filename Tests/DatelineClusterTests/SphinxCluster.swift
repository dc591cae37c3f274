import DatelineAnalysis
import DatelineCore
import Foundation
import Synchronization
import Testing

@testable import DatelineCluster

/// Real servers of Sphinx on loopback, in a folder of their own; stopped when it goes.
final class SphinxCluster {
  /// Where the server is, or `nil` when it is not installed: then the tests skip.
  static let program = ["/usr/bin/searchd", "/usr/local/bin/searchd"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static let isInstalled: Bool = {
    if program == nil { print("skipped: searchd (Debian: sphinxsearch) is not installed") }
    return program != nil
  }()

  let folder: URL
  /// The servers of each shard.
  let groups: [[ClusterConfiguration.Node]]
  /// The first server of each shard.
  var shards: [ClusterConfiguration.Node] { groups.map { $0[0] } }
  let front: ClusterConfiguration.Node
  private var processes: [String: Process] = [:]

  /// - Parameters:
  ///   - change: changes the files of the shards.
  ///   - changeFront: changes the file of the front.
  init(
    shards count: Int, mirrors: Int = 1, queryTimeout: Int = 5_000,
    change: (String) -> String = { $0 }, changeFront: (String) -> String = { $0 }
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "dateline-cluster-\(UUID().uuidString)")
    let folder = folder
    func node(_ name: String) throws -> ClusterConfiguration.Node {
      let place = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: place.appending(path: "binlog"), withIntermediateDirectories: true)
      return ClusterConfiguration.Node(
        host: "127.0.0.1", port: try Self.freePort(), queryPort: try Self.freePort(),
        folder: place.path)
    }
    groups = try (0..<count).map { shard in
      try (0..<mirrors).map { try node("shard\(shard)-\($0)") }
    }
    front = try node("front")
    let configuration = ClusterConfiguration(
      engine: .sphinx, index: "news", queryTimeout: queryTimeout)
    for node in groups.flatMap({ $0 }) { try start(node, change(configuration.shard(node))) }
    try start(front, changeFront(configuration.front(front, shards: groups)))
  }

  deinit {
    for process in processes.values {
      // A stopped process does not end otherwise.
      kill(process.processIdentifier, SIGCONT)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    try? FileManager.default.removeItem(at: folder)
  }

  var address: ClusterAddress {
    get throws { try ClusterAddress(server: server(front), index: "news") }
  }

  func server(_ node: ClusterConfiguration.Node) -> ClusterAddress.Server {
    ClusterAddress.Server(host: node.host, port: node.queryPort)
  }

  func engine(
    requiresComplete: Bool = false, gazetteer: Gazetteer = .builtIn, timeout: UInt32 = 30
  ) throws -> ClusterEngine {
    try ClusterEngine(
      address, credentials: ClusterCredentials(), gazetteer: gazetteer,
      requiresComplete: requiresComplete, timeout: timeout)
  }

  func writer(
    gazetteer: Gazetteer = .builtIn, patience: UInt32 = 60, firstDelay: Double = 0.2
  ) throws -> ClusterWriter {
    try ClusterWriter(
      index: "news", shards: servers, credentials: ClusterCredentials(), gazetteer: gazetteer,
      patience: patience, firstDelay: firstDelay)
  }

  /// The servers of the shards, mirrors together.
  var servers: [[ClusterAddress.Server]] { groups.map { $0.map(server) } }

  /// What is wrong with the cluster.
  var problems: [String] {
    get throws {
      try ClusterCheck(address, shards: servers, credentials: ClusterCredentials()).run().problems
    }
  }

  /// Sends a signal to the server of a node.
  func signal(_ node: ClusterConfiguration.Node, _ signal: Int32) {
    guard let process = processes[node.folder] else { return }
    kill(process.processIdentifier, signal)
    if signal == SIGKILL { process.waitUntilExit() }
  }

  /// Starts the server of a node again, with what it had.
  func restart(_ node: ClusterConfiguration.Node) throws { try start(node, nil) }

  private func start(_ node: ClusterConfiguration.Node, _ text: String?) throws {
    let file = node.folder + "/searchd.conf"
    if let text { try text.write(toFile: file, atomically: true, encoding: .utf8) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.program))
    process.arguments = ["--config", file, "--nodetach"]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
    process.standardError = FileHandle(forWritingAtPath: "/dev/null")
    try process.run()
    processes[node.folder] = process
    let deadline = Date(timeIntervalSinceNow: 30)
    while true {
      do {
        _ = try SphinxConnection(server(node)).run("SHOW TABLES")
        return
      } catch {
        guard Date() < deadline else {
          let log = try? String(contentsOfFile: node.folder + "/searchd.log", encoding: .utf8)
          Issue.record("the server does not start: \(error) \(log ?? "")")
          throw error
        }
        usleep(50_000)
      }
    }
  }

  /// The port given out last: below those that the system gives to clients, so that none is taken
  /// between here and the server's start.
  private static let lastPort = Mutex(UInt16(28_000 + getpid() % 2_000))

  /// A port that nothing listens on and that was not given out before.
  private static func freePort() throws -> UInt16 {
    for _ in 0..<1_000 {
      let port = lastPort.withLock { last in
        last = last < 32_000 ? last + 1 : 28_000
        return last
      }
      if isFree(port) { return port }
    }
    throw ClusterError.unmapped(reason: "no port is free")
  }

  private static func isFree(_ port: UInt16) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
