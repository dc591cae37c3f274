/// Parts of an address, without a full URL parser: addresses in dumps are often not valid ones.
enum WebAddress {
  /// Host of `url` in lower case without `www.`; `nil` when there is none.
  /// - Complexity: O(bytes).
  static func host(of url: String) -> String? {
    var url = url
    return url.withUTF8 { bytes in
      // Nearly all addresses are ASCII, in which bytes are characters.
      bytes.allSatisfy { $0 < 0x80 } ? asciiHost(of: bytes) : nil
    } ?? otherHost(of: url)
  }

  /// The host of an address of ASCII; `.some(nil)` when there is none.
  private static func asciiHost(of url: UnsafeBufferPointer<UInt8>) -> String?? {
    let slash = UInt8(ascii: "/")
    var start = 0
    while start + 1 < url.count, url[start] != slash || url[start + 1] != slash { start += 1 }
    if start + 1 < url.count {
      start += 2
    } else if url.starts(with: "www.".utf8) {
      start = 0
    } else {
      return .some(nil)
    }
    var rest = url[start...]
    rest = rest.prefix { $0 != slash && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    if let user = rest.lastIndex(of: UInt8(ascii: "@")) { rest = rest[(user + 1)...] }
    if rest.first != UInt8(ascii: "[") { rest = rest.prefix { $0 != UInt8(ascii: ":") } }
    let isCapital: (UInt8) -> Bool = { 0x41...0x5A ~= $0 }
    var host = rest.map { isCapital($0) ? $0 | 0x20 : $0 }[...]
    if host.starts(with: "www.".utf8) { host.removeFirst(4) }
    return .some(host.isEmpty ? nil : String(decoding: host, as: UTF8.self))
  }

  /// The host of an address with other characters.
  private static func otherHost(of url: String) -> String? {
    var rest = Substring(url)
    if let scheme = rest.firstRange(of: "//") {
      rest = rest[scheme.upperBound...]
    } else if !rest.hasPrefix("www.") {
      return nil
    }
    rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let user = rest.lastIndex(of: "@") { rest = rest[rest.index(after: user)...] }
    if !rest.hasPrefix("[") { rest = rest.prefix { $0 != ":" } }
    var host = rest.lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    return host.isEmpty ? nil : host
  }

  /// What tells pages apart: host, path and query; neither the scheme nor what says by which way a
  /// reader came.
  static func identity(_ url: String) -> String {
    let path = path(of: url).prefix { $0 != "#" }
    let parts = path.split(separator: "?", maxSplits: 1)
    var result = (host(of: url) ?? "") + (parts.first ?? "")
    if result.hasSuffix("/") { result.removeLast() }
    guard parts.count == 2 else { return result }
    for part in parts[1].split(separator: "&")
    where !trackers.contains(where: part.lowercased().hasPrefix) {
      result += "&" + part
    }
    return result
  }

  private static let trackers = ["utm_", "fbclid", "gclid"]

  /// Path, query and fragment of `url`.
  static func path(of url: String) -> String {
    guard let scheme = url.firstRange(of: "//") else { return url }
    let rest = url[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? ""
  }
}
