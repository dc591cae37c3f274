#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How often the letters of languages are used in words with letters beyond ASCII, and which encodings
/// each language is written in.
///
/// Counted in translations of messages of programs, some 100,000 to 2,000,000 characters a language.
/// Frequencies are natural logarithms in steps of a fifth, coded as `0` for -1, `1` for -1.2, and so on.
enum LetterModel {
  struct Language {
    /// Logarithms of how often a word has letters of ASCII only, and how often not.
    let asciiWord: Double
    let otherWord: Double
    /// Logarithm of the frequency of each letter, by ``number(_:)``.
    let letters: [Double]
  }

  struct Encoding {
    let name: String
    /// Logarithm of how usual it is.
    let prior: Double
    let languages: [String]
    /// Whether these use Latin letters.
    var isLatin: Bool {
      !languages.contains { ["ru", "uk", "el", "he", "ar", "th", "vi"].contains($0) }
    }
  }

  static let encodings: [Encoding] = encodingTable.split(separator: "\n").map { line in
    let parts = line.split(separator: " ").map(String.init)
    return Encoding(
      name: parts[0], prior: Double(parts[1]) ?? 0, languages: Array(parts.dropFirst(2)))
  }

  static let languages: [String: Language] = {
    var languages: [String: Language] = [:]
    for line in languageTable.split(separator: "\n") {
      let parts = line.split(separator: " ")
      let share = (Double(parts[1]) ?? 50) / 100
      var letters = [Double](repeating: unknownLetter, count: numbers.count + 27)
      for number in 0..<26 { letters[number] = unknownASCIILetter }
      for (number, code) in parts[2].unicodeScalars.enumerated() where code != "~" {
        letters[number] = frequency(code)
      }
      for (letter, frequency) in parts.count > 3 ? pairs(parts[3]) : [] {
        letters[number(letter)] = frequency
      }
      languages[String(parts[0])] = Language(
        asciiWord: log(share), otherWord: log(1 - share), letters: letters)
    }
    return languages
  }()

  /// The number of a letter, whatever its case; that of all unknown letters for others.
  static func number(_ scalar: Unicode.Scalar) -> Int {
    let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if small.isASCII { return Int(small.value) - 0x61 }
    // Romanian is counted as older encodings have it, with cedillas.
    return numbers[small == "ș" ? "ş" : small == "ț" ? "ţ" : small] ?? 26
  }

  static let simplified = characters(simplifiedTable)
  static let traditional = characters(traditionalTable)
  static let japanese = characters(japaneseTable)
  static let korean = characters(koreanTable)

  private static let unknownLetter = -9.5
  private static let unknownASCIILetter = -7.5

  private static let numbers: [Unicode.Scalar: Int] = {
    var numbers: [Unicode.Scalar: Int] = [:]
    for line in languageTable.split(separator: "\n") {
      let parts = line.split(separator: " ")
      for (letter, _) in parts.count > 3 ? pairs(parts[3]) : [] where numbers[letter] == nil {
        numbers[letter] = 27 + numbers.count
      }
    }
    return numbers
  }()

  private static func characters(_ table: String) -> [Unicode.Scalar: Double] {
    Dictionary(pairs(table[...])) { first, _ in first }
  }

  private static func pairs(_ text: Substring) -> [(Unicode.Scalar, Double)] {
    var scalars = text.unicodeScalars.makeIterator()
    var pairs: [(Unicode.Scalar, Double)] = []
    while let letter = scalars.next(), let code = scalars.next() {
      pairs.append((letter, frequency(code)))
    }
    return pairs
  }

  private static func frequency(_ code: Unicode.Scalar) -> Double {
    -1 - Double(Int(code.value) - 0x30) / 5
  }

  /// An encoding a line: its prior and its languages.
  private static let encodingTable = """
    windows-1252 0 en fr de es it pt nl sv da nb fi is ca gl eu ga cy sq et af id
    iso-8859-15 -2.5 fr de es it pt nl sv da nb fi is ca ga et en
    macintosh -3 en fr de es it pt nl sv da nb fi ca is
    ibm850 -5 fr de es it pt nl sv da nb fi
    windows-1250 -0.5 pl cs sk hu ro hr sl de sq
    iso-8859-2 -1 pl cs sk hu ro hr sl de sq
    ibm852 -4 pl cs sk hu ro hr sl
    windows-1251 -0.5 ru uk bg be sr mk
    koi8-r -1 ru bg
    koi8-u -1.5 uk be
    iso-8859-5 -2 ru bg be sr mk uk
    ibm866 -2 ru bg
    x-mac-cyrillic -3 ru uk bg sr mk
    windows-1253 -0.5 el
    iso-8859-7 -1 el
    windows-1254 -0.5 tr az
    windows-1255 -0.5 he
    windows-1256 -0.5 ar fa
    iso-8859-6 -1 ar
    windows-1257 -1 lt lv et pl
    iso-8859-13 -1.5 lt lv et
    iso-8859-4 -2.5 lt lv et
    iso-8859-3 -4 eo mt
    windows-874 -0.5 th
    windows-1258 -0.5 vi
    iso-8859-16 -4 ro
    """

