/// Recognises the headers of entries in the bytes of an archive, and finds the next one behind
/// damage.
///
/// Bytes that are none pass only by a chance of one in billions: a checksum over the whole header in
/// tar, a signature and fields within their ranges in zip and cpio. For the search, a zip archive's table
/// of contents counts as one.
enum EntryHeader {
  /// One block of a tar archive.
  static let block = 512
  static let zipSignature: [UInt8] = [0x50, 0x4B, 3, 4]

  /// Bytes that a header has at least.
  static func length(_ notation: ContainerKind.Archive) -> Int {
    switch notation {
    case .tar: block
    case .zip: 30
    case .cpio: 76
    }
  }

  /// True when a good header starts at `position` of `bytes`.
  ///
  /// - Parameter isExpected: whether one must stand there, so that a signature and a name are enough.
  static func isGood(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, _ notation: ContainerKind.Archive,
    isExpected: Bool = false
  ) -> Bool {
    guard position >= 0, position + length(notation) <= bytes.count else { return false }
    let rest = UnsafeBufferPointer(rebasing: bytes[position...])
    switch notation {
    case .tar: return isTar(rest)
    case .zip:
      return rest.starts(with: zipSignature) && isZip(rest, isExpected: isExpected)
        || !isExpected && ZipDirectory.starts(rest)
    case .cpio: return isCpio(rest)
    }
  }

  /// The offset of the next good header at or behind `offset`, which must lie in the window; `nil`
  /// when there is none before the input's end. Linear. The window is moved along, and holds the
  /// header that was found.
  ///
  /// - Parameter isTold: told of blocks of a tar archive, in steps of 512 bytes from `offset`, that
  ///   were once headers.
  static func find(
    _ notation: ContainerKind.Archive, in input: InputBuffer, from offset: Int64,
    damagedBlock isTold: (Int64) -> Void = { _ in }
  ) -> Int64? {
    input.discard(Int(offset - input.offset))
    while input.require(1) {
      let isWhole = input.require(2 * block)
      let end = min(input.count, block)
      // An aligned header may be of a time before the magic.
      if isGood(input.bytes, at: 0, notation) { return input.offset }
      if notation == .tar, hasTarMagic(input.bytes, at: 0) { isTold(input.offset) }
      if let found = firstGood(notation, input.bytes, in: 1..<max(end, 1)) {
        return input.offset + Int64(found)
      }
      input.discard(end)
      if !isWhole, input.count < length(notation) { return nil }
    }
    return nil
  }

  /// The first position of `range` at which a good header with its signature starts.
  static func firstGood(
    _ notation: ContainerKind.Archive, _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>
  ) -> Int? {
    let mark: (place: Int, first: UInt8, second: UInt8) =
      switch notation {
      case .tar: (257, UInt8(ascii: "u"), UInt8(ascii: "s"))
      case .zip: (0, UInt8(ascii: "P"), UInt8(ascii: "K"))
      case .cpio: (0, UInt8(ascii: "0"), UInt8(ascii: "7"))
      }
    let end = min(range.upperBound + mark.place, bytes.count - 1)
    var place = range.lowerBound + mark.place
    while place < end {
      if bytes[place] == mark.first, bytes[place + 1] == mark.second,
        notation != .tar || hasTarMagic(bytes, at: place - mark.place),
        isGood(bytes, at: place - mark.place, notation)
      {
        return place - mark.place
      }
      place += 1
    }
    return nil
  }

  static func hasTarMagic(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    position + 262 <= bytes.count
      && bytes[(position + 257)..<(position + 262)].elementsEqual(
        "ustar".utf8)
  }

  /// True for a header block with a right checksum (POSIX.1-1988, ustar; also older archives).
  static func isTar(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= block, bytes[0] != 0 else { return false }
    var stored = 0
    var digits = 0
    for byte in bytes[148..<156] {
      if (0x30...0x37).contains(byte) {
        stored = stored * 8 + Int(byte - 0x30)
        digits += 1
      } else if digits > 0 || byte != 0x20 {
        break
      }
    }
    if digits == 0 { return false }
    var sum = 8 * 0x20
    for byte in bytes[..<148] { sum += Int(byte) }
    for byte in bytes[156..<block] { sum += Int(byte) }
    return stored == sum
  }

  /// True for the fields of an entry's local header (APPNOTE.TXT 6.3.10, section 4.3.7).
  private static func isZip(_ bytes: UnsafeBufferPointer<UInt8>, isExpected: Bool) -> Bool {
    // Version needed, and the methods that exist.
    let isUsual = bytes[4] <= 100 && bytes[5] <= 20 && bytes[9] == 0
    if !isExpected, !isUsual || (21..<92).contains(bytes[8]) { return false }
    let nameLength = Int(bytes[26]) | Int(bytes[27]) << 8
    let name = bytes[30..<min(30 + nameLength, bytes.count)]
    return nameLength > 0 && nameLength <= 4_096
      && name.allSatisfy { $0 >= (isExpected ? 1 : 0x20) }
  }

  /// True for a header in digits (cpio(5), "odc", "newc" and "crc").
  static func isCpio(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 76, bytes.starts(with: "07070".utf8), "127".utf8.contains(bytes[5]) else {
      return false
    }
    return bytes[6..<76].allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF)
    }
  }
}
