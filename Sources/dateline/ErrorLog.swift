import DatelineCore
import Foundation

/// Reports rejected records: the first ones on stderr, all of them to a file when one is given.
final class ErrorLog {
  private static let mostShown = 20
  private let file: FileHandle?
  private let isQuiet: Bool
  private var count = 0

  /// - Throws: when the file cannot be written.
  init(path: String?, isQuiet: Bool) throws {
    self.isQuiet = isQuiet
    guard let path else {
      file = nil
      return
    }
    file = try OutputFile.create(path)
  }

  /// Reports a rejected record.
  func add(_ rejection: Rejection) throws {
    count += 1
    if !isQuiet, count <= Self.mostShown {
      let place =
        "\(rejection.origin.file), record \(rejection.origin.record), byte \(rejection.origin.offset)"
      Console.note(
        Console.safe("\(place): \(rejection.reason.rawValue): \(rejection.message)"))
    }
    try file?.write(contentsOf: Data((JSONText.of(rejection) + "\n").utf8))
  }

  /// Says how many were not shown.
  func finish() {
    if !isQuiet, count > Self.mostShown {
      let hint = file == nil ? "; --errors FILE keeps all" : ""
      let rest = Quantity.text(count - Self.mostShown, "more rejected record")
      Console.note("... and \(rest)\(hint)")
    }
    try? file?.close()
  }
}