  /// A language a line: percentage of words of ASCII letters, codes of `a` to `z`, `~` for those that
  /// hardly occur, and the other letters, each with its code.
  private static let languageTable = """
    en 97 8?;;5>>;8MC:=98=M997=B?DAJ
    fr 86 9D:<6@AA8KN==9;<C7:8<DRGIJ àAáMâOçLèAé6êBíQîIïPóUôHùUûU
    de 91 =><>5;9;:P@;@7CBS799;EDNMA ßDáJä=éLíLñUóRö>úTü9
    es 89 8@7=8@BN6M~;<79>I:9;>A~FOK á<éDí?ñEó9úA\u{301}P
    it 97 9C>?<F?@7JC==;;9J;@::CHHFF à:áAâMãMäQåTè4é>êQëOìIíDñKò=óIôQöOù>úJüLāPɛS\u{300}L
    pt 82 9A<=8BCH8M~;<96<K:8=?=~F~I àNá>âJã9ç<é@êEí>óCôOõDúC
    nl 97 9>A;5E<B7K@:@6;>O8;;D?PIHI áDãOåNçNèRé;ë:íFîTï=ñTóDôTöLúMüM
    sv 80 9CH;9;;B<D=:?7?>~698B=SLJT áLä8å;éNíPóUö:
    da 89 ?@L:5>;B;B=9>8>>~688@>~~K~ å<æ9éEø;
    nb 91 >CP=6<<B<A;;=9>:~699B?~~B~ å7æBéKø8
    fi 83 ?L~B8QNA6@::<8?>~=85@>~~:~ ä4ö?šOžR
    is 63 6?K=;C=C;B99;8AA~98:;>PPFR á<âTæDèUéGëUí:ð;ñSó?ôUöDú@ý@þE
    ca 88 8A8=8ACN6OT;;:<<I97:?A~D~L à<çCèAé=í?ïIòCó;úBüJ
    gl 87 7=8=8BBG7PI;<8:<J:9;?CMCMF á<âTãTèUé>í>ñBó;ôUöUú@üP\u{301}H
    eu 97 5:=?;~?:9~=:>::?~7>B;??~B? å>çBé>ë;ñ>ü?
    ga 64 7@;;;@@86~~;<8;B~8::EM~~~~ á:é=í:ó>ú=
    cy 97 :I:DD:8B=~~9<;;8~7A<<~F~F~ á>â6ãIëIîFï>ô9ŵ9ŷI
    sq 65 :EH>9D?<:<>?<9>;D877>A~~EE çHë3
    et 81 8?~<8IA@7>;:;;A@~<87;:~~~~ ä9õ:öEü<šGžJ
    af 96 ;@M@4G>I8OA5>;<B~5;=@BF~IJ äRåRçRéJê8ë9ïGóJöR
    id 97 5?<?<F>=:D=<;8:=H9=;;ECB@E àMá;âFãFäJåLçMèFé<êJëHìKí>îOñFóCôFõSöHùLúEüEāEīLǂSəSɛLɨS\u{301}S\u{303}SḥSṣOṭO
    pl 72 8A<<9L@E8?<?>:8=~<<==~9~;; ó?ą>ć?ę>ł<ńCś?źIż=
    cs 53 9A?<9HI@<B<<=78:~<;:=:~O@= á;é?í:óMúKý@č?ďVěAňNř>šBťTůEž@
    sk 53 8??=9GI@:C<==88;~:;;=:~O@= á<äLé@í>óKôLú@ý?č?ďPĺOľCňLšCť@ž@
    hu 55 9@CA7@>@<@:8=;<A~:87C>~Q@; á9é:í@ó@öAúFüDőAűH
    ro 73 8D:?6>BG5QQ<?8<>~9<9;D~H~? âDî?ă8ş=ţ=
    hr 86 6DH>7O>J6<;?<88<~:=<;=~~~A éUôPć>č:đBš<ž>ȏJ\u{30c}S
    sl 84 6DF?7L?G6=<<<76=~;><?=~~~@ č7š:ž>
    tr 62 6@C;8I@G8~<8;8?E~9<<>G~~=@ áPâUç=éQíTöAü=ğ?ı7ş=
    lt 64 7AH>9F?L5@;;<:<=~:99<>~~@I ąAčBė<ęHį@š<ūDų;ž@
    lv 56 6@C=9F@K8><<<;<=~:88;?~~~> ā9čNē<ģLī=ķHļDņDš?ūEžH
    eo 91 4BI?9@@L7>?;?88B~;;:=C~~~H ĉ:ĝ:ĥLĵDŝ<ŭ;
    mt 76 5=~=8A<~6:>=?8<AN9@==C@L~I àNåNċ<ġ<ħ=ż8
    ru 14 ~~~~~~~~~~~~~~~~~~~~~~~~~~ а7б@в;гBд<е7жBз>и8й@к<л:м=н8о7п<р:с:т9у>фDхEцEчBшEщFъPы?ь>эJюEя>ёK
    uk 12 ~~~~~~~~~~~~~~~~~~~~~~~~~~ а7б@в:гAд<е9жCз>и9йAк;л<м<н7о7п<р:с;т:у<фDхDцDчAшEщIь@юFя>єDі:їG
    bg 12 ~~~~~~~~~~~~~~~~~~~~~~~~~~ а5бAв;гCд<е6жCз<и8йCк<л<м>н7о8п<р:с;т8уAфDхGцDчBшFщFъ?юKя@
    be 12 ~~~~~~~~~~~~~~~~~~~~~~~~~~ а4б@в<г@д<е;жEз>йBк:л;м<н8о=п=р:с;т<у=фEхEц>ч@шDы:ь>э?юGя;ёLі;ў@
    sr 12 ~~~~~~~~~~~~~~~~~~~~~~~~~~ а5б@в<гAд<е6жEз=и7к;л>м<н9о8п;р9с:т:у;фGхHцDчBшBђIј=љDњBћF
    mk 46 ~~~~~~~~~~~~~~~~~~~~~~~~~~ а4бAв<гAд;е7жCз>и8к;л=м=н8о7п<р:с<т8у?фGхNцCчAшDѓNј@њCќL
    el 12 ~~~~~~~~~~~~~~~~~~~~~~~~~~ ά?έ?ή>ί=α7βEγ>δ>ε8ζHη;θBι9κ;λ=μ;ν9ξHο8π<ρ:ς=σ:τ8υ<φCχ@ψNωBϊRό?ύCώE
    he 74 ~~~~~~~~~~~~~~~~~~~~~~~~~~ א:ב;ג?ד=ה8ו7זCח@ט>י5ךJכAל8ם?מ9ןAנ:ס>ע@ףKפ<ץIצBק;ר9ש<ת8
    ar 12 ~~~~~~~~~~~~~~~~~~~~~~~~~~ ءGآTأ@ؤJإBئGا4ب=ة<ت:ثFج@ح>خAد=ذAر:زEس=شBص@ضCط@ظHع<غDـNف<ق>ك@ل5م8ن;ه@و;ىDي9
    fa 12 ~~~~~~~~~~~~~~~~~~~~~~~~~~ آGئIا5ب<ت:ثOج@حEخAد9ذJر8ز@س<ش=صCضKطEظJعBغIف@قBل=م:ن7ه:و9پ@چGژMک=گ@ی5
    th 12 ~~~~~~~~~~~~~~~~~~~~~~~~~~ ก:ข>ค@ง<จ@ฉQชAซHญKฏUฐOณHด<ต>ถBท?ธJน;บ>ป@ผGพ@ฟCภNม:ย>ร:ล=ว?ศQษNส>ห@อ:ะA\u{e31}=า9ำB\u{e34}?\u{e35}>\u{e36}I\u{e37}A\u{e38}D\u{e39}Bเ<แ>โGใAไ>ๆQ\u{e47}D\u{e48}:\u{e49};\u{e4c}C
    vi 55 =A9BL~:89~?@?7??LBD9=B~HA~ àAáAâ>èTéMê;íGóDô;ùFúIăCđ=ơ>ư=\u{300}>\u{301}<\u{303}@\u{309}<\u{323}9
    az 39 8@?;@BAC7~>9;9EE@9:;?A~F<B çAö@ü;ğDı;ş>ə5
    """

