/// Built-in gazetteer: people of Latin America, technology, finance and business.
extension BuiltInGazetteer {
  static let peopleBusiness = #"""
    fidel-castro | person | Fidel Castro | alias: Fidel | surname: Castro
    raul-castro | person | Raúl Castro | surname: Castro
    julian-castro | person | Julián Castro | surname: Castro
    miguel-diaz-canel | person | Miguel Díaz-Canel | alias: Diaz-Canel
    che-guevara | person | Che Guevara | alias: Ernesto Guevara; Ernesto Che Guevara | surname: Guevara
    elian-gonzalez | person | Elián González | alias: =Elian
    hugo-chavez | person | Hugo Chávez | alias: President Chavez | surname: Chávez
    nicolas-maduro | person | Nicolás Maduro | alias: Maduro
    juan-guaido | person | Juan Guaidó | alias: Guaido
    maria-corina-machado | person | María Corina Machado | surname: Machado
    henrique-capriles | person | Henrique Capriles | alias: Capriles
    leopoldo-lopez | person | Leopoldo López
    lula-da-silva | person | Luiz Inácio Lula da Silva | alias: =Lula; Lula da Silva; Luiz Inacio da Silva
    dilma-rousseff | person | Dilma Rousseff | alias: Rousseff; =Dilma
    michel-temer | person | Michel Temer | alias: Temer
    jair-bolsonaro | person | Jair Bolsonaro | alias: Bolsonaro | not: Flavio Bolsonaro; Eduardo Bolsonaro; Michelle Bolsonaro; Carlos Bolsonaro
    fernando-henrique-cardoso | person | Fernando Henrique Cardoso | surname: Cardoso
    fernando-collor | person | Fernando Collor de Mello | alias: Collor de Mello
    jose-sarney | person | José Sarney | alias: Sarney
    dilson-funaro | person | Dilson Funaro | alias: Funaro
    luiz-carlos-bresser-pereira | person | Luiz Carlos Bresser Pereira | alias: Bresser Pereira
    sergio-moro | person | Sérgio Moro | surname: =Moro
    alexandre-de-moraes | person | Alexandre de Moraes | alias: de Moraes
    nestor-kirchner | person | Néstor Kirchner | surname: Kirchner
    cristina-kirchner | person | Cristina Fernández de Kirchner | alias: Cristina Kirchner; Cristina Fernandez; Fernandez de Kirchner | surname: Kirchner
    mauricio-macri | person | Mauricio Macri | alias: Macri
    alberto-fernandez | person | Alberto Fernández | surname: Fernández
    javier-milei | person | Javier Milei | alias: Milei
    raul-alfonsin | person | Raúl Alfonsín | alias: Alfonsin
    carlos-menem | person | Carlos Menem | alias: Menem; Carlos Saul Menem
    leopoldo-galtieri | person | Leopoldo Galtieri | alias: Galtieri
    augusto-pinochet | person | Augusto Pinochet | alias: Pinochet
    salvador-allende | person | Salvador Allende | surname: Allende
    michelle-bachelet | person | Michelle Bachelet | alias: Bachelet
    sebastian-pinera | person | Sebastián Piñera | alias: Pinera
    gabriel-boric | person | Gabriel Boric | alias: Boric
    evo-morales | person | Evo Morales | surname: Morales
    rafael-correa | person | Rafael Correa | surname: Correa
    lenin-moreno | person | Lenín Moreno | surname: Moreno
    guillermo-lasso | person | Guillermo Lasso | surname: =Lasso
    daniel-noboa | person | Daniel Noboa | alias: Noboa | not: Alvaro Noboa; Gustavo Noboa
    leon-febres-cordero | person | León Febres Cordero | alias: Febres Cordero
    alberto-fujimori | person | Alberto Fujimori | alias: Fujimori | not: Keiko Fujimori; Kenji Fujimori
    keiko-fujimori | person | Keiko Fujimori
    alan-garcia | person | Alan García | alias: President Garcia | surname: García
    alejandro-toledo | person | Alejandro Toledo | surname: =Toledo
    ollanta-humala | person | Ollanta Humala | alias: Humala
    pedro-pablo-kuczynski | person | Pedro Pablo Kuczynski | alias: Kuczynski
    pedro-castillo | person | Pedro Castillo | surname: Castillo
    dina-boluarte | person | Dina Boluarte | alias: Boluarte
    abimael-guzman | person | Abimael Guzmán | surname: Guzmán
    alvaro-uribe | person | Álvaro Uribe | alias: Uribe
    juan-manuel-santos | person | Juan Manuel Santos | alias: President Santos | surname: Santos
    ivan-duque | person | Iván Duque | surname: Duque
    gustavo-petro | person | Gustavo Petro | surname: =Petro
    ingrid-betancourt | person | Ingrid Betancourt | surname: Betancourt
    pablo-escobar | person | Pablo Escobar | surname: Escobar
    vicente-fox | person | Vicente Fox | alias: President Fox | surname: =Fox
    felipe-calderon | person | Felipe Calderón | surname: Calderón
    enrique-pena-nieto | person | Enrique Peña Nieto | alias: Pena Nieto
    andres-manuel-lopez-obrador | person | Andrés Manuel López Obrador | alias: Lopez Obrador; =AMLO
    claudia-sheinbaum | person | Claudia Sheinbaum | alias: Sheinbaum
    ernesto-zedillo | person | Ernesto Zedillo | alias: Zedillo
    carlos-salinas | person | Carlos Salinas de Gortari | alias: Carlos Salinas | surname: Salinas
    miguel-de-la-madrid | person | Miguel de la Madrid | alias: de la Madrid
    joaquin-guzman | person | Joaquín Guzmán | alias: El Chapo; Joaquin El Chapo Guzman; Chapo Guzman; El Chapo Guzman | surname: Guzmán
    subcomandante-marcos | person | Subcomandante Marcos
    daniel-ortega | person | Daniel Ortega | surname: Ortega
    violeta-chamorro | person | Violeta Chamorro | alias: Violeta Barrios de Chamorro | surname: Chamorro
    oscar-arias | person | Óscar Arias | alias: Oscar Arias Sanchez | surname: =Arias
    manuel-noriega | person | Manuel Noriega | alias: Noriega; Manuel Antonio Noriega
    manuel-zelaya | person | Manuel Zelaya | alias: Zelaya
    juan-orlando-hernandez | person | Juan Orlando Hernández | surname: Hernández
    xiomara-castro | person | Xiomara Castro | surname: Castro
    jose-napoleon-duarte | person | José Napoleón Duarte | surname: Duarte
    nayib-bukele | person | Nayib Bukele | alias: Bukele
    efrain-rios-montt | person | Efraín Ríos Montt | alias: Rios Montt
    otto-perez-molina | person | Otto Pérez Molina | alias: Perez Molina
    bernardo-arevalo | person | Bernardo Arévalo | surname: Arévalo
    jean-bertrand-aristide | person | Jean-Bertrand Aristide | alias: Aristide
    rene-preval | person | René Préval | alias: Preval
    michel-martelly | person | Michel Martelly | alias: Martelly
    jovenel-moise | person | Jovenel Moïse | surname: Moïse
    jean-claude-duvalier | person | Jean-Claude Duvalier | alias: Baby Doc; Baby Doc Duvalier | surname: Duvalier
    edward-seaga | person | Edward Seaga | alias: Seaga
    mia-mottley | person | Mia Mottley | alias: Mottley
    bill-gates | person | Bill Gates | alias: William Gates; William H. Gates | surname: =Gates
    melinda-gates | person | Melinda Gates | alias: Melinda French Gates
    steve-ballmer | person | Steve Ballmer | alias: Ballmer
    satya-nadella | person | Satya Nadella | alias: Nadella
    paul-allen | person | Paul Allen | surname: Allen
    steve-jobs | person | Steve Jobs | alias: Steven P. Jobs | surname: =Jobs
    tim-cook | person | Tim Cook | alias: Timothy D. Cook; Timothy Cook | surname: =Cook
    steve-wozniak | person | Steve Wozniak | alias: Wozniak
    jony-ive | person | Jony Ive | alias: Jonathan Ive | surname: =Ive
    larry-page | person | Larry Page | surname: =Page
    sergey-brin | person | Sergey Brin | surname: Brin
    eric-schmidt | person | Eric Schmidt | surname: Schmidt
    sundar-pichai | person | Sundar Pichai | alias: Pichai
    mark-zuckerberg | person | Mark Zuckerberg | alias: Zuckerberg | not: Randi Zuckerberg
    sheryl-sandberg | person | Sheryl Sandberg | surname: Sandberg
    jeff-bezos | person | Jeff Bezos | alias: Bezos | not: MacKenzie Bezos; Lauren Sanchez Bezos
    mackenzie-scott | person | MacKenzie Scott | alias: MacKenzie Bezos
    andy-jassy | person | Andy Jassy | alias: Jassy
    elon-musk | person | Elon Musk | alias: =Musk; =MUSK; =Elon | not: Kimbal Musk; Errol Musk; Elon University; Maye Musk
    jack-dorsey | person | Jack Dorsey | surname: Dorsey
    evan-spiegel | person | Evan Spiegel
    travis-kalanick | person | Travis Kalanick | alias: Kalanick
    dara-khosrowshahi | person | Dara Khosrowshahi | alias: Khosrowshahi
    peter-thiel | person | Peter Thiel | alias: Thiel
    sam-altman | person | Sam Altman | surname: Altman
    dario-amodei | person | Dario Amodei | alias: Amodei
    jensen-huang | person | Jensen Huang | surname: Huang
    geoffrey-hinton | person | Geoffrey Hinton | surname: Hinton
    demis-hassabis | person | Demis Hassabis | alias: Hassabis
    larry-ellison | person | Larry Ellison | surname: Ellison
    marc-benioff | person | Marc Benioff | alias: Benioff
    meg-whitman | person | Meg Whitman | surname: Whitman
    marissa-mayer | person | Marissa Mayer | surname: Mayer
    jerry-yang | person | Jerry Yang | surname: Yang
    michael-dell | person | Michael Dell
    reed-hastings | person | Reed Hastings | surname: Hastings
    brian-chesky | person | Brian Chesky | alias: Chesky
    adam-neumann | person | Adam Neumann | surname: Neumann
    elizabeth-holmes | person | Elizabeth Holmes | surname: Holmes
    sam-bankman-fried | person | Sam Bankman-Fried | alias: Bankman-Fried; =SBF
    changpeng-zhao | person | Changpeng Zhao | surname: Zhao
    satoshi-nakamoto | person | Satoshi Nakamoto | alias: Nakamoto
    tim-berners-lee | person | Tim Berners-Lee | alias: Berners-Lee
    jimmy-wales | person | Jimmy Wales
    john-mcafee | person | John McAfee
    kim-dotcom | person | Kim Dotcom
    aaron-swartz | person | Aaron Swartz | surname: Swartz
    warren-buffett | person | Warren Buffett | alias: Buffett | not: Jimmy Buffett; Howard Buffett; Susan Buffett; Peter Buffett; Howard G. Buffett
    charlie-munger | person | Charlie Munger | alias: Munger; Charles Munger
    jamie-dimon | person | Jamie Dimon | alias: Dimon
    lloyd-blankfein | person | Lloyd Blankfein | alias: Blankfein
    david-solomon | person | David Solomon
    vikram-pandit | person | Vikram Pandit | surname: Pandit
    dick-fuld | person | Richard Fuld | alias: Dick Fuld | surname: Fuld
    john-thain | person | John Thain | alias: Thain
    larry-fink | person | Larry Fink | alias: Laurence Fink | surname: =Fink
    stephen-schwarzman | person | Stephen Schwarzman | alias: Schwarzman; Steve Schwarzman
    ray-dalio | person | Ray Dalio | alias: Dalio
    bill-ackman | person | Bill Ackman | alias: Ackman; William Ackman
    carl-icahn | person | Carl Icahn | alias: Icahn; Carl C. Icahn
    john-paulson | person | John Paulson | surname: Paulson
    martin-shkreli | person | Martin Shkreli | alias: Shkreli
    t-boone-pickens | person | T. Boone Pickens | alias: Boone Pickens | surname: Pickens
    ivan-boesky | person | Ivan Boesky | alias: Boesky; Ivan F. Boesky
    michael-milken | person | Michael Milken | alias: Milken | not: Milken Institute
    ronald-perelman | person | Ronald Perelman | alias: Ronald O. Perelman | surname: Perelman
    asher-edelman | person | Asher Edelman | alias: Asher B. Edelman | surname: Edelman
    irwin-jacobs | person | Irwin Jacobs | surname: Jacobs
    saul-steinberg | person | Saul Steinberg | surname: Steinberg
    james-goldsmith | person | James Goldsmith | alias: Jimmy Goldsmith; Sir James Goldsmith | surname: =Goldsmith
    robert-maxwell | person | Robert Maxwell | surname: Maxwell
    alan-bond | person | Alan Bond | surname: =Bond
    robert-holmes-a-court | person | Robert Holmes à Court | alias: Holmes a Court
    ron-brierley | person | Ron Brierley | alias: Ronald Brierley | surname: Brierley
    rupert-murdoch | person | Rupert Murdoch | alias: Murdoch; Keith Rupert Murdoch | not: James Murdoch; Lachlan Murdoch; Elisabeth Murdoch; Iris Murdoch; Wendi Murdoch; Keith Murdoch; Murdoch University; Wendi Deng Murdoch; Murdoch Mysteries
    james-murdoch | person | James Murdoch
    lachlan-murdoch | person | Lachlan Murdoch
    rebekah-brooks | person | Rebekah Brooks | alias: Rebekah Wade | surname: =Brooks
    andy-coulson | person | Andy Coulson | surname: Coulson
    conrad-black | person | Conrad Black | surname: =Black
    ted-turner | person | Ted Turner | surname: Turner
    sumner-redstone | person | Sumner Redstone | alias: =Redstone | not: Redstone Arsenal; Shari Redstone
    shari-redstone | person | Shari Redstone
    michael-eisner | person | Michael Eisner | alias: Eisner
    bob-iger | person | Bob Iger | alias: Iger; Robert Iger; Robert A. Iger
    les-moonves | person | Les Moonves | alias: Moonves; Leslie Moonves
    richard-branson | person | Richard Branson | alias: Branson; Sir Richard Branson | not: Branson, Missouri
    alan-sugar | person | Alan Sugar | alias: Lord Sugar
    philip-green | person | Philip Green | alias: Sir Philip Green | surname: =Green
    bernard-arnault | person | Bernard Arnault | alias: Arnault
    carlos-slim | person | Carlos Slim | alias: Carlos Slim Helu
    carlos-ghosn | person | Carlos Ghosn | alias: Ghosn
    akio-toyoda | person | Akio Toyoda | alias: Toyoda
    masayoshi-son | person | Masayoshi Son | surname: =Son
    lee-iacocca | person | Lee Iacocca | alias: Iacocca
    jack-welch | person | Jack Welch | surname: Welch
    jeffrey-immelt | person | Jeffrey Immelt | alias: Immelt; Jeff Immelt
    mary-barra | person | Mary Barra | surname: Barra
    roger-smith-gm | person | Roger B. Smith | alias: GM Chairman Roger Smith
    sergio-marchionne | person | Sergio Marchionne | alias: Marchionne
    giovanni-agnelli | person | Giovanni Agnelli | alias: Gianni Agnelli | surname: Agnelli
    carlo-de-benedetti | person | Carlo De Benedetti | alias: De Benedetti
    martin-winterkorn | person | Martin Winterkorn | alias: Winterkorn
    tony-hayward | person | Tony Hayward | surname: Hayward
    fred-goodwin | person | Fred Goodwin | alias: Sir Fred Goodwin | surname: Goodwin
    kenneth-lay | person | Kenneth Lay | alias: Ken Lay | surname: =Lay
    jeffrey-skilling | person | Jeffrey Skilling | alias: Jeff Skilling | surname: Skilling
    bernard-ebbers | person | Bernard Ebbers | alias: Ebbers; Bernie Ebbers
    martha-stewart | person | Martha Stewart | surname: Stewart
    oprah-winfrey | person | Oprah Winfrey | alias: Oprah; Winfrey
    howard-schultz | person | Howard Schultz | surname: Schultz
    phil-knight | person | Phil Knight | surname: =Knight
    jerome-kerviel | person | Jérôme Kerviel | alias: Kerviel
    nick-leeson | person | Nick Leeson | alias: Leeson
    john-reed-citicorp | person | John S. Reed | alias: Citicorp Chairman John Reed
    john-gutfreund | person | John Gutfreund | alias: Gutfreund
    """#
}
