/// Where a record was read: the input, its number there and the byte where it starts.
public struct Origin: Sendable, Hashable, Codable {
  /// Path as given or found below a given directory; `-` for standard input.
  public var file: String
  /// Number of the record in the file, from 1.
  public var record: Int
  /// Byte offset of the record's first byte in the (decoded) file, from 0.
  public var offset: Int64

  /// Creates an origin.
  public init(file: String, record: Int = 1, offset: Int64 = 0) {
    self.file = file
    self.record = record
    self.offset = offset
  }
}
