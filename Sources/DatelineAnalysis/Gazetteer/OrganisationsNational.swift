/// Built-in gazetteer: parties, institutions and groups outside the United States.
extension BuiltInGazetteer {
  static let organisationsNational = #"""
    uk-parliament | org | Parliament of the United Kingdom | alias: British Parliament; House of Lords; UK Parliament; Britain's parliament
    conservative-party-uk | org | =Conservative Party | alias: Tory Party; Tories; Tory; British Conservatives | not: Conservative Party of Canada; Tory Burch; Tory Lanez; Canadian Tories; John Tory; Toronto Mayor John Tory | home: united-kingdom
    labour-party-uk | org | Labour Party | alias: =Labour; New Labour; British Labour Party | with: Britain; British; UK; U.K.; London; Blair; Gordon Brown; Miliband; Corbyn; Starmer; Kinnock; Downing Street; Westminster; Conservatives; Tories; Tory; Thatcher; Cameron; Scotland; Wales; Commons | not: Labour Day; Department of Labour; International Labour Organization; Labour Party of Ireland; Israeli Labour Party; Irish Labour Party; Dutch Labour Party; Norwegian Labour Party; New Zealand Labour Party; Maltese Labour Party; Ministry of Labour | home: united-kingdom
    liberal-democrats-uk | org | Liberal Democrats | alias: Lib Dems; Lib Dem; Liberal Democrat | home: united-kingdom
    ukip | org | UK Independence Party | alias: UKIP; U.K. Independence Party
    reform-uk | org | Reform UK | alias: Brexit Party
    scottish-national-party | org | Scottish National Party | alias: SNP; Scottish Nationalists
    dup | org | Democratic Unionist Party | alias: =DUP
    sinn-fein | org | Sinn Féin
    ira | org | Irish Republican Army | alias: =IRA; Provisional IRA; Real IRA | not: Roth IRA; Traditional IRA; IRA accounts
    ulster-unionist-party | org | Ulster Unionist Party | alias: Ulster Unionists
    uk-treasury | org | HM Treasury | alias: British Treasury; Her Majesty's Treasury; UK Treasury; Britain's Treasury
    uk-foreign-office | org | Foreign Office | alias: British Foreign Office; Foreign and Commonwealth Office; Foreign, Commonwealth and Development Office | not: German Foreign Office | home: united-kingdom
    uk-home-office | org | =Home Office | home: united-kingdom
    uk-ministry-of-defence | org | Ministry of Defence | alias: =MoD; British Defence Ministry | not: Indian Ministry of Defence; Russian Ministry of Defence; Chinese Ministry of Defence; Ukrainian Ministry of Defence; Singapore Ministry of Defence | home: united-kingdom
    mi5 | org | MI5 | alias: British Security Service
    mi6 | org | MI6 | alias: Secret Intelligence Service; British Secret Intelligence Service
    gchq | org | GCHQ | alias: Government Communications Headquarters
    scotland-yard | org | Metropolitan Police | alias: Scotland Yard; London's Metropolitan Police; =Met Police; New Scotland Yard
    nhs | org | National Health Service | alias: =NHS
    ofcom | org | Ofcom
    ons | org | Office for National Statistics | alias: =ONS
    financial-conduct-authority | org | Financial Conduct Authority | alias: =FCA; Financial Services Authority; =FSA
    serious-fraud-office | org | Serious Fraud Office | alias: =SFO
    tuc | org | Trades Union Congress | alias: =TUC
    cbi | org | Confederation of British Industry | alias: =CBI
    church-of-england | org | Church of England | alias: Anglican Church | demonym: Anglican; Anglicans
    catholic-church | org | Roman Catholic Church | alias: Catholic Church | demonym: Roman Catholic; Roman Catholics
    orthodox-church-russian | org | Russian Orthodox Church | alias: Moscow Patriarchate
    commonwealth-bank | org | Commonwealth Bank of Australia | alias: Commonwealth Bank
    cdu | org | Christian Democratic Union | alias: =CDU; German Christian Democrats; Christian Democrats; =CDU/CSU
    csu | org | Christian Social Union | alias: =CSU
    spd | org | Social Democratic Party of Germany | alias: =SPD; German Social Democrats
    afd | org | Alternative for Germany | alias: =AfD; AfD party; Alternative fuer Deutschland
    fdp | org | Free Democratic Party | alias: =FDP; Free Democrats
    die-linke | org | Die Linke | alias: The Left Party
    national-rally | org | National Rally | alias: National Front; Front National
    socialist-party-france | org | French Socialist Party | alias: Parti Socialiste; French Socialists
    ump-france | org | Les Républicains | alias: Union for a Popular Movement; =UMP; The Republicans party
    en-marche | org | La République En Marche | alias: En Marche; La Republique en Marche party; LREM
    five-star-movement | org | Five Star Movement | alias: 5-Star Movement; M5S; 5Star Movement
    lega | org | Lega Nord | alias: Northern League; Italy's League; =Lega
    forza-italia | org | Forza Italia | alias: People of Freedom party
    brothers-of-italy | org | Brothers of Italy | alias: Fratelli d'Italia
    democratic-party-italy | org | Italian Democratic Party | alias: Italy's Democratic Party; Partito Democratico
    pp-spain | org | People's Party of Spain | alias: Partido Popular; Spain's People's Party; =Popular Party
    psoe | org | Spanish Socialist Workers' Party | alias: PSOE; Spanish Socialists
    podemos | org | Podemos | alias: Unidas Podemos
    vox-spain | org | Vox party | alias: Spain's Vox; Vox Spain; far-right Vox
    eta-basque | org | Basque Homeland and Freedom | alias: =ETA; Basque separatist group ETA
    syriza | org | Syriza
    new-democracy-greece | org | New Democracy party | alias: Greece's New Democracy; conservative New Democracy
    pasok | org | PASOK
    golden-dawn | org | Golden Dawn
    fidesz | org | Fidesz
    law-and-justice | org | Law and Justice party | alias: =Law and Justice; =PiS; Poland's Law and Justice
    civic-platform | org | Civic Platform | alias: Civic Coalition
    solidarity-poland | org | Solidarity trade union | alias: =Solidarnosc; Solidarity union; Solidarity movement; Solidarity labor union
    pvv | org | Party for Freedom | alias: =PVV; Dutch Freedom Party; Wilders' Freedom Party
    fpo | org | Freedom Party of Austria | alias: =FPO; Austrian Freedom Party; Austria's Freedom Party; Freedom Party
    sweden-democrats | org | Sweden Democrats
    united-russia | org | United Russia
    fsb | org | Federal Security Service | alias: =FSB
    kgb | org | KGB | alias: Committee for State Security
    gru | org | =GRU | alias: Russian military intelligence; Main Intelligence Directorate
    svr | org | =Foreign Intelligence Service | alias: =SVR
    wagner | org | Wagner Group | alias: Wagner mercenaries; Wagner mercenary group; Wagner private military company; Wagner fighters
    duma | org | State Duma | alias: Duma; Russian parliament; Federation Council
    red-army | org | Russian Armed Forces | alias: Russian army; Russian military; Red Army; Soviet army; Soviet military | not: Japanese Red Army; Red Army Faction
    russian-defence-ministry | org | Russian Defence Ministry | alias: Russian Defense Ministry; Russia's Defense Ministry; Russia's Defence Ministry; Russian Ministry of Defence; Russian Ministry of Defense
    communist-party-soviet-union | org | Communist Party of the Soviet Union | alias: Soviet Communist Party; CPSU; Politburo; Supreme Soviet | not: Chinese Politburo; China's Politburo; Politburo Standing Committee
    internet-research-agency | org | Internet Research Agency
    fancy-bear | org | Fancy Bear | alias: APT28; APT 28
    azov | org | Azov Battalion | alias: Azov Regiment; Azov Brigade
    gazprom | org | Gazprom | alias: OAO Gazprom
    rosneft | org | Rosneft
    lukoil | org | Lukoil
    yukos | org | Yukos
    sberbank | org | Sberbank
    vtb | org | VTB Bank | alias: VTB
    rusal | org | Rusal | alias: UC Rusal
    rosatom | org | Rosatom
    aeroflot | org | Aeroflot
    kaspersky | org | Kaspersky Lab | alias: Kaspersky | not: Eugene Kaspersky; Yevgeny Kaspersky
    rt-channel | org | Russia Today | alias: RT television; RT America; RT channel
    tass | org | TASS | alias: ITAR-TASS | role: agency
    ria-novosti | org | RIA Novosti | alias: RIA news agency; Rossiya Segodnya | role: agency
    interfax | org | Interfax | role: agency
    chinese-communist-party | org | Chinese Communist Party | alias: Communist Party of China; CCP; CPC Central Committee; China's Communist Party; Politburo Standing Committee; Chinese Politburo
    national-peoples-congress | org | National People's Congress
    pla | org | People's Liberation Army | alias: =PLA; Chinese military; Chinese army; China's military
    kuomintang | org | Kuomintang | alias: KMT; Chinese Nationalist Party; Nationalist Party of Taiwan
    dpp | org | Democratic Progressive Party | alias: =DPP
    falun-gong | org | Falun Gong | alias: Falungong; Falun Dafa
    xinhua | org | Xinhua | alias: New China News Agency; Xinhua News Agency | role: agency
    peoples-daily | org | People's Daily
    global-times | org | Global Times | role: agency
    huawei | org | Huawei | alias: Huawei Technologies
    zte | org | ZTE | alias: ZTE Corp
    alibaba | org | Alibaba | alias: Alibaba Group; =Ant Group; Alipay
    tencent | org | Tencent | alias: WeChat
    baidu | org | Baidu
    bytedance | org | ByteDance | alias: TikTok; Byte Dance
    xiaomi | org | Xiaomi
    lenovo | org | Lenovo
    byd | org | BYD | alias: BYD Auto
    deepseek | org | DeepSeek
    evergrande | org | Evergrande | alias: China Evergrande | not: Guangzhou Evergrande
    petrochina | org | PetroChina | alias: CNPC; China National Petroleum; China National Petroleum Corp; China National Petroleum Corporation
    sinopec | org | Sinopec
    cnooc | org | CNOOC | alias: China National Offshore Oil
    icbc | org | Industrial and Commercial Bank of China | alias: ICBC
    bank-of-china | org | Bank of China
    china-mobile | org | China Mobile
    tsmc | org | Taiwan Semiconductor Manufacturing | alias: TSMC; Taiwan Semiconductor
    foxconn | org | Foxconn | alias: Hon Hai; Hon Hai Precision
    cathay-pacific | org | Cathay Pacific | alias: Cathay Pacific Airways
    hsbc | org | HSBC | alias: Hongkong and Shanghai Banking; Hongkong and Shanghai Banking Corp; HSBC Holdings; Midland Bank
    standard-chartered | org | Standard Chartered
    bjp | org | Bharatiya Janata Party | alias: BJP
    congress-party-india | org | Indian National Congress | alias: Congress party; India's Congress; Congress (I) | maybe: =Congress | with: India; New Delhi; Delhi; Mumbai; Bombay; Kolkata; Calcutta; BJP; Bharatiya Janata; Gandhi; Sonia Gandhi; Rahul Gandhi; Manmohan Singh; Lok Sabha; Rajya Sabha; Modi; Narendra Modi; Narasimha Rao; Nehru; Sitaram Kesri; Uttar Pradesh; Bihar; Maharashtra; Gujarat; Rajasthan; Karnataka; Punjab; rupee | home: india
    aam-aadmi-party | org | Aam Aadmi Party | alias: =AAP
    rss-india | org | Rashtriya Swayamsevak Sangh | alias: =RSS | not: RSS feed; RSS feeds; RSS reader; RSS readers
    lok-sabha | org | Lok Sabha | alias: Rajya Sabha; Indian parliament; India's parliament
    supreme-court-of-india | org | Supreme Court of India | alias: Indian Supreme Court; India's Supreme Court; India's top court
    cbi-india | org | Central Bureau of Investigation
    isro | org | Indian Space Research Organisation | alias: ISRO; Indian Space Research Organization
    tata | org | Tata Group | alias: Tata Sons; Tata Motors; Tata Steel; Tata Consultancy Services; =Tata | not: Ratan Tata; JRD Tata; Tata Martino
    reliance | org | Reliance Industries | alias: Reliance Jio
    infosys | org | Infosys
    adani-group | org | Adani Group | alias: Adani Enterprises; Adani Ports
    isi | org | Inter-Services Intelligence | alias: =ISI
    ppp-pakistan | org | Pakistan Peoples Party | alias: Pakistan People's Party
    pmln | org | Pakistan Muslim League | alias: PML-N; Pakistan Muslim League-Nawaz
    pti | org | Pakistan Tehreek-e-Insaf | alias: Tehreek-e-Insaf
    pakistani-army | org | Pakistan Army | alias: Pakistani army; Pakistani military; Pakistan's military; Pakistan's army
    press-trust-of-india | org | Press Trust of India | role: agency
    taliban | org | Taliban | alias: Taleban; Afghan Taliban | not: Pakistani Taliban; Pakistan Taliban
    pakistani-taliban | org | Tehrik-i-Taliban Pakistan | alias: Pakistani Taliban; Tehreek-e-Taliban Pakistan; Pakistan Taliban; =TTP
    haqqani-network | org | Haqqani network
    al-qaeda | org | Al Qaeda | alias: Al-Qaida; al-Qa'ida; Al-Qaeda in Iraq; =AQAP; Al Qaeda in the Arabian Peninsula; Al Qaeda in the Islamic Maghreb; =AQIM
    islamic-state | org | Islamic State | alias: =ISIS; ISIL; Islamic State of Iraq and the Levant; Islamic State of Iraq and Syria; Islamic State group; =Daesh; Islamic State in Iraq and Syria; ISIS-K; Islamic State Khorasan; Isis militants; Isis fighters; =Islamic State
    nusra-front | org | Nusra Front | alias: Jabhat al-Nusra; al-Nusra Front; Hayat Tahrir al-Sham; =HTS; Jabhat Fateh al-Sham
    free-syrian-army | org | Free Syrian Army | alias: =FSA rebels
    syrian-democratic-forces | org | Syrian Democratic Forces | alias: =SDF
    ypg | org | YPG | alias: People's Protection Units; Kurdish YPG
    pkk | org | Kurdistan Workers' Party | alias: PKK; Kurdish Workers' Party
    white-helmets | org | White Helmets | alias: Syria Civil Defense; Syria Civil Defence
    hamas | org | Hamas | alias: Islamic Resistance Movement; Qassam Brigades; Izz ad-Din al-Qassam Brigades
    hezbollah | org | Hezbollah | alias: Hizbollah; Hizbullah; Hezbullah; Party of God
    fatah | org | Fatah | alias: Al-Fatah; al-Aqsa Martyrs Brigades | not: Abdel Fatah; Fatah al-Islam; Abdul Fatah; Abd al-Fatah
    plo | org | Palestine Liberation Organization | alias: PLO; Palestine Liberation Organisation
    palestinian-authority | org | Palestinian Authority | alias: Palestinian National Authority; =PA president
    islamic-jihad | org | Palestinian Islamic Jihad | alias: Islamic Jihad; =PIJ | not: Egyptian Islamic Jihad
    pflp | org | Popular Front for the Liberation of Palestine | alias: PFLP
    houthis | org | Houthi movement | alias: Houthis; Houthi; Ansar Allah; Ansarullah; Huthi; Huthis
    muslim-brotherhood | org | Muslim Brotherhood | alias: Moslem Brotherhood
    likud | org | Likud | alias: Likud Party
    labor-party-israel | org | Israeli Labor Party | alias: Israel's Labor Party; Israeli Labour Party; Zionist Union | maybe: =Labour; =Labor; Labour Party; Labor Party | with: Israel; Israeli; Israelis; Likud; Knesset; Netanyahu; Peres; Rabin; Barak; Sharon; Shamir; Amir Peretz; Herzog; Kadima; Shas; Jerusalem; Tel Aviv; Palestinian; Palestinians; West Bank | not: Labor Day; Labor Secretary; Secretary of Labor; Labor Department; Department of Labor; Labor Relations; Labor Ministry; Labor Minister; Labor Committee; Labor chief; Labor unions; Labor union; Labor groups; Labor leaders; Labor and Pensions; Labor and Pension; Federation of Labor; Bureau of Labor; Labor Statistics; Labor Organization; Labour Organization; Labour Ministry; Labour Minister; Ministry of Labour; Labour Day; Labour Code; Labor Code; Labor Law; Labor market; Labour market; Labor costs; Labour costs; Labor Council | home: israel
    kadima | org | Kadima
    israel-defense-forces | org | Israel Defense Forces | alias: =IDF; Israeli military; Israeli army; Israeli Defense Forces; Israel Defence Forces; Israeli Defence Forces; Israel's military
    mossad | org | Mossad
    shin-bet | org | Shin Bet | alias: Shin Beth
    revolutionary-guards | org | Islamic Revolutionary Guard Corps | alias: IRGC; Revolutionary Guards; Revolutionary Guard; Revolutionary Guard Corps; Quds Force; Pasdaran; Qods Force; Al-Quds Force; Iranian Revolutionary Guard
    iranian-parliament | org | Majlis | alias: Iran's parliament; Iranian parliament
    kataib-hezbollah | org | Kata'ib Hezbollah | alias: Kataib Hezbollah; Kataeb Hezbollah; Popular Mobilization Forces; Popular Mobilisation Forces
    mahdi-army | org | Mahdi Army | alias: Mehdi Army; Sadr's militia
    baath-party | org | Baath Party | alias: Ba'ath Party | demonym: Baathist; Baathists; Ba'athist; Ba'athists
    akp | org | Justice and Development Party | alias: =AKP; AK Party
    chp | org | Republican People's Party | alias: =CHP
    hdp | org | Peoples' Democratic Party | alias: =HDP; People's Democratic Party
    boko-haram | org | Boko Haram | alias: Islamic State West Africa Province; ISWAP
    al-shabaab | org | Al-Shabaab | alias: al-Shabab; Shabab; Shabaab
    lords-resistance-army | org | Lord's Resistance Army
    m23 | org | M23 | alias: March 23 Movement; M23 rebels
    rsf-sudan | org | Rapid Support Forces | alias: =RSF; Janjaweed
    anc | org | African National Congress | alias: =ANC
    democratic-alliance-sa | org | Democratic Alliance
    inkatha | org | Inkatha Freedom Party | alias: Inkatha
    zanu-pf | org | ZANU-PF | alias: ZANU PF party
    mdc-zimbabwe | org | Movement for Democratic Change | alias: =MDC
    polisario | org | Polisario Front | alias: Polisario
    swapo | org | SWAPO | alias: South West Africa People's Organization
    unita | org | UNITA | alias: National Union for the Total Independence of Angola
    tigray-plf | org | Tigray People's Liberation Front | alias: TPLF
    farc | org | FARC | alias: Revolutionary Armed Forces of Colombia
    eln | org | National Liberation Army | alias: =ELN
    shining-path | org | Shining Path | alias: Sendero Luminoso
    sinaloa-cartel | org | Sinaloa Cartel | alias: Sinaloa drug cartel
    zetas | org | Los Zetas | alias: Zetas; Zetas cartel
    jalisco-cartel | org | Jalisco New Generation Cartel | alias: CJNG; Jalisco Cartel
    medellin-cartel | org | Medellín Cartel | alias: Medellin drug cartel
    ms-13 | org | MS-13 | alias: Mara Salvatrucha
    tren-de-aragua | org | Tren de Aragua
    pri-mexico | org | Institutional Revolutionary Party | alias: =PRI
    morena | org | Morena party | alias: Mexico's Morena; Morena movement
    workers-party-brazil | org | Workers' Party of Brazil | alias: Brazilian Workers' Party; Brazil's Workers' Party; Partido dos Trabalhadores
    petrobras | org | Petrobras | alias: Petroleo Brasileiro
    vale | org | Vale SA | alias: Vale do Rio Doce; Companhia Vale do Rio Doce; Brazilian miner Vale
    embraer | org | Embraer
    odebrecht | org | Odebrecht | not: Marcelo Odebrecht; Emilio Odebrecht
    pemex | org | Pemex | alias: Petroleos Mexicanos
    pdvsa | org | PDVSA | alias: Petroleos de Venezuela
    codelco | org | Codelco
    cemex | org | Cemex
    tamil-tigers | org | Liberation Tigers of Tamil Eelam | alias: Tamil Tigers; LTTE; Tamil Tiger; Tamil Tiger rebels
    lashkar-e-taiba | org | Lashkar-e-Taiba | alias: Lashkar-e-Toiba; Lashkar-e-Tayyiba
    jaish-e-mohammed | org | Jaish-e-Mohammed | alias: Jaish-e-Muhammad; Jaish-e-Mohammad
    jemaah-islamiyah | org | Jemaah Islamiyah | alias: Jemaah Islamiah
    abu-sayyaf | org | Abu Sayyaf
    milf | org | Moro Islamic Liberation Front | alias: Moro National Liberation Front; Moro rebels
    khmer-rouge | org | Khmer Rouge
    tatmadaw | org | Tatmadaw | alias: Myanmar military; Myanmar's military; Myanmar junta; Burmese junta
    nld-myanmar | org | National League for Democracy | alias: =NLD
    awami-league | org | Awami League
    liberal-democratic-party-japan | org | Liberal Democratic Party | alias: =LDP; Japan's Liberal Democratic Party | home: japan
    democratic-party-of-japan | org | Democratic Party of Japan | alias: =DPJ
    komeito | org | Komeito
    miti | org | Ministry of International Trade and Industry | alias: =MITI; Ministry of Economy, Trade and Industry; =METI
    japan-ministry-of-finance | org | Japanese Ministry of Finance | alias: Japanese Finance Ministry; Japan's Finance Ministry
    umno | org | UMNO | alias: United Malays National Organisation; Barisan Nasional
    pheu-thai | org | Pheu Thai | alias: Puea Thai; Pheu Thai Party
    workers-party-of-korea | org | Workers' Party of Korea | alias: Korean Workers' Party
    kcna | org | Korean Central News Agency | alias: KCNA | role: agency
    yonhap | org | Yonhap | alias: Yonhap News Agency | role: agency
    australian-labor-party | org | Australian Labor Party | alias: Australia's Labor Party | maybe: =Labor; Labor Party; =Labour | with: Australia; Australian; Australians; Canberra; Sydney; Melbourne; Queensland; New South Wales; Gillard; Rudd; Keating; Hawke; Albanese; Turnbull; Shorten; Liberal-National | not: Labor Day; Labor Secretary; Secretary of Labor; Labor Department; Department of Labor; Labor Relations; Labor Ministry; Labor Minister; Labor Committee; Labor chief; Labor unions; Labor union; Labor groups; Labor leaders; Labor and Pensions; Labor and Pension; Federation of Labor; Bureau of Labor; Labor Statistics; Labor Organization; Labour Organization; Labour Ministry; Labour Minister; Ministry of Labour; Labour Day; Labour Code; Labor Code; Labor Law; Labor market; Labour market; Labor costs; Labour costs; Labor Council | home: australia
    liberal-party-australia | org | Liberal Party of Australia | alias: Australia's Liberal Party
    liberal-party-of-canada | org | Liberal Party of Canada | alias: Canadian Liberals; Canada's Liberal Party
    conservative-party-of-canada | org | Conservative Party of Canada | alias: Canadian Conservatives; Canada's Conservative Party; Progressive Conservatives; Canadian Tories
    ndp | org | New Democratic Party | alias: =NDP
    bloc-quebecois | org | Bloc Québécois | alias: Parti Québécois
    rcmp | org | Royal Canadian Mounted Police | alias: RCMP; =Mounties
    red-brigades | org | Red Brigades
    red-army-faction | org | Red Army Faction | alias: Baader-Meinhof gang; Baader-Meinhof
    aum-shinrikyo | org | Aum Shinrikyo | alias: Aum Supreme Truth
    """#
}
