import ArgumentParser
import DatelineCluster
import DatelineIndex
import Foundation

/// `dateline check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Prove that the index file is in order, or repair it.",
    discussion: """
      With --repair a file that is not in order is read as far as it can be, and a
      new one is made of its articles; the damaged file stays as it is.

      With --engine a cluster is checked in place of a file: the front, and with
      --shards each of its servers, as `dateline cluster check` does.

      Exit status: 0 everything in order or repaired without loss, 1 something is
      wrong or lost, 2 cannot be checked or repaired.
      """)

  @OptionGroup var database: DatabaseOptions

  @Flag(help: "Print a JSON object.")
  var json = false

  @Flag(
    help: "Make a new file of a damaged one: as NAME-repaired.db beside it, or as --output says.")
  var repair = false

  @Option(
    name: .shortAndLong,
    help: .init("File that --repair makes.", valueName: "file"))
  var output: String?

  @Flag(
    help: "Put what was saved into the file itself; a copy of what it held is kept as NAME.damaged."
  )
  var inPlace = false

  @Option(
    help: ArgumentHelp(
      "Check a cluster of Manticore or Sphinx: sphinxql://HOST:PORT/INDEX.", valueName: "address"))
  var engine: String?

  @OptionGroup var shards: ShardOptions

  func validate() throws {
    if shards.text != nil, engine == nil { throw ValidationError("--shards goes with --engine") }
    if engine != nil, repair || database.path != nil {
      throw ValidationError("--engine goes with neither --repair nor --db")
    }
    _ = try cluster
    if !repair, output != nil || inPlace {
      throw ValidationError("--output and --in-place belong to --repair")
    }
    if output != nil, inPlace { throw ValidationError("either --output or --in-place") }
  }

  /// The cluster to check, and its shards as far as they are named; `nil` for a file.
  private var cluster: (address: ClusterAddress, shards: [[ClusterAddress.Server]])? {
    get throws {
      guard let engine else { return nil }
      do {
        return (try ClusterAddress(engine), try shards.servers ?? [])
      } catch {
        throw ValidationError("--engine \(error)")
      }
    }
  }

  func run() throws {
    if let (address, shards) = try cluster {
      return try ClusterVerification.run(address, shards, json: json)
    }
    if repair { return try runRepair() }
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

  private func runRepair() throws {
    let path = database.file
    if let check = try checkBeforeRepair(path), check.passed {
      Console.write(
        json
          ? JSONText.of(Summary(passed: true, findings: check.findings), pretty: true) + "\n"
          : "\(Console.safe(path)) is in order; there is nothing to repair\n")
      return
    }
    let result = try IndexRepair.run(path: path, into: inPlace ? nil : output ?? repairedPath(path))
    if json {
      Console.write(JSONText.of(result, pretty: true) + "\n")
    } else {
      var text = "repaired: \(result.articles) articles in \(result.file)\n"
      for note in result.notes { text += "made   \(note)\n" }
      for loss in result.losses { text += "LOST   \(loss)\n" }
      switch result.lostArticles {
      case 0?: break
      case let count?: text += "LOST   \(count) articles that the full-text index knew\n"
      case nil: text += "how many articles there were cannot be read any more\n"
      }
      if !result.doubtful.isEmpty {
        let numbers = result.doubtful.prefix(20).map(String.init).joined(separator: ", ")
        text += "DOUBT  what \(result.doubtful.count) articles say may be damaged: \(numbers)"
        text += result.doubtful.count > 20 ? ", ...\n" : "\n"
      }
      text += "kept   the damaged file is \(result.damaged)\n"
      Console.write(Console.safe(text))
    }
    if !result.isComplete { throw ExitCode(1) }
  }

  /// What a check finds; `nil` for a file that cannot even be checked, and may still hold articles.
  /// - Throws: where somebody writes to the file, or it is a later version's: nothing says that it is damaged then.
  private func checkBeforeRepair(_ path: String) throws -> IndexCheck? {
    do throws(IndexError) {
      return try IndexCheck.run(path: path)
    } catch {
      switch error {
      case .busy, .newerSchema: throw error
      default: return nil
      }
    }
  }

  /// "news-repaired.db" for "news.db".
  private func repairedPath(_ path: String) -> String {
    let name = path as NSString
    let suffix = name.pathExtension.isEmpty ? "" : "." + name.pathExtension
    return name.deletingPathExtension + "-repaired" + suffix
  }

  private struct Summary: Encodable {
    var passed: Bool
    var findings: [IndexCheck.Finding]
  }
}
