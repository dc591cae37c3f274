import Testing

@testable import DatelineMarkup

@Suite struct HTMLReductionTests {
  private func reduced(_ page: String) -> String {
    let bytes = Array(page.utf8).withUnsafeBufferPointer(HTMLReduction.reduce)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    // Contents of scripts and styles, but not of those that may hold data.
    ("<script>if (a<b) '</p>'</script>x", "<script></script>x"),
    ("<STYLE media=all>a{}</sTyLe >x", "<STYLE ></sTyLe >x"),
    ("<script type=x/json>{}</script>", "<script type=x/json>{}</script>"),
    ("<script type='&#106;'>{}</script>", "<script type='&#106;'>{}</script>"),
    ("<script src=a />text<!-- c -->", "<script src=a />text<!--x-->"),
    ("<script src=a/>code</script>", "<script src=a/></script>"),
    ("<scripts>text</scripts>", "<scripts>text</scripts>"),
    ("<script>no end", "<script>no end"),
    // Comments.
    ("a<!-- b -->c", "a<!--x-->c"), ("a<!-- b --!>c", "a<!--x--!>c"),
    ("a<!---->c", "a<!---->c"), ("a<!-->c-->", "a<!-->c-->"), ("a<!--->c", "a<!--->c"),
    ("a<!----->c", "a<!--x-->c"), ("a<!--- b --->c", "a<!--x-->c"),
    ("a<!-- no <b>end", "a<!-- no <b>end"),
    ("<!-- <script> --><p>x</p></script>", "<!--x--><p>x</p></script>"),
    // Attributes.
    ("<p data-x=1 class=a onfocus='>' id=\"b\">", "<p  class=a  id=\"b\">"),
    ("<p onfocus='a'class=b>", "<p class=b>"), ("<p onfocus>x", "<p >x"),
    ("<br onfocus=\"a\"/>", "<br />"), ("<p ONFOCUS = a CLASS = b>", "<p  CLASS = b>"),
    ("<p it's onfocus=\"a\">x<!--'-->", "<p 's >x<!--x-->"),
    ("<p title='<script>' x='<!--'>y</p>", "<p title='<script>' >y</p>"),
    ("<a href=a b='no end", "<a href=a b='no end"),
    ("</p onfocus='>'><!a='>'><?b='>'>", "</p onfocus='>'><!a='>'><?b='>'>"),
    ("1 < 2 <3 <", "1 < 2 <3 <"), ("a\0b", "a b"),
  ])
  func unseenPartsAreLeftOut(page: String, expected: String) {
    let result = reduced(page)
    #expect(result == expected, "\(page)")
  }

  @Test func tagsKeepABoundedNumberOfAttributes() {
    let attributes = (0..<1_000).map { "class=a\($0)" }.joined(separator: " ")
    let result = reduced("<p \(attributes)>text")
    let count = result.split(separator: "=").count - 1
    #expect(count == HTMLReduction.mostAttributes)
    #expect(result.hasSuffix(">text"))
  }

  @Test func hostilePagesTakeLinearTime() {
    // Each of these would take hours if a part were read again for each of its bytes.
    for piece in ["<!--", "<!-- -", "<script>", "<p a='", "<p a", "a", "<", "</", "<a:b.c"] {
      let page = "<p " + String(repeating: piece, count: 4_000_000 / piece.utf8.count)
      #expect(reduced(page).utf8.count <= page.utf8.count)
    }
  }
}
