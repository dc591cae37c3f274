/// Headers of ARC records: one line (Internet Archive, "ARC file format", 1996, versions 1 and 2).
///
/// Version 1: address, IP address, date, media type, length. Version 2: address, IP address, date,
/// media type, status, checksum, location, offset, file name, length. Addresses may hold spaces.
enum ARCHeader {
  /// Longest line that is taken for a header.
  private static let longestLine = 1 << 14

  /// True when a header starts at `position`.
  static func startsLine(_ buffer: InputBuffer, at position: Int) -> Bool {
    line(buffer, at: position) != nil
  }

  /// Reads the header at `position`. Linear in its length.
  static func read(_ buffer: InputBuffer, at position: Int) -> CrawlHeader {
    guard let (end, fields) = line(buffer, at: position) else {
      return .malformed("no ARC record starts here")
    }
    guard let last = fields.last, let length = CrawlHeader.number(buffer.slice(last)) else {
      return .malformed("the ARC record has no valid length")
    }
    // Counted from the end, since the address may hold spaces.
    let isVersion1 = fields.count < 10 || isDate(buffer.slice(fields[fields.count - 3]))
    let date = fields.count - (isVersion1 ? 3 : 8)
    let url = fields[0].lowerBound..<fields[date - 2].upperBound
    let isNote = buffer.holds("filedesc:", at: position) || buffer.holds("dns:", at: position)
    return .record(
      CrawlRecord(
        kind: isNote ? .other : .response, headerLength: end + 1, contentLength: length, url: url,
        date: fields[date], contentType: fields[date + 1], isARC: true
      ).relative(to: position))
  }

  /// End and fields of the line at `position` when it looks like a header.
  private static func line(
    _ buffer: InputBuffer, at position: Int
  ) -> (end: Int, fields: [Range<Int>])? {
    guard buffer.require(position + 12),
      CrawlSignature.startsAddress(buffer.slice(position..<buffer.count))
    else { return nil }
    var searched = position
    var found: Int?
    while found == nil {
      found = buffer.firstIndex(of: 0x0A, from: searched)
      if found == nil {
        searched = buffer.count
        if searched - position > longestLine || !buffer.fill() { return nil }
      }
    }
    guard let end = found, end - position <= longestLine else { return nil }
    var fields: [Range<Int>] = []
    var start = position
    for index in position...end {
      let byte = buffer[index]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D else { continue }
      if index > start { fields.append(start..<index) }
      start = index + 1
    }
    guard fields.count >= 5 else { return nil }
    let hasDate =
      isDate(buffer.slice(fields[fields.count - 3]))
      || fields.count >= 10 && isDate(buffer.slice(fields[fields.count - 8]))
    return hasDate ? (end, fields) : nil
  }

  /// True for 12 to 18 digits: real files have dates that are cut or too long.
  private static func isDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (12...18).contains(bytes.count) && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }
}
