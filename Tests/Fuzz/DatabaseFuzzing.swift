import DatelineAnalysis
import DatelineCore
import DatelineIndex
import DatelineNormalize
import DatelineSearch
import Foundation

/// Damages a small index file as the bytes say, then searches, checks, merges or repairs it: an error or an answer.
///
/// The first byte says what is done. Edits follow: where (two bytes, a place in what the file holds other than
/// zeros), how many (one byte), and the new bytes. A number above 128 is added to that many bytes instead; 255
/// cuts the file off there.
enum DatabaseFuzzing {
  /// Places are counted in steps of this many bytes.
  private static let step = 4
  private static let sample = SampleIndex.required {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: SampleIndex.path)))
  }
  /// Offsets of steps that hold something.
  private static let places = stride(from: 0, to: sample.count - step, by: step).filter { start in
    sample[start..<start + step].contains { $0 != 0 }
  }
  private static let queries = [
    "harbour strike", "nato OR rates", "\"acme works\" minis* title:wheat", "東京 harbor~",
    "source:gazette entity:russia", "NEAR(acme rates, 8) OR NEAR(\"works and\" wheat strike, 20)",
    "=NATO running published:2014..2019 -title:election",
  ]

  static func open(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let path = SampleIndex.folder + "/damaged.db"
    let repaired = SampleIndex.folder + "/repaired.db"
    defer {
      for name in [path, repaired] {
        for log in ["", "-wal", "-shm", "-journal"] { unlink(name + log) }
      }
    }
    write(damaged(by: bytes.dropFirst()), to: path)
    switch first % 16 {
    case 0...10: search(path, Int(first >> 3))
    case 11...13: _ = try? IndexCheck.run(path: path)
    case 14: change(path)
    default: _ = try? IndexRepair.run(path: path, into: repaired, workers: 1)
    }
  }

  private static func damaged(by edits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var file = sample
    var rest = edits
    while rest.count > 3 {
      let head = [UInt8](rest.prefix(3))
      rest = rest.dropFirst(3)
      let start = places[(Int(head[0]) << 8 | Int(head[1])) % places.count]
      let count = min(Int(head[2] & 127) + 1, rest.count, file.count - start)
      if head[2] == 255 { return file[..<start] }
      for index in 0..<count {
        let byte = rest[rest.startIndex + index]
        file[start + index] = head[2] < 128 ? byte : file[start + index] &+ byte
      }
      rest = rest.dropFirst(count)
    }
    return file[...]
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to path: String) {
    SampleIndex.required { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
  }

  private static func search(_ path: String, _ choice: Int) {
    guard let reader = try? IndexReader(path: path) else { return }
    _ = try? reader.read { try $0.gazetteerEdits() }
    let engine = LocalEngine(reader: reader, gazetteer: .builtIn)
    for index in 0..<2 {
      let request = SearchRequest(
        query: queries[(choice + index) % queries.count],
        sort: choice & 4 == 0 ? .relevance : .date,
        explain: choice & 8 == 0, facets: Facet.Field.allCases,
        preferences: .init(recencyHalfLife: 30, isExpanded: choice & 16 == 0))
      _ = try? engine.search(request)
    }
    _ = try? reader.article(id: 7)
    _ = try? reader.statistics()
    _ = try? reader.read { try $0.entityUsage() }
    var memory = LineMemory()
    for row in (try? reader.read { try $0.siteMemory() }) ?? [] {
      memory.load(source: row.source, content: row.content)
      memory.learn(page: "Elm Bay Post\nShare\nMore\n", source: row.source)
    }
  }

  private static func change(_ path: String) {
    guard let writer = try? IndexWriter(path: path, options: .init(workers: 1)) else { return }
    let article = Article(
      key: "k7", title: "Another", body: "Harbour rates rose.", origin: Origin(file: "c"))
    _ = try? writer.checkpoints()
    _ = try? writer.write([article])
    _ = try? writer.optimize(rebuildsTables: true)
    _ = try? writer.retag(workers: 1) { _ in true }
    try? writer.close()
  }
}
