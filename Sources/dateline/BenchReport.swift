import Foundation

/// Result of `dateline bench`.
struct BenchReport: Encodable {
  /// Index throughput.
  struct Index: Encodable {
    var articles: Int
    var textBytes: Int
    var wallSeconds: Double
    var cpuSeconds: Double
    var articlesPerSecond: Double
    var megabytesPerSecond: Double
    var megabytesPerCPUSecond: Double
    var fileBytes: Int
    var indexBytes: Int
    var peakResidentMegabytes: Double

    enum CodingKeys: String, CodingKey {
      case articles
      case peakResidentMegabytes = "peak_rss_mb"
      case textBytes = "text_bytes"
      case wallSeconds = "wall_s"
      case cpuSeconds = "cpu_s"
      case articlesPerSecond = "articles_per_s"
      case megabytesPerSecond = "mb_per_s"
      case megabytesPerCPUSecond = "mb_per_cpu_s"
      case fileBytes = "file_bytes"
      case indexBytes = "index_bytes"
    }
  }

  /// What comes before queries that are asked again, in milliseconds; medians.
  struct Opening: Encodable {
    var query: String
    /// Opening the file and answering the query, with snippets, in the process.
    var first: Double
    /// `dateline search` from its start to its end.
    var command: Double

    enum CodingKeys: String, CodingKey {
      case query
      case first = "open_and_first_ms"
      case command = "search_command_ms"
    }
  }

  /// Latency of one class of queries, in microseconds.
  struct QueryClass: Encodable {
    var name: String
    var queries: Int
    var meanHits: Double
    /// Median of the first runs, with nothing known of the words.
    var first: Double
    var p50: Double
    var p95: Double
    var p99: Double
    /// Median where all queries of the run are asked one after the other, each once in a pass.
    var inTurn: Double?
    /// Median of runs right after one of FTS5, which leaves the processor's caches full of what it read; the
    /// percentiles above are of runs right after one of the same query here.
    var afterStock: Double?
    /// Median of stock FTS5 on the same file, `ORDER BY rank` or by date; `nil` where it did not run.
    var stock: Double?
    /// Median of each query's time in stock FTS5 over its own here.
    var stockRatio: Double?
    /// The same over its time right after FTS5.
    var stockRatioAfterStock: Double?
    /// The same over its first run here.
    var stockRatioOfFirst: Double?

    enum CodingKeys: String, CodingKey {
      case queries
      case first = "first_us"
      case stock = "fts5_us"
      case inTurn = "in_turn_us"
      case afterStock = "after_fts5_us"
      case stockRatio = "fts5_ratio"
      case stockRatioAfterStock = "fts5_ratio_after_fts5"
      case stockRatioOfFirst = "fts5_ratio_first"
      case name = "class"
      case meanHits = "mean_hits"
      case p50 = "p50_us"
      case p95 = "p95_us"
      case p99 = "p99_us"
    }
  }

  var schema = 1
  var version = Version.number
  var machine: BenchMachine
  var index: Index?
  var opening: Opening?
  var queries: [QueryClass]
  var peakResidentMegabytes: Double

  enum CodingKeys: String, CodingKey {
    case schema, version, machine, index, opening, queries
    case peakResidentMegabytes = "peak_rss_mb"
  }

  /// The report for a person.
  var text: String {
    var text = "\(machine.processor), \(machine.cores) cores\n"
    if let index {
      text += String(
        format: """
          index    %d articles, %.1f MB of text
          time     %.2f s wall, %.2f s CPU
          rate     %.0f articles/s, %.1f MB/s, %.1f MB per CPU second
          size     file %.1f MB, full-text index %.1f MB
          memory   peak %.0f MB

          """, index.articles, Double(index.textBytes) / 1e6, index.wallSeconds, index.cpuSeconds,
        index.articlesPerSecond, index.megabytesPerSecond, index.megabytesPerCPUSecond,
        Double(index.fileBytes) / 1e6, Double(index.indexBytes) / 1e6,
        index.peakResidentMegabytes)
    }
    if let opening {
      text += String(
        format: """

          opening  %.1f ms, first query and snippets included; `dateline search` %.1f ms from start to end

          """, opening.first, opening.command)
    }
    if queries.isEmpty { return text }
    text += String(
      format: "\nqueries  peak %.0f MB with the mapped file's cached pages\n",
      peakResidentMegabytes)
    let hasStock = queries.contains { $0.stock != nil }
    text += "\nclass          queries      hits  first us    p50 us    p95 us    p99 us  in turn us"
    text += hasStock ? "  after FTS5   FTS5 us  FTS5/first  FTS5/after   FTS5/p50\n" : "\n"
    for line in queries {
      text += line.name.padding(toLength: 14, withPad: " ", startingAt: 0)
      text += String(
        format: "%8d%10.0f%10.0f%10.0f%10.0f%10.0f%12.0f", line.queries, line.meanHits, line.first,
        line.p50, line.p95, line.p99, line.inTurn ?? 0)
      if let stock = line.stock, let first = line.stockRatioOfFirst, let ratio = line.stockRatio,
        let after = line.afterStock, let ratioAfter = line.stockRatioAfterStock
      {
        text += String(
          format: "%12.0f%10.0f%11.1fx%11.1fx%10.1fx", after, stock, first, ratioAfter, ratio)
      }
      text += "\n"
    }
    return text
  }
}

/// What a benchmark ran on.
struct BenchMachine: Encodable {
  var processor: String
  var cores: Int
  var system: String

  /// This machine.
  static var current: BenchMachine {
    let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }
    let processor = model?.split(separator: ":").last.map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return BenchMachine(
      processor: processor ?? "unknown processor",
      cores: ProcessInfo.processInfo.activeProcessorCount,
      system: ProcessInfo.processInfo.operatingSystemVersionString)
  }
}

/// Resources this process has used.
struct BenchUsage {
  var cpuSeconds: Double
  var peakResidentMegabytes: Double

  /// Usage up to now.
  static var current: BenchUsage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return BenchUsage(
      cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakResidentMegabytes: Double(usage.ru_maxrss) / 1024)
  }
}
