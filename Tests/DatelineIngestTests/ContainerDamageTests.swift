import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("Damaged archives")
struct ContainerDamageTests {
  private let pages = (0..<40).map {
    ("page\(100 + $0).txt", Array("Headline\n\nText \($0).".utf8))
  }

  /// Where the header of an entry starts.
  private func header(of name: String, in archive: [UInt8]) -> Int? {
    stride(from: 0, to: archive.count, by: 512).first {
      archive[$0...].starts(with: Array(name.utf8) + [0])
    }
  }

  @Test(
    "One damaged header costs one entry, and is reported once",
    arguments: [("name", 2), ("size", 130), ("checksum", 150), ("magic", 258)])
  func damagedHeader(field: String, place: Int) throws {
    var archive = Pack.tar(pages)
    let start = try #require(header(of: "page120.txt", in: archive))
    archive[start + place] ^= 1
    let events = readOnce(
      archive, as: nil, path: "x", options: IngestOptions(), chunkSize: 4096)
    #expect(events.documents.count == 39, "\(field)")
    #expect(events.rejections.map(\.reason) == [.malformed], "\(field)")
    #expect(events.rejections.map(\.origin.file) == ["x"])
    #expect(events.documents.last?.body?.hasSuffix("39.") == true)
    for outer in [Pack.gzip(archive), Pack.zip([("inner.tar", archive)])] {
      let events = readOnce(outer, as: nil, options: IngestOptions(), chunkSize: 4096)
      #expect(events.documents.count == 39 && events.rejections.count == 1, "\(field)")
    }
  }

  @Test("Several damaged headers, the last one among them")
  func manyDamagedHeaders() throws {
    var archive = Pack.tar(pages)
    for name in ["page105.txt", "page106.txt", "page120.txt", "page139.txt"] {
      archive[try #require(header(of: name, in: archive)) + 150] ^= 1
    }
    let events = readOnce(archive, as: nil, options: IngestOptions(), chunkSize: 4096)
    #expect(events.documents.count == 36)
    #expect(events.rejections.map(\.reason) == [.malformed, .malformed, .malformed])
  }

  @Test("Of a cut xz file comes what the decoder gives")
  func cutFile() {
    // Hardly compressible, so that little is lost with the last block of the decoder (64 KB).
    var generator = SeededGenerator(seed: 5)
    let lines = (0..<20_000).flatMap { _ in
      Array("{\"body\":\"\(UInt64.random(in: 0...UInt64.max, using: &generator))\"}\n".utf8)
    }
    let packed = Pack.compress(lines, Pack.filters[2])
    let events = readOnce(
      Array(packed[..<(packed.count - 100)]), as: nil, options: IngestOptions(), chunkSize: 1 << 18)
    #expect(events.documents.count > 17_000)
    #expect(events.rejections.last?.reason == .malformed)
  }

  @Test("Damage in an entry that is passed over is reported, since it hides the others")
  func damageInOther() throws {
    let picture = (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 5) }
    var archive = Pack.zip([pages[0], ("a.png", picture), pages[1]])
    let name = Array("a.png".utf8)
    let start = try #require(archive.indices.first { archive[$0...].starts(with: name) })
    for place in 0..<64 { archive[start + 40 + place] = 0xFF }
    let events = readOnce(archive, as: nil, options: IngestOptions(), chunkSize: 4096)
    #expect(events.documents.count == 2 || events.rejections.count == 1, "\(events.outline)")
  }
}
