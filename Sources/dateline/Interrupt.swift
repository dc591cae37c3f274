import Foundation
import Synchronization

/// Notices Ctrl-C, so that work can end at a commit.
enum Interrupt {
  private static let wasRaised = Atomic<Bool>(false)

  /// Starts noticing; the second Ctrl-C ends the process at once.
  static func arm() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interrupt.wasRaised.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }

  /// Whether Ctrl-C was pressed.
  static var isRaised: Bool { wasRaised.load(ordering: .relaxed) }
}
