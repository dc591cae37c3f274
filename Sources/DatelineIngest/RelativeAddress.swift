/// Resolution of references to addresses (RFC 3986, section 5.2).
enum RelativeAddress {
  /// The address that `reference` means in a document at `base`; `nil` when it is none, or is
  /// relative to a base that is missing or relative itself.
  static func resolve(_ reference: String, base: String?) -> String? {
    let reference = reference.trimmingPrefix(while: \.isWhitespace)
      .prefix { !$0.isNewline && !$0.isWhitespace }
    if reference.isEmpty { return nil }
    if hasScheme(reference) { return String(reference) }
    guard let base, hasScheme(base[...]), let colon = base.firstIndex(of: ":") else { return nil }
    let scheme = base[..<colon]
    if reference.hasPrefix("//") { return "\(scheme):\(reference)" }
    let rest = base[base.index(after: colon)...]
    guard rest.hasPrefix("//") else { return nil }
    let afterSlashes = rest.dropFirst(2)
    let hostEnd = afterSlashes.firstIndex { "/?#".contains($0) } ?? afterSlashes.endIndex
    let root = "\(scheme)://\(afterSlashes[..<hostEnd])"
    let basePath = afterSlashes[hostEnd...].prefix { $0 != "?" && $0 != "#" }
    switch reference.first {
    case "/": return root + withoutDots(reference)
    case "#", "?": return root + (basePath.isEmpty ? "/" : basePath) + reference
    default:
      let folder = basePath.lastIndex(of: "/").map { basePath[...$0] } ?? "/"
      return root + withoutDots("\(folder)\(reference)")
    }
  }

  /// True for addresses of the web.
  static func isWeb(_ address: some StringProtocol) -> Bool {
    let start = address.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }

  private static func hasScheme(_ address: Substring) -> Bool {
    guard let colon = address.firstIndex(of: ":"), colon != address.startIndex,
      address.first?.isLetter == true
    else { return false }
    return address[..<colon].allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
    }
  }

  /// A path without the segments `.` and `..`; a query behind it stays.
  private static func withoutDots(_ path: some StringProtocol) -> String {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    var segments: [Substring] = []
    let parts = String(path[..<end]).split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { segments.append("") }
      case "..":
        if segments.count > 1 { segments.removeLast() }
        if isLast { segments.append("") }
      default: segments.append(part)
      }
    }
    return segments.joined(separator: "/") + path[end...]
  }
}
