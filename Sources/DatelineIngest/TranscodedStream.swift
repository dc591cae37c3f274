/// A stream in a legacy encoding as UTF-8, for readers that find their way by ASCII bytes: second
/// bytes of Shift_JIS, Big5 and GB18030 may look like backslashes and brackets.
///
/// A line that is UTF-8 beyond chance is left as it is; such files are sometimes joined from others.
final class TranscodedStream: ByteStream {
  var failure: ReadFailure? { input.source.failure }

  private let input: InputBuffer
  private let encoding: String
  private var text: [UInt8] = []
  private var position = 0

  /// Bytes that are converted at once; lines and words are not cut.
  private static let pieceLength = 1 << 18

  private init(_ input: InputBuffer, encoding: String) {
    self.input = input
    self.encoding = encoding
  }

  /// The buffer's bytes as UTF-8; `nil` when the first 64 KB behind white space and comments say that
  /// they are, or are in windows-1252, which every reader knows.
  static func buffer(of input: InputBuffer, chunkSize: Int) -> InputBuffer? {
    let length = MarkupSniffer.prologueEnd(input) + FormatSniffer.length
    _ = input.require(length)
    let head = input.slice(0..<min(input.count, length))
    guard CharacterEncoding.byteOrderMark(head) == nil,
      let encoding = CharacterEncoding.legacyEncoding(ofHead: head)
    else { return nil }
    let stream = TranscodedStream(input, encoding: encoding)
    return InputBuffer(source: ByteSource(stream: stream), chunkSize: chunkSize)
  }

  func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    while position == text.count {
      guard let end = nextPiece() else { return 0 }
      text.removeAll(keepingCapacity: true)
      position = 0
      convert(input.slice(0..<end))
      input.discard(end)
    }
    let count = min(target.count, text.count - position)
    target.copyBytes(from: text[position..<position + count])
    position += count
    return count
  }

  /// End of the next piece: behind its last line feed, else behind a byte that is no part of a
  /// longer character in any encoding.
  private func nextPiece() -> Int? {
    var length = Self.pieceLength
    while true {
      let isWhole = input.require(length)
      if input.count == 0 { return nil }
      if !isWhole { return input.count }
      let piece = input.slice(0..<length)
      if let end = piece.lastIndex(of: 0x0A) ?? piece.lastIndex(where: { $0 < 0x30 }) {
        return end + 1
      }
      if length >= 16 * Self.pieceLength { return length }
      length *= 2
    }
  }

  private func convert(_ piece: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var lineStart = 0
    while lineStart < piece.count {
      let end = piece[lineStart...].firstIndex(of: 0x0A).map { $0 + 1 } ?? piece.count
      let line = UnsafeBufferPointer(rebasing: piece[lineStart..<end])
      if Self.isUTF8(line) {
        appendConverted(UnsafeBufferPointer(rebasing: piece[start..<lineStart]))
        text.append(contentsOf: line)
        start = end
      }
      lineStart = end
    }
    appendConverted(UnsafeBufferPointer(rebasing: piece[start...]))
  }

  private func appendConverted(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.isEmpty { return }
    if let result = Transcoder.convert(bytes, from: encoding) {
      text.append(contentsOf: result.text)
    } else {
      text.append(contentsOf: TextDecoding.repaired(bytes))
    }
  }

  /// Whether bytes have so many characters of UTF-8, and nothing else, that they are in it.
  private static func isUTF8(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var sequences = 0
    for byte in line where byte >= 0xC0 {
      sequences += 1
      if sequences >= 8 { return TextDecoding.isValid(line) }
    }
    return false
  }
}
