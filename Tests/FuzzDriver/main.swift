import Foundation
import FuzzTargets

/// libFuzzer's loop ("FuzzerInterface.h"): calls back with one input after the other.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private enum Choice {
  /// The target that `FUZZ_TARGET` names.
  static let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "html"
    guard let target = FuzzTarget(rawValue: name) else {
      FileHandle.standardError.write(Data("unknown FUZZ_TARGET \(name)\n".utf8))
      exit(2)
    }
    return target
  }()
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
_ = runFuzzer(&count, &arguments) { start, count in
  Choice.target.run([UInt8](UnsafeBufferPointer(start: start, count: count)))
  return 0
}
