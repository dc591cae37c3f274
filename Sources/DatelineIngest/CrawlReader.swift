import DatelineCore

/// Reads the pages of a crawl: WARC, ARC and WET files.
///
/// A record is believed when what follows its content is what follows a record. If not, or if its
/// compressed form was damaged, it is rejected, and reading goes on at the next line that starts a
/// record, wherever in the broken one that is; so a wrong length costs one record only.
final class CrawlReader: RecordReader {
  private(set) var passedOver = 0

  private enum Notation {
    case warc
    case arc
  }

  private let buffer: InputBuffer
  private let options: IngestOptions
  private let budget: ExpansionBudget
  private var counter: RecordCounter
  private var notation: Notation?
  private let isNamedARC: Bool
  private var consumed = 0
  /// Events of the record that was read last, in reverse order.
  private var pending: [IngestEvent] = []
  /// True behind a damaged record until one that is whole; faults in between are not reported.
  private var isRecovering = false
  /// Damaged stretches of the source that were met.
  private var damageSeen = 0
  /// Offset behind the content of the last whole record.
  private var lastEnd: Int64 = 0

  /// - Parameter budget: what may come out of compressed pages.
  init(buffer: InputBuffer, path: String, options: IngestOptions, budget: ExpansionBudget) {
    self.buffer = buffer
    self.budget = budget
    self.options = options
    counter = RecordCounter(file: path, limit: options.maxRecordBytes)
    isNamedARC = ContainerName.innermost(path).lowercased().hasSuffix(".arc")
  }

  func next() -> IngestEvent? {
    while true {
      if let event = pending.popLast() { return event }
      buffer.discard(consumed)
      consumed = 0
      skipLineEnds()
      if let event = passDamage() { return event }
      if buffer.count == 0 { return nil }
      switch readHeader(at: 0) {
      case .malformed(let message):
        if let event = damaged(message, searchingFrom: 1) { return event }
      case .record(let record):
        if let event = read(record) { return event }
      }
    }
  }

  // MARK: - Whole records

  private func read(_ record: CrawlRecord) -> IngestEvent? {
    // Of a header that breaks off, the rest is another record's.
    if let stretch = nextDamage, stretch.end > buffer.offset,
      stretch.end < buffer.offset + Int64(record.headerLength)
    {
      return damaged(stretch.message, searchingFrom: 1)
    }
    if record.contentLength > Int64(counter.limit) { return skipLarge(record) }
    let end = record.headerLength + Int(record.contentLength)
    guard buffer.require(end) else {
      if buffer.source.failure != nil {
        consumed = buffer.count
        return nil
      }
      return damaged("the file ends inside the record", searchingFrom: record.headerLength)
    }
    guard let next = boundary(end) else {
      return damaged(
        "the record does not end where its header says", searchingFrom: record.headerLength)
    }
    if let stretch = damage(end: end, next: next) {
      return damaged(stretch.message, searchingFrom: record.headerLength)
    }
    if !isCertain(next), let other = wholeRecord(in: record.headerLength..<end) {
      return damaged("the record does not end where its header says", searchingFrom: other)
    }
    consumed = next
    isRecovering = false
    lastEnd = buffer.offset + Int64(end)
    let origin = counter.advance(offset: buffer.offset)
    if record.kind != .other {
      let page = CrawlPage(
        record: record, bytes: buffer.slice(0..<end), limit: counter.limit, budget: budget,
        options: options)
      pending = page.events(origin: origin).reversed()
      if let event = pending.popLast() { return event }
    }
    passedOver += 1
    return nil
  }

  /// Position of the next record when the content that ends at `end` is followed by what separates
  /// records; `nil` when it is not. Line ends too many, too few or damaged are forgiven where a
  /// record or the end of the file follows.
  private func boundary(_ end: Int) -> Int? {
    var next = end
    while next < end + 64, buffer.require(next + 1),
      buffer[next] == 0x0D || buffer[next] == 0x0A
    {
      next += 1
    }
    if next > end && notation == .arc || next >= end + 4 { return next }
    let usual = notation == .warc ? end + 4 : end + 1
    if next < usual, startsRecord(at: usual) { return usual }
    return isCertain(next) ? next : nil
  }

