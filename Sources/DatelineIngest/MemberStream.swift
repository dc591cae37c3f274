import DatelineCore

/// The decoded bytes of gzip (RFC 1952), xz or zstd (RFC 8878), all members one after the other.
///
/// A damaged member does not end the stream: it goes on with the next intact one. Crawls are written with a
/// member for each record, so that the next is one that starts a record; ``damage`` tells where something is
/// missing, and records that are not compressed pass as they are. In other files a line end stands for
/// what is missing, and ``failure`` tells of it at the end.
final class MemberStream: ByteStream {
  private(set) var failure: ReadFailure?
  private(set) var damage: [DamagedStretch] = []

  private enum State {
    case betweenMembers
    case inMember
    /// Looking for the next member from here in the window.
    case searching(from: Int)
    /// In a record of a crawl that is not compressed, with so many bytes to come.
    case plain(Int64)
    case ended
  }

  private let input: InputBuffer
  private let decoder: any MemberDecoder
  private let budget: ExpansionBudget
  private let depth: Int
  private let expectsCrawl: Bool
  private var search: MemberSearch?
  /// What was wrong first in data that is no crawl.
  private var firstFailure: ReadFailure?
  private var state = State.betweenMembers
  private var isPrepared = false
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
  init(
    _ input: InputBuffer, decoder: any MemberDecoder, budget: ExpansionBudget, depth: Int,
    expectsCrawl: Bool
  ) {
    self.input = input
    self.decoder = decoder
    self.budget = budget
    self.depth = depth
    self.expectsCrawl = expectsCrawl
  }

  /// Invariant: the target is lent for the call, and no more than its length is written.
  func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      switch state {
      case .ended:
        return 0
      case .betweenMembers:
        startMember()
      case .searching(let start):
        input.discard(min(start, input.count))
        position = 0
        if findMember() {
          state = .betweenMembers
          if !isCrawl, produced > 0, let base = target.baseAddress {
            base.storeBytes(of: 0x0A, as: UInt8.self)
            produced += 1
            return 1
          }
        } else {
          end()
        }
      case .plain(let rest):
        let count = pass(rest, into: target)
        if count > 0 { return count }
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

  private func end() {
    failure = input.source.failure ?? firstFailure
    state = .ended
  }

  private func findMember() -> Bool {
    var search = self.search ?? MemberSearch(decoder: decoder, isCrawl: isCrawl)
    defer { self.search = search }
    return search.findMember(input)
  }

  /// Hands on bytes of a record that is not compressed, and the empty lines behind it.
  private func pass(_ rest: Int64, into target: UnsafeMutableRawBufferPointer) -> Int {
    guard input.count > 0 || input.fill() else {
      end()
      return 0
    }
    var count = Int(min(rest, Int64(min(target.count, input.count))))
    if rest == 0 {
      count = input.bytes.prefix(target.count).prefix { $0 == 0x0D || $0 == 0x0A }.count
      if count == 0 { state = .betweenMembers }
    } else {
      state = .plain(rest - Int64(count))
    }
    target.copyMemory(from: UnsafeRawBufferPointer(input.slice(0..<count)))
    input.discard(count)
    produced += Int64(count)
    guard budget.spend(count, depth: depth) else {
      failure = budget.failure
      state = .ended
      return 0
    }
    return count
  }

  /// Length of the record that starts at the window's start, not compressed; `nil` when none does.
  private var plainRecordLength: Int64? {
    guard isCrawl, input.require(16), CrawlSignature.startsRecord(input.bytes) else { return nil }
    let header =
      CrawlSignature.matches(input.bytes) && !input.holds("filedesc:", at: 0)
      ? WARCHeader.read(input, at: 0) : ARCHeader.read(input, at: 0)
    guard case .record(let record) = header,
      record.contentLength < Int64.max - Int64(record.headerLength)
    else { return nil }
    return Int64(record.headerLength) + record.contentLength
  }

  private func startMember() {
    input.discard(position)
    position = 0
    memberStart = produced
    windowHoldsMember = true
    if !isPrepared {
      isPrepared = true
      if let message = decoder.prepare(input) {
        failure = input.source.failure ?? ReadFailure(reason: .malformed, message: message)
        state = .ended
        return
      }
    }
    // Tapes and some servers pad with zeros.
    while input.require(1), input[0] == 0 { input.discard(1) }
    if input.count == 0 {
      end()
    } else if decoder.startsMember(input) {
      decoder.reset()
      state = .inMember
    } else if let length = plainRecordLength {
      state = .plain(length)
    } else {
      reportDamage("the bytes behind the compressed data are no \(decoder.name) data")
    }
  }

  private func decode(into target: UnsafeMutableRawBufferPointer) -> Int {
    let hasInput = position < input.count || input.fill()
    let step = decoder.step(input.slice(position..<input.count), into: target)
    position += step.consumed
    produced += Int64(step.produced)
    if head.count < Self.headLength {
      head += target[..<min(step.produced, Self.headLength - head.count)]
    }
    switch step.status {
    case .end:
      search?.memberEnded()
      state = .betweenMembers
    case .damaged: reportDamage("the compressed data is damaged")
    case .more where !hasInput && step.produced == 0: reportEnd()
    case .more: release()
    }
    return step.produced
  }

  private func reportEnd() {
    if input.source.failure != nil {
      end()
    } else {
      reportDamage("the compressed data ends in the middle")
    }
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
    if isCrawl {
      damage.append(DamagedStretch(start: memberStart, end: produced, message: message))
    } else if firstFailure == nil {
      firstFailure = ReadFailure(reason: .malformed, message: message)
    }
    if rereadBudget >= position {
      rereadBudget -= position
      state = .searching(from: windowHoldsMember ? 1 : 0)
    } else {
      state = .searching(from: position)
    }
  }
}
