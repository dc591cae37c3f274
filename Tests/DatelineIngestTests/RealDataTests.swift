import DatelineCore
import Foundation
import Testing

@testable import DatelineIngest

/// Real dumps, when there are some: the folder is named by `DATELINE_DATA`.
@Suite(
  "Real data",
  .enabled(
    if: ProcessInfo.processInfo.environment["DATELINE_DATA"] != nil, "set DATELINE_DATA to run"),
  .enabled(if: RealData.zstd != nil, "needs the zstd program"))
struct RealDataTests {
  @Test(
    "Packed JSON Lines are read whole, with title, text, date and identifier",
    arguments: [("allsides", 18_777), ("reuters-2008-2010-sample", 20_000)])
  func bulk(name: String, count: Int) throws {
    let file = try RealData.unpacked("bulk/\(name).jsonl.zst")
    let totals = try RealData.totals(file)
    #expect(totals.documents == count)
    #expect(totals.withTitle == count && totals.withBody == count && totals.withKey == count)
    #expect(totals.rejections.isEmpty)
  }

  @Test("ISOT: multi-line quoted cells")
  func isot() throws {
    let totals = try RealData.totals(RealData.unpacked("raw/csv/Fake.csv.zst"))
    #expect(totals.documents == 1413)
    #expect(totals.withTitle == 1413 && totals.withDate == 1413 && totals.withSection == 1413)
    #expect(totals.rejections.isEmpty)
  }

  @Test("AG News: no header, columns by number")
  func agNews() throws {
    let file = try RealData.unpacked("raw/csv/ag_news_test.csv.zst")
    #expect(try RealData.totals(file).rejections == [.notAnArticle: 7600])
    let mapping = try FieldMapping(maps: ["section=column1", "title=column2", "body=column3"])
    let totals = try RealData.totals(file, IngestOptions(mapping: mapping))
    #expect(totals.documents == 7600 && totals.withBody == 7600 && totals.withSection == 7600)
  }

  @Test("Fake News Challenge: texts over many lines")
  func fakeNewsChallenge() throws {
    let totals = try RealData.totals(RealData.unpacked("raw/csv/fnc1_train_bodies.csv.zst"))
    #expect(totals.documents == 1683 && totals.withBody == 1683 && totals.withKey == 1683)
    #expect(totals.rejections.isEmpty)
  }

  @Test("BASIL: one printed object a file, paragraphs as arrays of sentences")
  func basil() throws {
    let list = try InputList.expand([RealData.path("raw/json/basil")])
    #expect(list.count == 40)
    for file in list {
      let events = try RealData.events(file)
      #expect(events.count == 1)
      #expect(events.documents.first?.body?.contains("\n\n") == true)
      #expect(events.documents.first?.key != nil)
    }
  }

  @Test("JSONTestSuite: nothing crashes, and faults are reported")
  func jsonTestSuite() throws {
    for folder in ["raw/json/JSONTestSuite", "raw/json/JSONTestSuite_transform"] {
      for file in try InputList.expand([RealData.path(folder)]) {
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file.path)))
        for format in [InputFormat.json, .jsonl] {
          let events = read(bytes, as: format, options: IngestOptions(format: format))
          let name = file.path.split(separator: "/").last ?? ""
          if name.hasPrefix("y_") && format == .json {
            #expect(!events.rejections.contains { $0.reason == .malformed }, "\(name)")
          } else if name.hasPrefix("n_") && format == .jsonl && !bytes.allSatisfy({ $0 <= 0x20 }) {
            #expect(name == "n_structure_UTF8_BOM_no_data.json" || !events.rejections.isEmpty)
          }
        }
      }
    }
  }
}

/// Access to the folder of real data.
enum RealData {
  struct Totals {
    var documents = 0
    var withTitle = 0
    var withBody = 0
    var withKey = 0
    var withDate = 0
    var withSection = 0
    var rejections: [Rejection.Reason: Int] = [:]
  }

  static var zstd: String? {
    ["/usr/bin/zstd", "/usr/local/bin/zstd", "/opt/homebrew/bin/zstd"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  static func path(_ name: String) -> String {
    (ProcessInfo.processInfo.environment["DATELINE_DATA"] ?? "") + "/" + name
  }

  /// Bytes of a packed file.
  static func unpacked(_ name: String) throws -> UnpackedFile {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(zstd))
    process.arguments = ["-dcq", path(name)]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return UnpackedFile(path: String(name.dropLast(4)), bytes: [UInt8](data))
  }

  static func events(_ file: InputFile) throws -> [IngestEvent] {
    let reader = try DocumentReader(file: file, options: IngestOptions())
    var events: [IngestEvent] = []
    while let event = reader.next() { events.append(event) }
    return events
  }

  static func totals(
    _ file: UnpackedFile, _ options: IngestOptions = IngestOptions()
  ) throws -> Totals {
    let reader = DocumentReader(
      file: InputFile(path: file.path, format: InputFormat(path: file.path)), options: options,
      source: ByteSource(bytes: file.bytes))
    var totals = Totals()
    while let event = reader.next() {
      switch event {
      case .document(let document):
        totals.documents += 1
        totals.withTitle += document.title == nil ? 0 : 1
        totals.withBody += document.body == nil ? 0 : 1
        totals.withKey += document.key == nil ? 0 : 1
        totals.withDate += document.published == nil ? 0 : 1
        totals.withSection += document.section == nil ? 0 : 1
      case .rejected(let rejection):
        totals.rejections[rejection.reason, default: 0] += 1
      }
    }
    #expect(reader.bytesRead == Int64(file.bytes.count))
    return totals
  }
}

/// A file of the data folder, unpacked in memory.
struct UnpackedFile {
  var path: String
  var bytes: [UInt8]
}
