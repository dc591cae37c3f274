import Foundation

/// A process that holds a lock on an index file.
public struct LockHolder: Sendable, Equatable, CustomStringConvertible {
  /// Number of the process.
  public var process: Int32
  /// Its name as the system has it; empty where it does not tell.
  public var name: String
  /// Whether it writes; else it reads, and lets nobody write.
  public var isWriter: Bool

  /// Creates a holder.
  public init(process: Int32, name: String, isWriter: Bool) {
    (self.process, self.name, self.isWriter) = (process, name, isWriter)
  }

  /// Name and number.
  public var description: String {
    name.isEmpty ? "process \(process)" : "\(name) (process \(process))"
  }

  /// Other processes that stand in the way of whoever wants to write into a file: those that write, or where none
  /// does, those that read and let nobody begin a log.
  ///
  /// Linux lists all locks in `/proc/locks`; elsewhere nobody is found. Nothing is opened for it: closing a file
  /// would give up all locks that this process has on it (POSIX).
  /// - Complexity: O(locks on the machine).
  static func blocking(_ path: String) -> [LockHolder] {
    guard let table = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else { return [] }
    let file = BuildingFolder.followingLinks(path)
    let writing = [
      // SQLite's PENDING and RESERVED bytes, and all of SHARED ("File Locking And Concurrency").
      Place(file, first: 0x4000_0000, last: 0x4000_01FF),
      // WAL_WRITE_LOCK, WAL_CKPT_LOCK and WAL_RECOVER_LOCK ("WAL-mode File Format").
      Place(file + "-shm", first: 120, last: 122),
      Place(file + "-building", first: 0, last: 0),
    ]
    let shared = Place(file, first: 0x4000_0002, last: 0x4000_01FF)
    let locks = table.split(separator: "\n").compactMap(Lock.init)
    let writers = holders(
      locks.filter { lock in
        lock.isExclusive && writing.contains { $0?.holds(lock) == true }
      }, isWriter: true)
    if !writers.isEmpty { return writers }
    return holders(locks.filter { !$0.isExclusive && shared?.holds($0) == true }, isWriter: false)
  }

  private static func holders(_ locks: [Lock], isWriter: Bool) -> [LockHolder] {
    Set(locks.map(\.process)).subtracting([getpid()]).sorted().map { process in
      let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
      return LockHolder(
        process: process, name: name?.trimmingCharacters(in: .newlines) ?? "", isWriter: isWriter)
    }
  }

  /// Bytes of a file that are locked.
  private struct Place {
    var device: String
    var inode: String
    var first: UInt64
    var last: UInt64

    /// `nil` where there is no file.
    init?(_ path: String, first: UInt64, last: UInt64) {
      var information = stat()
      guard stat(path, &information) == 0 else { return nil }
      let number = UInt64(information.st_dev)
      // As glibc's `gnu_dev_major` and `gnu_dev_minor` take a device apart.
      let major = (number >> 8) & 0xFFF | (number >> 32) & ~0xFFF
      let minor = number & 0xFF | (number >> 12) & ~0xFF
      device = String(format: "%02x:%02x", major, minor)
      inode = "\(information.st_ino)"
      (self.first, self.last) = (first, last)
    }

    func holds(_ lock: Lock) -> Bool {
      lock.device == device && lock.inode == inode && lock.first <= last && lock.last >= first
    }
  }

  /// A line of `/proc/locks`: number, kind, ADVISORY, READ or WRITE, process, device:device:inode, first and last
  /// byte (proc_locks(5)). Lines of those who wait have an arrow behind their number.
  private struct Lock {
    var isExclusive: Bool
    var process: Int32
    var device: Substring
    var inode: Substring
    var first: UInt64
    var last: UInt64

    init?(_ line: Substring) {
      let words = line.split(separator: " ")
      guard words.count == 8, let process = Int32(words[4]), process > 0,
        let first = UInt64(words[6]), let colon = words[5].lastIndex(of: ":")
      else { return nil }
      isExclusive = words[3] == "WRITE"
      self.process = process
      device = words[5][..<colon]
      inode = words[5][words[5].index(after: colon)...]
      self.first = first
      last = UInt64(words[7]) ?? .max
    }
  }
}
