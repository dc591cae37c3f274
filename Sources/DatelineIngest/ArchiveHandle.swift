import CLibArchive
import DatelineCore
import Foundation

/// One container that libarchive reads from a buffer, front to back.
///
/// An archive goes on behind damage: at the next good header libarchive starts again
/// (``ArchiveSession``). Each stretch in which entries were lost is reported once.
///
/// Invariant: `block` is what libarchive has lent until the next call on the session, and is used up or forgotten
/// before that.
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
    /// An entry is lost, by its name where the archive still tells it; those behind it can be read.
    case lost(ReadFailure, name: String?)
    /// Nothing more can be read.
    case failed(ReadFailure)
  }

  let input: InputBuffer
  let kind: ContainerKind
  /// Offset at which the next header should stand.
  var place: Int64
  /// Where the archive begins, of several joined ones the one that is read.
  var archiveStart: Int64
  /// The entry that is read, and the one before what is looked for.
  private var current: Place?
  var previous: Place?
  /// What is to be said before anything else is read.
  var pending: [Next] = []
  /// Stretches of a zip archive in which there may have been entries.
  var doubts: [ZipDirectory.Doubt] = []
  /// Pairs of blocks of zeros, which end a tar archive of a joined file or were a header with its data.
  var doubtfulEnds = 0
  var isAtEnd = false
  /// True when ``place`` was searched for, so that libarchive is elsewhere.
  var isDisplaced = false
  /// True once a header was found.
  var hasStarted = false

  /// Where an entry lies.
  struct Place {
    var header: Int64
    /// Offset behind its data where the header says it.
    var end: Int64?
    /// Whether a descriptor of the data may follow it.
    var hasDescriptor = false
    /// Whether the entry is an archive itself, kept as it is: its headers are not those of this one.
    var isNested = false
    var hasFailed = false
    /// Whether it was read to its end, checksum included.
    var isWhole = false
  }

  private var session: ArchiveSession?
  private let locale = UTF8Locale()
  private var count = 0
  /// Decoded bytes of the entry that were not handed on yet.
  private var block = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Zeros to hand on before ``block``, where the entry has a hole.
  private var hole: Int64 = 0
  /// Bytes of the entry that were handed on or lie in ``hole`` and ``block``.
  private var position: Int64 = 0

  /// Bytes behind a header that are kept to be searched again: where the data's length is not known
  /// damage may take following entries for data, elsewhere where bytes were lost.
  private static let retained: (unknownLength: Int64, known: Int64) = (16 << 20, 1 << 20)

  /// `nil` when memory is short or libarchive was built without the notation.
  init?(_ input: InputBuffer, kind: ContainerKind) {
    self.input = input
    self.kind = kind
    place = input.offset
    archiveStart = input.offset
    guard let session = ArchiveSession(input, at: input.offset, kind: kind) else { return nil }
    self.session = session
  }

  /// The next thing in the archive. What is left of the entry before is passed over. Once nothing
  /// more can be read, every call says so.
  func next() -> Next {
    guard case .archive(let notation) = kind else { return readHeader() }
    passOverEntry()
    while true {
      if !pending.isEmpty { return pending.removeFirst() }
      if isAtEnd { return .end }
      let isHeader: Bool
      switch notation {
      case .tar: isHeader = findTarHeader()
      case .zip: isHeader = findZipHeader()
      case .cpio: isHeader = findCpioHeader()
      }
      if !isHeader { continue }
      hasStarted = true
      if let next = readHeader(notation) { return next }
    }
  }

  /// Reads the header at ``place``; `nil` when that fails.
  private func readHeader(_ notation: ContainerKind.Archive) -> Next? {
    // A descriptor before it libarchive passes over by itself.
    let used = session?.position ?? place
    if isDisplaced || session?.isFatal != false || used > place || place - used > 24 {
      isDisplaced = false
      session = ArchiveSession(input, at: place, kind: kind)
    }
    let found = foundPlace(notation)
    session?.keptFrom = place
    session?.mostKept =
      found.end == nil && notation == .zip
      ? Self.retained.unknownLength : Self.retained.known
    let next = readHeader()
    switch next {
    case .entry, .other:
      current = found
      return next
    case .end:
      // The last header of a cpio archive.
      isAtEnd = true
      return input.source.failure.map(Next.failed) ?? .end
    case .failed(let failure), .lost(let failure, _):
      isAtEnd = input.source.failure != nil
      if isAtEnd { return .failed(failure) }
      lose(failure)
      return nil
    }
  }

  // In another locale libarchive drops names with letters beyond ASCII.
  private func readHeader() -> Next { locale.use(takeHeader) }

  private func takeHeader() -> Next {
    block = UnsafeRawBufferPointer(start: nil, count: 0)
    hole = 0
    position = 0
    var entry: OpaquePointer?
    guard let session, !session.isFatal else { return .failed(failure) }
    let status = session.readHeader(&entry)
    if status == ARCHIVE_EOF { return input.source.failure.map(Next.failed) ?? .end }
    count += 1
    guard status >= ARCHIVE_WARN, let entry else { return .failed(failure) }
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

  /// Moves ``place`` behind the entry that is read.
  private func passOverEntry() {
    guard var entry = current, let session else { return }
    session.skip()
    if let end = entry.end {
      place = end
    } else {
      place = session.position
      if session.isFatal {
        if !entry.hasFailed && kind != .archive(.zip) { pending.append(.lost(failure, name: nil)) }
        entry.hasFailed = true
      }
    }
    previous = entry
    current = nil
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
      guard let isMore = readBlock() else {
        current?.hasFailed = true
        return nil
      }
      if !isMore {
        current?.isWhole = true
        return 0
      }
    }
  }

  /// Takes the next block, as the decoder gives it: `archive_read_data` would drop what it has copied
  /// already when the block behind it is damaged. False at the entry's end, `nil` on failure.
  private func readBlock() -> Bool? {
    guard let session, !session.isFatal else { return nil }
    let (status, next, offset) = session.readBlock()
    if status == ARCHIVE_EOF { return false }
    guard status >= ARCHIVE_OK, offset >= position, offset <= Int64.max - Int64(next.count) else {
      return nil
    }
    hole = offset - position
    block = next
    position = offset + Int64(next.count)
    return true
  }

  /// Why the last call failed.
  var failure: ReadFailure {
    input.source.failure ?? Self.damage(session?.message ?? "cannot be read", kind)
  }

  static func damage(_ message: String, _ kind: ContainerKind) -> ReadFailure {
    let noun = kind == .lz4 ? "compressed data" : "archive"
    return ReadFailure(reason: .malformed, message: "the \(noun) is damaged: \(message)")
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
    return bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
      label(UnsafeBufferPointer(start: $0, count: length))
    }
  }

  /// A path in an archive as a label, see ``Entry/name``.
  static func label(_ path: UnsafeBufferPointer<UInt8>) -> String {
    let text = TextDecoding.string(path)
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
}
