/// How long the work on one record may take.
///
/// It is asked between the stages of the work only, never within their loops: each stage is linear in the record,
/// whose size is bounded, so that what comes on top of the limit is one stage of a record.
package struct RecordClock: Sendable {
  /// The time is up.
  package struct IsOver: Error {}

  private let end: ContinuousClock.Instant?

  /// A clock that starts now.
  /// - Parameter seconds: the limit; `nil` for none.
  package init(seconds: Double?) {
    end = seconds.map { ContinuousClock.now.advanced(by: .seconds($0)) }
  }

  /// Ends the work when its time is up. Without a limit nothing is asked of the system.
  package func check() throws(IsOver) {
    if let end, ContinuousClock.now >= end { throw IsOver() }
  }
}
