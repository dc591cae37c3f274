/// Built-in gazetteer: people of Europe, the former Soviet Union, world bodies.
extension BuiltInGazetteer {
  static let peopleEurope = #"""
    tony-blair | person | Tony Blair | alias: Prime Minister Blair; Anthony Blair; Blair government | surname: Blair
    gordon-brown | person | Gordon Brown | alias: Prime Minister Brown; Chancellor Brown | surname: =Brown
    david-cameron | person | David Cameron | alias: Prime Minister Cameron; Lord Cameron | surname: Cameron
    theresa-may | person | Theresa May | alias: =Prime Minister May; Mrs. May | surname: =May | not: May Day
    boris-johnson | person | Boris Johnson | alias: Prime Minister Johnson | surname: Johnson; =Boris
    liz-truss | person | Liz Truss | alias: Elizabeth Truss | surname: =Truss
    rishi-sunak | person | Rishi Sunak | alias: Sunak
    keir-starmer | person | Keir Starmer | alias: Starmer; Sir Keir
    margaret-thatcher | person | Margaret Thatcher | alias: Thatcher; Baroness Thatcher; Lady Thatcher; Iron Lady | not: Mark Thatcher; Denis Thatcher; Carol Thatcher; Becky Thatcher
    john-major | person | John Major | alias: Prime Minister Major | surname: =Major
    nick-clegg | person | Nick Clegg | alias: Clegg
    george-osborne | person | George Osborne | alias: Chancellor Osborne | surname: Osborne
    philip-hammond | person | Philip Hammond | surname: Hammond
    jeremy-corbyn | person | Jeremy Corbyn | alias: Corbyn
    ed-miliband | person | Ed Miliband | surname: Miliband
    david-miliband | person | David Miliband | surname: Miliband
    alistair-darling | person | Alistair Darling | surname: =Darling
    jack-straw | person | Jack Straw | surname: =Straw
    william-hague | person | William Hague | surname: =Hague
    michael-gove | person | Michael Gove | alias: =Gove
    nigel-farage | person | Nigel Farage | alias: Farage
    sadiq-khan | person | Sadiq Khan | surname: Khan
    ken-livingstone | person | Ken Livingstone | surname: Livingstone
    nicola-sturgeon | person | Nicola Sturgeon | surname: =Sturgeon
    alex-salmond | person | Alex Salmond | alias: Salmond
    dominic-cummings | person | Dominic Cummings | surname: Cummings
    matt-hancock | person | Matt Hancock | surname: Hancock
    jeremy-hunt | person | Jeremy Hunt | surname: =Hunt
    rachel-reeves | person | Rachel Reeves | surname: Reeves
    david-lammy | person | David Lammy | alias: Lammy
    priti-patel | person | Priti Patel | surname: Patel
    kemi-badenoch | person | Kemi Badenoch | alias: Badenoch
    jacob-rees-mogg | person | Jacob Rees-Mogg | alias: Rees-Mogg
    peter-mandelson | person | Peter Mandelson | alias: Mandelson
    nigel-lawson | person | Nigel Lawson | alias: Chancellor Lawson | surname: Lawson
    geoffrey-howe | person | Geoffrey Howe | surname: Howe
    neil-kinnock | person | Neil Kinnock | alias: Kinnock
    robin-leigh-pemberton | person | Robin Leigh-Pemberton | alias: Leigh-Pemberton
    mervyn-king | person | Mervyn King | surname: =King
    mark-carney | person | Mark Carney | alias: Prime Minister Carney | surname: Carney
    andrew-bailey | person | Andrew Bailey | alias: Governor Bailey | surname: Bailey
    gerry-adams | person | Gerry Adams | surname: Adams
    martin-mcguinness | person | Martin McGuinness | alias: McGuinness
    ian-paisley | person | Ian Paisley | surname: =Paisley
    alexander-litvinenko | person | Alexander Litvinenko | alias: Litvinenko
    sergei-skripal | person | Sergei Skripal | alias: Skripal; Yulia Skripal
    queen-elizabeth-ii | person | Queen Elizabeth II | alias: Queen Elizabeth; Elizabeth II; =the Queen; Her Majesty the Queen | not: Queen Elizabeth Hospital; Queen Elizabeth Hall; Queen Elizabeth Olympic Park; HMS Queen Elizabeth; Queen Elizabeth University Hospital; the Queen Mother
    prince-philip | person | Prince Philip | alias: Duke of Edinburgh
    king-charles-iii | person | King Charles III | alias: Prince Charles; King Charles; Charles III | not: King Charles spaniel; King Charles II; Cavalier King Charles
    queen-camilla | person | Queen Camilla | alias: Camilla Parker Bowles; Duchess of Cornwall; Camilla, Duchess of Cornwall
    princess-diana | person | Princess Diana | alias: Diana, Princess of Wales; Lady Diana; Princess Di; Diana Spencer
    prince-william | person | Prince William | alias: Duke of Cambridge | not: Prince William County; Prince William Sound; Prince William Forest
    kate-middleton | person | Kate Middleton | alias: Duchess of Cambridge; Catherine, Princess of Wales; Princess Kate; Kate, Princess of Wales; Princess Catherine
    prince-harry | person | Prince Harry | alias: Duke of Sussex
    meghan-markle | person | Meghan Markle | alias: Duchess of Sussex; Markle
    prince-andrew | person | Prince Andrew | alias: Duke of York; Andrew Mountbatten-Windsor
    bertie-ahern | person | Bertie Ahern | alias: Ahern
    enda-kenny | person | Enda Kenny | surname: Kenny
    leo-varadkar | person | Leo Varadkar | alias: Varadkar
    micheal-martin | person | Micheál Martin | surname: Martin
    mary-robinson | person | Mary Robinson | surname: Robinson
    charles-haughey | person | Charles Haughey | alias: Haughey
    angela-merkel | person | Angela Merkel | alias: Merkel; Chancellor Merkel
    olaf-scholz | person | Olaf Scholz | alias: Scholz
    friedrich-merz | person | Friedrich Merz | alias: Merz
    gerhard-schroeder | person | Gerhard Schröder | alias: Gerhard Schroeder; Chancellor Schroeder; Chancellor Schröder | surname: Schröder; Schroeder
    helmut-kohl | person | Helmut Kohl | alias: Chancellor Kohl | surname: Kohl
    helmut-schmidt | person | Helmut Schmidt | surname: Schmidt
    hans-dietrich-genscher | person | Hans-Dietrich Genscher | alias: Genscher
    gerhard-stoltenberg | person | Gerhard Stoltenberg | alias: Finance Minister Stoltenberg; Finance Minister Gerhard Stoltenberg | surname: Stoltenberg
    karl-otto-poehl | person | Karl Otto Pöhl | alias: Karl Otto Poehl; Poehl; Pöhl
    wolfgang-schaeuble | person | Wolfgang Schäuble | alias: Wolfgang Schaeuble; Schaeuble; Schäuble
    frank-walter-steinmeier | person | Frank-Walter Steinmeier | alias: Steinmeier
    sigmar-gabriel | person | Sigmar Gabriel | surname: Gabriel
    joschka-fischer | person | Joschka Fischer | surname: Fischer
    annalena-baerbock | person | Annalena Baerbock | alias: Baerbock
    robert-habeck | person | Robert Habeck | alias: Habeck
    martin-schulz | person | Martin Schulz | surname: Schulz
    jens-weidmann | person | Jens Weidmann | alias: Weidmann
    erich-honecker | person | Erich Honecker | alias: Honecker
    emmanuel-macron | person | Emmanuel Macron | alias: Macron | not: Brigitte Macron
    francois-hollande | person | François Hollande | alias: Hollande
    nicolas-sarkozy | person | Nicolas Sarkozy | alias: Sarkozy | not: Carla Bruni-Sarkozy; Cecilia Sarkozy; Jean Sarkozy
    jacques-chirac | person | Jacques Chirac | alias: Chirac
    francois-mitterrand | person | François Mitterrand | alias: Mitterrand | not: Frederic Mitterrand; Danielle Mitterrand
    edouard-balladur | person | Édouard Balladur | alias: Balladur
    lionel-jospin | person | Lionel Jospin | alias: Jospin
    dominique-de-villepin | person | Dominique de Villepin | alias: de Villepin; Villepin
    francois-fillon | person | François Fillon | alias: Fillon
    manuel-valls | person | Manuel Valls | alias: Valls
    edouard-philippe | person | Édouard Philippe
    michel-barnier | person | Michel Barnier | alias: Barnier
    francois-bayrou | person | François Bayrou | alias: Bayrou
    sebastien-lecornu | person | Sébastien Lecornu | alias: Lecornu
    jean-marie-le-pen | person | Jean-Marie Le Pen | surname: Le Pen
    marine-le-pen | person | Marine Le Pen | surname: Le Pen
    jordan-bardella | person | Jordan Bardella | alias: Bardella
    jean-luc-melenchon | person | Jean-Luc Mélenchon | alias: Melenchon
    segolene-royal | person | Ségolène Royal | surname: =Royal
    bernard-kouchner | person | Bernard Kouchner | alias: Kouchner
    laurent-fabius | person | Laurent Fabius | alias: Fabius
    dominique-strauss-kahn | person | Dominique Strauss-Kahn | alias: Strauss-Kahn; =DSK
    silvio-berlusconi | person | Silvio Berlusconi | alias: Berlusconi | not: Pier Silvio Berlusconi; Marina Berlusconi
    romano-prodi | person | Romano Prodi | alias: Prodi
    mario-monti | person | Mario Monti | surname: Monti
    enrico-letta | person | Enrico Letta | alias: Letta | not: Gianni Letta
    matteo-renzi | person | Matteo Renzi | alias: Renzi
    paolo-gentiloni | person | Paolo Gentiloni | alias: Gentiloni
    giuseppe-conte | person | Giuseppe Conte | alias: Prime Minister Conte | surname: Conte
    matteo-salvini | person | Matteo Salvini | alias: Salvini
    luigi-di-maio | person | Luigi Di Maio | alias: Di Maio
    mario-draghi | person | Mario Draghi | alias: Draghi
    giorgia-meloni | person | Giorgia Meloni | alias: Meloni
    beppe-grillo | person | Beppe Grillo | alias: =Grillo
    sergio-mattarella | person | Sergio Mattarella | alias: Mattarella
    bettino-craxi | person | Bettino Craxi | alias: Craxi
    giulio-andreotti | person | Giulio Andreotti | alias: Andreotti
    amintore-fanfani | person | Amintore Fanfani | alias: Fanfani
    giovanni-goria | person | Giovanni Goria | alias: Goria
    jose-maria-aznar | person | José María Aznar | alias: Aznar; Jose Aznar
    jose-luis-rodriguez-zapatero | person | José Luis Rodríguez Zapatero | alias: Zapatero; Rodriguez Zapatero; Jose Luis Zapatero
    mariano-rajoy | person | Mariano Rajoy | alias: Rajoy
    pedro-sanchez | person | Pedro Sánchez | alias: Prime Minister Sanchez | surname: Sánchez
    felipe-gonzalez | person | Felipe González | surname: González
    carles-puigdemont | person | Carles Puigdemont | alias: Puigdemont
    king-juan-carlos | person | King Juan Carlos | alias: Juan Carlos I; King Juan Carlos I
    king-felipe-vi | person | King Felipe VI | alias: King Felipe; Felipe VI
    jose-socrates | person | José Sócrates
    antonio-costa | person | António Costa | surname: Costa
    anibal-cavaco-silva | person | Aníbal Cavaco Silva | alias: Cavaco Silva
    mario-soares | person | Mário Soares | surname: Soares
    alexis-tsipras | person | Alexis Tsipras | alias: Tsipras
    yanis-varoufakis | person | Yanis Varoufakis | alias: Varoufakis
    george-papandreou | person | George Papandreou | surname: Papandreou
    andreas-papandreou | person | Andreas Papandreou | surname: Papandreou
    antonis-samaras | person | Antonis Samaras | surname: Samaras
    kyriakos-mitsotakis | person | Kyriakos Mitsotakis | alias: Mitsotakis | not: Constantine Mitsotakis
    kostas-karamanlis | person | Costas Karamanlis | alias: Karamanlis; Kostas Karamanlis | not: Constantine Karamanlis; Konstantinos Karamanlis
    mark-rutte | person | Mark Rutte | alias: Rutte
    geert-wilders | person | Geert Wilders | alias: Wilders
    jan-peter-balkenende | person | Jan Peter Balkenende | alias: Balkenende
    ruud-lubbers | person | Ruud Lubbers | alias: Lubbers
    pim-fortuyn | person | Pim Fortuyn | alias: Fortuyn
    jeroen-dijsselbloem | person | Jeroen Dijsselbloem | alias: Dijsselbloem
    guy-verhofstadt | person | Guy Verhofstadt | alias: Verhofstadt
    wilfried-martens | person | Wilfried Martens | surname: Martens
    sebastian-kurz | person | Sebastian Kurz | surname: Kurz
    jorg-haider | person | Jörg Haider | alias: Joerg Haider | surname: Haider
    kurt-waldheim | person | Kurt Waldheim | alias: Waldheim
    viktor-orban | person | Viktor Orbán | alias: Orban
    peter-magyar | person | Péter Magyar
    donald-tusk | person | Donald Tusk | alias: =Tusk
    lech-kaczynski | person | Lech Kaczynski | surname: Kaczynski
    jaroslaw-kaczynski | person | Jaroslaw Kaczynski | surname: Kaczynski
    andrzej-duda | person | Andrzej Duda | surname: Duda
    mateusz-morawiecki | person | Mateusz Morawiecki | alias: Morawiecki
    karol-nawrocki | person | Karol Nawrocki | alias: Nawrocki
    radek-sikorski | person | Radoslaw Sikorski | alias: Radek Sikorski | surname: Sikorski
    lech-walesa | person | Lech Walesa | alias: Walesa
    wojciech-jaruzelski | person | Wojciech Jaruzelski | alias: Jaruzelski
    vaclav-havel | person | Václav Havel | alias: Havel
    vaclav-klaus | person | Václav Klaus | surname: Klaus
    milos-zeman | person | Milos Zeman | alias: Zeman
    andrej-babis | person | Andrej Babis | alias: Babis
    petr-pavel | person | Petr Pavel | surname: Pavel
    robert-fico | person | Robert Fico | alias: =Fico
    zuzana-caputova | person | Zuzana Caputova | alias: Caputova
    nicolae-ceausescu | person | Nicolae Ceausescu | alias: Ceausescu | not: Elena Ceausescu
    klaus-iohannis | person | Klaus Iohannis | alias: Iohannis
    calin-georgescu | person | Calin Georgescu | surname: Georgescu
    boyko-borisov | person | Boyko Borisov | alias: Boiko Borisov
    slobodan-milosevic | person | Slobodan Milosevic | alias: Milosevic | not: Marija Milosevic
    radovan-karadzic | person | Radovan Karadzic | alias: Karadzic
    ratko-mladic | person | Ratko Mladic | alias: Mladic
    aleksandar-vucic | person | Aleksandar Vucic | alias: Vucic
    vojislav-kostunica | person | Vojislav Kostunica | alias: Kostunica
    hashim-thaci | person | Hashim Thaci | alias: Thaci
    edi-rama | person | Edi Rama | surname: =Rama
    maia-sandu | person | Maia Sandu | surname: Sandu
    tarja-halonen | person | Tarja Halonen | alias: Halonen
    martti-ahtisaari | person | Martti Ahtisaari | alias: Ahtisaari
    sanna-marin | person | Sanna Marin | surname: Marin
    sauli-niinisto | person | Sauli Niinistö | alias: Niinisto
    alexander-stubb | person | Alexander Stubb | alias: Stubb
    olof-palme | person | Olof Palme | surname: Palme
    carl-bildt | person | Carl Bildt | alias: Bildt
    anna-lindh | person | Anna Lindh | alias: Lindh
    stefan-lofven | person | Stefan Löfven | alias: Lofven
    magdalena-andersson | person | Magdalena Andersson | surname: Andersson
    ulf-kristersson | person | Ulf Kristersson | alias: Kristersson
    greta-thunberg | person | Greta Thunberg | alias: Thunberg
    gro-harlem-brundtland | person | Gro Harlem Brundtland | alias: Brundtland
    erna-solberg | person | Erna Solberg | alias: Solberg
    jonas-gahr-store | person | Jonas Gahr Støre | alias: Jonas Gahr Store; Gahr Stoere; Gahr Støre
    jens-stoltenberg | person | Jens Stoltenberg | alias: Stoltenberg; Secretary-General Stoltenberg
    anders-breivik | person | Anders Behring Breivik | alias: Breivik; Anders Breivik
    anders-fogh-rasmussen | person | Anders Fogh Rasmussen | alias: Fogh Rasmussen | surname: Rasmussen
    helle-thorning-schmidt | person | Helle Thorning-Schmidt | alias: Thorning-Schmidt
    mette-frederiksen | person | Mette Frederiksen | alias: Frederiksen
    poul-schluter | person | Poul Schlüter | alias: Poul Schlueter | surname: Schlueter
    kaja-kallas | person | Kaja Kallas | alias: Kallas | not: Siim Kallas
    dalia-grybauskaite | person | Dalia Grybauskaite | alias: Grybauskaite
    gitanas-nauseda | person | Gitanas Nauseda | alias: Nauseda
    jaap-de-hoop-scheffer | person | Jaap de Hoop Scheffer | alias: de Hoop Scheffer
    george-robertson | person | George Robertson | alias: Lord Robertson | surname: Robertson
    javier-solana | person | Javier Solana | surname: Solana
    jacques-delors | person | Jacques Delors | alias: Delors
    willy-de-clercq | person | Willy de Clercq | alias: de Clercq
    jose-manuel-barroso | person | José Manuel Barroso | alias: Barroso; Jose Manuel Durao Barroso; Durao Barroso
    jean-claude-juncker | person | Jean-Claude Juncker | alias: Juncker
    ursula-von-der-leyen | person | Ursula von der Leyen | alias: von der Leyen
    herman-van-rompuy | person | Herman Van Rompuy | alias: Van Rompuy
    charles-michel | person | Charles Michel | surname: Michel
    catherine-ashton | person | Catherine Ashton | alias: Baroness Ashton | surname: Ashton
    federica-mogherini | person | Federica Mogherini | alias: Mogherini
    josep-borrell | person | Josep Borrell | alias: Borrell
    margrethe-vestager | person | Margrethe Vestager | alias: Vestager
    olli-rehn | person | Olli Rehn | alias: Rehn
    pierre-moscovici | person | Pierre Moscovici | alias: Moscovici
    roberta-metsola | person | Roberta Metsola | alias: Metsola
    jean-claude-trichet | person | Jean-Claude Trichet | alias: Trichet
    christine-lagarde | person | Christine Lagarde | alias: Lagarde
    wim-duisenberg | person | Wim Duisenberg | alias: Duisenberg
    michel-camdessus | person | Michel Camdessus | alias: Camdessus
    jacques-de-larosiere | person | Jacques de Larosière | alias: de Larosiere
    rodrigo-rato | person | Rodrigo Rato | alias: =Rato
    kristalina-georgieva | person | Kristalina Georgieva | alias: Georgieva
    barber-conable | person | Barber Conable | alias: Conable
    james-wolfensohn | person | James Wolfensohn | alias: Wolfensohn
    jim-yong-kim | person | Jim Yong Kim
    david-malpass | person | David Malpass | alias: Malpass
    ajay-banga | person | Ajay Banga | surname: Banga
    pascal-lamy | person | Pascal Lamy | alias: Lamy
    roberto-azevedo | person | Roberto Azevedo | surname: Azevedo
    ngozi-okonjo-iweala | person | Ngozi Okonjo-Iweala | alias: Okonjo-Iweala
    arthur-dunkel | person | Arthur Dunkel | surname: Dunkel
    kofi-annan | person | Kofi Annan | alias: Annan
    ban-ki-moon | person | Ban Ki-moon | alias: Secretary-General Ban
    antonio-guterres | person | António Guterres | alias: Guterres | not: Eurico Guterres
    boutros-boutros-ghali | person | Boutros Boutros-Ghali | alias: Boutros-Ghali
    javier-perez-de-cuellar | person | Javier Pérez de Cuéllar | alias: Perez de Cuellar
    hans-blix | person | Hans Blix | alias: =Blix
    mohamed-elbaradei | person | Mohamed ElBaradei | alias: ElBaradei; El Baradei; Mohammed ElBaradei; Mohamed El Baradei
    yukiya-amano | person | Yukiya Amano | surname: Amano
    rafael-grossi | person | Rafael Grossi | surname: Grossi
    tedros | person | Tedros Adhanom Ghebreyesus | alias: Tedros; Tedros Adhanom
    margaret-chan | person | Margaret Chan | surname: Chan
    zeid-raad-al-hussein | person | Zeid Ra'ad al-Hussein | alias: Zeid Raad al-Hussein
    lakhdar-brahimi | person | Lakhdar Brahimi | alias: Brahimi
    staffan-de-mistura | person | Staffan de Mistura | alias: de Mistura
    luis-moreno-ocampo | person | Luis Moreno-Ocampo | alias: Moreno-Ocampo
    karim-khan | person | Karim Khan | surname: Khan
    carla-del-ponte | person | Carla Del Ponte | alias: Del Ponte
    fatou-bensouda | person | Fatou Bensouda | alias: Bensouda
    pope-john-paul-ii | person | Pope John Paul II | alias: John Paul II; Pope John Paul; Karol Wojtyla
    pope-benedict-xvi | person | Pope Benedict XVI | alias: Pope Benedict; Benedict XVI; Joseph Ratzinger; Cardinal Ratzinger; Ratzinger
    pope-francis | person | Pope Francis | alias: Jorge Mario Bergoglio; Bergoglio; Jorge Bergoglio
    pope-leo-xiv | person | Pope Leo XIV | alias: Pope Leo; Robert Prevost; Leo XIV; Cardinal Prevost
    dalai-lama | person | Dalai Lama | alias: Tenzin Gyatso
    mother-teresa | person | Mother Teresa | alias: Mother Theresa; Teresa of Calcutta
    desmond-tutu | person | Desmond Tutu | alias: Archbishop Tutu | surname: =Tutu
    rowan-williams | person | Rowan Williams | surname: Williams
    justin-welby | person | Justin Welby | alias: Welby
    vladimir-putin | person | Vladimir Putin | alias: Putin; President Putin; Vladimir V. Putin
    dmitry-medvedev | person | Dmitry Medvedev | alias: Dmitri Medvedev; President Medvedev; Dmitri A. Medvedev | surname: Medvedev
    sergei-lavrov | person | Sergei Lavrov | alias: Lavrov; Sergey Lavrov
    sergei-shoigu | person | Sergei Shoigu | alias: Shoigu; Sergey Shoigu
    dmitry-peskov | person | Dmitry Peskov | alias: Peskov; Dmitri Peskov
    alexei-navalny | person | Alexei Navalny | alias: Navalny; Aleksei Navalny; Aleksei A. Navalny | not: Yulia Navalny; Oleg Navalny
    yevgeny-prigozhin | person | Yevgeny Prigozhin | alias: Prigozhin; Yevgeny V. Prigozhin
    mikhail-khodorkovsky | person | Mikhail Khodorkovsky | alias: Khodorkovsky
    boris-yeltsin | person | Boris Yeltsin | alias: Yeltsin
    mikhail-gorbachev | person | Mikhail Gorbachev | alias: Gorbachev; Mikhail S. Gorbachev | not: Raisa Gorbachev
    leonid-brezhnev | person | Leonid Brezhnev | alias: Brezhnev
    eduard-shevardnadze | person | Eduard Shevardnadze | alias: Shevardnadze
    andrei-gromyko | person | Andrei Gromyko | alias: Gromyko
    nikolai-ryzhkov | person | Nikolai Ryzhkov | alias: Ryzhkov
    andrei-sakharov | person | Andrei Sakharov | alias: Sakharov | not: Sakharov Prize
    joseph-stalin | person | Joseph Stalin | alias: Stalin; Josef Stalin | not: M.K. Stalin
    vladimir-lenin | person | Vladimir Lenin | alias: Lenin; Vladimir Ilyich Lenin | not: Lenin Moreno; Lenin Prize
    ramzan-kadyrov | person | Ramzan Kadyrov | alias: Kadyrov | not: Akhmad Kadyrov
    anna-politkovskaya | person | Anna Politkovskaya | alias: Politkovskaya
    boris-nemtsov | person | Boris Nemtsov | alias: Nemtsov
    boris-berezovsky | person | Boris Berezovsky | alias: Berezovsky
    roman-abramovich | person | Roman Abramovich | alias: Abramovich
    oleg-deripaska | person | Oleg Deripaska | alias: Deripaska
    igor-sechin | person | Igor Sechin | alias: Sechin
    elvira-nabiullina | person | Elvira Nabiullina | alias: Nabiullina
    vladimir-zhirinovsky | person | Vladimir Zhirinovsky | alias: Zhirinovsky
    sergei-magnitsky | person | Sergei Magnitsky | alias: Magnitsky | not: Magnitsky Act
    viktor-bout | person | Viktor Bout | surname: =Bout
    maria-butina | person | Maria Butina | alias: Butina
    natalia-veselnitskaya | person | Natalia Veselnitskaya | alias: Veselnitskaya
    sergey-kislyak | person | Sergey Kislyak | alias: Kislyak; Sergei Kislyak
    volodymyr-zelensky | person | Volodymyr Zelensky | alias: Zelensky; Zelenskyy; Zelenskiy; Volodymyr Zelenskyy; Volodymyr Zelenskiy; Zelenskyi | not: Olena Zelensky
    petro-poroshenko | person | Petro Poroshenko | alias: Poroshenko
    viktor-yanukovych | person | Viktor Yanukovych | alias: Yanukovych; Yanukovich; Viktor Yanukovich
    viktor-yushchenko | person | Viktor Yushchenko | alias: Yushchenko
    yulia-tymoshenko | person | Yulia Tymoshenko | alias: Tymoshenko
    arseniy-yatsenyuk | person | Arseniy Yatsenyuk | alias: Yatsenyuk; Arseny Yatsenyuk; Yatseniuk
    vitali-klitschko | person | Vitali Klitschko | surname: Klitschko
    wladimir-klitschko | person | Wladimir Klitschko | surname: Klitschko
    valerii-zaluzhnyi | person | Valerii Zaluzhnyi | alias: Zaluzhnyi; Zaluzhny; Valery Zaluzhny
    dmytro-kuleba | person | Dmytro Kuleba | alias: Kuleba
    alexander-lukashenko | person | Alexander Lukashenko | alias: Lukashenko; Aleksandr Lukashenko; Lukashenka
    sviatlana-tsikhanouskaya | person | Sviatlana Tsikhanouskaya | alias: Tsikhanouskaya; Svetlana Tikhanovskaya; Tikhanovskaya
    mikheil-saakashvili | person | Mikheil Saakashvili | alias: Saakashvili; Mikhail Saakashvili
    bidzina-ivanishvili | person | Bidzina Ivanishvili | alias: Ivanishvili
    ilham-aliyev | person | Ilham Aliyev | surname: Aliyev
    heydar-aliyev | person | Heydar Aliyev | surname: Aliyev
    nikol-pashinyan | person | Nikol Pashinyan | alias: Pashinyan
    nursultan-nazarbayev | person | Nursultan Nazarbayev | alias: Nazarbayev
    kassym-jomart-tokayev | person | Kassym-Jomart Tokayev | alias: Tokayev
    islam-karimov | person | Islam Karimov | surname: Karimov
    recep-tayyip-erdogan | person | Recep Tayyip Erdoğan | alias: Erdogan; Tayyip Erdogan | not: Emine Erdogan; Bilal Erdogan
    abdullah-gul | person | Abdullah Gül | alias: President Gul | surname: =Gul
    ahmet-davutoglu | person | Ahmet Davutoglu | alias: Davutoglu
    kemal-kilicdaroglu | person | Kemal Kilicdaroglu | alias: Kilicdaroglu
    ekrem-imamoglu | person | Ekrem Imamoglu | alias: Imamoglu
    fethullah-gulen | person | Fethullah Gülen | alias: Gulen
    turgut-ozal | person | Turgut Özal | alias: Ozal
    abdullah-ocalan | person | Abdullah Öcalan | alias: Ocalan
    bulent-ecevit | person | Bülent Ecevit | alias: Ecevit
    rauf-denktash | person | Rauf Denktash | alias: Denktash
    """#
}
