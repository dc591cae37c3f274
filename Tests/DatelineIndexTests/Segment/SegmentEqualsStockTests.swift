import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// What our writer writes is byte for byte what stock FTS5 leaves after one large transaction.
@Suite struct SegmentEqualsStockTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let pageSizes: [Int?] = [nil, 64, 512, 1000, 4050, 16000]

  private func compare(
    _ documents: [TestDocument], pageSize: Int?, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let name = "\(pageSize ?? 0)-\(documents.count)"
    let stock = try SegmentFixture.stock(
      folder.path(name + "-stock"), documents, pageSize: pageSize)
    for (number, variant) in [(1, nil), (3, nil), (1, 7), (2, 50)].enumerated() {
      let path = folder.path("\(name)-\(number)")
      let ours = try SegmentFixture.ours(
        path, documents, pageSize: pageSize, workers: variant.0, spill: variant.1)
      let difference = ours.difference(from: stock)
      #expect(
        difference == nil, "page size \(name), variant \(variant): \(difference ?? "")",
        sourceLocation: sourceLocation)
      try withPlainConnection(path) { db in
        try db.execute(sql: "INSERT INTO ft(ft) VALUES ('integrity-check')")
        try db.execute(sql: "INSERT INTO ft(ft, rank) VALUES ('integrity-check', 1)")
        #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
      }
    }
  }

  /// Articles of made-up words with the frequencies of natural text.
  static func articles(_ count: Int, seed: UInt64 = 1) -> [TestDocument] {
    var random = SeededGenerator(seed: seed)
    func word() -> String {
      // Few words often, many seldom.
      let rank = Int(pow(Double.random(in: 0..<1, using: &random), 3) * 5000)
      let endings = ["", "s", "ing", "ed", "ational", "ness", "ly"]
      return "w" + String(rank, radix: 26) + endings[rank % endings.count]
    }
    return (0..<count).map { number in
      func text(_ most: Int) -> String {
        (0..<Int.random(in: 0...most, using: &random)).map { _ in word() }
          .joined(separator: random.next() % 5 == 0 ? ", " : " ")
      }
      return TestDocument(
        Int64(number + 1),
        [text(300) + " The end", text(12), text(20), number % 9 == 0 ? text(3) : ""])
    }
  }

  @Test(arguments: pageSizes)
  func onArticles(pageSize: Int?) throws {
    try compare(Self.articles(400), pageSize: pageSize)
    // An odd number has gaps between its ordinals.
    try compare(Self.articles(151, seed: 2), pageSize: pageSize)
  }

  @Test(arguments: [nil, 64, 1000])
  func onEveryCodePointOfTheFirstPlane(pageSize: Int?) throws {
    var documents: [TestDocument] = []
    for block in stride(from: 1, to: 0x1_0000, by: 512) {
      var alone = ""
      var within = ""
      for value in block..<block + 512 {
        guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
        alone.unicodeScalars.append(scalar)
        alone += " "
        within += "ab"
        within.unicodeScalars.append(scalar)
        within += "cd "
      }
      documents.append(TestDocument(Int64(block), [alone, within]))
    }
    try compare(documents, pageSize: pageSize)
  }

  @Test(arguments: [64, 512, 4050])
  func onRandomText(pageSize: Int) throws {
    var random = SeededGenerator(seed: UInt64(pageSize))
    let documents = (0..<150).map { number in
      TestDocument(
        Int64(number * 3 - 200),
        (0..<4).map { _ in random.text(length: Int.random(in: 0...80, using: &random)) })
    }
    try compare(documents, pageSize: pageSize)
  }

  @Test(arguments: [512, 4050])
  func onTokensOfExtremeLength(pageSize: Int) throws {
    var documents: [TestDocument] = []
    for (number, length) in [1, 2, 3, 63, 64, 65, 66, 2000, 32_766, 32_767, 32_768, 32_769, 40_000]
      .enumerated()
    {
      let token = String(repeating: "ationing", count: length / 8 + 1).prefix(length)
      let accented = String(repeating: "é", count: length / 2)
      documents.append(
        TestDocument(Int64(number + 1), [token + " runs " + token, String(accented), token + "s"]))
    }
    try compare(documents, pageSize: pageSize)
  }

  @Test(arguments: [64, 4050])
  func onLargeGapsBetweenRows(pageSize: Int) throws {
    let rows: [Int64] = [
      .min + 1, -(1 << 60), -70_000, -1, 0, 1, 127, 128, 129, 16_384, 1 << 20, 1 << 35, 1 << 56,
      1 << 62, .max - 1, .max,
    ]
    let documents = rows.map {
      TestDocument($0, [String(repeating: "storm harbour ", count: 30), "storm \($0)"])
    }
    try compare(documents, pageSize: pageSize)
  }

  @Test func onAnArticleOfManyTokens() throws {
    var random = SeededGenerator(seed: 9)
    let words = (0..<120_000).map { _ in "t\(random.next() % 3000)" }
    try compare(
      [
        TestDocument(1, ["before the long one"]), TestDocument(2, [words.joined(separator: " ")]),
        TestDocument(3, ["behind the long one", words[..<500].joined(separator: "\n")]),
      ], pageSize: nil)
  }

  /// Position lists whose size takes one byte, two or three, in one column and in all of them, behind lists
  /// of any length.
  @Test(arguments: [512, 4050])
  func onSizesOfPositionLists(pageSize: Int) throws {
    func text(_ count: Int) -> String { String(repeating: "x ", count: count) }
    var documents: [TestDocument] = []
    for count in [61, 62, 63, 64, 65, 127, 128, 8190, 8191, 8192, 8193, 16_383, 16_385, 33_000] {
      for before in [0, 1, 2, 7, 30] {
        for _ in 0..<before { documents.append(TestDocument(0, ["x", "", "y x"])) }
        documents.append(TestDocument(0, [text(count)]))
        // Two bytes for each mark of a column.
        documents.append(TestDocument(0, [text(3), text(2), text(1), text(max(count - 12, 1))]))
        if count > 8192 { break }
      }
      let gap = String(repeating: "gap ", count: 16_382)
      documents.append(TestDocument(0, ["x \(gap) x \(gap) x", "x \(gap) gap x x"]))
    }
    for number in documents.indices { documents[number].row = Int64(number + 1) }
    try compare(documents, pageSize: pageSize)
  }

  /// One doclist over so many pages that its index has several levels.
  @Test func onIndexesOfSeveralLevels() throws {
    var documents = (0..<6000).map { number in
      let row = Int64(number) * (number % 700 == 0 ? 1 << 30 : 7)
      let isLong = number % 2500 < 400
      return TestDocument(row, [isLong ? String(repeating: "x y ", count: 60) : "x"])
    }
    documents.sort { $0.row < $1.row }
    try compare(documents, pageSize: 64)
  }

  @Test func onNothing() throws {
    try compare([], pageSize: nil)
    try compare([TestDocument(5, [""])], pageSize: nil)
    try compare([TestDocument(5, ["", "", "", "one"]), TestDocument(9, [])], pageSize: 64)
  }
}
