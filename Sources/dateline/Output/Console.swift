import DatelineIndex
import Foundation

/// Output of the tool: data to stdout, everything else to stderr.
enum Console {
  /// Writes to stdout: exactly the text, unless that is a terminal, which gets nothing that steers it.
  static func write(_ text: String, _ content: VisibleText.Content = .text) {
    emit(stdoutIsTerminal ? VisibleText.of(text, content) : text, to: STDOUT_FILENO)
  }

  /// Writes a line for a person to stderr.
  static func note(_ text: String) {
    emit(message(text) + "\n", to: STDERR_FILENO)
  }

  /// Tells of a file of an older version that was upgraded before it was written to.
  static func note(_ upgrade: IndexUpgrade?) {
    guard let upgrade, let copy = upgrade.backup else { return }
    note(
      safe("upgraded from schema \(upgrade.from) to \(upgrade.to); the file as it was is \(copy)"))
  }

  /// Writes an error message to stderr.
  static func error(_ text: String) {
    let prefix = text.hasPrefix("Error:") ? "" : "Error: "
    // What was typed is told again, and a shell may have put in any name of a file.
    emit(prefix + message(text) + "\n", to: STDERR_FILENO)
  }

  private static func message(_ text: String) -> String {
    let text = safe(text)
    return stderrIsTerminal ? VisibleText.of(text, .text) : text
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
          error(
            "the output cannot be written: \(String(cString: strerror(errno))); make room, or send it elsewhere"
          )
          exit(2)
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  /// Whether stdout is a terminal.
  static let stdoutIsTerminal = isatty(STDOUT_FILENO) == 1
  /// Whether stderr is a terminal.
  static let stderrIsTerminal = isatty(STDERR_FILENO) == 1

  /// Columns of the terminal that stdout is: `COLUMNS` if set, else what the terminal says, else 80;
  /// `nil` when it is none, so that lines stay whole for other programs.
  static var terminalWidth: Int? {
    guard stdoutIsTerminal else { return nil }
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }),
      columns > 0
    {
      return columns
    }
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }

  /// The text without what could steer a terminal: control characters, and embeddings, overrides and
  /// isolates of writing direction. Marks of direction (U+200E, U+200F, U+061C) only place the
  /// characters beside them and stay, except at a terminal (``VisibleText``).
  ///
  /// Text that runs from right to left is given in logical order and without isolates of our own:
  /// each snippet is a line to itself, and terminals that do not know them print boxes.
  static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isUnsafe(scalar) ? (scalar == "\n" ? "\n" : " ") : scalar)
    }
    return String(result)
  }

  /// Whether a scalar could steer a terminal, or change the order of what it shows.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether a scalar is an invisible mark of writing direction, which with those that are unsafe makes up
  /// Unicode's property Bidi_Control.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{200E}" || scalar == "\u{200F}" || scalar == "\u{061C}"
  }
}
