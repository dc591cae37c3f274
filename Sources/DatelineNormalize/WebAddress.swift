/// Parts of an address, without a full URL parser: addresses in dumps are often not valid ones.
enum WebAddress {
  /// Host of `url` in lower case without `www.`; `nil` when there is none.
  static func host(of url: String) -> String? {
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
