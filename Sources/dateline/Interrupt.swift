import Foundation
import Synchronization

/// Notices Ctrl-C, so that work can end at a commit.
enum Interrupt {
  private static let wasRaised = Atomic<Bool>(false)

  /// Starts noticing; the second Ctrl-C ends the process at once.
  static func arm() {
    // A parent may have started this process with the signals blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      sigaddset(&signals, number)
      signal(number) { number in
        Interrupt.wasRaised.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Whether Ctrl-C was pressed.
  static var isRaised: Bool { wasRaised.load(ordering: .relaxed) }
}
