/// The outlet's names on a page, and titles without them.
struct SiteName {
  /// ``TitleKey``s of the names, without spaces.
  private var keys: Set<String> = []

  /// - Parameters:
  ///   - names: Names of the outlet as the page gives them.
  ///   - host: Host of the page's address, without `www.`.
  init(names: [String], host: String?) {
    for name in names { add(name) }
    if let host {
      keys.insert(Self.joined(host))
      let parts = host.split(separator: ".")
      for part in parts.dropLast()
      where part.utf8.count >= 3 && !Self.generic.contains(String(part)) {
        keys.insert(part.filter { $0 != "-" })
      }
    }
  }

  /// Adds a name that the page has turned out to use.
  mutating func add(_ name: String) {
    let key = Self.joined(name)
    if key.utf8.count >= 2 { keys.insert(key) }
  }

  private static let generic: Set<String> = [
    "com", "org", "net", "news", "blog", "blogs", "edition",
  ]

  private static let endings = [
    ".com", ".org", ".net", ".de", ".at", ".ch", ".fr", ".it", ".es", ".nl", ".pl", ".pt", ".eu",
  ]

  private static func joined(_ text: String) -> String {
    var key = TitleKey(text).text.filter { $0 != " " }
    if key.hasPrefix("www") { key.removeFirst(3) }
    for ending in endings where text.hasSuffix(ending) && key.utf8.count > 6 {
      key.removeLast(ending.utf8.count - 1)
    }
    return key
  }

  private static func withoutArticle(_ key: String) -> Substring {
    key.hasPrefix("the") ? key.dropFirst(3) : key[...]
  }

  /// Whether a text is the outlet's name.
  func equals(_ text: String) -> Bool {
    let key = Self.joined(text)
    if key.isEmpty || keys.contains(key) { return true }
    return keys.contains { Self.withoutArticle($0) == Self.withoutArticle(key) }
  }

  /// Whether a text is the outlet's name, or nearly: with its section or its form added or left out.
  func matches(_ text: String) -> Bool {
    // Names are short; headlines are not.
    guard text.utf8.count <= 80 else { return false }
    let whole = Self.joined(text)
    if whole.isEmpty { return false }
    if keys.contains(whole) { return true }
    let key = Self.withoutArticle(whole)
    guard key.utf8.count >= 3 else { return false }
    return keys.contains { name in
      let name = Self.withoutArticle(name)
      return name == key
        || (name.utf8.count >= 4 && key.hasPrefix(name)
          && key.utf8.count <= name.utf8.count + 14)
        || (key.utf8.count >= 5 && name.hasPrefix(key))
    }
  }

  /// `title` without the outlet's name and section at its end or start.
  /// - Parameters:
  ///   - whole: Texts that are right as they are.
  ///   - parts: Other titles of the page; what is cut to one of them is right.
  func strip(_ title: String, whole: Set<TitleKey>, parts: Set<TitleKey>) -> String {
    var title = title
    for _ in 0..<3 {
      guard let shorter = stripOnce(title, whole, parts) else { break }
      title = shorter
    }
    return title
  }

  /// `title` without what looks like an outlet's name or a section at its end or start, where no heading
  /// of the page says what the headline is: a few words behind a bar, a section behind any mark.
  func stripUnknown(_ title: String) -> String {
    var title = title
    for _ in 0..<3 {
      let cuts = Self.separators(in: title)
      guard let first = cuts.first, let last = cuts.last else { break }
      let head = title[..<last.lowerBound]
      let tail = title[last.upperBound...]
      let isBar = "|｜«»".unicodeScalars.contains(title.unicodeScalars[last.lowerBound])
      let isShort =
        tail.split(separator: " ").count <= 4 && tail.utf8.count * 2 < head.utf8.count
        && head.utf8.count >= 20
      if SectionWords.isSection(String(tail)) || (isBar && isShort) {
        title = trimmed(head)
      } else if SectionWords.isSection(String(title[..<first.lowerBound])) {
        title = trimmed(title[first.upperBound...])
      } else {
        break
      }
    }
    return title
  }

  private func stripOnce(
    _ title: String, _ whole: Set<TitleKey>, _ parts: Set<TitleKey>
  ) -> String? {
    let cuts = Self.separators(in: title)
    guard let first = cuts.first, let last = cuts.last, !whole.contains(TitleKey(title)) else {
      return nil
    }
    for cut in cuts {
      let head = title[..<cut.lowerBound]
      let tail = title[cut.upperBound...]
      // The longer part: the shorter may be the outlet's name, which is a heading on some pages.
      for (part, other) in [(head, tail), (tail, head)]
      where part.utf8.count > other.utf8.count || matches(String(other)) {
        if parts.contains(TitleKey(String(part))) { return trimmed(part) }
      }
    }
    if last.lowerBound > title.startIndex, matches(String(title[last.upperBound...])) {
      return trimmed(title[..<last.lowerBound])
    }
    if first.upperBound < title.endIndex, matches(String(title[..<first.lowerBound])) {
      return trimmed(title[first.upperBound...])
    }
    return nil
  }

  /// Marks between a title and the outlet's name with a space on one side at least; colons with
  /// one behind. At most 16.
  private static func separators(in title: String) -> [Range<String.Index>] {
    var cuts: [Range<String.Index>] = []
    var index = title.unicodeScalars.startIndex
    var isAfterSpace = false
    let scalars = title.unicodeScalars
    while index < scalars.endIndex, cuts.count < 16 {
      let next = scalars.index(after: index)
      switch scalars[index] {
      case "|", "｜", "»", "«", "·", "•", "‹", "›", "_": cuts.append(index..<next)
      case "-", "–", "—", "/", "~", "<", ">":
        let isBeforeSpace = next < scalars.endIndex && scalars[next] == " "
        if isAfterSpace && isBeforeSpace { cuts.append(index..<next) }
      case ":":
        let isBeforeSpace = next < scalars.endIndex && scalars[next] == " "
        if isAfterSpace || isBeforeSpace { cuts.append(index..<next) }
      default: break
      }
      isAfterSpace = scalars[index] == " "
      index = next
    }
    return cuts
  }

  private func trimmed(_ text: Substring) -> String {
    var text = text
    while let last = text.last, " |-–—:·•»«_".contains(last) { text.removeLast() }
    while let first = text.first, " |-–—:·•»_".contains(first) { text.removeFirst() }
    return String(text)
  }
}
