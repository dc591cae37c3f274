import CZstd
import DatelineCore
import Testing

@testable import DatelineIngest

/// Crawls packed with a dictionary of their own (IIPC, "Use of Zstandard compression in WARC"), and
/// pages sent in zstd.
@Suite("Zstandard in crawls")
struct ZstdCrawlTests {
  private static let records = (0..<40).map { index in
    var generator = SplitMix64(seed: UInt64(index))
    let numbers = (0..<20).map { _ in "\(UInt32.random(in: 0...9_999_999, using: &generator))" }
    return Crawl.response(
      "https://example.com/\(index)", "The harbour paper. \(numbers.joined(separator: " "))")
  }

  /// A dictionary over the records.
  private func dictionary() throws -> [UInt8] {
    let samples = Array(Self.records[..<10].joined())
    let sizes = Self.records[..<10].map(\.count)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let parameters = ZDICT_params_t(compressionLevel: 0, notificationLevel: 0, dictID: 7)
    let count = ZDICT_finalizeDictionary(
      &bytes, bytes.count, samples, samples.count, samples, sizes, UInt32(sizes.count), parameters)
    try #require(ZDICT_isError(count) == 0)
    return Array(bytes[..<count])
  }

  /// A skippable frame, which holds the dictionary.
  private func frame(_ content: [UInt8]) -> [UInt8] {
    let size = (0..<4).map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) }
    return [0x5D, 0x2A, 0x4D, 0x18] + size + content
  }

  private func pack(_ record: [UInt8], with dictionary: [UInt8]) throws -> [UInt8] {
    let context = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(context) }
    var bytes = [UInt8](repeating: 0, count: ZSTD_compressBound(record.count))
    let count = ZSTD_compress_usingDict(
      context, &bytes, bytes.count, record, record.count, dictionary, dictionary.count, 3)
    try #require(ZSTD_isError(count) == 0)
    return Array(bytes[..<count])
  }

  private func addresses(_ crawl: [UInt8]) -> [String?] {
    read(crawl, as: nil, path: "a.warc.zst").documents.map(\.url)
  }

  private let urls = (0..<40).map { "https://example.com/\($0)" }

  @Test("A dictionary, compressed or not, is used for the records")
  func withDictionary() throws {
    let dictionary = try dictionary()
    let packed = try Self.records.flatMap { try pack($0, with: dictionary) }
    #expect(addresses(frame(dictionary) + packed) == urls)
    #expect(addresses(frame(Pack.zstd(dictionary)) + packed) == urls)
    // Without it nothing can be read.
    let events = read(packed, as: nil, path: "a.warc.zst")
    #expect(events.documents.isEmpty)
    #expect(!events.rejections.isEmpty)
  }

  @Test("Records behind a damaged one are read with the dictionary")
  func damage() throws {
    let dictionary = try dictionary()
    var packed = try Self.records.map { try pack($0, with: dictionary) }
    packed[3][packed[3].count / 2] ^= 0x55
    let found = addresses(frame(dictionary) + packed.flatMap { $0 })
    #expect(Set(urls).subtracting(found.compactMap { $0 }).subtracting([urls[3]]).isEmpty)
  }

  @Test("A damaged dictionary is one rejection")
  func damagedDictionary() throws {
    var dictionary = try dictionary()
    let packed = try Self.records.flatMap { try pack($0, with: dictionary) }
    dictionary.replaceSubrange(8..<40, with: [UInt8](repeating: 0xFF, count: 32))
    let events = read(frame(dictionary) + packed, as: nil, path: "a.warc.zst")
    #expect(events.documents.isEmpty)
    #expect(events.rejections.map(\.message) == ["the zstd dictionary is damaged"])
    let cut = read(Array(frame(dictionary)[..<100]), as: nil, path: "a.warc.zst")
    #expect(cut.rejections.map(\.message) == ["the file ends inside the zstd dictionary"])
  }

  @Test("Pages sent in zstd are decoded")
  func contentCoding() {
    let body = Pack.zstd(Crawl.html("Sent in zstd"))
    let crawl = Crawl.record(
      "response", "https://example.com/z",
      Crawl.http(body, type: "text/html; charset=utf-8", "Content-Encoding: zstd"))
    #expect(
      read(crawl, as: nil, path: "a.warc").documents.map(\.body) == [
        String(decoding: Crawl.html("Sent in zstd"), as: UTF8.self)
      ])
  }
}
