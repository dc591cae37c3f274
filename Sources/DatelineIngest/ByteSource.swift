/// Where a reader's bytes come from: a stream, decoded.
///
/// A stream in UTF-16 or UTF-32, marked or not, or in a seven-bit encoding with escape sequences is
/// delivered as UTF-8, since no reader could find its brackets and tags; everything else, and every
/// crawl, as it is.
final class ByteSource {
  private enum Encoding {
    case unknown
    case bytes
    case utf16(littleEndian: Bool)
    case utf32(littleEndian: Bool)
    case escaped(EscapedText)
  }

  /// Bytes by which encodings without a mark are told.
  private static let headLength = 4_096

  /// Bytes taken from the stream so far, before any decoding.
  private(set) var bytesRead: Int64 = 0

  private let stream: any ByteStream
  private var encoding = Encoding.unknown
  private var pending: [UInt8] = []
  private var isAtEnd = false

  /// - Parameter isText: whether the stream is UTF-8 already.
  init(stream: any ByteStream, isText: Bool = false) {
    self.stream = stream
    if isText { encoding = .bytes }
  }

  /// Reads an open file; closes it at the end of its own life when `closing`.
  convenience init(descriptor: Int32, closing: Bool) {
    self.init(stream: FileStream(descriptor: descriptor, closing: closing))
  }

  /// Reads bytes in memory.
  convenience init(bytes: [UInt8]) { self.init(stream: MemoryStream(bytes)) }

  /// Why reading stopped before the end of the stream.
  var failure: ReadFailure? { stream.failure }
  /// Damage met so far; places are those of the stream, which UTF-16 would move.
  var damage: [DamagedStretch] { stream.damage }

  /// Appends up to `chunkSize` bytes of the stream to `target`'s start and returns how many bytes
  /// were written; 0 at the end or on failure. `target` must hold `3 * chunkSize + 8` bytes, the
  /// most that other encodings may grow to.
  ///
  /// Invariant: four bytes are free at the target wherever a character is written.
  func read(into target: UnsafeMutableRawBufferPointer, chunkSize: Int) -> Int {
    while !isAtEnd || !pending.isEmpty {
      switch encoding {
      case .bytes:
        if !pending.isEmpty {
          let count = min(pending.count, target.count)
          target.copyBytes(from: pending[..<count])
          pending.removeFirst(count)
          return count
        }
        return readBytes(into: UnsafeMutableRawBufferPointer(rebasing: target[..<chunkSize]))
      case .unknown:
        detectEncoding()
      case .utf16(let littleEndian):
        readPending(chunkSize)
        let written = transcode(into: target, littleEndian: littleEndian)
        if written > 0 { return written }
      case .utf32(let littleEndian):
        readPending(chunkSize)
        let written = transcodeUTF32(into: target, littleEndian: littleEndian)
        if written > 0 { return written }
      case .escaped(var decoder):
        if !isAtEnd { readPending(chunkSize) }
        // Three bytes for each at most, and a cut sequence of the piece before.
        let piece = pending.prefix(max(target.count / 3 - 3, 1))
        pending.removeFirst(piece.count)
        let text = decoder.text(of: piece, isLast: isAtEnd && pending.isEmpty).text
        encoding = .escaped(decoder)
        target.copyBytes(from: text)
        if !text.isEmpty { return text.count }
      }
    }
    return 0
  }

  private func readBytes(into target: UnsafeMutableRawBufferPointer) -> Int {
    if isAtEnd { return 0 }
    let count = stream.read(into: target)
    if count == 0 { isAtEnd = true }
    bytesRead += Int64(count)
    return count
  }

  private func readPending(_ count: Int) {
    let size = max(count, 2)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      filled = readBytes(into: UnsafeMutableRawBufferPointer(buffer))
    }
    pending += bytes
  }

  private func detectEncoding() {
    while pending.count < Self.headLength && !isAtEnd {
      readPending(Self.headLength - pending.count)
    }
    let found = pending.withUnsafeBufferPointer { head -> (name: String?, mark: Int) in
      if let mark = CharacterEncoding.byteOrderMark(head), mark.encoding != "utf-8" {
        return (mark.encoding, mark.length)
      }
      // Each page of a crawl has its own, and lengths count bytes.
      if CrawlSignature.startsRecord(head) { return (nil, 0) }
      return (UnmarkedUnicode.encoding(of: head) ?? EscapedText.encoding(of: head), 0)
    }
    pending.removeFirst(found.mark)
    switch found.name {
    case "utf-16le", "utf-16be": encoding = .utf16(littleEndian: found.name == "utf-16le")
    case "utf-32le", "utf-32be": encoding = .utf32(littleEndian: found.name == "utf-32le")
    case let name?: encoding = .escaped(EscapedText(name))
    case nil: encoding = .bytes
    }
  }

  /// Writes the complete characters of `pending` as UTF-8. What is no character, and a cut last
  /// one, become U+FFFD.
  private func transcodeUTF32(
    into target: UnsafeMutableRawBufferPointer, littleEndian: Bool
  ) -> Int {
    var written = 0
    var position = 0
    while position < pending.count, written + 4 <= target.count {
      let bytes = pending[position..<min(position + 4, pending.count)]
      if bytes.count < 4 && !isAtEnd { break }
      let value = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let scalar =
        bytes.count == 4 ? Unicode.Scalar(littleEndian ? value.byteSwapped : value) : nil
      written += UTF8Bytes.write(scalar?.value ?? 0xFFFD, to: target, at: written)
      position += bytes.count
    }
    pending.removeFirst(position)
    return written
  }

  /// Writes the complete characters of `pending` as UTF-8. Surrogates without partner and an odd
  /// last byte become U+FFFD.
  private func transcode(
    into target: UnsafeMutableRawBufferPointer, littleEndian: Bool
  ) -> Int {
    var written = 0
    var position = 0
    func put(_ scalar: UInt32) { written += UTF8Bytes.write(scalar, to: target, at: written) }
    func unit(_ index: Int) -> UInt32 {
      let first = UInt32(pending[index])
      let second = UInt32(pending[index + 1])
      return littleEndian ? first | second << 8 : first << 8 | second
    }
    while position + 1 < pending.count, written + 4 <= target.count {
      let value = unit(position)
      if value & 0xFC00 == 0xD800 {
        if position + 3 < pending.count {
          let low = unit(position + 2)
          if low & 0xFC00 == 0xDC00 {
            put(0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF))
            position += 4
            continue
          }
        } else if !isAtEnd {
          break
        }
      }
      put(value & 0xF800 == 0xD800 ? 0xFFFD : value)
      position += 2
    }
    if isAtEnd && position + 1 == pending.count && written + 4 <= target.count {
      put(0xFFFD)
      position = pending.count
    }
    pending.removeFirst(position)
    return written
  }
}
