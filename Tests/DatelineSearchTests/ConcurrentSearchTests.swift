import DatelineCore
import DatelineIndex
import Dispatch
import Synchronization
import Testing

@testable import DatelineSearch

/// Engines on many threads search one file, each from a snapshot, while articles are added to it.
@Suite struct ConcurrentSearchTests {
  private static func articles(_ numbers: Range<Int>, word: String) -> [Article] {
    numbers.map {
      .sample(
        "\($0)", title: "\(word) \($0 % 7)",
        body: "The minister of \($0 % 13) met NATO over the \(word) harbour. storm \($0 % 5)")
    }
  }

  @Test func manyThreadsSearchWhileOneWrites() throws {
    let (first, batches, batch) = (1500, 6, 40)
    let index = try TestIndex(Self.articles(0..<first, word: "bridge"))
    let path = index.path
    let isDone = Atomic(false)
    let failures = Mutex<[String]>([])
    let searches = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 9) { number in
      do {
        if number == 0 {
          defer { isDone.store(true, ordering: .releasing) }
          let writer = try IndexWriter(path: path)
          for round in 0..<batches {
            let start = first + round * batch
            try writer.write(Self.articles(start..<start + batch, word: "tunnel"))
          }
          try writer.close()
          return
        }
        let engine = try LocalEngine(path: path)
        var last = 0
        repeat {
          // All words of an article come at once, and what was there before stays.
          let response = try engine.search(SearchRequest(query: "tunnel harbour", match: .all))
          let old = try engine.search(SearchRequest(query: "bridge", limit: 3))
          searches.add(1, ordering: .relaxed)
          if response.total % batch != 0 || response.total < last || old.total != first
            || old.hits.count != 3
          {
            failures.withLock { $0.append("\(last) \(response.total) \(old.total)") }
          }
          last = response.total
        } while !isDone.load(ordering: .acquiring)
        let response = try engine.search(SearchRequest(query: "nato tunnel", match: .all))
        if response.total != batches * batch {
          failures.withLock { $0.append("\(response.total) at the end") }
        }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(searches.load(ordering: .relaxed) >= 8)
  }
}
