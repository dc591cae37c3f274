import CSimdJSON
import DatelineCore
import Foundation

/// Reads plain records, one JSON object a line, into articles with the texts as they stand.
///
/// Nothing is normalised, so that the engines beside index the very same texts. Members that are
/// not text are passed over.
struct DumpReader {
  let path: String

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// All articles of the file, in its order.
  func articles() throws -> [Article] {
    guard let file = fopen(path, "rb") else {
      throw Failure(description: "\(path): cannot be read")
    }
    defer { fclose(file) }
    guard let parser = csimdjson_create() else { throw Failure(description: "out of memory") }
    defer { csimdjson_destroy(parser) }
    var articles: [Article] = []
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    var offset: Int64 = 0
    var number = 0
    while case let length = getline(&line, &capacity, file), length >= 0 {
      number += 1
      let padded = length + csimdjson_padding()
      if capacity < padded {
        line = realloc(line, padded)?.assumingMemoryBound(to: CChar.self)
        capacity = padded
      }
      guard let bytes = UnsafeRawPointer(line) else { throw Failure(description: "out of memory") }
      let status = csimdjson_parse(parser, bytes.assumingMemoryBound(to: UInt8.self), length)
      guard status == CSIMDJSON_OK else {
        throw Failure(
          description: "\(path):\(number): \(String(cString: csimdjson_error_message(parser)))")
      }
      let origin = Origin(file: path, record: number, offset: offset)
      articles.append(article(csimdjson_root(parser), parser, origin))
      offset += Int64(length)
    }
    return articles
  }

  private func article(_ root: csimdjson_value, _ parser: OpaquePointer, _ origin: Origin)
    -> Article
  {
    var article = Article(key: "", title: "", body: "", origin: origin)
    var cursor = csimdjson_node()
    var member = csimdjson_member()
    while csimdjson_next(parser, root.node, &cursor, &member) {
      guard let name = text(member.key, member.key_length),
        let value = text(member.value.text, member.value.text_length), !value.isEmpty
      else { continue }
      switch name {
      case "id": article.key = value
      case "title": article.title = value
      case "body": article.body = value
      case "published": article.published = value
      case "source": article.source = value
      case "url": article.url = value
      case "author": article.authors = [value]
      case "section": article.section = value
      default: break
      }
    }
    return article
  }

  private func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String? {
    guard let start else { return nil }
    return String(
      decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }
}
