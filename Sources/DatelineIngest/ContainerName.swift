/// What a file name says about compression and archives. Names only guide the search of
/// directories and the format of what is inside; what a file is, its bytes decide.
enum ContainerName {
  private static let compressions: Set<String> = ["gz", "bz2", "xz", "zst", "zstd", "lz4"]
  private static let archives: Set<String> = [
    "tar", "tgz", "tbz", "tbz2", "txz", "tzst", "zip", "cpio", "7z", "wacz",
  ]

  /// The name of what is inside a compressed file: `dump.jsonl.gz` holds `dump.jsonl`.
  static func inner(_ path: String) -> String {
    guard let dot = suffixStart(path),
      compressions.contains(path[path.index(after: dot)...].lowercased())
    else { return path }
    return String(path[..<dot])
  }

  /// The name without any ending of compression.
  static func innermost(_ path: String) -> String {
    var path = path
    while true {
      let next = inner(path)
      if next == path { return path }
      path = next
    }
  }

  /// True for a name that ends like a compressed file.
  static func isCompressed(_ path: String) -> Bool { inner(path) != path }

  /// True when the file is an archive, or a compressed file whose own name does not say that
  /// something else than articles is inside.
  static func mayHoldArticles(_ path: String) -> Bool {
    let name = innermost(path)
    guard let dot = suffixStart(name) else { return name != path }
    let ending = name[name.index(after: dot)...].lowercased()
    if archives.contains(ending) || InputFormat(path: name) != nil { return true }
    return name != path && ending.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The archive that the name says; `nil` for others, and for those that are not looked for.
  static func archive(_ path: String) -> ContainerKind.Archive? {
    let name = innermost(path)
    guard let dot = suffixStart(name) else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "tar", "tgz", "tbz", "tbz2", "txz", "tzst": return .tar
    case "zip", "wacz": return .zip
    case "cpio": return .cpio
    default: return nil
    }
  }

  /// The compression of many members that the name says; `nil` for others.
  static func compression(_ path: String) -> ContainerKind? {
    guard let dot = suffixStart(path) else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "gz": return .gzip
    case "bz2": return .bzip2
    case "zst", "zstd": return .zstd
    default: return nil
    }
  }

  /// Position of the dot before the extension.
  private static func suffixStart(_ path: String) -> String.Index? {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")), dot != path.startIndex,
      !path[dot...].utf8.contains(UInt8(ascii: "/")),
      path.utf8[path.utf8.index(before: dot)] != UInt8(ascii: "/")
    else { return nil }
    return dot
  }
}
