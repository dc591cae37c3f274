/// Built-in gazetteer, part 1: the countries; this comment also explains the format of all parts.
///
/// Each part is one raw string literal with one entity per line, fields parted by ` | `:
///
///     id | kind | Canonical Name | alias: A; B | demonym: C; D | metonym: E | surname: F | maybe: G |
///         with: H; @soccer | not: I | home: id | role: country
///
/// - `id`: lower-case ASCII words joined by hyphens, unique over all parts, stable between releases.
/// - `kind`: `place` (countries too), `org` or `person`.
/// - The canonical name is itself an alias; a leading `=` is no part of the name.
/// - `alias`: names that mean the entity wherever they stand. No name, alias or demonym belongs to
///   two entities. Dotted forms of capital acronyms (`N.A.T.O.`) are derived, not listed.
/// - `demonym`: adjectives and words for the people (of a party: its members).
/// - `metonym`: seats that stand in for the entity (Moscow, Kremlin). Two entities may share one.
/// - `surname`: counts as this person only after a name or alias occurred in the same article, and
///   then before any alias of another entity. Several people may share one.
/// - `maybe`: names that mean the entity only where the article speaks for it, and more for it than
///   for others of that name: each mention under another name counts two, each word of `with` one,
///   six more for one of them close by; three are needed. Another entity's alias may be the same.
/// - `with`: words and phrases that speak for the entity where it shares a name, also on the line of
///   the entity that has the name as an alias. `@soccer` stands for the words of that subject.
/// - `not`: longer phrases that contain a form but do not mean this entity. Other entities in them are
///   found ("Peru's Congress" is not the one in Washington, and names Peru).
/// - `home`: the country of a body whose name others have too; right behind another country's name it
///   is not meant ("Australian Democrats").
/// - `role`: `country` (its national team bears its name and is still a mention; that of a town is
///   none), `agency` (a medium whose credits, "LONDON (Reuters) -", are no mentions).
///
/// Sections keep this order; empty ones are left out. Forms are compared token by token without
/// regard to case, diacritics and punctuation; one that starts with `=` counts only in exactly its
/// own letter case, because its lower-case spelling is an ordinary word (`=US`, `=Turkey`). All names
/// need a capital somewhere, in a text that has capitals. Only blanks, hyphens, apostrophes and the
/// full stops of initials and abbreviations may part their words in a text, and other marks where
/// they are spelled with them (`Washington, D.C.`).
enum BuiltInGazetteer {
  static let countries = #"""
    afghanistan | place | Afghanistan | alias: Islamic Emirate of Afghanistan | demonym: Afghan; Afghans | metonym: Kabul | role: country
    albania | place | Albania | demonym: Albanian; Albanians | metonym: Tirana | role: country
    algeria | place | Algeria | demonym: Algerian; Algerians | metonym: Algiers | role: country
    andorra | place | Andorra | demonym: Andorran; Andorrans | metonym: Andorra la Vella | role: country
    angola | place | Angola | demonym: Angolan; Angolans | metonym: Luanda | not: Angola prison; Angola, Louisiana; Angola, Indiana | role: country
    antigua-and-barbuda | place | Antigua and Barbuda | alias: Antigua; Barbuda | demonym: Antiguan; Antiguans; Barbudan; Barbudans | metonym: St. John's, Antigua | not: Antigua Guatemala | role: country
    argentina | place | Argentina | alias: Argentine Republic | demonym: Argentine; Argentines; Argentinian; Argentinians; Argentinean; Argentineans | metonym: Buenos Aires; Casa Rosada | role: country
    armenia | place | Armenia | demonym: Armenian; Armenians | metonym: Yerevan | not: Armenia, Colombia | role: country
    australia | place | Australia | alias: Commonwealth of Australia | demonym: Australian; Australians; Aussie; Aussies | metonym: Canberra | not: Australian shepherd | role: country
    austria | place | Austria | demonym: Austrian; Austrians | metonym: Vienna; Ballhausplatz | not: Vienna, Virginia; Vienna Philharmonic; Vienna Convention; Vienna Boys Choir; Austria-Hungary | role: country
    azerbaijan | place | Azerbaijan | alias: Azerbaidzhan | demonym: Azerbaijani; Azerbaijanis; Azeri; Azeris | metonym: Baku | not: East Azerbaijan; West Azerbaijan | role: country
    bahamas | place | Bahamas | alias: The Bahamas | demonym: Bahamian; Bahamians | metonym: =Nassau | not: Nassau County; Nassau Coliseum; Nassau Street; Orange-Nassau | role: country
    bahrain | place | Bahrain | alias: Bahrein | demonym: Bahraini; Bahrainis | metonym: Manama | role: country
    bangladesh | place | Bangladesh | demonym: Bangladeshi; Bangladeshis | metonym: Dhaka; Dacca | role: country
    barbados | place | Barbados | demonym: Barbadian; Barbadians; Bajan; Bajans | metonym: Bridgetown | role: country
    belarus | place | Belarus | alias: Byelorussia; Belorussia; Byelarus | demonym: Belarusian; Belarusians; Belarussian; Belarussians; Byelorussian; Byelorussians | metonym: Minsk | role: country
    belgium | place | Belgium | demonym: Belgian; Belgians | metonym: Brussels | not: Brussels sprouts; Belgian Malinois | role: country
    belize | place | Belize | alias: British Honduras | demonym: Belizean; Belizeans | metonym: Belmopan; Belize City | role: country
    benin | place | Benin | alias: Dahomey | demonym: Beninese; Beninois | metonym: Porto-Novo; Cotonou | not: Benin City; Benin Bronzes; Benin Bronze; Kingdom of Benin | role: country
    bhutan | place | Bhutan | demonym: Bhutanese | metonym: Thimphu | role: country
    bolivia | place | Bolivia | alias: Plurinational State of Bolivia | demonym: Bolivian; Bolivians | metonym: La Paz; =Sucre | not: La Paz, Mexico | role: country
    bosnia-and-herzegovina | place | Bosnia and Herzegovina | alias: Bosnia; Bosnia-Herzegovina; Herzegovina; =BiH | demonym: Bosnian; Bosnians; Bosniak; Bosniaks; Herzegovinian | metonym: Sarajevo | role: country
    botswana | place | Botswana | alias: Bechuanaland | demonym: Botswanan; Botswanans; Motswana; Batswana | metonym: Gaborone | role: country
    brazil | place | Brazil | alias: Brasil; Federative Republic of Brazil | demonym: Brazilian; Brazilians | metonym: Brasilia; Planalto | not: Brazil nut; Brazil nuts; Brazil, Indiana; Brazilian wax; Brazilian jiu-jitsu | role: country
    brunei | place | Brunei | alias: Brunei Darussalam | demonym: Bruneian; Bruneians | metonym: Bandar Seri Begawan | role: country
    bulgaria | place | Bulgaria | demonym: Bulgarian; Bulgarians; Bulgar; Bulgars | metonym: =Sofia | not: Sofia Vergara; Sofia Coppola; Sofia Kenin; Queen Sofia; Reina Sofia; Sofia Goggia | role: country
    burkina-faso | place | Burkina Faso | alias: Burkina; Upper Volta | demonym: Burkinabe; Burkinabes; Burkinan | metonym: Ouagadougou | role: country
    burundi | place | Burundi | demonym: Burundian; Burundians | metonym: Bujumbura; Gitega | role: country
    cambodia | place | Cambodia | alias: Kampuchea | demonym: Cambodian; Cambodians; Kampuchean; Kampucheans | metonym: Phnom Penh | role: country
    cameroon | place | Cameroon | alias: Cameroun; Cameroons | demonym: Cameroonian; Cameroonians | metonym: Yaounde | role: country
    canada | place | Canada | demonym: Canadian; Canadians; Canuck | metonym: Ottawa; Parliament Hill | not: Air Canada; Canada goose; Canada geese; Bank of Canada; Ottawa Senators; Canadian bacon | role: country
    cape-verde | place | Cape Verde | alias: Cabo Verde | demonym: Cape Verdean; Cape Verdeans; Cabo Verdean | metonym: Praia | role: country
    central-african-republic | place | Central African Republic | alias: Centrafrique; Central African Empire | demonym: Central African; Central Africans | metonym: Bangui | role: country
    chad | place | =Chad | alias: =CHAD; Republic of Chad | demonym: Chadian; Chadians | metonym: N'Djamena; Ndjamena | not: Chad Hurley; Chad Johnson; Chad Ochocinco; Chad Kroeger; Chad le Clos; Chad Wolf; Chad Smith; Chad Henne; Chad Pennington; Chad Reed; Chad Michael Murray | role: country
    chile | place | Chile | alias: Republic of Chile | demonym: Chilean; Chileans | metonym: Santiago; La Moneda | not: chile pepper; chile peppers; green chile; red chile; chile sauce; Santiago de Compostela; Santiago de Cuba; Santiago Bernabeu; Santiago Solari; Santiago Calatrava; Chilean sea bass | role: country
    china | place | =China | alias: =CHINA; People's Republic of China; =PRC; mainland China; Communist China; Red China; PR China | demonym: Chinese | metonym: Beijing; Peking; Zhongnanhai | not: China Grove; South China Sea; East China Sea; China Lake; China Airlines; Bone China; Chinese Taipei; Chinese checkers; Beijing Olympics; Peking duck; Peking University; China Syndrome; Chinese Nationalist | role: country
    colombia | place | Colombia | demonym: Colombian; Colombians | metonym: Bogota | role: country
    comoros | place | Comoros | alias: Comoro Islands; Comoros Islands; Union of the Comoros | demonym: Comorian; Comorians; Comoran; Comorans | metonym: Moroni | role: country
    congo-brazzaville | place | Republic of the Congo | alias: Congo-Brazzaville; Republic of Congo; Congo Republic | metonym: Brazzaville | maybe: Congo; Congolese | with: Sassou; Sassou Nguesso; Sassou-Nguesso; Lissouba; Pointe-Noire; Pointe Noire; Kolelas; Ninja militia; Likouala; Dolisie | role: country
    congo-kinshasa | place | Democratic Republic of the Congo | alias: Democratic Republic of Congo; DR Congo; D.R. Congo; =DRC; Congo; Congo-Kinshasa; =Zaire; =ZAIRE; Belgian Congo | demonym: Congolese; Zairean; Zaireans; Zairian; Zairians | metonym: Kinshasa | with: Kabila; Tshisekedi; Mobutu; Lumumba; Bemba; Katumbi; Goma; Katanga; Lubumbashi; Kivu; North Kivu; South Kivu; Bukavu; Bunia; Ituri; Kisangani; Kasai; Kolwezi; M23; MONUC; MONUSCO; Rwanda; Rwandan; Uganda; Ugandan; Hutu; Tutsi; Nkunda; Ntaganda; Inga; Gecamines; Virunga; Zaire; Zairean; coltan; cobalt; Ebola | not: Congo River; Congo Basin; Congo Square; Congo fever; Crimean-Congo | role: country
    costa-rica | place | Costa Rica | demonym: Costa Rican; Costa Ricans; Tico; Ticos | maybe: San Jose | not: San Jose, California; San Jose, Calif; San Jose Sharks; San Jose Mercury News; San Jose State; San Jose Earthquakes; San Jose police; San Jose Mayor; San Jose-based; San Jose mine | role: country
    croatia | place | Croatia | demonym: Croatian; Croatians; Croat; Croats | metonym: Zagreb | not: Bosnian Croat; Bosnian Croats | role: country
    cuba | place | Cuba | demonym: Cuban; Cubans | metonym: Havana | not: Mark Cuban; Cuba Gooding; Cuba libre; Cuban sandwich; Little Havana; Havana syndrome; Cuban-American; Cuban-Americans | role: country
    cyprus | place | Cyprus | demonym: Cypriot; Cypriots; Greek Cypriot; Greek Cypriots | metonym: Nicosia; Lefkosia | not: Northern Cyprus | role: country
    czech-republic | place | Czech Republic | alias: Czechia | demonym: Czech; Czechs | metonym: Prague | not: Prague Spring | role: country
    denmark | place | Denmark | alias: Kingdom of Denmark | demonym: =Danish; =DANISH; =Dane; =Danes | metonym: Copenhagen; Christiansborg | not: Great Dane; Great Danes; Dane County; Dane Cook; Copenhagen Accord; Denmark Strait | role: country
    djibouti | place | Djibouti | demonym: Djiboutian; Djiboutians | role: country
    dominica | place | Dominica | alias: Commonwealth of Dominica | metonym: Roseau | role: country
    dominican-republic | place | Dominican Republic | demonym: Dominican; Dominicans | metonym: Santo Domingo | not: Dominican friar; Dominican order; Dominican friars; Dominican nun; Dominican nuns; Dominican University; Dominican priest; Santo Domingo Pueblo; Dominican monastery | role: country
    east-timor | place | East Timor | alias: Timor-Leste; Portuguese Timor | demonym: East Timorese; Timorese | metonym: Dili | role: country
    ecuador | place | Ecuador | demonym: Ecuadorean; Ecuadoreans; Ecuadorian; Ecuadorians; Ecuadoran | metonym: Quito | role: country
    egypt | place | Egypt | alias: Arab Republic of Egypt | demonym: Egyptian; Egyptians | metonym: Cairo | not: Cairo, Illinois; Cairo, Georgia | role: country
    el-salvador | place | El Salvador | demonym: Salvadoran; Salvadorans; Salvadorian; Salvadorean; Salvadoreans | metonym: San Salvador | role: country
    equatorial-guinea | place | Equatorial Guinea | demonym: Equatorial Guinean; Equatorial Guineans; Equatoguinean; Equatoguineans | metonym: Malabo | role: country
    eritrea | place | Eritrea | demonym: Eritrean; Eritreans | metonym: Asmara | role: country
    estonia | place | Estonia | demonym: Estonian; Estonians | metonym: Tallinn | role: country
    eswatini | place | Eswatini | alias: Swaziland; Kingdom of Eswatini | demonym: Swazi; Swazis | metonym: Mbabane; Lobamba | role: country
    ethiopia | place | Ethiopia | alias: Abyssinia | demonym: Ethiopian; Ethiopians | metonym: Addis Ababa | role: country
    fiji | place | Fiji | alias: Fiji Islands | demonym: Fijian; Fijians | metonym: Suva | not: Fiji water | role: country
    finland | place | Finland | demonym: Finnish; Finns | metonym: Helsinki | not: Helsinki Accords; Helsinki Final Act; Gulf of Finland; Helsinki Watch | role: country
    france | place | France | alias: French Republic | demonym: French; Frenchman; Frenchmen; Frenchwoman; Frenchwomen | metonym: Paris; Elysee; Elysee Palace; Quai d'Orsay; Matignon; Bercy | not: Air France; Agence France-Presse; Tour de France; Anatole France; French Open; french fries; french toast; french fry; french doors; french press; French Guiana; French Polynesia; French Quarter; Dawn French; Paris Hilton; Paris Saint-Germain; Paris, Texas; Paris Jackson; Paris Agreement; Paris climate; Paris accord; Plaster of Paris; Paris Club | role: country
    gabon | place | Gabon | demonym: Gabonese | metonym: Libreville | role: country
    gambia | place | Gambia | alias: The Gambia | demonym: Gambian; Gambians | metonym: Banjul | role: country
    georgia | place | Georgia | alias: Republic of Georgia; Soviet Georgia; Georgian Republic; former Soviet republic of Georgia | demonym: Georgian; Georgians | metonym: Tbilisi | with: Russia; Russian; Moscow; Kremlin; Putin; Medvedev; Saakashvili; Shevardnadze; Gamsakhurdia; Ivanishvili; Kobakhidze; Zourabichvili; Abkhazia; Abkhaz; South Ossetia; South Ossetian; North Ossetia; Ossetian; Caucasus; Armenia; Armenian; Azerbaijan; Ukraine; Batumi; Gori; Poti; Adjara; Rose Revolution; Soviet; ex-Soviet; lari | not: State of Georgia; Georgia Tech; Atlanta, Georgia; Georgia Bulldogs; University of Georgia; Georgia State; Georgia Southern; Georgia-Pacific; Georgia Power; Georgia Senate; Georgia House; Georgia Supreme Court; Georgia Secretary of State; Georgia governor; Georgia Gov; Georgia Republican; Georgia Republicans; Georgia Democrat; Georgia Democrats; Georgia Rep; Georgia Sen; Georgia legislature; Georgia General Assembly; Georgia lawmakers; Georgia voters; Georgia runoff; Georgia primary; Georgia special election; Georgia election; Georgia congressman; Georgia law; Savannah, Georgia; Augusta, Georgia; Athens, Georgia; Macon, Georgia; Columbus, Georgia; Marietta, Georgia; Brunswick, Georgia; Plains, Georgia; Fulton County, Georgia; Fort Benning, Georgia; South Georgia; North Georgia; Georgia O'Keeffe; Georgia May Jagger; Georgian era; Georgian architecture; Georgian mansion; Georgian townhouse; Georgian Bay; Strait of Georgia | role: country
    germany | place | Germany | alias: Federal Republic of Germany; West Germany; =FRG; W. Germany | demonym: German; Germans; West German; West Germans | metonym: Berlin; Bonn; Bundestag; Reichstag; Chancellery | not: Nazi Germany; German shepherd; German shepherds; German measles; Irving Berlin; Berlin Wall; Isaiah Berlin; Berlin Film Festival; Reichstag fire; German Democratic Republic; East German; German Chocolate | role: country
    ghana | place | Ghana | demonym: Ghanaian; Ghanaians; Ghanian | metonym: Accra | role: country
    greece | place | Greece | alias: Hellenic Republic | demonym: Greek; Greeks; Hellenic | metonym: Athens | not: Athens, Georgia; Athens, Ohio; Athens, Ga; ancient Greece; ancient Greek; ancient Greeks; Greek mythology; Greek yogurt; Greek salad; Greek Orthodox; Greek life; Greek letter; Greek Cypriot; Greek Cypriots; Greece, New York; Athens, Tennessee; Athens, Alabama | role: country
    grenada | place | Grenada | demonym: Grenadian; Grenadians | metonym: St. George's, Grenada | role: country
    guatemala | place | Guatemala | demonym: Guatemalan; Guatemalans | metonym: Guatemala City | role: country
    guinea | place | =Guinea | alias: =GUINEA; Guinea-Conakry; Republic of Guinea | demonym: Guinean; Guineans | metonym: Conakry | not: Guinea Pig; Guinea Pigs; Guinea Fowl; Gulf of Guinea; Guinea Worm; Equatorial Guinea; Papua New Guinea; New Guinea; New Guinean | role: country
    guinea-bissau | place | Guinea-Bissau | alias: Portuguese Guinea | demonym: Bissau-Guinean; Bissau-Guineans | metonym: Bissau | role: country
    guyana | place | Guyana | alias: British Guiana; Co-operative Republic of Guyana | demonym: Guyanese | metonym: Georgetown, Guyana | role: country
    haiti | place | Haiti | demonym: Haitian; Haitians | metonym: Port-au-Prince | role: country
    honduras | place | Honduras | demonym: Honduran; Hondurans | metonym: Tegucigalpa | not: British Honduras | role: country
    hungary | place | Hungary | demonym: Hungarian; Hungarians; Magyar; Magyars | metonym: Budapest | not: Austria-Hungary; Budapest Memorandum; Grand Budapest Hotel; Peter Magyar; Magyar Nemzeti Bank | role: country
    iceland | place | Iceland | demonym: Icelandic; Icelander; Icelanders | metonym: Reykjavik | not: Iceland Foods; Iceland supermarket | role: country
    india | place | India | alias: Republic of India; Bharat; Hindustan | demonym: Indian; Indians | metonym: New Delhi; Delhi; Raisina Hill | not: American Indian; American Indians; Indian Ocean; Indian reservation; Indian reservations; Indian Country; Indian Affairs; Indian Health Service; Cleveland Indians; Indian tribe; Indian tribes; Indian Wells; Indian Point; Indian gaming; Indian casino; West Indian; West Indians; Indian summer; Indian Springs; India Arie; India ink; French and Indian War; Indian Child Welfare Act; East India Company; Indian River; Indian Territory | role: country
    indonesia | place | Indonesia | alias: Dutch East Indies | demonym: Indonesian; Indonesians | metonym: Jakarta; Nusantara | role: country
    iran | place | Iran | alias: Islamic Republic of Iran; Persia; Islamic Republic | demonym: Iranian; Iranians | metonym: Tehran; Teheran | not: Islamic Republic of Afghanistan; Islamic Republic of Pakistan; Islamic Republic of Mauritania; Iran-Contra | role: country
    iraq | place | Iraq | demonym: Iraqi; Iraqis | metonym: Baghdad; =Green Zone | role: country
    ireland | place | Ireland | alias: Republic of Ireland; Irish Republic; Eire | demonym: Irish; Irishman; Irishmen; Irishwoman | metonym: Dublin; Leinster House | not: Northern Ireland; Church of Ireland; Kathy Ireland; Patricia Ireland; Fighting Irish; Irish coffee; Irish setter; Irish Republican Army; Irish-American; Irish-Americans; Dublin, Ohio; Dublin, California; Irish dance; Real Irish Republican Army; Bank of Ireland; Northern Irish; John Ireland | role: country
    israel | place | Israel | alias: State of Israel; Jewish state; Zionist regime | demonym: Israeli; Israelis | metonym: Jerusalem; Knesset | not: Steve Israel; Israel Adesanya; Israel Folau; Israel Putnam; Jerusalem artichokes; Jerusalem Post; East Jerusalem; New Jerusalem | role: country
    italy | place | Italy | alias: Italian Republic | demonym: Italian; Italians | metonym: Rome; Palazzo Chigi; Quirinal; Quirinale; Montecitorio | not: Rome, Georgia; Rome, New York; ancient Rome; Italian-American; Italian-Americans; Italian sausage; Italian greyhound; Rome Statute; Treaty of Rome; Church of Rome; Jim Rome; Club of Rome; Italian ice | role: country
    ivory-coast | place | Ivory Coast | alias: Côte d'Ivoire | demonym: Ivorian; Ivorians; Ivoirian | metonym: Abidjan; Yamoussoukro | role: country
    jamaica | place | Jamaica | demonym: Jamaican; Jamaicans | metonym: Kingston | not: Jamaica, Queens; Jamaica Plain; Jamaica Bay; Jamaica Kincaid; Jamaica Inn; Jamaica coalition; Jamaica station; Kingston upon Thames; Sean Kingston; Kingston, New York; Kingston, Ontario; Kingston Penitentiary; Kingston University; Kingston Trio | role: country
    japan | place | Japan | alias: Nippon | demonym: Japanese | metonym: Tokyo; Nagatacho; Kasumigaseki | not: Sea of Japan; Tokyo Gas; Tokyo Rose; Bank of Japan; Japanese-American; Japanese-Americans; Japanese knotweed; Nippon Steel; Nippon Telegraph; Tokyo Olympics; Japan Airlines; Japan Air Lines | role: country
    jordan | place | =Jordan | alias: =JORDAN; Hashemite Kingdom of Jordan; Hashemite Kingdom | demonym: Jordanian; Jordanians | metonym: Amman | not: Michael Jordan; Jordan Peterson; Jim Jordan; Jordan Spieth; Jordan Henderson; Jordan Pickford; Air Jordan; Vernon Jordan; Hamilton Jordan; DeAndre Jordan; Jordan Peele; Jordan Neely; Jordan Davis; Jordan Belfort; Jordan Brand; Jordan River; River Jordan; Jordan Valley; Jordan Love; Jordan Clarkson; Jordan Poole; Jordan Ayew; Jordan Edwards; Jordan Larson; Jordan Bardella; Neil Jordan; Barbara Jordan; Joe Jordan; Eddie Jordan; Rep Jordan; Chairman Jordan; Mr Jordan; Jordan Klepper; Jordan Chiles; Jordan Burroughs; Jordan Thompson; Jordan Sekulow; Jordan Fabian; Jordan Knight; Jordan Addison; Robert Jordan; Montell Jordan; Vernon E. Jordan; David Starr Jordan | role: country
    kazakhstan | place | Kazakhstan | demonym: Kazakh; Kazakhs; Kazakhstani; Kazakhstanis | metonym: Astana; Nur-Sultan | not: Astana Pro Team; Team Astana; Astana talks; Astana process | role: country
    kenya | place | Kenya | demonym: Kenyan; Kenyans | metonym: Nairobi | not: Mount Kenya; Kenya Moore | role: country
    kiribati | place | Kiribati | alias: Gilbert Islands | demonym: I-Kiribati | metonym: Tarawa | not: Battle of Tarawa | role: country
    kosovo | place | Kosovo | alias: Kosova | demonym: Kosovar; Kosovars; Kosovan; Kosovans; Kosovo Albanian; Kosovo Albanians | metonym: Pristina; Prishtina | role: country
    kuwait | place | Kuwait | demonym: Kuwaiti; Kuwaitis | metonym: Kuwait City | role: country
    kyrgyzstan | place | Kyrgyzstan | alias: Kirghizstan; Kirgizstan; Kyrgyz Republic; Kirghizia; Kirgizia | demonym: Kyrgyz; Kirghiz; Kyrgyzstani | metonym: Bishkek | role: country
    laos | place | Laos | alias: Lao People's Democratic Republic; Lao PDR | demonym: Laotian; Laotians; =Lao | metonym: Vientiane | not: Lao Tzu; Lao Tse | role: country
    latvia | place | Latvia | demonym: Latvian; Latvians | metonym: =Riga | role: country
    lebanon | place | Lebanon | demonym: Lebanese | metonym: Beirut; Baabda | not: Lebanon, Pennsylvania; Lebanon, Tennessee; Lebanon, Ohio; Lebanon, New Hampshire; Lebanon Valley; Mount Lebanon; Lebanon County; Lebanon, Indiana | role: country
    lesotho | place | Lesotho | alias: Basutoland | demonym: Mosotho; Basotho | metonym: Maseru | role: country
    liberia | place | Liberia | demonym: Liberian; Liberians | metonym: Monrovia | not: Monrovia, California | role: country
    libya | place | Libya | alias: Libyan Arab Jamahiriya | demonym: Libyan; Libyans | metonym: Tripoli; Tobruk | not: Tripoli, Lebanon | role: country
    liechtenstein | place | Liechtenstein | demonym: Liechtensteiner; Liechtensteiners | metonym: Vaduz | role: country
    lithuania | place | Lithuania | demonym: Lithuanian; Lithuanians | metonym: Vilnius | role: country
    luxembourg | place | Luxembourg | alias: Luxemburg; Grand Duchy of Luxembourg | demonym: Luxembourger; Luxembourgers; Luxembourgish; Luxemburger | metonym: Luxembourg City | not: Luxembourg Gardens; Rosa Luxemburg | role: country
    madagascar | place | Madagascar | alias: Malagasy Republic | demonym: Malagasy; Madagascan; Madagascans | metonym: Antananarivo | role: country
    malawi | place | Malawi | alias: Nyasaland | demonym: Malawian; Malawians | metonym: Lilongwe; Blantyre | not: Lake Malawi | role: country
    malaysia | place | Malaysia | alias: Malaya; Federation of Malaysia | demonym: Malaysian; Malaysians | metonym: Kuala Lumpur; Putrajaya | not: Malaysia Airlines; University of Malaya | role: country
    maldives | place | Maldives | alias: The Maldives; Maldive Islands | demonym: Maldivian; Maldivians | metonym: Male, Maldives | role: country
    mali | place | Mali | alias: Republic of Mali | demonym: Malian; Malians | metonym: Bamako | not: Mali Empire | role: country
    malta | place | Malta | demonym: Maltese | metonym: Valletta | not: Knights of Malta; Order of Malta; Maltese Falcon; Maltese cross; Malta, Montana; Malta, New York | role: country
    marshall-islands | place | Marshall Islands | alias: Republic of the Marshall Islands | demonym: Marshallese; Marshall Islander; Marshall Islanders | metonym: Majuro | role: country
    mauritania | place | Mauritania | demonym: Mauritanian; Mauritanians | metonym: Nouakchott | role: country
    mauritius | place | Mauritius | demonym: Mauritian; Mauritians | metonym: Port Louis | role: country
    mexico | place | Mexico | alias: United Mexican States | demonym: Mexican; Mexicans | metonym: Mexico City; Los Pinos | not: New Mexico; Gulf of Mexico; Mexico, Missouri; New Mexican; New Mexicans; Mexican-American; Mexican-Americans; Mexican wolf; Mexican gray wolf; Mexican restaurant; Mexican food | role: country
    micronesia | place | Federated States of Micronesia | alias: Micronesia | demonym: Micronesian; Micronesians | metonym: Palikir | role: country
    moldova | place | Moldova | alias: Moldavia; Republic of Moldova | demonym: Moldovan; Moldovans; Moldavian; Moldavians | metonym: Chisinau; Kishinev | role: country
    monaco | place | Monaco | alias: Principality of Monaco | demonym: Monegasque; Monegasques; Monacan | metonym: Monte Carlo | not: AS Monaco; Monaco Grand Prix; Monte Carlo simulation; Monte Carlo method; Chevrolet Monte Carlo | role: country
    mongolia | place | Mongolia | alias: Outer Mongolia | demonym: Mongolian; Mongolians; Mongol; Mongols | metonym: Ulan Bator; Ulaanbaatar | not: Inner Mongolia; Inner Mongolian; Mongol Empire; Mongols Motorcycle Club; Mongols Nation | role: country
    montenegro | place | Montenegro | alias: Crna Gora | demonym: Montenegrin; Montenegrins | metonym: Podgorica; Titograd | not: Serbia and Montenegro | role: country
    morocco | place | Morocco | alias: Kingdom of Morocco | demonym: Moroccan; Moroccans | metonym: Rabat | role: country
    mozambique | place | Mozambique | demonym: Mozambican; Mozambicans; Mozambiquan | metonym: Maputo | role: country
    myanmar | place | Myanmar | alias: Burma; Union of Burma | demonym: Burmese; Myanmarese | metonym: Naypyidaw; Naypyitaw; Yangon; Rangoon | not: Burmese python; Burmese pythons; Burmese cat | role: country
    namibia | place | Namibia | alias: South-West Africa | demonym: Namibian; Namibians | metonym: Windhoek | role: country
    nauru | place | Nauru | demonym: Nauruan; Nauruans | metonym: Yaren | role: country
    nepal | place | Nepal | demonym: Nepalese; Nepali; Nepalis | metonym: Kathmandu; Katmandu | role: country
    netherlands | place | Netherlands | alias: The Netherlands; Holland; Kingdom of the Netherlands | demonym: Dutch; Dutchman; Dutchmen; Dutchwoman; Netherlander | metonym: Amsterdam; The Hague; Binnenhof | not: Holland, Michigan; Tom Holland; Jools Holland; Agnieszka Holland; Holland Tunnel; Holland America; Holland Park; Royal Dutch Shell; Dutch oven; Pennsylvania Dutch; going Dutch; Amsterdam News; New Amsterdam; Amsterdam Avenue; Flying Dutchman; Dutch elm; Treaty of Amsterdam; Amsterdam Treaty; Dutch East Indies | role: country
    new-zealand | place | New Zealand | alias: Aotearoa; =NZ; =N.Z. | demonym: New Zealander; New Zealanders; =Kiwis | metonym: =Wellington | not: Duke of Wellington; Beef Wellington; Wellington boots; Wellington Arch; Wellington Management; Wellington, Florida; Air New Zealand | role: country
    nicaragua | place | Nicaragua | demonym: Nicaraguan; Nicaraguans | metonym: Managua | role: country
    niger | place | Niger | alias: Republic of Niger | demonym: Nigerien; Nigeriens | metonym: Niamey | not: Niger Delta; Niger River; Niger State; River Niger; Aspergillus niger; Niger Innis; Niger seed | role: country
    nigeria | place | Nigeria | alias: Federal Republic of Nigeria | demonym: Nigerian; Nigerians | metonym: Abuja; Aso Rock | not: Nigerian prince | role: country
    north-korea | place | North Korea | alias: DPRK; Democratic People's Republic of Korea; N. Korea; Hermit Kingdom; N.Korea | demonym: North Korean; North Koreans; N. Korean; N. Koreans | metonym: Pyongyang | role: country
    north-macedonia | place | North Macedonia | alias: Macedonia; Republic of Macedonia; FYROM; Former Yugoslav Republic of Macedonia; Republic of North Macedonia | demonym: Macedonian; Macedonians; North Macedonian | metonym: Skopje | not: Philip of Macedonia; Macedonia Baptist; ancient Macedonia; Macedonia, Ohio | role: country
    norway | place | Norway | demonym: Norwegian; Norwegians | metonym: Oslo; Storting | not: Norway rat; Norway rats; Norwegian Cruise Line; Norwegian Air; Norwegian Air Shuttle; Oslo Accords; Oslo Accord; Oslo Agreement; Oslo peace accords; Norway spruce; Norway, Maine; Norwegian Wood | role: country
    oman | place | Oman | alias: Sultanate of Oman | demonym: Omani; Omanis | metonym: Muscat | not: Gulf of Oman; Sea of Oman | role: country
    pakistan | place | Pakistan | alias: Islamic Republic of Pakistan | demonym: Pakistani; Pakistanis | metonym: Islamabad; Rawalpindi | not: East Pakistan | role: country
    palau | place | Palau | alias: Belau | demonym: Palauan; Palauans | metonym: Ngerulmud; =Koror | role: country
    palestine | place | Palestine | alias: State of Palestine; Palestinian territories; Palestinian Territory; occupied territories; Occupied Palestinian Territory; Occupied Palestinian Territories | demonym: Palestinian; Palestinians | metonym: Ramallah | not: East Palestine; Palestine, Texas; Palestine Liberation Organization; Palestine Liberation Front | role: country
    panama | place | Panama | alias: Republic of Panama | demonym: Panamanian; Panamanians | metonym: Panama City | not: Panama hat; Panama hats; Panama City, Florida; Panama City, Fla; Panama City Beach; Panama Papers | role: country
    papua-new-guinea | place | Papua New Guinea | alias: =PNG | demonym: Papua New Guinean; Papua New Guineans | metonym: Port Moresby | role: country
    paraguay | place | Paraguay | demonym: Paraguayan; Paraguayans | metonym: Asuncion | role: country
    peru | place | Peru | demonym: Peruvian; Peruvians | metonym: =Lima | not: Lima, Ohio; Lima bean; Lima beans; Peru, Indiana; Peru, Illinois; Adriana Lima | role: country
    philippines | place | Philippines | alias: The Philippines; Republic of the Philippines; Philippine Islands | demonym: Filipino; Filipinos; Philippine; Filipina; Filipinas | metonym: Manila; Malacanang; Malacañan Palace | not: Manila envelope; Manila envelopes; Manila folder; Manila folders; Philippine Sea; Philippine Airlines; Filipino-American; Filipino-Americans; Thrilla in Manila | role: country
    poland | place | Poland | alias: Polish People's Republic | demonym: =Polish; =POLISH; =Pole; =Poles | metonym: Warsaw; Belweder | not: Warsaw Pact; Pole Position; North Pole; South Pole; Warsaw, Indiana; Warsaw Ghetto; Poland Spring; Polish Hill; Warsaw Convention | role: country
    portugal | place | Portugal | demonym: Portuguese | metonym: Lisbon; Sao Bento Palace | not: Lisbon Treaty; Treaty of Lisbon; Lisbon Agenda; Portuguese water dog; Portuguese man-of-war; Portuguese man o' war; Lisbon, Maine | role: country
    qatar | place | Qatar | alias: State of Qatar | demonym: Qatari; Qataris | metonym: Doha | not: Doha round; Doha Development; Doha talks; Qatar Airways | role: country
    romania | place | Romania | alias: Rumania; Roumania | demonym: Romanian; Romanians; Rumanian; Rumanians | metonym: Bucharest; Cotroceni | role: country
    russia | place | Russia | alias: Russian Federation; RSFSR | demonym: Russian; Russians | metonym: Moscow; Kremlin | not: Russian roulette; Moscow, Idaho; White Russian; White Russians; Russian Orthodox; Russian dressing; Russian doll; Russian dolls; Russian River; Russian-American; Moscow mule; Russian blue; Russian olive; Tsarist Russia; Czarist Russia; Imperial Russia; Russian Revolution | role: country
    rwanda | place | Rwanda | alias: Ruanda | demonym: Rwandan; Rwandans; Rwandese | metonym: Kigali | role: country
    saint-kitts-and-nevis | place | Saint Kitts and Nevis | alias: St. Kitts and Nevis; St. Kitts; Saint Kitts; St. Kitts-Nevis; Nevis | demonym: Kittitian; Kittitians; Nevisian | metonym: Basseterre | not: Ben Nevis | role: country
    saint-lucia | place | Saint Lucia | alias: St. Lucia | demonym: Saint Lucian; St. Lucian; Saint Lucians; St. Lucians | metonym: Castries | not: St. Lucia County | role: country
    saint-vincent-and-the-grenadines | place | Saint Vincent and the Grenadines | alias: St. Vincent and the Grenadines; Saint Vincent and Grenadines; St. Vincent and Grenadines; Grenadines | demonym: Vincentian; Vincentians | metonym: Kingstown | not: Vincentian order; Vincentian priest | role: country
    samoa | place | Samoa | alias: Western Samoa; Independent State of Samoa | demonym: Samoan; Samoans | metonym: =Apia | not: American Samoa; American Samoan; American Samoans | role: country
    san-marino | place | San Marino | demonym: Sammarinese; San Marinese | not: San Marino, California; San Marino Grand Prix | role: country
    sao-tome-and-principe | place | São Tomé and Príncipe | alias: Sao Tome; São Tomé e Príncipe | demonym: Sao Tomean; Sao Tomeans; Santomean | role: country
    saudi-arabia | place | Saudi Arabia | alias: Kingdom of Saudi Arabia; =KSA | demonym: Saudi; Saudis; Saudi Arabian; Saudi Arabians | metonym: Riyadh | role: country
    senegal | place | Senegal | demonym: Senegalese | metonym: Dakar | not: Dakar Rally; Paris-Dakar; Senegal River | role: country
    serbia | place | Serbia | alias: Republic of Serbia; Serbia and Montenegro | demonym: Serbian; Serbians; Serb; Serbs | metonym: Belgrade | not: Bosnian Serb; Bosnian Serbs; Belgrade, Montana; Croatian Serb; Croatian Serbs | role: country
    seychelles | place | Seychelles | demonym: Seychellois | metonym: Victoria, Seychelles | role: country
    sierra-leone | place | Sierra Leone | demonym: Sierra Leonean; Sierra Leoneans; Sierra Leonian | metonym: Freetown | role: country
    singapore | place | Singapore | alias: Republic of Singapore | demonym: Singaporean; Singaporeans | not: Singapore Airlines; Singapore sling; Singapore Exchange | role: country
    slovakia | place | Slovakia | alias: Slovak Republic | demonym: Slovak; Slovaks; Slovakian; Slovakians | metonym: Bratislava | role: country
    slovenia | place | Slovenia | demonym: Slovenian; Slovenians; Slovene; Slovenes | metonym: Ljubljana | role: country
    solomon-islands | place | Solomon Islands | alias: Solomons; The Solomons | demonym: Solomon Islander; Solomon Islanders | metonym: Honiara | role: country
    somalia | place | Somalia | alias: Somali Democratic Republic | demonym: Somali; Somalis; Somalian; Somalians | metonym: Mogadishu | not: Somali-American; Somali-Americans; Battle of Mogadishu | role: country
    south-africa | place | South Africa | alias: Republic of South Africa; =RSA; S. Africa; S.Africa | demonym: South African; South Africans; S. African; S.African; S. Africans | metonym: Pretoria; Bloemfontein | role: country
    south-korea | place | South Korea | alias: Republic of Korea; Korea; S. Korea; =ROK; S.Korea | demonym: South Korean; South Koreans; Korean; Koreans; S. Korean; S. Koreans | metonym: Seoul; Blue House | not: Korean War; Korean peninsula; Korean-American; Korean-Americans; Korea Strait; Korean barbecue; Korean BBQ; Korean Workers' Party; Workers' Party of Korea; Korean People's Army; Korean Central News Agency; Korean unification | role: country
    south-sudan | place | South Sudan | alias: Southern Sudan | demonym: South Sudanese; Southern Sudanese | metonym: =Juba | role: country
    spain | place | Spain | alias: Kingdom of Spain | demonym: Spaniard; Spaniards; Spanish | metonym: Madrid; Moncloa; Zarzuela | not: Real Madrid; Atletico Madrid; Atletico de Madrid; Port of Spain; Spanish-speaking; Spanish language; speak Spanish; speaks Spanish; spoke Spanish; speaking Spanish; in Spanish; Spanish flu; Spanish Fork; Spanish moss; Spanish teacher; Spanish Harlem; fluent Spanish; Spanish interpreter; Bank of Spain; Spanish Inquisition; Spanish class; Spanish classes; Spanish version; Spanish translation; Spanish word; Spanish Armada | role: country
    sri-lanka | place | Sri Lanka | alias: Ceylon | demonym: Sri Lankan; Sri Lankans; Ceylonese | metonym: Colombo; Temple Trees | not: Joe Colombo; Colombo crime family; Ceylon tea | role: country
    sudan | place | Sudan | alias: Republic of the Sudan | demonym: Sudanese | metonym: Khartoum | not: Sudan grass; South Sudan; South Sudanese | role: country
    suriname | place | Suriname | alias: Surinam; Dutch Guiana | demonym: Surinamese; Surinamer | metonym: Paramaribo | role: country
    sweden | place | Sweden | alias: Kingdom of Sweden | demonym: Swedish; =Swede; =Swedes; =SWEDES | metonym: Stockholm; Rosenbad; Riksdag | not: Stockholm syndrome; Swedish meatballs; Swedish massage; Stockholm Convention; Sweden Democrats | role: country
    switzerland | place | Switzerland | alias: Swiss Confederation; Helvetia | demonym: Swiss | metonym: Bern; Berne; Bundeshaus | not: Swiss cheese; Swiss Army knife; Swiss Army; Swiss Guard; Swiss Guards; Swiss Re; Swiss chard; Swiss Air Lines; Bern Convention; Berne Convention | role: country
    syria | place | Syria | alias: Syrian Arab Republic | demonym: Syrian; Syrians | metonym: Damascus | not: Damascus, Maryland; Road to Damascus; Syrian hamster; Damascus steel; Damascus, Virginia; Syrian Orthodox | role: country
    taiwan | place | Taiwan | alias: Republic of China; Chinese Taipei; Formosa; Nationalist China; =ROC | demonym: Taiwanese; Chinese Nationalist; Chinese Nationalists | metonym: Taipei; Taipeh | not: Taiwan Semiconductor; Formosa Plastics; Formosa, Argentina; ROC Nation; Taiwanese-American; Taiwanese-Americans | role: country
    tajikistan | place | Tajikistan | alias: Tadzhikistan | demonym: Tajik; Tajiks; Tajikistani; Tadjik | metonym: Dushanbe | role: country
    tanzania | place | Tanzania | alias: United Republic of Tanzania; Tanganyika | demonym: Tanzanian; Tanzanians | metonym: Dar es Salaam; Dodoma | not: Lake Tanganyika | role: country
    thailand | place | Thailand | alias: Kingdom of Thailand; Siam | demonym: Thai; Thais | metonym: Bangkok | not: Thai food; Thai restaurant; Muay Thai; Thai Airways; Gulf of Thailand; Thai curry; pad Thai; Thai basil; Thai chili | role: country
    togo | place | Togo | alias: Togoland; Togolese Republic | demonym: Togolese | metonym: Lome | not: Lome Convention; Admiral Togo | role: country
    tonga | place | Tonga | alias: Kingdom of Tonga | demonym: Tongan; Tongans | metonym: Nuku'alofa; Nukualofa | role: country
    trinidad-and-tobago | place | Trinidad and Tobago | alias: Trinidad; Tobago | demonym: Trinidadian; Trinidadians; Tobagonian; Trini | metonym: Port of Spain | not: Trinidad, Colorado; Trinidad, Cuba; Trinidad James; Felix Trinidad; Trini Lopez | role: country
    tunisia | place | Tunisia | demonym: Tunisian; Tunisians | metonym: Tunis | not: A Night in Tunisia | role: country
    turkey | place | =Turkey | alias: =TURKEY; Türkiye; Republic of Turkey | demonym: Turkish; Turk; Turks | metonym: Ankara; Bestepe | not: Turkey Creek; Wild Turkey; Turkey Day; Turkey Trot; Turkey Hill; Turkey Point; Thanksgiving Turkey; Cold Turkey; National Turkey; Butterball Turkey; Turks and Caicos; Young Turk; Young Turks; Turkish Airlines; Turkish Cypriot; Turkish Cypriots; Turkish Republic of Northern Cyprus; Turkish delight; Turkish bath; Turkish baths; Turkey Red; Turkey Bowl; National Turkey Federation | role: country
    turkmenistan | place | Turkmenistan | alias: Turkmenia | demonym: Turkmen; Turkmens; Turkoman | metonym: Ashgabat; Ashkhabad | not: Iraqi Turkmen; Syrian Turkmen | role: country
    tuvalu | place | Tuvalu | alias: Ellice Islands | demonym: Tuvaluan; Tuvaluans | metonym: Funafuti | role: country
    uganda | place | Uganda | demonym: Ugandan; Ugandans | metonym: Kampala | role: country
    ukraine | place | Ukraine | alias: The Ukraine; Ukrainian SSR | demonym: Ukrainian; Ukrainians | metonym: Kyiv; Kiev; Bankova; Verkhovna Rada | not: Chicken Kiev; Chicken Kyiv; Dynamo Kiev; Dynamo Kyiv; Ukrainian-American; Ukrainian Village | role: country
    united-arab-emirates | place | United Arab Emirates | alias: UAE; Emirates; Trucial States | demonym: Emirati; Emiratis | metonym: Abu Dhabi | not: Emirates Airline; Emirates Airlines; Emirates Stadium; Emirates Cup; Emirates flight; Emirates Team New Zealand; Emirates Group; Abu Dhabi Investment Authority; Abu Dhabi Grand Prix; FA Cup Emirates; Fly Emirates | role: country
    united-kingdom | place | United Kingdom | alias: UK; U.K.; Britain; Great Britain; United Kingdom of Great Britain and Northern Ireland | demonym: British; Briton; Britons; Brit; Brits; Britishers | metonym: London; Downing Street; 10 Downing Street; =Number 10; =Number Ten; Whitehall; Westminster; House of Commons | not: British Columbia; British Virgin Islands; New Britain; British Honduras; British Guiana; British Airways; British Petroleum; British Columbian; British Telecom; British American Tobacco; London, Ontario; London, Kentucky; Jack London; London Breed; New London; London broil; London Stock Exchange; London Metal Exchange; London interbank offered; Westminster Kennel; Westminster Dog Show; Westminster Abbey; Westminster, Colorado; Westminster, California; Whitehall, Ohio; Brit Hume; Brit Awards; Brit Award; Brit Marling; British Bulldog; Canadian House of Commons; Canada's House of Commons; Stacy London; Battle of Britain; Little Britain | role: country
    united-states | place | United States | alias: =US; U.S.; USA; U.S.A.; America; United States of America | demonym: American; Americans | metonym: Washington; White House; Oval Office; Uncle Sam | not: South America; Latin America; North America; Central America; Bank of America; Captain America; Miss America; South American; South Americans; Latin American; Latin Americans; North American; North Americans; Central American; Central Americans; America Ferrera; America's Cup; American Airlines; American Express; American Samoa; American Samoan; American Indian; American Indians; American Idol; British American Tobacco; American International Group; Pan American; Inter-American; American League; American pit bull; American Apparel; Anglo American; Central American Integration; Washington Post; Denzel Washington; George Washington; Booker T. Washington; Kerry Washington; Harold Washington; Walter Washington; Mount Washington; Martha Washington; Dinah Washington; Washington Wizards; Washington Nationals; Washington Commanders; Washington Redskins; Washington Capitals; Washington Football Team; Washington Mystics; Washington state; State of Washington; University of Washington; Washington University; Washington Times; Washington Examiner; Washington Free Beacon; Washington Monthly; Washington Huskies; Washington Mutual; Washington Heights; Washington Square; Washington Irving; Washington County; Seattle, Washington; Spokane, Washington; Tacoma, Washington; Olympia, Washington; Vancouver, Washington; Fort Washington; Port Washington; Washington Gov; Washington Street; Washington Consensus; Washington Parish; Lake Washington; Washington Township; African American; African Americans; Asian American; Asian Americans; Native American; Native Americans; Mexican American; Mexican Americans; Japanese American; Japanese Americans; Cuban American; Cuban Americans; Irish American; Irish Americans; Italian American; Italian Americans; Arab American; Arab Americans; Chinese American; Chinese Americans; Indian American; Indian Americans; Korean American; Korean Americans; Vietnamese American; Vietnamese Americans; Muslim American; Muslim Americans; Hispanic American; Hispanic Americans | role: country
    uruguay | place | Uruguay | alias: Oriental Republic of Uruguay | demonym: Uruguayan; Uruguayans | metonym: Montevideo | not: Uruguay Round | role: country
    uzbekistan | place | Uzbekistan | demonym: Uzbek; Uzbeks; Uzbekistani | metonym: Tashkent | role: country
    vanuatu | place | Vanuatu | alias: New Hebrides | demonym: Ni-Vanuatu; Vanuatuan; Vanuatuans | metonym: Port Vila | role: country
    vatican | place | Vatican City | alias: Vatican; Holy See; The Vatican; Vatican City State | metonym: Roman Curia; St. Peter's Square; Apostolic See | not: Second Vatican Council; Vatican II; First Vatican Council | role: country
    venezuela | place | Venezuela | alias: Bolivarian Republic of Venezuela | demonym: Venezuelan; Venezuelans | metonym: Caracas; Miraflores; Miraflores Palace | role: country
    vietnam | place | Vietnam | alias: Viet Nam; Socialist Republic of Vietnam; North Vietnam; South Vietnam | demonym: Vietnamese; North Vietnamese; South Vietnamese | metonym: Hanoi | not: Vietnam veteran; Vietnam veterans; Vietnam Veterans Memorial; Vietnam War; Vietnam-era; Vietnam vet; Vietnam vets; Hanoi Jane; Vietnamese-American; Vietnamese-Americans | role: country
    yemen | place | Yemen | alias: Republic of Yemen; North Yemen; South Yemen | demonym: Yemeni; Yemenis; Yemenite; Yemenites | metonym: Sanaa; Sana'a; =Aden | not: Gulf of Aden; Aden Duale | role: country
    zambia | place | Zambia | alias: Northern Rhodesia | demonym: Zambian; Zambians | metonym: Lusaka | role: country
    zimbabwe | place | Zimbabwe | alias: Rhodesia; Southern Rhodesia | demonym: Zimbabwean; Zimbabweans; Rhodesian; Rhodesians | metonym: =Harare; Salisbury, Rhodesia | not: Great Zimbabwe; Zimbabwe Ruins; Rhodesian ridgeback | role: country
    """#
}
