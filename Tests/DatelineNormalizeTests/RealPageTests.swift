import DatelineMarkup
import Foundation
import Testing

@testable import DatelineNormalize

/// News pages of 2023 with gold values, when there are some: the folder is named by `DATELINE_DATA`.
@Suite(
  "Real pages",
  .enabled(
    if: ProcessInfo.processInfo.environment["DATELINE_DATA"] != nil, "set DATELINE_DATA to run"),
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tar")
      && FileManager.default.isExecutableFile(atPath: "/usr/bin/zstd"), "needs tar and zstd"))
struct RealPageTests {
  private struct Gold: Decodable {
    var title: String?
    var date: String?
    var url: String?
    var articleBody: String
  }

  @Test func titlesAndDatesAreRightOnMostPagesAndNoArticleIsRejected() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "dateline-pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try unpack(into: folder)
    let data = try Data(contentsOf: folder.appending(path: "aed/gold.json"))
    let gold = try JSONDecoder().decode([String: Gold].self, from: data)
    var titles = 0
    var dates = 0
    // A part of the pages: tests are built without optimisation.
    let names = gold.keys.sorted().prefix(60)
    for name in names {
      let page = try Data(contentsOf: folder.appending(path: "aed/html/\(name).html"))
      let tree = HTMLTree(page: [UInt8](page))
      let metadata = MetadataReader.read(
        tree, url: gold[name]?.url, dates: DateParser(now: Date()), retrieved: nil)
      titles += TitleKey(metadata.title?.value ?? "") == TitleKey(gold[name]?.title ?? "") ? 1 : 0
      dates += metadata.published?.value.prefix(10) == gold[name]?.date?.prefix(10) ? 1 : 0
      let words = gold[name]?.articleBody.split(separator: " ").count ?? 0
      let reason = NonArticle.reason(
        tree, metadata, url: gold[name]?.url, HTMLExtractor.Result(words: words, linkDensity: 0.05))
      #expect(reason == nil, "\(name)")
    }
    #expect(titles * 100 >= names.count * 88, "\(titles) of \(names.count)")
    #expect(dates * 100 >= names.count * 82, "\(dates) of \(names.count)")
  }

  private func unpack(into folder: URL) throws {
    let data = ProcessInfo.processInfo.environment["DATELINE_DATA"] ?? ""
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/tar")
    process.arguments = [
      "-I", "zstd --long=27", "-xf", data + "/html/extraction-dev.tar.zst", "-C", folder.path,
      "./aed",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
