/// Built-in gazetteer: people of Asia, Oceania, Canada, the Middle East and Africa.
extension BuiltInGazetteer {
  static let peopleAsiaAfrica = #"""
    xi-jinping | person | Xi Jinping | alias: President Xi; Chairman Xi; Chinese leader Xi | surname: =Xi
    hu-jintao | person | Hu Jintao | alias: President Hu | surname: =Hu
    wen-jiabao | person | Wen Jiabao | alias: Premier Wen | surname: =Wen
    jiang-zemin | person | Jiang Zemin | surname: Jiang
    li-keqiang | person | Li Keqiang | alias: Premier Li Keqiang | surname: =Li
    li-qiang | person | Li Qiang | alias: Premier Li Qiang | surname: =Li
    wang-yi | person | Wang Yi | surname: Wang
    wang-qishan | person | Wang Qishan | surname: Wang
    liu-he | person | Liu He | alias: Vice Premier Liu He | surname: Liu
    zhu-rongji | person | Zhu Rongji | surname: Zhu
    mao-zedong | person | Mao Zedong | alias: Chairman Mao; Mao Tse-tung | surname: Mao
    deng-xiaoping | person | Deng Xiaoping | surname: Deng
    zhao-ziyang | person | Zhao Ziyang | surname: Zhao
    hu-yaobang | person | Hu Yaobang | surname: =Hu
    li-peng | person | Li Peng | surname: =Li
    bo-xilai | person | Bo Xilai | surname: =Bo
    zhou-yongkang | person | Zhou Yongkang | surname: Zhou
    zhou-xiaochuan | person | Zhou Xiaochuan | surname: Zhou
    liu-xiaobo | person | Liu Xiaobo | surname: Liu
    ai-weiwei | person | Ai Weiwei
    chen-guangcheng | person | Chen Guangcheng | surname: Chen
    peng-shuai | person | Peng Shuai | surname: Peng
    jack-ma | person | Jack Ma | surname: =Ma
    meng-wanzhou | person | Meng Wanzhou | surname: Meng
    ren-zhengfei | person | Ren Zhengfei | surname: Ren
    li-ka-shing | person | Li Ka-shing | surname: =Li
    carrie-lam | person | Carrie Lam | surname: =Lam
    john-lee-hong-kong | person | John Lee Ka-chiu | alias: Chief Executive John Lee
    leung-chun-ying | person | Leung Chun-ying | alias: C.Y. Leung; CY Leung | surname: Leung
    tung-chee-hwa | person | Tung Chee-hwa | surname: Tung
    joshua-wong | person | Joshua Wong | surname: Wong
    jimmy-lai | person | Jimmy Lai | surname: =Lai
    tsai-ing-wen | person | Tsai Ing-wen | surname: Tsai
    ma-ying-jeou | person | Ma Ying-jeou | surname: =Ma
    chen-shui-bian | person | Chen Shui-bian | surname: Chen
    lai-ching-te | person | Lai Ching-te | alias: William Lai | surname: =Lai
    chiang-ching-kuo | person | Chiang Ching-kuo | surname: Chiang
    morris-chang | person | Morris Chang | surname: Chang
    kim-jong-un | person | Kim Jong Un | alias: Marshal Kim Jong Un; Chairman Kim; Little Rocket Man | surname: Kim
    kim-jong-il | person | Kim Jong Il | alias: Dear Leader | surname: Kim
    kim-il-sung | person | Kim Il Sung | surname: Kim
    kim-yo-jong | person | Kim Yo Jong
    kim-jong-nam | person | Kim Jong Nam
    moon-jae-in | person | Moon Jae-in | alias: President Moon | surname: =Moon
    park-geun-hye | person | Park Geun-hye | alias: President Park | surname: =Park
    lee-myung-bak | person | Lee Myung-bak | surname: Lee
    roh-moo-hyun | person | Roh Moo-hyun | surname: Roh
    kim-dae-jung | person | Kim Dae-jung | surname: Kim
    kim-young-sam | person | Kim Young-sam | surname: Kim
    yoon-suk-yeol | person | Yoon Suk Yeol | alias: Yoon Seok-youl | surname: Yoon
    lee-jae-myung | person | Lee Jae-myung | surname: Lee
    chun-doo-hwan | person | Chun Doo-hwan | surname: Chun
    roh-tae-woo | person | Roh Tae-woo | surname: Roh
    lee-kun-hee | person | Lee Kun-hee | surname: Lee
    lee-jae-yong | person | Lee Jae-yong | alias: Jay Y. Lee | surname: Lee
    shinzo-abe | person | Shinzo Abe | alias: Prime Minister Abe; Abe Shinzo | surname: Abe
    junichiro-koizumi | person | Junichiro Koizumi | alias: Prime Minister Koizumi | surname: Koizumi
    yasuo-fukuda | person | Yasuo Fukuda | surname: Fukuda
    taro-aso | person | Taro Aso | surname: Aso
    yukio-hatoyama | person | Yukio Hatoyama | alias: Hatoyama
    naoto-kan | person | Naoto Kan | surname: =Kan
    yoshihiko-noda | person | Yoshihiko Noda | surname: Noda
    yoshihide-suga | person | Yoshihide Suga | surname: Suga
    fumio-kishida | person | Fumio Kishida | alias: Kishida
    shigeru-ishiba | person | Shigeru Ishiba | alias: Ishiba
    sanae-takaichi | person | Sanae Takaichi | alias: Takaichi
    haruhiko-kuroda | person | Haruhiko Kuroda | alias: Kuroda
    kazuo-ueda | person | Kazuo Ueda | surname: Ueda
    yasuhiro-nakasone | person | Yasuhiro Nakasone | alias: Nakasone | not: Paul Nakasone; Hirofumi Nakasone; General Nakasone
    noboru-takeshita | person | Noboru Takeshita | alias: Takeshita
    kiichi-miyazawa | person | Kiichi Miyazawa | alias: Miyazawa
    satoshi-sumita | person | Satoshi Sumita | surname: Sumita
    hajime-tamura | person | Hajime Tamura | surname: Tamura
    ryutaro-hashimoto | person | Ryutaro Hashimoto | surname: Hashimoto
    emperor-hirohito | person | Emperor Hirohito | alias: Hirohito
    emperor-akihito | person | Emperor Akihito | alias: Akihito
    emperor-naruhito | person | Emperor Naruhito | alias: Naruhito
    narendra-modi | person | Narendra Modi | alias: Modi; Prime Minister Modi | not: Nirav Modi; Lalit Modi; Sushil Modi; Jashodaben Modi
    manmohan-singh | person | Manmohan Singh | alias: Prime Minister Singh | surname: Singh
    atal-bihari-vajpayee | person | Atal Bihari Vajpayee | alias: Vajpayee; Atal Behari Vajpayee
    rajiv-gandhi | person | Rajiv Gandhi | surname: Gandhi
    indira-gandhi | person | Indira Gandhi | surname: Gandhi
    sonia-gandhi | person | Sonia Gandhi | surname: Gandhi
    rahul-gandhi | person | Rahul Gandhi | surname: Gandhi
    mahatma-gandhi | person | Mahatma Gandhi | alias: Mohandas Gandhi; Mohandas K. Gandhi; Mohandas Karamchand Gandhi | surname: Gandhi
    amit-shah | person | Amit Shah | surname: =Shah
    arun-jaitley | person | Arun Jaitley | alias: Jaitley
    subrahmanyam-jaishankar | person | S. Jaishankar | alias: Jaishankar; Subrahmanyam Jaishankar
    sushma-swaraj | person | Sushma Swaraj | surname: Swaraj
    arvind-kejriwal | person | Arvind Kejriwal | alias: Kejriwal
    mamata-banerjee | person | Mamata Banerjee | surname: Banerjee
    yogi-adityanath | person | Yogi Adityanath | alias: Adityanath
    pranab-mukherjee | person | Pranab Mukherjee | surname: Mukherjee
    palaniappan-chidambaram | person | Palaniappan Chidambaram | alias: P. Chidambaram
    raghuram-rajan | person | Raghuram Rajan | surname: Rajan
    anna-hazare | person | Anna Hazare | alias: Hazare
    mukesh-ambani | person | Mukesh Ambani | surname: Ambani
    anil-ambani | person | Anil Ambani | surname: Ambani
    gautam-adani | person | Gautam Adani | surname: Adani
    ratan-tata | person | Ratan Tata
    vijay-mallya | person | Vijay Mallya | alias: Mallya
    nirav-modi | person | Nirav Modi
    lakshmi-mittal | person | Lakshmi Mittal | surname: Mittal
    pervez-musharraf | person | Pervez Musharraf | alias: Musharraf
    nawaz-sharif | person | Nawaz Sharif | surname: Sharif
    shehbaz-sharif | person | Shehbaz Sharif | alias: Shahbaz Sharif | surname: Sharif
    imran-khan | person | Imran Khan | alias: Prime Minister Khan | surname: Khan
    benazir-bhutto | person | Benazir Bhutto | alias: Benazir | surname: Bhutto
    zulfikar-ali-bhutto | person | Zulfikar Ali Bhutto | surname: Bhutto
    asif-ali-zardari | person | Asif Ali Zardari | alias: Zardari; Asif Zardari | not: Bilawal Bhutto Zardari; Bilawal Zardari
    zia-ul-haq | person | Mohammad Zia-ul-Haq | alias: Zia-ul-Haq; General Zia; President Zia
    yousuf-raza-gilani | person | Yousuf Raza Gilani | alias: Yousaf Raza Gilani; Yusuf Raza Gilani; Prime Minister Gilani
    asim-munir | person | Asim Munir | surname: Munir
    aq-khan | person | Abdul Qadeer Khan | alias: A.Q. Khan; AQ Khan
    malala-yousafzai | person | Malala Yousafzai | alias: Malala; Yousafzai
    hafiz-saeed | person | Hafiz Saeed | alias: Hafiz Muhammad Saeed | surname: Saeed
    hamid-karzai | person | Hamid Karzai | alias: Karzai | not: Ahmed Wali Karzai; Ahmad Wali Karzai; Qayum Karzai; Wali Karzai; Hamid Karzai International Airport
    ashraf-ghani | person | Ashraf Ghani | surname: Ghani
    abdullah-abdullah | person | Abdullah Abdullah
    mullah-omar | person | Mullah Omar | alias: Mullah Mohammed Omar; Mullah Mohammad Omar
    zalmay-khalilzad | person | Zalmay Khalilzad | alias: Khalilzad
    sirajuddin-haqqani | person | Sirajuddin Haqqani | surname: Haqqani
    najibullah | person | Mohammad Najibullah | alias: Najibullah | not: Najibullah Zazi
    sheikh-hasina | person | Sheikh Hasina | alias: Hasina; Sheikh Hasina Wazed
    khaleda-zia | person | Khaleda Zia | alias: Begum Khaleda Zia | surname: Zia
    muhammad-yunus | person | Muhammad Yunus | surname: Yunus
    hussain-ershad | person | Hussain Muhammad Ershad | alias: Ershad
    mahinda-rajapaksa | person | Mahinda Rajapaksa | alias: Mahinda Rajapakse | surname: Rajapaksa
    gotabaya-rajapaksa | person | Gotabaya Rajapaksa | surname: Rajapaksa
    ranil-wickremesinghe | person | Ranil Wickremesinghe | alias: Wickremesinghe
    junius-jayewardene | person | Junius Jayewardene | alias: Jayewardene
    velupillai-prabhakaran | person | Velupillai Prabhakaran | alias: Prabhakaran; Vellupillai Prabhakaran
    aung-san-suu-kyi | person | Aung San Suu Kyi | alias: Suu Kyi; Daw Aung San Suu Kyi
    min-aung-hlaing | person | Min Aung Hlaing
    than-shwe | person | Than Shwe
    thaksin-shinawatra | person | Thaksin Shinawatra | alias: Thaksin
    yingluck-shinawatra | person | Yingluck Shinawatra | alias: Yingluck
    paetongtarn-shinawatra | person | Paetongtarn Shinawatra | alias: Paetongtarn
    prayuth-chan-ocha | person | Prayuth Chan-ocha | alias: Prayuth; Prayut Chan-o-cha
    abhisit-vejjajiva | person | Abhisit Vejjajiva | alias: Abhisit
    king-bhumibol | person | Bhumibol Adulyadej | alias: King Bhumibol; Bhumibol
    king-vajiralongkorn | person | Maha Vajiralongkorn | alias: King Vajiralongkorn; Vajiralongkorn
    hun-sen | person | Hun Sen
    norodom-sihanouk | person | Norodom Sihanouk | alias: Sihanouk; Prince Sihanouk
    pol-pot | person | Pol Pot
    mahathir-mohamad | person | Mahathir Mohamad | alias: Mahathir; Mahathir Mohammad; Mahathir Mohammed
    anwar-ibrahim | person | Anwar Ibrahim | surname: Anwar
    najib-razak | person | Najib Razak | surname: Najib
    jho-low | person | Jho Low
    lee-kuan-yew | person | Lee Kuan Yew | surname: Lee
    lee-hsien-loong | person | Lee Hsien Loong | surname: Lee
    suharto | person | Suharto | alias: Soeharto | not: Tommy Suharto
    megawati-sukarnoputri | person | Megawati Sukarnoputri | alias: Megawati
    susilo-bambang-yudhoyono | person | Susilo Bambang Yudhoyono | alias: Yudhoyono
    joko-widodo | person | Joko Widodo | alias: Jokowi; Widodo
    prabowo-subianto | person | Prabowo Subianto | alias: Prabowo
    xanana-gusmao | person | Xanana Gusmão | alias: Gusmao
    jose-ramos-horta | person | José Ramos-Horta | alias: Ramos-Horta
    ferdinand-marcos | person | Ferdinand Marcos | alias: Ferdinand E. Marcos; President Marcos | surname: Marcos | not: Ferdinand Marcos Jr
    ferdinand-marcos-jr | person | Ferdinand Marcos Jr. | alias: Bongbong Marcos; Ferdinand Romualdez Marcos Jr. | surname: Marcos
    imelda-marcos | person | Imelda Marcos
    corazon-aquino | person | Corazon Aquino | alias: Cory Aquino; Mrs. Aquino | surname: Aquino
    benigno-aquino | person | Benigno Aquino | alias: Benigno Aquino III; Noynoy Aquino; Benigno S. Aquino III | surname: Aquino
    gloria-arroyo | person | Gloria Macapagal Arroyo | alias: Gloria Arroyo; Macapagal Arroyo | surname: =Arroyo
    joseph-estrada | person | Joseph Estrada | surname: Estrada
    rodrigo-duterte | person | Rodrigo Duterte | alias: Duterte | not: Sara Duterte; Sara Duterte-Carpio; Paolo Duterte
    sara-duterte | person | Sara Duterte
    manny-pacquiao | person | Manny Pacquiao | alias: Pacquiao
    maria-ressa | person | Maria Ressa | alias: Ressa
    jaime-ongpin | person | Jaime Ongpin | alias: Ongpin
    nguyen-phu-trong | person | Nguyen Phu Trong
    to-lam | person | Tô Lâm
    ho-chi-minh | person | Ho Chi Minh | not: Ho Chi Minh City; Ho Chi Minh Trail; Ho Chi Minh Stock Exchange
    john-howard | person | John Howard | alias: Prime Minister Howard | surname: Howard
    kevin-rudd | person | Kevin Rudd | alias: Rudd | not: Amber Rudd; Paul Rudd
    julia-gillard | person | Julia Gillard | alias: Gillard
    tony-abbott | person | Tony Abbott | surname: Abbott
    malcolm-turnbull | person | Malcolm Turnbull | alias: Turnbull
    scott-morrison | person | Scott Morrison | surname: Morrison
    anthony-albanese | person | Anthony Albanese | alias: Albanese | not: Francesca Albanese; Tom Albanese; Josephine Albanese
    bob-hawke | person | Bob Hawke | surname: Hawke
    paul-keating | person | Paul Keating | surname: Keating
    pauline-hanson | person | Pauline Hanson | surname: Hanson
    david-lange | person | David Lange | surname: Lange
    roger-douglas | person | Roger Douglas | surname: Douglas
    helen-clark | person | Helen Clark | surname: Clark
    john-key | person | John Key | surname: =Key
    jacinda-ardern | person | Jacinda Ardern | alias: Ardern
    christopher-luxon | person | Christopher Luxon | alias: Luxon
    sitiveni-rabuka | person | Sitiveni Rabuka | alias: Rabuka
    frank-bainimarama | person | Frank Bainimarama | alias: Bainimarama; Voreqe Bainimarama
    brian-mulroney | person | Brian Mulroney | alias: Mulroney
    michael-wilson-canada | person | Michael Wilson | alias: Finance Minister Wilson | surname: Wilson
    pierre-trudeau | person | Pierre Trudeau | alias: Pierre Elliott Trudeau | surname: Trudeau
    justin-trudeau | person | Justin Trudeau | alias: Prime Minister Trudeau | surname: Trudeau
    stephen-harper | person | Stephen Harper | alias: Prime Minister Harper | surname: Harper
    paul-martin | person | Paul Martin | surname: Martin
    jean-chretien | person | Jean Chrétien | alias: Chretien
    chrystia-freeland | person | Chrystia Freeland | alias: Freeland
    pierre-poilievre | person | Pierre Poilievre | alias: Poilievre
    jagmeet-singh | person | Jagmeet Singh | surname: Singh
    benjamin-netanyahu | person | Benjamin Netanyahu | alias: Netanyahu; =Bibi; Binyamin Netanyahu; Bibi Netanyahu; Benyamin Netanyahu | not: Sara Netanyahu; Yair Netanyahu; Yonatan Netanyahu; Asia Bibi
    ariel-sharon | person | Ariel Sharon | alias: Prime Minister Sharon | surname: Sharon
    ehud-barak | person | Ehud Barak | surname: Barak
    ehud-olmert | person | Ehud Olmert | alias: Olmert
    shimon-peres | person | Shimon Peres | alias: Peres
    yitzhak-rabin | person | Yitzhak Rabin | alias: Rabin; Yitzak Rabin
    yitzhak-shamir | person | Yitzhak Shamir | alias: Shamir
    tzipi-livni | person | Tzipi Livni | alias: Livni
    avigdor-lieberman | person | Avigdor Lieberman | alias: Avigdor Liberman
    naftali-bennett | person | Naftali Bennett | surname: Bennett
    yair-lapid | person | Yair Lapid | alias: Lapid
    benny-gantz | person | Benny Gantz | alias: Gantz
    yoav-gallant | person | Yoav Gallant | surname: =Gallant
    itamar-ben-gvir | person | Itamar Ben-Gvir | alias: Ben-Gvir
    bezalel-smotrich | person | Bezalel Smotrich | alias: Smotrich
    isaac-herzog | person | Isaac Herzog | surname: Herzog
    reuven-rivlin | person | Reuven Rivlin | alias: Rivlin
    gilad-shalit | person | Gilad Shalit | alias: Shalit
    yasser-arafat | person | Yasser Arafat | alias: Arafat; Yasir Arafat
    mahmoud-abbas | person | Mahmoud Abbas | alias: Abu Mazen; President Abbas | surname: Abbas
    saeb-erekat | person | Saeb Erekat | alias: Erekat
    salam-fayyad | person | Salam Fayyad | alias: Fayyad
    ismail-haniyeh | person | Ismail Haniyeh | alias: Haniyeh; Ismail Haniya; Haniya
    khaled-meshaal | person | Khaled Meshaal | alias: Meshaal; Khaled Mashaal; Khaled Meshal; Mashaal
    yahya-sinwar | person | Yahya Sinwar | alias: Sinwar | not: Mohammed Sinwar; Muhammad Sinwar
    sheikh-ahmed-yassin | person | Ahmed Yassin | alias: Sheikh Yassin; Sheikh Ahmed Yassin
    marwan-barghouti | person | Marwan Barghouti | surname: Barghouti
    hassan-nasrallah | person | Hassan Nasrallah | alias: Nasrallah; Sayyed Hassan Nasrallah
    rafik-hariri | person | Rafik Hariri | alias: Rafiq Hariri; Rafik al-Hariri; Rafiq al-Hariri | surname: Hariri
    saad-hariri | person | Saad Hariri | alias: Saad al-Hariri | surname: Hariri
    michel-aoun | person | Michel Aoun | surname: Aoun
    amin-gemayel | person | Amin Gemayel | alias: Gemayel
    bashar-al-assad | person | Bashar al-Assad | alias: Assad; Bashar Assad; Assad regime; Bashar el-Assad; President Assad | not: Asma Assad; Asma al-Assad; Maher Assad; Maher al-Assad; Rifaat al-Assad; Lake Assad; Rifaat Assad
    hafez-al-assad | person | Hafez al-Assad | alias: Hafez Assad; Hafez el-Assad
    ahmed-al-sharaa | person | Ahmed al-Sharaa | alias: al-Sharaa; Abu Mohammed al-Golani; Abu Mohammad al-Julani; Abu Mohammed al-Jolani; Abu Mohammad al-Golani; Abu Mohammed al-Julani; Ahmad al-Sharaa
    king-hussein-jordan | person | King Hussein of Jordan | alias: King Hussein; Jordan's King Hussein
    king-abdullah-ii | person | King Abdullah II | alias: Jordan's King Abdullah; King Abdullah of Jordan; King Abdullah II of Jordan; Jordanian King Abdullah | maybe: King Abdullah | with: Jordan; Jordan's; Jordanian; Jordanians; Amman; Hashemite; Queen Rania; Aqaba
    saddam-hussein | person | Saddam Hussein | alias: Saddam; Sadam Hussein; Saddam Hussain | surname: Hussein
    tariq-aziz | person | Tariq Aziz | alias: Tareq Aziz | surname: Aziz
    nouri-al-maliki | person | Nouri al-Maliki | alias: Maliki; Nuri al-Maliki
    haider-al-abadi | person | Haider al-Abadi | alias: Abadi
    ayad-allawi | person | Ayad Allawi | alias: Iyad Allawi | surname: Allawi
    ahmed-chalabi | person | Ahmed Chalabi | alias: Chalabi; Ahmad Chalabi
    jalal-talabani | person | Jalal Talabani | alias: Talabani
    masoud-barzani | person | Masoud Barzani | alias: Massoud Barzani | surname: Barzani
    moqtada-al-sadr | person | Moqtada al-Sadr | alias: Muqtada al-Sadr; Sadr; Moktada al-Sadr | not: Sadr City; Mohammed Baqir al-Sadr; Musa al-Sadr; Moussa al-Sadr; Bani-Sadr
    ali-al-sistani | person | Ali al-Sistani | alias: Sistani; Ayatollah Sistani; Ayatollah Ali al-Sistani
    ali-khamenei | person | Ali Khamenei | alias: Khamenei; Ayatollah Khamenei; Ayatollah Ali Khamenei | not: Mojtaba Khamenei
    mojtaba-khamenei | person | Mojtaba Khamenei
    ruhollah-khomeini | person | Ruhollah Khomeini | alias: Khomeini; Ayatollah Khomeini; Ayatollah Ruhollah Khomeini | not: Hassan Khomeini; Imam Khomeini Airport; Imam Khomeini International Airport
    akbar-hashemi-rafsanjani | person | Akbar Hashemi Rafsanjani | alias: Rafsanjani; Ali Akbar Hashemi Rafsanjani; Hashemi Rafsanjani
    mohammad-khatami | person | Mohammad Khatami | alias: Khatami; Mohammed Khatami | not: Ahmad Khatami
    mahmoud-ahmadinejad | person | Mahmoud Ahmadinejad | alias: Ahmadinejad
    hassan-rouhani | person | Hassan Rouhani | alias: Rouhani; Hassan Rohani; Rohani; Hasan Rouhani
    ebrahim-raisi | person | Ebrahim Raisi | alias: Raisi
    masoud-pezeshkian | person | Masoud Pezeshkian | alias: Pezeshkian
    mohammad-javad-zarif | person | Mohammad Javad Zarif | alias: Zarif; Javad Zarif
    abbas-araghchi | person | Abbas Araghchi | alias: Araghchi; Abbas Araqchi; Araqchi
    ali-larijani | person | Ali Larijani | surname: Larijani
    mir-hossein-mousavi | person | Mir Hossein Mousavi | alias: Mirhossein Mousavi; Hossein Mousavi; Mir Hossein Moussavi | surname: Mousavi
    qassem-soleimani | person | Qassem Soleimani | alias: Soleimani; Qasem Soleimani; Suleimani; Qassim Suleimani; Qasem Suleimani
    shah-of-iran | person | Mohammad Reza Pahlavi | alias: Shah of Iran; Mohammed Reza Pahlavi
    mahsa-amini | person | Mahsa Amini | alias: Jina Amini
    king-fahd | person | King Fahd | alias: Fahd bin Abdulaziz | not: King Fahd Causeway; King Fahd University
    king-abdullah-saudi | person | King Abdullah | alias: Crown Prince Abdullah; Abdullah bin Abdulaziz; Saudi King Abdullah | with: Saudi; Saudis; Saudi Arabia; Riyadh; Jeddah; Mecca; King Fahd; Prince Nayef; Prince Sultan; Naimi; OPEC; oil; kingdom | not: King Abdullah Economic City; King Abdullah University; King Abdullah Petroleum
    king-salman | person | King Salman | alias: Salman bin Abdulaziz
    mohammed-bin-salman | person | Mohammed bin Salman | alias: =MBS; =MbS; Mohammad bin Salman; Muhammad bin Salman; bin Salman
    ahmed-zaki-yamani | person | Ahmed Zaki Yamani | alias: Sheikh Yamani; Zaki Yamani | surname: Yamani
    hisham-nazer | person | Hisham Nazer | alias: Hisham al-Nazer | surname: Nazer
    ali-al-naimi | person | Ali al-Naimi | alias: Naimi; Ali Naimi
    prince-alwaleed | person | Alwaleed bin Talal | alias: Prince Alwaleed; Al-Waleed bin Talal; Prince Alwaleed bin Talal
    mohammed-bin-zayed | person | Mohammed bin Zayed | alias: =MBZ; Mohamed bin Zayed; Sheikh Mohammed bin Zayed Al Nahyan
    sheikh-mohammed-dubai | person | Mohammed bin Rashid Al Maktoum | alias: Sheikh Mohammed bin Rashid; Mohammed bin Rashid
    mana-otaiba | person | Mana Said al-Otaiba | alias: Mana al-Otaiba
    tamim-bin-hamad | person | Tamim bin Hamad Al Thani | alias: Sheikh Tamim; Tamim bin Hamad; Sheikh Tamim bin Hamad Al Thani
    ali-khalifa-al-sabah | person | Ali al-Khalifa al-Sabah | alias: Sheikh Ali al-Khalifa
    sultan-qaboos | person | Sultan Qaboos | alias: Qaboos bin Said
    ali-abdullah-saleh | person | Ali Abdullah Saleh | surname: Saleh
    abd-rabbu-mansour-hadi | person | Abd-Rabbu Mansour Hadi | alias: Abed Rabbo Mansour Hadi; Abdrabbuh Mansour Hadi; Mansour Hadi | surname: Hadi
    abdul-malik-al-houthi | person | Abdul-Malik al-Houthi | alias: Abdul Malik Houthi; Abdel-Malek al-Houthi
    osama-bin-laden | person | Osama bin Laden | alias: bin Laden; Usama bin Laden; =OBL; Osama Bin Ladin | not: Hamza bin Laden; Saad bin Laden; Omar bin Laden
    ayman-al-zawahiri | person | Ayman al-Zawahiri | alias: Zawahiri; Ayman al-Zawahri; Zawahri
    abu-musab-al-zarqawi | person | Abu Musab al-Zarqawi | alias: Zarqawi
    abu-bakr-al-baghdadi | person | Abu Bakr al-Baghdadi | alias: Baghdadi | not: Omar al-Baghdadi; Abu Omar al-Baghdadi; al-Baghdadi al-Mahmoudi
    khalid-sheikh-mohammed | person | Khalid Sheikh Mohammed | alias: Khalid Shaikh Mohammed; =KSM; Khaled Sheikh Mohammed
    anwar-al-awlaki | person | Anwar al-Awlaki | alias: Awlaki; Anwar al-Aulaqi
    zacarias-moussaoui | person | Zacarias Moussaoui | alias: Moussaoui
    mohamed-atta | person | Mohamed Atta | alias: Mohammed Atta
    jihadi-john | person | Mohammed Emwazi | alias: Jihadi John; Emwazi
    abu-nidal | person | Abu Nidal | alias: Sabri al-Banna
    carlos-the-jackal | person | Carlos the Jackal | alias: Ilich Ramirez Sanchez
    hosni-mubarak | person | Hosni Mubarak | alias: Mubarak | not: Gamal Mubarak; Suzanne Mubarak; Alaa Mubarak
    anwar-sadat | person | Anwar Sadat | alias: Sadat; Anwar el-Sadat
    mohammed-morsi | person | Mohamed Morsi | alias: Morsi; Mohammed Morsi; Mohamed Mursi; Mursi; Mohammed Mursi
    abdel-fattah-el-sisi | person | Abdel Fattah el-Sisi | alias: Sisi; Abdel Fattah al-Sisi; el-Sissi; Sissi; Abdel-Fattah el-Sissi; Abdel Fatah al-Sisi | not: Sissi Spacek; Empress Sissi
    omar-suleiman | person | Omar Suleiman | surname: Suleiman
    muammar-gaddafi | person | Muammar Gaddafi | alias: Gaddafi; Qaddafi; Gadhafi; Muammar Qaddafi; Moammar Gadhafi; Kadhafi; Muammar el-Qaddafi; Moammar Khadafy; Khadafy; Muammar Gadhafi; Moamer Kadhafi; Muammar al-Gaddafi; Colonel Gaddafi | not: Saif al-Islam Gaddafi; Saif al-Islam Qaddafi; Saif al-Islam Gadhafi; Saadi Gaddafi; Mutassim Gaddafi; Hannibal Gaddafi; Aisha Gaddafi
    saif-al-islam-gaddafi | person | Saif al-Islam Gaddafi | alias: Saif al-Islam; Seif al-Islam; Saif al-Islam Gadhafi; Saif al-Islam Qaddafi; Seif al-Islam Gadhafi; Seif al-Islam el-Qaddafi
    khalifa-haftar | person | Khalifa Haftar | alias: Haftar; Khalifa Hifter; Hifter
    abdelbaset-al-megrahi | person | Abdelbaset al-Megrahi | alias: Megrahi; Abdel Basset al-Megrahi; Abdelbaset Ali al-Megrahi
    zine-el-abidine-ben-ali | person | Zine El Abidine Ben Ali | alias: Ben Ali; Zine al-Abidine Ben Ali
    kais-saied | person | Kais Saied | surname: Saied
    habib-bourguiba | person | Habib Bourguiba | alias: Bourguiba
    abdelaziz-bouteflika | person | Abdelaziz Bouteflika | alias: Bouteflika
    abdelmadjid-tebboune | person | Abdelmadjid Tebboune | alias: Tebboune
    king-mohammed-vi | person | King Mohammed VI | alias: Mohammed VI
    king-hassan-ii | person | King Hassan II | alias: King Hassan; Hassan II
    omar-al-bashir | person | Omar al-Bashir | alias: Omar Hassan al-Bashir; Omar Bashir; Omar Hassan Ahmad al-Bashir | surname: Bashir
    abdel-fattah-al-burhan | person | Abdel Fattah al-Burhan | alias: Abdel-Fattah Burhan | surname: Burhan
    hemedti | person | Mohamed Hamdan Dagalo | alias: Hemedti; Dagalo; Hemeti; Mohammed Hamdan Dagalo
    salva-kiir | person | Salva Kiir | alias: =Kiir
    riek-machar | person | Riek Machar | alias: Machar
    meles-zenawi | person | Meles Zenawi | alias: Meles
    abiy-ahmed | person | Abiy Ahmed | alias: Abiy
    mengistu | person | Mengistu Haile Mariam | alias: Mengistu
    isaias-afwerki | person | Isaias Afwerki | alias: Afwerki | surname: Isaias
    uhuru-kenyatta | person | Uhuru Kenyatta | surname: Kenyatta
    william-ruto | person | William Ruto | alias: Ruto
    raila-odinga | person | Raila Odinga | alias: Odinga
    mwai-kibaki | person | Mwai Kibaki | alias: Kibaki
    daniel-arap-moi | person | Daniel arap Moi | alias: arap Moi
    yoweri-museveni | person | Yoweri Museveni | alias: Museveni
    idi-amin | person | Idi Amin | surname: Amin
    bobi-wine | person | Bobi Wine
    joseph-kony | person | Joseph Kony | alias: Kony
    paul-kagame | person | Paul Kagame | alias: Kagame
    pierre-nkurunziza | person | Pierre Nkurunziza | alias: Nkurunziza
    joseph-kabila | person | Joseph Kabila | surname: Kabila
    laurent-kabila | person | Laurent Kabila | alias: Laurent-Desire Kabila | surname: Kabila
    mobutu-sese-seko | person | Mobutu Sese Seko | alias: Mobutu
    felix-tshisekedi | person | Félix Tshisekedi | alias: Tshisekedi | not: Etienne Tshisekedi
    nelson-mandela | person | Nelson Mandela | alias: Mandela; Madiba | not: Winnie Mandela; Winnie Madikizela-Mandela; Nelson Mandela Bay; Mandla Mandela
    winnie-mandela | person | Winnie Mandela | alias: Winnie Madikizela-Mandela
    fw-de-klerk | person | F.W. de Klerk | alias: de Klerk; FW de Klerk
    pw-botha | person | P.W. Botha | alias: PW Botha; President Botha; Pieter Botha | surname: Botha
    pik-botha | person | Pik Botha | surname: Botha
    oliver-tambo | person | Oliver Tambo | alias: Tambo
    thabo-mbeki | person | Thabo Mbeki | alias: Mbeki
    jacob-zuma | person | Jacob Zuma | alias: Zuma
    cyril-ramaphosa | person | Cyril Ramaphosa | alias: Ramaphosa
    julius-malema | person | Julius Malema | alias: Malema
    oscar-pistorius | person | Oscar Pistorius | alias: Pistorius | not: Boris Pistorius; Carl Pistorius
    boris-pistorius | person | Boris Pistorius
    robert-mugabe | person | Robert Mugabe | alias: Mugabe | not: Grace Mugabe
    emmerson-mnangagwa | person | Emmerson Mnangagwa | alias: Mnangagwa
    morgan-tsvangirai | person | Morgan Tsvangirai | alias: Tsvangirai
    kenneth-kaunda | person | Kenneth Kaunda | alias: Kaunda
    julius-nyerere | person | Julius Nyerere | alias: Nyerere
    john-magufuli | person | John Magufuli | alias: Magufuli
    samia-suluhu-hassan | person | Samia Suluhu Hassan | alias: Samia Suluhu
    jose-eduardo-dos-santos | person | José Eduardo dos Santos | alias: Eduardo dos Santos
    jonas-savimbi | person | Jonas Savimbi | alias: Savimbi
    samora-machel | person | Samora Machel | surname: Machel
    joaquim-chissano | person | Joaquim Chissano | alias: Chissano
    olusegun-obasanjo | person | Olusegun Obasanjo | alias: Obasanjo
    goodluck-jonathan | person | Goodluck Jonathan | surname: Jonathan
    muhammadu-buhari | person | Muhammadu Buhari | alias: Buhari; Muhammad Buhari
    bola-tinubu | person | Bola Tinubu | alias: Tinubu; Bola Ahmed Tinubu
    ibrahim-babangida | person | Ibrahim Babangida | alias: Babangida
    rilwanu-lukman | person | Rilwanu Lukman | alias: Lukman
    abubakar-shekau | person | Abubakar Shekau | alias: Shekau
    charles-taylor | person | Charles Taylor | alias: Charles G. Taylor | surname: Taylor
    ellen-johnson-sirleaf | person | Ellen Johnson Sirleaf | alias: Sirleaf; Johnson Sirleaf
    george-weah | person | George Weah | alias: Weah
    samuel-doe | person | Samuel Doe | surname: =Doe
    laurent-gbagbo | person | Laurent Gbagbo | alias: Gbagbo
    alassane-ouattara | person | Alassane Ouattara | alias: Ouattara
    felix-houphouet-boigny | person | Félix Houphouët-Boigny | alias: Houphouet-Boigny
    thomas-sankara | person | Thomas Sankara | alias: Sankara
    blaise-compaore | person | Blaise Compaoré | alias: Compaore
    hissene-habre | person | Hissène Habré | alias: Habre
    idriss-deby | person | Idriss Déby | alias: Deby | not: Mahamat Deby; Mahamat Idriss Deby
    paul-biya | person | Paul Biya | alias: Biya
    macky-sall | person | Macky Sall | surname: Sall
    yahya-jammeh | person | Yahya Jammeh | alias: Jammeh
    jerry-rawlings | person | Jerry Rawlings | surname: Rawlings
    john-atta-mills | person | John Atta Mills | alias: Atta Mills
    """#
}
