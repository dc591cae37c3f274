import ArgumentParser
import DatelineIndex
import Foundation

/// `dateline entities apply`.
struct EntitiesApply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Tag all articles in the file with the entities that hold.",
    discussion: """
      The result is that of indexing everything anew; only articles whose entities or
      mentions change are written. Searches go on meanwhile. Ctrl-C, or any other
      interruption, leaves the file in order; the same command completes the work.
      Exit status: 0 done, 2 error, 130 interrupted.
      """)

  @OptionGroup var database: DatabaseOptions

  @Option(help: ArgumentHelp("Threads that tag. Default: one for each core.", valueName: "count"))
  var workers: Int?

  @OptionGroup var busy: BusyOptions

  @Flag(help: "Print the summary as a JSON object.")
  var json = false

  func validate() throws {
    if let workers, workers < 1 { throw ValidationError("--workers must be at least 1") }
  }

  func run() throws {
    // Opening through the reader first: a file that is not there is not made.
    _ = try IndexReader(path: database.file)
    var application = EntityApplication(
      path: database.file, busyTimeout: busy.busyTimeout)
    if let workers { application.workers = workers }
    try application.run(json: json)
  }
}

/// Tags the articles of a file anew and says what became of them.
struct EntityApplication {
  let path: String
  /// Seconds to wait for another writer.
  let busyTimeout: Double
  var workers = ProcessInfo.processInfo.activeProcessorCount

  init(path: String, busyTimeout: Double) { (self.path, self.busyTimeout) = (path, busyTimeout) }

  private struct Summary: Encodable {
    var schema = 1
    var articles: Int
    var changed: Int
    var seconds: Double
    var complete: Bool
    var interrupted: Bool
  }

  func run(json: Bool) throws {
    Interrupt.arm()
    let start = ContinuousClock.now
    let writer = try IndexWriter(path: path, options: .init(busyTimeout: busyTimeout))
    Console.note(writer.upgrade)
    var shown = start
    let result = try writer.retag(workers: workers) { progress in
      let now = ContinuousClock.now
      if Console.stderrIsTerminal, now - shown > .milliseconds(100) {
        shown = now
        let share = Double(progress.read) / Double(max(progress.total, 1))
        Console.redraw(
          "tagging \(min(100, Int(share * 100)))%, \(progress.read) articles, "
            + "\(progress.changed) changed")
      }
      return !Interrupt.isRaised
    }
    try writer.close()
    if Console.stderrIsTerminal { Console.redraw("") }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let isInterrupted = Interrupt.isRaised && !result.isComplete
    if json {
      let summary = Summary(
        articles: result.read, changed: result.changed, seconds: seconds,
        complete: result.isComplete, interrupted: isInterrupted)
      Console.write(JSONText.of(summary, pretty: true) + "\n")
    } else {
      Console.write(
        "\(Quantity.text(result.read, "article")) read, \(result.changed) changed\n"
          + String(format: "%.1f s, ", seconds)
          + String(format: "%.0f articles/s\n", Double(result.read) / max(seconds, 1e-6)))
    }
    if isInterrupted {
      Console.note("interrupted; `dateline entities apply` completes it")
      throw ExitCode(130)
    }
    if !result.isComplete {
      Console.note(
        "another process has added articles with other entities; run `dateline entities apply` again"
      )
    }
  }
}
