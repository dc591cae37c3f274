import CorpusGenerator
import DatelineCluster
import DatelineCore
import DatelineSearch
import Foundation

/// Runs queries through a cluster and through a file with the same articles, in turns, and prints medians.
///
/// usage: ClusterBenchmark DATABASE QUERIES ADDRESS
@main struct ClusterBenchmark {
  private static let rounds = 5

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 3 else {
      FileHandle.standardError.write(
        Data("usage: ClusterBenchmark DATABASE QUERIES ADDRESS\n".utf8))
      exit(2)
    }
    let file = try LocalEngine(path: arguments[1])
    let cluster = try ClusterEngine(
      ClusterAddress(arguments[3]), credentials: ClusterCredentials(), requiresComplete: true)
    let text = try String(contentsOfFile: arguments[2], encoding: .utf8)
    let queries = text.split(whereSeparator: \.isNewline).compactMap { BenchmarkQuery(line: $0) }
    print("| class | queries | file p50 us | p95 | cluster p50 us | p95 | same total |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for kind in BenchmarkQuery.Class.allCases {
      var here: [Double] = []
      var there: [Double] = []
      var same = 0
      for query in queries where query.kind == kind {
        let request = SearchRequest(
          query: query.queryText, limit: 10, match: .all, fragments: 0)
        let local = try file.search(request)
        let remote = try cluster.search(request)
        if local.total == remote.total { same += 1 }
        var times: (here: [Double], there: [Double]) = ([], [])
        for _ in 0..<rounds {
          times.here.append(try microseconds { _ = try file.search(request) })
          times.there.append(try microseconds { _ = try cluster.search(request) })
        }
        here.append(times.here.sorted()[rounds / 2])
        there.append(times.there.sorted()[rounds / 2])
      }
      if here.isEmpty { continue }
      func figure(_ values: [Double], _ share: Double) -> String {
        let sorted = values.sorted()
        return String(
          format: "%.0f", sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))])
      }
      print(
        "| \(kind.rawValue) | \(here.count) | \(figure(here, 0.5)) | \(figure(here, 0.95)) | "
          + "\(figure(there, 0.5)) | \(figure(there, 0.95)) | \(same) |")
    }
  }

  private static func microseconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) * 1e6
      + Double(elapsed.components.attoseconds) / 1e12
  }
}
