import Foundation
import Testing

/// Output of a finished command.
struct CommandResult {
  var status: Int32
  var output: String
  var errors: String
}

/// Runs the built `dateline` in a folder of its own, which is removed when the test ends.
final class CommandFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("dateline-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The built executable: it stands beside the test bundle.
  static var binary: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("dateline")
  }

  /// The root of the package.
  static var package: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func write(_ name: String, _ text: String) throws {
    try write(name, Data(text.utf8))
  }

  func write(_ name: String, _ data: Data) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Runs `dateline` with arguments.
  func dateline(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws -> CommandResult {
    try run(Self.binary.path, arguments, input: input, environment: environment)
  }

  /// Runs a command line in bash, with `dateline` on the path.
  func shell(_ line: String) throws -> CommandResult {
    let path = Self.binary.deletingLastPathComponent().path
    return try run(
      "/bin/bash", ["-c", line],
      environment: ["PATH": path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")])
  }

  func run(
    _ executable: String, _ arguments: [String], input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> CommandResult {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = url
    var variables = ProcessInfo.processInfo.environment
    for name in ["DATELINE_DB", "NO_COLOR", "CLICOLOR_FORCE"] { variables[name] = nil }
    variables.merge(environment) { $1 }
    process.environment = variables
    // Files instead of pipes: nothing to drain, whatever the amount.
    let id = UUID().uuidString
    let outputURL = FileManager.default.temporaryDirectory.appendingPathComponent(id + ".out")
    let errorURL = FileManager.default.temporaryDirectory.appendingPathComponent(id + ".err")
    let inputURL = FileManager.default.temporaryDirectory.appendingPathComponent(id + ".in")
    try Data((input ?? "").utf8).write(to: inputURL)
    try Data().write(to: outputURL)
    try Data().write(to: errorURL)
    defer {
      for file in [outputURL, errorURL, inputURL] { try? FileManager.default.removeItem(at: file) }
    }
    process.standardInput = try FileHandle(forReadingFrom: inputURL)
    process.standardOutput = try FileHandle(forWritingTo: outputURL)
    process.standardError = try FileHandle(forWritingTo: errorURL)
    try process.run()
    process.waitUntilExit()
    return CommandResult(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: outputURL), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorURL), as: UTF8.self))
  }
}

/// A small dump.
enum SampleDump {
  static let jsonl = """
    {"id":"a1","title":"NATO chief slams attacks","body":"NATO said Russia was behind the cyber attacks. <b>A special response unit</b> is planned.","published":"2016-07-08","source":"Harbour Wire","url":"https://example.com/a1"}
    {"id":"a2","title":"Markets rise","body":"Shares rose in Zürich. The euro fell.","published":"2017-01-05T08:00:00Z","source":"Kestrel","tags":["money"]}
    {"id":"a3","title":"Trump wins","body":"Donald Trump won. NATO allies waited.","published":"2016-11-09","source":"Harbour Wire"}

    """
}
