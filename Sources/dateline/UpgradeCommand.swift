import ArgumentParser
import DatelineIndex

/// `dateline upgrade`.
struct UpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: "Bring a file of an older version up to date, with a copy of it as it was.",
    discussion: """
      Files of older versions can be searched as they are. Whatever writes into one
      brings it up to date first, with a copy too. All happens in one transaction:
      when something is in the way, the file stays as it was.
      Exit status: 0 done, or nothing to do, 2 error.
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(
    help: .init(
      "Where the copy goes. Default: the file's name with .schema1 behind it.", valueName: "file"))
  var backup: String?

  @OptionGroup var busy: BusyOptions

  @Flag(help: "Print a JSON object.")
  var json = false

  func run() throws {
    let result = try IndexUpgrade.run(
      path: database.file, backup: backup, busyTimeout: busy.busyTimeout)
    if json {
      Console.write(JSONText.of(result, pretty: true) + "\n")
    } else if let copy = result.backup {
      Console.write(
        Console.safe(
          "upgraded from schema \(result.from) to \(result.to); the file as it was is \(copy)\n"))
    } else {
      Console.write("schema \(result.to), nothing to do\n")
    }
  }
}
