#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few system calls that reading files needs, without their C conventions.
enum SystemCalls {
  /// What `stat` says about a path.
  struct Status {
    var isDirectory: Bool
    /// Length of a regular file in bytes; `nil` for pipes, devices and directories.
    var size: Int64?
    var device: UInt64
    var inode: UInt64
  }

  /// Text of the last failure.
  static var lastErrorMessage: String { String(cString: strerror(errno)) }

  static func status(_ path: String) -> Status? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    let kind = information.st_mode & S_IFMT
    return Status(
      isDirectory: kind == S_IFDIR,
      size: kind == S_IFREG ? Int64(information.st_size) : nil,
      device: UInt64(truncatingIfNeeded: information.st_dev),
      inode: UInt64(truncatingIfNeeded: information.st_ino))
  }

  /// Names in a directory, unsorted, without `.` and `..`; `nil` when it cannot be read.
  static func names(inDirectory path: String) -> [String]? {
    guard let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      // Invariant: the name ends with a NUL within the entry, which stays until the next call of readdir.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// Paths that match a shell pattern, in byte order.
  static func paths(matching pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    var paths: [String] = []
    for index in 0..<Int(result.gl_pathc) {
      if let path = result.gl_pathv[index] { paths.append(String(cString: path)) }
    }
    return paths.sorted(by: precedesByBytes)
  }

  /// Opens a file for reading; `nil` on failure, see ``lastErrorMessage``.
  static func openForReading(_ path: String) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    return descriptor >= 0 ? descriptor : nil
  }

  static func close(_ descriptor: Int32) {
    #if canImport(Glibc)
      _ = Glibc.close(descriptor)
    #elseif canImport(Musl)
      _ = Musl.close(descriptor)
    #elseif canImport(Darwin)
      _ = Darwin.close(descriptor)
    #endif
  }

  /// Bytes read, 0 at the end of the file, `nil` on failure. Interrupted calls are repeated.
  static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Darwin)
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno != EINTR { return nil }
    }
  }

  /// Order of the UTF-8 bytes, which no locale changes.
  static func precedesByBytes(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}

/// A locale in which C functions take text for UTF-8, whatever the user's is.
final class UTF8Locale {
  // Making one reads files; whoever needs it often keeps it.
  private let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

  deinit {
    if let locale { freelocale(locale) }
  }

  /// Calls `body` with the locale set for this thread.
  func use<Result>(_ body: () -> Result) -> Result {
    guard let locale else { return body() }
    let before = uselocale(locale)
    defer { uselocale(before) }
    return body()
  }
}
