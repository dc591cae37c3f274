/// Built-in gazetteer: international bodies, exchanges, central banks, US institutions and groups.
extension BuiltInGazetteer {
  static let organisations = #"""
    united-nations | org | United Nations | alias: =UN; U.N.; United Nations Organization | metonym: Turtle Bay
    un-security-council | org | United Nations Security Council | alias: U.N. Security Council; UN Security Council; =Security Council; UNSC | not: National Security Council; Supreme National Security Council; Security Council of Russia; Russian Security Council; Russia's Security Council
    un-general-assembly | org | United Nations General Assembly | alias: U.N. General Assembly; UN General Assembly; UNGA
    unhcr | org | United Nations High Commissioner for Refugees | alias: UNHCR; U.N. refugee agency; UN refugee agency; High Commissioner for Refugees
    unicef | org | UNICEF | alias: United Nations Children's Fund; U.N. Children's Fund; UN Children's Fund
    unesco | org | UNESCO | alias: United Nations Educational, Scientific and Cultural Organization
    unrwa | org | UNRWA | alias: United Nations Relief and Works Agency; U.N. Relief and Works Agency; UN Relief and Works Agency
    unctad | org | UNCTAD | alias: United Nations Conference on Trade and Development; U.N. Conference on Trade and Development
    undp | org | United Nations Development Programme | alias: UNDP; U.N. Development Program; U.N. Development Programme; United Nations Development Program
    un-human-rights-council | org | United Nations Human Rights Council | alias: U.N. Human Rights Council; UN Human Rights Council; UNHRC
    un-human-rights-office | org | Office of the United Nations High Commissioner for Human Rights | alias: OHCHR; U.N. human rights office; UN human rights office; High Commissioner for Human Rights
    ocha | org | United Nations Office for the Coordination of Humanitarian Affairs | alias: UNOCHA; =OCHA; Office for the Coordination of Humanitarian Affairs
    unodc | org | United Nations Office on Drugs and Crime | alias: UNODC; U.N. Office on Drugs and Crime; UN Office on Drugs and Crime
    unaids | org | UNAIDS
    unep | org | United Nations Environment Programme | alias: UNEP; U.N. Environment Program; U.N. Environment Programme; United Nations Environment Program
    world-food-programme | org | World Food Programme | alias: World Food Program; =WFP
    fao | org | Food and Agriculture Organization | alias: Food and Agriculture Organisation; =FAO; U.N. Food and Agriculture Organization
    who | org | World Health Organization | alias: World Health Organisation; =WHO; U.N. health agency; UN health agency
    iaea | org | International Atomic Energy Agency | alias: IAEA; U.N. nuclear watchdog; UN nuclear watchdog; U.N. atomic watchdog
    ilo | org | International Labour Organization | alias: International Labor Organization; International Labour Organisation; =ILO
    iom | org | International Organization for Migration | alias: International Organisation for Migration; =IOM
    icao | org | International Civil Aviation Organization | alias: ICAO; International Civil Aviation Organisation
    imo | org | International Maritime Organization | alias: International Maritime Organisation; =IMO
    itu | org | International Telecommunication Union | alias: International Telecommunications Union; =ITU
    wmo | org | World Meteorological Organization | alias: World Meteorological Organisation; =WMO
    wipo | org | World Intellectual Property Organization | alias: WIPO
    ipcc | org | Intergovernmental Panel on Climate Change | alias: IPCC; U.N. climate panel
    unfccc | org | United Nations Framework Convention on Climate Change | alias: UNFCCC; U.N. climate body
    unifil | org | UNIFIL | alias: United Nations Interim Force in Lebanon; U.N. Interim Force in Lebanon
    opcw | org | Organisation for the Prohibition of Chemical Weapons | alias: OPCW; Organization for the Prohibition of Chemical Weapons
    international-court-of-justice | org | International Court of Justice | alias: =ICJ; World Court; U.N. top court
    international-criminal-court | org | International Criminal Court | alias: =ICC | not: ICC Cricket; ICC World Cup; ICC Champions Trophy; ICC World Twenty20; ICC rankings; ICC Men's; ICC Women's
    icty | org | International Criminal Tribunal for the former Yugoslavia | alias: ICTY; Yugoslav war crimes tribunal; Hague tribunal
    wto | org | World Trade Organization | alias: World Trade Organisation; WTO
    gatt | org | General Agreement on Tariffs and Trade | alias: GATT; Uruguay Round
    imf | org | International Monetary Fund | alias: IMF
    world-bank | org | World Bank | alias: International Bank for Reconstruction and Development; =IBRD; World Bank Group
    ifc | org | International Finance Corporation | alias: International Finance Corp
    bis | org | Bank for International Settlements | alias: =BIS
    oecd | org | Organisation for Economic Co-operation and Development | alias: OECD; Organization for Economic Cooperation and Development; Organisation for Economic Cooperation and Development; Organization for Economic Co-operation and Development
    iea | org | International Energy Agency | alias: =IEA
    opec | org | OPEC | alias: Organization of the Petroleum Exporting Countries; Organisation of the Petroleum Exporting Countries; Organization of Petroleum Exporting Countries; oil cartel
    oapec | org | Organization of Arab Petroleum Exporting Countries | alias: OAPEC
    g7 | org | =Group of Seven | alias: G7; G-7; =Group of 7
    g8 | org | =Group of Eight | alias: G8; G-8; =Group of 8
    g20 | org | =Group of 20 | alias: G20; G-20; =Group of Twenty
    g5 | org | =Group of Five | alias: G5; G-5
    g10 | org | =Group of Ten | alias: G10; G-10
    g77 | org | =Group of 77 | alias: G77; G-77
    brics | org | BRICS | alias: BRIC nations; BRIC countries
    paris-club | org | Paris Club
    non-aligned-movement | org | Non-Aligned Movement | alias: Nonaligned Movement
    commonwealth-of-nations | org | Commonwealth of Nations | alias: British Commonwealth; Commonwealth Secretariat
    cis | org | Commonwealth of Independent States | alias: =CIS
    eurasian-economic-union | org | Eurasian Economic Union | alias: EAEU; Eurasian Union
    csto | org | Collective Security Treaty Organization | alias: CSTO; Collective Security Treaty Organisation
    sco | org | Shanghai Cooperation Organization | alias: Shanghai Cooperation Organisation; =SCO
    warsaw-pact | org | Warsaw Pact | alias: Warsaw Treaty Organization
    comecon | org | Comecon | alias: Council for Mutual Economic Assistance
    nato | org | NATO | alias: North Atlantic Treaty Organization; North Atlantic Treaty Organisation; North Atlantic Alliance; Atlantic alliance; transatlantic alliance; Western military alliance
    european-union | org | European Union | alias: EU; European Community; European Communities; European Economic Community; EEC; =EC; =Common Market; 27-nation bloc; 28-nation bloc | demonym: eurocrat; eurocrats | metonym: Brussels; Berlaymont | not: Brussels sprouts; Caribbean Common Market; Central American Common Market; Southern Common Market; Andean Common Market; Arab Common Market
    european-commission | org | European Commission | alias: EU Commission; EU executive; EC Commission; EC Executive Commission; EU's executive; Brussels Commission | not: European Commission of Human Rights; European Commission against Racism
    european-council | org | European Council | alias: EU Council | not: European Council on Foreign Relations; European Council for Fatwa
    council-of-the-eu | org | Council of the European Union | alias: EU Council of Ministers; EC Council of Ministers
    european-parliament | org | European Parliament | alias: EU Parliament; EU lawmakers; Europarliament; EU assembly | metonym: Strasbourg | not: RC Strasbourg
    european-court-of-justice | org | European Court of Justice | alias: =ECJ; EU's top court; Court of Justice of the European Union; EU Court of Justice; European Union's top court
    ecb | org | European Central Bank | alias: ECB; Euro zone central bank; Eurosystem
    eurogroup | org | Eurogroup
    eurostat | org | Eurostat
    europol | org | Europol
    frontex | org | Frontex
    european-investment-bank | org | European Investment Bank | alias: EIB
    ema | org | European Medicines Agency | alias: =EMA; EU drugs regulator
    esa | org | European Space Agency | alias: =ESA
    council-of-europe | org | Council of Europe | alias: Parliamentary Assembly of the Council of Europe
    echr | org | European Court of Human Rights | alias: ECHR; European Commission of Human Rights
    osce | org | Organization for Security and Co-operation in Europe | alias: OSCE; Organization for Security and Cooperation in Europe; Organisation for Security and Cooperation in Europe; Conference on Security and Cooperation in Europe
    ebrd | org | European Bank for Reconstruction and Development | alias: EBRD
    efta | org | European Free Trade Association | alias: EFTA
    cern | org | CERN | alias: European Organization for Nuclear Research
    african-union | org | African Union | alias: =AU; Organization of African Unity; Organisation of African Unity; =OAU
    ecowas | org | ECOWAS | alias: Economic Community of West African States
    sadc | org | Southern African Development Community | alias: SADC
    igad | org | Intergovernmental Authority on Development | alias: IGAD
    african-development-bank | org | African Development Bank | alias: AfDB
    arab-league | org | Arab League | alias: League of Arab States
    gcc | org | Gulf Cooperation Council | alias: =GCC; Gulf Co-operation Council
    oic | org | Organisation of Islamic Cooperation | alias: Organization of Islamic Cooperation; Organization of the Islamic Conference; Organisation of the Islamic Conference; =OIC; Islamic Conference Organization
    asean | org | ASEAN | alias: Association of Southeast Asian Nations; Association of South East Asian Nations
    apec | org | APEC | alias: Asia-Pacific Economic Cooperation
    saarc | org | SAARC | alias: South Asian Association for Regional Cooperation
    asian-development-bank | org | Asian Development Bank | alias: =ADB
    aiib | org | Asian Infrastructure Investment Bank | alias: AIIB
    pacific-islands-forum | org | Pacific Islands Forum | alias: South Pacific Forum
    oas | org | Organization of American States | alias: Organisation of American States; =OAS
    idb | org | Inter-American Development Bank | alias: IADB; =IDB
    mercosur | org | Mercosur | alias: Mercosul; Southern Common Market
    caricom | org | Caricom | alias: Caribbean Community
    alba | org | Bolivarian Alliance for the Americas | alias: Bolivarian Alternative for the Americas
    nafta | org | NAFTA | alias: North American Free Trade Agreement; USMCA; United States-Mexico-Canada Agreement
    quad | org | Quadrilateral Security Dialogue | alias: Quad grouping
    aukus | org | AUKUS
    interpol | org | Interpol | alias: International Criminal Police Organization
    red-cross | org | International Committee of the Red Cross | alias: ICRC; =Red Cross; Red Crescent; International Red Cross | not: American Red Cross; Palestine Red Crescent; Syrian Arab Red Crescent
    american-red-cross | org | American Red Cross
    amnesty-international | org | Amnesty International | alias: =Amnesty
    human-rights-watch | org | Human Rights Watch | alias: =HRW
    greenpeace | org | Greenpeace
    msf | org | Doctors Without Borders | alias: Médecins Sans Frontières; =MSF
    oxfam | org | Oxfam
    save-the-children | org | Save the Children
    world-wildlife-fund | org | World Wide Fund for Nature | alias: World Wildlife Fund; =WWF
    transparency-international | org | Transparency International
    reporters-without-borders | org | Reporters Without Borders | alias: Reporters Sans Frontieres
    cpj | org | Committee to Protect Journalists | alias: CPJ
    world-economic-forum | org | World Economic Forum | alias: =WEF; Davos forum
    freedom-house | org | Freedom House
    international-crisis-group | org | International Crisis Group
    gates-foundation | org | Bill & Melinda Gates Foundation | alias: Bill and Melinda Gates Foundation; Gates Foundation
    wikileaks | org | WikiLeaks
    international-coffee-organization | org | International Coffee Organization | alias: =ICO; International Coffee Organisation
    international-cocoa-organization | org | International Cocoa Organization | alias: ICCO; International Cocoa Organisation
    international-sugar-organization | org | International Sugar Organization | alias: International Sugar Organisation
    international-wheat-council | org | International Wheat Council | alias: International Grains Council
    international-tin-council | org | International Tin Council
    international-natural-rubber-organization | org | International Natural Rubber Organization | alias: INRO; International Natural Rubber Organisation
    nyse | org | New York Stock Exchange | alias: NYSE; =Big Board
    nasdaq | org | Nasdaq | alias: National Association of Securities Dealers; =NASD; Nasdaq Stock Market
    amex-exchange | org | American Stock Exchange | alias: NYSE American
    dow-jones | org | Dow Jones | alias: Dow Jones & Co; Dow Jones Industrial Average; Dow industrials; =Dow; =DJIA | not: Dow Chemical; Dow Corning; Dow Inc | role: agency
    standard-and-poors | org | Standard & Poor's | alias: Standard and Poor's; =S&P; S&P Global | not: S&P 500
    moodys | org | Moody's | alias: Moody's Investors Service
    fitch | org | Fitch Ratings | alias: =Fitch | not: Abercrombie & Fitch; Abercrombie and Fitch
    cme | org | Chicago Mercantile Exchange | alias: =CME; CME Group
    cbot | org | Chicago Board of Trade | alias: CBOT; =CBT
    cboe | org | Chicago Board Options Exchange | alias: CBOE
    nymex | org | New York Mercantile Exchange | alias: NYMEX
    comex | org | Comex | alias: Commodity Exchange Inc; New York Commodity Exchange
    ice-exchange | org | Intercontinental Exchange | alias: IntercontinentalExchange; ICE Futures
    london-stock-exchange | org | London Stock Exchange | alias: =LSE; LSEG | not: LSE professor; LSE students
    lme | org | London Metal Exchange | alias: =LME
    liffe | org | London International Financial Futures Exchange | alias: LIFFE
    international-petroleum-exchange | org | International Petroleum Exchange
    tokyo-stock-exchange | org | Tokyo Stock Exchange | alias: =TSE; Japan Exchange Group
    hong-kong-stock-exchange | org | Hong Kong Stock Exchange | alias: Hong Kong Exchanges and Clearing; HKEX; Stock Exchange of Hong Kong
    shanghai-stock-exchange | org | Shanghai Stock Exchange
    bombay-stock-exchange | org | Bombay Stock Exchange | alias: =BSE Sensex; Sensex
    toronto-stock-exchange | org | Toronto Stock Exchange | alias: TSX
    deutsche-boerse | org | Deutsche Boerse | alias: Deutsche Börse; Frankfurt Stock Exchange
    euronext | org | Euronext | alias: Paris Bourse
    federal-reserve | org | Federal Reserve | alias: =Fed; =FED; =the Fed; U.S. Federal Reserve; U.S. central bank; Federal Reserve System; Federal Reserve Board; Federal Open Market Committee; FOMC; American central bank | not: New York Fed; Atlanta Fed; St. Louis Fed; Minneapolis Fed; Fed Cup; Fed Up; Federal Reserve Bank of New York; Chicago Fed; Dallas Fed; Philadelphia Fed; Richmond Fed; San Francisco Fed; Boston Fed; Cleveland Fed; Kansas City Fed
    new-york-fed | org | Federal Reserve Bank of New York | alias: New York Fed; New York Federal Reserve
    bank-of-england | org | Bank of England | alias: =BoE; =BOE | metonym: Old Lady of Threadneedle Street; Threadneedle Street
    bundesbank | org | Bundesbank | alias: Deutsche Bundesbank; German central bank; West German central bank
    bank-of-japan | org | Bank of Japan | alias: =BoJ; =BOJ; Japanese central bank; Japan's central bank
    pboc | org | People's Bank of China | alias: PBOC; Chinese central bank; China's central bank
    bank-of-france | org | Bank of France | alias: Banque de France
    bank-of-italy | org | Bank of Italy | alias: Banca d'Italia
    bank-of-spain | org | Bank of Spain
    bank-of-canada | org | Bank of Canada | alias: =BoC; Canadian central bank | not: Royal Bank of Canada; National Bank of Canada
    swiss-national-bank | org | Swiss National Bank | alias: =SNB; Swiss central bank
    reserve-bank-of-australia | org | Reserve Bank of Australia | alias: =RBA; Australian central bank
    reserve-bank-of-new-zealand | org | Reserve Bank of New Zealand | alias: =RBNZ
    reserve-bank-of-india | org | Reserve Bank of India | alias: Indian central bank | maybe: =RBI | with: India; Indian; Mumbai; Bombay; rupee; rupees; repo; Subbarao; Rajan; Urjit Patel; central bank
    bank-of-korea | org | Bank of Korea | alias: =BOK
    bank-of-russia | org | Bank of Russia | alias: Central Bank of Russia; Russian central bank; Russia's central bank
    central-bank-of-turkey | org | Central Bank of the Republic of Turkey | alias: Turkish central bank; Turkey's central bank; Central Bank of Turkey
    riksbank | org | Riksbank | alias: Sveriges Riksbank; Swedish central bank
    norges-bank | org | Norges Bank | alias: Norwegian central bank
    banco-central-do-brasil | org | Central Bank of Brazil | alias: Brazilian central bank; Brazil's central bank
    bank-of-mexico | org | Bank of Mexico | alias: Banxico; Mexican central bank; Banco de Mexico
    hkma | org | Hong Kong Monetary Authority | alias: HKMA
    monetary-authority-of-singapore | org | Monetary Authority of Singapore
    us-congress | org | United States Congress | alias: U.S. Congress; US Congress; =Congress | metonym: Capitol Hill | with: U.S.; =US; Washington; Senate; House; Republican; Republicans; Democrat; Democrats; Capitol Hill; White House; American; Americans; lawmakers; Obama; Bush; Clinton; Trump; Biden; Reagan; Pelosi; McConnell; filibuster | not: National People's Congress; Congress Party; Indian National Congress; African National Congress; World Jewish Congress; Party Congress; Peruvian Congress; Peru's Congress; Library of Congress; Trades Union Congress; Continental Congress; Brazilian Congress; Brazil's Congress; Mexican Congress; Mexico's Congress; Argentine Congress; Honduran Congress; Pan Africanist Congress; Trinamool Congress; Colombian Congress; Chilean Congress; Guatemalan Congress; Philippine Congress; World Uyghur Congress; Mobile World Congress; Congress of Vienna; Congress of People's Deputies; Congress Avenue | home: united-states
    us-senate | org | United States Senate | alias: U.S. Senate; US Senate; =Senate; Senate Republicans; Senate Democrats; Senate GOP | not: state Senate; French Senate; Italian Senate; Australian Senate; Canadian Senate; Georgia Senate; Texas Senate; Florida Senate; California Senate; New York Senate; Roman Senate; Philippine Senate; Brazilian Senate; Brazil's Senate; Nigerian Senate; Argentine Senate; Kenyan Senate; Thai Senate; Academic Senate; Faculty Senate; Mexican Senate; Wisconsin Senate; Virginia Senate; Spanish Senate; Polish Senate | home: united-states
    us-house-of-representatives | org | United States House of Representatives | alias: U.S. House of Representatives; US House of Representatives; U.S. House; House of Representatives; House Republicans; House Democrats; House GOP; House Speaker; House Judiciary Committee; House Intelligence Committee; House Ways and Means Committee; House Oversight Committee; House Majority Leader; House Minority Leader | not: Japanese House of Representatives; Australian House of Representatives; Libyan House of Representatives; Libya's House of Representatives; Nigerian House of Representatives; Philippine House of Representatives | home: united-states
    us-supreme-court | org | Supreme Court of the United States | alias: U.S. Supreme Court; US Supreme Court; SCOTUS; United States Supreme Court; =Supreme Court | not: state Supreme Court; Florida Supreme Court; California Supreme Court; Texas Supreme Court; New York Supreme Court; Georgia Supreme Court; Pennsylvania Supreme Court; Wisconsin Supreme Court; Ohio Supreme Court; Colorado Supreme Court; Arizona Supreme Court; Alabama Supreme Court; Iowa Supreme Court; Michigan Supreme Court; Massachusetts Supreme Court; New Jersey Supreme Court; North Carolina Supreme Court; Illinois Supreme Court; Delaware Supreme Court; Nevada Supreme Court; Kansas Supreme Court; Indian Supreme Court; India's Supreme Court; Israeli Supreme Court; Israel's Supreme Court; British Supreme Court; Britain's Supreme Court; UK Supreme Court; Pakistani Supreme Court; Pakistan's Supreme Court; Brazilian Supreme Court; Brazil's Supreme Court; Spanish Supreme Court; Spain's Supreme Court; Canadian Supreme Court; Supreme Court of Canada; Supreme Court of India; Supreme Court of Israel; Supreme Court of Pakistan; Venezuelan Supreme Court; Venezuela's Supreme Court; Kenyan Supreme Court; Kenya's Supreme Court; Russian Supreme Court; Iraqi Supreme Court; Philippine Supreme Court; Mexican Supreme Court; Mexico's Supreme Court; Polish Supreme Court; Poland's Supreme Court; Egyptian Supreme Court; Supreme Court of the United Kingdom; Supreme Court of Justice | home: united-states
    us-state-department | org | United States Department of State | alias: State Department; U.S. State Department; US State Department; Department of State | metonym: Foggy Bottom | home: united-states
    us-defense-department | org | United States Department of Defense | alias: Pentagon; Defense Department; U.S. Defense Department; Department of Defense; =DoD; =DOD; US Department of Defense; Department of War; War Department | not: Pentagon Papers | home: united-states
    us-treasury | org | United States Department of the Treasury | alias: U.S. Treasury; US Treasury; Treasury Department; Department of the Treasury; U.S. Treasury Department | not: U.S. Treasury bonds; U.S. Treasury yields; U.S. Treasury notes; U.S. Treasury bills; US Treasury yields; US Treasury bonds; U.S. Treasury bond; U.S. Treasury yield | home: united-states
    us-justice-department | org | United States Department of Justice | alias: Justice Department; U.S. Justice Department; Department of Justice; =DOJ; =DoJ; US Department of Justice; US Justice Department | home: united-states
    us-homeland-security | org | United States Department of Homeland Security | alias: Homeland Security; Department of Homeland Security; Homeland Security Department; DHS | not: House Homeland Security; Senate Homeland Security; Homeland Security Committee
    us-commerce-department | org | United States Department of Commerce | alias: Commerce Department; U.S. Commerce Department; Department of Commerce; US Commerce Department
    us-labor-department | org | United States Department of Labor | alias: Labor Department; U.S. Labor Department; Department of Labor; US Labor Department; Bureau of Labor Statistics
    us-agriculture-department | org | United States Department of Agriculture | alias: USDA; Agriculture Department; U.S. Agriculture Department; U.S. Department of Agriculture; Department of Agriculture; Commodity Credit Corporation; Commodity Credit Corp
    us-energy-department | org | United States Department of Energy | alias: Energy Department; U.S. Energy Department; Department of Energy; =DOE; US Department of Energy
    eia | org | Energy Information Administration | alias: =EIA; U.S. Energy Information Administration
    us-education-department | org | United States Department of Education | alias: Education Department; U.S. Department of Education; U.S. Education Department; =Department of Education | not: New York City Department of Education; California Department of Education; Texas Department of Education; Florida Department of Education; State Department of Education; Georgia Department of Education | home: united-states
    us-interior-department | org | United States Department of the Interior | alias: Interior Department; Department of the Interior; U.S. Interior Department; Bureau of Land Management
    us-transportation-department | org | United States Department of Transportation | alias: Transportation Department; U.S. Transportation Department; U.S. Department of Transportation
    us-hhs | org | United States Department of Health and Human Services | alias: Department of Health and Human Services; =HHS; Health and Human Services; Health and Human Services Department
    us-hud | org | United States Department of Housing and Urban Development | alias: Department of Housing and Urban Development; =HUD; Housing and Urban Development
    us-veterans-affairs | org | United States Department of Veterans Affairs | alias: Department of Veterans Affairs; Veterans Affairs Department; Veterans Administration; Department of Veteran Affairs; Veterans Affairs; Veterans Health Administration
    fbi | org | Federal Bureau of Investigation | alias: FBI
    cia | org | Central Intelligence Agency | alias: CIA | metonym: =Langley | not: Langley Air Force Base; Langley Research Center; Samuel Langley; Langley, British Columbia; Langley High School
    nsa | org | National Security Agency | alias: =NSA | metonym: Fort Meade
    national-security-council-us | org | National Security Council | alias: =NSC; U.S. National Security Council | not: Supreme National Security Council; Turkish National Security Council; Turkey's National Security Council; Iran's Supreme National Security Council
    odni | org | Office of the Director of National Intelligence | alias: ODNI; Director of National Intelligence
    secret-service | org | United States Secret Service | alias: U.S. Secret Service; =Secret Service | not: British Secret Service; Israeli Secret Service; On Her Majesty's Secret Service
    dea | org | Drug Enforcement Administration | alias: =DEA
    atf | org | Bureau of Alcohol, Tobacco, Firearms and Explosives | alias: =ATF; Bureau of Alcohol, Tobacco and Firearms
    ice-agency | org | Immigration and Customs Enforcement | alias: =ICE; U.S. Immigration and Customs Enforcement; US Immigration and Customs Enforcement | not: ICE Futures; ICE Age; ICE Cube; ICE Brent; ICE Cream
    cbp | org | Customs and Border Protection | alias: =CBP; U.S. Customs and Border Protection; Border Patrol; U.S. Border Patrol
    uscis | org | U.S. Citizenship and Immigration Services | alias: USCIS; Immigration and Naturalization Service; =INS; Citizenship and Immigration Services
    tsa | org | Transportation Security Administration | alias: =TSA
    fema | org | Federal Emergency Management Agency | alias: FEMA
    irs | org | Internal Revenue Service | alias: IRS
    epa | org | Environmental Protection Agency | alias: =EPA; U.S. Environmental Protection Agency
    fda | org | Food and Drug Administration | alias: FDA; U.S. Food and Drug Administration
    cdc | org | Centers for Disease Control and Prevention | alias: CDC; Centers for Disease Control; Center for Disease Control
    nih | org | National Institutes of Health | alias: NIH; NIAID; National Institute of Allergy and Infectious Diseases
    sec | org | Securities and Exchange Commission | alias: =SEC; U.S. Securities and Exchange Commission | not: SEC Championship; SEC football; SEC East; SEC West; SEC Network; SEC teams; SEC Media Days
    ftc | org | Federal Trade Commission | alias: FTC
    fcc | org | Federal Communications Commission | alias: FCC
    fdic | org | Federal Deposit Insurance Corporation | alias: FDIC; Federal Deposit Insurance Corp; FSLIC; Federal Savings and Loan Insurance Corporation; Federal Savings and Loan Insurance Corp
    cftc | org | Commodity Futures Trading Commission | alias: CFTC
    icc-commerce | org | Interstate Commerce Commission
    itc-us | org | U.S. International Trade Commission | alias: International Trade Commission; =ITC; USITC
    ustr | org | Office of the United States Trade Representative | alias: USTR; U.S. Trade Representative; US Trade Representative; United States Trade Representative
    cfpb | org | Consumer Financial Protection Bureau | alias: CFPB
    fannie-mae | org | Fannie Mae | alias: Federal National Mortgage Association
    freddie-mac | org | Freddie Mac | alias: Federal Home Loan Mortgage Corporation; Federal Home Loan Mortgage Corp
    faa | org | Federal Aviation Administration | alias: FAA
    ntsb | org | National Transportation Safety Board | alias: NTSB
    nhtsa | org | National Highway Traffic Safety Administration | alias: NHTSA
    ferc | org | Federal Energy Regulatory Commission | alias: FERC
    nrc | org | Nuclear Regulatory Commission | alias: =NRC
    fec | org | Federal Election Commission | alias: =FEC
    nasa | org | NASA | alias: National Aeronautics and Space Administration
    noaa | org | National Oceanic and Atmospheric Administration | alias: NOAA; National Weather Service; National Hurricane Center
    usgs | org | U.S. Geological Survey | alias: USGS; US Geological Survey; United States Geological Survey
    usaid | org | U.S. Agency for International Development | alias: USAID; =AID; US Agency for International Development; Agency for International Development; United States Agency for International Development | not: FIRST AID; FOREIGN AID; FOOD AID; STATE AID; FINANCIAL AID; MILITARY AID
    social-security-administration | org | Social Security Administration
    us-postal-service | org | United States Postal Service | alias: U.S. Postal Service; Postal Service; USPS; US Postal Service
    cbo | org | Congressional Budget Office | alias: =CBO
    gao | org | Government Accountability Office | alias: =GAO; General Accounting Office
    omb | org | Office of Management and Budget | alias: =OMB
    federal-housing-finance-agency | org | Federal Housing Finance Agency | alias: FHFA
    census-bureau | org | Census Bureau | alias: U.S. Census Bureau; US Census Bureau
    department-of-government-efficiency | org | Department of Government Efficiency | alias: =DOGE
    us-army | org | United States Army | alias: U.S. Army; US Army
    us-navy | org | United States Navy | alias: U.S. Navy; US Navy; Navy SEALs; Navy SEAL; Fifth Fleet; Seventh Fleet; Sixth Fleet
    us-air-force | org | United States Air Force | alias: U.S. Air Force; US Air Force; USAF | not: U.S. Air Force Academy
    us-marine-corps | org | United States Marine Corps | alias: U.S. Marine Corps; Marine Corps; U.S. Marines; =US Marines; USMC | not: Marine Corps Marathon
    us-coast-guard | org | United States Coast Guard | alias: U.S. Coast Guard; US Coast Guard; =Coast Guard | not: Italian Coast Guard; Greek Coast Guard; Libyan Coast Guard; Japanese Coast Guard; Japan Coast Guard; China Coast Guard; Chinese Coast Guard; Philippine Coast Guard; Turkish Coast Guard; Korean Coast Guard; Korea Coast Guard; Canadian Coast Guard; Indian Coast Guard | home: united-states
    centcom | org | U.S. Central Command | alias: CENTCOM; US Central Command; United States Central Command; =Central Command
    joint-chiefs | org | Joint Chiefs of Staff
    national-guard-us | org | National Guard | alias: U.S. National Guard; Army National Guard; Air National Guard | not: Saudi National Guard; Russian National Guard; National Guard of Russia; Venezuelan National Guard; Bolivarian National Guard; Ukrainian National Guard; National Guard of Ukraine; Ukraine's National Guard; Iraqi National Guard
    republican-party | org | Republican Party | alias: GOP; Republican National Committee; =RNC; Grand Old Party; Tea Party Republicans | demonym: =Republican; =Republicans; =REPUBLICANS | not: Republican Guard; Republican Guards; Republican People's Party; Irish Republican; Irish Republicans; Islamic Republican; Republican Sinn Fein; Republican Palace; The Republicans party; Spanish Republican; Spanish Republicans; Kurdish Republican | home: united-states
    democratic-party | org | Democratic Party | alias: Democratic National Committee; =DNC | demonym: =Democrat; =Democrats; =DEMOCRATS; =Democratic | not: Democratic Republic; Christian Democrat; Christian Democrats; Social Democrat; Social Democrats; Liberal Democrat; Liberal Democrats; Free Democrat; Free Democrats; Sweden Democrats; Social Democratic; Christian Democratic; Free Democratic; Liberal Democratic; Democratic Unionist; Democratic Unionists; Democratic Forces; Democratic Socialists of America; Democratic People's Republic; German Democratic; Lao People's Democratic; Democratic Progressive; Democratic Front; Democratic Alliance; Democratic Change; Democratic Movement; Kurdistan Democratic; Syrian Democratic; Peoples' Democratic; People's Democratic; National Democratic; New Democratic Party; Democratic Party of Japan; Italian Democratic Party; Italy's Democratic Party; Democratic Left; Democratic Union; Young Democrat; Arkansas Democrat-Gazette; Democratic Kampuchea; Constitutional Democrats; Democratic Justice Party; Democratic Coalition; Democratic Party of Korea; Democratic Voice of Burma | home: united-states
    tea-party | org | Tea Party movement | alias: =Tea Party; tea partiers; Tea Party Patriots | not: Boston Tea Party
    freedom-caucus | org | House Freedom Caucus | alias: Freedom Caucus
    libertarian-party | org | Libertarian Party
    nra | org | National Rifle Association | alias: NRA
    aclu | org | American Civil Liberties Union | alias: ACLU
    naacp | org | NAACP | alias: National Association for the Advancement of Colored People
    planned-parenthood | org | Planned Parenthood
    black-lives-matter | org | Black Lives Matter | alias: =BLM; BlackLivesMatter
    occupy-wall-street | org | Occupy Wall Street | alias: Occupy movement; Occupy protesters
    ku-klux-klan | org | Ku Klux Klan | alias: KKK; =Klan
    proud-boys | org | Proud Boys
    oath-keepers | org | Oath Keepers
    antifa | org | Antifa | alias: antifa
    southern-poverty-law-center | org | Southern Poverty Law Center | alias: SPLC
    aipac | org | AIPAC | alias: American Israel Public Affairs Committee
    afl-cio | org | AFL-CIO
    uaw | org | United Auto Workers | alias: UAW; United Automobile Workers
    teamsters | org | International Brotherhood of Teamsters | alias: Teamsters; Teamsters union
    seiu | org | Service Employees International Union | alias: SEIU
    us-chamber-of-commerce | org | U.S. Chamber of Commerce | alias: US Chamber of Commerce; United States Chamber of Commerce
    heritage-foundation | org | Heritage Foundation | alias: Project 2025
    brookings | org | Brookings Institution | alias: Brookings
    rand | org | RAND Corporation | alias: Rand Corp
    council-on-foreign-relations | org | Council on Foreign Relations | not: European Council on Foreign Relations
    pew | org | Pew Research Center | alias: Pew Research
    gallup-poll | org | Gallup | alias: Gallup poll | not: Gallup, New Mexico
    acorn | org | Association of Community Organizations for Reform Now | alias: =ACORN
    clinton-foundation | org | Clinton Foundation
    trump-organization | org | Trump Organization
    sandinistas | org | Sandinista National Liberation Front | alias: Sandinistas; Sandinista; FSLN
    contras | org | Nicaraguan Contras | alias: =Contras; Nicaraguan rebels; Contra rebels
    """#
}
