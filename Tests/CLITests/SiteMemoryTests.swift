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
    #expect(first.hasPrefix("harbour|02"), "\(first)")
    #expect(
      try folder.dateline(["index", "pages"]).output.hasPrefix("0 added, 0 replaced, 5 unchanged"))
    #expect(try memory() == first)
  }

  @Test func pagesInArchivesAreLearntAndResumedAsFilesAre() throws {
    try write("pages", 0..<5)
    let result = try folder.shell(
      """
      tar czf pages.tar.gz pages; dateline index pages.tar.gz
      dateline index pages.tar.gz; dateline index pages --db files.db
      """)
    #expect(result.output.hasPrefix("5 added, 0 replaced, 0 unchanged"), "\(result)")
    #expect(result.output.contains("0 added, 0 replaced, 5 unchanged"), "\(result)")
    let bodies = "'SELECT title, body FROM articles ORDER BY key'"
    let archive = try folder.shell("sqlite3 news.db \(bodies)").output
    #expect(try archive == folder.shell("sqlite3 files.db \(bodies)").output)
    #expect(archive.contains("crane number 4") && !archive.contains("Our reporters"))
  }

  @Test func furnitureOfHTMLPagesIsLearnt() throws {
    for number in 0..<5 {
      try folder.write(
        "saved/p\(number).html",
        """
        <html><head><title>Crane number \(number) is painted green</title></head><body>
        <article><h1>Crane number \(number) is painted green</h1>
        <p>The crane number \(number) was painted on Monday, and ships passed it all day long.</p>
        <p>Painter number \(number) said that the colour had been chosen by the town's children.</p>
        <p>Our reporters stand at the quay for you, whatever the weather and the hour may be.</p>
        </article></body></html>
        """)
    }
    let alone = try folder.dateline(["extract", "saved/p0.html"])
    #expect(alone.output.contains("Our reporters"), "\(alone)")
    let all = try folder.dateline(["extract", "saved", "--json"])
    #expect(all.output.split(separator: "\n").count == 5, "\(all)")
    #expect(all.output.contains("chosen by the town") && !all.output.contains("Our reporters"))
  }
}
