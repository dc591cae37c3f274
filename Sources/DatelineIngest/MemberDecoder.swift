/// Decodes compressed data that consists of members one after the other: gzip members, xz streams, zstd
/// frames.
protocol MemberDecoder: AnyObject {
  /// Name of the compression, for messages.
  var name: String { get }
  /// First byte of every member that holds data.
  var firstByte: UInt8 { get }
  /// Compressed bytes from which the first bytes of a member can be told.
  var probeLength: Int { get }

  /// True when the window starts with the header of a member.
  func startsMember(_ buffer: InputBuffer) -> Bool
  /// Takes what the members need from the window's start, where the first of them is. Why that
  /// failed, or `nil`.
  func prepare(_ buffer: InputBuffer) -> String?
  /// Forgets what was decoded and expects the start of a member.
  func reset()
  /// Decodes from `input` to `target` until one of them is used up; an empty `input` gives what is
  /// left of earlier ones.
  ///
  /// Invariant: both buffers are lent for the step; decoders keep no address of them.
  func step(
    _ input: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableRawBufferPointer
  ) -> DecodingStep
}

/// What one call of a decoder did.
struct DecodingStep {
  enum Status {
    /// Decoding can go on with more input or more room.
    case more
    /// The member has ended, checksums included.
    case end
    case damaged
  }

  var consumed: Int
  var produced: Int
  var status: Status
}
