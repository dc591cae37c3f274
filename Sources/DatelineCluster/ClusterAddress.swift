import Foundation

/// Where a cluster answers: `sphinxql://HOST:PORT/INDEX`.
public struct ClusterAddress: Sendable, Hashable {
  /// A server that speaks SphinxQL.
  public struct Server: Sendable, Hashable, CustomStringConvertible {
    /// Name or number of the host.
    public var host: String
    /// Port of its SphinxQL listener.
    public var port: UInt16

    /// Creates an address.
    public init(host: String, port: UInt16) {
      self.host = host
      self.port = port
    }

    /// Reads `HOST:PORT`; without a port it is that of Manticore and Sphinx, 9306. A numeric address of
    /// version 6 stands in square brackets.
    public init(_ text: some StringProtocol) throws(ClusterError) {
      let name: Substring
      var rest: Substring
      let text = Substring(text)
      if text.first == "[", let end = text.firstIndex(of: "]") {
        name = text[text.index(after: text.startIndex)..<end]
        rest = text[text.index(after: end)...]
      } else {
        name = text.prefix { $0 != ":" }
        rest = text.dropFirst(name.count)
      }
      let isName = !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x2F }
      guard isName else {
        throw .badAddress(ClusterAddress.masked(text), reason: "a host is missing; write HOST:PORT")
      }
      host = String(name)
      port = ClusterAddress.defaultPort
      if rest.isEmpty { return }
      guard rest.removeFirst() == ":", let number = UInt16(rest), number > 0 else {
        // What is no number may be a password.
        let isNumber = rest.utf8.count <= 6 && rest.utf8.allSatisfy { (0x30...0x39).contains($0) }
        throw .badAddress(
          isNumber ? ClusterAddress.masked(text) : "\(name):...",
          reason: "the port must be from 1 to 65535")
      }
      port = number
    }

    /// `HOST:PORT`.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
  }

  static let scheme = "sphinxql://"
  static let defaultPort: UInt16 = 9306

  /// The server that searches are sent to.
  public var server: Server
  /// Name of the index (Manticore: table): a letter, then letters, digits and underscores.
  public var index: String

  /// Creates an address.
  public init(server: Server, index: String) throws(ClusterError) {
    guard Self.isIndexName(index) else {
      throw .badAddress(
        index, reason: "the name of an index has letters, digits and _, and begins with a letter")
    }
    self.server = server
    self.index = index
  }

  /// Reads `sphinxql://HOST:PORT/INDEX`.
  public init(_ text: String) throws(ClusterError) {
    guard text.lowercased().hasPrefix(Self.scheme) else {
      throw .badAddress(
        Self.masked(text),
        reason: "it does not begin with \(Self.scheme); write sphinxql://HOST:PORT/INDEX")
    }
    let parts = text.dropFirst(Self.scheme.count).split(
      separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    // Anywhere: a password may have a slash.
    if text.contains("@") {
      throw .badAddress(
        Self.masked(text),
        reason: "user and password do not belong here but into \(ClusterCredentials.userVariable)"
          + " and \(ClusterCredentials.passwordVariable)")
    }
    guard parts.count == 2, !parts[1].isEmpty else {
      throw .badAddress(
        Self.masked(text),
        reason: "the name of the index is missing; write sphinxql://HOST:PORT/INDEX")
    }
    try self.init(server: Server(parts[0]), index: String(parts[1]))
  }

  /// An address for messages, which may go to logs: without what stands ahead of an @.
  private static func masked(_ text: some StringProtocol) -> String {
    guard let at = text.lastIndex(of: "@") else { return String(text) }
    let start = text.range(of: "://")?.upperBound ?? text.startIndex
    return text[..<min(start, at)] + "..." + text[at...]
  }

  private static func isIndexName(_ name: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    return name.utf8.count <= 64 && name.utf8.first.map(isLetter) == true
      && name.utf8.allSatisfy { isLetter($0) || $0 == 0x5F || (0x30...0x39).contains($0) }
  }
}
