/// Tells whether a file holds articles when its name says nothing: pages as `wget` and servers name
/// them (`page.php`, `index.html?x=1`, `page.html.1`), crawls, feeds, records. Text that is none of
/// these may be anything, and is left alone.
enum ArticleSniffer {
  /// Bytes looked at, white space and comments before them apart.
  static let length = 4_096

  /// Whether a file does, whatever it is compressed with. False when it cannot be read.
  static func holdsArticles(_ path: String) -> Bool {
    guard let descriptor = SystemCalls.openForReading(path) else { return false }
    let buffer = InputBuffer(
      source: ByteSource(descriptor: descriptor, closing: true), chunkSize: length)
    let options = IngestOptions()
    switch ContainerKind(buffer) {
    case nil:
      return holdsArticles(buffer, options.mapping)
    case .sevenZip:
      return false
    case .archive(.zip):
      return !isPackage(buffer) && holdsArticles(inZip: buffer, path, options)
    default:
      let walk = InputWalk(
        root: buffer, file: InputFile(path: path), options: options, chunkSize: length)
      guard case .leaf(let leaf) = walk.next() else { return false }
      return leaf.label != path || holdsArticles(leaf.buffer, options.mapping)
    }
  }

  /// Documents, programs and books are zip archives more often than dumps are. They are told by the name
  /// of their first entry (ECMA-376 part 2; ODF 1.2 part 3; EPUB OCF; JAR).
  private static func isPackage(_ buffer: InputBuffer) -> Bool {
    guard buffer.require(zipNameStart + 20) else { return true }
    return packageEntries.contains { buffer.holds($0, at: zipNameStart) }
  }

  private static let zipNameStart = 30
  private static let packageEntries: [StaticString] = [
    "[Content_Types]", "_rels/", "docProps/", "word/", "xl/", "ppt/", "mimetype", "META-INF/",
    "AndroidManifest", "classes", "Index/", "Payload/",
  ]

  /// Entries of a zip archive that are looked at.
  private static let mostEntries = 64

  private static func holdsArticles(
    inZip buffer: InputBuffer, _ path: String, _ options: IngestOptions
  ) -> Bool {
    let walk = InputWalk(
      root: buffer, file: InputFile(path: path), options: options, chunkSize: length)
    for _ in 0..<mostEntries {
      guard let step = walk.next() else { return false }
      if case .leaf(let leaf) = step, holdsArticles(leaf.buffer, options.mapping) { return true }
    }
    return false
  }

  /// Whether an entry describes the crawl that lies beside it in its archive: the lists of its pages, with
  /// their texts, and the list of its files (WACZ 1.1, sections 5.2 and 5.3).
  static func describesCrawl(_ name: String, _ buffer: InputBuffer) -> Bool {
    let file = name.split(separator: "/").last ?? ""
    if file == "datapackage.json" || file == "datapackage-digest.json" { return true }
    guard file.hasSuffix(".jsonl") else { return false }
    _ = buffer.require(512)
    return String(decoding: buffer.bytes.prefix(512), as: UTF8.self).contains("\"json-pages")
  }

  /// Whether what starts at the window's start does.
  static func holdsArticles(_ buffer: InputBuffer, _ mapping: FieldMapping) -> Bool {
    _ = buffer.require(length)
    if CrawlSignature.matches(Array(buffer.bytes.prefix(length))) { return true }
    let end = MarkupSniffer.prologueEnd(buffer) + length
    _ = buffer.require(end)
    let bytes = Array(buffer.bytes.prefix(end))
    let head = InputBuffer(source: ByteSource(bytes: bytes), chunkSize: length)
    switch FormatSniffer.format(of: head, expected: nil, mapping: mapping) {
    case .warc, .feed, .sgml, .csv, .tsv: return true
    // A program that makes pages is none.
    case .html: return head.firstIndex(of: "<?php", from: 0) == nil
    case .newsml:
      head.discardByteOrderMark()
      return MarkupSniffer.opening(of: head.bytes).root.flatMap(XMLRoots.format) != nil
    case .json, .jsonl: return hasArticleFields(head.bytes, mapping)
    case .text: return false
    }
  }

  /// Whether members of JSON objects are called like a title or a text, and one more is known.
  private static func hasArticleFields(
    _ head: UnsafeBufferPointer<UInt8>, _ mapping: FieldMapping
  ) -> Bool {
    var known: Set<DocumentField> = []
    var position = 0
    while let start = head[position...].firstIndex(of: UInt8(ascii: "\"")) {
      var end = start + 1
      while end < head.count, head[end] != UInt8(ascii: "\"") {
        end += head[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      if end >= head.count { break }
      position = end + 1
      let behind = head[position...].first { !UTF8Bytes.isSpace($0) }
      guard behind == UInt8(ascii: ":"), end - start <= 64 else { continue }
      let name = String(decoding: head[(start + 1)..<end], as: UTF8.self)
      if case .field(let field, _) = mapping.role(of: name) { known.insert(field) }
    }
    return known.count >= 2 && (known.contains(.title) || known.contains(.body))
  }
}
