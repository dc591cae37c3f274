import Foundation

/// Addresses of a page and what they are relative to.
struct PageLinks {
  /// Addresses the page is known by, absolute: fetched, canonical, Open Graph.
  private(set) var addresses: [String] = []
  private(set) var canonical: PageMetadata.Found?
  /// Whether the page is a site's front page: by its own address, or where that is not known by what
  /// it says.
  private(set) var isFrontPage = false
  private let base: URL?

  init(url: String?, _ meta: MetaElements) {
    var base = url.flatMap { URL(string: $0) }
    if let text = meta.base { base = URL(string: text, relativeTo: base) ?? base }
    self.base = base
    if let url {
      addresses.append(url)
      isFrontPage = Self.isFront(url)
    }
    for (text, source) in [(meta.canonical, "canonical"), (meta["og:url"], "og:url")] {
      guard let address = text.flatMap(resolve) else { continue }
      if Self.isFront(address), !isFrontPage {
        // Some sites give all their pages the address of the front page.
        if url == nil { isFrontPage = true }
        if url != nil || !addresses.isEmpty { continue }
      }
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
    let whole = WebAddress.path(of: address).prefix { $0 != "#" }
    let path = whole.prefix { $0 != "?" }
    // `/?p=123` is an article.
    let query = whole.dropFirst(path.utf8.count + 1)
    return (query.isEmpty || query.hasPrefix("utm_")) && isFront(path)
  }

  /// Whether a path is empty, but for a language and a file that stands for a directory.
  private static func isFront(_ path: Substring) -> Bool {
    var parts = path.lowercased().split(separator: "/")
    if let last = parts.last, indexFiles.contains(String(last)) { parts.removeLast() }
    return parts.isEmpty || (parts.count == 1 && isLanguage(parts[0]))
  }

  private static let indexFiles: Set<String> = [
    "index.html", "index.htm", "index.shtml", "index.php", "index.asp", "index.aspx", "index.jsp",
    "default.asp", "default.aspx", "default.htm", "default.html", "home", "home.html", "home.htm",
    "home.php", "home.aspx",
  ]

  /// Whether a part of a path is a language as sites write it: `en`, `pt-br`, `zh_tw`.
  private static func isLanguage(_ part: Substring) -> Bool {
    let names = part.split { $0 == "-" || $0 == "_" }
    return (1...2).contains(names.count)
      && names.allSatisfy { $0.utf8.count == 2 && $0.allSatisfy(\.isLetter) }
  }
}
