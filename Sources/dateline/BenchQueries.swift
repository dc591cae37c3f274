import CorpusGenerator
import DatelineCore
import DatelineIndex
import DatelineSearch

/// Measures queries: median of several runs of each, percentiles over the queries of a class.
struct BenchQueries {
  let engine: LocalEngine
  /// What is measured beside it, in turns with it.
  let stock: StockSearch?
  let repeats: Int
  let fragments: Int
  let sort: SearchRequest.Sort

  /// What one query took, in microseconds.
  private struct Times {
    /// The first time, with nothing known of its words.
    var first: Double
    /// Medians: of runs right after one of the same engine, and of runs right after one of the other, which
    /// has filled the processor's caches with what it read.
    var again: Double
    var afterStock: Double?
    var stock: Double?
  }

  func measure(_ queries: [BenchmarkQuery]) throws -> [BenchReport.QueryClass] {
    // Pages of the file that any query needs, and what the engine computes once.
    _ = try engine.search(SearchRequest(query: "", limit: 1))
    var classes = try BenchmarkQuery.Class.allCases.compactMap { kind in
      var hits = 0
      let times = try queries.filter { $0.kind == kind }.map { try measure($0, &hits) }
      return times.isEmpty ? nil : summary(kind, times, hits)
    }
    let inTurn = try measureInTurn(queries)
    for index in classes.indices { classes[index].inTurn = inTurn[classes[index].name] }
    return classes
  }

  /// Asks all queries one after the other, pass by pass: what of them does not stay in memory is made anew each time.
  /// - Returns: by class, the median over its queries of each query's median over the passes, in microseconds.
  private func measureInTurn(_ queries: [BenchmarkQuery]) throws -> [String: Double] {
    var times = queries.map { _ in [Double]() }
    for _ in 0..<repeats {
      for (index, query) in queries.enumerated() {
        times[index].append(try Self.microseconds { try run(query) })
      }
    }
    var byClass: [String: [Double]] = [:]
    for (query, times) in zip(queries, times) {
      byClass[query.kind.rawValue, default: []].append(Self.median(times) ?? 0)
    }
    return byClass.compactMapValues(Self.median)
  }

  private func run(_ query: BenchmarkQuery) throws {
    let request = SearchRequest(
      query: query.queryText, limit: 10, sort: sort, match: .all, fragments: fragments)
    if fragments > 0 { _ = try engine.search(request) } else { _ = try engine.ranked(request) }
  }

  private func summary(
    _ kind: BenchmarkQuery.Class, _ times: [Times], _ hits: Int
  ) -> BenchReport.QueryClass {
    let again = times.map(\.again).sorted()
    func percentile(_ share: Double) -> Double {
      again[min(again.count - 1, Int(Double(again.count) * share))]
    }
    let stock = times.compactMap(\.stock)
    return BenchReport.QueryClass(
      name: kind.rawValue, queries: times.count, meanHits: Double(hits) / Double(times.count),
      first: Self.median(times.map(\.first)) ?? 0, p50: percentile(0.5), p95: percentile(0.95),
      p99: percentile(0.99), afterStock: Self.median(times.compactMap(\.afterStock)),
      stock: Self.median(stock),
      stockRatio: Self.median(zip(times, stock).map { $1 / $0.again }),
      stockRatioAfterStock: Self.median(zip(times, stock).map { $1 / ($0.afterStock ?? $0.again) }),
      stockRatioOfFirst: Self.median(zip(times, stock).map { $1 / $0.first }))
  }

  private func measure(_ query: BenchmarkQuery, _ hits: inout Int) throws -> Times {
    let run: () throws -> Void = { try self.run(query) }
    let expression = Self.stockExpression(of: query)
    // Once without the clock for FTS5, which leaves its pages in memory for both.
    if let stock { _ = try stock.first(expression, limit: 10) }
    let first = try Self.microseconds(run)
    var again: [Double] = []
    var afterStock: [Double] = []
    var beside: [Double] = []
    for _ in 0..<repeats {
      if let stock {
        // Each engine twice, so that both are measured right after themselves.
        _ = try stock.first(expression, limit: 10)
        beside.append(try Self.microseconds { _ = try stock.first(expression, limit: 10) })
        afterStock.append(try Self.microseconds(run))
      }
      again.append(try Self.microseconds(run))
    }
    let request = SearchRequest(query: query.queryText, limit: 1, match: .all, fragments: 0)
    hits += try engine.search(request).total
    return Times(
      first: first, again: Self.median(again) ?? first, afterStock: Self.median(afterStock),
      stock: Self.median(beside))
  }

  private static func microseconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return (ContinuousClock.now - start).inSeconds * 1e6
  }

  private static func median(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[values.count / 2]
  }

  /// The query in FTS5's language, over titles and bodies.
  private static func stockExpression(of query: BenchmarkQuery) -> String {
    let text = query.text.replacing("\"", with: " ")
    let words = text.split(separator: " ").map { "\"\($0)\"" }
    let columns = "{title body} : "
    return switch query.kind {
    case .termRare, .termMid, .termCommon, .and:
      columns + "(" + words.joined(separator: " AND ") + ")"
    case .or: columns + "(" + words.joined(separator: " OR ") + ")"
    case .phrase, .entity: columns + "\"\(text)\""
    case .phraseTerm: columns + "(" + phraseAndWord(query.text) + ")"
    case .prefix: columns + "\"\(text)\" *"
    case .near: columns + "NEAR(" + words.joined(separator: " ") + ", 10)"
    case .title: "title : (" + words.joined(separator: " AND ") + ")"
    }
  }

  /// A phrase in quotes, and the words behind it.
  private static func phraseAndWord(_ text: String) -> String {
    let parts = text.split(separator: "\"")
    guard let phrase = parts.first else { return "\"\"" }
    let words = parts.dropFirst().joined(separator: " ").split(separator: " ")
    return (["\"\(phrase)\""] + words.map { "\"\($0)\"" }).joined(separator: " AND ")
  }
}
