/// Finds the next member behind damage: of a compressed crawl one that starts a record, of other data one
/// that decodes.
///
/// Linear in the bytes passed over, whatever they are: what candidates may cost is bounded by
/// them.
struct MemberSearch {
  private let decoder: any MemberDecoder
  private let isCrawl: Bool
  /// Bytes that may still be decoded to look at candidates.
  private var credit = Self.initialCredit

  /// Looks at some 2000 candidates, gzip's the most; in noise there is one in 16 MB.
  private static let initialCredit = 4 << 20
  private static let creditPerByte = 4
  /// What setting up a decoder costs, in decoded bytes.
  private static let costOfStart = 1024
  /// Text that starts a record does not hold the start of a member in its first compressed bytes;
  /// so of two starts as close as this the first is none.
  private static let shortestMember = 32

  /// Decoded bytes from which on a candidate is taken for a member; noise does not decode so far.
  private static let enoughDecoded = 4096

  init(decoder: any MemberDecoder, isCrawl: Bool) {
    self.decoder = decoder
    self.isCrawl = isCrawl
  }

  /// Tells that a member was whole, so that those before were no trap.
  mutating func memberEnded() { credit = max(credit, Self.initialCredit) }

  /// Moves the window to the next member that starts a record; false when there is none.
  mutating func findMember(_ input: InputBuffer) -> Bool {
    while true {
      let before = input.offset
      guard let candidate = input.firstIndex(of: decoder.firstByte, from: 0) else {
        input.discard(input.count)
        credit += Self.creditPerByte * Int(input.offset - before)
        if input.fill() { continue }
        return false
      }
      input.discard(candidate)
      if decoder.startsMember(input), credit > 0, !isFollowedByStart(input),
        isCrawl ? startsRecord(input) : decodes(input)
      {
        return true
      }
      input.discard(1)
      credit += Self.creditPerByte * Int(input.offset - before)
    }
  }

  private func isFollowedByStart(_ input: InputBuffer) -> Bool {
    guard input.require(Self.shortestMember + 4) else { return false }
    return (1..<Self.shortestMember).contains {
      input[$0] == input[0] && input[$0 + 1] == input[1] && input[$0 + 2] == input[2]
    }
  }

  /// Whether the member at the window's start ends well, or gives enough without a fault.
  private mutating func decodes(_ input: InputBuffer) -> Bool {
    _ = input.require(max(decoder.probeLength, Self.enoughDecoded))
    decoder.reset()
    var position = 0
    var decoded = 0
    return withUnsafeTemporaryAllocation(byteCount: Self.enoughDecoded, alignment: 1) { target in
      while decoded < Self.enoughDecoded {
        let step = decoder.step(input.slice(position..<input.count), into: target)
        position += step.consumed
        decoded += step.produced
        credit -= Self.costOfStart + step.consumed
        switch step.status {
        case .end: return true
        case .damaged: return false
        case .more: if step.consumed == 0 && step.produced == 0 && !input.fill() { return false }
        }
      }
      return true
    }
  }

  private mutating func startsRecord(_ input: InputBuffer) -> Bool {
    _ = input.require(decoder.probeLength)
    let bytes = input.slice(0..<min(input.count, decoder.probeLength))
    decoder.reset()
    // Invariant: only the bytes that the decoder has written are looked at.
    return withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { target in
      let step = decoder.step(bytes, into: target)
      credit -= Self.costOfStart + step.consumed
      let text = target.bindMemory(to: UInt8.self)[..<step.produced]
      return CrawlSignature.startsRecord(UnsafeBufferPointer(rebasing: text))
    }
  }
}
