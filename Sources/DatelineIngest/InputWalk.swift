import DatelineCore

/// Finds the files that hold records inside an input: the input itself, or what its containers
/// hold, in their order.
///
/// Nothing is ever written, and the names in archives are only labels. Entries are taken as files
/// in a directory are: those whose name says a format, and those that are containers, crawls, pages
/// or records by content; hidden ones are passed over.
final class InputWalk {
  /// A file of records.
  struct Leaf {
    var buffer: InputBuffer
    /// Path of the input and of the entries in it, joined by `!`.
    let label: String
    /// Format that the name says.
    let format: InputFormat?
    let isCrawl: Bool
  }

  enum Step {
    case leaf(Leaf)
    case rejected(Rejection)
  }

  /// Entries passed over because nothing says that they hold articles.
  private(set) var passedOver = 0
  let budget: ExpansionBudget

  private struct OpenArchive {
    let handle: ArchiveHandle
    let label: String
    let depth: Int
    let isZip: Bool
    var current: EntryStream?
    /// Name of the current entry.
    var name: String?
    /// Whether somebody reads the current entry, and says so when that fails.
    var isCurrentRead = false
    var hasReportedEncryption = false
  }

  private let options: IngestOptions
  private let chunkSize: Int
  private let root: InputBuffer
  private let file: InputFile
  private var archives: [OpenArchive] = []
  private var hasStarted = false
  private var hasReportedDepth = false
  private var hasGivenSteps = false

  init(root: InputBuffer, file: InputFile, options: IngestOptions, chunkSize: Int) {
    self.root = root
    self.file = file
    self.options = options
    self.chunkSize = chunkSize
    budget = ExpansionBudget(root: root.source, limits: options.containerLimits)
  }

  /// The next file or fault; `nil` when there is none.
  func next() -> Step? {
    if !hasStarted {
      hasStarted = true
      let format = file.format ?? InputFormat(path: ContainerName.innermost(file.path))
      let step = open(root, label: file.path, name: file.path, depth: 0, format: format)
      hasGivenSteps = step != nil
      if let step { return step }
    }
    while !archives.isEmpty && budget.failure == nil {
      if let step = nextEntry() {
        hasGivenSteps = true
        return step
      }
    }
    return nil
  }

  /// The next entry of the innermost open archive; `nil` when it opened or ended something.
  private func nextEntry() -> Step? {
    let last = archives.count - 1
    let archive = archives[last]
    let isFailureReported = archive.isCurrentRead && archive.current?.failure != nil
    // libarchive passes over the rest of a zip entry by inflating it, uncounted.
    if archive.isZip { archive.current?.drain() }
    if budget.failure != nil { return nil }
    archives[last].current = nil
    archives[last].isCurrentRead = false
    if let failure = archive.current?.failure, !archive.isCurrentRead, let name = archive.name,
      !OtherFileName.matches(name)
    {
      // What it held cannot be told any more.
      archives[last].name = nil
      return rejection(archive.label + "!" + name, failure)
    }
    switch archive.handle.next() {
    case .other:
      _ = budget.spendEntry()
      return nil
    case .end:
      archives.removeLast()
      return archives.isEmpty && !hasGivenSteps ? nothingInside() : nil
    case .lost(let failure, let name):
      guard budget.spendEntry() else { return nil }
      if let name, Self.isHidden(name) || OtherFileName.matches(name) { return nil }
      return rejection(archive.label + (name.map { "!" + $0 } ?? ""), failure)
    case .failed(let failure):
      archives.removeLast()
      // What is encrypted cannot be passed over either.
      if archive.hasReportedEncryption || isFailureReported { return nil }
      return rejection(archive.label, failure)
    case .entry(let entry):
      guard budget.spendEntry() else { return nil }
      let step = open(entry, at: last)
      archives[last].isCurrentRead = step != nil || archives.count > last + 1
      return step
    }
  }

  private func open(_ entry: ArchiveHandle.Entry, at index: Int) -> Step? {
    let archive = archives[index]
    if Self.isHidden(entry.name) {
      passedOver += 1
      return nil
    }
    let label = archive.label + "!" + entry.name
    if entry.isEncrypted {
      if archive.hasReportedEncryption { return nil }
      archives[index].hasReportedEncryption = true
      return .rejected(
        Rejection(
          origin: Origin(file: label), reason: .unreadable, message: "the archive is encrypted"))
    }
    let stream = EntryStream(
      archive.handle, budget: budget, depth: archive.depth,
      limit: options.containerLimits.maxEntryBytes)
    archives[index].current = stream
    archives[index].name = entry.name
    // Small entries need no more memory than they are large.
    let chunk = entry.size.map { max(min(Int64(chunkSize), $0), min(4096, Int64(chunkSize))) }
    let buffer = InputBuffer(
      source: ByteSource(stream: stream), chunkSize: chunk.map(Int.init) ?? chunkSize)
    let format = InputFormat(path: ContainerName.innermost(entry.name))
    return open(buffer, label: label, name: entry.name, depth: archive.depth, format: format)
  }

