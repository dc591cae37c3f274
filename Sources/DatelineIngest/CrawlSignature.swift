/// How records of crawls begin.
enum CrawlSignature {
  /// True when the window starts with a crawl.
  static func matches(_ buffer: InputBuffer) -> Bool {
    _ = buffer.require(16)
    return matches(buffer.bytes)
  }

  /// True for the first bytes of a WARC or ARC file.
  static func matches(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: "WARC/0.".utf8) || bytes.starts(with: "WARC/1.".utf8)
      || bytes.starts(with: "filedesc://".utf8)
  }

  /// True for the first bytes of any record of a WARC or ARC file.
  static func startsRecord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    matches(bytes) || startsAddress(bytes)
  }

  /// True when the bytes start with one of the schemes of addresses in ARC files.
  static func startsAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    switch first {
    case UInt8(ascii: "h"):
      return bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8)
    case UInt8(ascii: "f"):
      return bytes.starts(with: "ftp://".utf8) || bytes.starts(with: "filedesc://".utf8)
    case UInt8(ascii: "d"):
      return bytes.starts(with: "dns:".utf8)
    default:
      return false
    }
  }
}
