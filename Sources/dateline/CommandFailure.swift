import Foundation

/// An error with a message for a person.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String

  init(_ message: String) { description = message }

  /// A file that cannot be written, and why: an error of Foundation, else the last one of the system.
  static func unwritable(_ path: String, _ error: (any Error)? = nil) -> CommandFailure {
    let code = errno
    let reason = error.map(Self.reason) ?? String(cString: strerror(code))
    return CommandFailure(
      "\(path): cannot be written: \(reason); name a place that can be, or make room there")
  }

  /// A file of text that cannot be read.
  static func unreadable(_ path: String) -> CommandFailure {
    FileManager.default.fileExists(atPath: path)
      ? CommandFailure(
        "\(path): cannot be read as UTF-8 text; `iconv -t UTF-8` makes it that, `ls -l` shows who may read it"
      )
      : CommandFailure("\(path): no such file; name one that is there, or - for standard input")
  }

  /// What the system says, without what Foundation puts around it.
  private static func reason(_ error: any Error) -> String {
    let outer = error as NSError
    let inner = outer.userInfo[NSUnderlyingErrorKey] as? NSError ?? outer
    if inner.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(inner.code))) }
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: return String(cString: strerror(ENOENT))
    case .fileWriteNoPermission: return String(cString: strerror(EACCES))
    case .fileWriteOutOfSpace: return String(cString: strerror(ENOSPC))
    case .fileWriteFileExists: return String(cString: strerror(EEXIST))
    default: return outer.localizedDescription
    }
  }
}

/// Files that commands write.
enum OutputFile {
  /// Makes a file to write to, in the place of one that is there.
  static func create(_ path: String) throws(CommandFailure) -> FileHandle {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw .unwritable(path) }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}
