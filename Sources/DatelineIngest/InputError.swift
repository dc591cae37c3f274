/// An input that cannot be read at all. Faults inside a file are ``IngestEvent/rejected(_:)``.
package enum InputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No file has this path, and no file matches it as a pattern.
  case notFound(path: String)
  /// The file or directory exists but cannot be opened; the message is the system's.
  case unreadable(path: String, message: String)
  /// A directory holds no file of a supported kind.
  case noArticles(path: String)

  /// One line for a person.
  package var description: String {
    switch self {
    case .notFound(let path):
      return
        "\(path): no such file or directory, and no file matches it as a pattern; names begin at the folder that "
        + "the command runs in"
    case .unreadable(let path, let message):
      return "\(path): \(message); name a file or directory that can be read"
    case .noArticles(let path):
      return "\(path): no file here whose name ends like one with articles, compressed or not "
        + "(.txt, .html, .jsonl, .json, .csv, .xml, .warc, .zip and others)"
    }
  }
}
