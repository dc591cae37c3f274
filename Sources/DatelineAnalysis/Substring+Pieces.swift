extension Substring {
  /// The parts between occurrences of an ASCII byte, empty ones left out.
  ///
  /// Works on bytes: finding characters costs a hundred times as much, and a gazetteer is read at every
  /// start.
  func pieces(at separator: UInt8) -> [Substring] {
    let ranges = utf8.withContiguousStorageIfAvailable { bytes in
      var ranges: [Range<Int>] = []
      var start = 0
      for index in 0...bytes.count where index == bytes.count || bytes[index] == separator {
        if index > start { ranges.append(start..<index) }
        start = index + 1
      }
      return ranges
    }
    guard let ranges else { return utf8.split(separator: separator).map { Substring($0) } }
    return ranges.map { range in
      let start = utf8.index(startIndex, offsetBy: range.lowerBound)
      return self[start..<utf8.index(start, offsetBy: range.count)]
    }
  }

  /// Without spaces, tabs and carriage returns at both ends.
  func trimmingBlanks() -> Substring {
    var bytes = utf8
    while let first = bytes.first, Self.isBlank(first) { bytes = bytes.dropFirst() }
    while let last = bytes.last, Self.isBlank(last) { bytes = bytes.dropLast() }
    return Substring(bytes)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}

extension String {
  /// Whether there are two letters or more and none of them is a small one.
  var isInCapitals: Bool {
    var text = self
    return text.withUTF8 { $0.isInCapitals }
  }
}
