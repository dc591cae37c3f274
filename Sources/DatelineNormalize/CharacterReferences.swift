/// HTML and XML character references (`&amp;`, `&#8217;`, `&#x2019;`).
///
/// Names and values: HTML Living Standard, section "Named character references"; numbers from 128 to
/// 159 stand for the windows-1252 characters there, as the same standard has it.
enum CharacterReferences {
  /// `bytes` with each reference decoded once; what is no reference stays as it is.
  static func decode(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBufferPointer(decode) }

  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&"), let (scalar, end) = reference(in: bytes, at: index) {
        output.append(contentsOf: String(scalar).utf8)
        index = end
      } else {
        let rest = bytes[(index + 1)...]
        let end = rest.firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[index..<end]))
        index = end
      }
    }
    return output
  }

  /// The character that the reference at `start`, where a `&` is, stands for, and its end; `nil` when
  /// there is none.
  static func reference(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var index = start + 1
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "#") { return numeric(in: bytes, at: index + 1) }
    let limit = min(bytes.count, start + 12)
    while index < limit, isAlphanumeric(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ";"), index > start + 1 else {
      return nil
    }
    let name = String(decoding: bytes[(start + 1)..<index], as: UTF8.self)
    guard let value = named[name], let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, index + 1)
  }

  private static func numeric(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var index = start
    var radix: UInt32 = 10
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      index += 1
    }
    let first = index
    var value: UInt32 = 0
    while index < bytes.count, let digit = hexDigit(bytes[index]), digit < radix {
      // Saturates: anything beyond Unicode is the same fault.
      value = min(value * radix + digit, 0x11_0000)
      index += 1
    }
    guard index > first else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    if value >= 0x80 && value <= 0x9F {
      value = UInt32(windows1252[Int(value) - 0x80])
    }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (scalar ?? "\u{FFFD}", index)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return true
    default: return false
    }
  }

  private static func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// Names met in news text: markup characters, punctuation, currency, Latin-1 and the letters of
  /// the larger European languages.
  static let named: [String: UInt32] = {
    var table: [String: UInt32] = [
      "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "AMP": 0x26, "LT": 0x3C,
      "GT": 0x3E, "QUOT": 0x22, "num": 0x23, "dollar": 0x24, "percnt": 0x25, "lpar": 0x28,
      "rpar": 0x29, "ast": 0x2A, "plus": 0x2B, "comma": 0x2C, "period": 0x2E, "sol": 0x2F,
      "colon": 0x3A, "semi": 0x3B, "equals": 0x3D, "quest": 0x3F, "excl": 0x21, "commat": 0x40,
      "lsqb": 0x5B, "rsqb": 0x5D, "lowbar": 0x5F, "lbrace": 0x7B, "rbrace": 0x7D, "vert": 0x7C,
      "nbsp": 0xA0, "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "hairsp": 0x200A,
      "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E, "rlm": 0x200F, "shy": 0xAD, "Tab": 0x09,
      "NewLine": 0x0A, "hyphen": 0x2010, "dash": 0x2010, "ndash": 0x2013, "mdash": 0x2014,
      "horbar": 0x2015, "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C,
      "rdquo": 0x201D, "bdquo": 0x201E, "rsquor": 0x2019, "rdquor": 0x201D, "dagger": 0x2020,
      "Dagger": 0x2021, "bull": 0x2022, "hellip": 0x2026, "mldr": 0x2026, "permil": 0x2030,
      "prime": 0x2032, "Prime": 0x2033, "lsaquo": 0x2039, "rsaquo": 0x203A, "euro": 0x20AC,
      "trade": 0x2122, "numero": 0x2116, "larr": 0x2190, "uarr": 0x2191, "rarr": 0x2192,
      "darr": 0x2193, "minus": 0x2212, "ne": 0x2260, "le": 0x2264, "ge": 0x2265, "star": 0x2606,
      "starf": 0x2605, "check": 0x2713, "fnof": 0x192, "circ": 0x2C6, "tilde": 0x2DC,
      "OElig": 0x152, "oelig": 0x153, "Scaron": 0x160, "scaron": 0x161, "Yuml": 0x178,
      "Abreve": 0x102, "abreve": 0x103, "Aogon": 0x104, "aogon": 0x105, "Cacute": 0x106,
      "cacute": 0x107, "Ccaron": 0x10C, "ccaron": 0x10D, "Dcaron": 0x10E, "dcaron": 0x10F,
      "Dstrok": 0x110, "dstrok": 0x111, "Ecaron": 0x11A, "ecaron": 0x11B, "Eogon": 0x118,
      "eogon": 0x119, "Gbreve": 0x11E, "gbreve": 0x11F, "Idot": 0x130, "imath": 0x131,
      "inodot": 0x131, "Lstrok": 0x141, "lstrok": 0x142, "Nacute": 0x143, "nacute": 0x144,
      "Ncaron": 0x147, "ncaron": 0x148, "Odblac": 0x150, "odblac": 0x151, "Rcaron": 0x158,
      "rcaron": 0x159, "Sacute": 0x15A, "sacute": 0x15B, "Scedil": 0x15E, "scedil": 0x15F,
      "Tcaron": 0x164, "tcaron": 0x165, "Udblac": 0x170, "udblac": 0x171, "Uring": 0x16E,
      "uring": 0x16F, "Zacute": 0x179, "zacute": 0x17A, "Zcaron": 0x17D, "zcaron": 0x17E,
      "Zdot": 0x17B, "zdot": 0x17C,
    ]
    // U+00A1 to U+00FF in order; U+00AD (shy) and U+00A0 (nbsp) are above.
    let latin1 = """
      iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
      sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute \
      Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH \
      Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
      ucirc uuml yacute thorn yuml
      """
    for (offset, name) in latin1.split(separator: " ").enumerated() {
      table[String(name)] = 0xA1 + UInt32(offset)
    }
    return table
  }()
}