  /// True when a record, or nothing more, is at `next`.
  private func isCertain(_ next: Int) -> Bool {
    !buffer.require(next + 1) || startsRecord(at: next)
  }

  /// Position of the first record in a part of the window that certainly ends where its header says.
  /// A damaged record whose length is wrong can hold others, and seem to end well by chance.
  private func wholeRecord(in range: Range<Int>) -> Int? {
    var position = range.lowerBound
    while let found = lineStart(from: position), found < range.upperBound {
      if case .record(let record) = readHeader(at: found),
        record.contentLength <= Int64(counter.limit)
      {
        let end = found + record.headerLength + Int(record.contentLength)
        if buffer.require(end), let next = boundary(end), isCertain(next) { return found }
      }
      position = found + 1
    }
    return nil
  }

  /// The damage that concerns the record at the window's start, whose content ends at `end`. A
  /// member with a wrong checksum that holds other records too says nothing about this one.
  private func damage(end: Int, next: Int) -> DamagedStretch? {
    guard let stretch = nextDamage, stretch.end > buffer.offset,
      stretch.end <= buffer.offset + Int64(next)
    else { return nil }
    let isInside = stretch.end < buffer.offset + Int64(end)
    let isOwnMember = stretch.start >= lastEnd && stretch.end > stretch.start
    return isInside || isOwnMember ? stretch : nil
  }

  /// Whether the header of a response says that it is a film or another part of a page.
  private func isLargePart(_ record: CrawlRecord) -> Bool {
    _ = buffer.require(record.headerLength + (1 << 14))
    let end = min(buffer.count, record.headerLength + (1 << 14))
    let response = HTTPResponse(buffer.slice(record.headerLength..<end))
    return response.map { PageType.isPart($0.contentType) } ?? false
  }

  /// Passes over a record too large to be held, and looks for others on the way, since the length
  /// may be wrong. Of such records only those that would be pages are reported.
  private func skipLarge(_ record: CrawlRecord) -> IngestEvent? {
    let type = record.contentType.map { buffer.slice($0) }
    let isPage =
      record.kind == .conversion || record.kind == .response && !isLargePart(record)
      || record.kind == .resource && type.map(PageType.init) != .other
    let start = buffer.offset
    let origin = counter.advance(offset: start)
    let (end, overflow) = start.addingReportingOverflow(
      record.contentLength.addingReportingOverflow(Int64(record.headerLength)).overflow
        ? .max : record.contentLength + Int64(record.headerLength))
    buffer.discard(record.headerLength - 1)
    switch findRecord(before: overflow ? .max : end) {
    case .reachedEnd:
      isRecovering = false
      lastEnd = buffer.offset
      if isPage { return counter.tooLarge(origin) }
      passedOver += 1
      return nil
    case .found, .endOfFile:
      if buffer.source.failure != nil { return nil }
      let wasRecovering = isRecovering
      isRecovering = true
      if wasRecovering { return nil }
      return RecordCounter.malformed(
        origin, "the record does not end where its header says")
    }
  }

  // MARK: - Damage

  /// Bytes behind the start of a damaged record in which the cause is looked for.
  private static let reach = 1 << 20

  private var nextDamage: DamagedStretch? {
    let damage = buffer.source.damage
    return damageSeen < damage.count ? damage[damageSeen] : nil
  }

  /// Reports damage before the window that no record was rejected for.
  private func passDamage() -> IngestEvent? {
    while let stretch = nextDamage, stretch.end <= buffer.offset {
      damageSeen += 1
      if !isRecovering {
        isRecovering = true
        return RecordCounter.malformed(
          counter.advance(offset: stretch.end), stretch.message)
      }
    }
    return nil
  }

