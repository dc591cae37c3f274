import ClusterAnswers
import DatelineAnalysis
import DatelineCluster
import DatelineCore
import Synchronization

/// Searches a cluster whose answers the bytes say: an error or a response, whatever comes.
///
/// Each answer is a number of columns and of rows, in one byte, then a name for each column and a value for each row and
/// column. Where the bytes end, answers have no rows.
enum AnswerFuzzing {
  private static let names = [
    "id", "w", "doc_key", "title_s", "published_s", "source_name", "url", "entities_s", "body_s",
    "body_s2",
    "record_s", "Variable_name", "Value", "Field", "normalized", "c",
  ]
  private static let values: [String?] = [
    nil, "", "0", "1", "-1", "42", "key 1", "warning", "9223372036854775807",
    "-9223372036854775808", "1e999",
    "[\"NATO\",\"Russia\"]",
    "{\"key\":\"key 1\",\"title\":\"\",\"body\":\"\",\"origin\":{\"file\":\"a\"}}",
    "The harbour strike goes on. Harbour pilots strike.", "gazette", "202002",
  ]
  private static let rest = Mutex(([] as [UInt8])[...])
  private static let server = SampleIndex.required {
    try AnswerServer { _ in rest.withLock { answer(&$0) } }
  }
  private static let address = SampleIndex.required {
    try ClusterAddress(
      server: ClusterAddress.Server(host: "127.0.0.1", port: server.port), index: "news")
  }
  private static let engine = SampleIndex.required {
    try ClusterEngine(address, credentials: ClusterCredentials())
  }

  static func ask(_ bytes: [UInt8]) {
    guard let choice = bytes.first else { return }
    rest.withLock { $0 = bytes.dropFirst() }
    let request = SearchRequest(
      query: choice & 1 == 0 ? "harbour strike" : "harbour source:gazette",
      limit: 5, offset: choice & 2 == 0 ? 0 : 7, sort: choice & 4 == 0 ? .relevance : .date,
      facets: choice & 8 == 0 ? [] : Facet.Field.allCases)
    switch choice >> 4 {
    case 0...10: _ = try? engine.search(request)
    case 11: _ = try? engine.run(request)
    case 12...13: _ = try? engine.article("key 1")
    default:
      _ = ClusterCheck(address, shards: [[address.server]], credentials: ClusterCredentials()).run()
    }
  }

  private static func answer(_ bytes: inout ArraySlice<UInt8>) -> AnswerServer.Answer {
    guard let head = bytes.popFirst() else { return .rows(columns: ["id"], []) }
    let columns = (0..<Int(head & 15)).map { _ in names[Int((bytes.popFirst() ?? 0) & 15)] }
    let rows = (0..<Int(head >> 4)).map { _ in columns.map { _ in value(&bytes) } }
    return .rows(columns: columns, rows)
  }

  /// One of those above, or up to 31 bytes as they are.
  private static func value(_ bytes: inout ArraySlice<UInt8>) -> String? {
    guard let head = bytes.popFirst() else { return nil }
    if head < 224 { return values[Int(head & 15)] }
    let text = bytes.prefix(Int(head & 31))
    bytes = bytes.dropFirst(text.count)
    return String(decoding: text, as: UTF8.self)
  }
}
