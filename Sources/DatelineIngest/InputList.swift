/// One file to read.
package struct InputFile: Sendable, Hashable {
  /// Path as given or found below a given directory; `-` for standard input.
  package var path: String
  /// Format by file extension; `nil` when it must be told from the content.
  package var format: InputFormat?
  /// Length in bytes; `nil` for standard input and other pipes.
  package var size: Int64?

  /// Creates an input.
  package init(path: String, format: InputFormat? = nil, size: Int64? = nil) {
    self.path = path
    self.format = format
    self.size = size
  }
}

/// The files that a command line names, in a fixed order: arguments as given, the files of a
/// directory or a pattern sorted by the bytes of their paths. No path occurs twice.
package struct InputList: Sendable, RandomAccessCollection {
  /// Files to read.
  package private(set) var files: [InputFile] = []
  /// Files found below a directory that were passed over because nothing says they hold articles.
  package private(set) var skipped: [String] = []

  private var seenPaths: Set<String> = []

  /// Finds the files behind `inputs`: files (of any extension), directories (recursive; hidden
  /// entries left out; compressed files and archives taken; files with unknown extensions taken when
  /// their beginning says that they hold articles), patterns of the shell (`*`, `?`, `[a-z]`) where
  /// no such file exists, and `-` for standard input.
  ///
  /// With a `format`, every visible file of a directory is taken.
  /// - Throws: ``InputError`` for the first input that does not exist, cannot be read or holds no
  ///   article file.
  package static func expand(
    _ inputs: [String], format: InputFormat? = nil
  ) throws(InputError) -> InputList {
    var list = InputList()
    for input in inputs {
      if input == "-" {
        list.append(InputFile(path: "-", format: format))
      } else if let status = SystemCalls.status(input) {
        try list.add(path: input, status: status, format: format)
      } else {
        let matches = SystemCalls.paths(matching: input)
        if matches.isEmpty { throw .notFound(path: input) }
        for match in matches {
          guard let status = SystemCalls.status(match) else {
            throw .unreadable(path: match, message: SystemCalls.lastErrorMessage)
          }
          try list.add(path: match, status: status, format: format)
        }
      }
    }
    return list
  }

  package var startIndex: Int { files.startIndex }
  package var endIndex: Int { files.endIndex }
  package subscript(position: Int) -> InputFile { files[position] }

  /// Format that a name says, whatever the file is compressed with.
  private static func format(_ path: String) -> InputFormat? {
    InputFormat(path: ContainerName.innermost(path))
  }

  private mutating func append(_ file: InputFile) {
    if seenPaths.insert(file.path).inserted { files.append(file) }
  }

  private mutating func add(
    path: String, status: SystemCalls.Status, format: InputFormat?
  ) throws(InputError) {
    guard status.isDirectory else {
      append(
        InputFile(path: path, format: format ?? Self.format(path), size: status.size))
      return
    }
    var found: [InputFile] = []
    var visited: Set<DirectoryIdentity> = []
    try collect(path, status, format, into: &found, visited: &visited)
    if found.isEmpty { throw .noArticles(path: path) }
    found.sort { SystemCalls.precedesByBytes($0.path, $1.path) }
    for file in found { append(file) }
    skipped.sort(by: SystemCalls.precedesByBytes)
  }

  private struct DirectoryIdentity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  /// Symbolic links are followed; `visited` keeps a link to a parent from being followed for ever.
  private mutating func collect(
    _ directory: String, _ status: SystemCalls.Status, _ format: InputFormat?,
    into found: inout [InputFile], visited: inout Set<DirectoryIdentity>
  ) throws(InputError) {
    let identity = DirectoryIdentity(device: status.device, inode: status.inode)
    guard visited.insert(identity).inserted else { return }
    guard let names = SystemCalls.names(inDirectory: directory) else {
      throw .unreadable(path: directory, message: SystemCalls.lastErrorMessage)
    }
    let prefix = directory.hasSuffix("/") ? directory : directory + "/"
    for name in names.sorted(by: SystemCalls.precedesByBytes) where !name.hasPrefix(".") {
      let path = prefix + name
      guard let entry = SystemCalls.status(path) else {
        skipped.append(path)
        continue
      }
      if entry.isDirectory {
        try collect(path, entry, format, into: &found, visited: &visited)
      } else if entry.size != nil,
        format != nil || Self.format(name) != nil || ContainerName.mayHoldArticles(name)
          || !OtherFileName.matches(name) && ArticleSniffer.holdsArticles(path)
      {
        found.append(
          InputFile(path: path, format: format ?? Self.format(name), size: entry.size))
      } else {
        skipped.append(path)
      }
    }
  }
}
