import DatelineIndex
import Testing

/// The sentences of errors, whatever makes them: the file, and a way out.
@Suite struct ErrorTextTests {
  private static let errors: [(error: IndexError, advice: String)] = [
    (.notFound(path: "f.db"), "dateline index"), (.isDirectory(path: "f.db"), "f.db/news.db"),
    (.emptyFile(path: "f.db"), "dateline index"), (.notADatabase(path: "f.db"), "--db"),
    (.notAnIndex(path: "f.db"), "--db"),
    (.newerSchema(path: "f.db", found: 9, supported: 3), "update dateline"),
    (.otherAnalyzer(path: "f.db", found: "a", expected: "b"), "index the dump again"),
    (.busy(path: "f.db"), "`lsof f.db`"),
    (
      .busy(path: "f.db", holders: holders(1, isWriter: true)),
      "writing to it: p (process 1); try again"
    ),
    (
      .busy(path: "f.db", holders: holders(5, isWriter: false)),
      "reads it and lets nobody write: p (process 1), p (process 2), p (process 3) and 2 more; try again"
    ),
    (.cancelled(path: "f.db"), "does it again"), (.damaged(path: "f.db", message: "m"), "--repair"),
  ]

  private static func holders(_ count: Int32, isWriter: Bool) -> [LockHolder] {
    (1...count).map { LockHolder(process: $0, name: "p", isWriter: isWriter) }
  }

  @Test func everyErrorNamesItsFileAndAWayOut() {
    for (error, advice) in Self.errors {
      print("\(error)")
      #expect("\(error)".hasPrefix("f.db: ") && "\(error)".contains(advice), "\(error)")
    }
    // A new case must be added above: this is no switch then.
    for (error, _) in Self.errors {
      switch error {
      case .notFound, .isDirectory, .emptyFile, .notADatabase, .notAnIndex, .newerSchema: break
      case .otherAnalyzer, .busy, .cancelled, .damaged: break
      // Its message has a way out where it is made.
      case .database: break
      }
    }
    #expect(LockHolder(process: 7, name: "", isWriter: true).description == "process 7")
  }
}
