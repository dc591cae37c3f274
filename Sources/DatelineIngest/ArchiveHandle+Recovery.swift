import DatelineCore

/// Looking for the next header, past whatever stands in its place.
extension ArchiveHandle {
  /// Up to `count` bytes of the input at `offset`, valid until the next call; none at its end.
  func bytes(at offset: Int64, count: Int) -> UnsafeBufferPointer<UInt8> {
    while offset > input.offset + Int64(input.count) {
      input.discard(input.count)
      if !input.fill() { break }
    }
    let start = Int(max(offset - input.offset, 0))
    _ = input.require(start + count)
    return input.slice(min(start, input.count)..<min(start + count, input.count))
  }

  /// Notes that nothing more comes, and why if the input itself could not be read.
  /// - Parameter zeros: blocks of zeros before it.
  func end(zeros: Int = 0) {
    isAtEnd = true
    // A writer that ends one archive with two blocks ends all so.
    if zeros != 2 {
      for _ in 0..<doubtfulEnds { pending.append(zeroedHeader) }
    }
    doubtfulEnds = 0
    if let failure = input.source.failure { pending.append(.failed(failure)) }
  }

  /// Reports the header at ``place``, which is good and still cannot be read, and goes on behind it.
  func lose(_ failure: ReadFailure) {
    guard case .archive(let notation) = kind else { return }
    let header = place
    let isFound = search(notation, from: place + (notation == .tar ? Int64(EntryHeader.block) : 4))
    if notation == .zip && isFound {
      doubts.append(ZipDirectory.Doubt(start: header, end: place, isReported: false))
    } else {
      pending.insert(.lost(failure, name: nil), at: 0)
    }
  }

  /// Moves ``place`` to the next good header from `offset` on; false at the end when there is none.
  @discardableResult
  private func search(
    _ notation: ContainerKind.Archive, from offset: Int64, damagedBlock: (Int64) -> Void = { _ in }
  ) -> Bool {
    _ = bytes(at: offset, count: 1)
    let start = max(offset, input.offset)
    guard start < input.offset + Int64(input.count),
      let found = EntryHeader.find(notation, in: input, from: start, damagedBlock: damagedBlock)
    else {
      end()
      return false
    }
    place = found
    isDisplaced = true
    return true
  }

  // MARK: tar

  /// Size in bytes of the records that archives are filled up to with zeros (POSIX.1-2017, pax).
  private static let tarRecord: Int64 = 10_240

  /// Moves ``place`` over the end marks of joined archives; true when a good header stands there.
  func findTarHeader() -> Bool {
    let before = previous
    previous = nil
    var zeros = 0
    while true {
      let head = bytes(at: place, count: EntryHeader.block)
      if head.isEmpty {
        end(zeros: zeros)
        return false
      }
      if EntryHeader.isGood(head, at: 0, .tar) { break }
      if head.contains(where: { $0 != 0 }) {
        passDamagedTarHeader(zeros: zeros, behind: before)
        return false
      }
      zeros += 1
      place += Int64(head.count)
    }
    if zeros == 0 || !hasStarted { return true }
    // An end mark has two blocks at least and mostly fills the last record; others were headers.
    let isFilled = (place - archiveStart) % Self.tarRecord == 0
    if zeros == 2, !isFilled {
      doubtfulEnds += 1
    } else if zeros == 1 || !isFilled {
      pending.append(zeroedHeader)
    }
    archiveStart = place
    return pending.isEmpty
  }

  private var zeroedHeader: Next {
    .lost(Self.damage("zeros in place of an entry's header", kind), name: nil)
  }

  private func passDamagedTarHeader(zeros: Int, behind before: Place?) {
    let damaged = place
    let lost = Next.lost(Self.damage("an entry's header cannot be read", kind), name: nil)
    // Where bytes are missing, the next header came too early, and not at the start of a block.
    if zeros == 0, let before, let found = displacedTarHeader(behind: before) {
      pending.append(lost)
      place = found
      isDisplaced = true
      return
    }
    var others = 0
    let isFound = search(.tar, from: damaged) { if $0 != damaged { others += 1 } }
    // Behind the end some writers leave what their last record held before.
    let rest = input.offset + Int64(input.count) - damaged
    if zeros >= 2 && !isFound && rest <= Self.tarRecord { return }
    for _ in 0...others { pending.insert(lost, at: 0) }
  }

  private func displacedTarHeader(behind entry: Place) -> Int64? {
    let start = Int(max(entry.header + Int64(EntryHeader.block) - input.offset, 0))
    let end = Int(place - input.offset)
    var position = start
    while position < end,
      let found = EntryHeader.firstGood(.tar, input.bytes, in: position..<end)
    {
      if (end - found) % EntryHeader.block != 0 { return input.offset + Int64(found) }
      position = found + 1
    }
    return nil
  }

  // MARK: cpio

