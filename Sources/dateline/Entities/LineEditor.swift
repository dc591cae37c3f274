import Foundation

/// Lets a person change a line in the editor of their choice.
enum LineEditor {
  /// The line as it is when the editor ends: the first that is no comment.
  static func edited(_ line: String) throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("dateline-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = "# Change the line and save; an empty file changes nothing.\n\(line)\n"
    try Data(text.utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The editor may have arguments, so the shell takes it apart.
    process.arguments = ["-c", "\(editor) \"$1\"", "sh", file.path]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CommandFailure("\(editor) ended with status \(process.terminationStatus)")
    }
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    return lines.first { !$0.hasPrefix("#") }.map(String.init) ?? line
  }
}
