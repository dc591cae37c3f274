import DatelineCore
import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// The lengths of fields in one row. That they are taken only where they are right is tested among other
/// changes in `OptimizeTests`.
@Suite struct FieldLengthsTableTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A file that was built at one go, ids with gaps or without.
  private func file(gaps: Bool = false) throws -> String {
    let path = folder.path("news.db")
    let writer = try IndexWriter(path: path)
    try writer.write(
      (0..<50).map { number in
        .sample(
          "\(number)", title: Array(repeating: "storm", count: number % 4).joined(separator: " "),
          body: Array(repeating: "harbour", count: number * 3).joined(separator: " "))
      })
    try writer.close()
    if gaps {
      try withPlainConnection(path) { try $0.execute(sql: "DELETE FROM articles WHERE id % 7 = 3") }
      let writer = try IndexWriter(path: path)
      _ = try writer.optimize(rebuildsTables: true)
      try writer.close()
    }
    return path
  }

  private func isKept(_ path: String) throws -> Bool {
    try withPlainConnection(path) { try FieldLengthsTable.read($0) != nil }
  }

  private func lengths(_ path: String) throws -> FieldLengths {
    try IndexReader(path: path).read { try $0.fieldLengths() }
  }

  @Test(arguments: [false, true])
  func areWrittenByImportsAndOptimize(gaps: Bool) throws {
    let path = try file(gaps: gaps)
    let (kept, read) = try withPlainConnection(path) {
      (try FieldLengthsTable.read($0), try FieldLengths.reading($0))
    }
    #expect(kept == read)
    #expect(read.count == (gaps ? 43 : 50))
    let row = try #require(read.row(of: 9))
    #expect(read[row] == FieldLengths.Lengths(title: 0, body: 24))
    #expect(try IndexCheck.run(path: path).passed)
  }

  @Test func areLeftAloneWhereOthersWrote() throws {
    let path = try file()
    try withPlainConnection(path) {
      try $0.execute(sql: "UPDATE articles SET body = 'storm' WHERE id = 9")
    }
    #expect(try !isKept(path))
    // Out of date is in order, and the right lengths are read.
    #expect(try IndexCheck.run(path: path).passed)
    let lengths = try lengths(path)
    #expect(lengths.row(of: 9).map { lengths[$0].body } == 1)
    let writer = try IndexWriter(path: path)
    let result = try writer.optimize(rebuildsTables: true)
    try writer.close()
    #expect(!result.rebuiltTables && result.segmentsAfter == 1)
    #expect(try isKept(path))
  }

  @Test func areMadeWhereThereAreNone() throws {
    let path = try file()
    try withPlainConnection(path) { try $0.execute(sql: "DROP TABLE field_lengths") }
    #expect(try !isKept(path))
    #expect(try lengths(path).count == 50)
    #expect(try IndexCheck.run(path: path).passed)
    let writer = try IndexWriter(path: path)
    let result = try writer.optimize(rebuildsTables: true)
    try writer.close()
    #expect(result.rebuiltTables && result.wasOptimal)
    #expect(try isKept(path))
  }

  /// Whatever stands there, the right lengths are read, and the check says what is wrong.
  @Test func damageIsNotTaken() throws {
    let path = try file()
    let expected = try withPlainConnection(path) { try FieldLengths.reading($0) }
    var random = SeededGenerator(seed: 5)
    let content = try #require(
      try withPlainConnection(path) {
        try Data.fetchOne($0, sql: "SELECT content FROM field_lengths")
      })
    for _ in 0..<40 {
      var bytes = content
      switch random.next() % 3 {
      case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
      case 1: bytes.append(contentsOf: [0, 0, 0, 0, 0, 0, 0, 0])
      default:
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8(1 << (random.next() % 8))
      }
      try withPlainConnection(path) {
        try $0.execute(sql: "UPDATE field_lengths SET content = ?", arguments: [bytes])
      }
      #expect(try lengths(path) == expected)
      // Also where the digest fits, it is not read beyond its end.
      bytes.withUnsafeBytes { _ = FieldLengths($0, leadLength: 60) }
    }
    let check = try IndexCheck.run(path: path)
    #expect(
      check.findings.contains {
        !$0.passed && $0.check == "lengths of fields" && $0.detail.contains("--rebuild")
      })
  }
}
