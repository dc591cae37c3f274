import DatelineCore
import DatelineSearch
import Foundation

/// Measures what comes before any query that is asked again: opening a file, and starting the program.
enum BenchOpening {
  /// How often each is measured; the median counts.
  private static let times = 7

  /// - Parameter query: the query that is answered first, ten hits with a snippet each.
  /// - Throws: an error of the file, or that the program cannot be started by its own path.
  static func measure(database: String, query: String) throws -> BenchReport.Opening {
    var opened: [Double] = []
    for _ in 0..<times {
      let start = ContinuousClock.now
      _ = try LocalEngine(path: database).search(SearchRequest(query: query, limit: 10))
      opened.append((ContinuousClock.now - start).inSeconds * 1e3)
    }
    let commands = try (0..<times).map { _ in try command(database: database, query: query) }
    return BenchReport.Opening(
      query: query, first: opened.sorted()[times / 2], command: commands.sorted()[times / 2])
  }

  /// Milliseconds of `dateline search` from start to end.
  private static func command(database: String, query: String) throws -> Double {
    let path = CommandLine.arguments[0].contains("/") ? CommandLine.arguments[0] : "/proc/self/exe"
    let arguments = [path, "search", "--db", database, "--color", "never", "--", query]
    // Foundation's `Process` notices the end of a program only some time later.
    var copies = arguments.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    var status: Int32 = 0
    let start = ContinuousClock.now
    let code = posix_spawn(&process, path, &actions, nil, &copies, environ)
    guard code == 0, waitpid(process, &status, 0) == process else {
      throw CommandFailure(
        "\(path) cannot be started: \(String(cString: strerror(code))); run dateline by its path")
    }
    let elapsed = (ContinuousClock.now - start).inSeconds * 1e3
    // 0 with hits, 1 without.
    guard status == 0 || status == 1 << 8 else {
      throw CommandFailure(
        "`dateline search` failed (wait status \(status)); run it by itself to see why")
    }
    return elapsed
  }
}
