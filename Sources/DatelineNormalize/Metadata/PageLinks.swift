import Foundation

/// Addresses of a page and what they are relative to.
struct PageLinks {
  /// Addresses the page is known by, absolute: fetched, canonical, Open Graph.
  private(set) var addresses: [String] = []
  private(set) var canonical: PageMetadata.Found?
  private let base: URL?

  init(url: String?, _ meta: MetaElements) {
    var base = url.flatMap { URL(string: $0) }
    if let text = meta.base { base = URL(string: text, relativeTo: base) ?? base }
    self.base = base
    if let url { addresses.append(url) }
    for (text, source) in [(meta.canonical, "canonical"), (meta["og:url"], "og:url")] {
      guard let address = text.flatMap(resolve) else { continue }
      if Self.isFront(address), url.map({ !Self.isFront($0) }) ?? true { continue }
      if canonical == nil { canonical = PageMetadata.Found(value: address, source: source) }
      if !addresses.contains(address) { addresses.append(address) }
    }
  }

  /// The absolute form of an address on the page; `nil` for one that is none of the web.
  func resolve(_ text: String) -> String? {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty, let url = URL(string: text, relativeTo: base)?.absoluteURL,
      let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
      url.host?.isEmpty == false
    else { return nil }
    return url.absoluteString
  }

  /// Whether an address is that of a site's front page.
  static func isFront(_ address: String) -> Bool {
    let path = WebAddress.path(of: address).prefix { $0 != "?" && $0 != "#" }
    return path.isEmpty || path == "/" || path == "/index.html" || path == "/index.php"
      || path == "/home"
  }
}
