import CLibArchive
import Foundation

/// One run of libarchive over a buffer, from an offset on, front to back.
///
/// Only the notation that is asked for is switched on, and never an outside program. Bytes are lent
/// as copies, so that others may look at the buffer in between; it keeps what lies behind
/// ``keptFrom``.
///
/// Invariant: the session owns its handle, which calls back only within calls made here, so that the unretained
/// context is alive; `lent` stays as it is until libarchive asks for more.
final class ArchiveSession {
  /// True when nothing more can be read.
  private(set) var isFatal = false
  /// Offset from which on the buffer's bytes are kept, as long as they are few; `nil` for none.
  var keptFrom: Int64?
  /// Most bytes to keep.
  var mostKept: Int64 = 0

  private let handle: OpaquePointer
  private let input: InputBuffer
  private let start: Int64
  /// Offset behind the bytes that were lent.
  private var lentEnd: Int64
  private let lent = UnsafeMutableRawBufferPointer.allocate(
    byteCount: pieceLength, alignment: 16)
  private var hasEntry = false

  private static let pieceLength = 1 << 17

  /// `nil` when memory is short or libarchive was built without the notation.
  init?(_ input: InputBuffer, at offset: Int64, kind: ContainerKind) {
    guard let handle = archive_read_new() else { return nil }
    self.handle = handle
    self.input = input
    start = offset
    lentEnd = offset
    // Everything is initialised, so that `deinit` frees the handle.
    guard Self.select(kind, handle) == ARCHIVE_OK else { return nil }
    archive_read_set_read_callback(handle, Self.readMore)
    archive_read_set_callback_data(handle, Unmanaged.passUnretained(self).toOpaque())
    isFatal = archive_read_open1(handle) < ARCHIVE_WARN
  }

  deinit {
    archive_read_free(handle)
    lent.deallocate()
  }

  /// Offset behind the bytes of the archive that were used. No meaning for compressed data.
  var position: Int64 { start + archive_filter_bytes(handle, 0) }

  /// What libarchive says of the last fault.
  var message: String {
    archive_error_string(handle).map { String(cString: $0) } ?? "cannot be read"
  }

  /// Reads the next header; libarchive's status.
  func readHeader(_ entry: inout OpaquePointer?) -> Int32 {
    let status = archive_read_next_header(handle, &entry)
    hasEntry = status >= ARCHIVE_WARN && status != ARCHIVE_EOF
    if !hasEntry { isFatal = true }
    return status
  }

  /// The next decoded block of the entry, valid until the next call, and its place in it; `nil` at
  /// the end. Damage is a status below zero.
  func readBlock() -> (status: Int32, block: UnsafeRawBufferPointer, offset: Int64) {
    var start: UnsafeRawPointer?
    var length = 0
    var offset: Int64 = 0
    let status = archive_read_data_block(handle, &start, &length, &offset)
    if status <= ARCHIVE_FATAL { isFatal = true }
    return (status, UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length), offset)
  }

  /// Passes over what is left of the entry.
  func skip() {
    guard hasEntry, !isFatal else { return }
    hasEntry = false
    if archive_read_data_skip(handle) <= ARCHIVE_FATAL { isFatal = true }
  }

  private static func select(_ kind: ContainerKind, _ handle: OpaquePointer) -> Int32 {
    switch kind {
    case .lz4:
      let status = archive_read_support_filter_lz4(handle)
      return status == ARCHIVE_OK ? archive_read_support_format_raw(handle) : status
    case .archive(let archive):
      switch archive {
      case .tar: return archive_read_support_format_tar(handle)
      case .zip: return archive_read_support_format_zip_streamable(handle)
      case .cpio: return archive_read_support_format_cpio(handle)
      }
    case .gzip, .bzip2, .xz, .zstd, .sevenZip:
      return ARCHIVE_FATAL
    }
  }

  private static let readMore:
    @convention(c) (
      OpaquePointer?, UnsafeMutableRawPointer?, UnsafeMutablePointer<UnsafeRawPointer?>?
    ) -> Int = { _, context, result in
      guard let context, let result else { return -1 }
      return Unmanaged<ArchiveSession>.fromOpaque(context).takeUnretainedValue().lend(result)
    }

  private func lend(_ result: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    if let keptFrom {
      discard(to: max(min(position, keptFrom), position - mostKept))
    } else {
      discard(to: lentEnd)
    }
    let place = Int(lentEnd - input.offset)
    guard input.require(place + 1) else { return input.source.failure == nil ? 0 : -1 }
    let count = min(input.count - place, lent.count)
    lent.copyMemory(from: UnsafeRawBufferPointer(input.slice(place..<place + count)))
    lentEnd += Int64(count)
    result.pointee = UnsafeRawPointer(lent.baseAddress)
    return count
  }

  private func discard(to offset: Int64) {
    let count = Int(min(offset, lentEnd) - input.offset)
    if count > 0 { input.discard(count) }
  }
}
