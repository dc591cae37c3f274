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
    #expect(events.rejections.map(\.reason) == Array(repeating: .malformed, count: 4))
  }

  @Test("Of a cut xz file comes what is there, records of a crawl too")
  func cutFile() {
    var generator = SplitMix64(seed: 5)
    func text() -> String { "\(UInt64.random(in: 0...UInt64.max, using: &generator))" }
    let crawl = (0..<500).flatMap { Crawl.response("https://e.example.com/\($0)", text() + text()) }
    let lines = (0..<4_000).flatMap { _ in Array("{\"body\":\"\(text())\"}\n".utf8) }
    for (content, count) in [(crawl, 500), (lines, 4_000)] {
      let packed = Pack.compress(content, Pack.filters[2])
      for chunkSize in [512, 1 << 18] {
        let events = readOnce(
          Array(packed[..<(packed.count * 9 / 10)]), as: nil, options: IngestOptions(),
          chunkSize: chunkSize)
        #expect(events.documents.count > count * 8 / 10)
        // The file, and of lines the one that is cut.
        let reasons = events.rejections.map(\.reason)
        #expect((1...2).contains(reasons.count) && Set(reasons) == [.malformed])
      }
    }
  }

  @Test("Damage in an entry that nobody reads is not reported, and costs no other")
  func damageInOther() throws {
    var generator = SplitMix64(seed: 3)
    let picture = (0..<4_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for options in [ZipFile.Options(), ZipFile.Options(hasDescriptors: true)] {
      var zip = ZipFile([pages[0], ("a.png", picture), pages[1]], options)
      zip.bytes[zip.data[1].lowerBound + 40] ^= 0xFF
      let events = readOnce(zip.bytes, as: nil, options: IngestOptions(), chunkSize: 4096)
      #expect(events.documents.count == 2 && events.rejections.isEmpty, "\(events.outline)")
    }
  }
}

@Suite("Damaged compressed data")
struct CompressionDamageTests {
  private func lines(_ count: Int) -> [UInt8] {
    var generator = SplitMix64(seed: 5)
    return (0..<count).flatMap { _ in
      Array("{\"body\":\"\(UInt64.random(in: 0...UInt64.max, using: &generator))\"}\n".utf8)
    }
  }

  private func events(_ bytes: [UInt8]) -> [IngestEvent] {
    readOnce(bytes, as: nil, path: "x.jsonl", options: IngestOptions(), chunkSize: 4_096)
  }

  @Test("Streams one after the other are one file", arguments: Pack.filters.map(\.name))
  func joined(name: String) throws {
    let filter = try #require(Pack.filters.first { $0.name == name })
    let packed = Pack.compress(lines(500), filter)
    let events = events(packed + packed + packed)
    #expect(events.documents.count == 1_500 && events.rejections.isEmpty)
  }

  @Test(
    "What comes before damage is kept, and the damage is reported",
    arguments: Pack.filters.map(\.name))
  func cut(name: String) throws {
    let filter = try #require(Pack.filters.first { $0.name == name })
    // Three streams; the third is cut, or its middle is changed, which garbles what follows.
    let first = Pack.compress(lines(30_000), filter)
    let last = Pack.compress(lines(60_000), filter)
    var changed = first + first + last
    for place in 0..<64 { changed[2 * first.count + last.count / 2 + place] ^= 0x55 }
    let cut = Array((first + first + last).dropLast(last.count / 2))
    #expect((1...2).contains(events(cut).rejections.count), "\(name)")
    for bytes in [cut, changed] {
      let events = events(bytes)
      #expect(events.documents.count >= 60_000, "\(name)")
      #expect(!events.rejections.isEmpty, "\(name)")
    }
  }

  @Test(
    "Reading goes on with the next whole stream", arguments: Pack.filters.map(\.name))
  func damagedStream(name: String) throws {
    let filter = try #require(Pack.filters.first { $0.name == name })
    let streams = (0..<5).map { number in
      Pack.compress(
        (0..<40).flatMap { Array("{\"body\":\"\(number) \($0 * 7919)\"}\n".utf8) }, filter)
    }
    for damaged in [1, 2, 3] {
      var bytes = streams
      for place in bytes[damaged].indices.dropFirst(bytes[damaged].count / 2).prefix(16) {
        bytes[damaged][place] ^= 0x55
      }
      let events = events(Array(bytes.joined()))
      let numbers = Set(events.documents.compactMap { $0.body?.first })
      // Of lz4, libarchive finds no further frame.
      if name != "lz4" {
        #expect(
          numbers.isSuperset(of: (0..<5).filter { $0 != damaged }.map { Character("\($0)") }),
          "\(damaged)")
        #expect(events.documents.count >= 160, "\(damaged)")
      }
      #expect(events.rejections.contains { $0.message.contains("damaged") }, "\(damaged)")
    }
  }

  @Test("A damaged beginning costs one member")
  func damagedBeginning() {
    let members = (0..<3).map { number in
      Pack.gzip((0..<200).flatMap { Array("{\"body\":\"\(number) \($0 * 7919)\"}\n".utf8) })
    }
    var bytes = Array(members.joined())
    for place in 0..<3 { bytes[place] = 0x07 }
    let events = readOnce(
      bytes, as: .jsonl, path: "x.jsonl.gz", options: IngestOptions(), chunkSize: 4_096)
    #expect(events.documents.count == 400)
    #expect(events.rejections.map(\.reason) == [.malformed])
  }
}

@Suite struct MixedContainerTests {
  @Test func recordsThatAreNotCompressed() {
    let records = (0..<6).map {
      Crawl.response("https://e.example.com/\($0)", "Page \($0) of the harbour.")
    }
    let bytes = records.enumerated().flatMap { [0, 3].contains($0) ? Pack.gzip($1) : $1 }
    for chunkSize in [16, 512, 1 << 18] {
      let events = readOnce(
        bytes, as: .warc, path: "x.warc.gz", options: IngestOptions(), chunkSize: chunkSize)
      #expect(events.documents.map(\.url) == (0..<6).map { "https://e.example.com/\($0)" })
      #expect(events.rejections.isEmpty)
    }
  }

  @Test func joinedArchivesWithShortEndMarks() throws {
    let parts = ["a", "b", "c"].map { name in
      var tar = Pack.tar([
        (name + "1.txt", Array("Text \(name) 1.".utf8)), (name + "2.txt", Array("Text 2.".utf8)),
      ])
      while tar.suffix(512).allSatisfy({ $0 == 0 }) { tar.removeLast(512) }
      return tar + [UInt8](repeating: 0, count: 1_024)
    }
    let events = readOnce(
      Array(parts.joined()), as: nil, path: "x", options: IngestOptions(), chunkSize: 4_096)
    #expect(events.documents.count == 6)
    #expect(events.rejections.isEmpty)
  }
}
