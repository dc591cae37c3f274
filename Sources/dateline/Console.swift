import Foundation

/// Output of the tool: data to stdout, everything else to stderr.
enum Console {
  /// Writes data to stdout.
  static func write(_ text: String) {
    emit(text, to: STDOUT_FILENO)
  }

  /// Writes a line for a person to stderr.
  static func note(_ text: String) {
    emit(text + "\n", to: STDERR_FILENO)
  }

  /// Writes an error message to stderr.
  static func error(_ text: String) {
    let prefix = text.hasPrefix("Error:") ? "" : "Error: "
    emit(prefix + text + "\n", to: STDERR_FILENO)
  }

  /// Redraws the line of the progress bar on stderr.
  static func redraw(_ line: String) {
    emit("\r" + line + "\u{1B}[K", to: STDERR_FILENO)
  }

  private static func emit(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 {
          if descriptor == STDERR_FILENO { return }
          error("the output cannot be written: \(String(cString: strerror(errno)))")
          exit(2)
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  /// Whether stdout is a terminal.
  static var stdoutIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether stderr is a terminal.
  static var stderrIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The text without what could steer a terminal: control characters and changes of writing
  /// direction.
  static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isUnsafe(scalar) ? (scalar == "\n" ? "\n" : " ") : scalar)
    }
    return String(result)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

/// When to colour the output.
enum ColorMode: String, CaseIterable {
  case auto, always, never

  /// Whether to colour stdout: the option first, then the conventions of the environment
  /// (`NO_COLOR`, `CLICOLOR_FORCE`, `TERM=dumb`), then whether it is a terminal.
  func isOn(environment: [String: String], isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if let value = environment["NO_COLOR"], !value.isEmpty { return false }
      if let value = environment["CLICOLOR_FORCE"], !value.isEmpty, value != "0" { return true }
      return isTerminal && environment["TERM"] != "dumb"
    }
  }
}

/// ANSI styles of the terminal output.
struct Style {
  let isOn: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func match(_ text: String) -> String { wrap(text, "1;33") }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
