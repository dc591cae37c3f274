/// The address of a copy in a web archive, which holds that of the page and the time of the copy:
/// `https://web.archive.org/web/20230102030405/https://news.example.com/story`. All archives that follow
/// the Wayback Machine write them so (`arquivo.pt/wayback/…`, `archive.ph/…`, `webarchive.loc.gov/all/…`).
struct ArchivedAddress {
  /// Address of the page.
  var original: String
  /// When it was copied, ISO 8601.
  var taken: String?

  /// `nil` when the address is not of that form. Linear.
  init?(_ address: String) {
    var address = address
    let found = address.withUTF8 { bytes -> (start: Int, stamp: Range<Int>)? in
      guard bytes.count > 24, let colon = bytes.prefix(8).firstIndex(of: UInt8(ascii: ":")) else {
        return nil
      }
      var start = colon + 3
      while start < bytes.count {
        let mark = bytes[start...].firstIndex {
          $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
        }
        guard let slash = mark, bytes[slash] == UInt8(ascii: "/") else { return nil }
        start = slash + 1
        if let stamp = Self.stamp(bytes, before: slash, fewestDigits: 4),
          Self.startsAddress(bytes, at: start)
        {
          return (start, stamp)
        }
      }
      return nil
    }
    guard let found else { return nil }
    let units = Array(address.utf8)
    original = Self.withSlashes(units[found.start...])
    taken = Self.time(units[found.stamp])
  }

  /// Digits of the time at the end of the part of a path that ends at `end`, behind which two letters may
  /// say how the copy is to be shown (`20230102030405id_`).
  static func stamp(
    _ bytes: UnsafeBufferPointer<UInt8>, before end: Int, fewestDigits: Int
  ) -> Range<Int>? {
    var last = end
    if last >= 3, bytes[last - 1] == UInt8(ascii: "_"), isLetter(bytes[last - 2]),
      isLetter(bytes[last - 3])
    {
      last -= 3
    }
    var first = last
    while first > 0, last - first <= 14, (0x30...0x39).contains(bytes[first - 1]) { first -= 1 }
    guard (fewestDigits...14).contains(last - first), first > 0,
      bytes[first - 1] == UInt8(ascii: "/"),
      bytes[first] == UInt8(ascii: "1") || bytes[first] == UInt8(ascii: "2")
    else { return nil }
    return first..<last
  }

  /// Whether `http:` or `https:` stands at a place.
  static func startsAddress(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let rest = bytes[min(place, bytes.count)...]
    return rest.starts(with: "http:/".utf8) || rest.starts(with: "https:/".utf8)
  }

  /// Some programs leave one slash of two behind the scheme.
  private static func withSlashes(_ units: ArraySlice<UInt8>) -> String {
    let text = String(decoding: units, as: UTF8.self)
    guard let mark = text.firstRange(of: ":/"), !text[mark.upperBound...].hasPrefix("/") else {
      return text
    }
    return text.replacingCharacters(in: mark, with: "://")
  }

  private static func time(_ digits: ArraySlice<UInt8>) -> String? {
    guard digits.count >= 8 else { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    func part(_ start: Int) -> Substring? {
      text.count >= start + 2 ? text.dropFirst(start).prefix(2) : nil
    }
    guard let month = part(4), let day = part(6) else { return nil }
    let date = "\(text.prefix(4))-\(month)-\(day)"
    guard let hour = part(8), let minute = part(10), let second = part(12) else { return date }
    return "\(date)T\(hour):\(minute):\(second)Z"
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
