/// The chunked transfer coding (RFC 9112, section 7.1).
enum ChunkedBody {
  /// The body without the chunks' frames; `nil` when the first bytes are no chunk, so that the
  /// header is wrong about the coding. What follows a broken frame is kept as it is, but for an
  /// end that is missing.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var position = 0
    while let chunk = size(bytes, at: position) {
      if chunk.count == 0 { return result }
      if position == 0 { result.reserveCapacity(bytes.count) }
      let end = min(chunk.start + min(chunk.count, bytes.count), bytes.count)
      result.append(contentsOf: bytes[chunk.start..<end])
      position = end
      if position < bytes.count && bytes[position] == 0x0D { position += 1 }
      if position < bytes.count && bytes[position] == 0x0A { position += 1 }
      if position == bytes.count { return result }
    }
    if position == 0 { return nil }
    result.append(contentsOf: bytes[position...])
    return result
  }

  /// Size of the chunk whose frame is at `position`, and where its data starts.
  private static func size(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (count: Int, start: Int)? {
    var count = 0
    var index = position
    while index < bytes.count, let digit = hexDigit(bytes[index]) {
      if index - position >= 15 { return nil }
      count = count << 4 | digit
      index += 1
    }
    if index == position { return nil }
    // Extensions and spaces up to the line's end.
    if index < bytes.count, !" \t;\r\n".utf8.contains(bytes[index]) { return nil }
    guard let end = bytes[index..<min(bytes.count, index + 1024)].firstIndex(of: 0x0A) else {
      return nil
    }
    return (count, end + 1)
  }

  private static func hexDigit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x41...0x46: Int(byte) - 0x37
    case 0x61...0x66: Int(byte) - 0x57
    default: nil
    }
  }
}
