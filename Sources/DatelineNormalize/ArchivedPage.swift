/// A page as a web archive showed it, without what the archive added: its bar of dates, and its own address
/// before all others.
enum ArchivedPage {
  /// Bytes in which an archive names itself.
  private static let headLength = 64 << 10
  private static let longestPrefix = 160

  /// The page as it was, and the time of the copy as the archive's addresses have it; `nil` when no archive
  /// changed it. Linear.
  static func restored(_ page: [UInt8]) -> (page: [UInt8], taken: String?)? {
    page.withUnsafeBufferPointer { bytes in
      let start = UnsafeBufferPointer(rebasing: bytes.prefix(headLength))
      guard let first = prefixes(in: start, mostFound: 1).first else { return nil }
      let bars = bars(in: bytes)
      // Other pages have links to copies too, but not from their heads.
      guard !bars.isEmpty || isInHead(first, start) else { return nil }
      let address = String(decoding: bytes[first], as: UTF8.self).drop { $0 != "/" }
      var cuts = prefixes(in: bytes, mostFound: .max) + bars
      cuts.sort { $0.lowerBound < $1.lowerBound }
      var output: [UInt8] = []
      output.reserveCapacity(bytes.count)
      var position = 0
      for cut in cuts where cut.upperBound > position {
        output.append(contentsOf: bytes[position..<max(cut.lowerBound, position)])
        position = cut.upperBound
      }
      output.append(contentsOf: bytes[position...])
      return (output, ArchivedAddress("http://a.example" + address + "http://b.example")?.taken)
    }
  }

  /// Whether an address is the value of an attribute and stands before the page's body.
  private static func isInHead(_ address: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = address.lowerBound - 1
    if place > 0, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") {
      place -= 1
    }
    guard place > 0, bytes[place] == UInt8(ascii: "=") else { return false }
    let before = UnsafeBufferPointer(rebasing: bytes[..<place])
    return ByteSearch.first("<body", before, from: 0) == nil
      && ByteSearch.first("<BODY", before, from: 0) == nil
  }

  /// Places of the archive's part of addresses, from the scheme or the path to the slash before the page's
  /// own address. They hold 14 digits, of which one stands at each 14th place.
  private static func prefixes(
    in bytes: UnsafeBufferPointer<UInt8>, mostFound: Int
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 13
    while place < bytes.count, found.count < mostFound {
      guard isDigit(bytes[place]) else {
        place += 14
        continue
      }
      var end = place
      while end < bytes.count, isDigit(bytes[end]) { end += 1 }
      place = end + 13
      if end + 3 < bytes.count, bytes[end + 2] == UInt8(ascii: "_") { end += 3 }
      guard end < bytes.count, bytes[end] == UInt8(ascii: "/"),
        ArchivedAddress.startsAddress(bytes, at: end + 1),
        let stamp = ArchivedAddress.stamp(bytes, before: end, fewestDigits: 14)
      else { continue }
      var start = stamp.lowerBound - 1
      let limit = max(start - longestPrefix, found.last?.upperBound ?? 0)
      while start > limit, isAddressByte(bytes[start - 1]) { start -= 1 }
      found.append(start..<end + 1)
    }
    return found
  }

  /// Places of the archive's own elements: between its comments, and the elements by their names where a
  /// program left the comments out.
  private static func bars(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while let start = ByteSearch.first("<!-- BEGIN WAYBACK TOOLBAR INSERT", bytes, from: place),
      let end = ByteSearch.first("END WAYBACK TOOLBAR INSERT -->", bytes, from: start)
    {
      place = end + 30
      found.append(start..<place)
    }
    for name in ["\"wm-ipp-base\"", "\"wm-ipp-print\"", "=wm-ipp-base", "=wm-ipp-print"]
      as [StaticString]
    {
      guard let mark = ByteSearch.first(name, bytes, from: 0),
        let start = bytes[..<mark].lastIndex(of: UInt8(ascii: "<")),
        let end = endOfDivision(bytes, from: start)
      else { continue }
      found.append(start..<end)
    }
    return found
  }

  /// Behind the `div` that begins at `start`.
  private static func endOfDivision(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard bytes[start...].starts(with: "<div".utf8) else { return nil }
    var depth = 0
    var place = start
    while let division = ByteSearch.first("div", bytes, from: place) {
      place = division + 3
      if bytes[division - 1] == UInt8(ascii: "<") { depth += 1 }
      if bytes[division - 1] == UInt8(ascii: "/"), bytes[division - 2] == UInt8(ascii: "<") {
        depth -= 1
      }
      if depth == 0 {
        return bytes[place...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
      }
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (0x61...0x7A).contains(lower) || (0x2D...0x3A).contains(byte)
      || byte == UInt8(ascii: "_")
  }
}