  // The most frequent characters of East Asian languages, each with its code.

  private static let simplifiedTable = """
    的;用@不@件@文@无A数A，A：A在B法B。B字C有C中C行C个C为D符D使D出D是D时D一D名D定E语E能E表E式E标E到E选F（F）F项F对F目F置F列F入F和F可F效F或G\
    已G于G输G作G要G参G错G未G录G本G存G值G以G号G设G分G命G“G”G将G类H指H进H示H没H令H误H取H型H模H程H大H引H制H器H包H支H后H加H新H了H除I前I动I换I\
    接I据I配I区I打I提I过I上I失I被I信I变I组I开I多I格I重I显I序I空I间I内I写I正I如I改J息J量J建J位J索J务J需J称J败J小J库J部J更J交J读J键J同J并J持J\
    必J果J最J下J户J找J、J函J关J删J版J当J编J所J复K度K查K发K应K认K则K须K从K码K此K子K合K系K象K操K第K口K创K只K成K执K结K义K现K单K理K串K记K态K达K\
    请K节K含K回K冲L图L解L者L地L处L少L窗L自L转L许L您L来L非L统L启L块L路L缺L期L默L段L匹L状L但L径L外L移L全L缓L共L允L知L；L略L工L服L点L告M国M这M\
    否M超M签M该M印M会M软M之M它M主M方M始M调M长M限M修M任M整M性M容M端M面M退M属M次M亚M准M与M计M别M其M运M束N代N获N止N确N而N向N围N安N范N生N备N每N\
    消N明N链N检N忽N日N尔N通N头N警N保N返N条N密N经N终N何N载N相N志N比N等N体N试N色N连N替N级N拉N化N里O按O意O克O得O辑O线O规O排O归O问O太O识O带O补O\
    源O页O给O权O特O证O视O至O事O由O注O求O元O析O添O预O缩O档O锁O闭O完O机P域P址P斯P隔P宽P基P展P装P择P助P送P二P常P询P说P跳P导P集P放P起P搜P触P构P\
    题P断P两P因P仓P跟Q尼Q算Q环Q实Q也Q高Q禁Q且Q！Q切Q丁Q异Q供Q访Q插Q菜Q词Q句Q联Q临Q尾Q布Q映Q扩Q坏Q份Q远Q清Q脚Q典Q管Q突Q控Q素Q
    """

