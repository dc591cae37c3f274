import Foundation
import Testing

@testable import DatelineAnalysis
@testable import DatelineIndex

@Suite struct MentionAccumulatorTests {
  /// Rows come in the order of entities and articles, as they went in, whether temporary files were needed or
  /// not.
  @Test(arguments: [
    (memory: 0, length: 600), (memory: 64 << 20, length: 600), (memory: 0, length: 0),
  ])
  func rowsComeInOrder(memory: Int, length: Int) throws {
    let folder = try TemporaryFolder()
    let accumulator = MentionAccumulator(memory: memory, folder: folder.url.path)
    var random = SeededGenerator(seed: 3)
    var expected: [String] = []
    var rows = RowMap()
    for ordinal in 0..<UInt32(6000) {
      // Some articles are left out, numbers have gaps.
      let row = Int64(ordinal) * 3 + 7
      if ordinal % 50 != 49 { rows.set(ordinal, row: row) }
      for entity in Set((0..<3).map { _ in Int.random(in: 1...400, using: &random) }) {
        let mention = EntityTagger.Mention(
          entity: entity, count: Int(ordinal % 5) + 1,
          title: Int.random(in: 0...40, using: &random),
          lead: entity % 9, body: Int.random(in: 0...400, using: &random))
        let positions = String(repeating: "x", count: length) + "\(ordinal)"
        try accumulator.add(entity: entity, ordinal: ordinal, mention, positions: positions)
        if ordinal % 50 != 49 {
          expected.append(
            Self.line(
              Int64(entity), row,
              SIMD4(
                Int64(mention.count), Int64(mention.title), Int64(mention.lead),
                Int64(mention.body)), positions))
        }
      }
    }
    // More than the memory in arena blocks was used, or not.
    #expect((accumulator.runs().count > 1) == (memory == 0 && length > 0))
    var found: [String] = []
    try accumulator.forEachRow(rows) { entity, article, numbers, positions in
      found.append(Self.line(entity, article, numbers, String(decoding: positions, as: UTF8.self)))
    }
    #expect(found == expected.sorted())
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  /// Sorts as entity and article do.
  private static func line(
    _ entity: Int64, _ article: Int64, _ numbers: SIMD4<Int64>, _ positions: String
  ) -> String {
    String(format: "%06d %09d", Int(entity), Int(article)) + " \(numbers) \(positions)"
  }
}
