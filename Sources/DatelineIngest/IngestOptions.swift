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
  /// What may come out of compressed files and archives.
  package var containerLimits: ContainerLimits

  /// Creates options; without arguments those of a plain `dateline index FILE`.
  package init(
    format: InputFormat? = nil, mapping: FieldMapping = FieldMapping(), source: String? = nil,
    maxRecordBytes: Int = 16 << 20, containerLimits: ContainerLimits = ContainerLimits()
  ) {
    self.format = format
    self.mapping = mapping
    self.source = source
    self.maxRecordBytes = maxRecordBytes
    self.containerLimits = containerLimits
  }
}

/// Bounds that keep a small file from becoming a huge or an endless one.
package struct ContainerLimits: Sendable {
  /// How many times the size of the outer file may come out of it, over all levels of nesting.
  package var maxExpansion: Int
  /// Bytes that may come out before the expansion is looked at.
  package var freeBytes: Int64
  /// Containers inside each other, compression counted as one.
  package var maxDepth: Int
  /// Largest entry of an archive in bytes.
  package var maxEntryBytes: Int64
  /// Entries of all archives in one input.
  package var maxEntries: Int

  /// Creates limits that no dump of articles reaches.
  package init(
    maxExpansion: Int = 200, freeBytes: Int64 = 64 << 20, maxDepth: Int = 8,
    maxEntryBytes: Int64 = 16 << 30, maxEntries: Int = 10_000_000
  ) {
    self.maxExpansion = maxExpansion
    self.freeBytes = freeBytes
    self.maxDepth = maxDepth
    self.maxEntryBytes = maxEntryBytes
    self.maxEntries = maxEntries
  }
}

/// What a reader found: a document, or a record that is none.
package enum IngestEvent: Sendable, Equatable {
  /// A record that was read. In memory of its own: copies of the event count one reference, not one for each field.
  indirect case document(RawDocument)
  /// A record that was not, with its place and the reason. Reading goes on behind it.
  case rejected(Rejection)
}
