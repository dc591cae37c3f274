import CFaultVFS
import Foundation
import GRDB
import Testing

@testable import DatelineIndex

extension FaultTests {
  /// A call fails: the disk is full, or broken for a moment or for good. The writer says so or does not need
  /// it, the file is as before or as after, and the same work done again completes it.
  @Suite(.serialized) struct FailedCallTests {
    private struct Fault: CustomStringConvertible {
      var kinds: Int
      var code: ResultCode
      var isLasting: Bool
      var description: String { "calls \(kinds), code \(code)\(isLasting ? ", for good" : "")" }
    }

    private static let faults: [Fault] = [
      Fault(
        kinds: FAULT_READ, code: .SQLITE_IOERR_READ,
        isLasting: false),
      Fault(
        kinds: FAULT_READ, code: .SQLITE_IOERR_READ,
        isLasting: true),
      Fault(
        kinds: FAULT_WRITE, code: .SQLITE_IOERR_WRITE,
        isLasting: false),
      Fault(
        kinds: FAULT_WRITE, code: .SQLITE_FULL, isLasting: true),
      Fault(
        kinds: FAULT_SYNC, code: .SQLITE_IOERR_FSYNC,
        isLasting: false),
      Fault(
        kinds: FAULT_CHANGES, code: .SQLITE_IOERR,
        isLasting: true),
      Fault(
        kinds: FAULT_OPEN, code: .SQLITE_CANTOPEN,
        isLasting: false),
    ]

    @Test(arguments: WriterOperation.chosen)
    func filesAreAsBeforeOrAsAfter(operation: WriterOperation) throws {
      let folder = try FaultFolder(for: operation)
      let before = operation == .fresh ? "" : try WriterOperation.content(folder.template)
      try folder.restore()
      try operation.run(on: folder.file) {}
      let after = try WriterOperation.content(folder.file)
      var tried = 0
      var failed = 0
      // A repair takes what cannot be read for damaged; what is lost then is another question.
      for fault in Self.faults where operation != .repair || fault.kinds != FAULT_READ {
        try folder.restore()
        try operation.run(on: folder.file) {}
        let calls = Int(fault_vfs_count(Int32(fault.kinds)))
        // All of them where there is time, else so many, spread evenly.
        let step = max(calls / FaultFolder.rounds(2), 1)
        for place in stride(from: 1 + tried % step, through: calls, by: step) {
          tried += 1
          try folder.restore()
          fault_vfs_fail(
            Int32(fault.kinds), Int64(place), fault.code.rawValue, fault.isLasting ? 1 : 0)
          var isCommitted = false
          var error: (any Error)?
          do {
            try operation.run(on: folder.file) { isCommitted = true }
          } catch let thrown {
            error = thrown
          }
          if fault_vfs_failed() > 0 { failed += 1 }
          fault_vfs_unwatch()
          let note: Comment =
            "\(fault), place \(place) of \(calls): \(error.map { "\($0)" } ?? "no error")"
          if let error, operation != .foreign { #expect("\(error)".contains("news.db"), note) }
          #expect(try folder.fault(in: folder.file) == nil, note)
          let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("watched"))
          #expect(!left.contains { $0.hasSuffix("-building") }, "\(note): \(left)")
          let found = try WriterOperation.content(folder.file)
          if found == after { #expect(try folder.loss(beside: folder.file) == nil, note) }
          if isCommitted {
            #expect(found == after, note)
          } else if !operation.hasSteps {
            #expect(found == before || found == after, note)
          }
          try operation.run(on: folder.file) {}
          #expect(try folder.fault(in: folder.file) == nil, note)
          #expect(try WriterOperation.content(folder.file) == after, note)
        }
      }
      print("failed calls, \(operation): \(tried) tried, \(failed) failed")
      #expect(failed > tried / 2)
    }

    /// An upgrade that is committed when the disk breaks for good leaves the copy of what was before.
    @Test func theCopyOfAnUpgradedFileStays() throws {
      let operation = WriterOperation.upgrade
      let folder = try FaultFolder(for: operation)
      try folder.restore()
      try operation.run(on: folder.file) {}
      let after = try WriterOperation.content(folder.file)
      let calls = Int(fault_vfs_count(Int32(FAULT_CHANGES)))
      var failedBehind = 0
      for place in calls / 2...calls {
        try folder.restore()
        fault_vfs_fail(Int32(FAULT_CHANGES), Int64(place), ResultCode.SQLITE_IOERR.rawValue, 1)
        var hasFailed = false
        do { try operation.run(on: folder.file) {} } catch { hasFailed = true }
        fault_vfs_unwatch()
        guard try WriterOperation.content(folder.file) == after else { continue }
        if hasFailed { failedBehind += 1 }
        #expect(try folder.loss(beside: folder.file) == nil, "place \(place) of \(calls)")
      }
      #expect(failedBehind > 0)
    }
  }
}
