import DatelineCore
import Testing

@testable import DatelineIngest

/// Whatever happens to some bytes of a crawl, every page whose own bytes are intact comes out.
@Suite("Intact pages of damaged crawls")
struct CrawlIntegrityTests {
  /// A crawl whose records are known.
  private struct Sample {
    var bytes: [UInt8] = []
    /// Where the pages are in ``bytes``, and their text.
    var pages: [(range: Range<Int>, body: String)] = []
  }

  private enum Packing: CaseIterable {
    case plain, gzip, zstd, arc, arcGzip

    var path: String {
      switch self {
      case .plain: "c.warc"
      case .gzip: "c.warc.gz"
      case .zstd: "c.warc.zst"
      case .arc: "c.arc"
      case .arcGzip: "c.arc.gz"
      }
    }

    var isARC: Bool { self == .arc || self == .arcGzip }

    func pack(_ record: [UInt8]) -> [UInt8] {
      switch self {
      case .plain, .arc: record
      case .gzip, .arcGzip: Pack.gzip(record)
      case .zstd: Pack.zstd(record)
      }
    }
  }

  private static let seeds: [UInt64] = [0, 1, 2, 4, 24, 55, 68, 99, 117, 123, 144, 184]

  private func sample(_ packing: Packing, _ generator: inout SplitMix64) -> Sample {
    let note = Array("software: none\r\n".utf8)
    let request = Array("GET / HTTP/1.1\r\nHost: news.example.com\r\n\r\n".utf8)
    var records = [
      packing.isARC ? Crawl.arcStart : Crawl.record("warcinfo", "urn:x", contentType: "x", note)
    ].map { (bytes: $0, body: "") }
    for index in 0..<20 {
      let address = "https://news.example.com/\(index)"
      // Text that packs badly, with lines that look like the start of a record.
      let noise = String(
        (0..<Int.random(in: 1...3000, using: &generator)).map { _ in
          "abcdefghij \nWARC/".randomElement(using: &generator) ?? "a"
        })
      let body = "<p>Page \(index).\(noise)\nWARC/1.0\n</p>"
      let block = Crawl.http(Array(body.utf8))
      if packing.isARC {
        records.append((Crawl.arc(address, block), body))
      } else {
        if index % 3 == 0 {
          records.append((Crawl.record("request", address, contentType: "x", request), ""))
        }
        records.append((Crawl.record("response", address, block), body))
      }
    }
    var sample = Sample()
    for record in records {
      let start = sample.bytes.count
      sample.bytes += packing.pack(record.bytes)
      if !record.body.isEmpty { sample.pages.append((start..<sample.bytes.count, record.body)) }
    }
    return sample
  }

  private func check(
    _ damaged: [UInt8], keeps intact: [String], _ packing: Packing, _ comment: String,
    inPieces: Bool = false
  ) {
    let path = packing.path
    let events = readOnce(
      damaged, as: .warc, path: path, options: IngestOptions(), chunkSize: 1 << 18)
    let found = Set(events.documents.compactMap(\.body))
    let missing = intact.filter { !found.contains($0) }.map { $0.prefix(12) }
    #expect(missing.isEmpty, "\(comment)")
    guard inPieces else { return }
    let pieces = readOnce(
      damaged, as: .warc, path: path, options: IngestOptions(), chunkSize: 7)
    let differences = pieces.summary.difference(from: events.summary).map { "\($0)" }
    #expect(differences.isEmpty, "\(comment), in pieces")
  }

  @Test("Flipped bits", arguments: seeds)
  func flips(seed: UInt64) {
    for packing in Packing.allCases {
      var generator = SplitMix64(seed: seed)
      let sample = sample(packing, &generator)
      var damaged = sample.bytes
      var places: [Int] = []
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: damaged.indices, using: &generator)
        damaged[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        places.append(place)
      }
      let intact = sample.pages.filter { page in !places.contains { page.range.contains($0) } }
      check(
        damaged, keeps: intact.map(\.body), packing,
        "seed \(seed), \(packing), bytes \(places) flipped", inPieces: seed % 4 == 0)
    }
  }

  @Test("Cut at the end, cut out of the middle, and overwritten", arguments: seeds)
  func stretches(seed: UInt64) {
    for packing in Packing.allCases {
      var generator = SplitMix64(seed: seed)
      let sample = sample(packing, &generator)
      let start = Int.random(in: sample.bytes.indices, using: &generator)
      let end = min(start + Int.random(in: 1...5000, using: &generator), sample.bytes.count)
      // An ARC record is told by being at the start of a line.
      let behind = packing == .arc ? end + 1 : end
      let intact = sample.pages.filter { !$0.range.overlaps(start..<behind) }.map(\.body)
      let before = sample.pages.filter { $0.range.upperBound <= start }.map(\.body)
      let comment = "seed \(seed), \(packing), \(start)..<\(end)"
      check(Array(sample.bytes[..<start]), keeps: before, packing, comment + " cut")
      var shorter = sample.bytes
      shorter.removeSubrange(start..<end)
      check(
        shorter, keeps: intact, packing, comment + " removed", inPieces: seed % 4 == 0)
      var noisy = sample.bytes
      for place in start..<end { noisy[place] = UInt8.random(in: 0...255, using: &generator) }
      check(noisy, keeps: intact, packing, comment + " overwritten")
    }
  }

  @Test("Every bit of a record between two others", arguments: [Packing.plain, .gzip, .zstd])
  private func everyBit(packing: Packing) {
    let pages = (0..<3).map { "<p>Page \($0)</p>" }
    let records = pages.enumerated().map {
      packing.pack(
        Crawl.record(
          "response", "https://example.org/\($0.offset)", Crawl.http(Array($0.element.utf8))))
    }
    let bytes = Array(records.joined())
    for place in records[0].count..<records[0].count + records[1].count {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(bit)
        let events = readOnce(
          damaged, as: .warc, path: packing.path, options: IngestOptions(), chunkSize: 1 << 12)
        let found = events.documents.compactMap(\.body)
        #expect(
          found.contains(pages[0]) && found.contains(pages[2]),
          "\(packing), byte \(place), bit \(bit)")
      }
    }
  }
}

extension [IngestEvent] {
  /// Events with the first words of what they say.
  fileprivate var summary: [String] {
    map { event in
      switch event {
      case .document(let document):
        "\(document.origin.record)@\(document.origin.offset) \(document.body?.prefix(12) ?? "")"
      case .rejected(let rejection):
        "\(rejection.origin.record)@\(rejection.origin.offset) \(rejection.message)"
      }
    }
  }
}
