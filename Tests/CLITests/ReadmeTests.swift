import Foundation
import Testing

/// Runs the console blocks of the README and compares what they print.
///
/// A block is fenced as `console`; lines that begin with `$ ` are commands, the lines behind them
/// their output. A line `...` stands for any number of lines; numbers before time and rate units
/// match any number. All blocks run in order in one folder beside a copy of the corpus.
@Suite struct ReadmeTests {
  private struct Step {
    var command: String
    var output: [String]
  }

  private static func steps() throws -> [Step] {
    let readme = try String(
      contentsOf: CommandFolder.package.appendingPathComponent("README.md"), encoding: .utf8)
    var steps: [Step] = []
    var isConsole = false
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole, line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), output: []))
      } else if isConsole, !steps.isEmpty {
        steps[steps.count - 1].output.append(line)
      }
    }
    return steps
  }

  /// Numbers that differ from run to run as `#`.
  private static func comparable(_ line: String) -> String {
    var result = ""
    var rest = Substring(line)
    while let first = rest.first {
      guard first.isNumber else {
        result.append(first)
        rest.removeFirst()
        continue
      }
      let number = rest.prefix { $0.isNumber || $0 == "." }
      let after = rest.dropFirst(number.count)
      let isMeasured = [" ms", " s,", " articles/s", " MB/s", " kB", " MB", " GB"].contains {
        after.hasPrefix($0)
      }
      result += isMeasured ? "#" : number
      rest = after
    }
    while result.last == " " { result.removeLast() }
    return result
  }

  private static func matches(_ expected: ArraySlice<String>, _ actual: ArraySlice<String>) -> Bool
  {
    guard let first = expected.first else { return actual.isEmpty }
    if first == "..." {
      let rest = expected.dropFirst()
      return (0...actual.count).contains { matches(rest, actual.dropFirst($0)) }
    }
    guard let line = actual.first, comparable(first) == comparable(line) else { return false }
    return matches(expected.dropFirst(), actual.dropFirst())
  }

  @Test func consoleBlocksPrintWhatTheyShow() throws {
    let steps = try Self.steps()
    #expect(steps.count >= 8)
    let folder = try CommandFolder()
    try FileManager.default.copyItem(
      at: CommandFolder.package.appendingPathComponent("Corpus"),
      to: folder.url.appendingPathComponent("Corpus"))
    for step in steps {
      let result = try folder.shell(step.command)
      var expected = step.output
      while expected.last?.isEmpty == true { expected.removeLast() }
      var actual = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      while actual.last?.isEmpty == true { actual.removeLast() }
      #expect(
        Self.matches(expected[...], actual[...]),
        "\(step.command)\nprinted\n\(result.output)\(result.errors)")
    }
  }

  @Test func everyCommandIsDocumented() throws {
    let readme = try String(
      contentsOf: CommandFolder.package.appendingPathComponent("README.md"), encoding: .utf8)
    let help = try CommandFolder().dateline(["--help"]).output
    let commands = help.components(separatedBy: "SUBCOMMANDS:").last ?? ""
    // Commands are indented by two; the closing hint begins with a capital.
    let names = commands.split(separator: "\n").filter { line in
      line.hasPrefix("  ") && line.dropFirst(2).first?.isLowercase == true
    }
    .compactMap { $0.split(separator: " ").first }
    #expect(names.count >= 6)
    for name in names { #expect(readme.contains("dateline \(name)"), "\(name)") }
  }
}
