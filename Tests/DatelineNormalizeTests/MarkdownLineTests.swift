import Testing

@testable import DatelineNormalize

@Suite("Lines of Markdown")
struct MarkdownLineTests {
  @Test(
    "lose the marks of emphasis and the aims of links",
    arguments: [
      ("The _outer_ harbour is *deep*.", "The outer harbour is deep."),
      ("They __mean__ it, **all** of ***it***.", "They mean it, all of it."),
      ("“_Moby Dick_”, a book", "“Moby Dick”, a book"),
      ("The [pier [of old]](https://bay.example/a) stands.", "The pier [of old] stands."),
      ("A [pier](https://bay.example/a_(b)_c) stands.", "A pier stands."),
      ("A [pier](https://bay.example/a \"The (old) pier\") stands.", "A pier stands."),
      ("A [_pier_](b) ![Pier [x]](p.png)stands.", "A pier stands."),
    ])
  func marks(line: String, expected: String) { #expect(MarkdownLine.text(line[...]) == expected) }

  @Test(
    "keep what is none",
    arguments: [
      "The file snake_case_name and _private", "2 * 3 * 4 is 24", "* one * two",
      "He said [sic] so.",
      "f(a)[b] (c)", "[a](b c)", "____", "* * *", "A note*, and another*", "_", "*", "[](", "[]()",
      "[a](\"", "[a](b \"c",
    ])
  func others(line: String) { #expect(MarkdownLine.text(line[...]) == line) }

  @Test("are read in linear time")
  func isLinear() {
    for piece in ["[", "[a](", "_a", "*a ", "a_ ", "](", "[](b \""] {
      _ = MarkdownLine.text(String(repeating: piece, count: 100_000)[...])
    }
  }
}
