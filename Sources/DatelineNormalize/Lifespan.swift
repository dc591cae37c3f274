/// The years of a life or a reign: "(1935 - 2026)", "Otto Brandt, March 3, 1935 – June 1, 2026".
enum Lifespan {
  /// Years between the two that no dates of publication and change have between them.
  private static let leastYears = 15

  /// Whether a line holds two years so far apart. Linear in the line.
  static func isNamed(in line: some Sequence<UInt8>) -> Bool {
    var years: (Int, Int)?
    var digits = 0
    var number = 0
    func take() {
      guard digits == 4, (1000...2100).contains(number) else { return }
      years = years.map { (min($0.0, number), max($0.1, number)) } ?? (number, number)
    }
    for byte in line {
      if (0x30...0x39).contains(byte) {
        digits += 1
        number = digits <= 4 ? number * 10 + Int(byte - 0x30) : number
      } else {
        take()
        digits = 0
        number = 0
      }
    }
    take()
    guard let years else { return false }
    return years.1 - years.0 >= leastYears
  }
}
