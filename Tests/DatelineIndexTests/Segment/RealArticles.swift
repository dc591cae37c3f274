import Foundation
import Testing

@testable import DatelineIndex

/// Articles of the real dumps in the folder named by `DATELINE_DATA`.
enum RealArticles {
  /// Names of the dumps.
  static let dumps = ["reuters-2008-2010-sample", "allsides"]

  static var folder: String? { ProcessInfo.processInfo.environment["DATELINE_DATA"] }

  static var hasZstd: Bool {
    ["/usr/bin/zstd", "/usr/local/bin/zstd", "/opt/homebrew/bin/zstd"].contains {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  private struct Record: Decodable {
    var title: String
    var body: String
    var url: String?
    var source: String?
  }

  /// Articles from all over a dump: every eighth, their rows from 1 on.
  static func documents(_ dump: String, count: Int) throws -> [TestDocument] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", #"zstd -dcq "$0" | awk 'NR % 8 == 1' | head -n "$1""#,
      try #require(folder) + "/bulk/\(dump).jsonl.zst", "\(count)",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let lines = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let decoder = JSONDecoder()
    var documents: [TestDocument] = []
    for line in lines.components(separatedBy: "\n") where !line.isEmpty {
      let record = try decoder.decode(Record.self, from: Data(line.utf8))
      documents.append(
        TestDocument(
          Int64(documents.count + 1),
          [record.body, record.title, record.url ?? "", record.source ?? ""]))
    }
    try #require(documents.count == count, "\(dump) has \(documents.count) articles")
    return documents
  }

  /// Words of articles as they follow each other.
  static func words(_ documents: [TestDocument], most: Int) -> [String] {
    var words: [String] = []
    for document in documents where words.count < most {
      for column in document.columns.prefix(2) {
        words += column.prefix(400).split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
          .map { $0.lowercased() }
      }
    }
    return words
  }

  /// Says of a word whether no article has it more than about forty times (``RandomQueries/nearWords``).
  static func isSeldomRepeated(_ documents: [TestDocument]) -> (String) -> Bool {
    var repeated: Set<String> = []
    for document in documents {
      var counts: [Substring: Int] = [:]
      for word in document.columns.joined(separator: " ").lowercased().split(whereSeparator: {
        !$0.isASCII || !$0.isLetter && !$0.isNumber
      }) {
        // Forms of a word are one term; they begin alike.
        counts[word.prefix(3), default: 0] += 1
      }
      for (start, count) in counts where count > 40 { repeated.insert(String(start)) }
    }
    return { !repeated.contains(String($0.prefix(3))) }
  }
}
