import CLibXML2

/// The library behind the parsers.
enum ParserLibrary {
  /// Makes the library ready for several threads, once: it makes its locks on first use, and two threads
  /// that do so at the same time may wait for each other for ever.
  static let isReady: Void = xmlInitParser()
}
