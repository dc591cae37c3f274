/// Gives a shell its lines.
protocol LineSource {
  /// What comes next.
  func next() throws -> LineEvent
}

/// What a reader of lines gives.
enum LineEvent: Equatable {
  case line(String)
  /// Ctrl-C: the line was given up.
  case cancelled
  case end
}

/// Lines of a pipe or file.
struct PipedLines: LineSource {
  let lines: QueryLines

  func next() throws -> LineEvent {
    try lines.nextLine().map(LineEvent.line) ?? .end
  }
}
