import Foundation

/// Who asks, and whether the connection is encrypted. Sphinx knows neither.
public struct ClusterCredentials: Sendable, Equatable {
  package static let userVariable = "DATELINE_ENGINE_USER"
  package static let passwordVariable = "DATELINE_ENGINE_PASSWORD"
  static let passwordFileVariable = "DATELINE_ENGINE_PASSWORD_FILE"
  static let tlsVariable = "DATELINE_ENGINE_TLS"

  /// Name of the user.
  public var user = "dateline"
  /// Password, if there is one.
  public var password: String?
  /// Whether the server must speak TLS and prove who it is.
  public var usesTLS = false
  /// File of certificates that prove it, in place of those of the system.
  public var certificates: String?

  /// Creates credentials: no password, no TLS.
  public init() {}

  /// Reads them from environment variables: `DATELINE_ENGINE_USER`, `DATELINE_ENGINE_PASSWORD` or
  /// `DATELINE_ENGINE_PASSWORD_FILE`, and `DATELINE_ENGINE_TLS` (`on`, or a file of certificates).
  /// - Throws: ``ClusterError/badAddress(_:reason:)`` for a file that cannot be read, or of passwords that others may
  ///   read, too.
  public init(environment: [String: String]) throws(ClusterError) {
    if let name = environment[Self.userVariable], !name.isEmpty { user = name }
    password = environment[Self.passwordVariable]
    if password == nil, let file = environment[Self.passwordFileVariable] {
      password = try Self.secret(in: file)
    }
    switch environment[Self.tlsVariable] ?? "" {
    case "", "off", "0": break
    case "on", "1": usesTLS = true
    case let file:
      guard FileManager.default.isReadableFile(atPath: file) else {
        throw .badAddress(
          file,
          reason: "\(Self.tlsVariable) must be on, off or a file of certificates that can be read")
      }
      usesTLS = true
      certificates = file
    }
  }

  /// The first line of a file that its owner alone may read.
  private static func secret(in file: String) throws(ClusterError) -> String {
    func failure(_ reason: String) -> ClusterError {
      .badAddress(file, reason: "\(reason) (it is named by \(passwordFileVariable))")
    }
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw failure("the file cannot be read")
    }
    defer { try? handle.close() }
    // Of the open file, so that no other one is read than the one looked at.
    var status = stat()
    guard fstat(handle.fileDescriptor, &status) == 0 else {
      throw failure("the file cannot be read")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw failure("others than its owner may read the file; chmod 600 it")
    }
    let text = (try? handle.readToEnd()).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self) }
    guard let secret = text?.split(whereSeparator: \.isNewline).first.map(String.init) else {
      throw failure("the file has no password in its first line")
    }
    return secret
  }
}

extension ClusterCredentials: CustomStringConvertible, CustomReflectable {
  /// Without the password.
  public var description: String {
    "\(user), password: \(password == nil ? "no" : "yes"), TLS: \(usesTLS ? "yes" : "no")"
  }

  /// Nothing, so that no dump shows the password.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
