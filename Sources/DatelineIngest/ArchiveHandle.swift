import CLibArchive
import DatelineCore
import Foundation

/// One container that libarchive reads from a buffer, front to back.
///
/// Only the notation that the signature names is switched on, and never an outside program. After
/// a fatal error nothing more comes.
final class ArchiveHandle {
  /// A regular file in an archive.
  struct Entry {
    /// Path as a label: valid Unicode without control characters, of limited length.
    var name: String
    /// Length in bytes where the archive says it beforehand.
    var size: Int64?
    var isEncrypted: Bool
  }

  enum Next {
    case entry(Entry)
    /// A directory, a link, or another thing without content.
    case other
    case end
    /// A header was damaged; the entries behind it can still be read.
    case damaged(ReadFailure)
    /// Nothing more can be read.
    case failed(ReadFailure)
  }

  /// True when nothing more can be read.
  private(set) var isFatal = false

  private let handle: OpaquePointer
  private let input: InputBuffer
  private let kind: ContainerKind
  private let locale = UTF8Locale()
  /// Bytes of the window that libarchive was given.
  private var lent = 0
  private var isAtEnd = false
  /// True from a damaged header to the next good one.
  private var isSearching = false
  private var count = 0
  /// Decoded bytes of the entry that were not handed on yet.
  private var block = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Zeros to hand on before ``block``, where the entry has a hole.
  private var hole: Int64 = 0
  /// Bytes of the entry that were handed on or lie in ``hole`` and ``block``.
  private var position: Int64 = 0

  /// `nil` when memory is short or libarchive was built without the notation.
  init?(_ input: InputBuffer, kind: ContainerKind) {
    guard let handle = archive_read_new() else { return nil }
    self.handle = handle
    self.input = input
    self.kind = kind
    guard Self.select(kind, handle) == ARCHIVE_OK else {
      archive_read_free(handle)
      return nil
    }
    archive_read_set_read_callback(handle, Self.readMore)
    archive_read_set_callback_data(handle, Unmanaged.passUnretained(self).toOpaque())
    isFatal = archive_read_open1(handle) < ARCHIVE_WARN
  }

  deinit { archive_read_free(handle) }

  /// The next thing in the archive. What is left of the entry before is passed over. Once nothing
  /// more can be read, every call says so.
  func next() -> Next {
    if isAtEnd { return .end }
    if isFatal { return .failed(failure) }
    // In another locale libarchive drops names with letters beyond ASCII.
    return locale.use(readHeader)
  }

  private func readHeader() -> Next {
    block = UnsafeRawBufferPointer(start: nil, count: 0)
    hole = 0
    position = 0
    var entry: OpaquePointer?
    var status = archive_read_next_header(handle, &entry)
    // What stands behind a damaged header is taken for headers, block by block, until one is good.
    var place = archive_filter_bytes(handle, 0)
    while status == ARCHIVE_RETRY {
      if !isSearching {
        isSearching = true
        return .damaged(failure)
      }
      status = archive_read_next_header(handle, &entry)
      let before = place
      place = archive_filter_bytes(handle, 0)
      if status == ARCHIVE_RETRY && place <= before { status = ARCHIVE_FATAL }
    }
    isSearching = false
    if status == ARCHIVE_EOF {
      isFatal = true
      if let failure = input.source.failure { return .failed(failure) }
      isAtEnd = true
      return .end
    }
    count += 1
    guard status >= ARCHIVE_WARN, let entry else {
      isFatal = true
      return .failed(failure)
    }
    let type = archive_entry_filetype(entry)
    Self.forgetErrors()
    guard type == 0o100000 || type == 0, archive_entry_hardlink(entry) == nil else {
      return .other
    }
    return .entry(
      Entry(
        name: Self.name(entry, count),
        size: archive_entry_size_is_set(entry) != 0 ? archive_entry_size(entry) : nil,
        isEncrypted: archive_entry_is_data_encrypted(entry) != 0))
  }