  /// Rejects the record at the window's start and moves to the next one; `nil` when the damage is
  /// reported already.
  private func damaged(_ message: String, searchingFrom position: Int) -> IngestEvent? {
    let offset = buffer.offset
    let seen = damageSeen
    // Else the message would depend on how far the file has been read.
    if !isRecovering { _ = buffer.require(Self.reach + 1) }
    // The last byte, a line feed, stays: what follows may start a record.
    buffer.discard(max(min(position, buffer.count) - 1, 1))
    _ = findRecord(before: .max)
    if isRecovering { return nil }
    isRecovering = true
    let cause = buffer.source.damage.dropFirst(seen).first { $0.end > offset }
    let isCompressed =
      cause.map { $0.start <= offset && $0.end <= offset + Int64(Self.reach) } ?? false
    return RecordCounter.malformed(
      counter.advance(offset: offset), isCompressed ? cause?.message ?? message : message)
  }

  private enum Search {
    case found
    case reachedEnd
    case endOfFile
  }

  /// Moves the window to the next start of a record, to the end of a damaged stretch, or to
  /// `limit`, whichever comes first. Linear in the bytes passed over.
  private func findRecord(before limit: Int64) -> Search {
    while true {
      let candidate = lineStart()
      let offset = candidate.map { buffer.offset + Int64($0) } ?? .max
      let known = buffer.offset + Int64(buffer.count)
      if let stretch = nextDamage, stretch.end >= buffer.offset, stretch.end <= known,
        stretch.end <= min(offset, limit)
      {
        damageSeen += 1
        buffer.discard(Int(stretch.end - buffer.offset))
        return .found
      }
      if limit <= min(offset, known) {
        buffer.discard(Int(limit - buffer.offset))
        return .reachedEnd
      }
      if let candidate {
        buffer.discard(candidate)
        return .found
      }
      // A line feed at the window's end may be the one before a record.
      buffer.discard(max(buffer.count - 16, 0))
      if !buffer.fill() {
        buffer.discard(buffer.count)
        return .endOfFile
      }
    }
  }

  /// Position at or behind `start`, which is not the window's first, of the first line that starts
  /// a record.
  private func lineStart(from start: Int = 1) -> Int? {
    switch notation {
    case .warc: return warcLine(from: start)
    case .arc: return arcLine(from: start, before: .max)
    case nil:
      let warc = isNamedARC ? nil : warcLine(from: start)
      return arcLine(from: start, before: warc ?? .max) ?? warc
    }
  }

  private func warcLine(from start: Int) -> Int? {
    var position = start
    // The line feed before it may be damaged.
    while let found = buffer.firstIndex(of: "WARC/", from: position) {
      if WARCHeader.startsLine(buffer, at: found) { return found }
      position = found + 1
    }
    return nil
  }

  private func arcLine(from start: Int, before limit: Int) -> Int? {
    var position = start - 1
    while let found = buffer.firstIndex(of: 0x0A, from: position), found + 1 < limit {
      if ARCHeader.startsLine(buffer, at: found + 1) { return found + 1 }
      position = found + 1
    }
    return nil
  }

  // MARK: - Places

  private func skipLineEnds() {
    while buffer.require(1), buffer[0] == 0x0D || buffer[0] == 0x0A { buffer.discard(1) }
  }

  private func startsRecord(at position: Int) -> Bool {
    switch notation {
    case .warc: WARCHeader.startsLine(buffer, at: position)
    case .arc: ARCHeader.startsLine(buffer, at: position)
    case nil:
      ARCHeader.startsLine(buffer, at: position)
        || !isNamedARC && WARCHeader.startsLine(buffer, at: position)
    }
  }

  /// The header at `position`; the first one decides which notation the crawl is in.
  private func readHeader(at position: Int) -> CrawlHeader {
    if notation == nil {
      if WARCHeader.startsLine(buffer, at: position) {
        notation = .warc
      } else if ARCHeader.startsLine(buffer, at: position) {
        notation = .arc
      }
    }
    return (notation ?? (isNamedARC ? .arc : .warc)) == .arc
      ? ARCHeader.read(buffer, at: position) : WARCHeader.read(buffer, at: position)
  }
}
