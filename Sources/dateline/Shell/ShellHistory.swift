import Foundation

/// Lines typed in former shells: a text file that only its owner can read.
struct ShellHistory {
  /// Lines that are kept.
  static let longest = 1000

  let path: String

  /// The file in the environment's state folder: `$XDG_STATE_HOME/dateline/history`, else below
  /// `~/.local/state`; `nil` without a home.
  init?(environment: [String: String]) {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      path = state + "/dateline/history"
    } else if let home = environment["HOME"], home.hasPrefix("/") {
      path = home + "/.local/state/dateline/history"
    } else {
      return nil
    }
  }

  /// The last lines, oldest first. When there are many more the file is shortened.
  func lines() -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let all = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    let last = Array(all.suffix(Self.longest))
    if all.count > 2 * Self.longest {
      let text = last.map { $0 + "\n" }.joined()
      // Written beside and moved, with the owner's rights only.
      let other = path + ".new"
      if write(text, to: other, flags: O_TRUNC) { rename(other, path) }
    }
    return last
  }

  /// Adds a line. Several shells may do so at a time; a failure is no reason to stop one.
  func append(_ line: String) {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    _ = write(line.replacing("\n", with: " ") + "\n", to: path, flags: O_APPEND)
  }

  private func write(_ text: String, to path: String, flags: Int32) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var text = text
    return text.withUTF8 { Foundation.write(descriptor, $0.baseAddress, $0.count) == $0.count }
  }
}
