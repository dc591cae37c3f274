@testable import DatelineIngest

/// A zip archive of deflated entries, with the place of each part.
struct ZipFile {
  struct Options {
    /// Sizes stand behind the data instead of before it, as in archives written to a pipe.
    var hasDescriptors = false
    var isStored = false
    var hasDirectory = true
  }

  var bytes: [UInt8] = []
  /// Places of the local headers and of the data behind each.
  private(set) var headers: [Range<Int>] = []
  private(set) var data: [Range<Int>] = []
  private(set) var directory = 0

  init(_ entries: [(String, [UInt8])], _ options: Options = Options()) {
    var records: [UInt8] = []
    for (name, content) in entries {
      // A member of gzip is a header, deflated data, checksum and length.
      let member = Pack.gzip(content)
      let packed = options.isStored ? content : Array(member[10..<(member.count - 8)])
      let checksum = Array(member[(member.count - 8)..<(member.count - 4)])
      let sizes = checksum + number(packed.count, 4) + number(content.count, 4)
      let method =
        number(20, 2) + number(options.hasDescriptors ? 8 : 0, 2)
        + number(options.isStored ? 0 : 8, 2) + number(0, 4)
      let names = number(name.utf8.count, 2) + number(0, 2)
      let start = bytes.count
      bytes += [0x50, 0x4B, 3, 4] + method
      bytes += options.hasDescriptors ? [UInt8](repeating: 0, count: 12) : sizes
      bytes += names + Array(name.utf8)
      headers.append(start..<bytes.count)
      bytes += packed
      data.append(headers[headers.count - 1].upperBound..<bytes.count)
      if options.hasDescriptors { bytes += [0x50, 0x4B, 7, 8] + sizes }
      records += [0x50, 0x4B, 1, 2] + number(20, 2) + method + sizes + names
      records += number(0, 10) + number(start, 4) + Array(name.utf8)
    }
    directory = bytes.count
    guard options.hasDirectory else { return }
    bytes += records + [0x50, 0x4B, 5, 6] + number(0, 4)
    bytes += number(entries.count, 2) + number(entries.count, 2)
    bytes += number(records.count, 4) + number(directory, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }
}
