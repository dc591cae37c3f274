import Foundation

/// A command that believes to be used at a terminal.
final class PseudoTerminal {
  private let process = Process()
  private let descriptor: Int32
  /// All that was printed so far.
  var output: String { String(decoding: printed, as: UTF8.self) }
  // Bytes: a read may end inside a character.
  private var printed: [UInt8] = []
  private var unread: ArraySlice<UInt8> = []

  init(
    _ arguments: [String], in folder: URL, columns: UInt16 = 80, environment: [String: String] = [:]
  ) throws {
    // What posix_openpt, unlockpt and ptsname do on Linux; Swift does not see them there.
    descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var lock: Int32 = 0
    var number: Int32 = 0
    guard descriptor >= 0, ioctl(descriptor, 0x4004_5431, &lock) == 0,
      ioctl(descriptor, 0x8004_5430, &number) == 0
    else { throw POSIXError(.ENOTTY) }
    let name = "/dev/pts/\(number)"
    let other = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(other, UInt(TIOCSWINSZ), &size)
    process.executableURL = CommandFolder.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["DATELINE_DB", "NO_COLOR", "CLICOLOR_FORCE", "COLUMNS"] { variables[name] = nil }
    variables["TERM"] = "xterm"
    variables.merge(environment) { $1 }
    process.environment = variables
    let handle = FileHandle(fileDescriptor: other, closeOnDealloc: true)
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    try handle.close()
  }

  deinit {
    if process.isRunning { process.terminate() }
    close(descriptor)
  }

  /// Gives the terminal another width.
  func resize(columns: UInt16) {
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  /// Types something.
  func type(_ text: String) {
    _ = write(descriptor, text, text.utf8.count)
  }

  /// Waits until a text was printed behind the one that was waited for before; false when the command
  /// ends, or a minute passes, without it.
  func wait(for text: String) -> Bool {
    let limit = Date(timeIntervalSinceNow: 60)
    while true {
      if let found = unread.firstRange(of: Array(text.utf8)) {
        unread = unread[found.upperBound...]
        return true
      }
      guard Date() < limit, let more = read(milliseconds: 200) else { return false }
      unread += more
    }
  }

  /// Waits for the prompt of the shell and until its editor gets each key by itself: the prompt is
  /// printed a little before, and what is typed between has another meaning.
  func waitForPrompt() -> Bool {
    guard wait(for: "dateline> ") else { return false }
    for _ in 0..<3000 {
      var settings = termios()
      if tcgetattr(descriptor, &settings) == 0, settings.c_lflag & tcflag_t(ICANON) == 0 {
        return true
      }
      usleep(20_000)
    }
    return false
  }

  /// Reads the rest.
  /// - Returns: the status with which the command ended.
  func finish() -> Int32 {
    while let more = read(milliseconds: 60_000) {
      if more.isEmpty { process.terminate() }
    }
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func read(milliseconds: Int32) -> [UInt8]? {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    if Foundation.poll(&poll, 1, milliseconds) == 0 { return [] }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Foundation.read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return nil }
    printed += buffer[..<count]
    return Array(buffer[..<count])
  }
}
