import CFaultVFS
import DatelineCore
import Foundation
import Testing

@testable import DatelineIndex

extension FaultTests {
  /// The power goes while a file is being written: what was written since the last sync is on the disk in part,
  /// torn, or not at all. The file is as before or as after, as after once the writer has said so, and the
  /// same work done again completes it.
  @Suite(.serialized) struct PowerLossTests {
    /// Takes pictures of the disk while an operation runs.
    private final class Photographer {
      let folder: FaultFolder
      /// Which changes are pictures taken before.
      var places: Set<Int64> = []
      var isCommitted = false
      var seed: UInt64
      /// Folders of pictures, and whether the operation had promised its result.
      var images: [(path: String, mode: Int, isCommitted: Bool)] = []
      var hasFailed = false

      init(_ folder: FaultFolder, seed: UInt64) {
        self.folder = folder
        self.seed = seed
      }

      func take() {
        for mode in [POWER_NOTHING, POWER_ALL, POWER_BEGINNING, POWER_ANY] {
          let path = folder.path("image-\(images.count)")
          do {
            try FileManager.default.createDirectory(
              atPath: path, withIntermediateDirectories: false)
          } catch { hasFailed = true }
          seed &+= 1
          if fault_vfs_write_image(path, Int32(mode), seed) < 0 { hasFailed = true }
          images.append((path, mode, isCommitted))
        }
      }
    }

    @Test(arguments: WriterOperation.chosen)
    func filesAreAsBeforeOrAsAfter(operation: WriterOperation) throws {
      let seed = FaultFolder.seed()
      print("power loss, \(operation): DATELINE_STRESS_SEED=\(seed)")
      let folder = try FaultFolder(for: operation)
      let before = operation == .fresh ? "" : try WriterOperation.content(folder.template)
      try folder.restore()
      var commit: Int64 = 0
      try operation.run(on: folder.file) { commit = fault_vfs_count(Int32(FAULT_CHANGES)) }
      let changes = fault_vfs_count(Int32(FAULT_CHANGES))
      let after = try WriterOperation.content(folder.file)
      #expect(changes > 0 && before != after || operation == .optimize)

      var random = SplitMix64(seed: seed)
      let photographer = Photographer(folder, seed: seed)
      photographer.places = Set(
        (0..<FaultFolder.rounds(2)).map { _ in Int64.random(in: 1...changes, using: &random) })
      // Where a file that was made beside its place gets its name.
      if operation.makesNewFile { photographer.places.formUnion(max(commit - 4, 1)...commit) }
      try folder.restore()
      fault_vfs_set_hook(
        { context, count in
          guard let context else { return }
          let photographer = Unmanaged<Photographer>.fromOpaque(context).takeUnretainedValue()
          if photographer.places.contains(count) { photographer.take() }
        }, Unmanaged.passUnretained(photographer).toOpaque())
      try operation.run(on: folder.file) { photographer.isCommitted = true }
      // And after all is said and done.
      photographer.take()
      fault_vfs_unwatch()
      #expect(!photographer.hasFailed)

      for image in photographer.images {
        let file = image.path + "/news.db"
        let fault = try folder.fault(in: file)
        #expect(fault == nil, "\(image)")
        let found = try WriterOperation.content(file)
        if found == after { #expect(try folder.loss(beside: file) == nil, "\(image)") }
        if image.isCommitted {
          #expect(found == after, "\(image): a committed article is lost")
        } else if !operation.hasSteps {
          #expect(found == before || found == after, "\(image): a third thing")
        }
        try operation.run(on: file) {}
        #expect(try folder.fault(in: file) == nil, "\(image)")
        #expect(try WriterOperation.content(file) == after, "\(image)")
        try FileManager.default.removeItem(atPath: image.path)
      }
      print("power loss, \(operation): \(photographer.images.count) images of \(changes) changes")
    }
  }
}
