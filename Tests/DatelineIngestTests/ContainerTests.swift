import CLibArchive
import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

@Suite("Containers")
struct ContainerTests {
  private let lines = Array("{\"body\":\"a\"}\n{\"body\":\"b\"}\n".utf8)
  private let outline = ["1@0 a", "2@13 b"]
  private let page = Array("A title\n\nA text.".utf8)

  @Test("Every compression, by content; the name inside decides the format")
  func filters() {
    for filter in Pack.filters {
      let packed = Pack.compress(lines, filter)
      let path = "d/x.jsonl.\(filter.name)"
      let events = read(packed, as: nil, path: path)
      #expect(events.outline == outline, "\(filter.name)")
      #expect(events.files == [path])
      #expect(read(packed, as: nil, path: "-").outline == outline)
      #expect(read(packed, as: nil, path: "x.jsonl").outline == outline)
      let twice = Pack.compress(packed + packed, filter)
      #expect(read(twice, as: nil, path: "-").documents.count == 4, "\(filter.name)")
    }
    let page = Array("A headline\nA sentence of some length follows it here.\n".utf8)
    let text = read(Pack.gzip(page), as: nil, path: "news/x.txt.gz").documents
    #expect(text.map(\.shape) == [.page])
    #expect(text.map(\.source) == ["news"])
    #expect(text.first?.contentHash == page.withUnsafeBufferPointer(ContentHash.text))
  }

  @Test("Archives give their entries in order, with the place inside as a label")
  func archives() {
    let entries = [
      ("wire/a.jsonl", lines), ("./wire/b.txt", page), ("wire/.c.txt", page),
      ("__MACOSX/b.txt", page), ("wire/logo.png", page), ("README", page), ("é\u{1B}.txt", page),
    ]
    for packed in [Pack.tar(entries), Pack.zip(entries), Pack.cpio(entries)] {
      let events = read(packed, as: nil, path: "x")
      #expect(events.files == ["x!wire/a.jsonl", "x!wire/b.txt", "x!é\u{FFFD}.txt"])
      #expect(events.outline == outline + ["1@0 A title\n\nA text.", "1@0 A title\n\nA text."])
      #expect(events.documents.map(\.source) == [nil, nil, "wire", nil])
    }
    let reader = DocumentReader(
      file: InputFile(path: "x"), options: IngestOptions(),
      source: ByteSource(bytes: Pack.tar(entries)))
    while reader.next() != nil {}
    #expect(reader.passedOver == 4)
  }

  @Test("An archive without a single article is one rejection")
  func nothingInside() {
    let pictures = [("a.png", page), ("b.zip", Pack.zip([("c.jpg", page)]))]
    for (entries, message) in [
      (pictures, "none of the archive's files is of a known format"),
      ([], "the archive holds no files"),
    ] {
      // An empty tar archive is nothing but zeros.
      for packed in entries.isEmpty
        ? [Pack.cpio(entries)] : [Pack.tar(entries), Pack.cpio(entries)]
      {
        let events = read(packed, as: nil, path: "x")
        #expect(events.rejections.map(\.reason) == [.empty])
        #expect(events.rejections.map(\.message) == [message])
        #expect(events.files == ["x"])
        #expect(events.documents.isEmpty)
      }
    }
    let beside = read(Pack.tar(pictures + [("d.jsonl", lines)]), as: nil, path: "x")
    #expect(beside.outline == outline)
  }

  @Test("Containers in containers in containers")
  func nesting() {
    let inner = Pack.zip([("c.jsonl.gz", Pack.gzip(lines)), ("d.bin", Pack.gzip(lines))])
    let packed = Pack.compress(Pack.tar([("b.zip", inner), ("e.jsonl", lines)]), Pack.filters[3])
    let events = read(packed, as: nil, path: "a.tar.zst")
    #expect(events.files == ["a.tar.zst!b.zip!c.jsonl.gz", "a.tar.zst!e.jsonl"])
    #expect(events.outline == outline + outline)
  }

