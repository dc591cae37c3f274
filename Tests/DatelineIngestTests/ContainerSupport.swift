import CLibArchive
import DatelineCore
import Testing

@testable import DatelineIngest

/// Containers made in memory with libarchive's writers.
enum Pack {
  struct Filter {
    var name: String
    var add: (OpaquePointer?) -> Int32
  }

  static var filters: [Filter] {
    [
      Filter(name: "gz", add: archive_write_add_filter_gzip),
      Filter(name: "bz2", add: archive_write_add_filter_bzip2),
      Filter(name: "xz", add: archive_write_add_filter_xz),
      Filter(name: "zst", add: archive_write_add_filter_zstd),
      Filter(name: "lz4", add: archive_write_add_filter_lz4),
    ]
  }

  static func gzip(_ bytes: [UInt8]) -> [UInt8] { compress(bytes, filters[0]) }

  static func zstd(_ bytes: [UInt8]) -> [UInt8] { compress(bytes, filters[3]) }

  static func compress(_ bytes: [UInt8], _ filter: Filter) -> [UInt8] {
    write([("data", bytes)], archive_write_set_format_raw, filter.add)
  }

  static func tar(_ entries: [(String, [UInt8])]) -> [UInt8] {
    write(entries, archive_write_set_format_pax_restricted)
  }

  static func zip(_ entries: [(String, [UInt8])], options: String = "") -> [UInt8] {
    write(entries, archive_write_set_format_zip, options: options)
  }

  static func cpio(_ entries: [(String, [UInt8])]) -> [UInt8] {
    write(entries, archive_write_set_format_cpio_newc)
  }

  private static func write(
    _ entries: [(String, [UInt8])], _ format: (OpaquePointer?) -> Int32,
    _ filter: ((OpaquePointer?) -> Int32)? = nil, options: String = ""
  ) -> [UInt8] {
    let size = entries.reduce(1 << 16) { $0 + 2 * $1.1.count + 4096 }
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    #expect(format(archive) == ARCHIVE_OK)
    if let filter { #expect(filter(archive) == ARCHIVE_OK) }
    archive_write_set_bytes_in_last_block(archive, 1)
    if !options.isEmpty {
      #expect(archive_write_set_options(archive, options) == ARCHIVE_OK)
      archive_write_set_passphrase(archive, "a secret")
    }
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
      #expect(archive_write_open_memory(archive, buffer.baseAddress, size, &used) == ARCHIVE_OK)
      for (name, bytes) in entries {
        let entry = archive_entry_new()
        archive_entry_set_pathname_utf8(entry, name)
        archive_entry_set_pathname(entry, name)
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        archive_entry_set_size(entry, Int64(bytes.count))
        #expect(archive_write_header(archive, entry) >= ARCHIVE_WARN)
        #expect(bytes.isEmpty || archive_write_data(archive, bytes, bytes.count) == bytes.count)
        archive_entry_free(entry)
      }
      #expect(archive_write_close(archive) == ARCHIVE_OK)
    }
  }
}

extension [IngestEvent] {
  /// Files of the events, in order and without repetition.
  var files: [String] {
    var files: [String] = []
    for event in self {
      let file =
        switch event {
        case .document(let document): document.origin.file
        case .rejected(let rejection): rejection.origin.file
        }
      if files.last != file { files.append(file) }
    }
    return files
  }
}