  /// Decoded bytes of the current entry; 0 at its end, `nil` on failure.
  func read(into target: UnsafeMutableRawBufferPointer) -> Int? {
    while true {
      if hole > 0 {
        let count = Int(min(hole, Int64(target.count)))
        UnsafeMutableRawBufferPointer(rebasing: target[..<count]).initializeMemory(
          as: UInt8.self, repeating: 0)
        hole -= Int64(count)
        return count
      }
      if block.count > 0 {
        let count = min(block.count, target.count)
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
        block = UnsafeRawBufferPointer(rebasing: block[count...])
        return count
      }
      guard let isMore = readBlock() else { return nil }
      if !isMore { return 0 }
    }
  }

  /// Takes the next block, as the decoder gives it: `archive_read_data` would drop what it has copied
  /// already when the block behind it is damaged. False at the entry's end, `nil` on failure.
  private func readBlock() -> Bool? {
    if isFatal { return nil }
    var start: UnsafeRawPointer?
    var length = 0
    var offset: Int64 = 0
    let status = archive_read_data_block(handle, &start, &length, &offset)
    if status == ARCHIVE_EOF { return false }
    guard status >= ARCHIVE_OK, offset >= position, offset <= Int64.max - Int64(length) else {
      if status <= ARCHIVE_FATAL { isFatal = true }
      return nil
    }
    hole = offset - position
    block = UnsafeRawBufferPointer(start: start, count: length)
    position = offset + Int64(length)
    return true
  }

  /// Why the last call failed.
  var failure: ReadFailure {
    if let failure = input.source.failure { return failure }
    let text = archive_error_string(handle).map { String(cString: $0) } ?? "cannot be read"
    return ReadFailure(reason: .malformed, message: "the \(noun) is damaged: \(text)")
  }

  private var noun: String {
    switch kind {
    case .archive: "archive"
    default: "compressed data"
    }
  }

  private static func select(_ kind: ContainerKind, _ handle: OpaquePointer) -> Int32 {
    switch kind {
    case .filter(let filter):
      let status =
        switch filter {
        case .bzip2: archive_read_support_filter_bzip2(handle)
        case .lz4: archive_read_support_filter_lz4(handle)
        }
      return status == ARCHIVE_OK ? archive_read_support_format_raw(handle) : status
    case .archive(let archive):
      switch archive {
      case .tar: return archive_read_support_format_tar(handle)
      case .zip: return archive_read_support_format_zip_streamable(handle)
      case .cpio: return archive_read_support_format_cpio(handle)
      }
    case .gzip, .xz, .zstd, .sevenZip:
      return ARCHIVE_FATAL
    }
  }

  private static func name(_ entry: OpaquePointer, _ count: Int) -> String {
    forgetErrors()
    var name = archive_entry_pathname_utf8(entry)
    if name == nil {
      forgetErrors()
      name = archive_entry_pathname(entry)
    }
    guard let bytes = name else { return "entry \(count)" }
    let length = min(strnlen(bytes, longestName), longestName)
    let text = bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
      TextDecoding.string(UnsafeBufferPointer(start: $0, count: length))
    }
    var label = String.UnicodeScalarView()
    // What `tar c .` writes before every name.
    for scalar in (text.hasPrefix("./") ? text.dropFirst(2) : text[...]).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: label.append("\u{FFFD}")
      default: label.append(scalar)
      }
    }
    return String(label)
  }

  /// Clears `errno`: where a name cannot be converted, libarchive takes an `ENOMEM` that an earlier call
  /// left there (a damaged stream that asked for too much memory) for its own, and ends the process.
  private static func forgetErrors() { errno = 0 }

  private static let longestName = 4096

  private static func strnlen(_ bytes: UnsafePointer<CChar>, _ limit: Int) -> Int {
    var length = 0
    while length < limit && bytes[length] != 0 { length += 1 }
    return length
  }

  private static let readMore:
    @convention(c) (
      OpaquePointer?, UnsafeMutableRawPointer?, UnsafeMutablePointer<UnsafeRawPointer?>?
    ) -> Int = { _, context, result in
      guard let context, let result else { return -1 }
      return Unmanaged<ArchiveHandle>.fromOpaque(context).takeUnretainedValue().lend(result)
    }

  /// Lends libarchive the window's bytes until it asks for more.
  private func lend(_ result: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    input.discard(lent)
    lent = 0
    if input.count == 0 && !input.fill() { return input.source.failure == nil ? 0 : -1 }
    lent = input.count
    result.pointee = UnsafeRawPointer(input.bytes.baseAddress)
    return lent
  }
}
