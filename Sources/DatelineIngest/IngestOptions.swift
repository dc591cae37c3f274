package import DatelineCore

/// How inputs are read.
package struct IngestOptions: Sendable {
  /// Format of every input; `nil` to go by file extension, then by content.
  package var format: InputFormat?
  /// Which fields of a record become which field of a document.
  package var mapping: FieldMapping
  /// Source of documents whose record names none.
  package var source: String?
  /// Largest record, in bytes of the decoded file; larger ones are rejected unread.
  package var maxRecordBytes: Int

  /// Creates options; without arguments those of a plain `dateline index FILE`.
  package init(
    format: InputFormat? = nil, mapping: FieldMapping = FieldMapping(), source: String? = nil,
    maxRecordBytes: Int = 64 << 20
  ) {
    self.format = format
    self.mapping = mapping
    self.source = source
    self.maxRecordBytes = maxRecordBytes
  }
}

/// What a reader found: a document, or a record that is none.
package enum IngestEvent: Sendable, Equatable {
  /// A record that was read.
  case document(RawDocument)
  /// A record that was not, with its place and the reason. Reading goes on behind it.
  case rejected(Rejection)
}