  @Test("--format is that of the records, and takes entries of any visible name")
  func forcedFormat() {
    let packed = Pack.zip([("a.dat", lines), (".b", lines)])
    #expect(read(packed, as: nil, options: IngestOptions(format: .jsonl)).outline == outline)
    #expect(read(packed, as: nil).documents.isEmpty)
    let empty = Pack.zip([("a.jsonl", Array("\n".utf8)), ("b.jsonl", lines), ("c.csv", [])])
    let events = read(empty, as: nil)
    #expect(events.outline == ["1@0 !empty"] + outline + ["1@0 !empty"])
    #expect(
      events.rejections.map(\.message) == ["the file holds no records", "the file is empty"])
  }

  @Test("A bomb is one rejection")
  func bombs() {
    var options = IngestOptions()
    options.containerLimits.freeBytes = 100_000
    let zeros = [UInt8](repeating: 0x20, count: 1_000_000)
    let once = Pack.gzip(zeros)
    let bombs = [
      once, Pack.gzip(once), Pack.zip([("a.txt", zeros)]),
      Pack.zip([("picture.png", zeros), ("a.txt", page)]),
      Pack.tar([("a.jsonl", lines), ("b.txt.gz", Pack.gzip(once)), ("c.txt", page)]),
      Pack.compress(zeros, Pack.filters[2]),
      Pack.gzip(Pack.tar((0..<20).map { ("\($0).txt", Array(zeros[..<50_000])) })),
    ]
    for (index, bomb) in bombs.enumerated() {
      options.containerLimits.maxExpansion = 10
      let events = readOnce(bomb, as: nil, path: "bomb", options: options, chunkSize: 4096)
      #expect(events.rejections.filter { $0.reason == .tooLarge }.count == 1, "\(index)")
      #expect(events.rejections.last?.origin.file == "bomb")
      #expect(events.rejections.last?.message.contains("10 times") == true)
      options.containerLimits.maxExpansion = 1_000_000
      let all = readOnce(bomb, as: nil, path: "bomb", options: options, chunkSize: 4096)
      #expect(!all.rejections.contains { $0.reason == .tooLarge }, "\(index)")
    }
  }

  @Test("Depth, entry size and number of entries have limits")
  func limits() {
    var packed = lines
    for _ in 0..<5 { packed = Pack.gzip(packed) }
    packed = Pack.tar([("deep", packed), ("a.jsonl", lines)])
    var options = IngestOptions()
    options.containerLimits.maxDepth = 6
    #expect(read(packed, as: nil, options: options).documents.count == 2)
    options.containerLimits.maxDepth = 5
    #expect(read(packed, as: nil, options: options).outline == ["1@0 !too large"] + outline)

    options = IngestOptions()
    options.containerLimits.maxEntryBytes = 20
    let sizes = Pack.zip([("a.jsonl", lines), ("b.txt", page)])
    let events = read(sizes, as: nil, options: options)
    #expect(events.rejections.map(\.reason) == [.malformed, .tooLarge])
    #expect(events.documents.last?.body == "A title\n\nA text.")

    options = IngestOptions()
    options.containerLimits.maxEntries = 1
    #expect(read(sizes, as: nil, options: options).outline == outline + ["1@0 !too large"])
  }

  @Test("An encrypted archive is rejected with the reason")
  func encrypted() {
    let packed = Pack.zip(
      [("a.txt", page), ("b.txt", page)], options: "zip:encryption=traditional")
    let events = read(packed, as: nil)
    #expect(events.outline == ["1@0 !unreadable"])
    #expect(events.rejections.first?.message == "the archive is encrypted")
  }

  @Test("7z is rejected with the reason")
  func unsupported() {
    let sevenZip: [UInt8] = [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]
    #expect(read(sevenZip, as: nil).rejections.map(\.reason) == [.unreadable])
  }

  @Test("What comes before the damage is kept, and the damage is reported")
  func truncated() {
    let many = (0..<2000).flatMap {
      Array("{\"body\":\"number \($0)\",\"x\":\($0 &* 7919)}\n".utf8)
    }
    let packed = Pack.gzip(many)
    let half = readOnce(
      Array(packed[..<(packed.count / 2)]), as: nil, options: IngestOptions(), chunkSize: 4096)
    #expect((500..<1500).contains(half.documents.count))
    #expect(half.rejections.last?.reason == .malformed)
    #expect(half.rejections.last?.message == "the compressed data ends in the middle")

    let tar = Pack.tar([("a.jsonl", lines), ("b.jsonl", many), ("c.jsonl", lines)])
    let cut = readOnce(
      Array(tar[..<20_000]), as: nil, options: IngestOptions(), chunkSize: 4096)
    #expect(cut.documents.count > 100)
    #expect(cut.rejections.last?.message.contains("damaged") == true)

    // The damaged archive ends; the one around it goes on.
    let outer = Pack.zip([("a.tar", Array(tar[..<20_000])), ("z.jsonl", lines)])
    let events = readOnce(outer, as: nil, options: IngestOptions(), chunkSize: 4096)
    #expect(events.documents.suffix(2).map(\.origin.file) == ["file!z.jsonl", "file!z.jsonl"])
  }

  @Test("Bytes behind the last member: zeros are padding, others are reported")
  func padding() {
    let packed = Pack.gzip(lines)
    #expect(read(packed + [0, 0, 0], as: nil).outline == outline)
    #expect(read(packed + Array("junk".utf8), as: nil).outline == outline + ["3@26 !malformed"])
  }

  @Test("Random damage never crashes or hangs", arguments: [UInt64(1), 2, 3])
  func mutations(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let entries = [("a.jsonl", lines), ("b.txt", page), ("c.jsonl.gz", Pack.gzip(lines))]
    var originals = [Pack.tar(entries), Pack.zip(entries), Pack.cpio(entries)]
    originals += Pack.filters.map { Pack.compress(Pack.zip(entries), $0) }
    for (index, original) in originals.enumerated() {
      for round in 0..<40 {
        var bytes = original
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
          let position = Int.random(in: 0..<bytes.count, using: &generator)
          bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
        if round % 4 == 0 {
          bytes = Array(bytes[..<Int.random(in: 0..<bytes.count, using: &generator)])
        }
        let events = readOnce(bytes, as: nil, options: IngestOptions(), chunkSize: 4096)
        let again = readOnce(bytes, as: nil, options: IngestOptions(), chunkSize: 4096)
        #expect(events == again, "seed \(seed), container \(index), round \(round)")
        #expect(events.count < 1000, "seed \(seed), container \(index), round \(round)")
      }
    }
  }

  @Test("Names of compressed files and archives")
  func names() {
    let inner = [
      "a.jsonl.gz": "a.jsonl", "d/a.warc.GZ": "d/a.warc", "a.gz": "a", ".gz": ".gz",
      "d/.gz": "d/.gz", "a.tgz": "a.tgz", "d.gz/a": "d.gz/a", "a.txt": "a.txt",
    ]
    for (name, expected) in inner { #expect(ContainerName.inner(name) == expected) }
    for name in ["a.gz", "a.tar.xz", "a.zip", "a.tgz", "a.csv.bz2", "a.json.gz.xz", "a.2016.gz"] {
      #expect(ContainerName.mayHoldArticles(name), "\(name)")
    }
    for name in ["a", "a.png", "a.sql.gz", "a.png.xz", "gz", ".zip"] {
      #expect(!ContainerName.mayHoldArticles(name), "\(name)")
    }
  }

  @Test("Directories: compressed files and archives are found")
  func directory() throws {
    let directory = try TemporaryDirectory()
    for name in ["a.jsonl.gz", "b.tar.zst", "c.zip", "d.warc.gz", "e.sql.gz", "f.png"] {
      try directory.write(name, "x")
    }
    let list = try InputList.expand([directory.path])
    #expect(list.map(\.format) == [.jsonl, nil, nil, .warc])
    let skipped = list.skipped.map { String($0.dropFirst(directory.path.count + 1)) }
    #expect(skipped == ["e.sql.gz", "f.png"])
  }
}
