import DatelineCore
import DatelineSearch

/// Asks a small index for what the bytes say: every text has a reading and an answer, and a reading that is printed
/// is read as it was.
enum QueryFuzzing {
  // libFuzzer calls from one thread.
  nonisolated(unsafe) private static let engine = SampleIndex.required {
    try LocalEngine(path: SampleIndex.path)
  }

  static func search(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let printed = QueryParser.parse(text).description
    let again = QueryParser.parse(printed).description
    precondition(printed == again, "\(printed) is read as \(again)")
    // What else a request says follows from the text.
    let choice = bytes.reduce(0 as UInt8) { $0 &* 31 &+ $1 }
    let request = SearchRequest(
      query: text, sort: choice & 1 == 0 ? .relevance : .date,
      match: SearchRequest.Match.allCases[Int(choice >> 1) % 3], explain: choice & 16 == 0,
      facets: choice & 32 == 0 ? [] : Facet.Field.allCases,
      preferences: .init(
        recencyHalfLife: choice & 64 == 0 ? nil : 30, isExpanded: choice & 128 == 0))
    SampleIndex.required { _ = try engine.search(request) }
  }
}
