import Foundation
import Testing

@testable import DatelineNormalize

@Suite struct TextNormalizerTests {
  @Test func collapsesSpaces() {
    #expect(TextNormalizer.line("  a \t b\u{A0}\u{3000} c \r\n d ") == "a b c d")
    #expect(TextNormalizer.line("") == "")
    #expect(TextNormalizer.line(" \n ") == "")
  }

  @Test func removesControlCharacters() {
    #expect(TextNormalizer.line("a\u{0}b\u{7}c\u{7F}d\u{81}e") == "abcde")
    #expect(TextNormalizer.line("so\u{AD}ft\u{200B}\u{FEFF}\u{202E}\u{2066}!") == "soft!")
  }

  /// Old pages write windows-1252 as numbers of characters, and it is read as Latin-1.
  @Test func controlsThatAreWindows1252AreRead() {
    #expect(
      TextNormalizer.body("\u{93}He hadn\u{92}t,\u{94} she said\u{85} \u{96} \u{80}5 \u{8A}koda")
        == "“He hadn’t,” she said… – €5 Škoda")
    #expect(TextNormalizer.line("a\u{92}\u{301}") == "a’\u{301}")
  }

  @Test func keepsJoiners() {
    let text = "می\u{200C}خواهم 👩\u{200D}👧"
    #expect(TextNormalizer.line(text) == text)
  }

  @Test func keepsQuotesAndDashes() {
    let text = "“He said ‘no’,” – \"yes\" — 'it’s' «oui» …"
    #expect(TextNormalizer.line(text) == text)
  }

  @Test func composes() {
    #expect(Array(TextNormalizer.line("cafe\u{301}").utf8) == Array("caf\u{E9}".utf8))
    #expect(Array(TextNormalizer.line("\u{212B}").utf8) == Array("\u{C5}".utf8))
    #expect(Array(TextNormalizer.line("\u{1112}\u{1161}\u{11AB}").utf8) == Array("한".utf8))
  }

  @Test func lineEndsMakeParagraphs() {
    #expect(TextNormalizer.body("One.\nTwo.\r\nThree.\rFour.") == "One.\n\nTwo.\n\nThree.\n\nFour.")
    #expect(TextNormalizer.body("\n\nOne.\n \n\t\nTwo.\n") == "One.\n\nTwo.")
    #expect(TextNormalizer.body("One.\u{2029}Two.\u{2028}Three.") == "One.\n\nTwo.\n\nThree.")
  }

  @Test func joinsHardWrappedLines() {
    let wrapped = """
      The council met on Tuesday evening to discuss the new bridge over
      the river, which has been closed to traffic since the flood of last
      spring, and put off its decision.
         The mayor said that the work would cost more than had been planned,
      and that the money was not there.

      A second vote is due in June.
      """
    #expect(
      TextNormalizer.body(wrapped) == """
        The council met on Tuesday evening to discuss the new bridge over the river, which has been \
        closed to traffic since the flood of last spring, and put off its decision.

        The mayor said that the work would cost more than had been planned, and that the money was \
        not there.

        A second vote is due in June.
        """)
  }

  @Test func doesNotJoinLists() {
    #expect(TextNormalizer.body("Red\nGreen\nBlue\nWhite") == "Red\n\nGreen\n\nBlue\n\nWhite")
  }

  @Test func reducesMarkup() {
    #expect(
      TextNormalizer.body(
        "<p>One <b>bold</b> word.</p>\n<p class=\"a>b\">Two<br/>three &amp; four.</p>")
        == "One bold word.\n\nTwo\n\nthree & four.")
    #expect(TextNormalizer.line("See <a href='/x'>here</a> now") == "See here now")
    #expect(
      TextNormalizer.body("<p>a</p><script>var x = '<p>no</p>';</script><p>b</p>") == "a\n\nb")
    #expect(TextNormalizer.body("a<!-- <p>hidden</p> --> b<br>c") == "a b\n\nc")
    #expect(TextNormalizer.body("<div>one\ntwo</div>") == "one two")
    #expect(TextNormalizer.body("First.\n\nSee <em>this</em>.") == "First.\n\nSee this.")
  }

  @Test(arguments: [
    "a < b and b > c", "<name withheld>", "x <3 y", "a<b", "<ada@example.org>", "<p",
  ])
  func keepsWhatIsNoMarkup(text: String) {
    #expect(TextNormalizer.line(text) == text)
  }

  @Test func unclosedCommentsAreLinear() {
    let text = String(repeating: "<!-- <script> ", count: 50_000)
    #expect(TextNormalizer.line(text).hasPrefix("<!--"))
  }

  @Test(arguments: [
    ("&amp;", "&"), ("&lt;p&gt;", "<p>"), ("&quot;&apos;&#39;", "\"''"), ("a&nbsp;b", "a b"),
    ("&#8217;", "’"), ("&#x2019;", "’"), ("&#X2019;", "’"), ("&#8217", "’"), ("&#146;", "’"),
    ("&#128;", "€"), ("&ldquo;&rdquo;&lsquo;&rsquo;", "“”‘’"), ("&ndash;&mdash;&hellip;", "–—…"),
    ("&eacute;&Uuml;&szlig;&ntilde;&ccedil;&oslash;", "éÜßñçø"),
    ("&pound;&euro;&cent;&yen;", "£€¢¥"),
    ("&copy;&reg;&trade;", "©®™"), ("&Lstrok;&oacute;d&zacute;", "Łódź"),
    ("&gbreve;&scedil;&inodot;", "ğşı"),
    ("&frac12;&deg;&times;&yuml;&iexcl;", "½°×ÿ¡"), ("&bull;&middot;&laquo;&raquo;", "•·«»"),
    ("&amp;lt;", "&lt;"), ("&amp;amp;", "&amp;"), ("&unknown;", "&unknown;"), ("AT&T", "AT&T"),
    ("Q&A; more", "Q&A; more"), ("&", "&"), ("&#;", "&#;"), ("&#xZ;", "&#xZ;"), ("&;", "&;"),
    ("&#0;x", "\u{FFFD}x"), ("&#xD800;", "\u{FFFD}"), ("&#99999999999999999999;", "\u{FFFD}"),
    ("a&#13;&#10;b", "a b"), ("so&shy;ft", "soft"), ("?a=1&copy=2", "?a=1&copy=2"),
  ])
  func decodesReferences(text: String, expected: String) {
    #expect(TextNormalizer.line(text) == expected)
  }

  @Test func namedReferencesAreTheHundredMostUsed() {
    #expect(CharacterReferences.named.count > 200)
    #expect(CharacterReferences.named["nbsp"] == 0xA0)
    #expect(CharacterReferences.named["shy"] == 0xAD)
    #expect(CharacterReferences.named["iexcl"] == 0xA1)
    #expect(CharacterReferences.named["yuml"] == 0xFF)
    #expect(CharacterReferences.named["Agrave"] == 0xC0)
  }

  /// The shortcut past the composition must never be taken wrongly.
  @Test func surelyComposedCharactersAreComposed() {
    for value in UInt32(0)..<0x30000 where ScalarClass.isSurelyComposed(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // A character that composed or reordered would do so after a letter or beside itself.
      let text = "a" + String(scalar) + String(scalar)
      let composed = text.precomposedStringWithCanonicalMapping
      #expect(text.utf8.elementsEqual(composed.utf8), "U+\(String(value, radix: 16))")
    }
  }
}
