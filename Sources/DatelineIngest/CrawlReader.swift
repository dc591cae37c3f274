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
    isNamedARC = InputFormat(path: path) == .warc && path.contains(".arc")
  }

  func next() -> IngestEvent? {
    while true {
      buffer.discard(consumed)
      consumed = 0
      skipLineEnds()
      if let event = passDamage() { return event }
      if buffer.count == 0 { return nil }
      let notation = notation ?? detectNotation()
      switch notation == .warc ? WARCHeader.read(buffer) : ARCHeader.read(buffer) {
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
    consumed = next
    isRecovering = false
    lastEnd = buffer.offset + Int64(end)
    let origin = counter.advance(offset: buffer.offset)
    if record.kind != .other {
      let page = CrawlPage(
        record: record, bytes: buffer.slice(0..<end), limit: counter.limit, budget: budget)
      if let event = page.event(origin: origin, defaultSource: options.source) { return event }
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
    if notation == .warc, next < end + 4, startsRecord(at: end + 4) { return end + 4 }
    return !buffer.require(next + 1) || startsRecord(at: next) ? next : nil
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

  /// Passes over a record too large to be held, and looks for others on the way, since the length
  /// may be wrong. Of such records only those that would be pages are reported.
  private func skipLarge(_ record: CrawlRecord) -> IngestEvent? {
    let type = record.contentType.map { buffer.slice($0) }
    let isPage =
      record.kind == .conversion || record.kind == .response
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
    // The last byte, a line feed, stays: what follows may start a record.
    buffer.discard(max(min(position, buffer.count) - 1, 1))
    _ = findRecord(before: .max)
    if isRecovering { return nil }
    isRecovering = true
    let cause = buffer.source.damage.dropFirst(seen).first { $0.end > offset }
    let isCompressed = cause.map { $0.start <= offset } ?? false
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

  /// Position behind the window's first byte of the first line that starts a record.
  private func lineStart() -> Int? {
    var position = 0
    if notation != .arc {
      // The line feed before it may be damaged.
      while let found = buffer.firstIndex(of: "WARC/", from: position) {
        if found > 0, WARCHeader.startsLine(buffer, at: found) { return found }
        position = found + 1
      }
      return nil
    }
    while let found = buffer.firstIndex(of: 0x0A, from: position) {
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
    notation == .arc
      ? ARCHeader.startsLine(buffer, at: position) : WARCHeader.startsLine(buffer, at: position)
  }

  private func detectNotation() -> Notation {
    let found: Notation
    if WARCHeader.startsLine(buffer, at: 0) {
      found = .warc
    } else if ARCHeader.startsLine(buffer, at: 0) {
      found = .arc
    } else {
      return isNamedARC ? .arc : .warc
    }
    notation = found
    return found
  }
}
