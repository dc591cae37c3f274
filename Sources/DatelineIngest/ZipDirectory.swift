/// The table of contents behind the entries of a zip archive (APPNOTE.TXT 6.3.10, section 4.3.12),
/// which tells what a damaged stretch held.
enum ZipDirectory {
  /// A stretch of an archive in which there may have been entries.
  struct Doubt {
    /// Offset of its first byte in the input.
    var start: Int64
    /// Offset behind its last byte.
    var end: Int64
    /// Whether what is missing was reported already.
    var isReported: Bool
  }

  /// What the table says of an entry.
  struct Record {
    var name: String
    /// Offset of its header from the start of the archive.
    var header: Int64
    var isDirectory: Bool { name.hasSuffix("/") }

    /// `nil` when a larger archive has the offset elsewhere.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard let length = recordLength(bytes), bytes.count >= length else { return nil }
      header = (0..<4).reduce(0) { $0 | Int64(bytes[42 + $1]) << Int64(8 * $1) }
      if header == 0xFFFF_FFFF { return nil }
      let end = 46 + Int(bytes[28]) + Int(bytes[29]) << 8
      name = ArchiveHandle.label(UnsafeBufferPointer(rebasing: bytes[46..<end]))
    }
  }

  /// True for the first bytes of a table, or of what stands behind it in an archive without entries.
  static func starts(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 1, 2]) || isEnd(bytes)
  }

  /// True for the first bytes of what stands behind the last record.
  static func isEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 5, 6]) || bytes.starts(with: [0x50, 0x4B, 6, 6])
      || bytes.starts(with: [0x50, 0x4B, 6, 8])
  }

  /// Bytes of the record that starts `bytes`; `nil` when none does.
  static func recordLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count >= 46, bytes.starts(with: [0x50, 0x4B, 1, 2]) else { return nil }
    func number(_ start: Int) -> Int { Int(bytes[start]) | Int(bytes[start + 1]) << 8 }
    return 46 + number(28) + number(30) + number(32)
  }
}
