/// Built-in gazetteer: companies, media, universities and sport.
extension BuiltInGazetteer {
  static let organisationsBusiness = #"""
    apple | org | =Apple | alias: =APPLE; Apple Inc; Apple Computer | not: Big Apple; Apple Daily; Fiona Apple; Apple Valley; Apple pie; Apple Martin; Adam's Apple; Apple Records; Apple cider; Apple juice; Candy Apple; Apple Corps
    microsoft | org | Microsoft | alias: Microsoft Corp; Microsoft Corporation
    google | org | Google | alias: Alphabet Inc; =Alphabet; Google Inc | metonym: YouTube; DeepMind
    amazon | org | =Amazon | alias: =AMAZON; Amazon.com; Amazon Web Services | with: Bezos; Jeff Bezos; Andy Jassy; Jassy; Seattle; online; retailer; retailers; e-commerce; Kindle; Alexa; Echo; Prime; cloud; AWS; warehouse; warehouses; Whole Foods; web; Walmart; Wal-Mart; Apple; Google; Microsoft; Facebook; Netflix; eBay; books; e-book; e-books; e-reader; shares; sellers; Barnes & Noble; delivery; antitrust; sales tax; headquarters; HQ2; tech; technology; Internet; workers; union | not: Amazon River; Amazon Rainforest; Amazon Basin; Amazon Forest; Brazilian Amazon; Amazon jungle; Amazon region; Amazon fires; Peruvian Amazon; Ecuadorean Amazon; Amazon deforestation; Amazon tribe; Amazon Fund
    facebook | org | Meta Platforms | alias: Facebook; =Meta; Instagram; WhatsApp; Facebook Inc; Oculus VR | not: Meta analysis
    twitter | org | Twitter | alias: X Corp; Twitter Inc
    tesla | org | Tesla Inc | alias: =Tesla; Tesla Motors | not: Nikola Tesla
    spacex | org | SpaceX | alias: Space X; Starlink; Space Exploration Technologies
    blue-origin | org | Blue Origin
    netflix | org | Netflix
    uber | org | Uber Technologies | alias: =Uber; Uber drivers | not: Uber-rich
    airbnb | org | Airbnb
    openai | org | OpenAI | alias: Open AI; ChatGPT
    anthropic | org | Anthropic PBC | alias: =Anthropic
    nvidia | org | Nvidia
    intel | org | Intel Corp | alias: =Intel; Intel Corporation | not: House Intel; Senate Intel; Intel Committee; Intel Chairman; Intel Chief; Intel Panel; Intel Community; Intel Agencies; Intel Officials; Intel Report; Intel Briefing; Intel Sources; Intel Leaks
    amd | org | Advanced Micro Devices | alias: =AMD
    ibm | org | IBM | alias: International Business Machines; =Big Blue; International Business Machines Corp
    oracle | org | Oracle Corp | alias: =Oracle; Oracle Corporation | not: Oracle of Omaha; Oracle Arena; Oracle at Delphi; Delphic Oracle; Oracle Park
    hewlett-packard | org | Hewlett-Packard | alias: =HP; Hewlett Packard Enterprise
    dell | org | =Dell | alias: Dell Inc; Dell Technologies; Dell Computer | not: Michael Dell; Dell Curry; Dell Publishing
    cisco | org | Cisco Systems | alias: Cisco
    qualcomm | org | Qualcomm
    broadcom | org | Broadcom
    palantir | org | Palantir | alias: Palantir Technologies
    salesforce | org | Salesforce | alias: Salesforce.com
    yahoo | org | Yahoo | alias: Yahoo Inc; Yahoo News
    aol | org | AOL | alias: America Online
    ebay | org | eBay
    paypal | org | PayPal
    linkedin | org | LinkedIn
    reddit | org | Reddit
    snapchat | org | Snapchat | alias: Snap Inc
    wikipedia | org | Wikipedia | alias: Wikimedia Foundation
    cambridge-analytica | org | Cambridge Analytica
    motorola | org | Motorola
    xerox | org | Xerox
    kodak | org | Eastman Kodak | alias: Kodak
    sun-microsystems | org | Sun Microsystems
    texas-instruments | org | Texas Instruments
    nokia | org | Nokia
    ericsson | org | Ericsson
    samsung | org | Samsung | alias: Samsung Electronics; Samsung Group
    sk-hynix | org | SK Hynix | alias: Hynix
    lg | org | LG Electronics | alias: LG Group
    hyundai | org | Hyundai | alias: Hyundai Motor; Hyundai Motor Group
    kia | org | Kia Motors | alias: =Kia
    daewoo | org | Daewoo
    sony | org | Sony | alias: Sony Corp; Sony Pictures; PlayStation | not: Sony Open
    toshiba | org | Toshiba
    hitachi | org | Hitachi
    panasonic | org | Panasonic | alias: Matsushita; Matsushita Electric; Matsushita Electric Industrial
    nintendo | org | Nintendo
    softbank | org | SoftBank | alias: SoftBank Group
    ntt | org | Nippon Telegraph and Telephone | alias: NTT; NTT DoCoMo
    nec | org | NEC Corp | alias: =NEC
    fujitsu | org | Fujitsu
    toyota | org | Toyota | alias: Toyota Motor; Toyota Motor Corp | metonym: Lexus
    honda | org | Honda | alias: Honda Motor; Honda Motor Co | not: Mike Honda; Soichiro Honda; Keisuke Honda; Honda Classic
    nissan | org | Nissan | alias: Nissan Motor; Nissan Motor Co
    mitsubishi | org | Mitsubishi | alias: Mitsubishi Motors; Mitsubishi Heavy Industries; Mitsubishi UFJ; Mitsubishi Electric
    mitsui | org | Mitsui | alias: Mitsui & Co
    nomura | org | Nomura | alias: Nomura Securities; Nomura Holdings
    tepco | org | Tokyo Electric Power | alias: TEPCO
    nippon-steel | org | Nippon Steel
    japan-airlines | org | Japan Airlines | alias: Japan Air Lines; =JAL
    general-motors | org | General Motors | alias: =GM; General Motors Corp; Chevrolet; =GM's; GMAC | not: GM crops; GM food; GM foods; GM crop; GM maize; GM corn
    ford | org | Ford Motor | alias: Ford Motor Co; Ford Motor Company; =Ford | not: Harrison Ford; Gerald Ford; Rob Ford; Doug Ford; Betty Ford; Ford Foundation; Tom Ford; Blasey Ford; Christine Ford; Dr. Ford; Henry Ford; President Ford; Gerald R. Ford; Wendell Ford; John Ford; Harold Ford; Ford O'Connell; Tennessee Ernie Ford; Mayor Ford; Professor Ford; Ms. Ford; Richard Ford; Ford Madox Ford; Ford's Theatre; Ford Field; Whitey Ford
    chrysler | org | Chrysler | alias: Chrysler Corp; Fiat Chrysler; DaimlerChrysler; Stellantis; FCA US | not: Chrysler Building
    fiat | org | Fiat SpA | alias: =Fiat; Fiat Group | not: Fiat currency; Fiat Money
    volkswagen | org | Volkswagen | alias: =VW; Volkswagen AG; Audi
    bmw | org | BMW | alias: Bayerische Motoren Werke
    daimler | org | Daimler | alias: Daimler-Benz; Mercedes-Benz; Mercedes | not: Gottlieb Daimler; Daimler Truck; Mercedes Schlapp; Mercedes Sosa; Mercedes, Texas; Mercedes-AMG Petronas; Mercedes-Benz Superdome; Mercedes-Benz Stadium
    porsche | org | Porsche | not: Ferdinand Porsche; Wolfgang Porsche
    renault | org | Renault | alias: Renault-Nissan | not: Louis Renault
    peugeot | org | Peugeot | alias: PSA Peugeot Citroen; Peugeot Citroen; PSA Group
    volvo | org | Volvo | alias: Volvo Cars | not: Volvo Ocean Race
    ferrari | org | Ferrari | alias: Scuderia Ferrari | not: Enzo Ferrari
    jaguar-land-rover | org | Jaguar Land Rover | alias: Land Rover; JLR; MG Rover; Rover Group; British Leyland
    rolls-royce | org | Rolls-Royce | alias: Rolls Royce Holdings
    takata | org | Takata | alias: Takata Corp
    boeing | org | Boeing | alias: Boeing Co
    airbus | org | Airbus | alias: EADS; Airbus Group; Airbus Industrie; European Aeronautic Defence and Space
    lockheed-martin | org | Lockheed Martin | alias: Lockheed
    northrop-grumman | org | Northrop Grumman | alias: Northrop
    raytheon | org | Raytheon | alias: RTX Corp; Raytheon Technologies
    general-dynamics | org | General Dynamics
    mcdonnell-douglas | org | McDonnell Douglas
    bae-systems | org | BAE Systems | alias: British Aerospace
    bombardier | org | Bombardier Inc | alias: =Bombardier
    general-electric | org | General Electric | alias: =GE; General Electric Co; GE Capital
    united-technologies | org | United Technologies | alias: United Technologies Corp; Pratt & Whitney
    siemens | org | Siemens | alias: Siemens AG
    honeywell | org | Honeywell
    caterpillar | org | Caterpillar Inc | alias: Caterpillar Tractor
    3m | org | =3M | alias: Minnesota Mining and Manufacturing; 3M Co
    us-steel | org | U.S. Steel | alias: US Steel; United States Steel; USX; USX Corp
    american-airlines | org | American Airlines | alias: AMR Corp; American Airlines Group
    united-airlines | org | United Airlines | alias: UAL; United Continental; UAL Corp; United Continental Holdings
    delta-air-lines | org | Delta Air Lines | alias: Delta Airlines; Northwest Airlines
    southwest-airlines | org | Southwest Airlines
    jetblue | org | JetBlue | alias: JetBlue Airways
    pan-am | org | Pan Am | alias: Pan American World Airways | not: Pan Am Flight 103; Pan Am 103; Pan Am Games
    twa | org | Trans World Airlines | alias: TWA
    usair | org | US Airways | alias: USAir; USAir Group; Piedmont Aviation; USAirways
    british-airways | org | British Airways | alias: International Airlines Group
    virgin-group | org | Virgin Group | alias: Virgin Atlantic; Virgin Galactic
    air-france | org | Air France | alias: Air France-KLM; KLM
    lufthansa | org | Lufthansa | alias: Deutsche Lufthansa; Germanwings
    ryanair | org | Ryanair
    malaysia-airlines | org | Malaysia Airlines | alias: Malaysian Airlines; MH370; MH17
    emirates-airline | org | Emirates Airline | alias: Emirates Airlines
    qantas | org | Qantas | alias: Qantas Airways
    singapore-airlines | org | Singapore Airlines
    exxon-mobil | org | Exxon Mobil | alias: ExxonMobil; Exxon; Exxon Corp; Mobil Corp
    chevron | org | Chevron Corp | alias: =Chevron; Chevron Corporation; Gulf Oil
    texaco | org | Texaco | alias: Texaco Inc
    conocophillips | org | ConocoPhillips | alias: Conoco; Phillips Petroleum
    occidental | org | Occidental Petroleum
    halliburton | org | Halliburton | alias: =KBR; Kellogg Brown & Root
    schlumberger | org | Schlumberger
    bp | org | =BP | alias: British Petroleum; Deepwater Horizon; BP Plc
    shell | org | Royal Dutch Shell | alias: =Shell; Shell Oil; Shell plc; Royal Dutch | not: Shell Game; Shell Shock; Shell company; Shell companies; Ghost in the Shell; Royal Dutch Airlines
    total-energies | org | TotalEnergies | alias: Total SA; TotalFinaElf; Elf Aquitaine
    eni | org | Eni SpA | alias: Italian oil company Eni; =ENI; Italian energy group Eni
    repsol | org | Repsol | alias: Repsol YPF; Repsol SA
    equinor | org | Equinor | alias: Statoil
    saudi-aramco | org | Saudi Aramco | alias: Aramco; Arabian American Oil
    nioc | org | National Iranian Oil Company | alias: =NIOC; National Iranian Oil Co
    enron | org | Enron | alias: Enron Corp
    pg-and-e | org | Pacific Gas and Electric | alias: =PG&E; Pacific Gas & Electric
    pennzoil | org | Pennzoil
    bhp | org | BHP | alias: BHP Billiton; Broken Hill Proprietary
    rio-tinto | org | Rio Tinto
    glencore | org | Glencore | alias: Xstrata; Glencore Xstrata
    anglo-american | org | Anglo American | alias: De Beers; Anglo American Plc
    alcoa | org | Alcoa | alias: Aluminum Company of America
    arcelormittal | org | ArcelorMittal | alias: Arcelor; Mittal Steel
    goldman-sachs | org | Goldman Sachs | alias: =Goldman; Goldman Sachs Group | not: Ron Goldman; Ronald Goldman; Dan Goldman; Daniel Goldman; Emma Goldman; William Goldman; Fred Goldman; Rep. Goldman; Goldman Environmental Prize
    morgan-stanley | org | Morgan Stanley
    jpmorgan | org | JPMorgan Chase | alias: JPMorgan; J.P. Morgan; JP Morgan; J.P. Morgan Chase; Chase Manhattan; Chase Bank; JP Morgan Chase
    bank-of-america | org | Bank of America | alias: BofA; BankAmerica; Bank of America Corp; BankAmerica Corp; =BoA
    merrill-lynch | org | Merrill Lynch | alias: Merrill Lynch & Co
    citigroup | org | Citigroup | alias: Citicorp; Citibank; =Citi
    wells-fargo | org | Wells Fargo
    lehman-brothers | org | Lehman Brothers | alias: Lehman; Shearson Lehman; Shearson Lehman Brothers | not: John Lehman; Herbert Lehman; Lehman College
    salomon-brothers | org | Salomon Brothers | alias: Salomon Inc
    drexel | org | Drexel Burnham Lambert | alias: Drexel Burnham
    first-boston | org | First Boston | alias: Credit Suisse First Boston; First Boston Corp
    silicon-valley-bank | org | Silicon Valley Bank | alias: =SVB
    ubs | org | UBS | alias: Union Bank of Switzerland; UBS AG
    credit-suisse | org | Credit Suisse | alias: Credit Suisse Group
    deutsche-bank | org | Deutsche Bank
    commerzbank | org | Commerzbank
    barclays | org | Barclays | alias: Barclays Bank; Barclays Plc; Barclays Capital | not: Barclays Center; Barclays Premier League
    royal-bank-of-scotland | org | Royal Bank of Scotland | alias: =RBS; NatWest; National Westminster Bank; =RBS Group
    lloyds | org | Lloyds Banking Group | alias: Lloyds Bank; Lloyds TSB; HBOS
    northern-rock | org | Northern Rock
    lloyds-of-london | org | Lloyd's of London
    bnp-paribas | org | BNP Paribas | alias: BNP; Banque Nationale de Paris; Paribas
    societe-generale | org | Société Générale | alias: SocGen
    credit-agricole | org | Crédit Agricole
    santander | org | Banco Santander | alias: Santander Group; Santander | not: Santander, Colombia; Norte de Santander; Francisco de Paula Santander
    unicredit | org | UniCredit
    monte-dei-paschi | org | Monte dei Paschi di Siena | alias: Monte dei Paschi
    aig | org | American International Group | alias: =AIG
    berkshire-hathaway | org | Berkshire Hathaway | alias: Geico
    blackrock | org | BlackRock | not: Blackrock, Ireland; Blackrock College
    blackstone | org | Blackstone Group | alias: =Blackstone Inc
    kkr | org | Kohlberg Kravis Roberts | alias: =KKR
    american-express | org | American Express | alias: Amex; American Express Co
    visa-inc | org | Visa Inc
    mastercard | org | Mastercard | alias: MasterCard Inc
    moodys-analytics | org | Moody's Analytics
    allianz | org | Allianz | not: Allianz Arena; Allianz Stadium
    axa | org | AXA | alias: AXA Group
    munich-re | org | Munich Re | alias: Munich Reinsurance
    swiss-re | org | Swiss Re | alias: Swiss Reinsurance
    walmart | org | Walmart | alias: Wal-Mart; Wal-Mart Stores
    target-corp | org | Target Corporation | alias: Target Corp; Target stores
    costco | org | Costco
    home-depot | org | Home Depot
    sears | org | =Sears | alias: Sears Roebuck; Sears Holdings; Kmart | not: William Sears; Sears Tower
    starbucks | org | Starbucks
    mcdonalds | org | McDonald's | alias: McDonald's Corp; McDonald's restaurant; McDonald's restaurants
    coca-cola | org | Coca-Cola | alias: Coca Cola Co; =Coke | not: Coca-Cola 600
    pepsico | org | PepsiCo | alias: Pepsi; Pepsi-Cola
    nestle | org | Nestlé | alias: Nestle SA
    unilever | org | Unilever
    procter-and-gamble | org | Procter & Gamble | alias: =P&G; Procter and Gamble
    philip-morris | org | Philip Morris | alias: Altria; Philip Morris International
    rjr-nabisco | org | RJR Nabisco | alias: RJ Reynolds; R.J. Reynolds; Nabisco
    british-american-tobacco | org | British American Tobacco
    ab-inbev | org | Anheuser-Busch InBev | alias: Anheuser-Busch; InBev; AB InBev
    cargill | org | Cargill
    monsanto | org | Monsanto
    dow-chemical | org | Dow Chemical | alias: Dow Inc; DowDuPont
    dupont | org | DuPont | alias: Du Pont Co; E.I. du Pont de Nemours | not: Dupont Circle
    union-carbide | org | Union Carbide
    bayer | org | Bayer | alias: Bayer AG | not: Bayer Leverkusen; Bayer 04 Leverkusen
    basf | org | BASF
    pfizer | org | Pfizer | alias: Pfizer Inc; Pfizer-BioNTech
    moderna | org | Moderna | alias: Moderna Inc
    astrazeneca | org | AstraZeneca
    johnson-and-johnson | org | Johnson & Johnson | alias: Johnson and Johnson; =J&J
    merck | org | Merck | alias: Merck & Co; Merck KGaA
    novartis | org | Novartis
    roche | org | Roche Holding | alias: =Roche; Hoffmann-La Roche
    glaxosmithkline | org | GlaxoSmithKline | alias: GSK; Glaxo; SmithKline Beecham
    sanofi | org | Sanofi | alias: Sanofi-Aventis
    eli-lilly | org | Eli Lilly
    novo-nordisk | org | Novo Nordisk
    purdue-pharma | org | Purdue Pharma
    theranos | org | Theranos
    biontech | org | BioNTech
    at-and-t | org | AT&T Inc | alias: =AT&T; American Telephone and Telegraph; American Telephone & Telegraph | not: AT&T Stadium; AT&T Park; AT&T Center
    verizon | org | Verizon | alias: Verizon Communications; Verizon Wireless; Bell Atlantic
    t-mobile | org | T-Mobile | alias: Deutsche Telekom; T-Mobile US | not: T-Mobile Arena
    sprint | org | Sprint Nextel | alias: Sprint Corp
    comcast | org | Comcast | alias: NBCUniversal; NBC Universal
    time-warner | org | Time Warner | alias: WarnerMedia; Warner Bros; Warner Brothers; Warner Bros. Discovery; Time Inc; AOL Time Warner
    disney | org | Walt Disney Company | alias: Disney; Walt Disney Co; Walt Disney World; Disney World; Disneyland; Pixar; Marvel Studios | not: Roy Disney
    viacom | org | Viacom | alias: ViacomCBS; Paramount Global; MTV; Paramount Pictures
    vodafone | org | Vodafone
    bt | org | British Telecom | alias: BT Group; British Telecommunications
    telefonica | org | Telefónica
    orange-sa | org | Orange SA | alias: France Telecom
    worldcom | org | WorldCom
    news-corp | org | News Corp | alias: News Corporation; News International; News of the World; 21st Century Fox
    new-york-times | org | The New York Times | alias: New York Times; =NYT; =NYTimes | role: agency
    washington-post | org | The Washington Post | alias: Washington Post; =WaPo; WashPost | role: agency
    wall-street-journal | org | The Wall Street Journal | alias: Wall Street Journal; =WSJ | role: agency
    usa-today | org | USA Today | alias: Gannett | role: agency
    los-angeles-times | org | Los Angeles Times | alias: L.A. Times; LA Times | role: agency
    new-york-post | org | New York Post | role: agency
    washington-times | org | Washington Times | role: agency
    washington-examiner | org | Washington Examiner | role: agency
    chicago-tribune | org | Chicago Tribune | alias: Tribune Co | role: agency
    associated-press | org | Associated Press | alias: =AP; The AP; =A.P. | role: agency
    reuters | org | Reuters | alias: Thomson Reuters; Reuters news agency | role: agency
    afp | org | Agence France-Presse | alias: AFP | role: agency
    bloomberg-news | org | Bloomberg News | alias: Bloomberg LP; Bloomberg Businessweek; Bloomberg Television | role: agency
    upi | org | United Press International | alias: =UPI | role: agency
    bbc | org | BBC | alias: British Broadcasting Corporation; British Broadcasting Corp; =Beeb; BBC News | role: agency
    itv | org | ITV | alias: ITV News | role: agency
    sky-news | org | Sky News | alias: BSkyB; British Sky Broadcasting | role: agency
    guardian | org | =The Guardian | alias: Guardian newspaper; Guardian News & Media; The Observer newspaper | role: agency
    the-times | org | The Times of London | alias: Times of London; =Sunday Times; The Sunday Times | role: agency
    daily-telegraph | org | Daily Telegraph | alias: Sunday Telegraph; =The Telegraph
    daily-mail | org | Daily Mail | alias: Mail on Sunday; MailOnline
    financial-times | org | Financial Times | alias: =FT | role: agency
    economist | org | =The Economist | alias: Economist magazine; Economist Intelligence Unit
    le-monde | org | Le Monde | not: le monde diplomatique | role: agency
    der-spiegel | org | Der Spiegel | alias: Spiegel magazine; Spiegel Online | role: agency
    charlie-hebdo | org | Charlie Hebdo
    cnn | org | CNN | alias: Cable News Network | role: agency
    fox-news | org | Fox News | alias: Fox News Channel; FoxNews; Fox Business; Fox Business Network; FoxNews.com | role: agency
    msnbc | org | MSNBC | role: agency
    nbc | org | NBC | alias: NBC News; National Broadcasting Company | role: agency
    abc-news | org | ABC News | alias: American Broadcasting Company; =ABC | role: agency
    cbs | org | CBS | alias: CBS News; CBS Corp; Columbia Broadcasting System | role: agency
    cnbc | org | CNBC
    npr | org | National Public Radio | alias: NPR | role: agency
    pbs | org | PBS | alias: Public Broadcasting Service; PBS NewsHour | role: agency
    cspan | org | C-SPAN
    al-jazeera | org | Al Jazeera | alias: Aljazeera | role: agency
    al-arabiya | org | Al Arabiya
    voice-of-america | org | Voice of America
    radio-free-europe | org | Radio Free Europe | alias: Radio Free Europe/Radio Liberty; RFE/RL; Radio Liberty
    deutsche-welle | org | Deutsche Welle
    politico | org | Politico | role: agency
    huffington-post | org | The Huffington Post | alias: Huffington Post; HuffPost | role: agency
    buzzfeed | org | BuzzFeed | alias: BuzzFeed News | role: agency
    breitbart | org | Breitbart News | alias: Breitbart; Breitbart.com | not: Andrew Breitbart | role: agency
    the-hill | org | =The Hill | alias: The Hill newspaper; TheHill
    national-review | org | National Review
    the-intercept | org | =The Intercept
    newsmax | org | Newsmax | role: agency
    time-magazine | org | Time magazine | alias: TIME.com | role: agency
    newsweek | org | Newsweek | role: agency
    the-new-yorker | org | =The New Yorker | alias: New Yorker magazine
    the-atlantic | org | =The Atlantic | alias: Atlantic magazine; Atlantic Monthly | not: The Atlantic Ocean; The Atlantic Coast; The Atlantic City; The Atlantic alliance
    vanity-fair | org | Vanity Fair
    rolling-stone | org | Rolling Stone magazine | alias: =Rolling Stone | not: Like a Rolling Stone
    haaretz | org | Haaretz
    irna | org | IRNA | alias: Islamic Republic News Agency; =Fars News Agency; Tasnim; Press TV | role: agency
    harvard | org | Harvard University | alias: Harvard
    mit | org | Massachusetts Institute of Technology | alias: =MIT
    yale | org | Yale University | alias: Yale
    stanford | org | Stanford University | alias: Stanford | not: Allen Stanford; Stanford Financial; R. Allen Stanford
    oxford-university | org | University of Oxford | alias: Oxford University
    cambridge-university | org | University of Cambridge | alias: Cambridge University
    johns-hopkins | org | Johns Hopkins University | alias: Johns Hopkins
    fifa | org | FIFA | alias: Fédération Internationale de Football Association
    uefa | org | UEFA
    ioc | org | International Olympic Committee | alias: =IOC
    wada | org | World Anti-Doping Agency | alias: WADA
    us-anti-doping | org | U.S. Anti-Doping Agency | alias: USADA; US Anti-Doping Agency
    iaaf | org | World Athletics | alias: IAAF; International Association of Athletics Federations
    fia | org | Fédération Internationale de l'Automobile | alias: =FIA
    formula-one | org | Formula One | alias: Formula 1
    nfl | org | National Football League | alias: NFL
    nba | org | National Basketball Association | alias: NBA
    mlb | org | Major League Baseball | alias: MLB
    nhl | org | National Hockey League | alias: NHL
    ncaa | org | NCAA | alias: National Collegiate Athletic Association
    pga-tour | org | PGA Tour | alias: PGA; LIV Golf | not: PGA Championship
    premier-league | org | Premier League | alias: English Premier League | not: Indian Premier League; Scottish Premier League; Russian Premier League; Bangladesh Premier League
    football-association | org | Football Association | alias: =FA; English Football Association | home: united-kingdom
    international-cricket-council | org | International Cricket Council | alias: ICC Cricket
    bcci | org | Board of Control for Cricket in India | alias: BCCI
    ecb-cricket | org | England and Wales Cricket Board
    usa-gymnastics | org | USA Gymnastics
    manchester-united | org | Manchester United | alias: Man Utd; Man United
    manchester-city | org | Manchester City | alias: Man City
    liverpool-fc | org | Liverpool FC | alias: Liverpool Football Club | maybe: Liverpool | with: @soccer; Anfield; Klopp; Benitez; Dalglish; Gerrard; Everton; Arsenal; Tottenham; Aston Villa; Leeds United; Manchester United; Manchester City
    chelsea-fc | org | Chelsea FC | alias: Chelsea Football Club | maybe: =Chelsea | with: @soccer; Stamford Bridge; Mourinho; Abramovich; Lampard; Drogba; Gullit; Arsenal; Tottenham; Aston Villa; Everton; Manchester United; Manchester City
    arsenal-fc | org | Arsenal FC | alias: =Arsenal; Arsenal Football Club | with: @soccer | not: Rock Island Arsenal; Watervliet Arsenal; Picatinny Arsenal; Redstone Arsenal; Royal Arsenal; Nuclear Arsenal
    real-madrid | org | Real Madrid
    fc-barcelona | org | FC Barcelona | alias: Barca; Barcelona FC | maybe: Barcelona | with: @soccer; Camp Nou; Nou Camp; Messi; Guardiola; Ronaldinho; Cruyff; Atletico Madrid; Real Madrid; Real Betis; Espanyol
    bayern-munich | org | Bayern Munich | alias: Bayern Munchen
    juventus | org | Juventus | alias: Juve
    paris-saint-germain | org | Paris Saint-Germain | alias: PSG; Paris St Germain
    new-york-yankees | org | New York Yankees | alias: =Yankees
    boston-red-sox | org | Boston Red Sox | alias: Red Sox
    dallas-cowboys | org | Dallas Cowboys
    new-england-patriots | org | New England Patriots
    san-francisco-49ers | org | San Francisco 49ers | alias: 49ers
    los-angeles-lakers | org | Los Angeles Lakers | alias: Lakers; LA Lakers
    golden-state-warriors | org | Golden State Warriors
    washington-commanders | org | Washington Commanders | alias: Washington Redskins; Redskins; Washington Football Team
    boy-scouts | org | Boy Scouts of America | alias: Boy Scouts
    salvation-army | org | Salvation Army
    penn-state | org | Pennsylvania State University | alias: Penn State
    anonymous-hackers | org | Anonymous hackers | alias: hacker group Anonymous; hacking collective Anonymous
    blackwater | org | Blackwater Worldwide | alias: Blackwater USA; Blackwater guards; =Blackwater security
    cosco | org | COSCO Shipping | alias: China Ocean Shipping
    maersk | org | Maersk | alias: A.P. Moller-Maersk; AP Moller-Maersk
    lvmh | org | LVMH | alias: Louis Vuitton; Moet Hennessy Louis Vuitton
    nike | org | Nike | alias: Nike Inc | not: Nike missile
    adidas | org | Adidas
    ikea | org | IKEA
    ftx | org | FTX | alias: Alameda Research
    binance | org | Binance
    coinbase | org | Coinbase
    nso-group | org | NSO Group | alias: Pegasus spyware
    equifax | org | Equifax
    purdue-university | org | Purdue University
    vivendi | org | Vivendi | alias: Vivendi Universal
    edf | org | Électricité de France | alias: =EDF
    alstom | org | Alstom
    philips | org | Philips Electronics | alias: Royal Philips; Philips NV
    asml | org | ASML | alias: ASML Holding
    arm | org | Arm Holdings | alias: ARM Holdings Plc
    sap | org | SAP SE | alias: =SAP AG
    thyssenkrupp | org | Thyssenkrupp | alias: Thyssen; Krupp | not: Alfried Krupp; Heinrich Thyssen; Baron Thyssen
    bertelsmann | org | Bertelsmann
    parmalat | org | Parmalat
    olympus | org | Olympus Corp
    wirecard | org | Wirecard
    nippon-life | org | Nippon Life | alias: Nippon Life Insurance
    hanson | org | Hanson Trust | alias: Hanson Plc
    guinness | org | Guinness Plc | alias: Diageo
    british-gas | org | British Gas | alias: Centrica; =British Gas
    imperial-chemical-industries | org | Imperial Chemical Industries | alias: =ICI
    twentieth-century-fox | org | Twentieth Century Fox | alias: 20th Century Fox
    allegis | org | Allegis Corp
    unisys | org | Unisys
    digital-equipment | org | Digital Equipment Corp | alias: Digital Equipment
    wang-laboratories | org | Wang Laboratories
    compaq | org | Compaq | alias: Compaq Computer
    lotus-development | org | Lotus Development
    santa-fe-southern-pacific | org | Santa Fe Southern Pacific | alias: Burlington Northern; =BNSF; Burlington Northern Santa Fe
    gencorp | org | GenCorp
    american-motors | org | American Motors | alias: American Motors Corp
    goodyear | org | Goodyear | alias: Goodyear Tire
    bethlehem-steel | org | Bethlehem Steel
    unocal | org | Unocal
    atlantic-richfield | org | Atlantic Richfield | alias: =Arco; =ARCO
    tenneco | org | Tenneco
    first-interstate | org | First Interstate | alias: First Interstate Bancorp
    security-pacific | org | Security Pacific
    manufacturers-hanover | org | Manufacturers Hanover
    bankers-trust | org | Bankers Trust
    chemical-bank | org | Chemical New York | alias: Chemical Bank
    ef-hutton | org | E.F. Hutton | alias: EF Hutton
    paine-webber | org | Paine Webber | alias: PaineWebber
    prudential-bache | org | Prudential-Bache
    kidder-peabody | org | Kidder Peabody
    """#
}
