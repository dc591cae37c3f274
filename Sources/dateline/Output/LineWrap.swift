import DatelineCore

/// Text for a terminal in one paragraph, parts of it in a style.
struct StyledText {
  /// How a part looks.
  enum Look {
    case plain, bold, dim, match
  }

  private(set) var parts: [(text: String, look: Look)] = []

  /// Adds text; what could steer the terminal is taken out, line breaks become spaces.
  mutating func append(_ text: String, _ look: Look = .plain) {
    parts.append((Console.safe(text).replacing("\n", with: " "), look))
  }

  /// Adds a snippet; without colour its matches are put in brackets, so that they still show.
  mutating func append(_ snippet: Snippet, _ look: Look = .plain, style: Style) {
    for piece in snippet.pieces {
      if !piece.isHighlighted {
        append(piece.text, look)
      } else {
        append(style.isOn ? piece.text : "[\(piece.text)]", .match)
      }
    }
  }
}

/// Breaks text at the width of a terminal.
struct LineWrap {
  /// Columns of a line; `nil` for one line however long.
  let width: Int?
  let style: Style

  /// Fewest columns of text on a line, whatever the indent.
  private static let leastText = 8

  private struct Cell {
    var character: Character
    var look: StyledText.Look
  }

  /// The text in lines, each with its indent and a line break.
  ///
  /// Lines are broken at spaces and between characters of scripts without spaces, but not before a
  /// closing or behind an opening mark; a longer word is broken where the line ends.
  /// - Parameters:
  ///   - first: what the first line begins with.
  ///   - indent: spaces that the others begin with.
  /// - Complexity: O(characters).
  func lines(_ text: StyledText, first: String, indent: Int) -> String {
    var cells: [Cell] = []
    for part in text.parts {
      for character in part.text { cells.append(Cell(character: character, look: part.look)) }
    }
    guard let width else { return first + rendered(cells[...]) + "\n" }
    let columns = max(width - indent, Self.leastText)
    var result = ""
    var start = 0
    var isFirst = true
    repeat {
      let room = isFirst ? max(width - DisplayWidth.of(first), Self.leastText) : columns
      let (end, next) = lineEnd(cells, from: start, columns: room)
      result += isFirst ? first : String(repeating: " ", count: indent)
      result += rendered(cells[start..<end]) + "\n"
      start = next
      isFirst = false
    } while start < cells.count
    return result
  }

  /// Where the line ends that begins with a cell, and where the next one begins.
  private func lineEnd(_ cells: [Cell], from start: Int, columns: Int) -> (end: Int, next: Int) {
    var used = 0
    var best: (end: Int, next: Int)?
    var index = start
    while index < cells.count {
      let character = cells[index].character
      if character == " " {
        if index > start { best = (index, index + 1) }
      } else if index > start, canBreak(cells[index - 1].character, character) {
        best = (index, index)
      }
      used += DisplayWidth.of(character)
      // A space may stand in the margin.
      if used > columns, character != " " { break }
      index += 1
    }
    if index == cells.count { return (index, index) }
    return best ?? (max(index, start + 1), max(index, start + 1))
  }

  private func canBreak(_ before: Character, _ after: Character) -> Bool {
    guard before != " ", isIdeographic(before) || isIdeographic(after) else { return false }
    return !Self.notFirst.contains(after) && !Self.notLast.contains(before)
  }

  private func isIdeographic(_ character: Character) -> Bool {
    switch character.unicodeScalars.first?.value ?? 0 {
    case 0x2E80...0x33FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF01...0xFF60,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Characters that a line must not begin with, and end with (JLREQ, section 3.1.7, in part).
  private static let notFirst: Set<Character> = Set("、。，．：；！？）］｝」』】〕〉》ーゃゅょっャュョッ々…‥’”,.:;!?)]}")
  private static let notLast: Set<Character> = Set("（［｛「『【〔〈《‘“([{")

  private func rendered(_ cells: ArraySlice<Cell>) -> String {
    var result = ""
    var index = cells.startIndex
    while index < cells.endIndex {
      let look = cells[index].look
      var text = ""
      while index < cells.endIndex, cells[index].look == look {
        text.append(cells[index].character)
        index += 1
      }
      switch look {
      case .plain: result += text
      case .bold: result += style.bold(text)
      case .dim: result += style.dim(text)
      case .match: result += style.match(text)
      }
    }
    return result
  }
}
