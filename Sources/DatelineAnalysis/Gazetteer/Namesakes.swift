/// Built-in gazetteer: entities that share a name with a better known one; see `maybe` in the format.
extension BuiltInGazetteer {
  static let namesakes = #"""
    san-jose-california | place | San Jose, California | alias: San Jose, Calif | maybe: San Jose | with: California; Calif; Silicon Valley; San Francisco; Oakland; Santa Clara; Palo Alto; Cisco; Adobe; eBay; Bay Area; Sharks; Earthquakes; Apple; HP; technology; chip; software | not: San Jose Sharks; San Jose Earthquakes; San Jose Mercury News; San Jose State
    birmingham-alabama | place | Birmingham, Alabama | alias: Birmingham, Ala | maybe: Birmingham | with: Alabama; Ala; Jefferson County; Montgomery; Tuscaloosa; Huntsville; civil rights; Martin Luther King; Doug Jones; Roy Moore; segregation
    cambridge-massachusetts | place | Cambridge, Massachusetts | alias: Cambridge, Mass | maybe: Cambridge | with: Massachusetts; Mass; Boston; Harvard; MIT; Somerville; New England
    ac-milan | org | AC Milan | alias: A.C. Milan | maybe: =Milan | with: @soccer; Rossoneri; San Siro; Juventus; Inter Milan; Fiorentina; Sampdoria; Lazio
    inter-milan | org | Inter Milan | alias: Internazionale; Inter of Milan | with: @soccer
    olympique-marseille | org | Olympique Marseille | alias: Olympique de Marseille | maybe: Marseille; Marseilles | with: @soccer; Velodrome; Paris St Germain; Paris Saint-Germain; Paris FC; Bastia
    as-monaco | org | AS Monaco | maybe: Monaco | with: @soccer; Paris St Germain; Paris Saint-Germain; Bastia; Guingamp
    hamburg-sv | org | Hamburg SV | alias: Hamburger SV; =HSV | maybe: Hamburg | with: @soccer; Bayern; Bayern Munich; Werder Bremen; Schalke; Leverkusen; St Pauli
    tottenham-hotspur | org | Tottenham Hotspur | alias: Tottenham; Spurs FC | not: Tottenham Court Road; Tottenham riots
    atletico-madrid | org | Atlético Madrid | alias: Atletico de Madrid
    borussia-dortmund | org | Borussia Dortmund
    ajax | org | AFC Ajax | alias: Ajax Amsterdam
    newcastle-united | org | Newcastle United
    everton-fc | org | Everton FC | maybe: Everton | with: @soccer; Goodison
    aston-villa | org | Aston Villa
    celtic-fc | org | Celtic FC | alias: Glasgow Celtic | maybe: =Celtic | with: @soccer; Scottish League
    boston-celtics | org | Boston Celtics | alias: =Celtics
    george-washington | person | George Washington | alias: Gen. George Washington; President George Washington | not: George Washington University; George Washington Bridge; George Washington Carver; USS George Washington; George Washington High School
    """#
}