  private static let traditionalTable = """
    的<用@檔A。A：A不A無A，A案B法B定B語B在C有C式C數C使D個D字D「D」D中D目D名D選D為D一E設E時E指E行E是E項E取E出E入E列E示E位E標F元F輸F到F件F錯F\
    號F區F作G要G誤G以G稱G可G能G已G本G和G新G未G或G資G存G提G引G除G效G分G錄H動H符H結H開H組H顯H值H將H沒H格H於H表H令H模H合H後H前H版H正H程I支I如I\
    對I訊I（I）I執I大I鍵I重I更I變I者I參I交I建I過I失I讀I啟J置J預J料J型J內J果J立J工J亞J多J寫J加J敗J物J間J度J會J空J所J此J上J包J被J了J、J發J來J\
    生J態K理K下K類K成K小K移K碼K找K路K國K視K庫K編K記K同K從K應K請K狀K則K得K徑K子K進K解K命K單K您K否K修K端K刪K串K換K最K需K非K至K連K體K第K共K代K\
    略K相K文L器L只L索L圖L塊L這L套L部L自L拉L義L傳L確L準L印L明L並L手L序L改L窗L期L處L回L援L方L次L之L群L爾L系L與M面M制M；M複M含M關M容M”M束M告M\
    其M“M併M少M衝M始M克M等M按M統M別M頭M當M完M機M製M線M而M該M知M外M向M性M斯M古M忽M籤M整M安M尼M每M比M必M規M全M轉M息N暫N警N長N配N裝N特N利N欄N\
    點N及N地N函N接N現N主N但N停N尋N何N限N由N基N缺N須N排N範O源O縮O止O址O段O遠O色O任O說O載O寬O離O圍O經O增O原O檢O尾O供O它O太O服O西O屬O輯O級O查O\
    馬O擇O緩O放O追O通O日O蘭O域O保O達O巴O化P清P許P析P頁P條P意P送P補P因P控P量P隔P算P具P阿P白P試P蹤P搜P計P求P密P備P題P註P終P羅P伺P簽P做P軟P切P\
    功P棄P維P封P允P境P尚P消P里P權P識P樣P兩P德P二Q先Q強Q盤Q實Q信Q起Q常Q斷Q替Q覆Q留Q閉Q邊Q超Q給Q憶Q直Q述Q壓Q份Q附Q鈕Q也Q廢Q突Q
    """

