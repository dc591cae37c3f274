import CLibXML2

/// Options of libxml2 that both parsers run with; those of its HTML parser have the same values.
enum ParserOptions {
  /// Reads on behind faults without printing them, loads nothing from the network, and has no limits
  /// of its own. Entities are not expanded.
  static let forgiving =
    Int32(XML_PARSE_RECOVER.rawValue) | Int32(XML_PARSE_NOERROR.rawValue)
    | Int32(XML_PARSE_NOWARNING.rawValue) | Int32(XML_PARSE_NONET.rawValue)
    | Int32(XML_PARSE_COMPACT.rawValue)
    // The HTML parser has no such option of its own, but heeds it: without it everything below 256
    // levels is lost, and in XML texts beyond 10 MB are refused. The guards bound both.
    | Int32(XML_PARSE_HUGE.rawValue)
}
