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