  /// Opens the containers that start at `start` down to a file or an archive.
  /// - Parameters:
  ///   - depth: containers that the bytes have come out of.
  ///   - format: what the names say so far.
  private func open(
    _ start: InputBuffer, label: String, name: String, depth: Int, format: InputFormat?
  ) -> Step? {
    var buffer = start
    var name = name
    var depth = depth
    while let kind = containerKind(buffer, name: name, format: format) {
      if depth >= options.containerLimits.maxDepth { return tooDeep(label) }
      depth += 1
      switch kind {
      case .sevenZip:
        return unsupported(label, "7z")
      case .archive(let notation):
        guard let handle = ArchiveHandle(buffer, kind: kind) else {
          return unsupported(label, "the compression")
        }
        archives.append(
          OpenArchive(handle: handle, label: label, depth: depth, isZip: notation == .zip))
        return nil
      case .gzip, .bzip2, .xz, .zstd:
        let decoder: any MemberDecoder =
          switch kind {
          case .bzip2: Bzip2Decoder()
          case .xz: XZDecoder()
          case .zstd: ZstdDecoder()
          default: GzipDecoder()
          }
        let stream = MemberStream(
          buffer, decoder: decoder, budget: budget, depth: depth, expectsCrawl: format == .warc)
        buffer = InputBuffer(source: ByteSource(stream: stream), chunkSize: chunkSize)
      case .lz4:
        guard let handle = ArchiveHandle(buffer, kind: kind) else {
          return unsupported(label, "the compression")
        }
        if case .failed(let failure) = handle.next() { return rejection(label, failure) }
        let stream = EntryStream(handle, budget: budget, depth: depth, limit: .max)
        buffer = InputBuffer(source: ByteSource(stream: stream), chunkSize: chunkSize)
      }
      name = ContainerName.inner(name)
    }
    let isCrawl = CrawlSignature.matches(buffer)
    let isEntry = !archives.isEmpty
    if isEntry, !isCrawl, ArticleSniffer.describesCrawl(name, buffer) {
      passedOver += 1
      return nil
    }
    if isEntry && format == nil && options.format == nil && !isCrawl,
      OtherFileName.matches(name) || !ArticleSniffer.holdsArticles(buffer, options.mapping)
    {
      passedOver += 1
      return nil
    }
    return .leaf(Leaf(buffer: buffer, label: label, format: format, isCrawl: isCrawl))
  }

  /// The container at the window's start. A crawl called `.gz` or `.zst` is compressed even if its
  /// first bytes are damaged.
  private func containerKind(
    _ buffer: InputBuffer, name: String, format: InputFormat?
  ) -> ContainerKind? {
    if let kind = ContainerKind(buffer) { return kind }
    if buffer.count == 0 || CrawlSignature.startsRecord(buffer.bytes) { return nil }
    if format == nil, options.format == nil {
      return ContainerKind.damagedArchive(buffer, name: name)
    }
    guard format == .warc || isBinary(buffer) else { return nil }
    return ContainerName.compression(name)
  }

  /// Whether what stands at the window's start is no text, so that it may be compressed data of which the
  /// first bytes are damaged.
  private func isBinary(_ buffer: InputBuffer) -> Bool {
    _ = buffer.require(512)
    let head = buffer.bytes.prefix(512)
    return head.count { $0 < 0x09 || $0 > 0x0D && $0 < 0x1B } * 20 > head.count
      && UnmarkedUnicode.encoding(of: buffer.slice(0..<head.count)) == nil
      && !(head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]))
  }

  /// Of an input without a single file of records; it would be passed over without a word else.
  private func nothingInside() -> Step {
    .rejected(
      Rejection(
        origin: Origin(file: file.path), reason: .empty,
        message: passedOver == 0
          ? "the archive holds no files" : "none of the archive's files is of a known format"))
  }

  private func rejection(_ label: String, _ failure: ReadFailure) -> Step {
    .rejected(
      Rejection(origin: Origin(file: label), reason: failure.reason, message: failure.message))
  }

  private func tooDeep(_ label: String) -> Step? {
    if hasReportedDepth { return nil }
    hasReportedDepth = true
    return .rejected(
      Rejection(
        origin: Origin(file: label), reason: .tooLarge,
        message: "more than \(options.containerLimits.maxDepth) containers inside each other"))
  }

  private func unsupported(_ label: String, _ what: String) -> Step {
    .rejected(
      Rejection(
        origin: Origin(file: label), reason: .unreadable,
        message: "\(what) is not supported; unpack the file first"))
  }

  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains {
      $0 == "__MACOSX" || $0.hasPrefix(".") && $0 != "." && $0 != ".."
    }
  }
}
