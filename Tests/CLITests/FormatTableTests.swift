import DatelineIngest
import Foundation
import Testing

/// The README's table of formats says what the code does.
@Suite struct FormatTableTests {
  @Test func tableNamesEveryFormatAndItsExtensions() throws {
    let readme = try String(
      contentsOf: CommandFolder.package.appendingPathComponent("README.md"), encoding: .utf8)
    var documented: [String: [String]] = [:]
    for line in readme.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, let name = cells[0].split(separator: "`").first else { continue }
      let extensions = cells[1].split(separator: ",").map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "` "))
      }
      if extensions.allSatisfy({ $0.hasPrefix(".") }) { documented[String(name)] = extensions }
    }
    #expect(Set(documented.keys) == Set(InputFormat.allCases.map(\.rawValue)))
    for (name, extensions) in documented {
      #expect(!extensions.isEmpty)
      for suffix in extensions where suffix != ".xml" {
        #expect(InputFormat(path: "x" + suffix)?.rawValue == name, "\(suffix)")
      }
      // XML is told by its root element, whatever its name makes of it.
      if extensions.contains(".xml") { #expect(InputFormat(path: "x.xml") != nil) }
    }
  }
}
