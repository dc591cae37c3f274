import DatelineAnalysis
import DatelineCore
import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// A repair in place keeps all others out from before it reads the file until its new content is there, and the file
/// stays the same one for who has it open.
@Suite struct RepairInPlaceTests {
  private static let count = 120
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("news.db")
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    try writer.write(
      (0..<Self.count).map {
        .sample("k\($0)", title: "Number \($0)", body: "NATO met in \($0) towns.")
      })
    try writer.close()
  }

  /// What `check` finds and other tools do not stumble over.
  private func damage(mode: String = "DELETE") throws {
    try withPlainConnection(path) { db in
      _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = \(mode)")
      try db.execute(sql: "DELETE FROM mentions WHERE article_id < 20")
    }
    #expect(try !IndexCheck.run(path: path).passed)
  }

  private static func insert(_ key: String, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO articles (key, title, body) VALUES (?, 'Late', 'Came late.')",
      arguments: [key])
  }

  private func keys() throws -> Set<String> {
    try withPlainConnection(path) { try Set(String.fetchAll($0, sql: "SELECT key FROM articles")) }
  }

  private func inode() throws -> UInt64 {
    var status = stat()
    try #require(stat(path, &status) == 0)
    return UInt64(status.st_ino)
  }

  private func beside() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  @Test(arguments: ["DELETE", "WAL"])
  func aWriterInATransactionIsWaitedForAndThenNamed(mode: String) throws {
    try damage(mode: mode)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      try Self.insert("late", db)
    }
    #expect(throws: IndexError.busy(path: path)) {
      try IndexRepair.run(path: path, into: nil, workers: 1, busyTimeout: 0.2)
    }
    try other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
    if mode == "WAL" {
      // Whoever has a log open would write into it again.
      #expect(throws: IndexError.busy(path: path)) {
        try IndexRepair.run(path: path, into: nil, workers: 1, busyTimeout: 0.2)
      }
      #expect(try keys().contains("late"))
    }
    try other.close()
    let result = try IndexRepair.run(path: path, into: nil, workers: 1)
    #expect(result.articles == Self.count + 1 && result.isComplete, "\(result)")
    #expect(try keys().contains("late"))
    #expect(try IndexCheck.run(path: path).passed)
    #expect(try beside() == ["news.db", "news.db.damaged"])
  }

  /// A connection from before the repair reads and writes the new content: the file is the same one.
  @Test func whoHasTheFileOpenGoesOnWithTheNewContent() throws {
    try damage()
    let before = try inode()
    let other = try DatabaseQueue(path: path)
    #expect(
      try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM articles") } == Self.count)
    _ = try IndexRepair.run(path: path, into: nil, workers: 1)
    #expect(try inode() == before)
    try other.write { try Self.insert("late", $0) }
    try other.close()
    #expect(try keys().count == Self.count + 1)
    #expect(try IndexCheck.run(path: path).passed)
  }

  /// Articles that are committed between check, repair and exchange.
  @Test func nothingIsLostThatOthersCommitMeanwhile() throws {
    try damage()
    let writing = Writing(path)
    while writing.written.isEmpty, !writing.hasEnded { usleep(1_000) }
    for _ in 0..<3 {
      _ = try IndexRepair.run(path: path, into: nil, workers: 1, busyTimeout: 60)
      try FileManager.default.removeItem(atPath: path + ".damaged")
      let count = writing.written.count
      while writing.written.count == count, !writing.hasEnded { usleep(1_000) }
    }
    let written = try writing.end()
    let lost = Set(written).subtracting(try keys())
    #expect(lost.isEmpty, "\(lost.count) of \(written.count) committed articles are lost")
    #expect(try IndexCheck.run(path: path).passed)
  }

  /// Commits articles on a thread of its own until it is told to end. What changes is touched with the lock held only.
  private final class Writing: @unchecked Sendable {
    private let lock = NSCondition()
    private var result: Result<[String], any Error>?
    private var keys: [String] = []
    private var isEnding = false

    var written: [String] { lock.withLock { keys } }
    var hasEnded: Bool { lock.withLock { result != nil } }

    init(_ path: String) {
      Thread.detachNewThread { [self] in
        let outcome = Result { try run(path) }
        lock.withLock {
          result = outcome.map { keys }
          lock.broadcast()
        }
      }
    }

    private func run(_ path: String) throws {
      var configuration = Configuration()
      configuration.busyMode = .timeout(60)
      while !lock.withLock({ isEnding }) {
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        for _ in 0..<3 {
          let key = "late \(written.count)"
          try queue.write { try RepairInPlaceTests.insert(key, $0) }
          lock.withLock { keys.append(key) }
        }
        try queue.close()
      }
    }

    func end() throws -> [String] {
      lock.lock()
      defer { lock.unlock() }
      isEnding = true
      while result == nil { lock.wait() }
      return try result?.get() ?? []
    }
  }

  /// SQLite itself would refuse the file.
  @Test func aFileWithoutAHeaderIsReplacedToo() throws {
    let before = try inode()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes.replaceSubrange(0..<28, with: Data(repeating: 0x5A, count: 28))
    bytes.removeLast(1_000)
    // The file as it is, not another one.
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.write(contentsOf: bytes.prefix(28))
    try file.truncate(atOffset: UInt64(bytes.count))
    try file.close()
    #expect(throws: IndexError.self) { try IndexCheck.run(path: path) }
    let result = try IndexRepair.run(path: path, into: nil, workers: 1)
    #expect(result.articles == Self.count, "\(result)")
    #expect(try inode() == before)
    #expect(try IndexCheck.run(path: path).passed)
    #expect(try Data(contentsOf: URL(fileURLWithPath: result.damaged)) == bytes)
    #expect(try beside() == ["news.db", "news.db.damaged"])
  }

  /// Pages of another size can come into a file with a log only when that is gone.
  @Test(arguments: ["DELETE", "WAL"])
  func pagesMayHaveAnotherSize(mode: String) throws {
    try withPlainConnection(path) { try $0.execute(sql: "PRAGMA page_size = 4096; VACUUM") }
    try damage(mode: mode)
    let result = try IndexRepair.run(path: path, into: nil, workers: 1)
    #expect(result.articles == Self.count, "\(result)")
    #expect(try IndexCheck.run(path: path).passed)
    #expect(try beside() == ["news.db", "news.db.damaged"])
  }

  /// The copy of the damaged file is made, and the new content has not come; in the log is what was not committed.
  @Test(arguments: ["DELETE", "WAL"])
  func brokenOffRepairsGoOn(mode: String) throws {
    try damage(mode: mode)
    let cut = folder.path("broken-off.db")
    let other = try DatabaseQueue(path: path)
    try other.write { try Self.insert("late", $0) }
    // As a kill leaves them.
    for suffix in mode == "WAL" ? ["", "-wal"] : [""] {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: cut + suffix)
    }
    try other.close()
    do {
      let building = try BuildingFolder(beside: cut, timeout: 0)
      let hold = try FileHold(cut, .exclusive, timeout: 0)
      try DamagedFile(cut).keep(by: building, hold)
      #expect(try DamagedFile(cut).isKept(hold))
    }
    if mode == "WAL" {
      let log = try #require(FileHandle(forUpdatingAtPath: cut + "-wal"))
      try log.seekToEnd()
      try log.write(contentsOf: Data(repeating: 7, count: 5_000))
      try log.close()
    }
    let kept = try Data(contentsOf: URL(fileURLWithPath: cut + ".damaged"))
    let result = try IndexRepair.run(path: cut, into: nil, workers: 1)
    #expect(result.articles == Self.count + 1, "\(result)")
    #expect(try IndexCheck.run(path: cut).passed)
    #expect(try Data(contentsOf: URL(fileURLWithPath: cut + ".damaged")) == kept)
  }

  /// Another damaged file's copy is not overwritten, and the file stays as it is.
  @Test func anOlderCopyStandsInTheWay() throws {
    try damage()
    try "mine".write(toFile: path + ".damaged", atomically: true, encoding: .utf8)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let error = #expect(throws: IndexError.self) {
      try IndexRepair.run(path: path, into: nil, workers: 1)
    }
    #expect("\(String(describing: error))".contains("a file of this name already"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try String(contentsOfFile: path + ".damaged", encoding: .utf8) == "mine")
  }
}