  /// True when a good header stands at ``place``.
  func findCpioHeader() -> Bool {
    previous = nil
    while true {
      let head = bytes(at: place, count: EntryHeader.length(.cpio))
      if head.isEmpty {
        end()
        return false
      }
      if EntryHeader.isGood(head, at: 0, .cpio) { return true }
      guard head[0] == 0 else { break }
      place += 1
    }
    pending.append(.lost(Self.damage("an entry's header cannot be read", kind), name: nil))
    search(.cpio, from: place)
    return false
  }

  // MARK: zip

  /// True when a local header stands at ``place``, which is moved over descriptors.
  func findZipHeader() -> Bool {
    let before = previous
    previous = nil
    let isLost = before.map { $0.hasFailed && $0.end == nil } ?? false
    if !isLost {
      // With or without a signature, with sizes of 4 or 8 bytes; at the start the mark of a part.
      let gaps: [Int64] =
        before == nil ? [0, 4] : before?.hasDescriptor == true ? [0, 12, 16, 20, 24] : [0]
      for gap in gaps {
        let head = bytes(at: place + gap, count: 256)
        if EntryHeader.isGood(head, at: 0, .zip, isExpected: true) {
          place += gap
          return true
        }
        if ZipDirectory.starts(head) {
          place += gap
          readZipDirectory()
          return false
        }
      }
      if bytes(at: place, count: 1).isEmpty {
        if before?.hasFailed != true && input.source.failure == nil {
          pending.append(
            .lost(Self.damage("it ends before its table of contents", kind), name: nil))
        }
        reportDoubts()
        end()
        return false
      }
    }
    // Of an entry that is not whole the header may be what is wrong.
    var start = place
    if let before, !before.isWhole, !before.isNested || isLost { start = before.header + 4 }
    start = max(start, input.offset)
    let isFound = search(.zip, from: start)
    doubts.append(
      ZipDirectory.Doubt(
        start: start, end: isFound ? place : .max, isReported: before?.hasFailed == true))
    if !isFound { reportDoubts() }
    return false
  }

  /// Reports the stretches of which no table of contents says whether they held entries.
  private func reportDoubts() {
    let lost = Next.lost(Self.damage("an entry's header cannot be read", kind), name: nil)
    pending.insert(contentsOf: doubts.filter { !$0.isReported }.map { _ in lost }, at: 0)
    doubts = []
  }

  /// Reports the entries that the table of contents at ``place`` has and that were not found, and
  /// moves on to an archive behind it, if there is one.
  private func readZipDirectory() {
    while true {
      guard let length = ZipDirectory.recordLength(bytes(at: place, count: 46)) else { break }
      if !doubts.isEmpty { checkDoubts(ZipDirectory.Record(bytes(at: place, count: length))) }
      place += Int64(length)
    }
    // A whole table has all entries.
    if ZipDirectory.isEnd(bytes(at: place, count: 4)) { doubts = [] }
    reportDoubts()
    let reports = pending
    pending = []
    while search(.zip, from: place),
      !EntryHeader.isGood(bytes(at: place, count: 30), at: 0, .zip, isExpected: true)
    {
      place += 4
    }
    pending = reports + pending
    archiveStart = place
  }

  private func checkDoubts(_ record: ZipDirectory.Record?) {
    guard let record, !record.isDirectory else { return }
    let header = archiveStart + record.header
    guard let doubt = doubts.firstIndex(where: { $0.start <= header && header < $0.end }) else {
      return
    }
    doubts[doubt].isReported = true
    pending.append(
      .lost(Self.damage("the entry's header cannot be read", kind), name: record.name))
  }

  // MARK: Entries

  /// Where the entry with the header at ``place`` lies.
  func foundPlace(_ notation: ContainerKind.Archive) -> Place {
    var found = Place(header: place)
    guard notation == .zip else { return found }
    let head = bytes(at: place, count: 30)
    guard head.count == 30 else { return found }
    func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
      (0..<length).reduce(0) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
    }
    found.hasDescriptor = head[6] & 8 != 0
    let isStored = number(head, 8, 2) == 0
    var size = number(head, 18, 4)
    let fullSize = number(head, 22, 4)
    let nameLength = Int(number(head, 26, 2))
    let length = 30 + nameLength + Int(number(head, 28, 2))
    let whole = bytes(at: place, count: length + 4)
    guard whole.count >= length else { return found }
    if size == 0xFFFF_FFFF {
      // ZIP64 (APPNOTE.TXT, section 4.5.3).
      var field = 30 + nameLength
      while field + 4 <= length {
        let end = field + 4 + Int(number(whole, field + 2, 2))
        let value = field + 4 + (fullSize == 0xFFFF_FFFF ? 8 : 0)
        if number(whole, field, 2) == 1, value + 8 <= min(end, length) {
          size = number(whole, value, 8)
        }
        field = end
      }
    }
    found.isNested =
      isStored && whole.count == length + 4
      && whole[length...].starts(with: EntryHeader.zipSignature)
    if !found.hasDescriptor || size > 0, size < 1 << 60 {
      found.end = place + Int64(length) + Int64(size)
    }
    return found
  }
}
