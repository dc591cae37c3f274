extension BuiltInGazetteer {
  /// All lines of the built-in gazetteer.
  static var text: String {
    [
      countries, places, organisations, organisationsNational, organisationsBusiness,
      peopleUnitedStates, peopleEurope, peopleAsiaAfrica, peopleBusiness, peopleCulture, namesakes,
    ].joined(separator: "\n")
  }
}
