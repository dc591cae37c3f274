import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("Reading on behind damage in archives")
struct ArchiveRecoveryTests {
  private static let pages = (0..<24).map { number in
    (
      "page\(100 + number).txt",
      Array("Headline\n\n\(String(repeating: "Text \(number) ", count: number * 9 + 1)).".utf8)
    )
  }

  private func events(_ bytes: [UInt8], path: String = "x", chunkSize: Int = 4096) -> [IngestEvent]
  {
    readOnce(bytes, as: nil, path: path, options: IngestOptions(), chunkSize: chunkSize)
  }

  private func names(_ events: [IngestEvent]) -> [String] {
    events.documents.map { String($0.origin.file.split(separator: "!").last ?? "") }
  }

  /// Where the header of a page starts.
  private func header(_ number: Int, in archive: [UInt8]) throws -> Int {
    let name = Array(Self.pages[number].0.utf8) + [0]
    return try #require(
      stride(from: 0, to: archive.count, by: 512).first { archive[$0...].starts(with: name) })
  }

  private func pages(without lost: Int...) -> [String] {
    Self.pages.indices.filter { !lost.contains($0) }.map { Self.pages[$0].0 }
  }

  // MARK: tar

  @Test("Zeros in a tar archive: a lone block, a header, a header with its data")
  func zeros() throws {
    let archive = Pack.tar(Self.pages)
    let place = try header(9, in: archive)
    let block = [UInt8](repeating: 0, count: 512)
    let inserted = events(Array(archive[..<place]) + block + Array(archive[place...]))
    #expect(names(inserted) == pages() && inserted.rejections.count == 1)
    let next = try header(10, in: archive)
    for end in [place + 512, place + 1_024, next] {
      var damaged = archive
      for index in place..<end { damaged[index] = 0 }
      let events = events(damaged)
      #expect(names(events) == pages(without: 9), "\(end - place)")
      #expect(events.rejections.map(\.reason) == [.malformed], "\(end - place)")
    }
  }

  @Test("Joined tar archives, with and without full records")
  func joined() {
    let short = Pack.tar(Array(Self.pages[..<12]))
    let record = 10_240
    let full = short + [UInt8](repeating: 0, count: (record - short.count % record) % record)
    let events = events(full + Pack.tar(Array(Self.pages[12...])))
    #expect(names(events) == pages() && events.rejections.isEmpty)
    #expect(names(self.events(short + Pack.tar(Array(Self.pages[12...])))) == pages())
    let rest = (0..<900).map { UInt8(truncatingIfNeeded: $0 &* 7 | 1) }
    #expect(self.events(full + rest).rejections.isEmpty, "what a record held before")
  }

  @Test("The first header of a tar archive, whatever the file is called")
  func firstHeader() {
    let archive = Pack.tar(Self.pages)
    for (range, path) in [
      (0..<3, "x"), (150..<151, "dump.tar"), (0..<512, "x"), (0..<512, "dump.tar"),
      (300..<301, "x"),
    ] {
      var damaged = archive
      for index in range { damaged[index] = 0xAA }
      for (bytes, path) in [(damaged, path), (Pack.gzip(damaged), path + ".gz")] {
        let events = events(bytes, path: path)
        #expect(names(events) == pages(without: 0), "\(range) \(path)")
        #expect(events.rejections.map(\.message).allSatisfy { $0.contains("archive") })
        #expect(events.rejections.count == 1, "\(range) \(path)")
      }
    }
  }

  // MARK: zip

  @Test(
    "A damaged entry of a zip archive costs itself and is reported once",
    arguments: [
      ZipFile.Options(), .init(hasDescriptors: true), .init(isStored: true),
      .init(hasDirectory: false),
    ])
  func zipEntry(options: ZipFile.Options) {
    let zip = ZipFile(Self.pages, options)
    #expect(names(events(zip.bytes)) == pages())
    #expect(events(zip.bytes).rejections.count == (options.hasDirectory ? 0 : 1))
    let ends = options.hasDirectory ? 1 : 2
    for number in [0, 9, 23] {
      for place in [zip.data[number].lowerBound, zip.data[number].upperBound - 3] {
        var damaged = zip.bytes
        damaged[place] ^= 0xFF
        damaged[place + 1] ^= 0xFF
        for outer in [damaged, Pack.gzip(Pack.tar([("inner.zip", damaged)]))] {
          let events = events(outer)
          #expect(names(events) == pages(without: number), "\(options) \(number)")
          #expect(events.rejections.count <= ends && events.rejections.count > 0)
          #expect(events.rejections.first?.origin.file.hasSuffix(Self.pages[number].0) == true)
        }
      }
    }
  }

  @Test("A damaged local header is reported, by its name where the table of contents has it")
  func zipHeader() {
    for descriptors in [false, true] {
      for (number, signature) in [(0, 0), (9, 0), (23, 1), (9, 2)] {
        var zip = ZipFile(Self.pages, .init(hasDescriptors: descriptors))
        zip.bytes[zip.headers[number].lowerBound + signature] ^= 0x20
        let events = events(zip.bytes, path: "x.zip")
        #expect(names(events) == pages(without: number), "\(number)")
        #expect(events.rejections.map(\.origin.file) == ["x.zip!" + Self.pages[number].0])
      }
    }
    var zip = ZipFile(Self.pages, .init(hasDirectory: false))
    zip.bytes[zip.headers[9].lowerBound] ^= 0x20
    let events = events(zip.bytes, path: "x.zip")
    #expect(names(events) == pages(without: 9))
    #expect(events.rejections.map(\.origin.file) == ["x.zip", "x.zip"], "it, and the table")
  }

  @Test("Two damaged headers in a row, joined archives, and a stored archive inside")
  func zipOthers() {
    var zip = ZipFile(Self.pages)
    zip.bytes[zip.headers[5].lowerBound] = 0
    zip.bytes[zip.headers[6].lowerBound] = 0
    let events = events(zip.bytes)
    #expect(names(events) == pages(without: 5, 6))
    #expect(
      events.rejections.map(\.origin.file) == ["x!" + Self.pages[5].0, "x!" + Self.pages[6].0])

    let joined = self.events(
      ZipFile(Array(Self.pages[..<12])).bytes + ZipFile(Array(Self.pages[12...])).bytes)
    #expect(names(joined) == pages() && joined.rejections.isEmpty)

    let inner = ZipFile(Array(Self.pages[..<12]))
    var outer = ZipFile(
      [("inner.zip", inner.bytes), Self.pages[12], Self.pages[13]], .init(isStored: true))
    outer.bytes[outer.headers[1].lowerBound] = 0
    #expect(names(self.events(outer.bytes)) == Self.pages[..<12].map(\.0) + [Self.pages[13].0])
  }

  // MARK: Any damage

  @Test("Bytes changed, lost or added anywhere cost no entry that they do not touch")
  func anywhere() {
    var generator = SplitMix64(seed: 7)
    let tar = Pack.tar(Self.pages)
    let zips = [ZipFile(Self.pages), ZipFile(Self.pages, .init(hasDescriptors: true))]
    for round in 0..<300 {
      let zip = zips[round % 2]
      let isTar = round % 3 == 0
      let archive = isTar ? tar : zip.bytes
      let length = Int.random(in: 1...700, using: &generator)
      let start = Int.random(in: 0..<(isTar ? tar.count : zip.directory), using: &generator)
      let range = start..<min(start + length, archive.count)
      var noise = archive[range].map { _ in UInt8.random(in: 0...255, using: &generator) }
      if round % 5 == 0 { noise = noise.map { _ in 0 } }
      if round % 7 == 0 { noise = [] }
      if round % 11 == 0 { noise += noise }
      let damaged = Array(archive[..<start]) + noise + Array(archive[range.upperBound...])
      let events = events(damaged, path: isTar ? "x.tar" : "x.zip")
      let found = Set(names(events))
      for (number, page) in Self.pages.enumerated() {
        let place: Range<Int>
        if isTar {
          guard let header = try? header(number, in: archive) else { continue }
          place = header..<(header + 512 + (page.1.count + 511) / 512 * 512)
        } else {
          place = zip.headers[number].lowerBound..<(zip.data[number].upperBound + 16)
        }
        if place.overlaps(range) { continue }
        #expect(found.contains(page.0), "round \(round): \(range), \(page.0) at \(place)")
      }
      if found.count < Self.pages.count {
        #expect(!events.rejections.isEmpty, "round \(round): \(range)")
      }
    }
  }
}
