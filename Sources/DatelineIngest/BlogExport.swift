import DatelineMarkup

/// What the exports of blogs say of their items beyond feeds: WordPress (WXR 1.x) and Blogger (Atom).
struct BlogExport {
  private let tree: XMLTree
  private let item: Int

  init(_ tree: XMLTree, item: Int) {
    self.tree = tree
    self.item = item
  }

  /// Why the item is no article; `nil` when nothing says so. Types that a site made up itself may be
  /// articles.
  var refusal: String? {
    if let type = line("wp:post_type") {
      if let what = Self.wordPressTypes[type] { return "the item is \(what)" }
      if let status = line("wp:status"), let what = Self.wordPressStatuses[status] {
        return "the item is \(what)"
      }
      return nil
    }
    if let kind = bloggerKind, kind != "post" {
      return "the entry is \(kind == "comment" ? "a comment" : "a blog's \(kind.prefix(20))")"
    }
    if tree.child("thr:in-reply-to", of: item) != nil { return "the entry is a comment" }
    let control = tree.child("app:control", of: item) ?? tree.child("control", of: item)
    let draft = control.flatMap {
      tree.line(tree.child("app:draft", of: $0)) ?? tree.line(tree.child("draft", of: $0))
    }
    if draft == "yes" || line("blogger:status")?.lowercased() == "draft" {
      return "the entry is a draft"
    }
    return nil
  }

  /// Whether the item is one of WordPress.
  var isWordPress: Bool { tree.child("wp:post_type", of: item) != nil }

  /// Whether a category tells only what the entry is.
  static func isKind(_ tree: XMLTree, _ category: Int) -> Bool {
    tree.value("scheme", of: category)?.hasSuffix("#kind") == true
  }

  /// `post`, `comment`, `page`, `settings`, `template` of Blogger's entries.
  private var bloggerKind: String? {
    if let type = line("blogger:type") { return type.lowercased() }
    for child in tree.children(item)
    where tree.name(child) == "category" && Self.isKind(tree, child) {
      return tree.value("term", of: child)?.split(separator: "#").last?.lowercased()
    }
    return nil
  }

  private func line(_ name: String) -> String? { tree.line(tree.child(name, of: item)) }

  private static let wordPressTypes = [
    "attachment": "an attachment", "page": "a page of the site, no article",
    "nav_menu_item": "an entry of a menu", "revision": "an older version",
    "custom_css": "a style sheet", "customize_changeset": "a setting",
    "oembed_cache": "a setting", "user_request": "a setting", "wp_block": "a block of pages",
    "wp_template": "a template", "wp_template_part": "a template",
    "wp_global_styles": "a style sheet", "wp_navigation": "a menu", "wp_font_family": "a font",
    "wp_font_face": "a font", "feedback": "a comment", "wpcf7_contact_form": "a form",
    "acf-field": "a setting", "acf-field-group": "a setting", "elementor_library": "a template",
  ]
  private static let wordPressStatuses = [
    "draft": "a draft", "auto-draft": "a draft", "pending": "a draft", "private": "private",
    "trash": "deleted", "future": "to be published later",
  ]

  /// Names of WordPress's authors by the names under which they log in, which items have.
  static func authors(_ head: XMLTree, channel: Int) -> [String: String] {
    var names: [String: String] = [:]
    for author in head.children(channel) where head.name(author) == "wp:author" {
      if let login = head.line(head.child("wp:author_login", of: author)),
        let name = head.line(head.child("wp:author_display_name", of: author))
      {
        names[login] = name
      }
    }
    return names
  }

  /// WordPress's text as it shows it: without shortcodes, and of texts without paragraphs blank lines begin
  /// them (`wpautop`). Linear.
  static func text(_ content: String) -> String {
    let text = withoutShortcodes(content)
    if text.contains("<p>") || text.contains("<p ") { return text }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for index in lines.indices where lines[index].allSatisfy(\.isWhitespace) {
      lines[index] = "<p>"
    }
    return lines.joined(separator: "\n")
  }

  /// WordPress's text without shortcodes: pictures with their captions, players and the tags of page
  /// builders, whose names have a `_`. Linear.
  static func withoutShortcodes(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return text }
    var output = ""
    output.reserveCapacity(text.utf8.count)
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "[") {
      output += rest[..<open]
      let tag = rest[rest.index(after: open)...]
      let isEnd = tag.first == "/"
      let name = (isEnd ? tag.dropFirst() : tag).prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")
      }
      let behind = name.endIndex < tag.endIndex ? tag[name.endIndex] : " "
      let isCode =
        (shortcodes.contains(String(name)) || name.contains("_")) && "] /=".contains(behind)
      guard isCode, let close = tag.prefix(4_096).firstIndex(of: "]") else {
        output += rest[open...open]
        rest = tag
        continue
      }
      rest = tag[tag.index(after: close)...]
      if !isEnd, withContent.contains(String(name)),
        let end = rest.firstRange(of: "[/\(name)]")
      {
        rest = rest[end.upperBound...]
      }
    }
    return output + rest
  }

  private static let shortcodes: Set<String> = [
    "caption", "gallery", "embed", "audio", "video", "playlist", "youtube", "vimeo", "tweet",
    "instagram", "contact-form", "contact-form-7",
  ]
  /// Those whose content is no text either.
  private static let withContent: Set<String> = ["caption", "embed", "audio", "video", "youtube"]
}
