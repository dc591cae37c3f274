import CSimdJSON

/// Parses single JSON texts with simdjson and repairs the faults that damage only characters or
/// numbers: invalid UTF-8, surrogates without partner, numbers beyond 64 bits, and what Python writes for
/// numbers that are none.
///
/// A value read from a text is valid until the next ``parse(_:)``, as long as the text's bytes are.
///
/// Invariant: the parser's values point into the text and into memory of its own; the repaired copies live as long
/// as they are what was parsed last. One thread.
final class JSONParser {
  /// The bytes that raw offsets of values refer to.
  private(set) var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  private let handle: OpaquePointer?
  private var repairedText: PaddedBytes?
  private var parsedText: PaddedBytes?

  init() { handle = csimdjson_create() }

  deinit {
    if let handle { csimdjson_destroy(handle) }
  }

  /// Parses one JSON text; `nil` when it is well formed, else what is wrong.
  ///
  /// ``InputBuffer/padding`` bytes must be readable behind the text. Linear in the text's length.
  func parse(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard let handle, let base = text.baseAddress else { return "no memory for the JSON parser" }
    source = text
    let status = csimdjson_parse(handle, base, text.count)
    if status == CSIMDJSON_OK { return nil }
    return parseRepaired(text, status, handle)
  }

  /// The value of the last text.
  var root: csimdjson_value { csimdjson_root(handle) }

  /// Calls `body` for each member of an object or element of an array until it returns false.
  func forEachMember(
    of container: csimdjson_value, _ body: (borrowing csimdjson_member) -> Bool
  ) {
    var cursor = csimdjson_node()
    var member = csimdjson_member()
    while csimdjson_next(handle, container.node, &cursor, &member) {
      if !body(member) { return }
    }
  }

  /// The value as it is written.
  func raw(_ value: csimdjson_value) -> UnsafeBufferPointer<UInt8> {
    slice(value.raw_offset, value.raw_length)
  }

  /// Bytes of the text.
  func slice(_ offset: Int, _ length: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: source[offset..<offset + length])
  }

  private func parseRepaired(
    _ text: UnsafeBufferPointer<UInt8>, _ firstStatus: csimdjson_status, _ handle: OpaquePointer
  ) -> String? {
    var status = firstStatus
    var tried: Set<UInt32> = []
    var current = text
    while status != CSIMDJSON_OK {
      let message = String(cString: csimdjson_error_message(handle))
      guard tried.insert(status.rawValue).inserted else { return message }
      switch status {
      case CSIMDJSON_INVALID_UTF8:
        let copy = PaddedBytes(TextDecoding.repaired(current))
        repairedText = copy
        current = copy.bytes
        source = current
        status = csimdjson_parse(handle, copy.base, current.count)
      case CSIMDJSON_INVALID_STRING:
        let copy = PaddedBytes(current)
        guard JSONRepair.replaceLoneSurrogates(copy.mutableBytes) else { return message }
        repairedText = copy
        current = copy.bytes
        source = current
        // The number substitutes of an earlier round are not in the copy.
        tried.remove(CSIMDJSON_INVALID_NUMBER.rawValue)
        status = csimdjson_parse(handle, copy.base, current.count)
      case CSIMDJSON_INVALID_NUMBER:
        if let copy = withoutNonNumbers(current) {
          current = copy.bytes
          tried.remove(status.rawValue)
          status = csimdjson_parse(handle, copy.base, current.count)
          continue
        }
        // The parser gets a stand-in of the same length; the values' text is the original's.
        let copy = PaddedBytes(current)
        guard JSONRepair.replaceLargeNumbers(copy.mutableBytes) else { return message }
        parsedText = copy
        status = csimdjson_parse(handle, copy.base, current.count)
        if status == CSIMDJSON_OK, let base = current.baseAddress {
          csimdjson_set_source(handle, base)
        }
      default:
        guard let copy = withoutNonNumbers(current) else { return message }
        current = copy.bytes
        tried.remove(CSIMDJSON_INVALID_NUMBER.rawValue)
        status = csimdjson_parse(handle, copy.base, current.count)
      }
    }
    return nil
  }

  /// Takes the text without numbers that are none as the one that is parsed.
  private func withoutNonNumbers(_ text: UnsafeBufferPointer<UInt8>) -> PaddedBytes? {
    guard let repaired = JSONRepair.withoutNonNumbers(text) else { return nil }
    let copy = PaddedBytes(repaired)
    repairedText = copy
    source = copy.bytes
    return copy
  }
}

/// A copy of some bytes with the padding that the JSON parser needs.
final class PaddedBytes {
  let base: UnsafeMutablePointer<UInt8>
  private let count: Int

  init(_ bytes: some Collection<UInt8>) {
    count = bytes.count
    base = .allocate(capacity: count + InputBuffer.padding)
    let buffer = UnsafeMutableBufferPointer(start: base, count: count + InputBuffer.padding)
    let (_, end) = buffer.initialize(from: bytes)
    buffer[end...].initialize(repeating: 0)
  }

  deinit { base.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }
  var mutableBytes: UnsafeMutableBufferPointer<UInt8> {
    UnsafeMutableBufferPointer(start: base, count: count)
  }
}
