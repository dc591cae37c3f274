import Foundation

/// What a stage took, as JSON with the names that all engines of the benchmark use.
struct StageReport: Encodable {
  /// User and system time of all threads.
  var cpuSeconds: Double
  var wallSeconds: Double
  /// Median wall time of the further stages of an append.
  var againWallSeconds: Double?
  /// Largest resident set while the stage ran, the articles in memory included.
  var peakMegabytes: Double
  /// Resident set before the stage, articles in memory.
  var megabytesBefore: Double
  var fileBytes = 0
  var articles = 0
  /// UTF-8 bytes of titles and bodies.
  var textBytes = 0
  var workers = 1

  enum CodingKeys: String, CodingKey {
    case articles, workers
    case cpuSeconds = "cpu_s"
    case wallSeconds = "wall_s"
    case againWallSeconds = "again_wall_s"
    case peakMegabytes = "peak_rss_mb"
    case megabytesBefore = "rss_before_mb"
    case fileBytes = "file_bytes"
    case textBytes = "text_bytes"
  }

  /// Runs the stage once.
  static func measuring(_ stage: () throws -> Void) rethrows -> StageReport {
    // Sets the kernel's peak back to what is resident now (proc_pid_clear_refs(5)).
    try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
    let before = residentMegabytes("VmRSS")
    let cpu = cpuSeconds()
    let start = ContinuousClock.now
    try stage()
    let wall = (ContinuousClock.now - start).components
    return StageReport(
      cpuSeconds: cpuSeconds() - cpu,
      wallSeconds: Double(wall.seconds) + Double(wall.attoseconds) / 1e18,
      peakMegabytes: residentMegabytes("VmHWM"), megabytesBefore: before)
  }

  private static func cpuSeconds() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }

  /// A size that the kernel counts in kB; 0 where it does not say.
  private static func residentMegabytes(_ name: String) -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    for line in status.split(separator: "\n") where line.hasPrefix(name + ":") {
      return line.split(whereSeparator: \.isWhitespace).dropFirst().first
        .flatMap { Double($0) }.map { $0 * 1024 / 1e6 } ?? 0
    }
    return 0
  }
}
