import ArgumentParser

/// How long commands that write wait for each other.
struct BusyOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How long to wait for another writer.", valueName: "seconds"))
  var busyTimeout = 10.0

  func validate() throws {
    guard (0...86_400).contains(busyTimeout) else {
      throw ValidationError("--busy-timeout must be from 0 to 86400")
    }
  }
}
