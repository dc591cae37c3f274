import DatelineCore
import Foundation
import FuzzTargets
import Testing

/// Every kind of foreign bytes: what is kept of fuzzing, whole and changed at random. `make fuzz` does the same for as
/// long as one likes, guided by coverage.
@Suite(.serialized) struct SeedTests {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let seeds = package.appendingPathComponent("Tests/Fuzz/seeds")

  /// The inputs `.ci/fuzz.sh` begins with, by name.
  private static func inputs(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let lines = seeds.appendingPathComponent("\(target).lines")
    var result: [(name: String, bytes: [UInt8])] = []
    if FileManager.default.fileExists(atPath: lines.path) {
      for line in try Data(contentsOf: lines).split(separator: 0x0A) {
        result.append((String(decoding: line, as: UTF8.self), [UInt8](line)))
      }
    } else {
      result += try files(in: package.appendingPathComponent("Corpus/formats"))
    }
    let own = seeds.appendingPathComponent("\(target)")
    if FileManager.default.fileExists(atPath: own.path) { result += try files(in: own) }
    return result
  }

  private static func files(in folder: URL) throws -> [(name: String, bytes: [UInt8])] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))))
    }
  }

  /// A target ends the process where it finds something.
  @Test(arguments: FuzzTarget.allCases)
  func keptInputsAndChangedOnesAreTaken(target: FuzzTarget) throws {
    let seed =
      ProcessInfo.processInfo.environment["DATELINE_STRESS_SEED"].flatMap(UInt64.init)
      ?? UInt64.random(in: 1...999_999)
    print("fuzz target \(target): DATELINE_STRESS_SEED=\(seed)")
    var random = SplitMix64(seed: seed)
    let inputs = try Self.inputs(of: target)
    #expect(inputs.count >= 10)
    for input in inputs {
      target.run(input.bytes)
      for _ in 0..<8 { target.run(Self.changed(input.bytes, &random)) }
    }
  }

  private static func changed(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !result.isEmpty {
      let place = Int.random(in: 0..<result.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: result[place] = UInt8.random(in: 0...255, using: &random)
      case 1: result.removeSubrange(place..<min(place + 9, result.count))
      case 2: result.insert(contentsOf: result[place...].prefix(40), at: place)
      default: result[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    }
    return result
  }
}
