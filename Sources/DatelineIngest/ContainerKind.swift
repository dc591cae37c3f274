/// Compression and archive notations, told by the first bytes.
enum ContainerKind: Equatable {
  case gzip
  case bzip2
  case xz
  case zstd
  case lz4
  case archive(Archive)
  /// 7z, whose table of contents stands at the end, so that it cannot be read as a stream.
  case sevenZip

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
    } else if Bzip2Decoder.isHeader(head) {
      self = .bzip2
    } else if XZDecoder.isHeader(head) {
      self = .xz
    } else if ZstdDecoder.isHeader(head) {
      self = .zstd
    } else if starts([0x04, 0x22, 0x4D, 0x18]) || starts([0x02, 0x21, 0x4C, 0x18]) {
      self = .lz4
    } else if starts([0x50, 0x4B, 0x03, 0x04]) || starts([0x50, 0x4B, 0x05, 0x06])
      || starts([0x50, 0x4B, 0x30, 0x30, 0x50, 0x4B])
    {
      self = .archive(.zip)
    } else if starts([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
      self = .sevenZip
    } else if EntryHeader.isCpio(UnsafeBufferPointer(rebasing: head)) {
      self = .archive(.cpio)
    } else if EntryHeader.isTar(UnsafeBufferPointer(rebasing: head)) {
      self = .archive(.tar)
    } else {
      return nil
    }
  }

  /// The archive of which only the first header is damaged; `nil` when nothing says so.
  ///
  /// - Parameter name: the name, which may call it an archive. Without that only good headers in the
  ///   first 64 KB say so.
  static func damagedArchive(_ buffer: InputBuffer, name: String) -> ContainerKind? {
    let named = ContainerName.archive(name)
    _ = buffer.require(named == nil ? 1 << 16 : 1 << 20)
    let bytes = buffer.bytes
    if named == .tar, EntryHeader.hasTarMagic(bytes, at: 0) { return .archive(.tar) }
    let notation = named ?? .tar
    let found = EntryHeader.firstGood(notation, bytes, in: 0..<bytes.count)
    return found == nil ? nil : .archive(notation)
  }

  private static let headLength = EntryHeader.block
}