  private static let japaneseTable = """
    ま<ー<の<す=で=し>を>ン>は?に?ル?せ?が@ん@ト@イ@ス@るAいAたAッAてBクBフBれBなBきBりBリBシCさCラCプCドCァDタD。D数DあDとEョE定EアEデEバE\
    かE、EロFジF行F用FテFィFグFレFコF使FブFセGパGマG語GキGサGエGこH名HオHみHウHメH文H字HらI表IけIくI要I変I列I無I不I合IムIうI指I値I効I力I中J\
    ポJ示JカJェJ込J出JつJ設J型JよJ書J時KケK正K引K更KめKモKっK前KュK必K内K一K動KボK関K入K作KベKだK失K最K在K成KもK敗K実KォK対L存L置LダLザLわL\
    終LチL読L除L可LソL式L取LャL子L場L後M再M了M開M間M有MビMペMえM号MばM大MユM削M能M外MズM換M同MどMニM配NワN生N期N上NナN新N現N・N見N照NへN報N\
    ぎN義N目N番N共N空N複N告O明O付OピO部O情O続O認OヘOそO的O国O長O方O化O全O検O警O位O接O参O理O囲O制OガO分O小O集O加P限P範P形P以P性P切P含P発PじP\
    索P追PおP得P当PびP返P識PミP始P単P保P”P“P約PハQ算Q下Q準Q先Q和Q個QネQ所Q完Q自Q致Q持Q素Q記Q選Q択Q別Q端Q標Q多Q処Q問Q予Q視Q起Q割R許R構R演R\
    辞R法R初R際R未RむR代R状R過R既R解R信RべR受R末R証R非R重R通R者R態S回S求S扱S日S幅S利S規S張SずS他SツS進S属S待S画S止SゲS常S点S補S異S想S順S結S\
    整S違S権S移SホS計S編T項T送T応T呼TやT区T拡T言T印T適T知T機T意T暗T確T度T挿T元T縮T覧T向TゴT録T体T容T次T例T互T色T特U古U替U改UちU秒U圧UゥU詳U\
    白U連U境U細U頭U操U右U復U果U序U各U帰U閉U浮U種U足U組U量U破U装U命U左UノV決V様V庫V戻V展V条V停V類V並V直V誤V超V件V刷V尾V環V側V
    """

  private static let koreanTable = """
    다<니<이<을?수?지?습?에?없@는@를@로A하A가A자A시A일A스A의B어B파B합B정B음B용B기B리C서C사C할C트C인C은D한D않E션E아E있E오E대E위E터E문E그F드F\
    제F상F함F으F만F값F름F보F옵G치G실G모G작G해G입G패G크G표G된G바G부G고G버G나G명G되G형G프G데G식G력G중G경H행H전H키H도H소H면H라H못H업H열H요H설H\
    디H구H잘I여I개I적I령I변I들I세I과I호I야I성I비I료I거I블I동I출I환I메I미I번J레J원J마J브J록J테J화J류J태J했J조J목J렉J내J무J우J필J현J단J복J장J\
    너J타K공K재K주K읽K었K연K체K러K와K유K커K줄K르K안K반K분K포K추K코K계L려L퍼L본L항L당L간L십L결L더L베L임L래L최L때L랜L알L국L속L진L른M저M럼M또M\
    접M았M칼M찾M절M페M밋M능M끝M선M참M방M각M백M덱M준M건M됨N확N색N예N쓰N종N두N처N티N산N같N매N신N“N”N초N생N든N템N법N배N발N카N텍N링N숫O게O쓸O\
    새O집O널O플O택O뒤O째O닙O젝O토O져O영O병O권O검O삭O것O범O쪽O규O근O런O운O램P허P렬P릴P룹P글P활P클P슬P증P맞P딩P역P림P따P턴P많P약P올P잭P청P남P\
    관P볼P별Q까Q막Q길Q불Q됩Q통Q완Q축Q순Q폴Q심Q말Q꾸Q존Q루Q받Q졌Q될Q언Q암Q외Q듈Q돌Q롤Q립Q향Q젯R후R셸R꿀R및R뉴R쿼R컨R창R압R케R석R노R격R빈R릭R\
    투R직R점R헤R피R충R잠R콜S냅S네S칙S누S며S빠S닌S셋S히S붙S독S금S닫S움S웨S콘S캐S앞S취S락S양S벗S꼴S워S밀S엔T덮T린T님T뷰T탭T감T등T편T듭T란T빔T\
    롯T났T컬T혹T갈T울T께T윈T핑T왼T뜀T특T날T달T족T켓U묶U차U깁U큰U슈U교U손U강U살U효U응U채U쇄U낼U짜U략U귀U깃U긴V컴V년V랑V픽V떤V
    """
}
