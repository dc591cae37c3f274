extension BuiltInGazetteer {
  /// All lines of the built-in gazetteer.
  static var text: String {
    [countries, places, organisations, people1].joined(separator: "\n")
  }
}
