/// Compression and archive notations, told by the first bytes.
enum ContainerKind: Equatable {
  case gzip
  case xz
  case zstd
  /// Another compression of one stream of bytes.
  case filter(Filter)
  case archive(Archive)
  /// 7z, whose table of contents stands at the end, so that it cannot be read as a stream.
  case sevenZip

  enum Filter: Equatable {
    case bzip2
    case lz4
  }

  enum Archive: Equatable {
    case tar
    case zip
    case cpio
  }

  /// The container that starts at the window's start; `nil` when none does.
  init?(_ buffer: InputBuffer) {
    _ = buffer.require(Self.headLength)
    let head = buffer.bytes.prefix(Self.headLength)
    func starts(_ signature: [UInt8]) -> Bool { head.starts(with: signature) }
    if GzipDecoder.isHeader(buffer) {
      self = .gzip
    } else if Self.isBzip2(head) {
      self = .filter(.bzip2)
    } else if XZDecoder.isHeader(head) {
      self = .xz
    } else if ZstdDecoder.isHeader(head) {
      self = .zstd
    } else if starts([0x04, 0x22, 0x4D, 0x18]) || starts([0x02, 0x21, 0x4C, 0x18]) {
      self = .filter(.lz4)
    } else if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06])
      || starts([0x50, 0x4B, 0x30, 0x30, 0x50, 0x4B])
    {
      self = .archive(.zip)
    } else if starts([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
      self = .sevenZip
    } else if Self.isCpio(head) {
      self = .archive(.cpio)
    } else if Self.isTar(head) {
      self = .archive(.tar)
    } else {
      return nil
    }
  }

  /// One block of a tar archive.
  private static let headLength = 512

  private static func isBzip2(_ head: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard head.count >= 10, head.starts(with: "BZh".utf8), (0x31...0x39).contains(head[3]) else {
      return false
    }
    let block = head[4..<10]
    return block.elementsEqual([0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
      || block.elementsEqual([0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
  }

  private static func isCpio(_ head: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard head.count >= 76, head.starts(with: "07070".utf8), "127".utf8.contains(head[5]) else {
      return false
    }
    return head[6..<76].allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF)
    }
  }

  /// True for a header block with a right checksum (POSIX.1-1988, ustar; also older archives).
  private static func isTar(_ head: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard head.count == headLength, head[0] != 0 else { return false }
    var sum = 0
    for (index, byte) in head.enumerated() {
      sum += (148..<156).contains(index) ? 0x20 : Int(byte)
    }
    var stored = 0
    var digits = 0
    for byte in head[148..<156] {
      if (0x30...0x37).contains(byte) {
        stored = stored * 8 + Int(byte - 0x30)
        digits += 1
      } else if digits > 0 || byte != 0x20 {
        break
      }
    }
    return digits > 0 && stored == sum
  }
}
