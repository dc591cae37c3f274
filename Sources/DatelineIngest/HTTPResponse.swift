/// An HTTP response as crawls keep it (RFC 9112), read leniently: line feeds alone end lines, and
/// the body reaches to the end of the bytes whatever Content-Length says.
///
/// Invariant: `body` is a part of the bytes it was made of, and used no longer than these are lent.
struct HTTPResponse {
  var status: Int
  /// Value of Content-Type; empty when there is none.
  var contentType = ""
  var isChunked = false
  /// Content codings in the order in which they were applied.
  var codings: [String] = []
  /// Bytes behind the header.
  var body: UnsafeBufferPointer<UInt8>

  /// `nil` when the bytes do not start with a status line, or the header does not end.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.starts(with: "HTTP/".utf8) else { return nil }
    var lines = HeaderLines(bytes)
    guard let first = lines.next(),
      let space = bytes[first].firstIndex(of: 0x20)
    else { return nil }
    let code = bytes[space..<first.upperBound].drop { $0 == 0x20 }.prefix(3)
    guard let status = CrawlHeader.number(UnsafeBufferPointer(rebasing: code)) else { return nil }
    self.status = Int(status)
    body = UnsafeBufferPointer(rebasing: bytes[bytes.count...])
    while let line = lines.next() {
      if line.isEmpty {
        body = UnsafeBufferPointer(rebasing: bytes[lines.position...])
        return
      }
      guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = UnsafeBufferPointer(rebasing: bytes[line.lowerBound..<colon])
      read(name, UnsafeBufferPointer(rebasing: bytes[colon + 1..<line.upperBound]))
    }
    return nil
  }

  private mutating func read(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
  ) {
    if name.equalsIgnoringCase("content-type") {
      contentType = Self.text(value)
    } else if name.equalsIgnoringCase("transfer-encoding") {
      let names = Self.list(value)
      if names.contains("chunked") { isChunked = true }
      codings += names.filter { $0 != "chunked" && $0 != "identity" }
    } else if name.equalsIgnoringCase("content-encoding") {
      codings.insert(contentsOf: Self.list(value).filter { $0 != "identity" }, at: 0)
    }
  }

  private static func text(_ value: UnsafeBufferPointer<UInt8>) -> String {
    let text = TextDecoding.string(value)
    let spaces: Set<Character> = [" ", "\t", "\r"]
    return String(text.drop { spaces.contains($0) })
  }

  private static func list(_ value: UnsafeBufferPointer<UInt8>) -> [String] {
    TextDecoding.string(value).lowercased().split { $0 == "," || $0.isWhitespace }.prefix(8)
      .map(String.init)
  }

  /// Lines of a header without their ends.
  private struct HeaderLines {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next line; `nil` when no line ends any more.
    mutating func next() -> Range<Int>? {
      guard let end = bytes[position...].firstIndex(of: 0x0A) else { return nil }
      var last = end
      if last > position && bytes[last - 1] == 0x0D { last -= 1 }
      defer { position = end + 1 }
      return position..<last
    }
  }
}
