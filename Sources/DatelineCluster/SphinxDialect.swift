/// The engine behind a connection, and what it says differently.
enum SphinxDialect: Sendable, Equatable {
  /// Sphinx 2.2.
  case sphinx
  /// Manticore Search.
  case manticore

  /// Tells them apart by the version in the handshake. Sphinx gives its own (`2.2.11-id64-release (95ae9a6)`),
  /// Manticore one that ends in its commit and date, with or without its name (`6.2.12 dc5144d35@230822`).
  init(version: String) {
    let isSphinx = version.hasPrefix("2.") && !version.contains("@") || version.contains("-id64")
    self = isSphinx && !version.lowercased().contains("manticore") ? .sphinx : .manticore
  }

  /// Name for people.
  var name: String { self == .sphinx ? "Sphinx" : "Manticore Search" }
}
