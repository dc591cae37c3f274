#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What programs that save pages write at their beginning: where the page was, and when it was saved.
struct SavedPage {
  var url: String?
  /// As written.
  var saved: String?

  private static let headLength = 4_096
  private static let longestLine = 2_048

  /// Reads the beginning of a page. Linear in that.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes.prefix(Self.headLength)))
    // Few pages have a note; the search by bytes spares the others that of a text.
    func head(_ mark: StaticString) -> Substring? {
      guard let place = Self.find(mark, start) else { return nil }
      let rest = start[(place + mark.utf8CodeUnitCount)...].prefix(Self.longestLine)
      return Substring(String(decoding: rest, as: UTF8.self))
    }
    // Browsers, with the number of the address's characters ("mark of the web").
    if let note = head("saved from url=("), let close = note.firstIndex(of: ")"),
      let length = Int(note[..<close])
    {
      url = Self.address(note[note.index(after: close)...].prefix(length))
    } else if let note = head("Page saved with SingleFile") {
      url = Self.line("url:", in: note).flatMap(Self.address)
      saved = Self.line("saved date:", in: note).map { String($0) }
    } else if let note = head("<!-- Saved from ") {
      // monolith: `Saved from https://… at 2024-01-31T10:00:00Z using monolith v2.8.1`
      url = Self.address(note.prefix { !$0.isWhitespace })
      let rest = note.drop { !$0.isWhitespace }
      if rest.hasPrefix(" at ") { saved = String(rest.dropFirst(4).prefix { !$0.isWhitespace }) }
    } else if let note = head("<!-- Mirrored from ") {
      // HTTrack: `Mirrored from www.example.com/story.html by HTTrack Website Copier/3.x [XR], DATE -->`
      let address = note.prefix { !$0.isWhitespace }
      guard note[address.endIndex...].hasPrefix(" by HTTrack") else { return }
      url = Self.address(RelativeAddress.isWeb(address) ? address : "http://" + address)
      if let bracket = note.firstRange(of: "], ") {
        let rest = note[bracket.upperBound...]
        saved = String(rest[..<(rest.firstRange(of: " -->")?.lowerBound ?? rest.endIndex)])
      }
    } else if let note = head(" data-scrapbook-source=\"") {
      url = Self.address(note.prefix { $0 != "\"" })
    }
  }

  private static func address(_ text: Substring) -> String? {
    let address = text.prefix { !$0.isWhitespace }
    return RelativeAddress.isWeb(address) ? String(address) : nil
  }

  /// What stands behind a name on a line of its own.
  private static func line(_ name: String, in note: Substring) -> Substring? {
    for line in note.split(whereSeparator: \.isNewline) {
      let line = line.drop(while: \.isWhitespace)
      if line.hasPrefix("-->") { return nil }
      if line.hasPrefix(name) { return line.dropFirst(name.count).drop(while: \.isWhitespace) }
    }
    return nil
  }

  private static func find(_ text: StaticString, _ bytes: UnsafeRawBufferPointer) -> Int? {
    let length = text.utf8CodeUnitCount
    // Invariant: a match is looked for only where the whole text has room up to the end of the bytes.
    guard let base = bytes.baseAddress, bytes.count >= length else { return nil }
    var place = 0
    while place + length <= bytes.count,
      let found = memchr(base + place, Int32(text.utf8Start[0]), bytes.count - length - place + 1)
    {
      if memcmp(found, text.utf8Start, length) == 0 { return UnsafeRawPointer(found) - base }
      place = UnsafeRawPointer(found) - base + 1
    }
    return nil
  }
}
