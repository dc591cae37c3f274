/// A notation in which news dumps are read.
package enum InputFormat: String, Sendable, CaseIterable {
  /// Plain text, one article (or flattened page) a file.
  case text
  /// One JSON object a line (JSON Lines, NDJSON).
  case jsonl
  /// One JSON object, an array of objects, or an object that holds such an array.
  case json
  /// Comma separated values (RFC 4180), `;` and `|` recognised from the header.
  case csv
  /// Tab separated values.
  case tsv

  /// The format that a file name's extension stands for; `nil` for an unknown one.
  package init?(path: String) {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."),
      dot != name.startIndex
    else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "jsonl", "ndjson": self = .jsonl
    case "json": self = .json
    case "csv": self = .csv
    case "tsv": self = .tsv
    default: return nil
    }
  }
}
