import Foundation

/// Lets a person change a line in the editor of their choice.
enum LineEditor {
  /// The line as it is when the editor ends: the first that is no comment.
  static func edited(_ line: String) throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let editor = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "vi"
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("dateline-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = "# Change the line and save; an empty file changes nothing.\n\(line)\n"
    try Data(text.utf8).write(to: file)
    let status = run(editor, on: file.path)
    guard status == 0 else {
      throw CommandFailure(
        "\(editor) ended with status \(status); nothing was changed; EDITOR names another editor")
    }
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    return lines.first { !$0.hasPrefix("#") }.map(String.init) ?? line
  }

  /// Runs an editor, which may have arguments, on a file.
  ///
  /// Not by `Process`: its children are process groups of their own, which the terminal stops when they
  /// read from it.
  /// - Returns: the status as shells have it.
  private static func run(_ editor: String, on path: String) -> Int32 {
    let status = system("\(editor) '\(path.replacing("'", with: "'\\''"))'")
    if status == -1 { return 127 }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
