import DatelineAnalysis
import DatelineCore
import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// A damaged file is read as far as it can be; what comes out is in order, and the damaged file stays as it is.
@Suite struct RepairTests {
  private static let count = 300
  private let folder: TemporaryFolder
  private let whole: String

  init() throws {
    folder = try TemporaryFolder()
    whole = folder.path("whole.db")
    let writer = try IndexWriter(path: whole, options: .init(workers: 1))
    try writer.write((0..<Self.count).map(Self.article))
    let definition = try EntityDefinition(parsing: "acme | org | Acme")
    try writer.editEntities { $0.define(definition) }
    _ = try writer.retag(workers: 1) { _ in true }
    try writer.close()
  }

  private static func article(_ number: Int) -> Article {
    let sentence = "Acme and NATO talked about harbour \(number) for \(number % 7) hours. "
    return .sample(
      "k\(number)", title: "Acme \(number)",
      body: String(repeating: sentence, count: 20 + number % 90), published: "2024-03-01")
  }

  /// What users see of each article, by its number.
  private func articles(_ path: String) throws -> [Int64: [String]] {
    try withPlainConnection(path) { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, key, title, published, body, entities, entity_terms FROM articles")
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          (row[0], row.databaseValues.dropFirst().map { "\($0)" })
        })
    }
  }

  private enum Damage: CaseIterable {
    case flips, noise, zeros, cut, swap, header
  }

  private func damaged(_ damage: Damage, seed: UInt64) throws -> String {
    var random = SeededGenerator(seed: seed)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
    let page = 16_384
    let pages = bytes.count / page
    func start() -> Int { page * Int.random(in: 1..<pages, using: &random) }
    switch damage {
    case .flips:
      for _ in 0..<20 {
        bytes[Int.random(in: 100..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
    case .noise, .zeros:
      for _ in 0..<3 {
        let start = start()
        for place in start..<start + page {
          bytes[place] = damage == .zeros ? 0 : UInt8.random(in: 0...255, using: &random)
        }
      }
    case .cut: bytes = bytes.prefix(Int.random(in: bytes.count / 2..<bytes.count, using: &random))
    case .swap:
      let (one, other) = (start(), start())
      let kept = bytes[one..<one + page]
      bytes[one..<one + page] = bytes[other..<other + page]
      bytes[other..<other + page] = kept
    case .header: for place in 0..<28 { bytes[place] = UInt8.random(in: 0...255, using: &random) }
    }
    let path = folder.path("\(damage)-\(seed).db")
    try bytes.write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test(arguments: Damage.allCases)
  private func newFilesAreInOrder(damage: Damage) throws {
    let expected = try articles(whole)
    var saved = 0
    let seeds: [UInt64] = [1, 2, 3, 4]
    for seed in seeds {
      let path = try damaged(damage, seed: seed)
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let target = folder.path("new-\(damage)-\(seed).db")
      let result = try IndexRepair.run(path: path, into: target, workers: 2)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      let check = try IndexCheck.run(path: target)
      #expect(check.passed, "\(damage) \(seed): \(check)")
      let found = try articles(target)
      #expect(found.count == result.articles)
      #expect(!result.isComplete || found.count == Self.count, "\(damage) \(seed): \(result)")
      // Bytes inside a text may be others; only their number of words tells.
      let altered = Set(found.filter { expected[$0.key] != $0.value }.keys)
      let known = altered.intersection(result.doubtful)
      #expect(
        altered.count - known.count <= (damage == .flips ? 20 : damage == .swap ? 8 : 0),
        "\(damage) \(seed): \(altered), \(result)")
      saved += found.count
    }
    // Three pages of noise take a dozen articles, half a file takes half of them.
    let least = damage == .cut ? 0.2 : damage == .flips ? 0.8 : 0.85
    #expect(Double(saved) >= least * Double(seeds.count * Self.count), "\(damage): \(saved)")
  }

  /// Nothing is lost where only what follows from the articles is damaged.
  @Test func indexesAreMadeAnew() throws {
    let path = folder.path("index.db")
    try FileManager.default.copyItem(atPath: whole, toPath: path)
    try withPlainConnection(path) { db in
      try db.execute(
        sql: """
          UPDATE articles_fts_data SET block = zeroblob(100) WHERE id > 10;
          DELETE FROM mentions WHERE article_id < 20;
          """)
    }
    #expect(try !IndexCheck.run(path: path).passed)
    let result = try IndexRepair.run(path: path, into: nil, workers: 1)
    #expect(result.isComplete && result.articles == Self.count, "\(result)")
    #expect(result.damaged == path + ".damaged")
    #expect(try IndexCheck.run(path: path).passed)
    #expect(try articles(path) == articles(whole))
    #expect(try !IndexCheck.run(path: result.damaged).passed)
    // The user's entities are there still.
    #expect(try IndexReader(path: path).read { try $0.gazetteerEdits().byID.count } == 1)
    // Once more there would be no place for the damaged file.
    #expect(throws: IndexError.self) { try IndexRepair.run(path: path, into: nil) }
  }

  /// SQLite takes the length of the file where the number of pages in its header is of another version, and corrects it
  /// when it writes.
  @Test func aCheckLeavesAWrongHeader() throws {
    let path = folder.path("header.db")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
    bytes[31] ^= 0x80
    bytes[94] ^= 0x30
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(try IndexCheck.run(path: path).passed)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 2)
  }

  /// The copy is made as long as the header claims; the terabytes of nothing in it are not looked through.
  @Test func pagesThatOnlyAHeaderClaimsAreNotLookedAt() throws {
    let path = folder.path("claims.db")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
    let page = 16_384
    bytes.replaceSubrange(28..<32, with: [5, 0, 0xF8, 0x1C])
    bytes.replaceSubrange(92..<96, with: bytes[24..<28])
    // An article's text, so that leaves are read one by one.
    let place = try #require(bytes.range(of: Data("about harbour 150 ".utf8))).lowerBound
    bytes.resetBytes(in: place / page * page..<(place / page + 1) * page)
    try bytes.write(to: URL(fileURLWithPath: path))
    let result = try IndexRepair.run(path: path, into: folder.path("claimed.db"), workers: 1)
    #expect(!result.isComplete && result.articles > Self.count / 2, "\(result)")
  }

  @Test func commitsInTheLogAreSaved() throws {
    let path = folder.path("log.db")
    try FileManager.default.copyItem(atPath: whole, toPath: path)
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    try writer.write([.sample("late", title: "Late", body: "Came last.")])
    // The log as a kill leaves it.
    let cut = folder.path("killed.db")
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: cut + suffix)
    }
    try writer.close()
    let before = try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: cut + $0)) }
    #expect(try IndexCheck.run(path: cut).passed)
    let after = try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: cut + $0)) }
    #expect(before == after, "a check merges the log into the file")
    let target = folder.path("with-log.db")
    let result = try IndexRepair.run(path: cut, into: target, workers: 1)
    #expect(result.articles == Self.count + 1 && result.isComplete, "\(result)")
    #expect(FileManager.default.fileExists(atPath: cut + "-wal"))
  }

  @Test func whatIsNoIndexIsRefused() throws {
    let path = folder.path("notes.txt")
    try String(repeating: "no database ", count: 900).write(
      toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: IndexError.self) { try IndexRepair.run(path: path, into: folder.path("n.db")) }
    let other = folder.path("other.db")
    try withPlainConnection(other) { try $0.execute(sql: "CREATE TABLE t(a)") }
    #expect(throws: IndexError.self) { try IndexRepair.run(path: other, into: folder.path("n.db")) }
    #expect(!FileManager.default.fileExists(atPath: folder.path("n.db")))
    #expect(throws: IndexError.self) { try IndexRepair.run(path: path, into: whole) }
  }
}
