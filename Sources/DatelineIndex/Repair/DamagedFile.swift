import Foundation

/// A damaged index file with its logs.
struct DamagedFile {
  private static let logs = ["-wal", "-journal"]
  private let path: String

  init(_ path: String) { self.path = BuildingFolder.followingLinks(path) }

  /// Where it is kept when a new file takes its place.
  var keptPath: String { path + ".damaged" }

  /// Whether a repair was interrupted after ``keep()``: the file has both names, and its logs may have the second.
  var isKept: Bool {
    var named = stat()
    var kept = stat()
    return stat(path, &named) == 0 && stat(keptPath, &kept) == 0
      && named.st_ino == kept.st_ino && named.st_dev == kept.st_dev
  }

  /// Bytes of it and of its logs, which may be merged into it.
  var length: Int {
    let names = [path] + Self.logs.flatMap { [path + $0, keptPath + $0] }
    return names.reduce(0) { $0 + Int(FileLength.bytes(of: $1) ?? 0) }
  }

  /// Copies it and its logs, so that SQLite may play them back.
  /// - Returns: path of the copy.
  func copy(into folder: String) throws(IndexError) -> String {
    let copy = folder + "/index.db-damaged"
    do {
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      for log in Self.logs {
        // A search since then may have made a new log, which is empty.
        let places = isKept ? [keptPath + log, path + log] : [path + log]
        if let place = places.first(where: FileManager.default.fileExists(atPath:)) {
          try FileManager.default.copyItem(atPath: place, toPath: copy + log)
        }
      }
      for name in [copy] + Self.logs.map({ copy + $0 }) { chmod(name, 0o600) }
    } catch {
      throw .database(
        path: path,
        message:
          "cannot be copied: \((error as NSError).localizedDescription); make room beside it, or name "
          + "another place with --output, and run the command again")
    }
    if !FileManager.default.fileExists(atPath: copy + "-wal") { Self.mendHeader(of: copy) }
    return copy
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

  /// Gives it and its logs a second name, and takes the logs' own ones away: they must not be played back into
  /// the file that comes.
  func keep() throws(IndexError) {
    if link(path, keptPath) != 0, !isKept {
      throw .database(
        path: keptPath, message: "cannot be made: " + String(cString: strerror(errno)))
    }
    for log in Self.logs + ["-shm"] {
      var present = stat()
      if stat(path + log, &present) == 0, present.st_size == 0 {
        unlink(path + log)
        continue
      }
      if rename(path + log, keptPath + log) == 0 || errno == ENOENT { continue }
      throw .database(
        path: path + log, message: "cannot be moved: " + String(cString: strerror(errno)))
    }
    // Before the new file gets the name: after a loss of power that must not be the only one there.
    try BuildingFolder.synchronizeFolder(of: path)
  }
}
