/// A stream of lines as UTF-8 or windows-1252, for readers that find their way by ASCII bytes: second bytes of
/// Shift_JIS, Big5 and GB18030 may look like backslashes and brackets.
///
/// Lines in UTF-8 are left as they are; files are sometimes joined from others. The first line that
/// is not, wherever it comes, and those behind it tell their encoding together. Text that is UTF-8
/// throughout is looked at once and copied once.
final class TranscodedStream: ByteStream {
  var failure: ReadFailure? { input.source.failure }

  private let input: InputBuffer
  /// What the lines that are no UTF-8 say of their encoding.
  private var sample = EncodingSample()
  private var encoding: String?
  /// Bytes of the window that are UTF-8 and were not handed on yet.
  private var ready = 0
  private var text: [UInt8] = []
  private var position = 0

  /// Bytes that are looked at at once; lines and words are not cut.
  private static let pieceLength = 1 << 18

  init(_ input: InputBuffer) { self.input = input }

  /// The buffer's bytes as UTF-8; `nil` when a byte order mark says that they are.
  static func buffer(of input: InputBuffer, chunkSize: Int) -> InputBuffer? {
    _ = input.require(3)
    if CharacterEncoding.byteOrderMark(input.bytes) != nil { return nil }
    return InputBuffer(
      source: ByteSource(stream: TranscodedStream(input), isText: true), chunkSize: chunkSize)
  }

  /// Invariant: the target is lent for the call, and no more than its length is written; pieces of the window are
  /// done with before it is filled again.
  func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    while position == text.count && ready == 0 {
      guard let end = nextPiece() else { return 0 }
      let piece = input.slice(0..<end)
      if TextDecoding.isValid(piece), encoding.map(EncodingLabels.isMultibyte) != true {
        ready = end
      } else {
        text.removeAll(keepingCapacity: true)
        position = 0
        convert(piece)
        input.discard(end)
      }
    }
    if ready > 0 {
      let count = min(target.count, ready)
      target.copyMemory(from: UnsafeRawBufferPointer(input.slice(0..<count)))
      input.discard(count)
      ready -= count
      return count
    }
    let count = min(target.count, text.count - position)
    target.copyBytes(from: text[position..<position + count])
    position += count
    return count
  }

  /// End of the next piece: behind its last line feed, else behind a byte that is no part of a
  /// longer character in any encoding.
  ///
  /// What there is of a pipe that stays open is not held back.
  private func nextPiece() -> Int? {
    guard input.require(1) else { return nil }
    var most = Self.pieceLength
    while true {
      let length = min(input.count, most)
      let piece = input.slice(0..<length)
      if let end = piece.lastIndex(of: 0x0A) { return end + 1 }
      if length == most {
        if let end = piece.lastIndex(where: { $0 < 0x30 }) { return end + 1 }
        if length >= 16 * Self.pieceLength { return length }
        most *= 2
      } else if !input.require(input.count + 1) {
        return input.count
      }
    }
  }

  private enum Line {
    case utf8
    /// UTF-8 with stray bytes.
    case mixed
    case legacy
  }

  private func convert(_ piece: UnsafeBufferPointer<UInt8>) {
    var lines: [(range: Range<Int>, kind: Line)] = []
    let isUndecided = !sample.isFull
    var start = 0
    while start < piece.count {
      let end = piece[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? piece.count
      let line = UnsafeBufferPointer(rebasing: piece[start..<end])
      let kind = kind(line)
      if kind == .legacy { sample.add(line) }
      // Lines of one kind are converted together.
      if let last = lines.last, last.kind == kind {
        lines[lines.count - 1].range = last.range.lowerBound..<end
      } else {
        lines.append((start..<end, kind))
      }
      start = end
    }
    if isUndecided && sample.highBytes > 0 { encoding = EncodingGuess.encoding(of: sample) }
    for (range, kind) in lines {
      let bytes = UnsafeBufferPointer(rebasing: piece[range])
      switch kind {
      // The readers know stray bytes of windows-1252, and so places stay those of the file.
      case .utf8, .mixed: text.append(contentsOf: bytes)
      case .legacy: appendConverted(bytes)
      }
    }
  }

  private func kind(_ line: UnsafeBufferPointer<UInt8>) -> Line {
    if TextDecoding.isValid(line) {
      // A few letters of an East Asian encoding happen to be valid.
      guard let encoding, EncodingLabels.isMultibyte(encoding) else { return .utf8 }
      let leads = line.reduce(0) { $0 + ($1 >= 0xE0 ? 8 : $1 >= 0xC0 ? 1 : 0) }
      return leads == 0 || leads >= 8 ? .utf8 : .legacy
    }
    if let whole = CharacterEncoding.wholeCharacters(line), TextDecoding.isValid(whole) {
      return .mixed
    }
    return ByteProfile(line).isUTF8 ? .mixed : .legacy
  }

  private func appendConverted(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let encoding, encoding != "windows-1252",
      let result = Transcoder.convert(bytes, from: encoding)
    {
      text.append(contentsOf: result.text)
    } else {
      text.append(contentsOf: bytes)
    }
  }
}
