/// Paragraph structure of cleaned text.
enum Paragraphs {
  /// Longest line, in bytes, of a text that may be hard-wrapped.
  private static let widestWrap = 140

  /// `text` (read with ``TextCleaner/LineEnds/paragraphs``) with one blank line between
  /// paragraphs and none inside.
  static func arrange(_ text: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    guard text.contains(newline) else { return text }
    let lines = text.split(separator: newline, omittingEmptySubsequences: false)
    if let joined = joinedParagraphs(lines, capacity: text.count) { return joined }
    let wrapped = isHardWrapped(lines)
    var output: [UInt8] = []
    output.reserveCapacity(text.count + lines.count)
    var afterBlank = true
    for line in lines {
      if line.isEmpty {
        afterBlank = true
        continue
      }
      let indented = line.first == TextCleaner.indentMark
      let content = indented ? line.dropFirst() : line
      if !output.isEmpty {
        if wrapped && !afterBlank && !indented {
          output.append(UInt8(ascii: " "))
        } else {
          output.append(newline)
          output.append(newline)
        }
      }
      output.append(contentsOf: content)
      afterBlank = false
    }
    return output
  }

  /// The paragraphs of a text that was cut at a width; `nil` when it was not.
  private static func joinedParagraphs(_ lines: [ArraySlice<UInt8>], capacity: Int) -> [UInt8]? {
    guard HardWrap.mayHaveWidth(lines) else { return nil }
    var contents: [ArraySlice<UInt8>] = []
    var shapes: [WrappedLine] = []
    var isBehindBlank = true
    for line in lines {
      if line.isEmpty {
        isBehindBlank = true
        continue
      }
      let isIndented = line.first == TextCleaner.indentMark
      contents.append(isIndented ? line.dropFirst() : line)
      shapes.append(
        WrappedLine(contents[contents.count - 1], followsDirectly: !isBehindBlank && !isIndented))
      isBehindBlank = false
    }
    guard let wrap = HardWrap(shapes) else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(capacity + lines.count)
    for (index, line) in contents.enumerated() {
      if index > 0, wrap.joins(shapes[index - 1], shapes[index]) {
        wrap.append(line, to: &output)
      } else {
        if index > 0 { output.append(contentsOf: "\n\n".utf8) }
        output.append(contentsOf: line)
      }
    }
    return output
  }

  /// Whether most line ends inside blocks fall inside a sentence.
  private static func isHardWrapped(_ lines: [ArraySlice<UInt8>]) -> Bool {
    var inside = 0
    var unfinished = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      if line.count > widestWrap { return false }
      if line.isEmpty || next.isEmpty { continue }
      if next.first == TextCleaner.indentMark { continue }
      inside += 1
      // A wrapped line is of some length: lists of short lines are no paragraphs.
      if line.count >= 30 && !Sentence.isTerminated(line) { unfinished += 1 }
    }
    return inside >= 2 && unfinished * 2 > inside
  }
}

extension Paragraphs {
  /// `text` (read with ``TextCleaner/LineEnds/page``) with one `\n` between lines that are not blank;
  /// lines that were cut at a width are joined. Linear.
  static func joined(_ text: [UInt8]) -> [UInt8] {
    let lines = PageTextLine.lines(of: text)
    var shapes = lines.map { WrappedLine(text[$0.range], followsDirectly: false) }
    let marksParagraphs = indentsFirstLines(lines)
    for (index, line) in lines.enumerated() where index > 0 && !line.isBehindBlank {
      // Below a list's mark, and in blocks that are indented as a whole, lines go on indented.
      let above = lines[index - 1].indent
      shapes[index].followsDirectly =
        line.indent < 2 || line.indent == above && !marksParagraphs
        || line.indent > above && shapes[index - 1].startsWithBullet
    }
    var wrap = HardWrap(shapes)
    if wrap == nil, let usual = usualIndent(of: lines) {
      for (index, line) in lines.enumerated() {
        shapes[index].followsDirectly = !line.isBehindBlank && line.indent < usual + 2
      }
      wrap = HardWrap(shapes)
    }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    for (index, line) in lines.enumerated() {
      if index > 0 {
        if let wrap, wrap.joins(shapes[index - 1], shapes[index]),
          !isCredit(line, afterFirst: lines[index - 1].isBehindBlank, text)
        {
          wrap.append(text[line.range], to: &output)
          continue
        }
        output.append(UInt8(ascii: "\n"))
      }
      output.append(contentsOf: text[line.range])
    }
    return output
  }

  /// Whether indentation begins paragraphs: below several indented lines the text goes on at the margin.
  private static func indentsFirstLines(_ lines: [PageTextLine]) -> Bool {
    zip(lines, lines.dropFirst()).count { line, next in
      line.indent >= 2 && next.indent < 2 && !next.isBehindBlank
    } >= 2
  }

  /// Spaces before most lines, if there are several: some programs indent whole texts.
  private static func usualIndent(of lines: [PageTextLine]) -> Int? {
    var counts: [Int: Int] = [:]
    for line in lines { counts[line.indent, default: 0] += 1 }
    return counts.first { $0.value * 2 > lines.count && $0.key >= 2 }?.key
  }

  /// Whether a line below the first of a block names an author or a date: that one is a headline then.
  private static func isCredit(
    _ line: PageTextLine, afterFirst: Bool, _ text: [UInt8]
  ) -> Bool {
    guard afterFirst, line.range.count < 100 else { return false }
    var words: [UInt64] = []
    let scanned = text.withUnsafeBufferPointer { LineScanner.scan($0, line.range, words: &words) }
    return scanned.isCredit
  }
}

/// Place of a line in a text read with ``TextCleaner/LineEnds/page``.
private struct PageTextLine {
  var range: Range<Int>
  /// Spaces that stood before it.
  var indent: Int
  var isBehindBlank: Bool

  static func lines(of text: [UInt8]) -> [PageTextLine] {
    var lines: [PageTextLine] = []
    var isBehindBlank = true
    text.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count {
        let first = start
        while start < text.count, text[start] == TextCleaner.indentMark { start += 1 }
        var end = start
        while end < text.count, text[end] != 0x0A { end += 1 }
        if end > start {
          lines.append(
            PageTextLine(range: start..<end, indent: start - first, isBehindBlank: isBehindBlank))
        }
        isBehindBlank = end == start
        start = end + 1
      }
    }
    return lines
  }
}
