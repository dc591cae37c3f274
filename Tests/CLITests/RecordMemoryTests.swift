import Foundation
import Testing

/// What records of an outlet have in common is learnt from a part of them, and stays with the index.
@Suite struct RecordMemoryTests {
  private let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  private func line(_ number: Int) -> String {
    #"{"id":"c\#(number)","title":"Crane \#(number) is green","source":"Harbour Post","body":"#
      + #""Crane number \#(number) was painted on Monday.\n\nStory Continued Below\n\n"#
      + #"The mayor has not answered.\n\nShips passed crane \#(number) all day."}"# + "\n"
  }

  private func bodies(_ database: String) throws -> String {
    try folder.shell("sqlite3 \(database) 'SELECT id, key, body FROM articles ORDER BY id'").output
  }

  @Test func repeatedLinesLeaveRecordsWhateverTheWorkers() throws {
    try folder.write("d.jsonl", (0..<300).map(line).joined())
    _ = try folder.dateline(["index", "d.jsonl", "--db", "one.db", "--workers", "1"])
    _ = try folder.dateline(["index", "d.jsonl", "--db", "four.db", "--workers", "4"])
    let one = try bodies("one.db")
    #expect(try bodies("four.db") == one)
    #expect(!one.contains("Story Continued") && one.contains("The mayor has not answered."))
    let extracted = try folder.dateline(["extract", "d.jsonl", "--explain"]).output
    #expect(extracted.contains("    dropped, repeated: Story Continued Below\n"))
    let table = try folder.shell(
      """
      (echo 'id,title,source,body'; for i in $(seq 40); do
      printf '%s,"Crane %s is green",Post,"Crane %s was painted.\n\nStory Continued Below\n\nShips passed %s."\n' $i $i $i $i
      done) > d.csv; dateline extract d.csv --json
      """)
    #expect(table.output.contains("Ships passed 40.") && !table.output.contains("Continued"))
  }

  @Test func recordsThatComeLaterProfit() throws {
    try folder.write("first.jsonl", (0..<40).map(line).joined())
    try folder.write("later.jsonl", line(77))
    _ = try folder.dateline(["index", "later.jsonl", "--db", "alone.db"])
    #expect(try bodies("alone.db").contains("Story Continued"))
    _ = try folder.dateline(["index", "first.jsonl"])
    let memory = "sqlite3 news.db 'SELECT source, hex(content) FROM site_memory'"
    let stored = try folder.shell(memory).output
    #expect(stored.hasPrefix("records:Harbour Post|02"), "\(stored)")
    #expect(
      try folder.dateline(["index", "first.jsonl"]).output.hasPrefix(
        "0 added, 0 replaced, 40 unchanged"))
    #expect(try folder.shell(memory).output == stored)
    _ = try folder.dateline(["index", "later.jsonl"])
    #expect(try !bodies("news.db").contains("Story Continued"))
  }
}
