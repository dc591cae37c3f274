import CLibArchive
import DatelineCore
import Testing

@testable import DatelineIngest

@Suite("Damaged crawls")
struct CrawlDamageTests {
  /// A crawl in pieces, and the address of each piece's page.
  private struct Pieces {
    var path: String
    var bytes: [[UInt8]]
    var bodies: [String: String]
    var urls: [String]
  }

  private func pieces(_ path: String, _ make: (String, [UInt8]) -> [UInt8]) -> Pieces {
    var result = Pieces(path: path, bytes: [], bodies: [:], urls: [])
    var generator = SplitMix64(seed: 7)
    for number in 0..<20 {
      let url = "http://wire.example.com/\(number)"
      let words = (0..<Int.random(in: 20...120, using: &generator)).map { _ in
        String(Int.random(in: 0..<100_000, using: &generator), radix: 36)
      }
      let page = Crawl.html(words.joined(separator: " "))
      result.bytes.append(make(url, Crawl.http(page)))
      result.bodies[url] = String(decoding: page, as: UTF8.self)
      result.urls.append(url)
    }
    return result
  }

  private var crawls: [Pieces] {
    let warc = pieces("x.warc") { Crawl.record("response", $0, $1) }
    let gzip = pieces("x.warc.gz") { Pack.gzip(Crawl.record("response", $0, $1)) }
    let arc = pieces("x.arc.gz") { Pack.gzip(Crawl.arc($0, $1)) }
    return [warc, gzip, arc]
  }

  @Test("Every record whose bytes are intact is kept", arguments: [UInt64(11), 12])
  func intactRecords(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for crawl in crawls {
      for round in 0..<60 {
        var bytes = Array(crawl.bytes.joined())
        var touched: Set<Int> = []
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let position = Int.random(in: 0..<bytes.count, using: &generator)
          bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
          touched.insert(position)
        }
        var length = bytes.count
        if round % 3 == 0 { length = Int.random(in: 0...length, using: &generator) }
        bytes = Array(bytes[..<length])

        let chunk = [1 << 16, 512, 7][round % 3]
        let events = readOnce(
          bytes, as: .warc, path: crawl.path, options: IngestOptions(), chunkSize: chunk)
        let found = Dictionary(grouping: events.documents) { $0.url ?? "" }
        let place = "seed \(seed), round \(round), \(crawl.path)"
        var start = 0
        for (url, piece) in zip(crawl.urls, crawl.bytes) {
          let end = start + piece.count
          if end <= length && !touched.contains(where: { (start..<end).contains($0) }) {
            // Damage may have given another record the same address.
            let bodies = found[url]?.map(\.body) ?? []
            #expect(bodies.contains(crawl.bodies[url]), "\(place), \(url)")
          }
          start = end
        }
        #expect(events.rejections.count <= touched.count + 1, "\(place)")
        #expect(events.documents.count <= crawl.urls.count, "\(place)")
      }
    }
  }

  @Test("Damage is reported once, with its place")
  func place() {
    let crawl = pieces("x.warc.gz") { Pack.gzip(Crawl.record("response", $0, $1)) }
    var damaged = crawl.bytes
    damaged[3][damaged[3].count / 2] ^= 0x55
    damaged[4][0] = 0
    let events = read(Array(damaged.joined()), as: .warc, path: crawl.path)
    #expect(events.documents.count == 18)
    #expect(events.rejections.count == 1)
    #expect(events.rejections.first?.reason == .malformed)
    #expect(events.rejections.first?.origin.record == 4)
    #expect(events.rejections.first?.message.contains("compressed") == true)
  }

  @Test("A wrong length costs one record")
  func wrongLength() {
    let good = Crawl.response("https://a.example.org/", "x")
    for length in [0, 10, 100, 300, 1_000_000, 99_999_999_999_999] {
      let bad = Crawl.record(
        "response", "https://b.example.org/", length: length, Crawl.http(Crawl.html("y")))
      for form in [good + bad + good + good, Pack.gzip(good + bad + good + good)] {
        let events = read(form, as: nil)
        #expect(
          events.documents.map(\.url).filter { $0 == "https://a.example.org/" }.count == 3,
          "\(length)")
        #expect(events.rejections.count == 1, "\(length)")
        #expect(events.rejections.first?.origin.offset == Int64(good.count))
      }
    }
    let huge = String(repeating: "9", count: 40)
    let text = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(huge)\r\n\r\n"
    #expect(read(Array(text.utf8) + good, as: nil).documents.count == 1)
  }

  @Test("Headers without an end, without fields, without a length")
  func brokenHeaders() {
    let good = Crawl.response("https://a.example.org/", "x")
    let broken = [
      "WARC/1.0\r\n", "WARC/1.0\r\nno field\r\n\r\n", "WARC/1.0\r\nWARC-Type: response\r\n\r\n",
      "WARC/1.0\r\nContent-Length: -1\r\n\r\n", "WARC/1.0", "garbage\r\n",
      "WARC/1.0\r\nX: " + String(repeating: "y", count: 3_000_000) + "\r\n",
    ]
    for text in broken {
      let bytes = Array(text.utf8)
      let events = readOnce(
        good + bytes + Array("\r\n".utf8) + good, as: .warc, options: IngestOptions(),
        chunkSize: 1 << 16)
      #expect(events.documents.count == 2, "\(text.prefix(40))")
      #expect(events.rejections.count == 1, "\(text.prefix(40))")
    }
    let starts = Array(String(repeating: "WARC/1.0\r\n", count: 50_000).utf8)
    let events = readOnce(
      starts + good, as: .warc, options: IngestOptions(), chunkSize: 1 << 16)
    #expect(events.documents.count == 1 && events.rejections.count == 1)
  }

  @Test("Random bytes behind a crawl's first bytes never crash or hang")
  func noise() {
    var generator = SplitMix64(seed: 5)
    for start in ["WARC/1.0\r\n", "filedesc://x 0.0.0.0 20140216050221 text/plain 5\n", ""] {
      for path in ["x.warc", "x.warc.gz"] {
        let noise = (0..<100_000).map { _ in
          [UInt8.random(in: 0...255, using: &generator), 0x1F, 0x8B, 0x08, 0, 0x0A]
            .randomElement(using: &generator) ?? 0
        }
        let events = readOnce(
          Array(start.utf8) + noise, as: .warc, path: path, options: IngestOptions(),
          chunkSize: 1 << 12)
        #expect(events.documents.isEmpty)
        #expect(events.rejections.count <= 2)
      }
    }
  }
}
