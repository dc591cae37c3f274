/// The time in which a search is to be answered, all its packets together.
struct SearchTime {
  let seconds: UInt32
  /// When it is over.
  let end: ContinuousClock.Instant

  /// It begins now.
  init(seconds: UInt32) {
    self.seconds = seconds
    end = .now + .seconds(Int(seconds))
  }

  /// What is left of it.
  var left: Duration { max(end - .now, .zero) }

  var isOver: Bool { left == .zero }

  /// Milliseconds that the front may wait for shards, so that its answer comes in time.
  var patience: Int {
    let left = left.components
    let milliseconds = Int(left.seconds) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000)
    return max(milliseconds - Self.margin, Self.margin)
  }

  private static let margin = 200
}
