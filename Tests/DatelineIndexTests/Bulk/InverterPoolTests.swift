import Foundation
import GRDB
import Testing

@testable import DatelineIndex

@Suite struct InverterPoolTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Each run is an open file: with little memory there must not be one for each chunk of articles.
  @Test(arguments: [1, 3])
  func runsAreFewWithLittleMemory(workers: Int) throws {
    let pool = InverterPool(memory: 1, workers: workers, folder: folder.url.path)
    for chunk in 0..<60 {
      let inverter = try #require(pool.take(from: UInt32(chunk)))
      inverter.begin(UInt32(chunk))
      // More terms than the tables of the accumulator have room for at first.
      let words = (0..<900).map { "w\(chunk * 700 + $0)" }
      #expect(inverter.add(column: 0, words.joined(separator: " ")) == 900)
      inverter.end()
      pool.giveBack(inverter)
    }
    #expect(try pool.runs().count < 5)
  }

  /// Long words take memory, though their postings are few.
  @Test func longTermsAreWrittenToFilesToo() throws {
    let pool = InverterPool(memory: 1, workers: 1, folder: folder.url.path)
    for number in 0..<600 {
      let inverter = try #require(pool.take(from: UInt32(number)))
      inverter.begin(UInt32(number))
      _ = inverter.add(column: 0, "\(number)" + String(repeating: "a", count: 30_000))
      inverter.end()
      pool.giveBack(inverter)
      #expect(inverter.postings.memory < 24 << 20)
    }
    #expect(try pool.runs().count > 1)
  }

  /// What something else takes is not there for postings.
  @Test func reservedMemoryIsNotUsed() throws {
    func files(reserving bytes: Int) throws -> Int {
      let pool = InverterPool(memory: 64 << 20, workers: 1, folder: folder.url.path)
      pool.reserve(bytes)
      for number in 0..<1_000 {
        let inverter = try #require(pool.take(from: UInt32(number)))
        inverter.begin(UInt32(number))
        _ = inverter.add(column: 0, "\(number)" + String(repeating: "c", count: 30_000))
        inverter.end()
        pool.giveBack(inverter)
      }
      return try pool.runs().count
    }
    let all = try files(reserving: 0)
    #expect(try files(reserving: 40 << 20) > all)
    #expect(try files(reserving: 1 << 40) > all)
  }

  /// Two workers, one of which always comes late: two inverters do.
  @Test func lateWorkersFindAnInverter() throws {
    let pool = InverterPool(memory: 64 << 20, workers: 2, folder: folder.url.path)
    var inverters: [Inverter] = []
    for chunk in stride(from: 0, to: 40, by: 4) {
      // The documents of the late worker are among those that the other one works on meanwhile.
      for ordinal in [chunk + 1, chunk + 2, chunk, chunk + 3] {
        let inverter = try #require(pool.take(from: UInt32(ordinal)))
        if !inverters.contains(where: { $0 === inverter }) { inverters.append(inverter) }
        inverter.begin(UInt32(ordinal))
        _ = inverter.add(column: 0, "word")
        inverter.end()
        pool.giveBack(inverter)
      }
    }
    #expect(inverters.count == 2)
  }

  /// A worker that comes late with its chunk needs an inverter more; the memory is that of all together.
  @Test func lateWorkersTakeNoMemoryOfTheirOwn() throws {
    let memory = 48 << 20
    let pool = InverterPool(memory: memory, workers: 1, folder: folder.url.path)
    var inverters: [Inverter] = []
    // Chunks from the last to the first: none can go on where another one ended.
    for chunk in (0..<4).reversed() {
      let inverter = try #require(pool.take(from: UInt32(chunk * 1_000)))
      if !inverters.contains(where: { $0 === inverter }) { inverters.append(inverter) }
      for number in chunk * 1_000..<chunk * 1_000 + 1_000 {
        inverter.begin(UInt32(number))
        _ = inverter.add(column: 0, "\(number)" + String(repeating: "b", count: 30_000))
        inverter.end()
        if inverter.postings.memory > memory / 4 + (4 << 20) { break }
      }
      pool.giveBack(inverter)
    }
    #expect(inverters.count > 2)
    let inUse = inverters.reduce(0) { $0 + $1.postings.runMemory }
    #expect(inUse <= memory)
    #expect(try pool.runs().count == 4)
  }

  /// Chunks that several inverters take in turns, each run in a file or some in memory.
  @Test(arguments: [0, 4 << 20])
  func runsEqualStock(leastRun: Int) throws {
    let documents = SegmentEqualsStockTests.articles(200, seed: 3)
    let stock = try SegmentFixture.stock(folder.path("stock"), documents, pageSize: nil)
    let path = folder.path("ours")
    let pool = InverterPool(
      memory: 1, workers: 3, folder: folder.url.path, leastRun: leastRun)
    try withPlainConnection(path) { db in
      try SegmentFixture.create(db, pageSize: nil)
      let writer = try SegmentWriter(db, table: SegmentFixture.table)
      var rows = RowMap()
      var tokens = SIMD4<UInt64>()
      var busy: [Inverter] = []
      for chunk in 0..<20 {
        let inverter = try #require(pool.take(from: UInt32(chunk * 10)))
        for number in chunk * 10..<chunk * 10 + 10 {
          let document = documents[number]
          inverter.begin(UInt32(number))
          var counts = SIMD4<UInt32>()
          for column in 0..<4 {
            counts[column] = inverter.add(column: Int32(column), document.columns[column])
            tokens[column] += UInt64(counts[column])
          }
          inverter.end()
          rows.set(UInt32(number), row: document.row)
          try writer.writeSizes(id: document.row, counts)
        }
        busy.append(inverter)
        if chunk % 3 == 2 {
          while let inverter = busy.popLast() { pool.giveBack(inverter) }
        }
      }
      while let inverter = busy.popLast() { pool.giveBack(inverter) }
      let runs = try pool.runs()
      #expect(runs.count == (leastRun == 0 ? 20 : 3))
      try writer.write(runs, rows: rows, rowCount: documents.count, tokens: tokens)
      let difference = try ShadowContent(db, SegmentFixture.table).difference(from: stock)
      #expect(difference == nil, "\(difference ?? "")")
    }
  }
}
