import ArgumentParser
import DatelineIndex
import Foundation

/// `dateline check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Prove that the index file is in order.",
    discussion: """
      Exit status: 0 everything in order, 1 something is wrong, 2 cannot be checked.
      """)

  @OptionGroup var database: DatabaseOptions

  @Flag(help: "Print a JSON object.")
  var json = false

  func run() throws {
    let check = try IndexCheck.run(path: database.file)
    if json {
      let summary = Summary(passed: check.passed, findings: check.findings)
      Console.write(JSONText.of(summary, pretty: true) + "\n")
    } else {
      for finding in check.findings {
        Console.write(
          "\(finding.passed ? "ok    " : "FAILED") \(finding.check): \(Console.safe(finding.detail))\n"
        )
      }
    }
    if !check.passed { throw ExitCode(1) }
  }

  private struct Summary: Encodable {
    var passed: Bool
    var findings: [IndexCheck.Finding]
  }
}
