/// Built-in gazetteer: US states, regions, seas, former countries, cities that are no capitals.
extension BuiltInGazetteer {
  static let places = #"""
    alabama | place | Alabama | demonym: Alabaman; Alabamans; Alabamian | metonym: Montgomery, Alabama | not: Alabama Shakes; Alabama Crimson Tide; Sweet Home Alabama
    alaska | place | Alaska | demonym: Alaskan; Alaskans | metonym: Juneau; Anchorage | not: Alaska Airlines; Alaska Air; Baked Alaska; Alaskan malamute
    arizona | place | Arizona | demonym: Arizonan; Arizonans | not: Arizona Cardinals; Arizona Diamondbacks; USS Arizona; Arizona Wildcats; Arizona Coyotes
    arkansas | place | Arkansas | demonym: Arkansan; Arkansans | metonym: Little Rock | not: Arkansas Razorbacks; Little Rock Nine; Arkansas River
    california | place | California | alias: =Calif; Golden State | demonym: Californian; Californians | metonym: Sacramento | not: Baja California; Sacramento Kings; Gulf of California; Southern California Edison; Golden State Warriors; California Pizza Kitchen; Hotel California
    colorado | place | Colorado | alias: =Colo | demonym: Coloradan; Coloradans | not: Colorado River; Colorado Rockies; Colorado Avalanche; Rio Colorado; Colorado Buffaloes; Colorado beetle
    connecticut | place | Connecticut | alias: =Conn | metonym: Hartford | not: Connecticut Avenue; Hartford Financial; Hartford Courant; Connecticut River
    delaware | place | Delaware | metonym: Dover, Delaware | not: Delaware River; Delaware Nation; Delaware, Ohio; Delaware Bay; Delaware Water Gap
    florida | place | Florida | alias: =Fla; Sunshine State | demonym: Floridian; Floridians | metonym: Tallahassee | not: Florida Gators; Florida Panthers; Florida Marlins; Florida Georgia Line; Florida Keys
    georgia-us-state | place | State of Georgia | alias: U.S. state of Georgia; southern state of Georgia; Peach State; Atlanta, Georgia; Savannah, Georgia; Augusta, Georgia; Athens, Georgia; Athens, Ga; Macon, Georgia; Columbus, Georgia; Georgia Gov; Georgia governor; Georgia Secretary of State; Georgia Supreme Court; Georgia Senate; Georgia House; Georgia legislature; Georgia General Assembly; Georgia lawmakers; Georgia voters; Georgia Republican; Georgia Republicans; Georgia Democrat; Georgia Democrats; Georgia runoff; Georgia primary; Fulton County, Georgia | maybe: Georgia; =Ga. | with: Atlanta; Savannah; Augusta; Macon; Fulton County; Alabama; Florida; Tennessee; South Carolina; North Carolina; Mississippi; Louisiana; Arkansas; Virginia; Texas; Ohio; Arizona; Nevada; Pennsylvania; Wisconsin; Michigan; Zell Miller; Sam Nunn; Jimmy Carter; Brian Kemp; Kemp; Raffensperger; Ossoff; Warnock; Loeffler; Perdue; Stacey Abrams; Saxby Chambliss; Nathan Deal; Marjorie Taylor Greene; governor; Gov; legislature; county; Confederate; peanut; peach; Republican; Republicans; Democrat; Democrats; GOP; primary; primaries; runoff; Deep South; FDIC
    hawaii | place | Hawaii | demonym: Hawaiian; Hawaiians | metonym: Honolulu | not: Hawaii Five-0; Hawaiian shirt; Hawaiian shirts; Hawaiian pizza; Hawaiian Airlines; Hawaiian Holdings; Hawaiian Punch
    idaho | place | Idaho | demonym: Idahoan; Idahoans | metonym: Boise | not: Boise Cascade; Boise State; My Own Private Idaho
    illinois | place | Illinois | alias: Land of Lincoln | demonym: Illinoisan; Illinoisans | metonym: Springfield, Illinois
    indiana | place | Indiana | alias: Hoosier State | demonym: Hoosier; Hoosiers | metonym: Indianapolis | not: Indiana Jones; Indiana Pacers; Indianapolis Colts; Indiana Hoosiers; Indiana, Pennsylvania; Indianapolis 500; Indianapolis Star; Indianapolis Motor Speedway
    iowa | place | Iowa | demonym: Iowan; Iowans | metonym: Des Moines | not: USS Iowa; Des Moines Register; Iowa Hawkeyes
    kansas | place | Kansas | demonym: Kansan; Kansans | metonym: Topeka | not: Kansas City; Kansas Jayhawks; Board of Education of Topeka
    kentucky | place | Kentucky | alias: Bluegrass State | demonym: Kentuckian; Kentuckians | metonym: Frankfort, Kentucky | not: Kentucky Fried Chicken; Kentucky Derby; Kentucky Wildcats; Kentucky bluegrass
    louisiana | place | Louisiana | demonym: Louisianan; Louisianans; Louisianian | metonym: Baton Rouge | not: Louisiana Purchase; Louisiana-Pacific; Louisiana Tech
    maine | place | Maine | alias: Pine Tree State | demonym: Mainer; Mainers | metonym: Augusta, Maine | not: Maine coon; USS Maine; Maine lobster
    maryland | place | Maryland | demonym: Marylander; Marylanders | metonym: Annapolis | not: Maryland Terrapins; Maryland crab cakes
    massachusetts | place | Massachusetts | alias: Bay State | metonym: Beacon Hill | not: Massachusetts Avenue; Massachusetts Institute of Technology; Massachusetts General
    michigan | place | Michigan | alias: =Mich | demonym: Michigander; Michiganders | metonym: Lansing | not: Lake Michigan; Michigan Avenue; Michigan Wolverines; Robert Lansing; East Lansing; Michigan State Spartans
    minnesota | place | Minnesota | alias: =Minn | demonym: Minnesotan; Minnesotans | metonym: St. Paul, Minnesota | not: Minnesota Twins; Minnesota Vikings; Minnesota Timberwolves; Minnesota Wild; Minnesota Mining
    mississippi | place | Mississippi | demonym: Mississippian; Mississippians | metonym: Jackson, Mississippi | not: Mississippi River; Mississippi Delta; River Mississippi; Mississippi Burning
    missouri | place | Missouri | demonym: Missourian; Missourians | metonym: Jefferson City | not: Missouri River; USS Missouri; Missouri Compromise; Missouri Tigers
    montana | place | Montana | demonym: Montanan; Montanans | metonym: Helena, Montana | not: Joe Montana; Hannah Montana; Tony Montana; French Montana
    nebraska | place | Nebraska | demonym: Nebraskan; Nebraskans | metonym: Lincoln, Nebraska; Omaha | not: Omaha Beach; Nebraska Cornhuskers; Mutual of Omaha; Omaha Steaks; Omaha World-Herald
    nevada | place | Nevada | demonym: Nevadan; Nevadans | metonym: Carson City | not: Sierra Nevada
    new-hampshire | place | New Hampshire | alias: Granite State; =N.H. | demonym: New Hampshirite | metonym: Concord, New Hampshire
    new-jersey | place | New Jersey | alias: =N.J.; Garden State | demonym: New Jerseyan; New Jerseyans | metonym: Trenton | not: New Jersey Nets; New Jersey Devils; New Jersey Turnpike; Garden State Parkway; Trenton, Michigan
    new-mexico | place | New Mexico | alias: =N.M. | demonym: New Mexican; New Mexicans | metonym: Santa Fe | not: Santa Fe Southern Pacific; Hyundai Santa Fe; Santa Fe, Argentina; Santa Fe, Texas; Santa Fe High School; Santa Fe de Bogota; Atchison, Topeka and Santa Fe; Burlington Northern Santa Fe; Santa Fe Institute
    new-york-state | place | New York State | alias: State of New York; upstate New York; Empire State | metonym: Albany | not: Empire State Building; Empire State Manufacturing; Albany, Georgia; Albany, Oregon; Albany International; Albany, Western Australia
    north-carolina | place | North Carolina | alias: =N.C.; Tar Heel State | demonym: North Carolinian; North Carolinians | metonym: Raleigh | not: Walter Raleigh; North Carolina Tar Heels; Raleigh Studios
    north-dakota | place | North Dakota | alias: =N.D. | demonym: North Dakotan; North Dakotans | metonym: Bismarck, North Dakota
    ohio | place | Ohio | alias: Buckeye State | demonym: Ohioan; Ohioans | metonym: Columbus, Ohio | not: Ohio River; USS Ohio; Ohio Players; Ohio State Buckeyes
    oklahoma | place | Oklahoma | alias: =Okla; Sooner State | demonym: Oklahoman; Oklahomans | metonym: Oklahoma City | not: Oklahoma City Thunder; Oklahoma Sooners; Oklahoma City bombing
    oregon | place | Oregon | demonym: Oregonian; Oregonians | metonym: Salem, Oregon | not: Oregon Ducks; Oregon Trail; Oregon, Ohio; Oregon Inlet
    pennsylvania | place | Pennsylvania | alias: Keystone State | demonym: Pennsylvanian; Pennsylvanians | metonym: Harrisburg | not: Pennsylvania Avenue; Pennsylvania Station; Pennsylvania Dutch
    rhode-island | place | Rhode Island | alias: =R.I.; Ocean State | demonym: Rhode Islander; Rhode Islanders | metonym: Providence, Rhode Island | not: Rhode Island Red; Rhode Island Avenue
    south-carolina | place | South Carolina | alias: =S.C.; Palmetto State | demonym: South Carolinian; South Carolinians | metonym: Columbia, South Carolina | not: South Carolina Gamecocks
    south-dakota | place | South Dakota | alias: =S.D. | demonym: South Dakotan; South Dakotans | metonym: Pierre, South Dakota
    tennessee | place | Tennessee | alias: =Tenn; Volunteer State | demonym: Tennessean; Tennesseans | metonym: Nashville | not: Tennessee Williams; Tennessee Titans; Nashville Predators; Tennessee Volunteers; Tennessee Valley Authority; Tennessee whiskey; Tennessee River
    texas | place | Texas | alias: Lone Star State | demonym: Texan; Texans | metonym: Austin, Texas | not: Houston Texans; Texas Rangers; Texas Instruments; Texas Hold 'em; Texas Longhorns; Texas A&M; Texas Roadhouse; Texas Tech; Texas Air; Texas toast
    utah | place | Utah | alias: Beehive State | demonym: Utahn; Utahns | metonym: Salt Lake City | not: Utah Jazz; Utah Utes; Utah Beach; Salt Lake City Olympics
    vermont | place | Vermont | demonym: Vermonter; Vermonters | metonym: Montpelier, Vermont | not: Vermont Avenue
    virginia | place | Virginia | alias: Commonwealth of Virginia; Old Dominion | demonym: Virginian; Virginians | metonym: Richmond, Virginia | not: West Virginia; Virginia Woolf; Virginia Giuffre; Virginia Roberts; Virginia Tech; Virginia Slims; Virginia Thomas; Virginia Foxx; Virginia Beach; Virginia Madsen; Virginia Wade; Virginia Heffernan; Virginia Raggi; Virginia Cavaliers; Virginia Bottomley; Virginia Rometty; Virginia Ham; West Virginian; West Virginians; Virginian-Pilot
    washington-state | place | Washington State | alias: State of Washington; Seattle, Washington; Spokane, Washington; Tacoma, Washington; Olympia, Washington; Vancouver, Washington; Evergreen State; Washington Gov | maybe: Washington | with: Seattle; Spokane; Tacoma; Olympia; Yakima; Everett; Bellevue; Puget Sound; Pacific Northwest; Oregon; Idaho; Inslee; Gregoire; Mount St. Helens; Cascades; Rainier; King County | not: Washington State Cougars; Washington State University; Evergreen State College
    west-virginia | place | West Virginia | alias: =W.Va.; Mountain State | demonym: West Virginian; West Virginians | metonym: Charleston, West Virginia | not: West Virginia Mountaineers
    wisconsin | place | Wisconsin | alias: =Wis; Badger State | demonym: Wisconsinite; Wisconsinites | metonym: Madison, Wisconsin | not: Wisconsin Badgers; USS Wisconsin; Wisconsin Avenue
    wyoming | place | Wyoming | demonym: Wyomingite; Wyomingites | metonym: Cheyenne | not: Wyoming, Michigan; Wyoming Valley; Northern Cheyenne; Cheyenne River; Cheyenne Jackson; Cheyenne Mountain; Cheyenne tribe; Southern Cheyenne; Cheyenne Autumn; Wyoming Cowboys
    district-of-columbia | place | District of Columbia | alias: D.C. government; Washington, D.C.; Washington, DC
    puerto-rico | place | Puerto Rico | demonym: Puerto Rican; Puerto Ricans | metonym: San Juan | not: San Juan Islands; San Juan Capistrano; San Juan County; San Juan de la Maguana; San Juan Hill; San Juan Mountains; San Juan, Argentina; San Juan Basin; San Juan River | role: country
    guam | place | Guam | demonym: Guamanian; Guamanians; Chamorro; Chamorros | metonym: Hagatna | not: Violeta Chamorro; Pedro Joaquin Chamorro; Carlos Fernando Chamorro; Cristiana Chamorro | role: country
    american-samoa | place | American Samoa | demonym: American Samoan; American Samoans | metonym: Pago Pago | role: country
    us-virgin-islands | place | U.S. Virgin Islands | alias: US Virgin Islands; United States Virgin Islands | metonym: Charlotte Amalie | role: country
    guantanamo-bay | place | Guantánamo Bay | alias: Guantanamo; Gitmo; Guantánamo Bay detention camp; Camp X-Ray
    british-virgin-islands | place | British Virgin Islands | alias: =BVI | metonym: Road Town | role: country
    cayman-islands | place | Cayman Islands | alias: Caymans; Grand Cayman | demonym: Caymanian; Caymanians | metonym: George Town, Cayman Islands | role: country
    bermuda | place | Bermuda | demonym: Bermudian; Bermudians; Bermudan | metonym: Hamilton, Bermuda | not: Bermuda shorts; Bermuda Triangle; Bermuda grass; Bermuda Dunes; Bermuda onion | role: country
    gibraltar | place | Gibraltar | demonym: Gibraltarian; Gibraltarians | not: Strait of Gibraltar; Straits of Gibraltar; Gibraltar Savings; Gibraltar, Michigan | role: country
    falkland-islands | place | Falkland Islands | alias: Falklands; Malvinas; Islas Malvinas; Las Malvinas | demonym: Falkland Islander; Falkland Islanders | metonym: Port Stanley | not: Falklands War
    greenland | place | Greenland | demonym: Greenlander; Greenlanders; Greenlandic | metonym: Nuuk | not: Greenland, New Hampshire; Greenland Sea; Greenland shark
    faroe-islands | place | Faroe Islands | alias: Faeroe Islands; Faroes; Faeroes | demonym: Faroese; Faeroese | metonym: Torshavn | role: country
    aruba | place | Aruba | demonym: Aruban; Arubans | metonym: Oranjestad | not: Aruba Networks | role: country
    netherlands-antilles | place | Netherlands Antilles | alias: Curacao; Dutch Antilles; Sint Maarten; Bonaire | demonym: Antillean | metonym: Willemstad
    turks-and-caicos | place | Turks and Caicos Islands | alias: Turks and Caicos; Turks & Caicos; Providenciales
    french-guiana | place | French Guiana | metonym: Cayenne, French Guiana; Kourou
    martinique | place | Martinique | demonym: Martinican | metonym: Fort-de-France
    guadeloupe | place | Guadeloupe | demonym: Guadeloupean | metonym: Pointe-a-Pitre
    reunion-island | place | La Réunion | alias: Reunion Island; island of Réunion | demonym: Reunionese
    mayotte | place | Mayotte | metonym: Mamoudzou
    new-caledonia | place | New Caledonia | demonym: New Caledonian; Kanak; Kanaks | metonym: Noumea
    french-polynesia | place | French Polynesia | alias: Tahiti | demonym: Tahitian; Tahitians | metonym: Papeete
    england | place | England | demonym: Englishman; Englishmen; Englishwoman | not: New England; Bank of England; Church of England; Lynndie England; England, Arkansas; New England Patriots | role: country
    scotland | place | Scotland | demonym: Scottish; Scots; Scotsman; Scotswoman | metonym: Edinburgh; Holyrood | not: Scotland Yard; Royal Bank of Scotland; Bank of Scotland; Duke of Edinburgh; Baroness Scotland; Patricia Scotland; Scottish terrier; Scotland County; Scottish Widows; Edinburgh, Indiana; Scottish Power | role: country
    wales | place | =Wales | alias: =WALES | demonym: =Welsh; Welshman; Welshmen | metonym: Cardiff; Cardiff Bay; Senedd | not: New South Wales; Prince of Wales; Princess of Wales; Jimmy Wales; Prince Of Wales Island; Irvine Welsh; Welsh corgi; Welsh Carson; Cardiff City; Outlaw Josey Wales | role: country
    northern-ireland | place | Northern Ireland | alias: =Ulster | demonym: Northern Irish; Northern Irishman; Ulsterman; Ulstermen | metonym: Belfast; Stormont | not: Ulster County; Ulster Bank; Belfast, Maine; Ulster Unionist; Ulster Unionists; Ulster University; University of Ulster; Belfast Agreement; Belfast Telegraph | role: country
    isle-of-man | place | Isle of Man | demonym: Manxman | metonym: Douglas, Isle of Man
    jersey-channel-islands | place | Channel Islands | alias: Guernsey; Bailiwick of Jersey; island of Jersey; =Alderney; =Sark | metonym: St. Helier | not: Channel Islands National Park; Guernsey cow; Guernsey cows
    quebec | place | Quebec | alias: Province of Quebec | demonym: Quebecer; Quebecers; Quebecker; Quebeckers; Quebecois | metonym: Quebec City | not: Quebec Nordiques; Bloc Quebecois; Parti Quebecois
    ontario | place | Ontario | alias: =Ont | demonym: Ontarian; Ontarians | metonym: Queen's Park | not: Lake Ontario; Ontario, California; Ontario, Oregon; Ontario Teachers; Queen's Park Rangers
    alberta | place | Alberta | demonym: Albertan; Albertans | metonym: Edmonton | not: Edmonton Oilers; Alberta clipper; Alberta Hunter; Edmonton Eskimos
    british-columbia | place | British Columbia | alias: =B.C. | demonym: British Columbian; British Columbians | metonym: Victoria, British Columbia | not: B.C. Lions; 100 B.C.
    nova-scotia | place | Nova Scotia | demonym: Nova Scotian; Nova Scotians | metonym: Halifax, Nova Scotia | not: Bank of Nova Scotia
    newfoundland | place | Newfoundland and Labrador | alias: Newfoundland | demonym: Newfoundlander; Newfoundlanders | metonym: St. John's, Newfoundland | not: Newfoundland dog; Newfoundland dogs
    catalonia | place | Catalonia | alias: Catalunya; Cataluña | demonym: Catalan; Catalans; Catalonian | metonym: Generalitat | not: Catalan Dragons; Catalans Dragons
    basque-country | place | Basque Country | alias: Euskadi; Basque region | demonym: Basque; Basques | metonym: Vitoria-Gasteiz | not: basque cheesecake; Basque Homeland and Freedom
    andalusia | place | Andalusia | alias: Andalucia | demonym: Andalusian; Andalusians | metonym: Seville | not: Barber of Seville; Andalusia, Alabama
    corsica | place | Corsica | demonym: Corsican; Corsicans | metonym: Ajaccio; Bastia
    sicily | place | Sicily | demonym: Sicilian; Sicilians | metonym: Palermo | not: Sicilian Defence; Sicilian pizza
    sardinia | place | Sardinia | demonym: Sardinian; Sardinians | metonym: Cagliari
    bavaria | place | Bavaria | demonym: Bavarian; Bavarians | not: Bavarian cream; Bavarian Nordic
    kurdistan | place | Kurdistan | alias: Iraqi Kurdistan; Kurdistan Region; Kurdish region; Kurdish Region of Iraq | demonym: Kurd; Kurds; Kurdish | metonym: Erbil; Irbil; Arbil | not: Kurdistan Workers' Party; Patriotic Union of Kurdistan; Kurdistan Democratic Party
    crimea | place | Crimea | alias: Crimean Peninsula; Republic of Crimea | demonym: Crimean; Crimeans; Crimean Tatar; Crimean Tatars | metonym: Simferopol; Sevastopol | not: Crimean War; Crimean-Congo
    donbas | place | Donbas | alias: Donbass; eastern Ukraine; Donets Basin
    donetsk | place | Donetsk | alias: Donetsk People's Republic; =DNR; Donetsk Oblast; Donetsk region | not: Shakhtar Donetsk
    luhansk | place | Luhansk | alias: Lugansk; Luhansk People's Republic; Lugansk People's Republic; Luhansk Oblast; Luhansk region
    chechnya | place | Chechnya | alias: Chechen Republic; Ichkeria | demonym: Chechen; Chechens; Chechnyan | metonym: Grozny
    dagestan | place | Dagestan | alias: Daghestan | demonym: Dagestani; Dagestanis | metonym: Makhachkala
    abkhazia | place | Abkhazia | demonym: Abkhaz; Abkhazian; Abkhazians | metonym: Sukhumi
    south-ossetia | place | South Ossetia | demonym: South Ossetian; South Ossetians; Ossetian; Ossetians | metonym: Tskhinvali | not: North Ossetian
    nagorno-karabakh | place | Nagorno-Karabakh | alias: Karabakh; Artsakh; Nagorny Karabakh | metonym: Stepanakert
    transnistria | place | Transnistria | alias: Transdniestria; Trans-Dniester; Transdniester; Trans-Dniestr | demonym: Transnistrian | metonym: Tiraspol | not: Sheriff Tiraspol
    kaliningrad | place | Kaliningrad | alias: Konigsberg; Kaliningrad Oblast
    siberia | place | Siberia | demonym: Siberian; Siberians | not: Siberian husky; Siberian huskies; Siberian tiger; Siberian tigers; Siberian Express
    caucasus | place | Caucasus | alias: South Caucasus; North Caucasus; Transcaucasia
    northern-cyprus | place | Northern Cyprus | alias: Turkish Republic of Northern Cyprus; TRNC; Turkish Cyprus | demonym: Turkish Cypriot; Turkish Cypriots
    republika-srpska | place | Republika Srpska | alias: Bosnian Serb Republic | demonym: Bosnian Serb; Bosnian Serbs | metonym: Banja Luka
    balkans | place | Balkans | alias: Balkan; Western Balkans; Balkan Peninsula
    baltics | place | Baltic states | alias: Baltics; Baltic republics; Baltic countries; Baltic nations
    scandinavia | place | Scandinavia | alias: Nordic countries; Nordics; Nordic region | demonym: Scandinavian; Scandinavians | not: Scandinavian Airlines
    europe | place | Europe | alias: Western Europe; European continent | demonym: European; Europeans | not: Eastern Europe; Central Europe; European Union; Council of Europe; Radio Free Europe; European Commission
    eastern-europe | place | Eastern Europe | alias: Central and Eastern Europe; Central Europe; Eastern Bloc; Soviet bloc; East Europe | demonym: Eastern European; Eastern Europeans; East European; East Europeans
    asia | place | Asia | demonym: Asian; Asians | not: Asia Argento; Central Asia; South Asia; Southeast Asia; East Asia; Asian Development Bank; Asian American; Asian Americans; Asia Times
    central-asia | place | Central Asia | demonym: Central Asian; Central Asians
    south-asia | place | South Asia | alias: Indian subcontinent | demonym: South Asian; South Asians
    southeast-asia | place | Southeast Asia | alias: South East Asia; Indochina; SE Asia | demonym: Southeast Asian; Southeast Asians
    east-asia | place | East Asia | alias: Far East; Northeast Asia | demonym: East Asian; East Asians
    asia-pacific | place | Asia-Pacific | alias: Indo-Pacific; APAC | not: Asia-Pacific Economic Cooperation
    oceania | place | Oceania | alias: South Pacific; Pacific Islands; Pacific island nations | demonym: Pacific Islander; Pacific Islanders; Polynesian; Polynesians; Melanesian; Melanesians
    africa | place | Africa | demonym: African; Africans | not: South Africa; South African; South Africans; North Africa; West Africa; East Africa; African American; African Americans; Central African; Out of Africa; African Union; African National Congress; African Queen; African violet; African grey; Horn of Africa
    sub-saharan-africa | place | Sub-Saharan Africa | alias: black Africa | demonym: sub-Saharan; sub-Saharan African; sub-Saharan Africans
    north-africa | place | North Africa | alias: Maghreb; Northern Africa | demonym: North African; North Africans; Maghrebi
    west-africa | place | West Africa | demonym: West African; West Africans
    east-africa | place | East Africa | demonym: East African; East Africans
    horn-of-africa | place | Horn of Africa
    southern-africa | place | Southern Africa | demonym: Southern African
    sahel | place | Sahel | demonym: Sahelian
    sahara | place | Sahara | alias: Sahara Desert; =Saharan | not: Western Sahara; Sahara Group; Sahara India; Sahara casino; Sub-Saharan; sub-Saharan Africa
    western-sahara | place | Western Sahara | alias: Sahrawi Arab Democratic Republic | demonym: Sahrawi; Sahrawis; Saharawi | metonym: Laayoune
    darfur | place | Darfur | alias: West Darfur; North Darfur; South Darfur | demonym: Darfuri; Darfuris; Darfurian | metonym: El Fasher; El Geneina
    tigray | place | Tigray | alias: Tigre province | demonym: Tigrayan; Tigrayans; Tigrean; Tigreans | metonym: Mekelle | not: Tigray People's Liberation Front; Tigrayan People's Liberation Front
    somaliland | place | Somaliland | demonym: Somalilander; Somalilanders | metonym: Hargeisa
    puntland | place | Puntland | metonym: Garowe
    zanzibar | place | Zanzibar | demonym: Zanzibari; Zanzibaris
    kivu | place | Kivu | alias: North Kivu; South Kivu | not: Lake Kivu
    niger-delta | place | Niger Delta | alias: Delta State, Nigeria
    middle-east | place | Middle East | alias: Mideast; Near East; Levant; West Asia | demonym: Middle Eastern; Middle Easterner; Middle Easterners; Mideastern | not: Middle East respiratory syndrome
    arab-world | place | Arab world | alias: Arab states; Arab countries; Arab nations | demonym: =Arab; =Arabs | not: Arab League; United Arab Emirates; Arab News; Arab Bank; Arab horse; Arab Spring; Arab-American; Arab Americans; League of Arab States
    gulf-states | place | Gulf states | alias: Arab Gulf states; Gulf Arab states; Gulf countries; Gulf region; Arabian Peninsula | demonym: Gulf Arab; Gulf Arabs | not: Gulf States Utilities; Gulf States Steel; Gulf States Paper
    gaza | place | Gaza Strip | alias: Gaza; Hamas-run Gaza | demonym: Gazan; Gazans | metonym: Gaza City; Khan Younis; Khan Yunis; Rafah
    west-bank | place | West Bank | alias: Judea and Samaria; occupied West Bank; Cisjordan | metonym: Jenin; Nablus; Hebron; Jericho | not: Jericho, New York; Hebron University; Chris Jericho
    east-jerusalem | place | East Jerusalem | alias: Sheikh Jarrah
    golan-heights | place | Golan Heights | alias: Golan | not: Menahem Golan
    sinai | place | Sinai Peninsula | alias: Sinai | metonym: Sharm el-Sheikh; El Arish | not: Mount Sinai; Cedars-Sinai; Mt. Sinai
    suez-canal | place | Suez Canal | alias: Suez | not: Suez Environnement; GDF Suez; Suez SA
    strait-of-hormuz | place | Strait of Hormuz | alias: Straits of Hormuz; Hormuz Strait; Hormuz
    persian-gulf | place | Persian Gulf | alias: Arabian Gulf; =the Gulf; =The Gulf | not: the Gulf of Mexico; the Gulf of Aden; the Gulf of Oman; the Gulf Coast; the Gulf War; the Gulf Stream; the Gulf Cooperation Council; the Gulf of America; the Gulf of Guinea; the Gulf of Thailand; the Gulf of Tonkin; the Gulf of California; the Gulf of Alaska; the Gulf of Finland; Persian Gulf War; the Gulf of Bothnia; the Gulf states; the Gulf of Carpentaria
    red-sea | place | Red Sea | alias: Bab el-Mandeb; Bab al-Mandab; Bab el-Mandab Strait
    black-sea | place | Black Sea | alias: Sea of Azov; Kerch Strait
    mediterranean | place | Mediterranean | alias: Mediterranean Sea; Eastern Mediterranean | not: Mediterranean diet; Mediterranean Shipping; Mediterranean Avenue; Mediterranean food
    south-china-sea | place | South China Sea | alias: Spratly Islands; Spratlys; Paracel Islands; Paracels; Scarborough Shoal; West Philippine Sea; nine-dash line; Second Thomas Shoal; Mischief Reef
    east-china-sea | place | East China Sea | alias: Senkaku Islands; Senkakus; Diaoyu Islands; Diaoyus; Senkaku; Diaoyu
    taiwan-strait | place | Taiwan Strait | alias: Taiwan Straits; Strait of Taiwan; Formosa Strait
    korean-peninsula | place | Korean Peninsula | alias: =Demilitarized Zone; =DMZ; Panmunjom; 38th parallel
    kashmir | place | Kashmir | alias: Jammu and Kashmir; Jammu & Kashmir; Azad Kashmir; =J&K; Line of Control | demonym: Kashmiri; Kashmiris | metonym: Srinagar; Muzaffarabad
    punjab | place | Punjab | demonym: Punjabi; Punjabis | metonym: Chandigarh | not: Punjab National Bank; Kings XI Punjab; Punjab Kings
    balochistan | place | Balochistan | alias: Baluchistan | demonym: Baloch; Baluch; Baluchi | metonym: Quetta | not: Balochistan Liberation Army; Quetta Shura; Quetta Gladiators
    khyber-pakhtunkhwa | place | Khyber Pakhtunkhwa | alias: North-West Frontier Province; Federally Administered Tribal Areas; =FATA; North Waziristan; South Waziristan; Waziristan; Swat Valley | demonym: Pashtun; Pashtuns; Pathan; Pathans | metonym: Peshawar
    assam | place | Assam | demonym: Assamese | metonym: Guwahati; Dispur | not: Assam tea
    gujarat | place | Gujarat | demonym: Gujarati; Gujaratis | metonym: Ahmedabad; Gandhinagar | not: Gujarat Titans; Gujarat Lions
    kerala | place | Kerala | demonym: Keralite; Malayali; Malayalis | metonym: Thiruvananthapuram; Trivandrum; Kochi
    uttar-pradesh | place | Uttar Pradesh | metonym: Lucknow | not: Lucknow Super Giants
    tamil-nadu | place | Tamil Nadu | demonym: Tamil; Tamils | not: Tamil Tigers; Tamil Tiger; Liberation Tigers of Tamil Eelam; Sri Lankan Tamil; Sri Lankan Tamils
    tibet | place | Tibet | alias: Tibet Autonomous Region; Xizang | demonym: Tibetan; Tibetans | metonym: Lhasa | not: Seven Years in Tibet; Tibetan mastiff; Tibetan mastiffs
    xinjiang | place | Xinjiang | alias: Sinkiang; Xinjiang Uighur Autonomous Region; Xinjiang Uyghur Autonomous Region; East Turkestan | demonym: Uighur; Uighurs; Uyghur; Uyghurs; Uigur | metonym: Urumqi; Kashgar | not: East Turkestan Islamic Movement
    inner-mongolia | place | Inner Mongolia | demonym: Inner Mongolian | metonym: Hohhot
    hong-kong | place | Hong Kong | alias: Hongkong; Hong Kong SAR; =HKSAR; Kowloon | demonym: Hong Konger; Hong Kongers; Hongkonger; Hongkongers | not: Hong Kong Stock Exchange; Hong Kong Monetary Authority; Hongkong and Shanghai Banking | role: country
    macau | place | Macau | alias: Macao | demonym: Macanese | role: country
    okinawa | place | Okinawa | alias: Ryukyu Islands | demonym: Okinawan; Okinawans | metonym: Naha; Futenma
    fukushima | place | Fukushima | alias: Fukushima Daiichi; Fukushima Dai-ichi
    hokkaido | place | Hokkaido | metonym: Sapporo | not: Hokkaido Takushoku
    kuril-islands | place | Kuril Islands | alias: Kurile Islands; Kurils; Kuriles
    sakhalin | place | Sakhalin | alias: Sakhalin Island
    aceh | place | Aceh | demonym: Acehnese | metonym: Banda Aceh | not: Free Aceh Movement
    papua | place | West Papua | alias: Irian Jaya; Papua province; Papua region | demonym: Papuan; Papuans; West Papuan | metonym: Jayapura
    bali | place | =Bali | alias: =BALI; Denpasar | demonym: Balinese | not: Bali Nine
    mindanao | place | Mindanao | alias: Sulu archipelago; Jolo | metonym: Davao; Marawi; Cotabato; Zamboanga
    borneo | place | Borneo | alias: Kalimantan; Sarawak; Sabah | demonym: Bornean
    rakhine | place | Rakhine State | alias: Rakhine; Arakan | demonym: Rohingya; Rohingyas | metonym: Sittwe | not: Arakan Rohingya Salvation Army; Arakan Army
    new-south-wales | place | New South Wales | alias: =NSW
    queensland | place | Queensland | demonym: Queenslander; Queenslanders | metonym: Brisbane | not: Queensland Reds; Brisbane Broncos; Brisbane Lions; Brisbane Roar; Brisbane, California
    western-australia | place | Western Australia | alias: West Australia | demonym: Western Australian; West Australian; West Australians | metonym: =Perth | not: Perth, Scotland; Bank of Western Australia; Perth Amboy; Perth Glory; Perth Scorchers
    tasmania | place | Tasmania | demonym: Tasmanian; Tasmanians | metonym: Hobart | not: Tasmanian devil; Tasmanian devils; Tasmanian tiger
    central-america | place | Central America | alias: Northern Triangle | demonym: Central American; Central Americans
    latin-america | place | Latin America | alias: Latin America and the Caribbean | demonym: Latin American; Latin Americans
    south-america | place | South America | demonym: South American; South Americans
    north-america | place | North America | demonym: North American; North Americans
    caribbean | place | Caribbean | alias: West Indies; Caribbean islands; Caribbean Sea | demonym: West Indian; West Indians | not: Pirates of the Caribbean; Royal Caribbean; Caribbean Community
    amazon-rainforest | place | Amazon rainforest | alias: Amazon basin; Amazon River; Amazon forest; Amazon jungle; Brazilian Amazon; Amazonia; Amazon region; Peruvian Amazon; Ecuadorean Amazon; Amazon tribe; Amazon tribes; Amazon fires; Amazon deforestation | demonym: Amazonian | maybe: =Amazon | with: Brazil; Brazil's; Brazilian; Brazilians; Peru; Peruvian; Ecuador; Ecuadorean; Colombia; Colombian; Bolivia; Bolivian; Venezuela; Guyana; rainforest; rain forest; rainforests; jungle; deforestation; deforested; river; rivers; tributary; tributaries; tribe; tribes; indigenous; loggers; logging; ranchers; basin; Manaus; Belem; Rondonia; Amazonas; Acre; Roraima; Mato Grosso; Para state; Iquitos; Ibama; species; forest; forests; gold miners; Bolsonaro
    patagonia | place | Patagonia | demonym: Patagonian | metonym: Ushuaia | not: Patagonia Inc; Patagonia jacket; Patagonia, Arizona; Patagonia founder; Patagonia vest; Patagonia clothing
    antarctica | place | Antarctica | alias: Antarctic; Antarctic Peninsula; South Pole; McMurdo Station
    arctic | place | Arctic | alias: Arctic Ocean; Arctic Circle; Arctic region; North Pole; Northwest Passage; High Arctic | not: Arctic Monkeys; Arctic fox; Arctic National Wildlife Refuge; Arctic Cat; Arctic char; North Pole, Alaska; North Pole, New York; arctic blast; arctic air
    gulf-of-mexico | place | Gulf of Mexico | alias: Gulf of America; Gulf Coast; U.S. Gulf Coast
    new-england | place | New England | demonym: New Englander; New Englanders | not: New England Patriots; New England Revolution; New England Journal of Medicine; Bank of New England; New England Primer
    silicon-valley | place | Silicon Valley | metonym: Palo Alto; Menlo Park; Mountain View; Cupertino | not: Silicon Valley Bank; Palo Alto Networks; Mountain View, Alaska; Menlo Park, New Jersey
    wall-street | place | Wall Street | not: Wall Street Journal; Occupy Wall Street; Wolf of Wall Street; Black Wall Street
    city-of-london | place | City of London | alias: =Square Mile; Canary Wharf | not: City of London Police
    soviet-union | place | Soviet Union | alias: USSR; Union of Soviet Socialist Republics; Soviet Russia | demonym: Soviet; Soviets | not: Soviet Georgia; former Soviet republic; post-Soviet; Supreme Soviet; former Soviet republics; ex-Soviet | role: country
    east-germany | place | East Germany | alias: German Democratic Republic; =GDR; =DDR; E. Germany | demonym: East German; East Germans | metonym: East Berlin | role: country
    czechoslovakia | place | Czechoslovakia | demonym: Czechoslovak; Czechoslovaks; Czechoslovakian; Czechoslovakians | role: country
    yugoslavia | place | Yugoslavia | alias: former Yugoslavia; Federal Republic of Yugoslavia | demonym: Yugoslav; Yugoslavs; Yugoslavian; Yugoslavians | not: Former Yugoslav Republic of Macedonia | role: country
    biafra | place | Biafra | demonym: Biafran; Biafrans | not: Jello Biafra; Indigenous People of Biafra; Bight of Biafra
    new-york | place | New York | alias: New York City; NYC; =NY; Big Apple; Manhattan; Brooklyn; The Bronx; Staten Island | demonym: New Yorker; New Yorkers | metonym: Gracie Mansion | not: New York Times; New York Post; New York Yankees; New York Mets; New York Giants; New York Jets; New York Knicks; New York Rangers; New York Islanders; New York Stock Exchange; New York State; New York Life; New York Daily News; New York Magazine; The New Yorker; New Yorker magazine; New York Review of Books; Federal Reserve Bank of New York; New York Fed; West New York; Manhattan Project; Manhattan, Kansas; Chase Manhattan; Brooklyn Beckham; Brooklyn Nets; Brooklyn Decker; Brooklyn Dodgers; Brooklyn Nine-Nine; Bank of New York; Manhattan Beach; Brooklyn Center; Brooklyn Park; Manhattan Institute; New York Mercantile Exchange
    los-angeles | place | Los Angeles | alias: =LA; =L.A.; South Central Los Angeles | demonym: Angeleno; Angelenos | metonym: Hollywood | not: Los Angeles Times; Los Angeles Lakers; Los Angeles Dodgers; Los Angeles Clippers; Los Angeles Rams; Los Angeles Chargers; Los Angeles Kings; Los Angeles Angels; Los Angeles Galaxy; LA Galaxy; LA Lakers; LA Times; L.A. Law; LA Clippers; Hollywood, Florida; West Hollywood, Florida; Hollywood Casino; LA Dodgers; Los Angeles Raiders; LA Confidential; Hollywood Reporter; L.A. Confidential; Hollywood Bowl; Hollywood Park
    chicago | place | Chicago | alias: Windy City | demonym: Chicagoan; Chicagoans | not: Chicago Bulls; Chicago Bears; Chicago Cubs; Chicago White Sox; Chicago Blackhawks; Chicago Tribune; Chicago Mercantile Exchange; Chicago Board of Trade; Chicago Board Options Exchange; Chicago Fire; Chicago Sun-Times; Judy Chicago; Chicago Bridge & Iron; First Chicago; University of Chicago
    houston | place | Houston | demonym: Houstonian; Houstonians | not: Whitney Houston; Sam Houston; Houston Rockets; Houston Astros; Houston Texans; Houston Chronicle; Houston Oilers; Houston Street; Houston Natural Gas; Houston Nutt; Fort Sam Houston; Houston Cougars
    dallas | place | Dallas | alias: Dallas-Fort Worth | not: Dallas Cowboys; Dallas Mavericks; Dallas Stars; Dallas Buyers Club; Dallas Morning News; Dallas Goedert; Dallas Keuchel; Dallas Howard; Cameron Dallas; Bryce Dallas Howard; Dallas, Oregon; FC Dallas
    philadelphia | place | Philadelphia | alias: Philly | demonym: Philadelphian; Philadelphians | not: Philadelphia Eagles; Philadelphia Phillies; Philadelphia 76ers; Philadelphia Flyers; Philadelphia Inquirer; Philly cheesesteak; Philly cheese steak; Philadelphia cream cheese; Philadelphia, Mississippi; Philadelphia Union; Philadelphia chromosome; Philadelphia Story
    boston | place | Boston | alias: Beantown | demonym: Bostonian; Bostonians | not: Boston Celtics; Boston Red Sox; Boston Bruins; Boston Globe; Boston Scientific; Boston Herald; Boston Consulting; Boston Dynamics; Boston terrier; First Boston; Boston Legal; Boston Properties; Boston Tea Party; Boston Market; Boston Beer; Credit Suisse First Boston; Bank of Boston; Boston Whaler; Boston University
    san-francisco | place | San Francisco | alias: San Fran; SF Bay Area; San Francisco Bay Area; Bay Area | demonym: San Franciscan; San Franciscans | not: San Francisco Giants; San Francisco 49ers; San Francisco Chronicle; San Francisco de Macoris
    seattle | place | Seattle | demonym: Seattleite; Seattleites | not: Seattle Seahawks; Seattle Mariners; Seattle Times; Seattle Sounders; Chief Seattle; Seattle SuperSonics; Seattle Kraken; Seattle Post-Intelligencer; Seattle Storm; Seattle Slew; Sleepless in Seattle
    atlanta | place | Atlanta | demonym: Atlantan; Atlantans | not: Atlanta Braves; Atlanta Falcons; Atlanta Hawks; Atlanta Journal-Constitution; Atlanta United; Atlanta Fed; Atlanta Dream; Atlanta, Georgia; Federal Reserve Bank of Atlanta; Atlanta Thrashers
    miami | place | Miami | alias: Miami-Dade; South Beach; Miami Beach | demonym: Miamian | not: Miami Heat; Miami Dolphins; Miami Marlins; Miami Herald; Miami Vice; Miami University; CSI: Miami; Miami, Oklahoma; Inter Miami; South Beach Diet; Miami Hurricanes; Miami of Ohio; Miami RedHawks
    detroit | place | Detroit | alias: Motor City; =Motown | demonym: Detroiter; Detroiters | not: Detroit Lions; Detroit Tigers; Detroit Pistons; Detroit Red Wings; Detroit Free Press; Detroit News; Detroit Diesel; Detroit Lakes; Detroit River; Motown Records; Motown sound; Detroit Edison
    las-vegas | place | Las Vegas | alias: Vegas; Sin City; Las Vegas Strip | not: Las Vegas Raiders; Vegas Golden Knights; Las Vegas Sands; Las Vegas, New Mexico; Leaving Las Vegas; Fear and Loathing in Las Vegas; Las Vegas Review-Journal; Las Vegas Sun; Las Vegas Aces
    phoenix | place | =Phoenix | alias: =PHOENIX; Phoenix, Arizona | not: Phoenix Suns; Joaquin Phoenix; River Phoenix; Phoenix Coyotes; Phoenix Mercury; Order of the Phoenix; Phoenix lander; University of Phoenix; Phoenix Mars Lander; Phoenix Islands; Phoenix Group; Phoenix Cluster; Phoenix Mutual; Dark Phoenix; Phoenix Park; Phoenix Jones; Phoenix Program
    denver | place | Denver | demonym: Denverite; Denverites | not: John Denver; Denver Broncos; Denver Nuggets; Denver Post; Bob Denver; Denver boot; Denver Riggleman
    baltimore | place | Baltimore | demonym: Baltimorean; Baltimoreans | not: Baltimore Ravens; Baltimore Orioles; Baltimore Sun; Baltimore oriole; David Baltimore; Baltimore Gas; Baltimore Colts
    new-orleans | place | New Orleans | alias: Big Easy; Crescent City | demonym: New Orleanian; New Orleanians | not: New Orleans Saints; New Orleans Pelicans; New Orleans Hornets; Crescent City, California
    cleveland | place | Cleveland | demonym: Clevelander; Clevelanders | not: Grover Cleveland; Cleveland Browns; Cleveland Cavaliers; Cleveland Indians; Cleveland Guardians; Cleveland Clinic; Cleveland-Cliffs; Cleveland County; Cleveland, Tennessee; Cleveland Plain Dealer; Cleveland Park; Cleveland Cavs; Cleveland State
    minneapolis | place | Minneapolis | alias: Twin Cities; Minneapolis-St. Paul | not: Minneapolis Star Tribune; Minneapolis Fed; Minneapolis Lakers
    saint-louis | place | St. Louis | alias: Saint Louis; East St. Louis; St. Louis, Missouri | not: St. Louis Cardinals; St. Louis Blues; St. Louis Rams; St. Louis Post-Dispatch; St. Louis Fed; Meet Me in St. Louis; Spirit of St. Louis; Saint-Louis, Senegal; Federal Reserve Bank of St. Louis
    pittsburgh | place | Pittsburgh | demonym: Pittsburgher; Pittsburghers | not: Pittsburgh Steelers; Pittsburgh Pirates; Pittsburgh Penguins; Pittsburgh Post-Gazette; Pittsburgh Panthers; Pittsburgh Tribune-Review
    san-diego | place | San Diego | demonym: San Diegan; San Diegans | not: San Diego Padres; San Diego Chargers; San Diego Union-Tribune; Carmen San Diego
    toronto | place | Toronto | demonym: Torontonian; Torontonians | not: Toronto Raptors; Toronto Blue Jays; Toronto Maple Leafs; Toronto Star; Toronto-Dominion; Toronto Stock Exchange; Toronto FC; Toronto International Film Festival; Toronto Dominion Bank; Toronto Argonauts
    montreal | place | Montreal | demonym: Montrealer; Montrealers | not: Montreal Canadiens; Montreal Expos; Bank of Montreal; Montreal Protocol; Montreal Gazette; Montreal Impact; Montreal Exchange; Montreal Alouettes; Montreal Convention
    vancouver | place | Vancouver | demonym: Vancouverite; Vancouverites | not: Vancouver Canucks; Vancouver, Washington; Vancouver Island; George Vancouver; Vancouver Whitecaps; Vancouver Sun; Vancouver Grizzlies; Fort Vancouver; Vancouver Stock Exchange
    calgary | place | Calgary | demonym: Calgarian; Calgarians | not: Calgary Flames; Calgary Stampede; Calgary Stampeders
    manchester | place | Manchester | demonym: Mancunian; Mancunians | not: Manchester United; Manchester City; Manchester, New Hampshire; Manchester by the Sea; Melissa Manchester; Manchester, Tennessee; Manchester, Connecticut; William Manchester; Manchester Evening News; Manchester, Vermont; Manchester Guardian
    birmingham-uk | place | Birmingham | demonym: Brummie; Brummies | not: Birmingham, Alabama; Birmingham, Ala; Birmingham City; Birmingham jail; Birmingham Barons; Letter from Birmingham; Birmingham, Michigan; Birmingham Steel; Birmingham campaign
    liverpool | place | Liverpool | demonym: Liverpudlian; Liverpudlians | with: Merseyside; Mersey; Beatles; port; police; court; docks; dockers | not: Liverpool FC; Liverpool Street; Lord Liverpool; Liverpool Football Club; Liverpool manager; Liverpool striker; Liverpool fans; Liverpool midfielder; Liverpool, New York; Liverpool captain; Liverpool defender; Liverpool Daily Post; Liverpool goalkeeper
    glasgow | place | Glasgow | demonym: Glaswegian; Glaswegians | not: Glasgow Rangers; Glasgow Celtic; Glasgow Coma; Glasgow, Kentucky; Glasgow, Montana; Graham Glasgow; Glasgow Warriors
    frankfurt | place | Frankfurt | alias: Frankfurt am Main | demonym: Frankfurters | not: Eintracht Frankfurt; Harry Frankfurt; Frankfurt School; Frankfurt an der Oder; Frankfurt Stock Exchange; Frankfurt Book Fair
    munich | place | Munich | alias: Muenchen | not: Bayern Munich; Munich Re; Munich Agreement; Munich Security Conference; TSV 1860 Munich
    hamburg | place | Hamburg | not: Hamburg, New York; Hamburg steak; Hamburg SV; Hamburg, Pennsylvania; SV Hamburg; Hamburg Sud
    milan | place | Milan | alias: =Milano | demonym: Milanese | with: bourse; Lombardy; prosecutors; fashion; magistrates; court; police | not: AC Milan; Inter Milan; Milan Lucic; Milan Kundera; Milan Hejduk; Milan Baros; Milan, Tennessee; Milan Panic; Milan Milutinovic; Milan, Michigan; Milan Fashion Week; Milan Mandaric; Milan Stock Exchange; Alyssa Milano; Milan Lukic; Milan Michalek; Milan, Ohio
    naples | place | Naples | demonym: Neapolitan; Neapolitans | not: Naples, Florida; Naples, Fla; Neapolitan ice cream; Kingdom of Naples; Naples Daily News; Neapolitan mastiff
    venice | place | Venice | demonym: Venetian; Venetians | not: Venice Beach; Venice, California; Merchant of Venice; Venetian blinds; Venetian hotel; Venice, Florida; Death in Venice; Venetian blind; Venetian Macao; The Venetian; Venice Film Festival; Venice Commission; Venice Biennale; Little Venice; Venice Boulevard
    marseille | place | Marseille | alias: Marseilles | not: Olympique Marseille; Olympique de Marseille
    lyon | place | =Lyon | alias: =LYON | not: Olympique Lyon; Sue Lyon; Lyon County; Nathaniel Lyon; Nathan Lyon; Mary Lyon; Lyon College; Cookie Lyon; Lucious Lyon; Matthew Lyon
    barcelona | place | Barcelona | demonym: Barcelonan | with: Catalonia; Catalan; Ramblas; Olympics; mayor; police; court | not: FC Barcelona; Barcelona FC; Barcelona Guayaquil; Vicky Cristina Barcelona; Barcelona forward; Barcelona striker; Barcelona coach; Barcelona midfielder; Barcelona defender; Barcelona Olympics; Barcelona SC; Barcelona star
    bilbao | place | Bilbao | not: Athletic Bilbao; Banco Bilbao; Guggenheim Bilbao; Banco de Bilbao
    geneva | place | Geneva | demonym: Genevan | not: Geneva Convention; Geneva Conventions; Geneva, New York; Lake Geneva, Wisconsin; Geneva, Illinois; Geneva Motor Show; Geneva, Ohio; Geneva Protocol; Geneva Accords; Geneva Steel; Geneva Auto Show; Geneva bible
    zurich | place | Zurich | not: Zurich Insurance; Zurich Financial; FC Zurich; Zurich American; Lake Zurich; Zurich Classic; Grasshoppers Zurich
    saint-petersburg | place | St. Petersburg | alias: Saint Petersburg; Leningrad; Petrograd | not: St. Petersburg, Florida; St. Petersburg, Fla; St. Petersburg Times; Tampa-St. Petersburg; Siege of Leningrad; Leningrad Cowboys; Zenit St. Petersburg; Zenit Saint Petersburg; Tampa and St. Petersburg
    kharkiv | place | Kharkiv | alias: Kharkov | not: Metalist Kharkiv; Second Battle of Kharkov; Third Battle of Kharkov
    mariupol | place | Mariupol | alias: Azovstal
    odesa | place | Odesa | alias: =Odessa | not: Odessa, Texas; Odessa File; Odessa A'zion; Odessa Steps; Midland-Odessa; Odessa Young; Odessa, Florida; Midland and Odessa; Odessa, Missouri
    kherson | place | Kherson | alias: Kherson region; Kherson Oblast
    bakhmut | place | Bakhmut | alias: Artyomovsk
    zaporizhzhia | place | Zaporizhzhia | alias: Zaporizhia; Zaporozhye; Zaporizhzhya; Enerhodar
    lviv | place | Lviv | alias: Lvov; =Lwow | not: Prince Lvov; Karpaty Lviv
    chernobyl | place | Chernobyl | alias: Chornobyl; =Pripyat
    vladivostok | place | Vladivostok | not: Lokomotiv Vladivostok; Luch Vladivostok
    sochi | place | Sochi | not: Sochi Olympics; FC Sochi; HC Sochi
    krakow | place | Krakow | alias: Cracow | not: Wisla Krakow
    gdansk | place | Gdansk | alias: =Danzig | not: Lechia Gdansk; Glenn Danzig; Sarah Danzig
    istanbul | place | Istanbul | alias: Constantinople; Bosphorus; Bosporus; Taksim Square; Gezi Park | demonym: Istanbulite; Istanbulites | not: Istanbul Basaksehir; Istanbul Convention; Fall of Constantinople; Patriarch of Constantinople
    thessaloniki | place | Thessaloniki | alias: Salonika; Salonica | not: PAOK Thessaloniki; Aris Thessaloniki
    tel-aviv | place | Tel Aviv | alias: Jaffa | not: Maccabi Tel Aviv; Tel Aviv University; Hapoel Tel Aviv; Jaffa Cakes; Harry Jaffa; Jaffa Road; Jaffa oranges
    haifa | place | Haifa | not: Maccabi Haifa; Haifa Wehbe; Haifa Street; Hapoel Haifa
    aleppo | place | Aleppo | not: Aleppo pepper; Aleppo, Pennsylvania
    homs | place | Homs | demonym: Homsi
    idlib | place | Idlib | alias: Idleb
    raqqa | place | Raqqa | alias: Raqqah; =Rakka
    mosul | place | Mosul | alias: Nineveh; Ninevah
    basra | place | Basra | alias: Basrah; =Bassora
    fallujah | place | Fallujah | alias: Falluja
    kirkuk | place | Kirkuk | not: Kirkuk-Ceyhan
    jeddah | place | Jeddah | alias: Jidda; Jiddah | not: Jeddah Tower; Jeddah Grand Prix
    mecca | place | =Mecca | alias: Makkah; Mecca, Saudi Arabia | not: Mecca Cola; Mecca Bingo; Mecca, California
    medina | place | Medina, Saudi Arabia | alias: Madinah; holy city of Medina
    dubai | place | Dubai | alias: Dubayy | not: Dubai World; Dubai Ports World; Dubai chocolate; Dubai Islamic Bank
    benghazi | place | Benghazi | alias: Bengazi | not: Benghazi Committee
    misrata | place | Misrata | alias: Misurata
    alexandria-egypt | place | Alexandria, Egypt | alias: Egyptian city of Alexandria; port city of Alexandria
    casablanca | place | Casablanca | not: Casablanca Records; Raja Casablanca; Wydad Casablanca; Casablanca Conference
    lagos | place | Lagos | not: Ricardo Lagos; Lagos, Portugal; Lagos de Moreno
    kano | place | Kano, Nigeria | alias: Kano State; northern city of Kano; Nigerian city of Kano
    maiduguri | place | Maiduguri | alias: Chibok
    johannesburg | place | Johannesburg | alias: Joburg; Jo'burg; Soweto; Sandton | not: Johannesburg Stock Exchange; Soweto Gospel Choir; Johannesburg Declaration
    cape-town | place | Cape Town | alias: Capetown | demonym: Capetonian; Capetonians | not: Ajax Cape Town; Cape Town Convention
    durban | place | Durban | alias: eThekwini | not: Durban Deep; Durban Super Giants
    mombasa | place | Mombasa
    shanghai | place | Shanghai | alias: Pudong | demonym: Shanghainese | not: Shanghai Knights; Shanghai Noon; Shanghai Cooperation; Shanghai Cooperation Organization; Shanghai Stock Exchange; Shanghai Composite; Shanghai Sharks; Shanghai Shenhua; Shanghai Communique; Lady from Shanghai; Shanghai Masters
    guangzhou | place | Guangzhou | not: Guangzhou Evergrande; Guangzhou R&F
    shenzhen | place | Shenzhen | not: Shenzhen Stock Exchange; Shenzhen Airlines; Shenzhen FC
    wuhan | place | Wuhan | alias: Huanan seafood market | not: Wuhan Institute of Virology; Wuhan Iron and Steel; Wuhan Open
    chongqing | place | Chongqing | alias: Chungking
    chengdu | place | Chengdu
    tianjin | place | Tianjin | alias: Tientsin | not: Tianjin Quanjian
    tiananmen-square | place | Tiananmen Square | alias: Tiananmen; Tian An Men
    osaka | place | Osaka | not: Naomi Osaka; Gamba Osaka; Osaka Gas; Cerezo Osaka; Osaka Securities Exchange; Osaka Exchange; Mari Osaka
    hiroshima | place | Hiroshima | not: Hiroshima Carp; Sanfrecce Hiroshima; Hiroshima Mon Amour
    nagasaki | place | Nagasaki | not: V-Varen Nagasaki
    kobe | place | Kobe, Japan | alias: Japanese city of Kobe; port of Kobe
    busan | place | Busan | alias: Pusan | not: Train to Busan; Pusan Perimeter; Busan International Film Festival
    yokohama | place | Yokohama | not: Yokohama Rubber; Yokohama F. Marinos; Bank of Yokohama
    ho-chi-minh-city | place | Ho Chi Minh City | alias: Saigon | not: Miss Saigon; Saigon Execution
    da-nang | place | Da Nang | alias: Danang; Đà Nẵng
    chiang-mai | place | Chiang Mai | alias: Chiangmai
    mumbai | place | Mumbai | alias: Bombay | not: Bombay Stock Exchange; Mumbai Indians; Salaam Bombay; Bombay Sapphire; Mumbai Meri Jaan; Bombay Bicycle Club; Bombay Burmah; Mumbai City FC; Bombay cat; Bombay Talkies; Bombay Beach
    kolkata | place | Kolkata | alias: Calcutta | not: Mother Teresa of Calcutta; Kolkata Knight Riders; Oh! Calcutta; Teresa of Calcutta; Black Hole of Calcutta; Calcutta Stock Exchange; Calcutta Cup
    chennai | place | Chennai | alias: Madras | not: Chennai Super Kings; Madras curry; Madras plaid; Madras shirts; Chennai Express
    bangalore | place | Bangalore | alias: Bengaluru | not: Royal Challengers Bangalore; Royal Challengers Bengaluru; Bengaluru FC; Bangalore torpedo
    hyderabad | place | Hyderabad | not: Sunrisers Hyderabad; Deccan Chargers Hyderabad; Hyderabad, Pakistan
    bhopal | place | Bhopal
    ayodhya | place | Ayodhya | alias: Babri mosque; Babri Masjid; Ram Temple
    karachi | place | Karachi | not: Karachi Kings; Karachi Stock Exchange
    lahore | place | Lahore | not: Lahore Qalandars; Lahore Resolution; Lahore Declaration
    abbottabad | place | Abbottabad
    kandahar | place | Kandahar | alias: Qandahar
    helmand | place | Helmand | alias: Helmand province; Lashkar Gah; Sangin; Marjah | not: Helmand River
    kunduz | place | Kunduz | alias: Konduz
    mazar-i-sharif | place | Mazar-i-Sharif | alias: Mazar-e-Sharif
    jalalabad | place | Jalalabad | alias: Nangarhar; Tora Bora
    almaty | place | Almaty | alias: Alma-Ata | not: Kairat Almaty; Alma-Ata Declaration
    natanz | place | Natanz | alias: Fordow; Fordo; Natanz nuclear facility
    isfahan | place | Isfahan | alias: Esfahan | not: Sepahan Isfahan
    kharg-island | place | Kharg Island | alias: Kharg
    sydney | place | Sydney | demonym: Sydneysider; Sydneysiders | not: Sydney Sweeney; Sydney Pollack; Sydney Olympics; Sydney Morning Herald; Sydney Schanberg; Sydney, Nova Scotia; Sydney Greenstreet; Sydney McLaughlin; Sydney Opera House; Sydney FC; Sydney Swans; Sydney Leroux; Sydney Airport; Sydney Roosters; Sydney Brenner; Sydney Biddle Barrows; Sydney Carton; Sydney Sixers; Sydney Chaplin
    melbourne | place | Melbourne | demonym: Melburnian; Melburnians | not: Melbourne, Florida; Melbourne, Fla; Lord Melbourne; Melbourne Cup; Melbourne Victory; Melbourne Storm; Melbourne City; Melbourne Demons; Melbourne Renegades; Melbourne Stars; Melbourne Beach
    auckland | place | Auckland | demonym: Aucklander; Aucklanders | not: Bishop Auckland; Auckland Blues; Lord Auckland; Auckland City; Auckland Castle; Auckland Islands
    christchurch | place | Christchurch | not: Christchurch, Dorset; Christchurch Call
    sao-paulo | place | São Paulo | demonym: Paulista; Paulistas; Paulistano | not: Banco do Estado de Sao Paulo; Sao Paulo FC; Folha de Sao Paulo; Estado de Sao Paulo; Avenida Paulista; Campeonato Paulista
    rio-de-janeiro | place | Rio de Janeiro | alias: =Rio | demonym: =Carioca; =Cariocas | not: Rio Tinto; Rio Grande; Rio Ferdinand; Rio Bravo; Kia Rio; Del Rio; Dolores del Rio; Jack Del Rio; Rio Olympics; Rio Earth Summit; Pinar del Rio; Rio Arriba; Rio Rancho; Rio Algom; Rio Lobo; Rio Negro; Rio de la Plata; Rio Treaty; Rio Group; Rio Hotel; Rio Ave; Rio Vista; Rio Declaration; Rio Pact; Rio Branco
    guadalajara | place | Guadalajara | not: Chivas Guadalajara; Guadalajara Chivas; CD Guadalajara; Guadalajara Cartel
    monterrey | place | Monterrey | not: Monterrey Tech; CF Monterrey; Monterrey Consensus
    tijuana | place | Tijuana | not: Tijuana Brass; Club Tijuana; Tijuana Cartel
    ciudad-juarez | place | Ciudad Juárez | alias: =Juarez | not: Benito Juarez; Juarez Cartel; FC Juarez
    acapulco | place | Acapulco | alias: Ayotzinapa; Iguala | not: Acapulco Gold; Acapulco chair; Fun in Acapulco
    sinaloa | place | Sinaloa | alias: Culiacan | not: Sinaloa Cartel; Sinaloa drug cartel
    medellin | place | Medellín | not: Medellin Cartel; Medellin drug cartel; Atletico Nacional Medellin; Independiente Medellin
    cali-colombia | place | Cali, Colombia | alias: Colombian city of Cali
    cartagena | place | Cartagena | not: Cartagena, Spain; Cartagena Protocol; FC Cartagena
    maracaibo | place | Maracaibo | not: Lake Maracaibo
    guayaquil | place | Guayaquil | not: Barcelona de Guayaquil; Banco Guayaquil
    lampedusa | place | Lampedusa | not: Giuseppe Tomasi di Lampedusa; Tomasi di Lampedusa; di Lampedusa
    calais | place | Calais | alias: Calais Jungle; Pas-de-Calais | not: Calais, Maine
    lesbos | place | Lesbos | alias: Lesvos
    davos | place | Davos | not: Davos Seaworth; HC Davos
    srebrenica | place | Srebrenica
    lockerbie | place | Lockerbie | alias: Pan Am Flight 103; Pan Am 103; Lockerbie bombing
    guangdong | place | Guangdong | alias: Kwangtung | demonym: Cantonese
    hubei | place | Hubei | alias: Hubei province
    sichuan | place | Sichuan | alias: Szechuan; Szechwan | demonym: Sichuanese | not: Sichuan pepper; Szechuan sauce; Sichuan cuisine; Sichuan peppercorn; Sichuan peppercorns; Sichuan Airlines; Szechuan beef
    west-bengal | place | West Bengal
    karnataka | place | Karnataka
    maharashtra | place | Maharashtra
    bihar | place | Bihar | metonym: Patna
    manipur | place | Manipur | demonym: Manipuri; Manipuris | metonym: Imphal
    sindh | place | Sindh | demonym: Sindhi; Sindhis
    qom | place | Qom
    hodeidah | place | Hodeidah | alias: Hodeida; Hudaydah; Hudaida
    saxony | place | Saxony | demonym: Saxon; Saxons | metonym: Dresden; Leipzig | not: Lower Saxony; Saxony-Anhalt; Anglo-Saxon; Anglo-Saxons; RB Leipzig
    fort-worth | place | Fort Worth | not: Fort Worth Star-Telegram
    ferguson-missouri | place | Ferguson, Missouri | alias: Ferguson, Mo; Ferguson protests; Ferguson protesters; Ferguson police; Ferguson unrest
    charlottesville | place | Charlottesville
    el-paso | place | El Paso | not: El Paso Corp; El Paso Electric; El Paso Natural Gas; El Paso, Illinois
    flint-michigan | place | Flint, Michigan | alias: Flint water crisis; Flint's water
    goma | place | Goma
    """#
}
