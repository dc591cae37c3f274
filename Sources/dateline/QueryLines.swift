import Foundation

/// Queries of a file or of standard input, one a line, read as they come.
///
/// Empty lines are passed over; of a line with a tab, as files for evaluation have it, the part
/// behind it is the query.
final class QueryLines {
  // Invariant: the file is closed once, by its owner; `getline` owns and grows the buffer until it is freed with
  // the object.
  private let file: UnsafeMutablePointer<FILE>
  private let isStandardInput: Bool
  private let name: String
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  /// Opens a file, or standard input for `-`.
  /// - Throws: when it cannot be read.
  init(_ path: String) throws(CommandFailure) {
    isStandardInput = path == "-"
    name = isStandardInput ? "standard input" : path
    guard let opened = isStandardInput ? fdopen(STDIN_FILENO, "r") : fopen(path, "r") else {
      throw CommandFailure(
        "\(path): \(String(cString: strerror(errno))); name a file of queries that can be read, or -"
      )
    }
    file = opened
  }

  deinit {
    free(buffer)
    if !isStandardInput { fclose(file) }
  }

  /// The next query; `nil` at the end. Bytes that are no UTF-8 become U+FFFD.
  /// - Throws: when the file cannot be read on.
  func next() throws(CommandFailure) -> String? {
    while let line = try nextLine() {
      let query = line.firstIndex(of: "\t").map { line[line.index(after: $0)...] } ?? line[...]
      if !query.allSatisfy(\.isWhitespace) { return String(query) }
    }
    return nil
  }

  /// The next line without its end; `nil` at the end.
  /// - Throws: when the file cannot be read on.
  func nextLine() throws(CommandFailure) -> String? {
    let count = getline(&buffer, &capacity, file)
    guard count > 0, let buffer else {
      if ferror(file) != 0 {
        throw CommandFailure(
          "\(name): \(String(cString: strerror(errno))); name a file of queries that can be read, or -"
        )
      }
      return nil
    }
    let bytes = UnsafeRawBufferPointer(start: buffer, count: count)
    var line = bytes[...]
    if line.last == UInt8(ascii: "\n") { line = line.dropLast() }
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
