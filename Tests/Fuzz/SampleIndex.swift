import DatelineCore
import DatelineIndex
import DatelineNormalize
import Foundation

/// A small valid index file, made when it is first asked for. No entities are edited: making a gazetteer of edits takes
/// a hundred times as long as all else.
enum SampleIndex {
  /// A folder of this process, in memory where the system has such a place.
  static let folder: String = {
    let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : NSTemporaryDirectory()
    let folder = "\(parent)/dateline-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    required {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    atexit { try? FileManager.default.removeItem(atPath: SampleIndex.folder) }
    return folder
  }()

  /// Path of the file.
  static let path: String = {
    let path = folder + "/sample.db"
    required {
      let writer = try IndexWriter(path: path, options: .init(workers: 1))
      try writer.write((0..<90).map(article))
      // A segment of FTS5's own, with an article that replaces another.
      try writer.write([
        Article(
          key: "k5", title: "Later version", body: "The harbour closed.", origin: Origin(file: "b")),
        article(90),
      ])
      var memory = LineMemory()
      for number in 0..<3 {
        memory.learn(page: "Elm Bay Post\nHarbour \(number) opens\nShare\n", source: "Post")
      }
      try writer.save(
        memory.changes().map { SiteMemoryRow(source: $0.source, content: $0.content) },
        checkpoints: [ImportCheckpoint(file: "/a.jsonl", size: 9, changed: 9, options: "x")])
      try writer.close()
    }
    return path
  }()

  private static let words = [
    "harbour", "minister", "Acme Works", "NATO", "Łódź", "wheat", "東京の記者会見", "strike", "Russia",
    "election", "rates", "running",
  ]

  private static func article(_ number: Int) -> Article {
    let text = (0..<12).map { words[(number * 7 + $0 * $0) % words.count] }.joined(
      separator: " and ")
    return Article(
      key: "k\(number)", title: "\(words[number % words.count]) \(number)",
      standfirst: number % 9 == 0 ? "In short." : nil, body: "Today \(text) met.\n\nNATO agreed.",
      published: number % 11 == 0 ? nil : "20\(10 + number % 14)-0\(1 + number % 9)-03T10:00:00Z",
      source: ["Gazette", "Herald", nil][number % 3], url: "https://example.org/\(number)",
      authors: ["Ann Example"], section: ["world", "sport"][number % 2], language: "en",
      hints: number % 20 == 0 ? [.paywall] : [], extra: #"{"page":3}"#,
      origin: Origin(file: "a.jsonl", record: number))
  }

  /// Runs what must not fail.
  static func required<T>(_ body: () throws -> T) -> T {
    do { return try body() } catch { fatalError("\(error)") }
  }
}
