import Foundation
import Testing

/// What was learnt about an outlet stays with the index.
@Suite struct SiteMemoryTests {
  private let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  private func write(_ folderName: String, _ numbers: Range<Int>) throws {
    for number in numbers {
      try folder.write(
        "\(folderName)/harbour/p\(number).txt",
        """
        Crane number \(number) is painted green

        The crane number \(number) was painted on Monday, and ships passed it all day long.

        Our reporters stand at the quay for you, whatever the weather and the hour may be.

        """)
    }
  }

  @Test func pagesThatComeLaterProfit() throws {
    try write("first", 0..<5)
    try write("later", 5..<6)
    _ = try folder.dateline(["index", "later", "--db", "alone.db"])
    #expect(try folder.dateline(["search", "reporters", "--db", "alone.db"]).status == 0)
    _ = try folder.dateline(["index", "first"])
    _ = try folder.dateline(["index", "later"])
    #expect(try folder.dateline(["search", "reporters"]).status == 1)
    #expect(try folder.dateline(["search", "crane", "--ndjson"]).output.contains("number 5"))
  }

  @Test func samePagesAgainTeachNothing() throws {
    try write("pages", 0..<5)
    func memory() throws -> String {
      try folder.shell("sqlite3 news.db 'SELECT source, hex(content) FROM site_memory'").output
    }
    #expect(try folder.dateline(["index", "pages"]).output.hasPrefix("5 added"))
    let first = try memory()
    #expect(first.hasPrefix("harbour|01"), "\(first)")
    #expect(
      try folder.dateline(["index", "pages"]).output.hasPrefix("0 added, 0 replaced, 5 unchanged"))
    #expect(try memory() == first)
  }
}
