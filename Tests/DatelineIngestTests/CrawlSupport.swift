import DatelineCore

@testable import DatelineIngest

/// Crawls made for tests.
enum Crawl {
  static func record(
    _ type: String, _ url: String, contentType: String = "application/http; msgtype=response",
    length: Int? = nil, _ block: [UInt8]
  ) -> [UInt8] {
    let header = """
      WARC/1.0\r
      WARC-Type: \(type)\r
      WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r
      WARC-Date: 2020-03-04T05:06:07Z\r
      WARC-Target-URI: \(url)\r
      Content-Type: \(contentType)\r
      Content-Length: \(length ?? block.count)\r
      \r

      """
    return Array(header.utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func http(
    _ body: [UInt8], status: String = "200 OK", type: String = "text/html; charset=utf-8",
    _ headers: String...
  ) -> [UInt8] {
    let header =
      (["HTTP/1.1 \(status)", "Content-Type: \(type)"] + headers).joined(separator: "\r\n")
    return Array((header + "\r\n\r\n").utf8) + body
  }

  static func html(_ text: String) -> [UInt8] { Array("<html><p>\(text)</p></html>".utf8) }

  static func response(_ url: String, _ text: String) -> [UInt8] {
    record("response", url, http(html(text)))
  }

  static func arc(_ url: String, _ block: [UInt8]) -> [UInt8] {
    Array("\(url) 192.0.2.1 20140216050221 text/html \(block.count)\n".utf8) + block + [0x0A]
  }

  static let arcStart: [UInt8] = {
    let note = "1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n\n"
    let line = "filedesc://x.arc 0.0.0.0 20140216050221 text/plain \(note.utf8.count)\n"
    return Array((line + note + "\n").utf8)
  }()
}
