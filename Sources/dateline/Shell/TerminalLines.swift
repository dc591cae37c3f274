import CEdit
import Foundation

/// Lines edited at a terminal with libedit: Emacs keys or those of `~/.editrc`, history with the
/// arrows, completion with the tab key.
///
/// Invariant: libedit calls back only within `el_gets`, so that the unretained context is alive; what it lends is
/// copied at once.
final class TerminalLines: LineSource {
  private let editor: OpaquePointer
  private let past: OpaquePointer
  private let history: ShellHistory?
  private let names: () -> [String]
  private var wasCancelled = false

  /// Starts editing on stdin and stdout.
  /// - Parameters:
  ///   - history: where lines are kept; `nil` to forget them at the end.
  ///   - names: names to complete, asked for whenever the tab key is pressed.
  /// - Throws: when the terminal cannot be used.
  init(history: ShellHistory?, names: @escaping () -> [String]) throws {
    // Characters are bytes to libedit in a locale that is not UTF-8.
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(nl_item(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    guard let input = fdopen(STDIN_FILENO, "r"), let output = fdopen(STDOUT_FILENO, "w"),
      let errors = fdopen(STDERR_FILENO, "w"),
      let editor = el_init("dateline", input, output, errors), let past = history_init()
    else {
      throw CommandFailure(
        "the terminal cannot be used for editing; queries come from a pipe too: dateline shell < FILE"
      )
    }
    self.editor = editor
    self.past = past
    self.history = history
    self.names = names
    history_set_size(past, Int32(ShellHistory.longest))
    for line in history?.lines() ?? [] { history_enter(past, line) }
    edit_set_up(editor, past)
    edit_set_context(editor, Unmanaged.passUnretained(self).toOpaque())
    edit_bind(editor, "^C", "dateline-cancel") { editor, _ in
      TerminalLines.of(editor)?.wasCancelled = true
      return UInt8(CC_NEWLINE)
    }
    edit_bind(editor, "^I", "dateline-complete") { editor, _ in
      TerminalLines.of(editor)?.complete() ?? UInt8(CC_ERROR)
    }
  }

  deinit {
    el_end(editor)
    history_end(past)
  }

  private static func of(_ editor: OpaquePointer?) -> TerminalLines? {
    guard let editor, let context = edit_context(editor) else { return nil }
    return Unmanaged<TerminalLines>.fromOpaque(context).takeUnretainedValue()
  }

  func next() -> LineEvent {
    wasCancelled = false
    var count: Int32 = 0
    guard let text = el_gets(editor, &count), count > 0, !wasCancelled else {
      Console.write(wasCancelled ? "^C\n" : "\n")
      return wasCancelled ? .cancelled : .end
    }
    var line = String(cString: text)
    // Completion puts a space behind what is complete.
    while line.last?.isWhitespace == true { line.removeLast() }
    if !line.isEmpty {
      history_enter(past, line)
      history?.append(line)
    }
    return .line(line)
  }

  /// Completes the word before the cursor, or lists what it can become.
  private func complete() -> UInt8 {
    guard let info = el_line(editor)?.pointee, let start = info.buffer, let cursor = info.cursor
    else { return UInt8(CC_ERROR) }
    let bytes = UnsafeRawBufferPointer(start: start, count: cursor - start)
    let completion = EntityCompletion(names: names())
    guard let found = completion.complete(String(decoding: bytes, as: UTF8.self)) else {
      return UInt8(CC_REFRESH_BEEP)
    }
    if !found.choices.isEmpty {
      Console.write("\n" + found.choices.joined(separator: "   ") + "\n")
      return UInt8(CC_REDISPLAY)
    }
    // Counted in characters as libedit has them: scalars.
    el_deletestr(editor, Int32(found.replaced.unicodeScalars.count))
    el_insertstr(editor, found.text)
    return UInt8(CC_REFRESH)
  }
}
