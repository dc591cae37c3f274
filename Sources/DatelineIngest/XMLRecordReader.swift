import DatelineCore
import DatelineMarkup

/// What a kind of XML with articles means.
protocol XMLVocabulary {
  /// Local names of the elements that are records, in lower case.
  var recordNames: Set<String> { get }
  /// What a file without records is called in messages; `nil` when its root is none of the kind.
  func emptyMessage(root: String) -> String?
  /// Notes what stands before the first record.
  mutating func begin(_ head: XMLTree)
  /// Why a record is none that holds an article; `nil` when it may.
  func refusal(of record: XMLTree) -> String?
  /// The document of a record; its origin and source of last resort are set by the reader.
  func document(_ record: XMLTree, origin: Origin) -> RawDocument
}

extension XMLVocabulary {
  func refusal(of record: XMLTree) -> String? { nil }
}

/// Reads the records of an XML or SGML file, one element after the other.
///
/// The encoding is told once from the first 64 KB. What is not well formed in a record is read as
/// far as possible (``XMLTree``) and harms no other.
final class XMLRecordReader<Vocabulary: XMLVocabulary>: RecordReader {
  private let buffer: InputBuffer
  private let scanner: XMLRecordScanner
  private let source: String?
  private var vocabulary: Vocabulary
  private var counter: RecordCounter
  private var namespaces = XMLNamespaces()
  private var encoding: String?
  private var hasStarted = false
  private var hasRecords = false
  private var isDone = false
  private var consumed = 0

  init(buffer: InputBuffer, path: String, options: IngestOptions, vocabulary: Vocabulary) {
    self.buffer = buffer
    self.vocabulary = vocabulary
    source = options.source
    counter = RecordCounter(file: path, limit: options.maxRecordBytes)
    scanner = XMLRecordScanner(
      buffer: buffer, names: vocabulary.recordNames, limit: options.maxRecordBytes)
  }

  func next() -> IngestEvent? {
    if isDone { return nil }
    if !hasStarted { start() }
    buffer.discard(consumed)
    consumed = 0
    guard let outcome = scanner.next() else {
      isDone = true
      return hasRecords || buffer.source.failure != nil ? nil : withoutRecords()
    }
    if !hasRecords {
      hasRecords = true
      let head = tree(of: scanner.head)
      namespaces = head.namespaces
      vocabulary.begin(head)
    }
    let origin = counter.advance(offset: buffer.offset)
    switch outcome {
    case .record(let count):
      consumed = count
      return event(buffer.slice(0..<count), origin)
    case .unclosed:
      isDone = true
      return RecordCounter.malformed(origin, "the file ends inside this record")
    case .tooLarge:
      return counter.tooLarge(origin)
    }
  }

  private func start() {
    hasStarted = true
    buffer.discardByteOrderMark()
    let length = MarkupSniffer.prologueEnd(buffer) + FormatSniffer.length
    _ = buffer.require(length)
    let head = buffer.slice(0..<min(buffer.count, length))
    encoding = CharacterEncoding.legacyEncoding(
      ofHead: head, declared: EncodingDeclaration.xml(head))
  }

  private func event(_ bytes: UnsafeBufferPointer<UInt8>, _ origin: Origin) -> IngestEvent {
    let record: XMLTree
    if TextDecoding.isValid(bytes) && !CharacterEncoding.isEscaped(bytes, encoding ?? "") {
      record = XMLTree(bytes, outer: namespaces)
    } else {
      record = tree(of: Array(bytes))
    }
    if let message = vocabulary.refusal(of: record) {
      return .rejected(Rejection(origin: origin, reason: .notAnArticle, message: message))
    }
    var document = vocabulary.document(record, origin: origin)
    if document.body == nil {
      document.body = document.standfirst
      document.standfirst = nil
    }
    if document.title == nil && document.body == nil {
      return .rejected(
        Rejection(
          origin: origin, reason: .empty, message: "the record has neither a title nor a text"))
    }
    document.source = document.source ?? source
    document.contentHash = ContentHash.text(bytes)
    return .document(document)
  }

  private func tree(of bytes: [UInt8]) -> XMLTree {
    var text = bytes.withUnsafeBufferPointer { CharacterEncoding.text($0, legacy: encoding) }
    return text.withUTF8 { XMLTree($0, outer: namespaces) }
  }

  private func withoutRecords() -> IngestEvent {
    let origin = counter.advance(offset: 0)
    if !scanner.head.contains(where: { $0 > 0x20 }) {
      return .rejected(Rejection(origin: origin, reason: .empty, message: "the file is empty"))
    }
    let head = tree(of: scanner.head)
    guard !head.isEmpty else {
      return RecordCounter.malformed(origin, "the file holds no XML element")
    }
    let root = head.name(0).split(separator: ":").last.map(String.init) ?? ""
    if let message = vocabulary.emptyMessage(root: root) {
      return .rejected(Rejection(origin: origin, reason: .empty, message: message))
    }
    return .rejected(
      Rejection(origin: origin, reason: .notAnArticle, message: XMLRoots.message(root)))
  }
}
