/// Names of HTML elements that mean something to readers of news pages.
package enum HTMLTag: UInt8, Sendable, CaseIterable {
  /// Text, not an element.
  case text
  /// An element with any other name.
  case other
  case a, abbr, address, amp, article, aside, audio, b, base, blockquote, body, br, button, caption
  case center, cite, code, dd, del, details, dialog, div, dl, dt, em, embed, fieldset, figcaption
  case figure, font, footer, form, frame, h1, h2, h3, h4, h5, h6, head, header, hr, html, i, iframe
  case img, input, ins, label, legend, li, link, main, map, mark, menu, meta, meter, nav, noscript
  case object, ol, optgroup, option, p, picture, pre, progress, q, rp, rt, ruby, s, samp, script
  case section, select, small, source, span, strike, strong, style, sub, summary, sup, svg, table
  case tbody, td, template, textarea, tfoot, th, thead, time, title, tr, tt, u, ul, video, wbr

  /// The tag of an element's name in lower case.
  static let names: [String: HTMLTag] = {
    var table: [String: HTMLTag] = [:]
    for tag in allCases where tag != .text && tag != .other { table["\(tag)"] = tag }
    return table
  }()

  /// Whether the element starts a line of its own (HTML Living Standard, section 15.3, "display:
  /// block" and what browsers lay out like it).
  package var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog,
      .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5,
      .h6, .header, .hr, .html, .legend, .li, .main, .menu, .nav, .ol, .optgroup, .option, .p,
      .pre, .section, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul:
      return true
    default:
      return false
    }
  }

  /// Level of a heading element, 1 to 6; 0 for all others.
  package var headingLevel: Int {
    switch self {
    case .h1: return 1
    case .h2: return 2
    case .h3: return 3
    case .h4: return 4
    case .h5: return 5
    case .h6: return 6
    default: return 0
    }
  }
}

/// Attributes that are kept of an element.
package enum HTMLAttribute: UInt8, Sendable, CaseIterable {
  case `class`, id, name, property, content, itemprop, itemtype, itemscope, rel, rev, href, src
  case datetime, pubdate, title, alt, lang, type, role, style, hidden, charset, width, height
  case ariaHidden = 100
  case ariaLabel, httpEquiv, dataComponent, dataTestid, dataType, dataQa, dataModule, dataSrc
  case dataTimestamp, dataDatetime, dataPublished, dataAuthor, dataTitle, dataUrl
  case dataHref, dataLink, dataPermalink, onclick

  /// The attribute of a name in lower case.
  static let names: [String: HTMLAttribute] = {
    var table: [String: HTMLAttribute] = [:]
    for attribute in allCases {
      // `dataTestid` is written `data-testid`.
      var name = ""
      for character in "\(attribute)" {
        if character.isUppercase { name += "-" }
        name += character.lowercased()
      }
      table[name] = attribute
    }
    return table
  }()
  /// Whether an attribute's name, in any case, is one of those that are kept. A bit for each length
  /// and first letter spares most names the look-up.
  static func isKnown(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = name.first, name.count < 24 else { return false }
    guard known.initials[name.count] >> UInt32(first & 31) & 1 == 1 else { return false }
    return known.hashes.contains(hash(name))
  }

  private static let known: (initials: [UInt32], hashes: Set<UInt64>) = {
    var initials = [UInt32](repeating: 0, count: 24)
    var hashes: Set<UInt64> = []
    for name in names.keys {
      let bytes = Array(name.utf8)
      initials[bytes.count] |= 1 << UInt32(bytes[0] & 31)
      hashes.insert(bytes.withUnsafeBufferPointer(hash))
    }
    return (initials, hashes)
  }()

  /// FNV-1a of the name in lower case.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name {
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      hash = (hash ^ UInt64(isCapital ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
    return hash
  }
}
