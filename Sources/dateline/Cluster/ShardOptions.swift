import ArgumentParser
import DatelineCluster

/// The servers of a cluster's shards.
struct ShardOptions: ParsableArguments {
  @Option(
    name: .customLong("shards"),
    help: ArgumentHelp(
      "Of a cluster: its shards in order, HOST:PORT,...; mirrors of one with |.",
      valueName: "servers"))
  var text: String?

  /// The servers of each shard; `nil` when none are named.
  /// - Throws: a `ValidationError`.
  var servers: [[ClusterAddress.Server]]? {
    get throws {
      do {
        return try text.map { try Self.servers($0) }
      } catch {
        throw ValidationError("--shards \(error)")
      }
    }
  }

  func validate() throws { _ = try servers }

  /// Reads the addresses of shards: separated by commas, the mirrors of one by `|`.
  static func servers(_ text: String) throws(ClusterError) -> [[ClusterAddress.Server]] {
    // Of a password with commas no piece is to be repeated either.
    if text.contains("@") {
      throw .badAddress(
        "...",
        reason: "user and password do not belong here; "
          + "\(ClusterCredentials.userVariable) and \(ClusterCredentials.passwordVariable) say who asks"
      )
    }
    var shards: [[ClusterAddress.Server]] = []
    for shard in text.split(separator: ",", omittingEmptySubsequences: false) {
      var mirrors: [ClusterAddress.Server] = []
      for server in shard.split(separator: "|", omittingEmptySubsequences: false) {
        mirrors.append(try ClusterAddress.Server(server))
      }
      shards.append(mirrors)
    }
    return shards
  }
}

/// A cluster that is written to, in place of a file.
struct ClusterTargetOptions: ParsableArguments {
  @OptionGroup var shards: ShardOptions

  @Option(
    help: ArgumentHelp(
      "Of a cluster: how long a server may take over a batch, all tries together.",
      valueName: "seconds"))
  var serverTimeout: UInt32 = 60

  func validate() throws {
    guard (1...86_400).contains(serverTimeout) else {
      throw ValidationError("--server-timeout must be from 1 to 86400")
    }
  }

  /// The cluster at an address; `nil` when neither address nor shards are given.
  /// - Parameter option: name of the option that the address came with.
  /// - Throws: a `ValidationError`.
  func cluster(_ address: String?, option: String) throws -> ClusterTarget? {
    guard (address == nil) == (shards.text == nil) else {
      throw ValidationError("\(option) and --shards go together: articles are sent to the shards")
    }
    guard let address, let servers = try shards.servers else { return nil }
    do {
      return ClusterTarget(
        address: try ClusterAddress(address), shards: servers, serverTimeout: serverTimeout)
    } catch {
      throw ValidationError("\(option) \(error)")
    }
  }
}

/// A cluster that articles are written to.
struct ClusterTarget {
  let address: ClusterAddress
  let shards: [[ClusterAddress.Server]]
  let serverTimeout: UInt32
}
