import DatelineCore

/// The decoded bytes of gzip (RFC 1952), all members one after the other.
///
/// Crawls are written with a member for each record. In them a damaged member does not end the
/// stream: it goes on with the next member that starts a record, and ``damage`` tells where
/// something is missing. In other files everything before the damage is delivered.
final class GzipStream: ByteStream {
  private(set) var failure: ReadFailure?
  private(set) var damage: [DamagedStretch] = []

  private enum State {
    case betweenMembers
    case inMember
    /// Looking for the next member from here in the window.
    case searching(from: Int)
    case ended
  }

  private let input: InputBuffer
  private let budget: ExpansionBudget
  private let depth: Int
  private let expectsCrawl: Bool
  private let inflater = Inflater(.gzip)
  private var state: State
  /// Compressed bytes of the window that are decoded.
  private var position = 0
  /// True while the window starts with the first byte of the member.
  private var windowHoldsMember = true
  private var produced: Int64 = 0
  private var memberStart: Int64 = 0
  private var head: [UInt8] = []
  /// Bytes that may still be searched a second time.
  private var rereadBudget = 64 << 20

  /// Compressed bytes of a crawl's member that are kept to be searched for other members; garbage
  /// hardly ever decodes any further.
  private static let retained = 16 << 20
  private static let headLength = 11

  /// - Parameter expectsCrawl: whether the name says that this is a crawl, so that even a damaged
  ///   first member is passed.
  init(_ input: InputBuffer, budget: ExpansionBudget, depth: Int, expectsCrawl: Bool) {
    self.input = input
    self.budget = budget
    self.depth = depth
    self.expectsCrawl = expectsCrawl
    state = .betweenMembers
  }

  /// True when the window starts with the header of a member.
  static func isHeader(_ buffer: InputBuffer) -> Bool {
    buffer.require(10) && buffer[0] == 0x1F && buffer[1] == 0x8B && buffer[2] == 8
      && buffer[3] & 0xE0 == 0
  }

  func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      switch state {
      case .ended:
        return 0
      case .betweenMembers:
        startMember()
      case .searching(let start):
        search(from: start)
      case .inMember:
        let count = decode(into: target)
        if count == 0 { continue }
        guard budget.spend(count, depth: depth) else {
          failure = budget.failure
          state = .ended
          return 0
        }
        return count
      }
    }
  }

  private var isCrawl: Bool { expectsCrawl || CrawlSignature.matches(head) }

  private func startMember() {
    input.discard(position)
    position = 0
    memberStart = produced
    windowHoldsMember = true
    // Tapes and some servers pad with zeros.
    while input.require(1), input[0] == 0 { input.discard(1) }
    if input.count == 0 {
      failure = input.source.failure
      state = .ended
    } else if Self.isHeader(input) {
      inflater.reset()
      state = .inMember
    } else {
      reportDamage("the bytes behind a compressed record are no gzip data")
    }
  }

  private func decode(into target: UnsafeMutableRawBufferPointer) -> Int {
    if position == input.count && !input.fill() {
      failure = input.source.failure
      if failure == nil {
        reportDamage("the compressed data ends in the middle")
      } else {
        state = .ended
      }
      return 0
    }
    let step = inflater.step(input.slice(position..<input.count), into: target)
    position += step.consumed
    produced += Int64(step.produced)
    if head.count < Self.headLength {
      head += target[..<min(step.produced, Self.headLength - head.count)]
    }
    switch step.status {
    case .end: state = .betweenMembers
    case .damaged: reportDamage("the compressed data is damaged")
    case .more: release()
    }
    return step.produced
  }

  /// Gives up decoded input that no search can need.
  private func release() {
    if head.count < Self.headLength || isCrawl {
      guard position > Self.retained else { return }
      input.discard(position - Self.retained / 2)
      position = Self.retained / 2
    } else {
      input.discard(position)
      position = 0
    }
    windowHoldsMember = false
  }

  private func reportDamage(_ message: String) {
    guard isCrawl else {
      failure = ReadFailure(reason: .malformed, message: message)
      state = .ended
      return
    }
    damage.append(DamagedStretch(start: memberStart, end: produced, message: message))
    if rereadBudget >= position {
      rereadBudget -= position
      state = .searching(from: windowHoldsMember ? 1 : 0)
    } else {
      state = .searching(from: position)
    }
  }

  /// Moves to the next member that starts a record. Linear, since what a candidate decodes to is
  /// bounded.
  private func search(from start: Int) {
    input.discard(min(start, input.count))
    position = 0
    while true {
      guard let candidate = input.firstIndex(of: 0x1F, from: 0) else {
        input.discard(input.count)
        if input.fill() { continue }
        failure = input.source.failure
        state = .ended
        return
      }
      input.discard(candidate)
      if Self.isHeader(input), startsRecord() {
        state = .betweenMembers
        return
      }
      input.discard(1)
    }
  }

  private lazy var probe = Inflater(.gzip)

  private func startsRecord() -> Bool {
    _ = input.require(1024)
    probe.reset()
    return withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { target in
      let step = probe.step(input.slice(0..<min(input.count, 1024)), into: target)
      let text = target.bindMemory(to: UInt8.self)[..<step.produced]
      return CrawlSignature.startsRecord(UnsafeBufferPointer(rebasing: text))
    }
  }
}
