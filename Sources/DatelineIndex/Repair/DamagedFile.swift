import Foundation

/// A damaged index file with its logs.
struct DamagedFile {
  private static let logs = ["-wal", "-journal"]
  private let path: String

  init(_ path: String) { self.path = BuildingFolder.followingLinks(path) }

  /// Where it is kept when a new file takes its place.
  var keptPath: String { path + ".damaged" }

  /// Bytes of it and of its logs, which may be merged into it.
  var length: Int {
    ([""] + Self.logs).reduce(0) { $0 + Int(FileLength.bytes(of: path + $1) ?? 0) }
  }

  /// Copies it and its logs, so that SQLite may play them back.
  /// - Parameter hold: a lock under which it does not change.
  /// - Returns: path of the copy.
  func copy(into folder: String, _ hold: FileHold) throws(IndexError) -> String {
    let copy = folder + "/index.db-damaged"
    try copyBytes(to: copy, hold)
    if !FileManager.default.fileExists(atPath: copy + "-wal") { Self.mendHeader(of: copy) }
    return copy
  }

  /// Whether there is a log with something in it; the journal of a lock begins with zeros.
  private static func hasContent(_ log: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: log) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 1))?.first ?? 0 != 0
  }

  /// Copies it and its logs byte for byte.
  private func copyBytes(to copy: String, _ hold: FileHold) throws(IndexError) {
    do {
      // Foundation's own way leaves a file of another name behind when it is killed.
      let descriptor = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        throw IndexError.database(
          path: path, message: "cannot be copied: " + String(cString: strerror(errno)))
      }
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
      defer { try? file.close() }
      try hold.readBytes { try file.write(contentsOf: Data($0)) }
      for log in Self.logs where Self.hasContent(path + log) {
        try FileManager.default.copyItem(atPath: path + log, toPath: copy + log)
        chmod(copy + log, 0o600)
      }
    } catch let error as IndexError {
      throw error
    } catch {
      throw .database(
        path: path,
        message:
          "cannot be copied: \((error as NSError).localizedDescription); make room beside it, or name "
          + "another place with --output, and run the command again")
    }
  }

  /// Puts right what the first bytes of a copy say of the file as a whole, so that SQLite opens it: the name of
  /// the format, the size of pages, the number of pages of a file that was cut. Source: "The Database Header" of
  /// SQLite's file format.
  private static func mendHeader(of copy: String) {
    guard let file = FileHandle(forUpdatingAtPath: copy) else { return }
    defer { try? file.close() }
    guard var header = try? file.read(upToCount: 101), header.count == 101,
      let size = try? file.seekToEnd()
    else { return }
    // The root of the table of contents must be there.
    guard header[100] == 0x0D || header[100] == 0x05 else { return }
    let before = header
    header.replaceSubrange(0..<16, with: Array("SQLite format 3\0".utf8))
    var pageSize = UInt64(header[16]) << 8 | UInt64(header[17])
    if pageSize == 1 { pageSize = 65_536 }
    if pageSize < 512 || pageSize & (pageSize - 1) != 0 {
      pageSize = UInt64(IndexConnection.pageSize)
      header[16] = UInt8(pageSize >> 8 & 0xFF)
      header[17] = UInt8(pageSize & 0xFF)
    }
    for place in 18...19 where header[place] != 1 && header[place] != 2 { header[place] = 1 }
    header.replaceSubrange(20..<24, with: [0, 64, 32, 32])
    header.replaceSubrange(44..<48, with: [0, 0, 0, 4])
    header.replaceSubrange(56..<60, with: [0, 0, 0, 1])
    if header != before {
      try? file.seek(toOffset: 0)
      try? file.write(contentsOf: header.prefix(100))
    }
    let pages = header[28..<32].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let isCounted = Array(header[24..<28]) == Array(header[92..<96])
    let expected = pages * pageSize
    // What is missing reads as pages that are damaged.
    if !isCounted || size % pageSize != 0 || expected > size, expected < 1 << 42 {
      let whole = (size + pageSize - 1) / pageSize * pageSize
      try? file.truncate(atOffset: max(whole, isCounted ? expected : whole))
    }
  }

  /// Keeps a copy of it and its logs, byte for byte, under the second name; it is on the disk when this returns.
  /// - Parameters:
  ///   - folder: where the copy is made; it gets its name when it is whole.
  ///   - hold: a lock that keeps all others out.
  func keep(by folder: BuildingFolder, _ hold: FileHold) throws(IndexError) {
    let copy = folder.path + "/index.db-kept"
    try copyBytes(to: copy, hold)
    // The file itself last: where it has its second name, its logs have theirs.
    for suffix in Self.logs + [""] {
      guard FileManager.default.fileExists(atPath: copy + suffix) else { continue }
      var present = stat()
      // The rights of the file.
      if stat(path + suffix, &present) == 0 { chmod(copy + suffix, present.st_mode & 0o777) }
      try BuildingFolder.synchronize(copy + suffix, for: keptPath + suffix)
      if rename(copy + suffix, keptPath + suffix) != 0 {
        throw .database(
          path: keptPath + suffix, message: "cannot be made: " + String(cString: strerror(errno)))
      }
    }
    try BuildingFolder.synchronizeFolder(of: path)
  }

  /// Whether there is a copy under the second name that holds what the file holds: a repair was broken off behind
  /// ``keep(by:_:)``, and SQLite has put back what it had changed.
  /// - Complexity: O(file).
  func isKept(_ hold: FileHold) throws(IndexError) -> Bool {
    var (named, second) = (stat(), stat())
    // A second name of the file itself is no copy, and closing it would take the lock away.
    guard stat(path, &named) == 0, stat(keptPath, &second) == 0,
      named.st_ino != second.st_ino || named.st_dev != second.st_dev,
      let kept = FileHandle(forReadingAtPath: keptPath)
    else { return false }
    defer { try? kept.close() }
    var isEqual = true
    try IndexConnection.catching(path) {
      try hold.readBytes { bytes in
        guard isEqual else { return }
        let stored = try kept.read(upToCount: bytes.count) ?? Data()
        // A file that was cut within a page ends with zeros when SQLite has put the page back.
        isEqual =
          bytes.starts(with: stored) && bytes.dropFirst(stored.count).allSatisfy { $0 == 0 }
      }
      if try kept.read(upToCount: 1)?.isEmpty == false { isEqual = false }
    }
    guard isEqual else { return false }
    // What a repair had written into the log without a commit stands behind what it held.
    guard let log = FileManager.default.contents(atPath: keptPath + "-wal") else { return true }
    return FileManager.default.contents(atPath: path + "-wal")?.starts(with: log) ?? log.isEmpty
  }
}
