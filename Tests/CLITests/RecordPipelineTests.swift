import DatelineIngest
import Foundation
import Testing

@testable import dateline

@Suite struct RecordPipelineTests {
  private let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  /// Number of documents that come out, and bytes read for them.
  private func run(_ file: String, sample: Int?) throws -> (documents: Int, bytes: Int64) {
    let path = folder.path(file)
    let files = try InputList.expand([path]).files
    let pipeline = RecordPipeline<Int>(
      .init(
        files: files, options: IngestOptions(), workers: 2,
        samples: sample.map { [.init(bytes: $0)] })
    ) { _ in .output(1) }
    var documents = 0
    var bytes: Int64 = 0
    try pipeline.run { chunk in
      for case .output in chunk.items.compactMap(\.result) { documents += 1 }
      bytes = chunk.bytesRead
    }
    return (documents, bytes)
  }

  @Test func filesWithoutPagesAreLeftAtTheirFirstRecord() throws {
    let line = #"{"id":"a","title":"Storm","body":"The harbour was closed for the day."}"# + "\n"
    try folder.write("plain", String(repeating: line, count: 40_000))
    let all = try run("plain", sample: nil)
    #expect(all.documents == 40_000 && all.bytes == Int64(40_000 * line.utf8.count))
    let pages = try run("plain", sample: 0)
    #expect(pages.documents == 0 && pages.bytes > 0 && pages.bytes < all.bytes / 2)
    let some = try run("plain", sample: 1 << 10)
    #expect(some.documents == (1 << 10) / 40)
    try folder.write("page.txt", "A headline\n\nThe storm reached the coast on Monday.\n")
    #expect(try run("page.txt", sample: 0).documents == 1)
  }
}
