/// Who asks, and whether the connection is encrypted. Sphinx knows neither.
public struct ClusterCredentials: Sendable, Equatable {
  static let userVariable = "DATELINE_ENGINE_USER"
  static let passwordVariable = "DATELINE_ENGINE_PASSWORD"
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
  /// - Parameter read: gives the text of a file.
  public init(
    environment: [String: String], read: (String) throws -> String
  ) throws(ClusterError) {
    if let name = environment[Self.userVariable], !name.isEmpty { user = name }
    password = environment[Self.passwordVariable]
    if password == nil, let file = environment[Self.passwordFileVariable] {
      do {
        let text = try read(file)
        password = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      } catch {
        throw .badAddress(file, reason: "the file named by \(Self.passwordFileVariable): \(error)")
      }
    }
    switch environment[Self.tlsVariable] ?? "" {
    case "", "off", "0": break
    case "on", "1": usesTLS = true
    case let file:
      usesTLS = true
      certificates = file
    }
  }
}
